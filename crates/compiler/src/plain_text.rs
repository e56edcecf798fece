//! Plain-text fields, in which Markdown would be printed literally.

use std::fmt::Write as _;
use std::ops::Range;

/// Returns the byte range of the first Markdown mark in a text: emphasis, a link, a citation or a note reference.
pub(crate) fn markdown(text: &str) -> Option<Range<usize>> {
    (0..text.len()).filter(|at| text.is_char_boundary(*at)).find_map(|at| {
        let length = bracketed(&text[at..]).or_else(|| emphasis(text, at))?;
        Some(at..at + length)
    })
}

/// Returns a text without its Markdown marks: the words that they enclose remain.
pub(crate) fn unmarked(text: &str) -> String {
    let mut text = text.to_owned();
    while let Some(mark) = markdown(&text) {
        let written = &text[mark.clone()];
        let inner = match written.strip_prefix('[').and_then(|label| label.split_once(']')) {
            Some((label, _)) => label,
            // The sign at the beginning is also the one at the end, as often.
            None => written.trim_matches(written.chars().next().unwrap_or_default()),
        };
        let inner = inner.to_owned();
        text.replace_range(mark, &inner);
    }
    text
}

/// Returns the byte range of the first words that are emphasized with asterisks or underscores.
pub(crate) fn emphasized(text: &str) -> Option<Range<usize>> {
    let marks = text.match_indices(['*', '_']);
    marks.map(|(at, _)| at).find_map(|at| Some(at..at + emphasis(text, at)?))
}

/// Returns a text with CSL's markup in place of emphasis with asterisks or underscores.
pub(crate) fn tagged(text: &str) -> String {
    let mut tagged = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(mark) = emphasized(rest) {
        let (before, written) = (&rest[..mark.start], &rest[mark.clone()]);
        let words = written.trim_matches(['*', '_']);
        let tag = if written.starts_with("**") || written.starts_with("__") { 'b' } else { 'i' };
        // Writing to a string cannot fail.
        let _ = write!(tagged, "{before}<{tag}>{words}</{tag}>");
        rest = &rest[mark.end..];
    }
    tagged + rest
}

/// Returns the length of a citation, a note reference or a link at the beginning of a text.
fn bracketed(text: &str) -> Option<usize> {
    let inner = text.strip_prefix('[')?;
    let end = inner.find(']')?;
    let (label, after) = (&inner[..end], &inner[end + 1..]);
    let length = end + "[]".len();
    let is_mark = label.strip_prefix('^').is_some_and(|name| !name.is_empty() && !name.contains(char::is_whitespace));
    if is_mark || crate::citations::is_citation(label) {
        return Some(length);
    }
    let target = after.strip_prefix('(')?;
    let end = target.find(')')?;
    (!label.is_empty() && !target[..end].contains(char::is_whitespace) && end > 0).then_some(length + end + "()".len())
}

/// Returns the length of the emphasis that begins at an offset. Emphasis encloses words and touches no letter outside,
/// unlike the asterisks in `M*A*S*H`.
fn emphasis(text: &str, at: usize) -> Option<usize> {
    let is_letter = |letter: char| letter.is_alphanumeric();
    let mark = ["**", "__", "*", "_", "`", "~~"].into_iter().find(|mark| text[at..].starts_with(mark))?;
    if text[..at].ends_with(|before: char| is_letter(before) || mark.starts_with(before)) {
        return None;
    }
    let inner = &text[at + mark.len()..];
    let mut from = 0;
    while let Some(found) = inner[from..].find(mark).map(|found| from + found) {
        let after = &inner[found + mark.len()..];
        let words = &inner[..found];
        let is_closed = !words.is_empty()
            && !words.starts_with(char::is_whitespace)
            && !words.ends_with(char::is_whitespace)
            && words.contains(is_letter)
            && !after.starts_with(|next: char| is_letter(next) || mark.starts_with(next));
        if is_closed {
            return Some(mark.len() + found + mark.len());
        }
        from = found + mark.len();
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_are_found_and_other_signs_are_not() {
        for (text, mark) in [
            ("The *Potemkin* mutinies", "*Potemkin*"),
            ("The **Potemkin**", "**Potemkin**"),
            ("(_Pravda_)", "_Pravda_"),
            ("A `code`", "`code`"),
            ("He died [@log, p. 5]", "[@log, p. 5]"),
            ("He died [see @log]", "[see @log]"),
            ("He died[^1]", "[^1]"),
            ("The [Cheka](#cheka) is founded", "[Cheka](#cheka)"),
            ("Ödön *é*", "*é*"),
        ] {
            assert_eq!(markdown(text).map(|range| &text[range]), Some(mark), "{text}");
            assert_eq!(markdown(&unmarked(text)), None, "{text}");
        }
        for (text, words) in [
            ("The **Potemkin** of *1905*", "The Potemkin of 1905"),
            ("The [*Cheka*](#cheka)[^1] [@log]", "The Cheka^1 @log"),
            ("M*A*S*H", "M*A*S*H"),
        ] {
            assert_eq!(unmarked(text), words);
        }
        for (text, tagged) in [
            ("The *Potemkin*", "The <i>Potemkin</i>"),
            ("The **Potemkin** and _others_", "The <b>Potemkin</b> and <i>others</i>"),
            ("M*A*S*H, [a](b)", "M*A*S*H, [a](b)"),
        ] {
            assert_eq!(super::tagged(text), tagged);
        }
        for text in [
            "",
            "*",
            "M*A*S*H",
            "a_b_c",
            "2 * 3 * 4",
            "Born* and died*",
            "[sic] (so)",
            "[…]",
            "me@example.org",
            "x[1]",
            "[^]",
            "**",
            "snake_case_name",
            "* * *",
            "a [b] (c d)",
            "[a](b c)",
        ] {
            assert_eq!(markdown(text), None, "{text}");
        }
    }
}
