//! TeX in fields that the crate `biblatex` writes.
//!
//! The crate puts a backslash before each character that is special in TeX. For a backslash, `^` and `~` that produces a
//! line break or an accent, and BibTeX counts braces even after a backslash. These characters, and TeX commands and braces,
//! are therefore represented by private-use characters that the crate passes through; [`restored`] replaces them with TeX.

use palimpsest_story::csl::{Markup, Token, tokens};

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

/// Converts plain text for a field, on one line.
pub(super) fn plain(text: &str) -> String {
    text.chars().map(private).collect()
}

/// Converts CSL-JSON text for a field, with its markup as commands.
pub(super) fn rich(text: &str) -> String {
    let letter = |token| match token {
        Token::Letter(letter) => private(letter),
        Token::Start(markup) => command(markup),
        Token::End(_) => '\u{E00B}',
    };
    tokens(text).into_iter().map(letter).collect()
}

/// Returns the private-use character for the beginning of markup. Braces keep the case of what they contain.
fn command(markup: Markup) -> char {
    match markup {
        Markup::Italic => '\u{E005}',
        Markup::Bold => '\u{E006}',
        Markup::Superscript => '\u{E007}',
        Markup::Subscript => '\u{E008}',
        Markup::SmallCapitals => '\u{E009}',
        Markup::NoCase => '\u{E00A}',
    }
}

/// Returns the private-use character for a character that TeX reads otherwise, and any other character unchanged.
fn private(letter: char) -> char {
    match letter {
        '\\' => '\u{E000}',
        '{' => '\u{E001}',
        '}' => '\u{E002}',
        '^' => '\u{E003}',
        '~' => '\u{E004}',
        '\u{E000}'..='\u{E00D}' => char::REPLACEMENT_CHARACTER,
        letter if letter.is_control() => ' ',
        letter => letter,
    }
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
            ("<I>a</i> <em>b</em> <strong>c</strong>", "\\emph{a} \\emph{b} \\textbf{c}"),
            ("<span class='nocase'>iPod</span> <scp>bc</scp>", "{iPod} \\textsc{bc}"),
            ("&lt;i&gt;War&lt;/i&gt; &amp; Peace", "\\emph{War} & Peace"),
            ("<i>a &amp;", "<i>a &amp;"),
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
