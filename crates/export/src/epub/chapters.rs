//! The chapters of the book: cover, article, notes, sources.

use palimpsest_story::{Note, NoteKind, OwnNote, Section, Source, Target, words_of};

use super::blocks::{ARTICLE, NOTES, SOURCES, own_mark};
use super::{Book, Chapter};
use crate::xml::{Element, block, id, inline, own_note};

/// The file with the cover.
pub(super) const COVER: &str = "cover.xhtml";

/// Returns every chapter for which the story has content.
pub(super) fn all(book: &Book) -> Vec<Chapter> {
    [cover(book), Some(article(book)), notes(book), sources(book)].into_iter().flatten().collect()
}

fn cover(book: &Book) -> Option<Chapter> {
    let picture = book.story.article.picture.as_ref().filter(|picture| book.has(&picture.address))?;
    let title = book.words.text("epub-cover");
    let drawing = inline("img").set("src", &picture.address).set("alt", &picture.description).set("role", "doc-cover");
    let body = block("body").set("class", "cover").with(block("section").set("epub:type", "cover").with(drawing));
    Some(Chapter { name: COVER, document: book.document(&title, body), title, parts: Vec::new() })
}

fn article(book: &Book) -> Chapter {
    let article = &book.story.article;
    let own = article.title_own_notes.iter().map(|mark| book.own_mark(*mark));
    let marks = own.chain(article.title_notes.iter().map(|mention| book.mark(mention)));
    let heading = inline("h1").with_all(book.prose(&article.title_prose)).with_all(marks);
    let standfirst = article.standfirst.iter().map(|text| book.paragraph(text));
    let byline =
        (!article.byline.is_empty()).then(|| inline("p").set("class", "byline").with_all(book.prose(&article.byline)));
    let header = block("header").with(heading).with_all(standfirst).with_all(byline);
    let sections = article.sections.iter().map(|section| self::section(section, book));
    let body = block("article").with(header).with_all(sections).with_all(own_notes(book));
    let headed = article.sections.iter().filter_map(|section| Some((section, section.heading.as_ref()?)));
    let parts = headed.map(|(section, heading)| (id(&section.id), words_of(heading)));
    Chapter {
        name: ARTICLE,
        title: article.title.clone(),
        parts: parts.collect(),
        document: book.document(&article.title, block("body").with(body)),
    }
}

fn section(Section { id: name, heading, blocks }: &Section, book: &Book) -> Element {
    let section = block("section");
    let section = match heading {
        Some(heading) => section.set("id", id(name)).with(inline("h2").with_all(book.prose(heading))),
        None => section,
    };
    section.with_all(book.blocks(blocks))
}

/// Returns the author's own notes, if there are any.
fn own_notes(book: &Book) -> Option<Element> {
    let notes = &book.story.article.own_notes;
    let note = |OwnNote { number, references, blocks }: &OwnNote| {
        let back = (1..=*references).map(|place| {
            let label = book.words.format("own-back", &[("number", (*number).into()), ("place", place.into())]);
            let shown = if place == 1 { book.words.number(*number) } else { format!("({})", book.words.number(place)) };
            let link = inline("a").set("href", format!("#{}", own_mark(*number, place)));
            link.set("role", "doc-backlink").set("aria-label", label).with(shown)
        });
        let note = block("aside").set("id", own_note(*number)).set("epub:type", "footnote").set("role", "doc-footnote");
        note.with(block("p").with_all(back)).with_all(book.blocks(blocks))
    };
    (!notes.is_empty()).then(|| {
        block("section").with(inline("h2").with(book.words.text("own-notes"))).with_all(notes.iter().map(note))
    })
}

/// Returns the chapter of the editors' notes: those on the text, followed by the terms.
fn notes(book: &Book) -> Option<Chapter> {
    let notes = &book.story.notes;
    let title = book.words.text("notes-title");
    let of = |is_term: bool| notes.iter().filter(move |note| (note.kind == NoteKind::Term) == is_term).peekable();
    let mut parts = Vec::new();
    let mut sections = Vec::new();
    for (is_term, key, name) in [(false, "notes-title", "notes"), (true, "terms-title", "terms")] {
        let mut notes = of(is_term);
        if notes.peek().is_some() {
            let title = book.words.text(key);
            let heading = inline("h2").with(title.as_str());
            let name = format!("part.{name}");
            let section = block("section").set("id", &name).with(heading);
            sections.push(section.with_all(notes.map(|note| self::note(note, book))));
            parts.push((name, title));
        }
    }
    let editors = book.names(&book.story.publication.editors);
    let by = (!editors.is_empty()).then(|| inline("p").set("class", "byline").with(editors));
    let body = block("body").with(inline("h1").with(title.as_str())).with_all(by).with_all(sections);
    (!notes.is_empty()).then(|| Chapter { name: NOTES, document: book.document(&title, body), title, parts })
}

fn note(note: &Note, book: &Book) -> Element {
    let Note { id: name, kind, number, title, text, lead: _ } = note;
    let kind = match kind {
        NoteKind::Correction => "note-correction",
        NoteKind::Comment => "note-comment",
        NoteKind::Term => "note-term",
    };
    let target = Target::Note(name.clone());
    let mark =
        book.story.article.mentions().find(|mention| mention.target == target && (mention.linked || number.is_some()));
    let label = match number {
        Some(number) => {
            let kind = book.words.text(kind);
            let label = book.words.format("note-numbered", &[("kind", kind.into()), ("number", (*number).into())]);
            book.words.format("note-titled", &[("note", label.into()), ("title", title.as_str().into())])
        }
        None => title.clone(),
    };
    let label = match mark {
        Some(mark) => {
            let link = inline("a").set("href", format!("{ARTICLE}#{}", id(&mark.id)));
            inline("strong").with(link.set("role", "doc-backlink").with(label))
        }
        None => inline("strong").with(label),
    };
    let aside = block("aside").set("id", id(name)).set("epub:type", "footnote").set("role", "doc-footnote");
    aside.with(inline("p").with(label)).with_all(book.texts(text))
}

fn sources(book: &Book) -> Option<Chapter> {
    let sources = &book.story.sources;
    let title = book.words.text("sources-title");
    let source = |source: &Source| {
        let address =
            source.url.as_ref().map(|url| inline("a").set("href", url.replace(' ', "%20")).with(url.as_str()));
        let entry = inline("li").set("id", id(&source.id)).with_all(book.prose(&source.citation));
        match address {
            // The citation may already end with the address.
            Some(address) if !words_of(&source.citation).contains(source.url.as_deref().unwrap_or_default()) => {
                entry.with(" ").with(address)
            }
            _ => entry,
        }
    };
    let list = block("ul").with_all(sources.iter().map(source));
    let body = block("body").with(inline("h1").with(title.as_str())).with(list);
    (!sources.is_empty()).then(|| Chapter {
        name: SOURCES,
        document: book.document(&title, body),
        title,
        parts: Vec::new(),
    })
}
