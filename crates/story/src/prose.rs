//! Running text: stretches of words, each with at most one emphasis and at most one thing that it points to.

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

/// How words are stressed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Emphasis {
    /// HTML's `<em>`.
    Stress,
    /// HTML's `<strong>`.
    Strong,
}

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
