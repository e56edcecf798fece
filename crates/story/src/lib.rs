//! The model: a [`Story`] is everything that a page shows, as plain values.
//!
//! The compiler builds a `Story` from a folder of text files, with dates, mentions and texts resolved. This crate does no I/O
//! and depends neither on Yew nor on a browser.

mod article;
mod author;
mod date;
mod event;
mod id;
mod note;
mod person;
mod place;
mod prose;
mod publication;
mod source;
mod words;

pub use article::{Article, Excerpt, Paragraph, Picture, Section, Sentence};
pub use author::Author;
pub use date::{Date, DatePart};
pub use event::Event;
pub use id::{EventId, MentionId, NoteId, PersonId, SectionId, SentenceId, SourceId};
pub use note::{Note, NoteKind};
pub use palimpsest_calendar::{CalendarDay, Extent};
pub use person::{LifeDate, Office, Person, Relation, Stance, Stay};
pub use place::{NativeName, Place};
pub use prose::{Emphasis, Inline, Mention, Prose, Target};
pub use publication::Publication;
pub use source::Source;

/// Everything that a page shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Story {
    /// The language of the page, a BCP 47 tag.
    pub language: String,
    /// How the page is published.
    pub publication: Publication,
    /// The article with its mentions.
    pub article: Article,
    /// The people with a card, in the editors' order.
    pub people: Vec<Person>,
    /// The events by their earliest day; those that begin on the same day are in the editors' order.
    pub events: Vec<Event>,
    /// The editors' notes: corrections and comments in the order of the article, then the terms alphabetically.
    pub notes: Vec<Note>,
    /// The cited works, in alphabetical order of their citations.
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

    /// The name or title of a target; of a source, author and year. Empty when the story does not have it.
    pub fn title(&self, target: &Target) -> &str {
        let title = match target {
            Target::Person(id) => self.person(id).map(|person| &person.name),
            Target::Event(id) => self.event(id).map(|event| &event.title),
            Target::Note(id) => self.note(id).map(|note| &note.title),
            Target::Source(id) => self.source(id).map(|source| &source.short),
        };
        title.map(String::as_str).unwrap_or_default()
    }

    /// The events that involve this person, from the earliest.
    pub fn events_of<'story>(&'story self, person: &'story PersonId) -> impl Iterator<Item = &'story Event> {
        self.events.iter().filter(move |event| event.people.contains(person))
    }
}
