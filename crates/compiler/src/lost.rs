//! What Markdown drops silently: definitions of links that nothing uses, and cells beyond the columns of a table. None of
//! this may be lost, so each is a problem.

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::ops::Range;

use pulldown_cmark::RefDefs;

use crate::diagnostic::Diagnostic;
use crate::files::SourceFile;

/// Returns definitions for all footnote references in a text, to be appended to it. Markdown recognizes `[^id]` only if the
/// footnote is defined.
pub(crate) fn footnotes(text: &str) -> String {
    let mut known = BTreeSet::new();
    let mut definitions = String::from("\n");
    for (at, _) in text.match_indices("[^") {
        let label = text[at + 2..].split(']').next().unwrap_or_default();
        let is_label = !label.is_empty() && !label.contains(['[', '\n', '\r', ' ', '\t', '\\', '|']);
        if is_label && known.insert(label) {
            // Writing into a String cannot fail.
            let _ = write!(definitions, "\n[^{label}]: .\n");
        }
    }
    definitions
}

/// Returns a label in the form in which Markdown compares it.
pub(crate) fn label(written: &str) -> String {
    written.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase()
}

/// Reports the link definitions, in `within`, that no link uses and those that are given twice, because no page shows them.
pub(crate) fn definitions(
    definitions: &RefDefs,
    used: &BTreeSet<String>,
    leaves: &[Range<usize>],
    within: Range<usize>,
    file: &SourceFile,
    problems: &mut Vec<Diagnostic>,
) {
    let mut vain: Vec<Range<usize>> = Vec::new();
    let mut needed: Vec<Range<usize>> = Vec::new();
    for (written, definition) in definitions.iter() {
        let span = definition.span.start + within.start..definition.span.end.min(within.len()) + within.start;
        if used.contains(&label(written)) { needed.push(span) } else { vain.push(span) }
    }
    // The parser does not list a second definition of the same label.
    let mut at = within.start;
    for line in file.text[within.clone()].split_inclusive('\n') {
        let marker = |letter: char| letter.is_whitespace() || letter.is_ascii_digit() || ">-*+.)".contains(letter);
        let start = at + (line.len() - line.trim_start_matches(marker).len());
        at += line.len();
        let text = &file.text[start..at];
        let is_definition = text.starts_with('[') && !text.starts_with("[^") && is_labeled(text);
        let is_told = |spans: &[Range<usize>]| spans.iter().any(|span| span.start <= start && start < span.end);
        if is_definition && !is_told(leaves) && !is_told(&vain) && !is_told(&needed) {
            vain.push(start..at);
        }
    }
    vain.sort_by_key(|span| span.start);
    for span in vain {
        let end = span.start + file.text[span.clone()].trim_end().len();
        problems.push(
            Diagnostic::error(
                file.id.at(span.start..end),
                "to Markdown this defines a link that nothing uses, and it is not shown",
            )
            .help("if it is text, write \\[ for its first bracket; otherwise remove it"),
        );
    }
}

/// Reports whether the first closing bracket that is not escaped ends a label: `]:`.
fn is_labeled(text: &str) -> bool {
    let mut escaped = false;
    for (at, letter) in text.char_indices() {
        if letter == ']' && !escaped {
            return text[at..].starts_with("]:");
        }
        escaped = letter == '\\' && !escaped;
    }
    false
}

/// Returns a warning of a Markdown mark that is printed literally because of what surrounds it, such as asterisks between a
/// letter and a quotation mark. `range` is the position of a text.
pub(crate) fn mark(file: &SourceFile, range: &Range<usize>) -> Option<Diagnostic> {
    let (at, mark, help) = file.text[range.clone()].char_indices().find_map(|(at, letter)| {
        let at = range.start + at;
        let rest = &file.text[at..];
        let is_first = !file.text[..at].ends_with(['\\', letter]);
        let (mark, help) = match letter {
            '*' if rest.starts_with("**") => {
                ("**", "for strong words write <strong>…</strong>; if it is text, write \\*\\*")
            }
            '~' if rest.starts_with("~~") => ("~~", "for struck words write <s>…</s>; if it is text, write \\~\\~"),
            _ => return None,
        };
        is_first.then_some((at, mark, help))
    })?;
    let message = format!("\"{mark}\" is printed as it is here");
    Some(Diagnostic::warning(file.id.at(at..at + mark.len()), message).help(help))
}

/// Reports a row, at `place`, with more cells than the table has columns, because the extra cells would not be shown. Warns of
/// a line without bars, which Markdown reads as a row.
pub(crate) fn row(file: &SourceFile, place: Range<usize>, columns: usize) -> Option<Diagnostic> {
    let written = &file.text[place.clone()];
    let cells = cells(written);
    if !written.contains('|') {
        let problem = Diagnostic::warning(file.id.at(place), "to Markdown this line is a row of the table");
        return Some(problem.help("write a blank line before it if it is a caption or a paragraph"));
    }
    (cells > columns).then(|| {
        Diagnostic::error(file.id.at(place), format!("this row has {cells} cells, and the table {columns} columns"))
            .help("a bar in a cell is written \\|; every row has as many cells as the first")
    })
}

/// Returns the number of cells that are written in a row of a table.
pub(crate) fn cells(row: &str) -> usize {
    let row = row.trim();
    let row = row.strip_prefix('|').unwrap_or(row);
    let mut cells = 1;
    let mut escaped = false;
    let mut last = 0;
    for (at, letter) in row.char_indices() {
        if letter == '|' && !escaped {
            cells += 1;
            last = at + 1;
        }
        escaped = letter == '\\' && !escaped;
    }
    // The bar at the end of a row begins no cell.
    if cells > 1 && row[last..].trim().is_empty() { cells - 1 } else { cells }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_are_counted_as_they_are_written() {
        for (row, count) in
            [("| a | b |", 2), ("a | b", 2), ("| a |", 1), ("a \\| b | c", 2), ("| a | | b", 3), ("||", 1)]
        {
            assert_eq!(cells(row), count, "{row}");
        }
    }

    #[test]
    fn each_reference_is_defined_once() {
        assert_eq!(footnotes("a[^b] c[^b] [^ no] [^d\\]"), "\n\n[^b]: .\n");
    }
}
