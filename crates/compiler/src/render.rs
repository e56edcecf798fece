//! Problems as a person reads them: like rustc's, with the line, a caret, what is wrong and how to mend it.

use annotate_snippets::{AnnotationKind, Level, Renderer, Snippet};

use crate::diagnostic::{Diagnostic, Severity};
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
