//! Running text: stretches of words, each with at most one emphasis and at most one thing that it points to.

use serde::Serialize;

use crate::wire::{Faults, Fields, Json, Read, readable, words, wrong};
use crate::{EventId, MentionId, NoteId, PersonId, SourceId};

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
    /// What they name, in the article.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub mention: Option<Mention>,
    /// Where they lead, in a text of ours: a citation leads to its source.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub link: Option<Target>,
}

readable!(Inline { text, emphasis, mention, link });

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

/// A stretch of the article that names a person, or points to an event or a note. The mark of a note has no words.
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

/// What a mention names, or a link leads to.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Target {
    /// Somebody with a card.
    Person(PersonId),
    /// Something on the timeline.
    Event(EventId),
    /// A comment of ours.
    Note(NoteId),
    /// A work that a statement rests on.
    Source(SourceId),
}

impl Read for Target {
    fn read(json: Json, faults: &mut Faults) -> Self {
        let (kind, id) = Fields::only(json);
        match kind.as_str() {
            "person" => Self::Person(PersonId::read(id, faults)),
            "event" => Self::Event(EventId::read(id, faults)),
            "note" => Self::Note(NoteId::read(id, faults)),
            "source" => Self::Source(SourceId::read(id, faults)),
            _ => {
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
            Self::Note(id) => id,
            Self::Source(id) => id,
        }
    }
}
