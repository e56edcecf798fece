//! The model: a [`Story`] is everything one page shows, as plain values.
//!
//! The compiler makes a `Story` from a folder of text, the press prints it, and the reader shows it. This crate does
//! no I/O and knows neither Yew nor the browser; it parses nothing: dates, mentions and prose arrive resolved.

mod article;
mod author;
mod date;
mod event;
mod id;
mod note;
mod person;
mod prose;
mod publication;
mod source;

pub use article::{Article, Excerpt, Paragraph, Picture, Section, Sentence};
pub use author::Author;
pub use date::{Date, DatePart, MONTHS};
pub use event::{Event, Place};
pub use id::{EventId, MentionId, NoteId, PersonId, SectionId, SentenceId, SourceId};
pub use note::{Note, NoteKind};
pub use palimpsest_calendar::{CalendarDay, Extent};
pub use person::{LifeDate, NativeName, Office, Person, Relation, Stance, Stay};
pub use prose::{Emphasis, Inline, Mention, Prose, Target};
pub use publication::Publication;
pub use source::Source;

/// Everything one page shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Story {
    /// The page's language, a BCP 47 tag.
    pub language: String,
    /// What machines are told about the page.
    pub publication: Publication,
    /// The author's text.
    pub article: Article,
    /// Everyone with a card, in the editors' order.
    pub people: Vec<Person>,
    /// Everything dated, from the earliest; events that begin on one day stand in the editors' order.
    pub events: Vec<Event>,
    /// Our comments: corrections and comments in the order of the article, then the terms in that of the alphabet.
    pub notes: Vec<Note>,
    /// The works that our statements rest on, in alphabetical order of their citations.
    pub sources: Vec<Source>,
}

impl Story {
    /// The person with this id.
    pub fn person(&self, id: &PersonId) -> Option<&Person> {
        self.people.iter().find(|person| person.id == *id)
    }

    /// The event with this id.
    pub fn event(&self, id: &EventId) -> Option<&Event> {
        self.events.iter().find(|event| event.id == *id)
    }

    /// The note with this id.
    pub fn note(&self, id: &NoteId) -> Option<&Note> {
        self.notes.iter().find(|note| note.id == *id)
    }

    /// The source with this id.
    pub fn source(&self, id: &SourceId) -> Option<&Source> {
        self.sources.iter().find(|source| source.id == *id)
    }

    /// Who or what has this id and can be looked up.
    pub fn target(&self, id: &str) -> Option<Target> {
        None.or_else(|| self.person(&id.into()).map(|person| Target::Person(person.id.clone())))
            .or_else(|| self.event(&id.into()).map(|event| Target::Event(event.id.clone())))
            .or_else(|| self.note(&id.into()).map(|note| Target::Note(note.id.clone())))
            .or_else(|| self.source(&id.into()).map(|source| Target::Source(source.id.clone())))
    }

    /// What something is called; of a source, author and year. Empty when the story has no such thing.
    pub fn title(&self, target: &Target) -> &str {
        let title = match target {
            Target::Person(id) => self.person(id).map(|person| &person.name),
            Target::Event(id) => self.event(id).map(|event| &event.title),
            Target::Note(id) => self.note(id).map(|note| &note.title),
            Target::Source(id) => self.source(id).map(|source| &source.short),
        };
        title.map(String::as_str).unwrap_or_default()
    }

    /// The events that name this person, from the earliest.
    pub fn events_of<'story>(&'story self, person: &'story PersonId) -> impl Iterator<Item = &'story Event> {
        self.events.iter().filter(move |event| event.people.contains(person))
    }

    /// Whether the page has an element with this id that the article or the story's lists put there.
    pub fn has_place(&self, id: &str) -> bool {
        self.people.iter().any(|person| &*person.id == id)
            || self.events.iter().any(|event| &*event.id == id)
            || self.notes.iter().any(|note| &*note.id == id)
            || self.sources.iter().any(|source| &*source.id == id)
            || self.article.sections.iter().any(|section| &*section.id == id)
            || self.article.sentences().any(|sentence| &*sentence.id == id)
    }
}
