//! The editors' notes on the article.

use crate::words::words;
use crate::{Inline, NoteId, Prose, Target};

/// A note on a passage of the article, or an explanation of a term.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Note {
    /// The id of the note in `notes.md`.
    pub id: NoteId,
    /// The purpose of the note.
    pub kind: NoteKind,
    /// The number of the note in the order of the article, from 1; terms have none.
    pub number: Option<u32>,
    /// A short summary, or the term.
    pub title: String,
    /// The text, in paragraphs.
    pub text: Vec<Prose>,
    /// The number of runs of the first paragraph that form its first sentence.
    pub lead: usize,
}

impl Note {
    /// Returns the first sentence.
    pub fn lead(&self) -> &[Inline] {
        self.text.first().map_or(&[], |first| &first[..self.lead.min(first.len())])
    }

    /// Returns the first sentence without its citations: `Lenin spoke against it.` for
    /// `Lenin spoke against it (Lenin 1965).`
    pub fn lead_words(&self) -> String {
        let mut words = String::new();
        let mut cites = false;
        for inline in self.lead() {
            if matches!(inline.link, Some(Target::Source(_))) {
                // Drops what stands between two citations, and the bracket before the first one.
                if !cites {
                    words.truncate(words.trim_end_matches('(').trim_end().len());
                }
                cites = true;
            } else if cites && inline.text.trim() == ";" {
            } else {
                words.push_str(if cites { inline.text.trim_start_matches(')') } else { &inline.text });
                cites = false;
            }
        }
        words.trim_end().to_owned()
    }
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

#[cfg(test)]
mod tests {
    use super::*;

    fn run(text: &str, link: Option<Target>) -> Inline {
        Inline { link, ..Inline::plain(text) }
    }

    #[test]
    fn the_first_sentence_is_told_without_its_citations() {
        let source = |id: &str| Some(Target::Source(id.into()));
        let first = vec![
            run("The Congress opened on ", None),
            run("8 March", Some(Target::Event("congress".into()))),
            run(" (", None),
            run("Lenin 1965", source("lenin")),
            run("; ", None),
            run("Kotkin 2014", source("kotkin")),
            run(").", None),
            run(" It met in Moscow.", None),
        ];
        let note = Note {
            id: "first".into(),
            kind: NoteKind::Correction,
            number: Some(1),
            title: "First".to_owned(),
            text: vec![first],
            lead: 7,
        };
        assert_eq!(note.lead_words(), "The Congress opened on 8 March.");
    }
}
