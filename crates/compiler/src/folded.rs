//! Texts folded for comparison: accents composed (NFC), runs of white space as one blank, all apostrophes and all hyphens
//! alike. Case stays.

use std::ops::Range;

use unicode_normalization::UnicodeNormalization;
use unicode_segmentation::UnicodeSegmentation;

/// A folded text, with the way back to what was written.
pub(crate) struct Folded {
    pub text: String,
    /// Where each letter begins, accents included, in the folded text and in the written one; the ends of both come last.
    places: Vec<(usize, usize)>,
}

impl Folded {
    pub(crate) fn new(written: &str) -> Self {
        let mut folded = Self { text: String::with_capacity(written.len()), places: Vec::new() };
        let mut is_blank = false;
        for (at, letter) in written.grapheme_indices(true) {
            let was_blank = std::mem::replace(&mut is_blank, letter.chars().all(char::is_whitespace));
            if is_blank && was_blank {
                continue;
            }
            folded.places.push((folded.text.len(), at));
            match letter.chars().next() {
                Some(_) if is_blank => folded.text.push(' '),
                Some('’' | '‘' | '\u{2bc}' | '\u{ff07}' | '`' | '´') => folded.text.push('\''),
                Some('\u{2010}' | '\u{2011}') => folded.text.push('-'),
                _ => folded.text.extend(letter.nfc()),
            }
        }
        folded.places.push((folded.text.len(), written.len()));
        folded
    }

    /// Where a place in the written text lies in the folded one.
    pub(crate) fn folded(&self, written: usize) -> usize {
        let index = self.places.partition_point(|(_, place)| *place < written);
        self.places.get(index).map_or(self.text.len(), |(folded, _)| *folded)
    }

    /// What a range of the folded text stands for; `None` where it begins or ends inside of a letter.
    pub(crate) fn written(&self, range: Range<usize>) -> Option<Range<usize>> {
        let place = |at: usize| {
            let found = self.places.binary_search_by_key(&at, |(folded, _)| *folded).ok()?;
            Some(self.places[found].1)
        };
        Some(place(range.start)?..place(range.end)?)
    }
}

/// A text folded.
pub(crate) fn folded(text: &str) -> String {
    Folded::new(text.trim()).text
}
