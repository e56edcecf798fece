//! Lists of names.

use biblatex::{Chunk, ChunksExt as _, Person, Spanned};
use serde_json::{Map, Value, json};

use super::{Values, tex};
use crate::error::Error;

impl Values<'_, '_> {
    /// Takes a field with names, in CSL's format.
    pub(super) fn names(&mut self, field: &str) -> Result<Option<Value>, Error> {
        let Some((at, value)) = self.raw(field) else { return Ok(None) };
        let mut names = Vec::new();
        for name in apart(&value) {
            if name == "others" {
                names.push(json!({ "literal": "et al." }));
                continue;
            }
            // A complete name in braces is that of an organization.
            if let Some(whole) = tex::unbraced(name) {
                names.push(json!({ "literal": self.read(at, field, whole)? }));
                continue;
            }
            names.extend(self.person(at, field, name)?);
        }
        Ok((!names.is_empty()).then_some(Value::Array(names)))
    }

    fn person(&self, at: usize, field: &str, name: &str) -> Result<Option<Value>, Error> {
        // The crate uses braces to separate the parts of a name, so accents have to be converted first.
        let mut chunks = Vec::new();
        for (part, is_braced) in braced(name) {
            let text = self.read(at, field, part)?;
            // Spaces at the ends of a part separate words of the name.
            let before = if part.starts_with(char::is_whitespace) { " " } else { "" };
            let after = if part.ends_with(char::is_whitespace) && !text.is_empty() { " " } else { "" };
            let text = format!("{before}{text}{after}");
            // The crate computes with the spans of its input, so they have to be valid.
            let place = 0..text.len();
            chunks.push(Spanned::new(if is_braced { Chunk::Verbatim(text) } else { Chunk::Normal(text) }, place));
        }
        let people: Vec<Person> = chunks.parse().unwrap_or_default();
        let Some(person) = people.into_iter().next() else { return Ok(None) };
        let mut fields = Map::new();
        let parts = [
            ("family", person.name),
            ("given", person.given_name),
            ("non-dropping-particle", person.prefix),
            ("suffix", person.suffix),
        ];
        for (field, text) in parts {
            let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
            if !text.is_empty() {
                fields.insert(field.to_owned(), json!(text));
            }
        }
        Ok((!fields.is_empty()).then_some(Value::Object(fields)))
    }
}

/// Splits a list of names at the word “and” outside braces.
fn apart(value: &str) -> Vec<&str> {
    let mut names = Vec::new();
    let (mut start, mut depth, mut escaped) = (0, 0_usize, false);
    for (at, letter) in value.char_indices() {
        match letter {
            '{' if !escaped => depth += 1,
            '}' if !escaped => depth = depth.saturating_sub(1),
            _ => {}
        }
        escaped = letter == '\\' && !escaped;
        let rest = &value[at..];
        if depth == 0 && letter.is_whitespace() {
            let word = rest.trim_start();
            let after = word.get(..3).filter(|and| and.eq_ignore_ascii_case("and")).map(|_| &word[3..]);
            if let Some(after) = after.filter(|after| after.starts_with(char::is_whitespace))
                && at >= start
            {
                names.push(value[start..at].trim());
                start = value.len() - after.len();
            }
        }
    }
    names.push(value.get(start..).unwrap_or_default().trim());
    names.retain(|name| !name.is_empty());
    names
}

/// Splits a name into parts, each with whether it is in braces. The braces of an accent do not form a part.
fn braced(name: &str) -> Vec<(&str, bool)> {
    let mut parts = Vec::new();
    let (mut start, mut depth, mut escaped, mut is_group) = (0, 0_usize, false, false);
    let mut before = '\0';
    for (at, letter) in name.char_indices() {
        match letter {
            '{' if !escaped => {
                let is_argument = name[..at].rfind('\\').is_some_and(|slash| {
                    let command = &name[slash + 1..at];
                    !command.is_empty()
                        && (command.chars().all(|letter| letter.is_ascii_alphabetic()) || command.chars().count() == 1)
                });
                if depth == 0 {
                    is_group = is_argument || name[at + 1..].starts_with('\\');
                    if !is_group {
                        parts.push((&name[start..at], false));
                        start = at + 1;
                    }
                }
                depth += 1;
            }
            '}' if !escaped => {
                depth = depth.saturating_sub(1);
                if depth == 0 && !is_group {
                    parts.push((&name[start..at], true));
                    start = at + 1;
                }
            }
            _ => {}
        }
        escaped = letter == '\\' && before != '\\';
        before = letter;
    }
    parts.push((name.get(start..).unwrap_or_default(), false));
    parts.retain(|(part, _)| !part.is_empty());
    parts
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_told_apart_outside_braces() {
        assert_eq!(apart("A, B and {War and Peace}\n and C and others"), ["A, B", "{War and Peace}", "C", "others"]);
        assert_eq!(apart("Andrew Anderson AND Sand, Y."), ["Andrew Anderson", "Sand, Y."]);
        assert_eq!(apart(" and "), Vec::<&str>::new());
        assert_eq!(apart(""), Vec::<&str>::new());
    }

    #[test]
    fn braces_are_parts_and_accents_are_not() {
        assert_eq!(braced("{Ortega y Gasset}, José"), [("Ortega y Gasset", true), (", José", false)]);
        assert_eq!(braced("G{\\\"o}del, K\\'{u}rt"), [("G{\\\"o}del, K\\'{u}rt", false)]);
        assert_eq!(braced("a}b{"), [("a", true), ("b", false)]);
    }
}
