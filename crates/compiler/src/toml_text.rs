//! The values of TOML strings, with a mapping from positions in a value to positions in its file.

use std::ops::Range;

use toml::Spanned;

use crate::diagnostic::Diagnostic;
use crate::files::SourceFile;
use crate::hidden;

/// The value of a string as a small file, which has the id of the file that contains the string.
pub(crate) struct Text {
    pub file: SourceFile,
    /// The position of the string in the file.
    whole: Range<usize>,
    /// The position in the file of each byte of the value, and of its end. Empty if the positions are unknown.
    places: Vec<usize>,
}

impl Text {
    /// Reads a string of the file.
    pub(crate) fn new(file: &SourceFile, value: &Spanned<String>) -> Self {
        let span = value.span();
        let written = file.text.get(span.clone()).unwrap_or_default();
        let places = places(written, value.get_ref()).unwrap_or_default();
        let places = places.into_iter().map(|place| span.start + place).collect();
        Self { file: file.excerpt(value.get_ref().clone()), whole: span, places }
    }

    /// Returns the position in the file of `range` in the value.
    pub(crate) fn place(&self, range: &Range<usize>) -> Range<usize> {
        let at = |offset: usize| self.places.get(offset.min(self.places.len().saturating_sub(1))).copied();
        match (at(range.start), at(range.end)) {
            (Some(start), Some(end)) => start..end.max(start),
            _ => self.whole.clone(),
        }
    }

    /// Moves problems from positions in the value to positions in the file.
    pub(crate) fn report(&self, found: Vec<Diagnostic>, problems: &mut Vec<Diagnostic>) {
        for mut problem in found {
            // Related places belong to other items, and are already positions in files.
            problem.location.span = self.place(&problem.location.span);
            problems.push(problem);
        }
    }
}

/// Returns the position of each byte of a string's value, `text`, and of its end. Returns `None` if what is written has
/// another value.
fn places(written: &str, text: &str) -> Option<Vec<usize>> {
    let quotes = ["\"\"\"", "'''", "\"", "'"].into_iter().find(|quotes| written.starts_with(quotes))?;
    let is_basic = quotes.starts_with('"');
    let is_long = quotes.len() > 1;
    let end = written.len().checked_sub(quotes.len()).filter(|end| *end >= quotes.len())?;
    let mut at = quotes.len();
    if is_long {
        // A line break directly after the opening quotation marks does not count.
        at += ["\r\n", "\n"].into_iter().find(|line| written[at..end].starts_with(line)).map_or(0, str::len);
    }
    let mut places = Vec::with_capacity(text.len() + 1);
    let mut expected = text.chars();
    while at < end {
        let rest = &written[at..end];
        let (letter, length) = match rest.strip_prefix('\\').filter(|_| is_basic) {
            Some(escaped) => match escape(escaped) {
                Some((letter, length)) => (letter, length + 1),
                // A backslash at the end of a line removes all whitespace up to the next word.
                None if is_long && escaped.trim_start().len() < escaped.len() => {
                    at += 1 + escaped.len() - escaped.trim_start().len();
                    continue;
                }
                None => return None,
            },
            None => (rest.chars().next()?, rest.chars().next()?.len_utf8()),
        };
        let meant = expected.next();
        if letter == '\r' && meant == Some('\n') && rest.starts_with("\r\n") {
            places.push(at);
            at += 2;
            continue;
        }
        if meant != Some(letter) {
            return None;
        }
        places.extend(std::iter::repeat_n(at, letter.len_utf8()));
        at += length;
    }
    places.push(end);
    expected.next().is_none().then_some(places)
}

/// Returns the character that an escape stands for, and the length of the escape. `text` begins after the backslash.
fn escape(text: &str) -> Option<(char, usize)> {
    match text.chars().next()? {
        'b' => Some(('\u{8}', 1)),
        't' => Some(('\t', 1)),
        'n' => Some(('\n', 1)),
        'f' => Some(('\u{c}', 1)),
        'r' => Some(('\r', 1)),
        'e' => Some(('\u{1b}', 1)),
        '"' => Some(('"', 1)),
        '\\' => Some(('\\', 1)),
        _ => hidden::escape(text),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_byte_of_a_text_has_its_place() {
        for (written, text, expected) in [
            ("\"ab\"", "ab", Some(vec![1, 2, 3])),
            ("'a\\n'", "a\\n", Some(vec![1, 2, 3, 4])),
            ("\"a\\\"b\"", "a\"b", Some(vec![1, 2, 4, 5])),
            ("\"\\u2013!\"", "–!", Some(vec![1, 1, 1, 7, 8])),
            ("\"\"\"\na\"\"\"", "a", Some(vec![4, 5])),
            ("\"\"\"\\\n  a \\\n  b\"\"\"", "a b", Some(vec![7, 8, 13, 14])),
            ("\"\"\"a\r\nb\"\"\"", "a\nb", Some(vec![3, 4, 6, 7])),
            ("\"\"", "", Some(vec![1])),
            ("\"a\"", "b", None),
            ("\"\\q\"", "q", None),
            ("bare", "bare", None),
            ("\"", "", None),
        ] {
            assert_eq!(places(written, text), expected, "{written}");
        }
    }
}
