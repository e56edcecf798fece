//! Citations in the editors' texts, in Pandoc's syntax: `[@log, p. 5]`, `[see @log; -@other]`, and `@log` within a sentence.

use std::ops::Range;

use crate::diagnostic::Diagnostic;
use crate::files::SourceFile;
use crate::whole_words::is_unspaced;

/// One work of a citation in brackets.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Item<'a> {
    /// The text before the work: `see`.
    pub prefix: &'a str,
    /// Whether the author is omitted because the sentence names them.
    pub hides_author: bool,
    /// The id of the work or the passage. An empty id is a mistake.
    pub key: &'a str,
    /// The place in the work, and anything else that follows.
    pub locator: &'a str,
    /// The byte range of the item within the label.
    pub range: Range<usize>,
    /// The byte range of the `@` and the key within the label.
    pub key_range: Range<usize>,
}

/// Reports whether text in brackets is a citation: whether it has an `@` at the beginning of a word.
pub(crate) fn is_citation(label: &str) -> bool {
    mark(label).is_some()
}

/// Returns the works of a citation, given the label between its brackets.
pub(crate) fn items(label: &str) -> impl Iterator<Item = Item<'_>> {
    let mut start = 0;
    let mut is_inside = false;
    // A semicolon within a key in braces separates nothing.
    let separates = move |letter: char| {
        is_inside = (is_inside || letter == '{') && letter != '}';
        letter == ';' && !is_inside
    };
    label.split(separates).map(move |part| {
        let at = start + (part.len() - part.trim_start().len());
        start += part.len() + ";".len();
        let part = part.trim();
        let mark = mark(part).unwrap_or(part.len());
        let before = &part[..mark];
        let shown = before.strip_suffix('-');
        let prefix = shown.unwrap_or(before).trim();
        let key = part.get(mark + "@".len()..).map(key).unwrap_or_default();
        let end = (mark + "@".len() + key.len()).min(part.len());
        Item {
            prefix,
            hides_author: shown.is_some(),
            key: bare(key),
            locator: place(&part[end..]),
            range: at..at + part.len(),
            key_range: at + mark..at + end,
        }
    })
}

/// Returns the offset of the first `@` that begins a citation.
fn mark(text: &str) -> Option<usize> {
    text.match_indices('@').map(|(at, _)| at).find(|at| begins(text, *at))
}

/// Reports whether the `@` at an offset begins a citation: a key follows it, and no word is before it, or before the hyphen
/// that omits the author.
fn begins(text: &str, at: usize) -> bool {
    let before = text[..at].strip_suffix('-').unwrap_or(&text[..at]);
    !before.ends_with(|letter: char| letter.is_alphanumeric() || "_.@/\\-".contains(letter))
        && !key(&text[at + "@".len()..]).is_empty()
}

/// Returns the key at the beginning of a text, with or without braces: letters, digits and marks between them. A mark at its
/// end belongs to the sentence. Within braces, a key may be anything on a line: some programs write ids with spaces.
pub(crate) fn key(text: &str) -> &str {
    if text.starts_with('{') {
        let end = text.find('}').filter(|end| !text[..*end].contains('\n') && !text[1..*end].trim().is_empty());
        return end.map_or("", |end| &text[..=end]);
    }
    if !text.starts_with(|first: char| first.is_alphanumeric() || first == '_') {
        return "";
    }
    let inside = |letter: char| letter.is_alphanumeric() || "_:.#$%&-+?<>~/".contains(letter);
    let end = text.find(|letter: char| !inside(letter)).unwrap_or(text.len());
    text[..end].trim_end_matches(|letter: char| !letter.is_alphanumeric() && letter != '_')
}

/// Returns the place in a work that follows its key. Marks alone are none.
fn place(text: &str) -> &str {
    let text = text.trim_start_matches(',').trim();
    if text.contains(char::is_alphanumeric) { text } else { "" }
}

/// Returns a place in a work as it is printed: with dashes between numbers, and without the braces that Pandoc has around one
/// that would be read otherwise. `{pp. 3-5}` becomes `pp. 3–5`, and so does `pp. 3--5`.
pub(crate) fn dashed(place: &str) -> String {
    let letters: Vec<char> = place.replace("--", "-").replace(['{', '}'], "").chars().collect();
    let is_digit = |at: Option<usize>| at.and_then(|at| letters.get(at)).is_some_and(char::is_ascii_digit);
    let is_range = |at: usize| is_digit(at.checked_sub(1)) && is_digit(Some(at + 1));
    letters.iter().enumerate().map(|(at, letter)| if *letter == '-' && is_range(at) { '–' } else { *letter }).collect()
}

/// Returns a key without the braces around it.
fn bare(key: &str) -> &str {
    key.strip_prefix('{').and_then(|key| key.strip_suffix('}')).unwrap_or(key).trim()
}

/// A citation within a sentence: `@log`, or `@log [p. 5]` with a place in brackets. `-@log` omits the author.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct InText<'a> {
    pub hides_author: bool,
    pub key: &'a str,
    pub locator: &'a str,
    /// The byte range of the citation, from the `@` or the hyphen on.
    pub range: Range<usize>,
    /// The byte range of the `@` and the key.
    pub key_range: Range<usize>,
}

