//! The package document of the book, and its table of contents.

use std::ops::Range;

use palimpsest_story::Author;
use palimpsest_words::direction;

use super::chapters::COVER;
use super::{Book, Chapter, core_type};
use crate::digest::sha256;
use crate::media::Media;
use crate::xml::{Element, block, inline};

/// Returns the package document: metadata, files and reading order.
pub(super) fn package(book: &Book, chapters: &[Chapter]) -> String {
    let item = |(number, media): (usize, &&Media)| {
        let is_cover = book.story.article.picture.as_ref().is_some_and(|picture| picture.address == media.name);
        file(&format!("media-{number}"), &media.name, core_type(&media.name).unwrap_or_default())
            .set_some("properties", is_cover.then_some("cover-image"))
    };
    let name = |chapter: &Chapter| chapter.name.replace('.', "-");
    let chapter = |chapter: &Chapter| file(&name(chapter), chapter.name, "application/xhtml+xml");
    let manifest = block("manifest")
        .with(file("nav", "nav.xhtml", "application/xhtml+xml").set("properties", "nav"))
        .with(file("style", "style.css", "text/css"))
        .with_all(chapters.iter().map(chapter))
        .with_all(book.media.iter().enumerate().map(item));
    let place = |chapter: &Chapter| inline("itemref").set("idref", name(chapter));
    let direction = direction(&book.story.language);
    let spine = block("spine").set("page-progression-direction", direction).with_all(chapters.iter().map(place));
    block("package")
        .set("xmlns", "http://www.idpf.org/2007/opf")
        .set("version", "3.0")
        .set("unique-identifier", "id")
        .set("xml:lang", &book.story.language)
        .set("dir", direction)
        .with(metadata(book))
        .with(manifest)
        .with(spine)
        .document("")
}

fn file(id: &str, name: &str, kind: &str) -> Element {
    inline("item").set("id", id).set("href", name).set("media-type", kind)
}

fn metadata(book: &Book) -> Element {
    let (article, publication) = (&book.story.article, &book.story.publication);
    let property = |name: &str, value: &str| inline("meta").set("property", name).with(value);
    let mut metadata = block("metadata")
        .set("xmlns:dc", "http://purl.org/dc/elements/1.1/")
        .with(inline("dc:identifier").set("id", "id").with(identifier(book)))
        .with(inline("dc:title").with(article.title.as_str()))
        .with(inline("dc:language").with(book.story.language.as_str()))
        .with(inline("dc:date").with(article.date.as_str()))
        .with(inline("dc:description").with(publication.description.as_str()))
        .with_all(publication.address.as_ref().map(|address| inline("dc:source").with(address.as_str())));
    for (element, role, prefix, people) in
        [("dc:creator", "aut", "author", &article.authors), ("dc:contributor", "edt", "editor", &publication.editors)]
    {
        for (number, author) in people.iter().enumerate() {
            let id = format!("{prefix}-{number}");
            let refined = |property: &str, value: &str| {
                inline("meta").set("refines", format!("#{id}")).set("property", property).with(value)
            };
            let sorted = match author {
                Author::Person { given: Some(given), family } => format!("{family}, {given}"),
                other => other.sort_name().to_owned(),
            };
            metadata = metadata
                .with(inline(element).set("id", &id).with(author.name()))
                .with(refined("role", role).set("scheme", "marc:relators"))
                .with(refined("file-as", &sorted));
        }
    }
    for (key, license) in
        [("data-license-article", &publication.article_license), ("data-license-edition", &publication.license)]
    {
        let text = license.clone().unwrap_or_else(|| book.words.text("data-license-unknown"));
        metadata = metadata.with(inline("dc:rights").with(book.words.format(key, &[("license", text.into())])));
    }
    let has_pictures = !book.media.is_empty();
    metadata = metadata
        .with(property("dcterms:modified", &format!("{}T00:00:00Z", book.modified())))
        .with(property("schema:accessMode", "textual"))
        .with_all(has_pictures.then(|| property("schema:accessMode", "visual")))
        .with(property("schema:accessModeSufficient", "textual"));
    for feature in
        ["alternativeText", "structuralNavigation", "tableOfContents", "readingOrder", "displayTransformability"]
    {
        metadata = metadata.with(property("schema:accessibilityFeature", feature));
    }
    let metadata = metadata.with(property("schema:accessibilityHazard", "none"));
    let cover = book
        .story
        .article
        .picture
        .as_ref()
        .and_then(|picture| book.media.iter().position(|media| media.name == picture.address));
    // Reading systems that support only EPUB 2 need this.
    metadata.with_all(cover.map(|number| inline("meta").set("name", "cover").set("content", format!("media-{number}"))))
}

/// Returns the book's identifier: the page's address, or else a UUID derived from the article.
fn identifier(book: &Book) -> String {
    if let Some(address) = &book.story.publication.address {
        return address.clone();
    }
    let article = &book.story.article;
    let named = [&article.title, &article.date, &book.story.language].map(String::as_str).join("\n");
    let digits = sha256(named.as_bytes());
    // A version 8 UUID, in which all bits except those of the version and variant can be chosen freely.
    let part = |range: Range<usize>| &digits[range];
    format!("urn:uuid:{}-{}-8{}-a{}-{}", part(0..8), part(8..12), part(13..16), part(17..20), part(20..32))
}

/// Returns the table of contents.
pub(super) fn contents(book: &Book, chapters: &[Chapter]) -> String {
    let title = book.words.text("epub-contents");
    let link = |place: String, title: &str| inline("a").set("href", place).with(title);
    let entry = |chapter: &Chapter| {
        let entry = block("li").with(link(chapter.name.to_owned(), &chapter.title));
        let parts =
            chapter.parts.iter().map(|(id, title)| block("li").with(link(format!("{}#{id}", chapter.name), title)));
        entry.with_all((!chapter.parts.is_empty()).then(|| block("ol").with_all(parts)))
    };
    let list = block("ol").with_all(chapters.iter().map(entry));
    let contents = block("nav").set("epub:type", "toc").set("role", "doc-toc").set("aria-label", &title);
    let contents = contents.with(inline("h1").with(title.as_str())).with(list);
    let landmark = |(kind, name): (&str, &str)| {
        let chapter = chapters.iter().find(|chapter| chapter.name == name)?;
        let link = link(name.to_owned(), &chapter.title).set("epub:type", kind);
        Some(block("li").with(link))
    };
    let landmarks = [("cover", COVER), ("bodymatter", super::blocks::ARTICLE), ("endnotes", super::blocks::NOTES)];
    let landmarks = block("ol").with_all(landmarks.into_iter().filter_map(landmark));
    let hidden = block("nav").set("epub:type", "landmarks").set("hidden", "hidden").with(landmarks);
    book.document(&title, block("body").with(contents).with(hidden))
}
