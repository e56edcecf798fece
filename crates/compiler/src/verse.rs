//! The indentation of verse, which Markdown takes away from every line.

use std::ops::Range;

/// What stands for a column: HTML folds ordinary blanks.
const BLANK: &str = "\u{a0}";

/// The columns that a tab reaches to.
const TAB: usize = 4;

/// The indentation of the first line of a paragraph that stands in no list or quotation. Only verse keeps it, which has a hard
/// break at the end of that line.
pub(crate) fn of_first(text: &str, paragraph: &Range<usize>) -> String {
    let line = text[paragraph.clone()].lines().next().unwrap_or_default();
    let is_verse = line.ends_with("  ") || line.ends_with('\\') && !line.ends_with("\\\\");
    BLANK.repeat(if is_verse { column(text, paragraph.start) } else { 0 })
}

/// The indentation of the line that begins at an offset, after a hard break, compared with where its paragraph begins. `inside`
/// says whether that is in a list or a quotation.
pub(crate) fn of_line(text: &str, paragraph: usize, line: usize, inside: bool) -> String {
    let is_container = |letter: char| matches!(letter, ' ' | '\t') || inside && letter == '>';
    let begin = line + text[line..].find(|letter: char| !is_container(letter)).unwrap_or(0);
    let base = if inside { column(text, paragraph) } else { 0 };
    BLANK.repeat(column(text, begin).saturating_sub(base))
}

/// How many columns are before an offset in its line.
fn column(text: &str, at: usize) -> usize {
    let start = text[..at].rfind('\n').map_or(0, |end| end + 1);
    text[start..at]
        .chars()
        .fold(0, |column, letter| if letter == '\t' { column + TAB - column % TAB } else { column + 1 })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_count_tabs() {
        for (line, columns) in [("", 0), ("  ", 2), ("\t", 4), (" \t ", 5), ("> ", 2)] {
            assert_eq!(column(&format!("a\n{line}"), 2 + line.len()), columns, "{line:?}");
        }
    }
}
