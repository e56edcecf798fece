//! Finding words on the page: in names, events, notes, sources and sentences. Words are compared without case and
//! accents, may be unfinished, and are forgiven a typing error when nothing else is found. Pure, and small on purpose:
//! the tables of the standard library, its sorting and its searching would cost the browser more than all of this.

#[cfg(test)]
mod examples;
mod excerpt;
mod fold;
mod matching;
mod rank;

pub use rank::search;

/// What kind of thing; in the order in which groups are shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// Somebody.
    Person,
    /// Something that happened.
    Event,
    /// An explanation.
    Note,
    /// A work that the story relies on.
    Source,
    /// A sentence of the story.
    Sentence,
}

impl Kind {
    /// All of them, in their order.
    pub const ALL: [Self; 5] = [Self::Person, Self::Event, Self::Note, Self::Source, Self::Sentence];
}

/// Something that can be found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// What kind of thing it is.
    pub kind: Kind,
    /// Where it is: the fragment of its address.
    pub id: String,
    /// What it is called; empty for a sentence.
    pub title: String,
    /// Everything it says, other spellings and scripts included.
    pub text: String,
}

/// A stretch of words, and whether the query matched it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stretch {
    /// The words, as they are written.
    pub words: String,
    /// Whether the query matched them.
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
