//! `CHANGES.md`: the log of the editors' own corrections.

use palimpsest_story::Revision;

use crate::blocks::{Block, blocks};
use crate::diagnostic::Diagnostic;
use crate::files::SourceFile;
use crate::ids::Ids;
use crate::prose::Voice;
use crate::refusals::HEADING;

/// Reads the file, which has a heading for each day and, under it, a paragraph for each correction.
pub(crate) fn read(file: &SourceFile, ids: &Ids, problems: &mut Vec<Diagnostic>) -> Vec<Revision> {
    const HELP: &str = "a heading is a day and the name of the version, as in ## 2026-11-28: Second edition";
    let mut revisions: Vec<Revision> = Vec::new();
    let before = problems.len();
    let blocks = blocks(file, 0..file.text.len(), Voice::Log, ids, problems);
    // What is under a heading that was refused is not reported as well.
    let is_refused = problems[before..].iter().any(|problem| problem.message.starts_with(HEADING));
    for block in blocks {
        match block {
            Block::Heading(heading) => {
                let text = heading.text;
                let (date, title) = text.words.split_once(':').unwrap_or_default();
                let is_day = date.len() == 10 && date.bytes().all(|byte| byte == b'-' || byte.is_ascii_digit());
                if !is_day || title.trim().is_empty() {
                    problems.push(
                        Diagnostic::error(
                            file.id.at(text.span),
                            format!("\"{}\" names no day and version", text.words),
                        )
                        .help(HELP),
                    );
                }
                let (date, title) = (date.to_owned(), title.trim().to_owned());
                revisions.push(Revision { date, title, changes: Vec::new() });
            }
            Block::Paragraph(text) => match revisions.last_mut() {
                Some(revision) => revision.changes.push(text.inlines(0, file, ids, problems)),
                None if is_refused => {}
                None => problems.push(
                    Diagnostic::error(file.id.at(text.span), "this correction is not under a heading").help(HELP),
                ),
            },
            // The editors' texts yield no other blocks.
            _ => {}
        }
    }
    revisions
}
