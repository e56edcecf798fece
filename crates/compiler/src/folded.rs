//! Texts folded for comparison: accents are composed (NFC), a run of whitespace is one space, and all apostrophes, all
//! hyphens, all double quotation marks, all ellipses and all dots between the parts of a name are the same. Case is kept.

use std::ops::Range;

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;
use unicode_segmentation::UnicodeSegmentation;

/// A folded text, with a mapping back to the original.
pub(crate) struct Folded {
    pub text: String,
    /// The offset of each grapheme in the folded text and in the original, followed by the ends of both.
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
                Some(letter) if is_apostrophe(letter) => folded.text.push('\''),
                Some(letter) if is_hyphen(letter) => folded.text.push('-'),
                Some(letter) if is_quotation_mark(letter) => folded.text.push('"'),
                Some('…') => folded.text.push_str("..."),
                Some(letter) if is_middle_dot(letter) => folded.text.push('·'),
                _ => folded.text.extend(letter.nfc()),
            }
        }
        folded.places.push((folded.text.len(), written.len()));
        folded
    }

    /// Converts an offset in the original to one in the folded text.
    pub(crate) fn folded(&self, written: usize) -> usize {
        let index = self.places.partition_point(|(_, place)| *place < written);
        self.places.get(index).map_or(self.text.len(), |(folded, _)| *folded)
    }

    /// Converts a range of the folded text to one of the original. Returns `None` if it begins or ends inside a grapheme.
    pub(crate) fn written(&self, range: Range<usize>) -> Option<Range<usize>> {
        let place = |at: usize| {
            let found = self.places.binary_search_by_key(&at, |(folded, _)| *folded).ok()?;
            Some(self.places[found].1)
        };
        Some(place(range.start)?..place(range.end)?)
    }
}

/// Reports whether a character is an apostrophe, or typed as one.
pub(crate) fn is_apostrophe(letter: char) -> bool {
    // The okina, the letters for hamza and ayn in transliterations, and the geresh of Hebrew are among them.
    matches!(letter, '\'' | '’' | '‘' | '\u{2bb}'..='\u{2bf}' | '\u{5f3}' | '\u{ff07}' | '`' | '´')
}

/// Reports whether a character is a hyphen. The maqaf of Hebrew is one.
pub(crate) fn is_hyphen(letter: char) -> bool {
    matches!(letter, '-' | '\u{2010}' | '\u{2011}' | '\u{5be}')
}

/// Reports whether a character is a double quotation mark. The gershayim of Hebrew is typed as one.
fn is_quotation_mark(letter: char) -> bool {
    matches!(letter, '"' | '“' | '”' | '„' | '‟' | '\u{5f4}')
}

/// Reports whether a character is a dot between the parts of a foreign name, as Chinese and Japanese write them.
fn is_middle_dot(letter: char) -> bool {
    matches!(letter, '·' | '•' | '‧' | '∙' | '⋅' | '・' | '･')
}

/// Trims and folds a text.
pub(crate) fn folded(text: &str) -> String {
    Folded::new(text.trim()).text
}

/// Returns a text in a form that is the same for all ways to write the same words, in capitals and without accents too.
pub(crate) fn loosely(text: &str) -> String {
    let plain: String = folded(text).nfd().filter(|letter| !is_combining_mark(*letter)).collect();
    // The capitals of ß are SS.
    plain.to_uppercase().to_lowercase()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_words_are_alike() {
        for (one, other) in [
            ("O'Neil", "O’NEIL"),
            ("García Márquez", "GARCI\u{301}A\u{a0}MARQUEZ"),
            ("Strauß", "STRAUSS"),
            ("Παπαδόπουλος", "ΠΑΠΑΔΟΠΟΥΛΟΣ"),
        ] {
            assert_eq!(loosely(one), loosely(other));
        }
        assert_ne!(loosely("Lund"), loosely("Lind"));
    }
}
