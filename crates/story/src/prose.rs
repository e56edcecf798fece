//! Running text: stretches of words, each with at most one emphasis and at most one thing that it points to.

use serde::{Serialize, Serializer};

use crate::wire::{Faults, Fields, Json, Read, record, words};
use crate::{EventId, MentionId, NoteId, PersonId, SourceId};

/// A paragraph's or a sentence's words, cut where emphasis or a mention begins and ends.
pub type Prose = Vec<Inline>;

/// A stretch of words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Inline {
    /// The words, spaces included.
    pub text: String,
    /// How they are stressed.
    pub emphasis: Option<Emphasis>,
    /// What they name, in the article.
    pub mention: Option<Mention>,
    /// Where they lead, in a text of ours: a citation leads to its source.
    pub link: Option<Target>,
}

impl Serialize for Inline {
    /// Most inlines are words and nothing else: they travel as those.
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self { text, emphasis: None, mention: None, link: None } => serializer.serialize_str(text),
            Self { text, emphasis, mention, link } => (text, emphasis, mention, link).serialize(serializer),
        }
    }
}

impl Read for Inline {
    fn read(json: Json, faults: &mut Faults) -> Self {
        let mut fields = match json {
            Json::Text(_) => Fields::of(Json::List(vec![json, Json::Null, Json::Null, Json::Null])),
            json => Fields::of(json),
        };
        Self {
            text: fields.read(faults),
            emphasis: fields.read(faults),
            mention: fields.read(faults),
            link: fields.read(faults),
        }
    }
}

/// How words are stressed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Emphasis {
    /// HTML's `<em>`.
    Stress,
    /// HTML's `<strong>`.
    Strong,
}

words!(Emphasis { Stress = "stress", Strong = "strong" });

/// A stretch of the article that names a person, or points to an event or a note. The mark of a note has no words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mention {
    /// Its own id.
    pub id: MentionId,
    /// What it names.
    pub target: Target,
    /// Whether it is a link: the first mention of its target in a paragraph is, a later one only when the editors made
    /// it one.
    pub linked: bool,
}

record!(Mention { id, target, linked });

/// What a mention names, or a link leads to.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
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

impl Serialize for Target {
    /// As one string: the kind's letter, then the id.
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let kind = match self {
            Self::Person(_) => "p",
            Self::Event(_) => "e",
            Self::Note(_) => "n",
            Self::Source(_) => "s",
        };
        serializer.serialize_str(&[kind, self.fragment()].concat())
    }
}

impl Read for Target {
    fn read(json: Json, faults: &mut Faults) -> Self {
        let text = String::read(json, faults);
        let (kind, id) = text.split_at(text.len().min(1));
        match kind {
            "p" => Self::Person(id.into()),
            "e" => Self::Event(id.into()),
            "n" => Self::Note(id.into()),
            "s" => Self::Source(id.into()),
            _ => {
                faults.add();
                Self::Person(id.into())
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
