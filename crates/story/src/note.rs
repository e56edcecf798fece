//! The editors' comments on the article.

use crate::words::words;
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

words! {
    /// What a note is for.
    #[derive(Default)]
    NoteKind {
        /// The record shows something else than the article says.
        #[default]
        Correction = "Correction",
        /// What the article says is disputed, or needs context.
        Comment = "Comment",
        /// It explains a word: an entry of the glossary.
        Term = "Term",
    }
}
