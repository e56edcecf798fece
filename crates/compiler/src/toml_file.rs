//! TOML files whose items are tables of one array: `[[person]]`, `[[event]]`, `[[place]]`.
//!
//! Items are read one by one, so that a mistake in one hides no other.

use std::ops::Range;

use serde::de::DeserializeOwned;
use toml::Spanned;
use toml::de::{DeTable, DeValue, ValueDeserializer};

use crate::diagnostic::{Diagnostic, FileId, did_you_mean};
use crate::files::SourceFile;

/// What a file holds.
pub(crate) struct Items<T> {
    /// The items.
    pub read: Vec<T>,
    /// The ids of items that could not be read: what points to them is no mistake of its own.
    pub unread: Vec<Spanned<String>>,
}

/// Reads every `[[key]]` of the file.
pub(crate) fn items<T: DeserializeOwned>(file: &SourceFile, key: &str, problems: &mut Vec<Diagnostic>) -> Items<T> {
    let (root, errors) = DeTable::parse_recoverable(&file.text);
    problems.extend(errors.iter().map(|error| problem(file.id, error)));
    let mut items = Items { read: Vec::new(), unread: Vec::new() };
    for (name, value) in root.into_inner() {
        if name.get_ref() != key {
            let message = format!("unknown entry \"{}\"", name.get_ref());
            let help = did_you_mean(name.get_ref(), [key]).unwrap_or_else(|| format!("this file holds [[{key}]]"));
            problems.push(Diagnostic::error(file.id.at(name.span()), message).help(help));
            continue;
        }
        let span = value.span();
        let DeValue::Array(array) = value.into_inner() else {
            let message = format!("\"{key}\" must be a list of tables");
            let help = format!("write [[{key}]] with two brackets above each");
            problems.push(Diagnostic::error(file.id.at(span), message).help(help));
            continue;
        };
        for item in array {
            let id = item
                .get_ref()
                .get("id")
                .and_then(|id| Some(Spanned::new(id.span(), id.get_ref().as_str()?.to_owned())));
            match T::deserialize(ValueDeserializer::from(item)) {
                Ok(item) => items.read.push(item),
                Err(error) => {
                    problems.push(problem(file.id, &error));
                    items.unread.extend(id);
                }
            }
        }
    }
    items
}

/// Reads one table that fills `range` of the file.
pub(crate) fn table<T: DeserializeOwned>(
    file: &SourceFile,
    range: Range<usize>,
    problems: &mut Vec<Diagnostic>,
) -> Option<T> {
    // Blanks before the table keep its offsets those of the file.
    let text = " ".repeat(range.start) + &file.text[range];
    toml::from_str(&text).map_err(|error| problems.push(problem(file.id, &error))).ok()
}

/// Where the content of a TOML string stands in its file: right after the quotes when it is written there letter for
/// letter, else (with escapes) the whole value.
pub(crate) fn content_span(file: &SourceFile, value: &Spanned<String>) -> Range<usize> {
    let written = &file.text[value.span()];
    match written.find(value.get_ref().as_str()) {
        Some(at) => {
            let start = value.span().start + at;
            start..start + value.get_ref().len()
        }
        None => value.span(),
    }
}

fn problem(file: FileId, error: &toml::de::Error) -> Diagnostic {
    let diagnostic = Diagnostic::error(file.at(error.span().unwrap_or(0..0)), error.message());
    match unknown_field(error.message()) {
        Some(help) => diagnostic.help(help),
        None => diagnostic,
    }
}

/// The likely field, from serde's "unknown field `x`, expected one of `a`, `b`".
fn unknown_field(message: &str) -> Option<String> {
    let mut quoted = message.strip_prefix("unknown field ")?.split('`').skip(1).step_by(2);
    let field = quoted.next()?;
    did_you_mean(field, quoted)
}
