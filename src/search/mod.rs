//! Full-text search over the page: people, events, notes, sources and sentences. Words are compared without case and accents
//! and may be unfinished; typing errors are forgiven when nothing else is found. The code is pure, and small on purpose: the
//! standard library's tables, sorting and searching would add more to the program than all of this.

#[cfg(test)]
mod examples;
mod excerpt;
mod fold;
mod matching;
mod rank;

pub use rank::search;

/// The kind of an entry, in the order in which equally good groups are shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// A person.
    Person,
    /// An event.
    Event,
    /// A note or a term.
    Note,
    /// A work that the editors cite.
    Source,
    /// A sentence of the article.
    Sentence,
}

impl Kind {
    /// All kinds, in order.
    pub const ALL: [Self; 5] = [Self::Person, Self::Event, Self::Note, Self::Source, Self::Sentence];
}

/// Something that can be found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// Its kind.
    pub kind: Kind,
    /// The fragment of its address.
    pub id: String,
    /// Its title; empty for a sentence.
    pub title: String,
    /// Its text, with other spellings and scripts.
    pub text: String,
}

/// A stretch of text, and whether the query matched it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stretch {
    /// The text as it is written.
    pub words: String,
    /// Whether the query matched it.
    pub found: bool,
}

/// Something that was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hit {
    /// The index of the entry.
    pub entry: usize,
    /// The kind of the entry.
    pub kind: Kind,
    /// The fragment of its address.
    pub id: String,
    /// Its whole title.
    pub title: Vec<Stretch>,
    /// Some words around the match in its text; empty when only the title matched.
    pub excerpt: Vec<Stretch>,
}
