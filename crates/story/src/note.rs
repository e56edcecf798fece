//! The editors' comments on the article.

use crate::{NoteId, Prose};

/// Our comment on a stretch of the article.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Note {
    /// Its id.
    pub id: NoteId,
    /// What it is for.
    pub kind: NoteKind,
    /// Its number, from 1, in the order of the article; a term has none.
    pub number: Option<u32>,
    /// What it says, in a few words; of a term, the term.
    pub title: String,
    /// What it says, in paragraphs.
    pub text: Vec<Prose>,
}

/// What a note is for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum NoteKind {
    /// The record shows something else than the article says.
    #[default]
    Correction,
    /// What the article says is disputed, or needs context.
    Comment,
    /// It explains a word: an entry of the glossary.
    Term,
}

impl NoteKind {
    /// The word for it.
    pub fn word(self) -> &'static str {
        match self {
            Self::Correction => "Correction",
            Self::Comment => "Comment",
            Self::Term => "Term",
        }
    }
}
