//! All problems of a story folder, as text for people and as data for tools.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::diagnostic::{Diagnostic, Kind, Location, Severity};
use crate::files::Files;
use crate::render::render;

/// Renders up to `limit` problems of each kind, with the number of those left out, and counts all of them in the last line.
/// Returns an empty string if there are none.
pub(crate) fn text(problems: &[Diagnostic], files: &Files, limit: usize) -> String {
    if problems.is_empty() {
        return String::new();
    }
    let mut totals: BTreeMap<Kind, usize> = BTreeMap::new();
    for problem in problems {
        *totals.entry(problem.kind()).or_default() += 1;
    }
    let mut shown: BTreeMap<Kind, usize> = BTreeMap::new();
    let mut report = Vec::new();
    for problem in problems {
        let kind = problem.kind();
        let shown = shown.entry(kind).or_default();
        if *shown == limit {
            continue;
        }
        *shown += 1;
        report.push(render(problem, files));
        let more = totals[&kind] - *shown;
        if *shown == limit && more > 0 {
            report.push(format!("… and {} more of this kind; `check --all` shows them all", grouped(more)));
        }
    }
    let errors = problems.iter().filter(|problem| problem.severity == Severity::Error).count();
    let warnings = problems.len() - errors;
    report.push(format!("{}, {}", counted(errors, "error", "errors"), counted(warnings, "warning", "warnings")));
    report.join("\n\n")
}

/// Returns a count with its noun: `1 error`, `1,600 errors`.
pub(crate) fn counted(count: usize, one: &str, many: &str) -> String {
    format!("{} {}", grouped(count), if count == 1 { one } else { many })
}

/// Returns a number with commas between its thousands: `15,612`.
fn grouped(number: usize) -> String {
    let digits = number.to_string();
    let mut grouped = String::new();
    for (position, digit) in digits.chars().enumerate() {
        if position > 0 && (digits.len() - position).is_multiple_of(3) {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    grouped
}

/// A problem as data for tools.
#[derive(Debug, Serialize)]
pub struct Entry<'a> {
    severity: Severity,
    message: &'a str,
    #[serde(flatten)]
    place: Span<'a>,
    help: Option<&'a str>,
    related: Vec<Related<'a>>,
}

/// A related location.
#[derive(Debug, Serialize)]
struct Related<'a> {
    message: &'a str,
    #[serde(flatten)]
    place: Span<'a>,
}

/// A part of a file, or a folder.
#[derive(Debug, Serialize)]
struct Span<'a> {
    file: &'a str,
    /// `None` for a folder, which has no lines.
    #[serde(flatten)]
    lines: Option<Lines>,
}

/// A range of lines and columns. Both count from 1, columns in characters; the end is exclusive.
#[derive(Debug, Serialize)]
struct Lines {
    line: usize,
    column: usize,
    end_line: usize,
    end_column: usize,
}

impl<'a> Entry<'a> {
    pub(crate) fn new(diagnostic: &'a Diagnostic, files: &'a Files) -> Self {
        let related = diagnostic.related.iter();
        let related = related.map(|(location, message)| Related { message, place: Span::new(location, files) });
        Self {
            severity: diagnostic.severity,
            message: &diagnostic.message,
            place: Span::new(&diagnostic.location, files),
            help: diagnostic.help.as_deref(),
            related: related.collect(),
        }
    }
}

impl<'a> Span<'a> {
    fn new(location: &Location, files: &'a Files) -> Self {
        let file = files.get(location.file);
        let (line, column) = file.line_and_column(location.span.start);
        let (end_line, end_column) = file.line_and_column(location.span.end);
        let lines = (!file.is_folder).then_some(Lines { line, column, end_line, end_column });
        Self { file: &file.path, lines }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_grouped_by_thousands() {
        let grouped = [0, 12, 999, 1000, 15_612, 1_234_567].map(grouped);
        assert_eq!(grouped, ["0", "12", "999", "1,000", "15,612", "1,234,567"]);
    }

    #[test]
    fn many_problems_of_one_kind_are_listed_in_part_and_counted_in_full() {
        let mut files = Files::default();
        let line = "names = \"Anna Voss\"\n";
        let id = files.add("people.toml".to_owned(), line.repeat(10_000));
        let mut problems: Vec<_> = (0..10_000)
            .map(|number| {
                let at = number * line.len();
                Diagnostic::warning(id.at(at..at + 5), format!("the name \"{number}\" never occurs in the article"))
            })
            .collect();
        problems.insert(5000, Diagnostic::error(id.at(0..5), "unknown entry \"names\""));

        let report = text(&problems, &files, 10);
        assert_eq!(report.matches("never occurs").count(), 10);
        assert_eq!(report.matches("… and 9,990 more of this kind; `check --all` shows them all").count(), 1);
        assert!(report.contains("error: unknown entry \"names\""), "a problem of another kind is not hidden");
        assert!(report.ends_with("\n\n1 error, 10,000 warnings"), "{report}");
        assert!(report.lines().count() < 100);

        let full = text(&problems, &files, usize::MAX);
        assert_eq!(full.matches("never occurs").count(), 10_000);
        assert!(!full.contains("more of this kind"));
    }
}
