//! Formats TOML in the style of a person.

use std::fmt::Write as _;

use palimpsest_compiler::rules::plain_text;

/// Formats a text in quotation marks.
pub(super) fn quoted(text: &str) -> String {
    format!("\"{}\"", escaped(text, false))
}

/// Formats a text in quotation marks, for a field that is plain text and must not be empty.
pub(super) fn named(text: &str) -> String {
    if is_written(text) { plain(text) } else { quoted("…") }
}

/// Formats a text in quotation marks, for a field that is plain text.
pub(super) fn plain(text: &str) -> String {
    quoted(&plain_text(text))
}

/// Formats texts as a list of plain texts.
pub(super) fn names<'a>(texts: impl IntoIterator<Item = &'a String>) -> String {
    let texts: Vec<_> = texts.into_iter().map(|text| plain(text)).collect();
    format!("[{}]", texts.join(", "))
}

/// Reports whether a text is more than whitespace.
pub(super) fn is_written(text: &str) -> bool {
    !text.trim().is_empty()
}

/// Formats texts as a list.
pub(super) fn list<'a>(texts: impl IntoIterator<Item = &'a str>) -> String {
    let texts: Vec<_> = texts.into_iter().map(quoted).collect();
    format!("[{}]", texts.join(", "))
}

/// Formats paragraphs in triple quotation marks, separated by blank lines.
pub(super) fn block<'a>(paragraphs: impl IntoIterator<Item = &'a str>) -> String {
    let paragraphs: Vec<_> = paragraphs.into_iter().map(|paragraph| escaped(paragraph, true)).collect();
    format!("\"\"\"\n{}\n\"\"\"", paragraphs.join("\n\n"))
}

/// Formats the lines of a text as comments.
pub(super) fn comment(text: &str) -> String {
    text.lines().fold(String::new(), |mut lines, line| {
        let line: String = line.chars().map(|letter| if letter.is_control() { ' ' } else { letter }).collect();
        let _ = writeln!(lines, "{}", format!("# {line}").trim_end());
        lines
    })
}

/// Indents lines for use within a list.
pub(super) fn within(lines: &str) -> String {
    lines.lines().fold(String::new(), |text, line| text + "  " + line + "\n")
}

/// Escapes text for use between quotation marks. Only a block may contain line breaks.
fn escaped(text: &str, block: bool) -> String {
    let mut escaped = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '"' if !block => escaped.push_str("\\\""),
            '\\' => escaped.push_str("\\\\"),
            '\n' if block => escaped.push('\n'),
            '\n' => escaped.push_str("\\n"),
            '\t' => escaped.push_str("\\t"),
            '\r' => escaped.push_str("\\r"),
            // Control characters are removed from the finished file, with all other invisible ones.
            letter => escaped.push(letter),
        }
    }
    // Three quotation marks would end a block, and one directly before its end would extend it.
    if block { escaped.replace("\"\"", "\"\\\"") } else { escaped }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_is_read_again() {
        for text in ["", "a\"b\\c", "\"\"\"\"", "x\"", "a\nb\tc\r", "ä’“”"] {
            let written =
                format!("one = {}\nmany = {}\nlist = {}\n", quoted(text), block([text, "z"]), list([text, text]));
            let read: toml::Table = written.parse().unwrap_or_else(|error| panic!("{written}: {error}"));
            assert_eq!(read["one"].as_str(), Some(text));
            assert_eq!(read["many"].as_str(), Some(format!("{text}\n\nz\n").as_str()));
            assert_eq!(read["list"].as_array().map(Vec::len), Some(2));
        }
        assert_eq!(comment("a\n\nb\u{7}"), "# a\n#\n# b\n");
    }
}
