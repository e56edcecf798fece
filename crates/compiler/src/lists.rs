//! Lists that are probably none, because a sentence, a date or a line of a dialogue begins as an item does: `8. März`,
//! `* 7. November 1879`, `- Hola.` The page sets the marks of a list itself, so those that were text would be lost.

use std::ops::Range;

use crate::diagnostic::Diagnostic;
use crate::files::SourceFile;
use crate::months;

/// The first number that is a year rather than the number of an item.
const YEAR: u64 = 1000;

/// Characters that may stand after the stop of a sentence.
const CLOSING: &[char] = &['”', '“', '’', '"', '\'', ')', ']', '»', '«', '」', '』'];

/// Returns the position of the mark at the beginning of an item: `8.`, `8)`, `-`.
pub(crate) fn marker(file: &SourceFile, item: &Range<usize>) -> Range<usize> {
    let text = &file.text[item.clone()];
    let start = item.start + text.len() - text.trim_start().len();
    let digits = text.trim_start().bytes().take_while(u8::is_ascii_digit).count();
    start..(start + digits + 1).min(item.end)
}

/// Returns the rest of the line after the first of the marks.
pub(crate) fn line<'a>(file: &'a SourceFile, markers: &[Range<usize>]) -> Option<&'a str> {
    file.text[markers.first()?.end..].trim_start().lines().next()
}

/// Returns a mark as it is written where it is text: `8\.`, `\-`.
pub(crate) fn escaped(marker: &str) -> String {
    let digits = marker.trim_end_matches(|letter: char| !letter.is_ascii_digit());
    format!("{digits}\\{}", &marker[digits.len()..])
}

/// Returns the problems of a list that was probably not meant as one, given the position of the mark of each item.
/// `only` is the text of a list that consists of a single paragraph. `is_within` says that the list belongs to another one,
/// or that what precedes it in a quotation is reported.
pub(crate) fn check(
    file: &SourceFile,
    markers: &[Range<usize>],
    only: Option<&str>,
    is_within: bool,
) -> Vec<Diagnostic> {
    let written = |marker: &Range<usize>| &file.text[marker.clone()];
    let number = |marker: &Range<usize>| -> Option<u64> { written(marker).trim_end_matches(['.', ')']).parse().ok() };
    let Some(first) = markers.first() else { return Vec::new() };
    let Some(begin) = number(first) else {
        let only = only.filter(|only| !is_within && is_text(only));
        return only.map(|only| bullet(file, first, only)).into_iter().collect();
    };
    let is_month = |marker: &&Range<usize>| months::begins(file.text[marker.end..].trim_start());
    let is_single = markers.len() == 1;
    // Markdown allows to leave the numbers to whoever shows the list.
    let is_plain = begin <= 1 && markers.iter().all(|marker| number(marker) == Some(begin));
    let stray = markers.iter().zip(begin..).find(|(marker, expected)| number(marker) != Some(*expected));
    let stray = stray.map(|(marker, _)| marker).filter(|_| !is_plain);
    let month = markers.iter().find(is_month);
    let is_diary = begin > 1 && markers.iter().all(|marker| is_month(&marker));
    let is_wrong = begin >= YEAR || is_diary || is_single && (begin > 1 || month.is_some());
    if is_wrong || stray.is_some() {
        let is_told = |marker: &&Range<usize>| {
            let is_year = number(marker).is_some_and(|number| number >= YEAR);
            is_single || is_year || is_month(marker) || stray == Some(*marker)
        };
        let told = markers.iter().filter(is_told).map(|marker| {
            let help = format!("{}; the items of a list are numbered 1, 2, 3 and so on", help(written(marker)));
            Diagnostic::error(file.id.at(marker.clone()), message(written(marker))).help(help)
        });
        return told.collect();
    }
    let doubtful = month.or(Some(first).filter(|_| only.is_some_and(is_text)));
    let doubtful = doubtful.map(|marker| {
        Diagnostic::warning(file.id.at(marker.clone()), message(written(marker))).help(help(written(marker)))
    });
    doubtful.into_iter().collect()
}

fn message(marker: &str) -> String {
    let number = marker.trim_end_matches(['.', ')']);
    format!("to Markdown, the number {number} begins an item of a list here")
}

fn help(marker: &str) -> String {
    format!("if it begins a sentence, write {} instead", escaped(marker))
}

/// Returns the warning of a list that has one item with the given text.
fn bullet(file: &SourceFile, marker: &Range<usize>, only: &str) -> Diagnostic {
    let written = &file.text[marker.clone()];
    let word: String = only.chars().take_while(|letter| !letter.is_whitespace()).collect();
    let help = format!("if it is text, write {} {word} …", escaped(written));
    Diagnostic::warning(file.id.at(marker.clone()), format!("to Markdown, this {written} begins a list of one item"))
        .help(help)
}

/// Reports whether the text of a single item reads like a sentence or begins with a number, as dates do.
fn is_text(only: &str) -> bool {
    let about = crate::typed_text::about(only);
    let begins = about.unwrap_or(only).starts_with(|first: char| first.is_numeric() || "¿¡“„«「—–".contains(first));
    begins || only.trim_end_matches(CLOSING).ends_with(['.', '!', '?', '…', '。', '！', '？'])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_are_escaped_as_they_are_written() {
        for (marker, text) in [("1917.", "1917\\."), ("1917)", "1917\\)"), ("08.", "08\\."), ("-", "\\-"), ("*", "\\*")]
        {
            assert_eq!(escaped(marker), text);
        }
    }

    #[test]
    fn sentences_and_dates_are_text() {
        for text in ["Hola.", "¿Quién es", "5 Grad", "7. November 1879 in Janowka", "um 1879", "“Go!”", "成立。"]
        {
            assert!(is_text(text), "{text}");
        }
        for text in ["Wind the clock", "a", "um die Uhr", "Bread (fresh)"] {
            assert!(!is_text(text), "{text}");
        }
    }
}
