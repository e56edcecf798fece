//! Makes sure that a draft builds. Text that a story's article may not contain is shown verbatim, as a code block.

use std::collections::BTreeSet;

use palimpsest_compiler::compile_folder;
use palimpsest_compiler::diagnostic::Severity;
use palimpsest_compiler::files::Folder;
use palimpsest_story::CalendarDay;

use crate::draft::Draft;
use crate::write::{Written, write};

/// The number of times that the article is checked. Setting one paragraph apart may reveal errors in others.
const ROUNDS: usize = 8;

/// Makes the files of a draft. Paragraphs of its article with an error become code blocks, which show them verbatim, so that
/// the draft builds and no text is lost.
pub fn build(mut draft: Draft, today: CalendarDay) -> Written {
    let mut written = write(&draft, today);
    for _ in 0..ROUNDS {
        let wrong = problems(&written);
        if wrong.is_empty() || !set_apart(&mut draft, &wrong) {
            break;
        }
        written = write(&draft, today);
    }
    written
}

/// Returns the lines of the article's text that have an error, counted from 0, and the messages.
fn problems(written: &Written) -> Vec<(usize, String)> {
    let media = written.media.iter().map(|name| (name.clone(), String::new()));
    let compilation = compile_folder(&Folder::in_memory(written.files.iter().cloned().chain(media)));
    let text = written.files.iter().find(|(name, _)| name == "article.md").map_or("", |(_, text)| text);
    let body = text.find("\n+++\n\n").map_or(0, |end| end + "\n+++\n\n".len());
    let first = compilation.problems.iter().filter(|problem| problem.severity == Severity::Error);
    let article = first.filter(|problem| compilation.path(problem).ends_with("article.md"));
    let lines = article.filter_map(|problem| {
        let at = problem.location.span.start.checked_sub(body)?;
        let line = text.get(body..body + at)?.matches('\n').count();
        Some((line, problem.message.clone()))
    });
    lines.collect()
}

/// Puts the blocks that contain these lines between backticks. Returns whether there was any left to set apart.
fn set_apart(draft: &mut Draft, wrong: &[(usize, String)]) -> bool {
    let body = draft.article.body.trim_matches('\n').to_owned();
    let lines: Vec<&str> = body.lines().collect();
    let mut apart: BTreeSet<(usize, usize)> = BTreeSet::new();
    for (line, message) in wrong {
        let line = (*line).min(lines.len().saturating_sub(1));
        let is_blank = |line: &&str| line.trim().is_empty();
        let start = lines[..line].iter().rposition(&is_blank).map_or(0, |blank| blank + 1);
        let end = lines[line..].iter().position(is_blank).map_or(lines.len(), |blank| line + blank);
        if start < end && !lines[start].starts_with("````") && apart.insert((start, end)) {
            let why = format!("{message}; the article shows it as it was typed");
            draft.leave(
                format!("the article, \"{}\"", lines[start].chars().take(40).collect::<String>()),
                lines[start..end].join("\n"),
                why,
            );
        }
    }
    let mut text = String::new();
    for (number, line) in lines.iter().enumerate() {
        if apart.iter().any(|(start, _)| *start == number) {
            text.push_str("````\n");
        }
        text.push_str(line);
        text.push('\n');
        if apart.iter().any(|(_, end)| *end == number + 1) {
            text.push_str("````\n");
        }
    }
    draft.article.body = text;
    !apart.is_empty()
}
