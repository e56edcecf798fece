//! Full-text search over the page: people, events, notes, sources and sentences, and the page's sections and tools, which
//! are also found by other words. Words are compared without case, accents and hyphens, and may be unfinished. Stop words
//! are dropped, and typing errors are forgiven if nothing else is found. The code is pure, and deliberately small: the
//! standard library's character tables, sorting and string searching would add more to the program than the whole module
//! does.

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

/// The kind of an entry or of a hit, in the order in which groups with equally good hits are shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// A view of the timeline; only a hit.
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
    /// A result nearest to a query that nothing matches; only a hit, as are sections.
    Nearest,
    /// A section of the page to go to instead.
    Section,
    /// A query that the editors suggest. It does not answer a query, and is shown if the query is empty.
    Suggestion,
}

impl Kind {
    /// The kinds of entries that answer a query, in order.
    pub const ALL: [Self; 6] = [Self::Person, Self::Event, Self::Note, Self::Source, Self::Sentence, Self::Way];

    /// Reports whether a hit of this kind answers the query.
    pub fn answers(self) -> bool {
        self < Self::Nearest
    }
}

/// What the search knows about the language of the page.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Language {
    /// The words that are dropped where other words remain.
    pub stop_words: String,
    /// Groups of synonyms, separated by semicolons.
    pub synonyms: String,
    /// The words that stand for the person the page is about, such as “he”.
    pub pronouns: String,
    /// The name of the person the page is about: the one whom the article names most.
    pub protagonist: String,
}

/// Something that can be found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// Its kind.
    pub kind: Kind,
    /// Where the entry leads, in the form that [`Action::AnswerChosen`](crate::Action::AnswerChosen) reads; for most
    /// entries, a URL fragment.
    pub id: String,
    /// The title; empty for a sentence.
    pub title: String,
    /// The text, including other spellings and scripts.
    pub text: String,
    /// The number of bytes of the text that are shown wherever the match is; 0 to show an excerpt around the match.
    pub shown: usize,
    /// The folded words of title and text.
    sieve: Sieve,
}

impl Entry {
    /// Creates an entry.
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
    /// Where the hit leads, as [`Entry::id`] says.
    pub id: String,
    /// The whole title.
    pub title: Vec<Stretch>,
    /// The words around the match in the text, or the beginning of the text that is always shown; empty if only the title
    /// matched.
    pub excerpt: Vec<Stretch>,
}
