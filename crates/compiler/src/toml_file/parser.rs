//! What the TOML parser says of a file, in the words of an editor: what is wrong in the line, and what to write instead.

use std::ops::Range;

use toml::de::Error;

use crate::diagnostic::Diagnostic;
use crate::files::SourceFile;

/// The start of the parser's message about a key that is given twice.
pub(super) const DUPLICATE: &str = "duplicate key";

/// The general rule, where nothing better can be said.
const RULE: &str = "TOML is written as name = \"text\"; a quotation mark within a text as \\\" or as “ ”";

/// Returns the problem of which the parser's error tells.
pub(super) fn problem(text: &str, error: &Error, file: &SourceFile) -> Diagnostic {
    let span = error.span().unwrap_or(0..0);
    if error.message().starts_with(DUPLICATE) {
        return duplicate(text, span, file);
    }
    let (message, help) = Line::around(text, span.start).told(error.message());
    Diagnostic::error(file.id.at(span), message).help(help)
}

/// Returns the problem of a field that is given twice, with the place of the first.
fn duplicate(text: &str, span: Range<usize>, file: &SourceFile) -> Diagnostic {
    let name = text.get(span.clone()).unwrap_or_default();
    let start = text[..span.start].rfind("\n[").map_or(0, |at| at + 1);
    let mut at = start;
    let first = text[start..span.start].split_inclusive('\n').find_map(|line| {
        let before = at + line.len() - line.trim_start().len();
        at += line.len();
        let rest = text[before..].strip_prefix(name)?.trim_start();
        rest.starts_with(['=', '.']).then_some(before..before + name.len())
    });
    let problem = Diagnostic::error(file.id.at(span), format!("`{name}` is given twice"));
    let problem = match first {
        Some(first) => problem.related(file.id.at(first), "first given here"),
        None => problem,
    };
    problem.help("keep one of the two; the header of an entry, in [[ ]], stands above each")
}

/// A line with a mistake.
struct Line<'t> {
    whole: &'t str,
    /// What precedes the mistake in the line, and what follows from there.
    before: &'t str,
    rest: &'t str,
}

impl<'t> Line<'t> {
    fn around(text: &'t str, at: usize) -> Self {
        let start = text[..at].rfind('\n').map_or(0, |end| end + 1);
        let end = text[at..].find('\n').map_or(text.len(), |end| at + end);
        Self { whole: text[start..end].trim(), before: &text[start..at], rest: text[at..end].trim_end() }
    }

    /// Returns the name at the beginning of the line if it could be that of a field, and what follows it.
    fn field(&self) -> Option<(&'t str, &'t str)> {
        let is_name = |letter: char| letter.is_ascii_alphanumeric() || "_-.".contains(letter);
        let rest = self.whole.trim_start_matches(is_name);
        let name = &self.whole[..self.whole.len() - rest.len()];
        (!name.is_empty()).then_some((name, rest.trim_start()))
    }

    fn told(&self, message: &str) -> (String, String) {
        let is = |start: &str| message.starts_with(start);
        if is("invalid basic string, expected `\"`") || is("invalid literal string, expected `'`") {
            return ("this text is not closed".to_owned(), format!("write the quotation mark where it ends; {RULE}"));
        }
        if message.contains("unicode") || message.contains("escape") {
            let help = "write \\\\ for a backslash; \\n is a new line, \\\" a quotation mark, \\u2013 or \\U0001F600 a character \
                        by its number";
            return ("after a backslash stands no such sign".to_owned(), help.to_owned());
        }
        if is("invalid basic string") || is("invalid literal string") || is("invalid comment") {
            return (
                "this character cannot stand in a text".to_owned(),
                "remove it; a new line is written \\n".to_owned(),
            );
        }
        if is("key with no value") || is("missing assignment") || is("unexpected `=`") {
            return self.no_value();
        }
        if is("invalid unquoted key") || is("unquoted keys cannot be empty") {
            return self.no_name();
        }
        if is("cannot recurse") || is("recursion limit") {
            let help = "no field has lists or tables that deep: look for a bracket too many";
            return ("this is nested too deeply".to_owned(), help.to_owned());
        }
        if is("carriage return") {
            let help = "save the file with one kind of line breaks; text editors offer that, as LF or CRLF";
            return ("this line break is of another kind than the others".to_owned(), help.to_owned());
        }
        if is("string values must be quoted") || is("unexpected key or value") {
            return self.left_over();
        }
        (message.to_owned(), RULE.to_owned())
    }

    /// Tells of a line without a name, an `=` and a value.
    fn no_value(&self) -> (String, String) {
        if let Some(mark) = ["//", "--", "/*", "<!--", ";", "%"].into_iter().find(|mark| self.whole.starts_with(mark)) {
            return (format!("\"{mark}\" begins no note"), "begin a note to other editors with #".to_owned());
        }
        let colons = [':', '：', '＝'];
        if let Some((name, rest)) = self.field() {
            if let Some(rest) = rest.strip_prefix(colons) {
                return (format!("after `{name}` an = is missing"), format!("write {name} = {}", rest.trim_start()));
            }
            if rest.starts_with(['"', '\'', '[', '{']) {
                return (format!("after `{name}` an = is missing"), format!("write {name} = {rest}"));
            }
        }
        let inner =
            self.before.trim_end().trim_end_matches(colons).rsplit(['{', ',']).next().unwrap_or_default().trim();
        if self.before.contains('{') && (self.rest.starts_with(colons) || self.before.trim_end().ends_with(colons)) {
            return (
                format!("after `{inner}` an = is missing"),
                format!("write = in place of the colon, as in {inner} = \"…\""),
            );
        }
        if let Some((words, value)) = self.whole.split_once('=').filter(|(words, _)| words.trim().contains(' ')) {
            let name = words.split_whitespace().collect::<Vec<_>>().join("_").to_lowercase();
            return ("the name of a field has no blanks".to_owned(), format!("write {name} = {}", value.trim()));
        }
        let help = format!(
            "{RULE}; a text of several lines stands between \"\"\" and \"\"\", and a note to other editors begins with #"
        );
        ("this line is neither a field nor the header of an entry".to_owned(), help)
    }

