//! TeX in fields that the crate `biblatex` writes.
//!
//! The crate puts a backslash before each character that is special in TeX. For a backslash, `^` and `~` that produces a
//! line break or an accent, and BibTeX counts braces even after a backslash. These characters, and TeX commands and braces,
//! are therefore represented by private-use characters that the crate passes through; [`restored`] replaces them with TeX.

/// The private-use characters and the TeX that they represent.
const PRIVATE: [(char, &str); 12] = [
    ('\u{E000}', "\\textbackslash{}"),
    ('\u{E001}', "\\textbraceleft{}"),
    ('\u{E002}', "\\textbraceright{}"),
    ('\u{E003}', "\\textasciicircum{}"),
    ('\u{E004}', "\\textasciitilde{}"),
    ('\u{E005}', "\\emph{"),
    ('\u{E006}', "\\textbf{"),
    ('\u{E007}', "\\textsuperscript{"),
    ('\u{E008}', "\\textsubscript{"),
    ('\u{E009}', "\\textsc{"),
    ('\u{E00A}', "{"),
    ('\u{E00B}', "}"),
];

/// The delimiters of a value without braces.
const BARE: (char, char) = ('\u{E00C}', '\u{E00D}');

/// The markup that CSL allows in a text: its start, its end, and the character that represents its start.
const MARKUP: [(&str, &str, char); 7] = [
    ("<i>", "</i>", '\u{E005}'),
    ("<b>", "</b>", '\u{E006}'),
    ("<sup>", "</sup>", '\u{E007}'),
    ("<sub>", "</sub>", '\u{E008}'),
    ("<sc>", "</sc>", '\u{E009}'),
    ("<span style=\"font-variant:small-caps;\">", "</span>", '\u{E009}'),
    ("<span class=\"nocase\">", "</span>", '\u{E00A}'),
];

/// Converts plain text for a field, on one line.
pub(super) fn plain(text: &str) -> String {
    let letter = |letter: char| match letter {
        '\\' => '\u{E000}',
        '{' => '\u{E001}',
        '}' => '\u{E002}',
        '^' => '\u{E003}',
        '~' => '\u{E004}',
        '\u{E000}'..='\u{E00D}' => char::REPLACEMENT_CHARACTER,
        letter if letter.is_control() => ' ',
        letter => letter,
    };
    text.chars().map(letter).collect()
}

/// Converts CSL-JSON text for a field, with its markup as commands. Markup that is not properly nested is kept as text.
pub(super) fn rich(text: &str) -> String {
    let (mut field, mut rest, mut open) = (String::new(), text, Vec::new());
    while let Some(at) = rest.find('<') {
        field.push_str(&plain(&rest[..at]));
        rest = &rest[at..];
        if let Some(after) = open.last().and_then(|end| rest.strip_prefix(*end)) {
            open.pop();
            field.push('\u{E00B}');
            rest = after;
        } else if let Some((start, end, command)) = MARKUP.iter().find(|(start, ..)| rest.starts_with(start)) {
            open.push(*end);
            field.push(*command);
            rest = &rest[start.len()..];
        } else {
            field.push('<');
            rest = &rest[1..];
        }
    }
    field.push_str(&plain(rest));
    if open.is_empty() { field } else { plain(text) }
}

/// Converts a BibTeX macro, which is written without braces.
pub(super) fn bare(word: &str) -> String {
    format!("{}{word}{}", BARE.0, BARE.1)
}

/// Replaces the private-use characters in the crate's output with TeX.
pub(super) fn restored(written: &str) -> String {
    let written = written.replace(&format!("{{{}", BARE.0), "").replace(&format!("{}}}", BARE.1), "");
    PRIVATE.iter().fold(written, |written, (private, tex)| written.replace(*private, tex))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn markup_that_nests_becomes_commands() {
        for (text, expected) in [
            ("The <i>Potemkin</i>", "The \\emph{Potemkin}"),
            ("<b><i>a</i></b> < b", "\\textbf{\\emph{a}} < b"),
            ("H<sub>2</sub>O<sup>+</sup>", "H\\textsubscript{2}O\\textsuperscript{+}"),
            (
                "<span class=\"nocase\">iPod</span> <span style=\"font-variant:small-caps;\">bc</span> <sc>ad</sc>",
                "{iPod} \\textsc{bc} \\textsc{ad}",
            ),
            ("<i>a", "<i>a"),
            ("a</i>", "a</i>"),
            ("<i>a<b>c</i>d</b>", "<i>a<b>c</i>d</b>"),
            ("<u>{</u>", "<u>\\textbraceleft{}</u>"),
        ] {
            assert_eq!(restored(&rich(text)), expected);
        }
    }

    #[test]
    fn what_stands_for_tex_cannot_come_from_outside() {
        assert_eq!(restored(&plain("\u{E000}\u{E00D}\n")), "\u{FFFD}\u{FFFD} ");
    }
}
