//! Running text: stretches of words, each with at most one emphasis and at most one thing that it points to.

use serde::Serialize;

use crate::wire::{Faults, Fields, Json, Read, readable, words, wrong};
use crate::{EventId, MentionId, PersonId};

/// A paragraph's or a sentence's words, cut where emphasis or a mention begins and ends.
pub type Prose = Vec<Inline>;

/// A stretch of words.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Inline {
    /// The words, spaces included.
    pub text: String,
    /// How they are stressed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub emphasis: Option<Emphasis>,
    /// What they name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub mention: Option<Mention>,
}

readable!(Inline { text, emphasis, mention });

/// How words are stressed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Emphasis {
    /// HTML's `<em>`.
    Stress,
    /// HTML's `<strong>`.
    Strong,
}

words!(Emphasis { Stress = "stress", Strong = "strong" });

/// A stretch of text that names a person or points to an event.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Mention {
    /// Its own id.
    pub id: MentionId,
    /// What it names.
    pub target: Target,
    /// Whether it is a link: the first mention of its target in a paragraph is, a later one only when the editors made
    /// it one.
    pub linked: bool,
}

readable!(Mention { id, target, linked });

/// What a mention names.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Target {
    /// Somebody with a card.
    Person(PersonId),
    /// Something on the timeline.
    Event(EventId),
}

impl Read for Target {
    fn read(json: Json, faults: &mut Faults) -> Self {
        let mut fields = Fields::of(json);
        let person: Option<PersonId> = fields.read("person", faults);
        let event: Option<EventId> = fields.read("event", faults);
        match (person, event) {
            (Some(person), None) => Self::Person(person),
            (_, Some(event)) => Self::Event(event),
            (None, None) => {
                wrong(faults);
                Self::Person("".into())
            }
        }
    }
}

impl Target {
    /// The URL fragment of the target, without `#`.
    pub fn fragment(&self) -> &str {
        match self {
            Self::Person(id) => id,
            Self::Event(id) => id,
        }
    }
}
