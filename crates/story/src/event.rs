//! Events of the timeline.

use crate::{Citation, Date, EventId, Media, PersonId, Place, Prose, SentenceId};

/// An event of the timeline.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Event {
    /// As in `events.toml`.
    pub id: EventId,
    /// When it happened, with at least a first day.
    pub date: Date,
    /// A short title without the date.
    pub title: String,
    /// What happened, in one line.
    pub summary: Prose,
    /// More about it, in paragraphs.
    pub text: Vec<Prose>,
    /// What shows it, after the text.
    pub figure: Option<Illustration>,
    /// Where it happened, if that is known.
    pub place: Option<Place>,
    /// The people involved, in the editors' order.
    pub people: Vec<PersonId>,
    /// The sentence of the article that has the event; `None` for context that the editors add.
    pub told: Option<SentenceId>,
    /// What all of this rests on.
    pub sources: Vec<Citation>,
}

/// A picture, a sound or a film that the editors add.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Illustration {
    /// What it is.
    pub media: Media,
    /// The words under it; empty where there are none.
    pub caption: Prose,
}
