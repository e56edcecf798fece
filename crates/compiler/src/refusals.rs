//! Markdown that a text may not contain.

use std::ops::Range;

use pulldown_cmark::{CodeBlockKind, HeadingLevel, Tag};

use crate::diagnostic::Diagnostic;
use crate::files::SourceFile;
use crate::lists;
use crate::prose::Voice;

/// Returns what to call Markdown that a text may not contain, or `None` if the tag is allowed.
pub(crate) fn refused(tag: &Tag, voice: Voice) -> Option<&'static str> {
    let is_article = voice == Voice::Author;
    Some(match tag {
        Tag::Heading { .. } if voice == Voice::Editors => "a heading",
        Tag::Paragraph
        | Tag::Emphasis
        | Tag::Strong
        | Tag::Link { .. }
        | Tag::FootnoteDefinition(_)
        | Tag::Heading { level: HeadingLevel::H2, .. } => return None,
        Tag::Heading { level: HeadingLevel::H3 | HeadingLevel::H4, .. } if is_article => return None,
        Tag::CodeBlock(CodeBlockKind::Indented) => "a code block (is the text indented by four spaces?)",
        Tag::BlockQuote(_)
        | Tag::CodeBlock(_)
        | Tag::List(_)
        | Tag::Item
        | Tag::Image { .. }
        | Tag::Table(_)
        | Tag::TableHead
        | Tag::TableRow
        | Tag::TableCell
        | Tag::Strikethrough
            if is_article =>
        {
            return None;
        }
        Tag::Heading { .. } if is_article => "a heading of another level than ##, ### and ####",
        Tag::Heading { .. } => "a heading of another level than ##",
        Tag::BlockQuote(_) => "a block quote",
        Tag::CodeBlock(_) => "a code block (is the text indented by four spaces?)",
        Tag::HtmlBlock => "HTML",
        Tag::List(_) | Tag::Item => "a list",
        Tag::Image { .. } => "an image",
        Tag::Table(_) => "a table",
        Tag::Strikethrough => "struck text",
        _ => "this kind of Markdown",
    })
}

/// The start of the message about a heading of a level that is not allowed.
pub(crate) const HEADING: &str = "a heading of another level";

const HELP: &str = "this text may hold paragraphs, *emphasis*, [links](#id) and citations, as in [@avrich-1970]";
const ARTICLE_HELP: &str = "the article may hold what Markdown writes without HTML, and <sup>, <sub>, <br> and \
                            <span class=\"smallcaps\"> in a line; REFERENCE.md lists it";

/// Returns a help text on a heading of a level that is not allowed. A line of `=` makes the line above it a heading, too.
fn heading_help(written: &str, voice: Voice) -> &'static str {
    match voice {
        Voice::Editors => HELP,
        Voice::Author if written.starts_with("###") => {
            "the lowest level is ####; write one # more than the heading above it has"
        }
        Voice::Author => {
            "write ## before its words, and ### or #### for headings below it; the title of the article stands between the \
             lines +++, as title = \"…\""
        }
        Voice::Log | Voice::Notes => "write ## before its words",
    }
}

/// Returns the problem of Markdown at `range` that a text in this voice may not contain.
pub(crate) fn refusal(file: &SourceFile, range: Range<usize>, what: &str, voice: Voice) -> Diagnostic {
    let trimmed = file.text[range.clone()].trim_end().len();
    let place = file.id.at(range.start..range.start + trimmed);
    let problem = Diagnostic::error(place, format!("{what} is not allowed here"));
    let written = file.text[range.clone()].trim_start();
    if what.starts_with("a heading") {
        return problem.help(heading_help(written, voice));
    }
    if what == "HTML" && written.starts_with("<!--") {
        return problem.help("remove this comment; notes to other editors are lines that begin with # in a .toml file");
    }
    if what == "a list" {
        let marker = lists::escaped(&file.text[lists::marker(file, &range)]);
        return problem.help(format!("if it begins a sentence, write {marker} instead; {HELP}"));
    }
    problem.help(if voice == Voice::Author { ARTICLE_HELP } else { HELP })
}

/// Returns the problem of a note within a sentence, `^[…]`, which Pandoc supports and the page does not. It would be printed
/// literally.
pub(crate) fn inline_note(file: &SourceFile, range: &Range<usize>, voice: Voice) -> Option<Diagnostic> {
    let found = file.text[range.clone()].match_indices('^').map(|(at, _)| range.start + at).find(|at| {
        let line = file.text[*at..].lines().next().unwrap_or_default();
        line.starts_with("^[") && line.contains(']') && !file.text[..*at].ends_with('\\')
    })?;
    let help = match voice {
        Voice::Author => {
            "write [^1] where the mark of the note belongs, and [^1]: … in a paragraph of its own; if it is text, write \\^"
        }
        Voice::Editors | Voice::Log | Voice::Notes => {
            "say it in the text itself, or link words to a note; if it is text, write \\^"
        }
    };
    Some(Diagnostic::error(file.id.at(found..found + "^[".len()), "a note cannot stand within its sentence").help(help))
}
