//! The author's own notes: footnotes that are written in the article itself.

use palimpsest_story::OwnMark;

use crate::blocks::RawFootnote;
use crate::lost;

/// The author's notes while the article is read. Their first references give them their numbers.
#[derive(Default)]
pub(crate) struct OwnNotes {
    /// The labels, folded as Markdown does, each with its number, if it has one, and the number of references to it so far.
    labels: Vec<(String, Option<(u32, u32)>)>,
    numbered: u32,
}

impl OwnNotes {
    /// Creates the notes that the article defines, which have no numbers yet.
    pub(crate) fn new(notes: &[RawFootnote]) -> Self {
        Self { labels: notes.iter().map(|note| (lost::label(&note.label), None)).collect(), numbered: 0 }
    }

    /// Returns the mark of a reference to the note with this label, or `None` if the author has no such note.
    pub(crate) fn refer(&mut self, label: &str) -> Option<OwnMark> {
        let label = lost::label(label);
        let (_, place) = self.labels.iter_mut().find(|(known, _)| *known == label)?;
        let (number, count) = place.get_or_insert_with(|| {
            self.numbered += 1;
            (self.numbered, 0)
        });
        *count += 1;
        Some(OwnMark { number: *number, place: *count })
    }

    /// Returns the number of the note at an index, and the number of references to it. A note without references is numbered
    /// now.
    pub(crate) fn numbered(&mut self, index: usize) -> (u32, u32) {
        let place = &mut self.labels[index].1;
        *place.get_or_insert_with(|| {
            self.numbered += 1;
            (self.numbered, 0)
        })
    }

    /// Returns the index of the note with this number, or `None` if no note has it yet.
    pub(crate) fn next(&self, number: u32) -> Option<usize> {
        self.labels.iter().position(|(_, place)| place.is_some_and(|(known, _)| known == number))
    }
}