    /// Tells of a sign where the name of a field or of an entry is expected.
    fn no_name(&self) -> (String, String) {
        if self.whole.starts_with("[{") || self.whole.starts_with('{') {
            return ("this is JSON, and the file is TOML".to_owned(), RULE.to_owned());
        }
        let header: String = self.whole.chars().filter(|letter| !letter.is_whitespace()).collect();
        if header.starts_with("[[") && header != self.whole {
            return ("the brackets of a header stand together".to_owned(), format!("write {header}"));
        }
        match self.rest.chars().next() {
            Some(blank) if blank.is_whitespace() => (
                format!("this blank is no plain one (U+{:04X})", u32::from(blank)),
                "replace it with that of the space bar".to_owned(),
            ),
            Some(letter) if letter.is_alphabetic() => (
                format!("no field has a \"{letter}\" in its name"),
                "names of fields are English, in the letters a-z; REFERENCE.md lists them".to_owned(),
            ),
            _ => ("here the name of a field is expected".to_owned(), RULE.to_owned()),
        }
    }

    /// Tells of a value without quotation marks or brackets, or of what follows one in its line.
    fn left_over(&self) -> (String, String) {
        let name = self.field().map_or("name", |(name, _)| name);
        let value = self.whole.split_once('=').map_or(self.rest, |(_, value)| value.trim());
        if value.starts_with('(') {
            let inner = value.trim_matches(['(', ')']);
            return ("a list stands in square brackets".to_owned(), format!("write {name} = [{inner}]"));
        }
        let bare = value.trim_end_matches([',', ';', ' ']);
        if bare != value && !bare.contains("\",") && !bare.contains("',") {
            return ("nothing follows a value in its line".to_owned(), format!("write {name} = {bare}"));
        }
        if value.contains("\",") || value.contains("',") {
            return ("a list stands in square brackets".to_owned(), format!("write {name} = [{bare}]"));
        }
        let text = value.trim_matches(['`', '´']).replace('"', "\\\"");
        ("a text stands in straight quotation marks".to_owned(), format!("write {name} = \"{text}\""))
    }
}

#[cfg(test)]
mod tests {
    use toml::de::DeTable;

    use super::*;
    use crate::files::Files;

    #[test]
    fn every_line_is_told_with_what_to_write() {
        for (text, message, help) in [
            ("title: \"A\"", "after `title` an = is missing", "write title = \"A\""),
            ("title \"A\"", "after `title` an = is missing", "write title = \"A\""),
            ("title ＝ \"A\"", "after `title` an = is missing", "write title = \"A\""),
            (
                "born = { date: \"1\" }",
                "after `date` an = is missing",
                "write = in place of the colon, as in date = \"…\"",
            ),
            ("birth name = \"A\"", "the name of a field has no blanks", "write birth_name = \"A\""),
            ("// A note", "\"//\" begins no note", "begin a note to other editors with #"),
            ("- id: a", "this line is neither a field nor the header of an entry", RULE),
            ("In 1801 it was", "this line is neither a field nor the header of an entry", RULE),
            ("\u{a0}a = 1", "this blank is no plain one (U+00A0)", "replace it with that of the space bar"),
            ("rôle = \"A\"", "no field has a \"ô\" in its name", "names of fields are English"),
            ("[ [person] ]", "the brackets of a header stand together", "write [[person]]"),
            ("[{\"id\": 1}]", "this is JSON, and the file is TOML", RULE),
            ("names = (\"A\", \"B\")", "a list stands in square brackets", "write names = [\"A\", \"B\"]"),
            ("names = \"A\", \"B\"", "a list stands in square brackets", "write names = [\"A\", \"B\"]"),
            ("title = \"A\",", "nothing follows a value in its line", "write title = \"A\""),
            ("title = `A`", "a text stands in straight quotation marks", "write title = \"A\""),
            ("title = \"C:\\Users\"", "after a backslash stands no such sign", "write \\\\ for a backslash"),
            ("title = \"\\uD83D\"", "after a backslash stands no such sign", "write \\\\ for a backslash"),
            ("title = \"A", "this text is not closed", "write the quotation mark where it ends"),
            ("title = \"A\u{7}\"", "this character cannot stand in a text", "remove it"),
            ("a = 1\ra = 2", "this line break is of another kind than the others", "save the file"),
        ] {
            let mut files = Files::default();
            let id = files.add("people.toml".to_owned(), text.to_owned());
            let error = DeTable::parse(text).expect_err(text);
            let problem = problem(text, &error, files.get(id));
            assert_eq!(problem.message, message, "{text}: {}", error.message());
            let given = problem.help.unwrap_or_default();
            assert!(given.starts_with(help), "{text}: {given}");
        }
    }

    #[test]
    fn a_field_given_twice_is_told_with_the_first() {
        let text = "[[person]]\nrole = 1\n\n[[person]]\nname = 1\nrole = 2\nrole = 3\n";
        let mut files = Files::default();
        let id = files.add("people.toml".to_owned(), text.to_owned());
        let error = DeTable::parse(text).expect_err("it is given twice");
        let problem = problem(text, &error, files.get(id));
        assert_eq!(problem.message, "`role` is given twice");
        assert_eq!(problem.related[0].0.span.start, text.find("role = 2").unwrap_or_default());
    }
}
