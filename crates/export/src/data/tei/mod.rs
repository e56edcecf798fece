//! The edition in TEI P5: the article with its notes, the people, the events and the bibliography.

mod article;
mod entries;

use palimpsest_story::{Author, NoteKind, Prose, Story, Target};

use super::page;
use crate::xml::{Element, block, id, inline};
use article::prose;

/// The processing instruction that names the schema to which the document conforms.
const PROLOG: &str = "<?xml-model href=\"https://vault.tei-c.org/P5/current/xml/tei/custom/schema/relaxng/tei_all.rng\" \
    type=\"application/xml\" schematypens=\"http://relaxng.org/ns/structure/1.0\"?>\n";

/// Writes the edition.
pub(super) fn write(story: &Story) -> String {
    let text = block("text").with(article::front(&story.article)).with(article::body(&story.article)).with(back(story));
    let places = entries::places(story);
    let events = (!story.events.is_empty()).then(|| entries::events(story));
    let beside: Vec<Element> = places.into_iter().chain(events).collect();
    block("TEI")
        .set("xmlns", "http://www.tei-c.org/ns/1.0")
        .set("xml:lang", &story.language)
        .with(header(story))
        .with_all((!beside.is_empty()).then(|| block("standOff").with_all(beside)))
        .with(text)
        .document(PROLOG)
}

/// Returns the id of a passage. Passages have no fragment on the page, so their own ids may clash with other ids.
fn passage(passage: &str) -> String {
    format!("passage.{}", id(passage))
}

fn header(story: &Story) -> Element {
    let article = &story.article;
    let authors = || article.authors.iter().map(|author| named("author", author));
    let editors = story.publication.editors.iter().map(|editor| named("editor", editor));
    let title =
        block("titleStmt").with(inline("title").with(article.title.as_str())).with_all(authors()).with_all(editors);
    let publisher = story.publication.editors.iter().map(|editor| inline("publisher").with(editor.name()));
    let address = story.publication.address.as_ref().map(|address| inline("ptr").set("target", address));
    let license = |name: &str, license: Option<&str>| {
        let licence = inline("licence").set_some("target", license.filter(|given| given.starts_with("https://")));
        licence.with(format!("{name}: {}", license.unwrap_or("not stated")))
    };
    let availability = block("availability")
        .with(license("What the editors add", story.publication.license.as_deref()))
        .with(license("The article", story.publication.article_license.as_deref()));
    let published = block("publicationStmt");
    let published = if story.publication.editors.is_empty() {
        published.with(inline("p").with("Unpublished")).with_all(address.map(|address| inline("p").with(address)))
    } else {
        let date = inline("date").set("when", &article.date).with(article.date.as_str());
        published.with_all(publisher).with(date).with(availability).with_all(address)
    };
    let source = inline("bibl")
        .with_all(authors())
        .with(inline("title").set("level", "a").with(article.title.as_str()))
        .with(inline("date").set("when", &article.date).with(article.date.as_str()));
    let file = block("fileDesc").with(title).with(published).with(block("sourceDesc").with(source));
    let profile = block("profileDesc")
        .with(block("abstract").with(inline("p").with(story.publication.description.as_str())))
        .with(block("langUsage").with(inline("language").set("ident", &story.language).with(story.language.as_str())));
    let people = (!story.people.is_empty()).then(|| block("particDesc").with(entries::people(story)));
    let revision = |revision: &palimpsest_story::Revision| {
        let items = revision.changes.iter().map(|change| inline("item").with_all(prose(change)));
        let change = block("change").set("when", &revision.date);
        change.with(block("list").with(inline("head").with(revision.title.as_str())).with_all(items))
    };
    let revisions = &story.revisions;
    block("teiHeader")
        .with(file)
        .with_all(about(story))
        .with(profile.with_all(people))
        .with_all((!revisions.is_empty()).then(|| block("revisionDesc").with_all(revisions.iter().rev().map(revision))))
}

/// Describes how the edition was made.
fn about(story: &Story) -> Option<Element> {
    let about = &story.publication.about;
    let paragraph = |text: &Prose| inline("p").with_all(prose(text));
    (!about.is_empty()).then(|| block("encodingDesc").with(block("projectDesc").with_all(about.iter().map(paragraph))))
}

fn named(role: &'static str, author: &Author) -> Element {
    let name = match author {
        Author::Person { given, family } => block("persName")
            .with_all(given.as_ref().map(|given| inline("forename").with(given.as_str())))
            .with(inline("surname").with(family.as_str())),
        Author::Body(name) => inline("orgName").with(name.as_str()),
    };
    inline(role).with(name)
}

fn back(story: &Story) -> Element {
    let notes = story.notes.iter().map(|note| {
        let kind = match note.kind {
            NoteKind::Correction => "correction",
            NoteKind::Comment => "comment",
            NoteKind::Term => "term",
        };
        let target = Target::Note(note.id.clone());
        let sentences: Vec<String> = story
            .article
            .sentences()
            .filter(|sentence| sentence.mentioned().iter().any(|mentioned| mentioned.mention.target == target))
            .map(|sentence| format!("#{}", id(&sentence.id)))
            .collect();
        block("note")
            .set("xml:id", id(&note.id))
            .set("type", kind)
            .set_some("n", note.number.map(|number| number.to_string()))
            .set_some("target", (!sentences.is_empty()).then(|| sentences.join(" ")))
            .with(inline("label").with(note.title.as_str()))
            .with_all(note.text.iter().map(|text| inline("p").with_all(prose(text))))
    });
    let notes: Vec<Element> = notes.collect();
    let notes =
        (!notes.is_empty()).then(|| block("div").set("type", "notes").set("xml:id", "editors.notes").with_all(notes));
    let sources = (!story.sources.is_empty())
        .then(|| block("div").set("type", "bibliography").with(entries::bibliography(story)));
    let all = [article::own_notes(&story.article), notes, entries::claims(story), sources];
    let mut back = block("back");
    // Back matter must not be empty: without notes and sources, it points to the page.
    back = back.with_all(all.into_iter().flatten());
    if back.is_empty() {
        back.with(block("div").with(inline("p").with(inline("ptr").set("target", page(story)))))
    } else {
        back
    }
}
