//! What the editors' statements have in common: Markdown texts and lists of sources.

use palimpsest_story::{Citation, Prose};
use toml::Spanned;

use crate::annotated::{AnnotatedText, LinkKind};
use crate::blocks::{Block, blocks};
use crate::diagnostic::{Diagnostic, Severity};
use crate::files::SourceFile;
use crate::ids::Ids;
use crate::prose::Voice;
use crate::toml_text::Text;

/// Resolves the sources of a statement, which needs at least one so that readers can check it. Reports a missing list at
/// `of`.
pub(crate) fn sources(
    list: Option<&Spanned<Vec<Spanned<String>>>>,
    of: &Spanned<String>,
    file: &SourceFile,
    ids: &Ids,
    problems: &mut Vec<Diagnostic>,
) -> Vec<Citation> {
    let ids_given = list.map(Spanned::get_ref).filter(|list| !list.is_empty());
    let Some(ids_given) = ids_given else {
        let place = file.id.at(list.map_or(of.span(), Spanned::span));
        let what = ids.citable_file();
        problems.push(Diagnostic::unsourced(place).help(match ids.citable(of.get_ref()) {
            Some(id) => format!("list what it rests on by the ids of {what}, as in sources = [\"{id}\"]"),
            None => format!("add what it rests on to {what}, and list its id, as in sources = [\"avrich-1970\"]"),
        }));
        return Vec::new();
    };
    let known = ids_given.iter().filter(|id| {
        let problem = ids.uncitable(id.get_ref(), file.id.at(id.span()));
        let is_unknown = problem.as_ref().is_some_and(|problem| problem.severity == Severity::Error);
        problems.extend(problem);
        !is_unknown
    });
    known.map(|id| ids.citation(id.get_ref())).collect()
}

/// Reads a text of a single paragraph.
pub(crate) fn prose(value: &Spanned<String>, file: &SourceFile, ids: &Ids, problems: &mut Vec<Diagnostic>) -> Prose {
    let mut texts = paragraphs(value, file, ids, problems);
    if texts.len() > 1 {
        problems.push(
            Diagnostic::error(file.id.at(value.span()), "this text has more than one paragraph")
                .help("remove the blank line"),
        );
    }
    texts.drain(..).next().unwrap_or_default()
}

/// Reads a text of a single paragraph that must cite at least one source.
pub(crate) fn cited(value: &Spanned<String>, file: &SourceFile, ids: &Ids, problems: &mut Vec<Diagnostic>) -> Prose {
    let before = problems.len();
    let prose = prose(value, file, ids, problems);
    let cites = prose.iter().any(|inline| matches!(inline.link, Some(palimpsest_story::Target::Source(_))));
    if !cites && problems.len() == before {
        problems.push(uncited(file, value.span(), ids));
    }
    prose
}

/// Reads a text of at least one paragraph.
pub(crate) fn paragraphs(
    value: &Spanned<String>,
    file: &SourceFile,
    ids: &Ids,
    problems: &mut Vec<Diagnostic>,
) -> Vec<Prose> {
    if value.get_ref().trim().is_empty() {
        problems.push(
            Diagnostic::error(file.id.at(value.span()), "this text is empty").help("write it, or remove the entry"),
        );
    }
    let text = Text::new(file, value);
    let mut found = Vec::new();
    let texts = texts(&text.file, ids, &mut found);
    let paragraphs = texts.iter().map(|paragraph| paragraph.inlines(0, &text.file, ids, &mut found)).collect();
    text.report(found, problems);
    paragraphs
}

/// Returns the problem of a text without citations.
pub(crate) fn uncited(file: &SourceFile, span: std::ops::Range<usize>, ids: &Ids) -> Diagnostic {
    let what = ids.citable_file();
    Diagnostic::unsourced(file.id.at(span)).help(match ids.citable("") {
        Some(id) => format!("cite what it rests on by an id of {what}, as in: … before the Congress [@{id}]."),
        None => {
            format!("add what it rests on to {what}, and cite its id, as in: … before the Congress [@avrich-1970].")
        }
    })
}

/// Reports whether a text cites a source.
pub(crate) fn cites(text: &AnnotatedText) -> bool {
    text.links.iter().any(|link| link.kind == LinkKind::Citation)
}

/// Returns the paragraphs of a text, which is passed as a file of its own.
fn texts(file: &SourceFile, ids: &Ids, problems: &mut Vec<Diagnostic>) -> Vec<AnnotatedText> {
    let blocks = blocks(file, 0..file.text.len(), Voice::Editors, ids, problems);
    // The editors' texts yield no other blocks.
    let texts = blocks.into_iter().filter_map(|block| match block {
        Block::Paragraph(text) => Some(text),
        _ => None,
    });
    texts.collect()
}
