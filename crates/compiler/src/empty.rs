//! Blocks without text. Some of their marks were probably meant as text, which would be lost.

use std::ops::Range;

use crate::annotated::AnnotatedText;
use crate::diagnostic::Diagnostic;
use crate::files::SourceFile;
use crate::lists;

/// Returns the problem of a heading without any words.
pub(crate) fn heading(file: &SourceFile, text: &AnnotatedText) -> Option<Diagnostic> {
    let is_empty = text.words.is_empty() && text.links.is_empty() && text.media.is_empty();
    let problem = || Diagnostic::error(file.id.at(text.span.clone()), "this heading has no words");
    is_empty.then(|| problem().help("write them, or remove it"))
}

/// Returns the problem of an item of a list at `span` without any text, whose mark was probably meant as text.
pub(crate) fn item(file: &SourceFile, span: &Range<usize>) -> Option<Diagnostic> {
    let marker = lists::marker(file, span);
    let rest = &file.text[marker.end..span.end.max(marker.end)];
    if !rest.trim_matches([' ', '\t', '\n', '\r', '>']).is_empty() {
        return None;
    }
    let written = file.text[marker.clone()].trim_end();
    let place = file.id.at(marker.start..marker.start + written.len());
    let help = format!(
        "for a break between two thoughts write --- between blank lines; if it is text, write {}; otherwise remove it",
        lists::escaped(written)
    );
    Some(Diagnostic::error(place, "this item of a list is empty").help(help))
}

/// Returns the problem of an author's note without any text, which is written at `place`.
pub(crate) fn note(file: &SourceFile, place: Range<usize>, label: &str) -> Diagnostic {
    Diagnostic::error(file.id.at(place), format!("the author's note \"{label}\" is empty"))
        .help("write its text after the colon, or remove it and its marks")
}
