//! Problems as a person reads them: like rustc's, with the line, a caret, what is wrong and how to mend it; and as tools
//! read them.

use annotate_snippets::{AnnotationKind, Level, Renderer, Snippet};

use serde::Serialize;

use crate::diagnostic::{Diagnostic, Location, Severity};
use crate::files::Files;

/// Renders one problem over several lines, in plain text.
pub fn render(diagnostic: &Diagnostic, files: &Files) -> String {
    let level = match diagnostic.severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
    };
    let file = files.get(diagnostic.location.file);
    let primary = AnnotationKind::Primary.span(diagnostic.location.span.clone());
    let mut snippet = Snippet::source(&file.text).path(&file.path).annotation(primary);
    for (location, label) in &diagnostic.related {
        if location.file == diagnostic.location.file {
            snippet = snippet.annotation(AnnotationKind::Context.span(location.span.clone()).label(label));
        }
    }
    let mut group = level.primary_title(diagnostic.message.as_str()).element(snippet);
    for (location, label) in &diagnostic.related {
        if location.file != diagnostic.location.file {
            let other = files.get(location.file);
            group = group.element(
                Snippet::source(&other.text)
                    .path(&other.path)
                    .annotation(AnnotationKind::Context.span(location.span.clone()).label(label)),
            );
        }
    }
    if let Some(help) = &diagnostic.help {
        group = group.element(Level::HELP.message(help.as_str()));
    }
    Renderer::plain().render(&[group])
}

/// A problem as tools read it.
#[derive(Debug, Serialize)]
pub struct Report<'a> {
    severity: Severity,
    message: &'a str,
    #[serde(flatten)]
    place: Span<'a>,
    help: Option<&'a str>,
    related: Vec<Related<'a>>,
}

/// Another place that has to do with a problem.
#[derive(Debug, Serialize)]
struct Related<'a> {
    message: &'a str,
    #[serde(flatten)]
    place: Span<'a>,
}

/// A stretch of a file. Lines and columns count from 1, columns in characters; the end is the place after the last one.
#[derive(Debug, Serialize)]
struct Span<'a> {
    file: &'a str,
    line: usize,
    column: usize,
    end_line: usize,
    end_column: usize,
}

/// The problem for tools; serde writes it as one JSON object.
pub fn report<'a>(diagnostic: &'a Diagnostic, files: &'a Files) -> Report<'a> {
    let related =
        diagnostic.related.iter().map(|(location, message)| Related { message, place: span(location, files) });
    Report {
        severity: diagnostic.severity,
        message: &diagnostic.message,
        place: span(&diagnostic.location, files),
        help: diagnostic.help.as_deref(),
        related: related.collect(),
    }
}

fn span<'a>(location: &Location, files: &'a Files) -> Span<'a> {
    let file = files.get(location.file);
    let (line, column) = line_and_column(&file.text, location.span.start);
    let (end_line, end_column) = line_and_column(&file.text, location.span.end);
    Span { file: &file.path, line, column, end_line, end_column }
}

fn line_and_column(text: &str, offset: usize) -> (usize, usize) {
    let before = &text[..text.floor_char_boundary(offset)];
    let line = before.bytes().filter(|byte| *byte == b'\n').count() + 1;
    let column = before.rsplit('\n').next().unwrap_or_default().chars().count() + 1;
    (line, column)
}