/// Returns the first citation within a sentence of `text` that begins in `range`.
pub(crate) fn in_text(text: &str, range: Range<usize>) -> Option<InText<'_>> {
    let mut marks = text[range.clone()].match_indices('@').map(|(at, _)| range.start + at);
    let at = marks.find(|at| begins(text, *at))?;
    let hides_author = text[range.start..at].ends_with('-');
    let written = key(&text[at + "@".len()..]);
    let end = at + "@".len() + written.len();
    let place = text[end..]
        .strip_prefix([' ', '\n'])
        .and_then(|rest| rest.strip_prefix('['))
        .and_then(|rest| Some(rest.split_once(']')?.0));
    let place = place.filter(|place| !place.contains(['[', '\n', '@', '^']));
    let follows = |place: &str| text[end + " [".len() + place.len() + "]".len()..].starts_with(['(', '[', ':']);
    let place = place.filter(|place| !follows(place));
    let whole = place.map_or(end, |place| end + " [".len() + place.len() + "]".len());
    Some(InText {
        hides_author,
        key: bare(written),
        locator: place.unwrap_or_default().trim(),
        range: at - usize::from(hides_author)..whole,
        key_range: at..end,
    })
}

/// Returns the problem of a citation in brackets that no space separates from what is before it, or from another one.
pub(crate) fn glued(file: &SourceFile, span: &Range<usize>) -> Option<Diagnostic> {
    let written = &file.text[span.clone()];
    if written.contains("][") {
        let message = "of two citations in a row, only the first is read";
        return Some(
            Diagnostic::error(file.id.at(span.clone()), message)
                .help("write several works in one pair of brackets, with a semicolon between them"),
        );
    }
    let before = file.text[..span.start].chars().next_back()?;
    // An asterisk that begins emphasis has nothing before it.
    let opens = ["*", "**", "_", "__"].iter().any(|mark| {
        let rest = file.text[..span.start].strip_suffix(mark).filter(|rest| !rest.ends_with(['*', '_']));
        rest.is_some_and(|rest| {
            rest.is_empty() || rest.ends_with(|letter: char| letter.is_whitespace() || "([“\"«".contains(letter))
        })
    });
    if opens {
        return None;
    }
    let is_glued = before.is_alphanumeric() || ".,;:!?)…”’»\"*_".contains(before);
    if !is_glued || is_unspaced(before) {
        return None;
    }
    let help = match before {
        '.' | ',' | ';' | ':' | '!' | '?' | '…' => {
            format!("write it before the mark, with a space before it, as in: … before the Congress {written}{before}")
        }
        _ => {
            let word = file.text[..span.start].split_whitespace().next_back().unwrap_or_default();
            format!("write a space before it: {word} {written}")
        }
    };
    let place = file.id.at(span.clone());
    Some(Diagnostic::warning(place, "nothing separates this citation from what stands before it").help(help))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(label: &str) -> Vec<(&str, bool, &str, &str)> {
        items(label).map(|item| (item.prefix, item.hides_author, item.key, item.locator)).collect()
    }

    #[test]
    fn works_in_brackets_are_read_as_pandoc_does() {
        assert_eq!(read("@log"), [("", false, "log", "")]);
        assert_eq!(read("@log, p. 5"), [("", false, "log", "p. 5")]);
        assert_eq!(read("-@log"), [("", true, "log", "")]);
        assert_eq!(read("see @log, p. 5; also -@b"), [("see", false, "log", "p. 5"), ("also", true, "b", "")]);
        assert_eq!(read("@avrich_kronstadt_1970 and others"), [("", false, "avrich_kronstadt_1970", "and others")]);
        assert_eq!(
            read("@http://zotero.org/users/1/items/AB12"),
            [("", false, "http://zotero.org/users/1/items/AB12", "")]
        );
        assert_eq!(read("@{Avrich 1970}, p. 5"), [("", false, "Avrich 1970", "p. 5")]);
        assert_eq!(read("@{10.1/(S)1;2}; -@{b}"), [("", false, "10.1/(S)1;2", ""), ("", true, "b", "")]);
        assert_eq!(read("@{}"), [("@{}", false, "", "")]);
        assert_eq!(
            read("@a{ii, A}; @b {p. 5}; @c, {p. 5}, more; @d."),
            [
                ("", false, "a", "{ii, A}"),
                ("", false, "b", "{p. 5}"),
                ("", false, "c", "{p. 5}, more"),
                ("", false, "d", ""),
            ]
        );
        assert_eq!(read("@{a.}, p. 1"), [("", false, "a.", "p. 1")]);
        assert_eq!(read("@a; b"), [("", false, "a", ""), ("b", false, "", "")]);
        assert!(!is_citation("write to me@example.org") && !is_citation("a @ b") && !is_citation("\\@a"));
    }

    #[test]
    fn places_have_dashes() {
        for (place, printed) in [("pp. 3-5", "pp. 3–5"), ("{pp. 3--5}, n. 2", "pp. 3–5, n. 2"), ("A-12", "A-12")] {
            assert_eq!(dashed(place), printed);
        }
    }

    #[test]
    fn works_within_a_sentence_are_found() {
        let found =
            |text: &'static str| in_text(text, 0..text.len()).map(|found| (found.key, found.locator, found.range));
        assert_eq!(found("as @log says"), Some(("log", "", 3..7)));
        assert_eq!(found("as -@log [p. 5] says"), Some(("log", "p. 5", 3..15)));
        assert_eq!(found("-@log"), Some(("log", "", 0..5)));
        let hides_author = |text| in_text(text, 0..text.len()).map(|found| found.hides_author);
        assert_eq!(["a @log", "a -@log", "a–@log"].map(hides_author), [Some(false), Some(true), Some(false)]);
        assert_eq!(found("@log\n[p. 5]."), Some(("log", "p. 5", 0..11)));
        assert_eq!(found("@log [p. 5]."), Some(("log", "p. 5", 0..11)));
        assert_eq!(found("@log [the raid](#raid)"), Some(("log", "", 0..4)));
        assert_eq!(found("So says @log."), Some(("log", "", 8..12)));
        for text in ["me@example.org", "\\@log", "a @ b", "@", "a-@log", "a --@log"] {
            assert_eq!(found(text), None, "{text}");
        }
    }
}
