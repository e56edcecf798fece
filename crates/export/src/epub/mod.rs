//! The article with its notes as a book: EPUB 3.3.
//!
//! The same story gives the same bytes, because dates come from the story and not from a clock.

mod blocks;
mod chapters;
mod package;

use std::io::{Cursor, Write as _};
use std::path::Path;

use palimpsest_story::{Author, Story, media_type};
use palimpsest_words::{Words, direction};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

use crate::media::Media;
use crate::xml::{Element, block, inline};

/// The name of the book's file.
pub(crate) const FILE: &str = "article.epub";
/// The media type of the book, which is the contents of the first file within it.
pub(crate) const MEDIA_TYPE: &str = "application/epub+zip";

const CONTAINER: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\
    <container version=\"1.0\" xmlns=\"urn:oasis:names:tc:opendocument:xmlns:container\">\n\
    <rootfiles>\n<rootfile full-path=\"EPUB/package.opf\" media-type=\"application/oebps-package+xml\"/>\n</rootfiles>\n\
    </container>\n";
const STYLE: &str = include_str!("style.css");

/// A book under construction.
struct Book<'s> {
    story: &'s Story,
    words: &'s Words,
    /// The article's files that reading systems can show.
    media: Vec<&'s Media>,
}

/// A chapter.
struct Chapter {
    /// The name of the file.
    name: &'static str,
    /// The title in the table of contents.
    title: String,
    /// The fragments and titles of the parts.
    parts: Vec<(String, String)>,
    /// The contents of the file.
    document: String,
}

/// Writes the book. Pictures, sounds and films of types that reading systems need not support are replaced by their
/// descriptions.
pub(crate) fn write(story: &Story, words: &Words, media: &[Media]) -> Vec<u8> {
    let used = story.article.media_addresses();
    let picture = story.article.picture.as_ref().map(|picture| &picture.address);
    let is_used = |media: &&Media| used.contains(&media.name) || picture == Some(&media.name);
    let is_known = |media: &&Media| core_type(&media.name).is_some();
    let book = Book { story, words, media: media.iter().filter(is_used).filter(is_known).collect() };
    let chapters = chapters::all(&book);
    let mut files = vec![("META-INF/container.xml".to_owned(), CONTAINER.as_bytes().to_vec())];
    files.push(("EPUB/package.opf".to_owned(), package::package(&book, &chapters).into_bytes()));
    files.push(("EPUB/nav.xhtml".to_owned(), package::contents(&book, &chapters).into_bytes()));
    files.push(("EPUB/style.css".to_owned(), STYLE.as_bytes().to_vec()));
    for chapter in chapters {
        files.push((format!("EPUB/{}", chapter.name), chapter.document.into_bytes()));
    }
    files.extend(book.media.iter().map(|media| (format!("EPUB/{}", media.name), media.bytes.clone())));
    zipped(&files, book.modified())
}

/// Packs the files into a ZIP archive. The media type comes first and uncompressed, so that it can be read without
/// unpacking.
fn zipped(files: &[(String, Vec<u8>)], modified: &str) -> Vec<u8> {
    let mut parts = modified.split('-');
    let year = parts.next().and_then(|year| year.parse().ok()).unwrap_or(1980);
    let mut number = || parts.next().and_then(|part| part.parse().ok()).unwrap_or(1);
    let (month, day) = (number(), number());
    let time = DateTime::from_date_and_time(year, month, day, 0, 0, 0).unwrap_or_default();
    let options = SimpleFileOptions::default().last_modified_time(time).unix_permissions(0o644);
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    // Writing to memory cannot fail.
    let _ = writer.start_file("mimetype", options.compression_method(CompressionMethod::Stored));
    let _ = writer.write_all(MEDIA_TYPE.as_bytes());
    for (name, bytes) in files {
        let _ = writer.start_file(name.as_str(), options.compression_method(CompressionMethod::Deflated));
        let _ = writer.write_all(bytes);
    }
    writer.finish().map(Cursor::into_inner).unwrap_or_default()
}

/// Returns the media type of a file that the book may contain without a fallback: a core media type, or a video.
fn core_type(name: &str) -> Option<&'static str> {
    match media_type(name)? {
        "audio/ogg" if Path::new(name).extension().is_some_and(|ending| ending.eq_ignore_ascii_case("opus")) => {
            Some("audio/ogg; codecs=opus")
        }
        "image/avif" | "audio/ogg" | "audio/flac" | "audio/wav" => None,
        kind => Some(kind),
    }
}

impl Book<'_> {
    /// Returns the day of the last change: that of the article, or of the editors' last correction.
    fn modified(&self) -> &str {
        let days = self.story.revisions.iter().map(|revision| revision.date.as_str());
        days.chain([self.story.article.date.as_str()]).max().unwrap_or_default()
    }

    /// Reports whether the book contains a file.
    fn has(&self, address: &str) -> bool {
        self.media.iter().any(|media| media.name == address)
    }

    /// Returns the names of authors or editors as a list in words.
    fn names(&self, authors: &[Author]) -> String {
        let names: Vec<String> = authors.iter().map(Author::name).collect();
        self.words.list(names.iter().map(String::as_str))
    }

    /// Returns a document with this title and body.
    fn document(&self, title: &str, body: Element) -> String {
        let language = &self.story.language;
        let style = inline("link").set("rel", "stylesheet").set("type", "text/css").set("href", "style.css");
        block("html")
            .set("xmlns", "http://www.w3.org/1999/xhtml")
            .set("xmlns:epub", "http://www.idpf.org/2007/ops")
            .set("lang", language)
            .set("xml:lang", language)
            .set("dir", direction(language))
            .with(block("head").with(inline("title").with(title)).with(style))
            .with(body)
            .document("<!DOCTYPE html>\n")
    }
}
