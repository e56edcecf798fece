//! The indentation of verse, which Markdown strips from every line.

use std::ops::Range;

/// The character that indents by one column. HTML would collapse ordinary spaces.
const BLANK: &str = "\u{a0}";

/// The width of a tab, in columns.
const TAB: usize = 4;

/// Returns the indentation of the first line of a paragraph outside of lists and quotations. Only verse keeps its
/// indentation; it has a hard break at the end of that line.
pub(crate) fn of_first(text: &str, paragraph: &Range<usize>) -> String {
    let line = text[paragraph.clone()].lines().next().unwrap_or_default();
    let is_verse = line.ends_with("  ") || line.ends_with('\\') && !line.ends_with("\\\\");
    BLANK.repeat(if is_verse { column(text, paragraph.start) } else { 0 })
}

/// Returns the indentation of the line that begins at an offset, after a hard break. `inside` says whether it is in a list
/// or a quotation. If so, the indentation is relative to the beginning of the paragraph.
pub(crate) fn of_line(text: &str, paragraph: usize, line: usize, inside: bool) -> String {
    let is_container = |letter: char| matches!(letter, ' ' | '\t') || inside && letter == '>';
    let begin = line + text[line..].find(|letter: char| !is_container(letter)).unwrap_or(0);
    let base = if inside { column(text, paragraph) } else { 0 };
    BLANK.repeat(column(text, begin).saturating_sub(base))
}

/// Returns the number of columns before an offset in its line.
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
