//! Full-text search over the page: people, events, notes, sources and sentences; and over the page's sections and tools,
//! which are known by other words too. Words are compared without case, accents and hyphens and may be unfinished. Words that
//! mean nothing by themselves are dropped, and typing errors are forgiven when nothing else is found. The code is pure, and
//! small on purpose: the standard library's tables, sorting and searching would add more to the program than all of this.

#[cfg(test)]
mod examples;
mod excerpt;
mod find;
mod fold;
mod matching;
mod period;
mod pieces;
mod rank;
mod sieve;
mod source;

pub use find::find;
pub use pieces::{Piece, pieces};
pub(crate) use rank::TOOL;
use sieve::Sieve;
pub use source::{Printed, SOURCES, Source};

/// The kind of an entry or of a hit, in the order in which equally good groups are shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// A view of the timeline; only as a hit.
    View,
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
    /// A section or a tool of the page.
    Way,
    /// What is nearest to a query that nothing matches; only as a hit, as all that follow.
    Nearest,
    /// A section that one can go to instead.
    Section,
    /// A query that the editors suggest. It is no answer, and shown where nothing is asked.
    Suggestion,
}

impl Kind {
    /// The kinds of entries that answer a query, in order.
    pub const ALL: [Self; 6] = [Self::Person, Self::Event, Self::Note, Self::Source, Self::Sentence, Self::Way];

    /// Whether a hit of this kind answers the query.
    pub fn answers(self) -> bool {
        self < Self::Nearest
    }
}

/// What the search knows of the language of the page.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Language {
    /// The words that are dropped where others are left.
    pub stop_words: String,
    /// Groups of words that mean the same, with a semicolon between them.
    pub synonyms: String,
    /// The words that stand for whom the page is about, such as “he”.
    pub pronouns: String,
    /// The name of whom the page is about: whom the article names most.
    pub protagonist: String,
}

/// Something that can be found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// Its kind.
    pub kind: Kind,
    /// Where it leads, as [`Action::AnswerChosen`](crate::Action::AnswerChosen) reads it: for most, the fragment of its
    /// address.
    pub id: String,
    /// Its title; empty for a sentence.
    pub title: String,
    /// Its text, with other spellings and scripts.
    pub text: String,
    /// How many bytes of the text are shown wherever the match is; 0 for an excerpt around the match.
    pub shown: usize,
    /// The words of title and text.
    sieve: Sieve,
}

impl Entry {
    /// An entry of the search.
    pub fn new(kind: Kind, id: String, title: String, text: String, shown: usize) -> Self {
        let sieve = Sieve::of(&[&title, &text]);
        Self { kind, id, title, text, shown, sieve }
    }
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
    /// Its kind.
    pub kind: Kind,
    /// Where it leads.
    pub id: String,
    /// Its whole title.
    pub title: Vec<Stretch>,
    /// Some words around the match in its text; empty when only the title matched.
    pub excerpt: Vec<Stretch>,
}
