//! Renders a problem as rustc does: the message, the line with carets under the place, and help.

use std::ops::Range;

use annotate_snippets::{Annotation, AnnotationKind, Group, Level, Renderer, Snippet};

use crate::diagnostic::{Diagnostic, FileId, Severity};
use crate::files::{Files, SourceFile};

/// How far an excerpt reaches beyond what it shows, in bytes. It ends earlier where the line does. The renderer cuts lines
/// to 140 columns, and no column takes more than four bytes.
const REACH: usize = 600;

/// The maximum distance, in bytes, between places that share an excerpt.
const NEAR: usize = 2000;

/// A part of a file for the renderer, with the places to point at.
struct Excerpt<'a> {
    file: FileId,
    /// Byte offsets into the file's text.
    range: Range<usize>,
    places: Vec<Place<'a>>,
}

/// A place to point at: the problem's own without a label, or a related one.
struct Place<'a> {
    span: Range<usize>,
    label: Option<&'a str>,
}

/// Renders a problem over several lines, as plain text without a line break at the end.
///
/// The cost depends on the lines that are shown, not on the length of the file.
pub fn render(diagnostic: &Diagnostic, files: &Files) -> String {
    let level = match diagnostic.severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
    };
    let mut excerpts = excerpts(diagnostic, files);
    excerpts.retain(|excerpt| !files.get(excerpt.file).is_folder);
    let mut group = Group::with_title(level.primary_title(diagnostic.message.as_str()));
    for excerpt in &excerpts {
        group = group.element(excerpt.snippet(files.get(excerpt.file)));
    }
    if let Some(help) = &diagnostic.help {
        group = group.element(Level::HELP.message(help.as_str()));
    }
    let mut rendered = Renderer::plain().render(&[group]);
    for excerpt in &excerpts {
        excerpt.correct_column(files.get(excerpt.file), &mut rendered);
    }
    rendered
}

/// Returns the parts of the files that a problem points into, its own place first.
fn excerpts<'a>(diagnostic: &'a Diagnostic, files: &Files) -> Vec<Excerpt<'a>> {
    let own = (&diagnostic.location, None);
    let related = diagnostic.related.iter().map(|(location, label)| (location, Some(label.as_str())));
    let mut excerpts: Vec<Excerpt> = Vec::new();
    for (location, label) in [own].into_iter().chain(related) {
        let text = &files.get(location.file).text;
        let span = text.floor_char_boundary(location.span.start)..text.ceil_char_boundary(location.span.end);
        let range = around(text, &span);
        let place = Place { span, label };
        let near = |other: &&mut Excerpt| {
            let gap = other.range.start.max(range.start).saturating_sub(other.range.end.min(range.end));
            other.file == location.file && gap <= NEAR
        };
        match excerpts.iter_mut().find(near) {
            Some(excerpt) => {
                excerpt.range = excerpt.range.start.min(range.start)..excerpt.range.end.max(range.end);
                excerpt.places.push(place);
            }
            None => excerpts.push(Excerpt { file: location.file, range, places: vec![place] }),
        }
    }
    excerpts
}

/// Returns the lines that `span` touches, cut off [`REACH`] bytes before and after it.
fn around(text: &str, span: &Range<usize>) -> Range<usize> {
    let start = text.ceil_char_boundary(span.start.saturating_sub(REACH));
    let end = text.floor_char_boundary(span.end.saturating_add(REACH));
    let line_start = text[start..span.start].rfind('\n').map_or(start, |at| start + at + 1);
    let line_end = text[span.end..end].find('\n').map_or(end, |at| span.end + at);
    line_start..line_end
}

/// The character after a path whose column has not been corrected yet.
const UNCHECKED: char = '\0';

impl<'a> Excerpt<'a> {
    fn snippet(&self, file: &'a SourceFile) -> Snippet<'a, Annotation<'a>> {
        let (first_line, _) = file.line_and_column(self.range.start);
        let path = format!("{}{UNCHECKED}", file.path);
        let mut snippet = Snippet::source(&file.text[self.range.clone()]).line_start(first_line).path(path);
        for Place { span, label } in &self.places {
            let kind = if label.is_none() { AnnotationKind::Primary } else { AnnotationKind::Context };
            let span = span.start - self.range.start..span.end - self.range.start;
            snippet = snippet.annotation(kind.span(span).label(*label));
        }
        snippet
    }

    /// Replaces the column after the path, which the renderer counts from the start of the excerpt.
    fn correct_column(&self, file: &SourceFile, rendered: &mut String) {
        let path = format!("{}{UNCHECKED}", file.path);
        let Some(start) = rendered.find(&path).map(|at| at + file.path.len()) else {
            return;
        };
        let end = rendered[start..].find('\n').map_or(rendered.len(), |at| start + at);
        let (line, column) = file.line_and_column(self.places[0].span.start);
        rendered.replace_range(start..end, &format!(":{line}:{column}"));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::Location;

    /// Returns the total length of the excerpts of problems at `spans`, each of which is related to the first span.
    fn handed_over(text: &str, spans: &[Range<usize>]) -> usize {
        let mut files = Files::default();
        let id = files.add("people.toml".to_owned(), text.to_owned());
        let problem = |span: &Range<usize>| {
            let first = Location { file: id, span: spans[0].clone() };
            Diagnostic::error(id.at(span.clone()), "given twice").related(first, "first given here")
        };
        let sizes = spans.iter().map(problem).map(|problem| {
            let excerpts = excerpts(&problem, &files);
            excerpts.iter().map(|excerpt| excerpt.range.len()).sum::<usize>()
        });
        sizes.sum()
    }

    #[test]
    fn the_renderer_sees_no_more_of_the_file_when_the_file_is_longer() {
        for separator in ["\n", " "] {
            let per_problem = [100, 10_000].map(|count| {
                let word = format!("names = \"Anna Voss\",{separator}");
                let spans: Vec<_> = (0..count).map(|number| number * word.len()..number * word.len() + 5).collect();
                handed_over(&word.repeat(count), &spans) / count
            });
            assert!(per_problem[1] <= 2 * (2 * REACH + 5) + NEAR, "{per_problem:?} bytes with {separator:?}");
            assert!(per_problem[1] <= 2 * per_problem[0], "{per_problem:?} bytes with {separator:?}");
        }
    }

    #[test]
    fn places_in_long_lines_keep_their_line_and_column() {
        let mut files = Files::default();
        let text = format!("# Names\nnames = [{}\"Voss\", {}]\n", "\"Lövdén\", ".repeat(900), "\"Lind\", ".repeat(900));
        let at = text.find("Voss").expect("it is there");
        let id = files.add("people.toml".to_owned(), text);
        let rendered = render(&Diagnostic::error(id.at(at..at + 4), "unknown"), &files);
        assert!(rendered.contains("--> people.toml:2:9011\n"), "{rendered}");
        let lines: Vec<_> = rendered.lines().collect();
        let shown = lines.iter().find(|line| line.starts_with("2 |")).expect("the line is shown");
        let carets = lines.iter().find(|line| line.contains("^^^^")).expect("the place is marked");
        assert!(shown.chars().count() < 150, "{shown}");
        let column = carets.find('^').expect("it is there");
        assert_eq!(shown.chars().skip(column).take(4).collect::<String>(), "Voss");
    }
}
