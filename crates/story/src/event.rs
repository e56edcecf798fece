//! Events of the timeline.

use crate::{Citation, Date, EventId, Media, PersonId, Place, Prose, SentenceId};

/// An event of the timeline.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Event {
    /// The id of the event in `events.toml`.
    pub id: EventId,
    /// When the event happened. At least the first day is known.
    pub date: Date,
    /// A short title without the date.
    pub title: String,
    /// What happened, in one line.
    pub summary: Prose,
    /// More about the event, in paragraphs.
    pub text: Vec<Prose>,
    /// The picture, sound or film after the text.
    pub figure: Option<Illustration>,
    /// Where the event happened, if that is known.
    pub place: Option<Place>,
    /// The people involved, in the editors' order.
    pub people: Vec<PersonId>,
    /// The sentence of the article that tells the event; `None` for context that the editors add.
    pub told: Option<SentenceId>,
    /// The sources of everything said about the event.
    pub sources: Vec<Citation>,
}

/// A picture, a sound or a film that the editors add.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Illustration {
    /// The picture, sound or film.
    pub media: Media,
    /// The caption; empty if there is none.
    pub caption: Prose,
}
