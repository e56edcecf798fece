//! Conversion of text to the Markdown of a story.

/// Text in the Markdown allowed in a story's statements: paragraphs, `*emphasis*`, links within the page and citations.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Markdown(String);

impl Markdown {
    /// Converts plain text to one paragraph. Everything that Markdown would interpret is escaped, and line breaks become
    /// spaces.
    pub fn plain(text: &str) -> Self {
        let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
        Self(escaped(&line))
    }

    /// Converts the paragraphs of a plain text, which are separated by blank lines.
    pub fn paragraphs(text: &str) -> Vec<Self> {
        let text = text.replace("\r\n", "\n").replace('\r', "\n");
        let mut paragraphs = vec![String::new()];
        for line in text.lines() {
            match paragraphs.last_mut() {
                Some(last) if !line.trim().is_empty() => {
                    last.push_str(line);
                    last.push('\n');
                }
                _ => paragraphs.push(String::new()),
            }
        }
        paragraphs.iter().map(|text| Self::plain(text)).filter(|text| !text.is_empty()).collect()
    }

    /// Wraps text that is already such Markdown.
    pub fn written(markdown: impl Into<String>) -> Self {
        Self(markdown.into())
    }

    /// Returns the Markdown source.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Reports whether there is nothing but whitespace.
    pub fn is_empty(&self) -> bool {
        self.0.trim().is_empty()
    }
}

/// Escapes the characters in a line of text that Markdown or the story's own syntax would interpret.
pub(crate) fn escaped(line: &str) -> String {
    let mut text = String::with_capacity(line.len());
    let mut before = ' ';
    for (at, letter) in line.char_indices() {
        let rest = &line[at + letter.len_utf8()..];
        let is_read = match letter {
            '\\' | '*' | '[' | ']' | '<' | '`' | '~' | '|' | '^' => true,
            // Within a word, an underscore is an ordinary character.
            '_' => !(before.is_alphanumeric() && rest.starts_with(char::is_alphanumeric)),
            // A character reference such as `&shy;`. A backslash would not hide it from the check for invisible characters.
            '&' if rest.starts_with(|next: char| next == '#' || next.is_ascii_alphabetic()) => {
                text.push_str("&amp;");
                before = letter;
                continue;
            }
            '@' => !before.is_alphanumeric(),
            // Formulas, templates and marked words of other dialects, which the compiler reports.
            '$' | '{' => rest.starts_with(letter),
            '=' | '+' => at == 0 || rest.starts_with(letter),
            '#' | '>' | '-' | ':' => at == 0,
            '!' => rest.starts_with('['),
            // `1. ` and `1) ` begin a list.
            '.' | ')' => at > 0 && line[..at].bytes().all(|byte| byte.is_ascii_digit()),
            _ => false,
        };
        if is_read {
            text.push('\\');
        }
        text.push(letter);
        before = letter;
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn plain_text_is_no_markdown() {
        for (plain, markdown) in [
            ("a *b* [c] snake_case _d_", "a \\*b\\* \\[c\\] snake_case \\_d\\_"),
            ("# 1", "\\# 1"),
            ("1917. That was", "1917\\. That was"),
            ("- x - y", "\\- x - y"),
            ("R&D & &shy;", "R&amp;D & &amp;shy;"),
            ("a@b.org @all", "a@b.org \\@all"),
            ("two\n lines", "two lines"),
            ("5 m^2^, $$x$$ for $5", "5 m\\^2\\^, \\$$x\\$$ for $5"),
            ("{{a}} ==b== c = d", "\\{{a}} \\==b\\== c = d"),
        ] {
            assert_eq!(Markdown::plain(plain).as_str(), markdown);
        }
        let paragraphs = Markdown::paragraphs("a\r\nb\r\n\r\n\r\nc");
        assert_eq!(paragraphs.iter().map(Markdown::as_str).collect::<Vec<_>>(), ["a b", "c"]);
    }
}
