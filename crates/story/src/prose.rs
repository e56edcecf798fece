//! Running text: runs of words, each with at most one emphasis and at most one mention or link.

use crate::{EventId, MentionId, NoteId, PersonId, SourceId};

/// The words of a paragraph or a sentence, split where an emphasis, a mention or a link begins or ends.
pub type Prose = Vec<Inline>;

/// A run of words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Inline {
    /// The words, spaces included.
    pub text: String,
    /// The emphasis on all of the words.
    pub emphasis: Option<Emphasis>,
    /// What the words mention; only in the article.
    pub mention: Option<Mention>,
    /// The target of a link or a citation; only in the editors' texts.
    pub link: Option<Target>,
}

/// The emphasis on words.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Emphasis {
    /// HTML's `<em>`.
    Stress,
    /// HTML's `<strong>`.
    Strong,
}

/// A place in the article that mentions a person, an event or a note. A note reference has no words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mention {
    /// Made from the position in the article.
    pub id: MentionId,
    /// The person, event or note.
    pub target: Target,
    /// Whether it is a link: the first mention of a target in a paragraph is, later ones only where the editors made
    /// them links.
    pub linked: bool,
}

/// The target of a mention or a link.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Target {
    /// A person with a card.
    Person(PersonId),
    /// An event of the timeline.
    Event(EventId),
    /// A note of the editors.
    Note(NoteId),
    /// A cited work.
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
