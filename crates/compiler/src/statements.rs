//! What all statements of ours share: prose in Markdown, and sources to rest on.

use palimpsest_story::{Prose, SourceId};
use toml::Spanned;

use crate::diagnostic::Diagnostic;
use crate::files::SourceFile;
use crate::ids::{Ids, Kind};
use crate::prose::{Block, blocks};
use crate::sentences::plain;
use crate::toml_file::content_span;

/// The sources of a statement. One without any does not compile: a reader must be able to check what we say.
pub(crate) fn sources(
    list: &Spanned<Vec<Spanned<String>>>,
    file: &SourceFile,
    ids: &Ids,
    problems: &mut Vec<Diagnostic>,
) -> Vec<SourceId> {
    if list.get_ref().is_empty() {
        problems.push(
            Diagnostic::error(file.id.at(list.span()), "a statement of ours needs a source")
                .help("name at least one work of sources.json, as in sources = [\"avrich-1970\"]"),
        );
    }
    list.get_ref().iter().filter_map(|id| ids.resolve(id, Kind::Source, file, problems)).collect()
}

/// A text of one paragraph.
pub(crate) fn prose(value: &Spanned<String>, file: &SourceFile, problems: &mut Vec<Diagnostic>) -> Prose {
    let mut paragraphs = paragraphs(value, file, problems);
    if paragraphs.len() > 1 {
        problems.push(
            Diagnostic::error(file.id.at(value.span()), "this text holds more than one paragraph")
                .help("take out the blank line"),
        );
    }
    paragraphs.drain(..).next().unwrap_or_default()
}

/// A text of any number of paragraphs, at least one.
pub(crate) fn paragraphs(value: &Spanned<String>, file: &SourceFile, problems: &mut Vec<Diagnostic>) -> Vec<Prose> {
    let blocks = blocks(file, content_span(file, value), problems);
    if value.get_ref().trim().is_empty() {
        problems.push(
            Diagnostic::error(file.id.at(value.span()), "this text is empty").help("write it, or take the entry away"),
        );
    }
    let paragraphs = blocks.into_iter().map(|block| {
        let (text, refused) = match block {
            Block::Paragraph(text) => (text, None),
            Block::Heading(text) => (text, Some("a heading")),
        };
        let refused = refused.or((!text.links.is_empty()).then_some("a link"));
        if let Some(what) = refused {
            problems.push(
                Diagnostic::error(file.id.at(text.span.clone()), format!("{what} cannot stand in this text"))
                    .help("it holds paragraphs and *emphasis*"),
            );
        }
        plain(&text)
    });
    paragraphs.collect()
}
