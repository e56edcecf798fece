//! The model: a [`Story`] is everything that a page shows, as plain values.
//!
//! The compiler builds a `Story` from a folder of text files and resolves its dates, mentions and texts. This crate does no
//! I/O and depends neither on Yew nor on a browser.

mod article;
mod author;
mod block;
mod citation;
mod claim;
pub mod csl;
mod date;
mod erasure;
mod event;
mod id;
mod media;
mod note;
mod paragraph;
mod person;
mod phase;
mod place;
mod prose;
mod publication;
mod revision;
mod source;
mod stance;
mod words;

use std::collections::BTreeSet;

pub use article::{Article, OwnNote, Picture, Section};
pub use author::Author;
pub use block::{Block, Cell, Figure, Heading, List, Media, Quotation, Side, Table};
pub use citation::Citation;
pub use claim::{Claim, ClaimStatus, ClaimValue};
pub use date::{Date, DatePart};
pub use erasure::{Disc, Erased, Erasure, Losses, Piece};
pub use event::{Event, Illustration};
pub use id::{EventId, MentionId, NoteId, PassageId, PersonId, SectionId, SentenceId, SourceId, StayId};
pub use media::{CAPTIONS, MEDIA_TYPES, MediaKind, media_type, type_in};
pub use note::{Note, NoteKind};
pub use palimpsest_calendar::{CalendarDay, Extent};
pub use paragraph::{Excerpt, Mentioned, Paragraph, Sentence};
pub use person::{Death, LifeDate, Manner, Office, Person, PersonKind, Portrait, Relation, Stay};
pub use phase::Phase;
pub use place::{NativeName, Place, Point};
pub use prose::{Inline, Mark, Mention, OwnMark, Prose, Target, uncited, words_of};
pub use publication::{EVERY_SITE, Lack, Publication};
pub use revision::Revision;
pub use source::{Further, Grade, Passage, ReadExtent, Source};
pub use stance::{OwnStance, Stance, StanceColor, StanceSide, Standing};

/// Everything that a page shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Story {
    /// The language of the page, a BCP 47 tag.
    pub language: String,
    /// How the page is published.
    pub publication: Publication,
    /// The people whom the censor's copy of the page leaves out, and how.
    pub erasure: Erasure,
    /// The article with its mentions.
    pub article: Article,
    /// The people with a card, in the editors' order.
    pub people: Vec<Person>,
    /// The events, sorted by their earliest day; events that begin on the same day are in the editors' order.
    pub events: Vec<Event>,
    /// The editors' notes: corrections and comments in the order of the article, then the terms in alphabetical order.
    pub notes: Vec<Note>,
    /// The works that are cited or recommended, in alphabetical order of their citations.
    pub sources: Vec<Source>,
    /// The facts on which sources differ, in the editors' order.
    pub claims: Vec<Claim>,
    /// The kinds of relations that the editors define, in their order.
    pub stances: Vec<OwnStance>,
    /// The phases of the timeline, in their order.
    pub phases: Vec<Phase>,
    /// The editors' corrections of their own work, in their order.
    pub revisions: Vec<Revision>,
}

impl Story {
    /// Returns the person with this id.
    pub fn person(&self, id: &PersonId) -> Option<&Person> {
        self.people.iter().find(|person| person.id == *id)
    }

    /// Returns the event with this id.
    pub fn event(&self, id: &EventId) -> Option<&Event> {
        self.events.iter().find(|event| event.id == *id)
    }

    /// Returns the note with this id.
    pub fn note(&self, id: &NoteId) -> Option<&Note> {
        self.notes.iter().find(|note| note.id == *id)
    }

    /// Returns the source with this id.
    pub fn source(&self, id: &SourceId) -> Option<&Source> {
        self.sources.iter().find(|source| source.id == *id)
    }

    /// Returns the passage with this id, and its work.
    pub fn passage(&self, id: &PassageId) -> Option<(&Source, &Passage)> {
        self.sources.iter().find_map(|source| Some((source, source.passages.iter().find(|passage| passage.id == *id)?)))
    }

    /// Returns the label of a citation: author and year, and the place in the work: `Kotkin 2014, ch. 10`. Returns an empty
    /// string if the story does not contain the work.
    pub fn cited(&self, citation: &Citation) -> String {
        let Some(source) = self.source(&citation.source) else { return String::new() };
        let passage = citation.passage.as_ref().and_then(|id| source.passages.iter().find(|passage| passage.id == *id));
        match passage.and_then(|passage| passage.at.as_ref()) {
            Some(at) => format!("{}, {at}", source.short),
            None => source.short.clone(),
        }
    }

    /// Returns the addresses of all files in the figures of the article and of the events, including captions of sounds and
    /// films.
    pub fn media_addresses(&self) -> BTreeSet<String> {
        let mut addresses = self.article.media_addresses();
        let figures = self.events.iter().filter_map(|event| event.figure.as_ref());
        addresses.extend(figures.flat_map(|figure| figure.media.addresses()).cloned());
        addresses
    }

    /// Returns the contested facts of a person, an event or a note.
    pub fn claims_about<'story>(&'story self, target: &'story Target) -> impl Iterator<Item = &'story Claim> {
        self.claims.iter().filter(move |claim| claim.about == *target)
    }

    /// Returns the name or title of a target; for a source, its author and year. Returns an empty string if the story does
    /// not contain the target.
    pub fn title(&self, target: &Target) -> &str {
        let title = match target {
            Target::Person(id) => self.person(id).map(|person| &person.name),
            Target::Event(id) => self.event(id).map(|event| &event.title),
            Target::Note(id) => self.note(id).map(|note| &note.title),
            Target::Source(id) => self.source(id).map(|source| &source.short),
        };
        title.map(String::as_str).unwrap_or_default()
    }

    /// Returns the person whom the most sentences of the article name, or the first such person in the editors' order.
    /// Returns `None` if the article names nobody.
    pub fn protagonist(&self) -> Option<&Person> {
        let named = self.people.iter().filter(|person| !person.sentences.is_empty());
        // `max_by_key` returns the last of several maxima.
        named.rev().max_by_key(|person| person.sentences.len())
    }

    /// Returns the relations between two people, from the entries of both.
    pub fn relations_between<'story>(
        &self,
        one: &'story Person,
        other: &'story Person,
    ) -> impl Iterator<Item = &'story Relation> + use<'story> {
        let of = |person: &'story Person, with: &'story Person| {
            person.relations.iter().filter(move |relation| relation.with == with.id)
        };
        of(one, other).chain(of(other, one))
    }

    /// Returns the events that involve this person, earliest first.
    pub fn events_of<'story>(&'story self, person: &'story PersonId) -> impl Iterator<Item = &'story Event> {
        self.events.iter().filter(move |event| event.people.contains(person))
    }
}
