//! Blocks of code between fences, ```` ``` ```` or `~~~`: what stands after the first fence is not shown, and without the last
//! one the rest of the text is code.

use std::ops::Range;

use pulldown_cmark::CodeBlockKind;

use crate::diagnostic::Diagnostic;
use crate::files::SourceFile;

/// Returns the problems of a block of code at `span`.
pub(crate) fn check(file: &SourceFile, span: &Range<usize>, kind: &CodeBlockKind) -> Vec<Diagnostic> {
    let CodeBlockKind::Fenced(info) = kind else { return Vec::new() };
    let written = file.text[span.clone()].trim_end();
    let begin = span.start + written.len() - written.trim_start().len();
    let written = written.trim_start();
    let Some(sign) = written.chars().next() else { return Vec::new() };
    let length = written.len() - written.trim_start_matches(sign).len();
    let fence = &written[..length];
    let text: String = fence.chars().flat_map(|sign| ['\\', sign]).collect();
    let mut problems = Vec::new();
    if !info.is_empty() && !is_language(info) {
        let line = written.lines().next().unwrap_or_default().trim_end();
        let words = &line[length..];
        let start = begin + length + (words.len() - words.trim_start().len());
        problems.push(
            Diagnostic::error(
                file.id.at(start..begin + line.len()),
                "to Markdown, these words name the language of code",
            )
            .help(format!(
                "they are not shown: write code in the lines between two fences, {fence}; if it is text, write {text}"
            )),
        );
    }
    // The last line may stand in a quotation or in an item.
    let last = written.lines().skip(1).last().unwrap_or_default().trim_start_matches([' ', '\t', '>']);
    if last.len() < length || !last.chars().all(|letter| letter == sign) {
        problems.push(
            Diagnostic::error(file.id.at(begin..begin + length), "this fence is not closed, so the rest is code")
                .help(format!("write {fence} in a line of its own after the code; if it is text, write {text}")),
        );
    }
    problems
}

/// Reports whether what follows a fence names a language, as in ```` ```toml ````.
fn is_language(info: &str) -> bool {
    let is_letter = |letter: char| letter.is_ascii_lowercase() || letter.is_ascii_digit() || "+#-_".contains(letter);
    info.starts_with(|first: char| first.is_ascii_lowercase()) && info.chars().all(is_letter)
}
