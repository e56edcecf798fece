//! Markdown that a slip keeps from being Markdown, so that its marks are printed as they are: a heading without a blank
//! after `##`, a table without the line under its first row, a picture whose credit stands in typographic quotation marks.

use std::ops::Range;

use crate::diagnostic::Diagnostic;
use crate::files::SourceFile;
use crate::lost;
use crate::prose::Voice;
use crate::quotation_marks::is_typographic;
use crate::refusals::inline_note;

/// Returns the problems of the marks in a text. `range` is its position in the file.
pub(crate) fn marks(file: &SourceFile, range: &Range<usize>, voice: Voice) -> impl Iterator<Item = Diagnostic> {
    let mark = if voice == Voice::Author { picture(file, range).or_else(|| lost::mark(file, range)) } else { None };
    let heading = if voice == Voice::Editors { None } else { heading(file, range, voice) };
    [mark, heading, link(file, range, voice), inline_note(file, range, voice)].into_iter().flatten()
}

/// Returns the problem of number signs at the beginning of a line that no blank follows.
fn heading(file: &SourceFile, range: &Range<usize>, voice: Voice) -> Option<Diagnostic> {
    let line = file.text[..range.start].rsplit('\n').next().unwrap_or_default();
    let words = file.text[range.clone()].trim_start_matches('#');
    let signs = range.len() - words.len();
    let is_first = line.chars().all(|letter| letter == ' ' || letter == '>');
    if !is_first || !(1..=6).contains(&signs) || !words.starts_with(char::is_alphanumeric) {
        return None;
    }
    let place = file.id.at(range.start..range.start + signs);
    let written = "#".repeat(signs);
    let word: String = words.chars().take_while(|letter| letter.is_alphanumeric()).collect();
    if signs == 1 {
        // It may be a word that begins with the sign, or the number of something.
        let is_word = voice == Voice::Author && word.starts_with(char::is_alphabetic);
        return is_word.then(|| {
            Diagnostic::warning(place, "\"#\" is printed as it is here")
                .help(format!("for a heading write ## {word}, with a blank; if it is text, write \\#{word}"))
        });
    }
    let help = format!("write {written} {word} … for a heading; if it is text, write \\{written}{word}");
    Some(Diagnostic::error(place, format!("a heading needs a blank after {written}")).help(help))
}

/// Returns the problem of a picture that Markdown does not recognize.
fn picture(file: &SourceFile, range: &Range<usize>) -> Option<Diagnostic> {
    let found = file.text[range.clone()].match_indices('!').map(|(at, _)| range.start + at);
    found.filter(|at| !file.text[..*at].ends_with('\\') && file.text[*at..].starts_with("![")).find_map(|at| {
        let (address, place) = target(file, at + "!".len())?;
        let credit = address.split_once([' ', '\n']).map_or("", |(_, credit)| credit.trim());
        let help = if credit.starts_with(is_typographic) {
            let words = credit.trim_matches(is_typographic).split(['"', '\\']).next().unwrap_or_default();
            format!("write straight quotation marks around its credit, as in ![A tower](storm.jpg \"{words}\")")
        } else if credit.starts_with(['"', '\'', '(']) {
            "close the quotation marks around its credit; quotation marks within it are written “ and ”".to_owned()
        } else {
            "put a name that holds blanks between < and >, as in ![A tower](<the storm.jpg>)".to_owned()
        };
        Some(Diagnostic::error(file.id.at(at..place.end), "to Markdown this is no picture, but text").help(help))
    })
}

/// Returns the warning of a link that Markdown does not recognize.
fn link(file: &SourceFile, range: &Range<usize>, voice: Voice) -> Option<Diagnostic> {
    let found = file.text[range.clone()].match_indices('[').map(|(at, _)| range.start + at);
    found.filter(|at| !file.text[..*at].ends_with(['\\', '!'])).find_map(|at| {
        let (address, place) = target(file, at)?;
        let help = match voice {
            Voice::Author => {
                "a link is written [words](#id) or [words](https://…), without blanks; if it is text, write \\["
            }
            _ => "a link is written [words](#id), without blanks; if it is text, write \\[",
        };
        is_link(address)
            .then(|| Diagnostic::warning(file.id.at(at..place.end), "to Markdown this is no link, but text").help(help))
    })
}

/// Reports whether a text begins with an address, perhaps in parentheses.
fn is_link(text: &str) -> bool {
    let address = text.trim_start_matches([' ', '(']);
    ["#", "https://", "http://", "mailto:"].iter().any(|start| address.starts_with(start))
}

/// Returns what stands in the parentheses after a bracket at `start`, and the position of both.
fn target(file: &SourceFile, start: usize) -> Option<(&str, Range<usize>)> {
    let rest = file.text[start..].split("\n\n").next()?;
    let (label, rest) = rest.split_once(']')?;
    let inner = rest.strip_prefix('(').or_else(|| rest.strip_prefix(" (").filter(|_| is_link(rest)))?;
    let address = inner.split(')').next()?;
    let end = start + label.len() + "]".len() + (rest.len() - inner.len()) + address.len();
    let is_closed = file.text[end..].starts_with(')');
    is_closed.then_some((address.trim(), start..end + 1))
}

/// Returns the problem of a paragraph that looks like a table, but lacks the line that makes it one.
pub(crate) fn table(file: &SourceFile, span: &Range<usize>, voice: Voice) -> Option<Diagnostic> {
    let lines: Vec<&str> =
        file.text[span.clone()].trim_end().lines().map(|line| line.trim_matches([' ', '>', '\t'])).collect();
    let bars = |line: &str| line.matches('|').count() - line.matches("\\|").count();
    let first = bars(lines.first()?);
    let is_framed = lines[0].starts_with('|') && first > 1;
    let is_table = is_framed || lines.len() > 1 && first > 0 && lines.iter().all(|line| bars(line) == first);
    let is_rule = |line: &&&str| line.contains('-') && line.chars().all(|letter| "|-: ".contains(letter));
    // To GitHub, a table may follow the line above it.
    let inner = lines.windows(2).skip(1).find(|pair| bars(pair[0]) > 0 && bars(pair[1]) > 0 && is_rule(&&pair[1]));
    if let Some(pair) = inner.filter(|_| voice == Voice::Author && !is_table) {
        let start = span.start + file.text[span.clone()].find(pair[0]).unwrap_or_default();
        let problem =
            Diagnostic::error(file.id.at(start..start + pair[0].len()), "to Markdown this is no table, but text");
        return Some(problem.help("write a blank line before its first row; if it is text, write \\| for each bar"));
    }
    if voice != Voice::Author || !is_table {
        return None;
    }
    let columns = lost::cells(lines[0]);
    let rule = format!("|{}", " --- |".repeat(columns.min(6)));
    let help = match lines.iter().find(is_rule) {
        Some(_) => format!(
            "the line under its first row has as many cells as it, {rule}; if it is text, write \\| for each bar"
        ),
        None => format!("write {rule} in a line under its first row; if it is text, write \\| for each bar"),
    };
    let end = span.start + file.text[span.clone()].lines().next().unwrap_or_default().trim_end().len();
    Some(Diagnostic::error(file.id.at(span.start..end), "to Markdown this is no table, but text").help(help))
}
