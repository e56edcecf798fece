//! The editors' notes on the article.

use crate::words::words;
use crate::{NoteId, Prose};

/// A note on a passage of the article, or an explanation of a term.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Note {
    /// As in `notes.md`.
    pub id: NoteId,
    /// What the note is for.
    pub kind: NoteKind,
    /// The number in the order of the article, from 1; terms have none.
    pub number: Option<u32>,
    /// A short summary, or the term.
    pub title: String,
    /// The text, in paragraphs.
    pub text: Vec<Prose>,
}

words! {
    /// The purpose of a note.
    #[derive(Default)]
    NoteKind {
        /// The record contradicts the article.
        #[default]
        Correction = "Correction",
        /// The article's statement is disputed or needs context.
        Comment = "Comment",
        /// A glossary entry.
        Term = "Term",
    }
}
