//! TOML files, read item by item, so that a mistake in one hides no other. Most hold tables of one array: `[[person]]`,
//! `[[event]]`, `[[place]]`.

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
    /// Whether the whole file was read, each item with all of its fields.
    pub complete: bool,
}

/// Reads every `[[key]]` of the file.
pub(crate) fn items<T: DeserializeOwned>(file: &SourceFile, key: &str, problems: &mut Vec<Diagnostic>) -> Items<T> {
    let before = problems.len();
    let (root, errors) = DeTable::parse_recoverable(&file.text);
    problems.extend(errors.iter().map(|error| problem(file.id, error)));
    let mut items = Items { read: Vec::new(), unread: Vec::new(), complete: true };
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
            match read(item, file.id, problems) {
                Some(item) => items.read.push(item),
                None => items.unread.extend(id),
            }
        }
    }
    items.complete = problems.len() == before && !file.text.is_empty();
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
    let (root, errors) = DeTable::parse_recoverable(&text);
    problems.extend(errors.iter().map(|error| problem(file.id, error)));
    if !errors.is_empty() {
        return None;
    }
    let span = root.span();
    read(Spanned::new(span, DeValue::Table(root.into_inner())), file.id, problems)
}

/// Reads one item. A field that nothing knows is a problem, and the item is read without it: there may be more.
fn read<T: DeserializeOwned>(mut item: Spanned<DeValue>, file: FileId, problems: &mut Vec<Diagnostic>) -> Option<T> {
    loop {
        match T::deserialize(ValueDeserializer::from(item.clone())) {
            Ok(read) => return Some(read),
            Err(error) => {
                problems.push(problem(file, &error));
                let unknown = error.message().starts_with(UNKNOWN_FIELD);
                if !unknown || !error.span().is_some_and(|span| remove(item.get_mut(), &span)) {
                    return None;
                }
            }
        }
    }
}

/// Takes out the field whose name stands there.
fn remove(value: &mut DeValue, span: &Range<usize>) -> bool {
    match value {
        DeValue::Table(table) => {
            let name = table.keys().find(|name| name.span() == *span).cloned();
            match name {
                Some(name) => table.remove(&name).is_some(),
                None => table.iter_mut().any(|(_, value)| remove(value.get_mut(), span)),
            }
        }
        DeValue::Array(items) => items.iter_mut().any(|item| remove(item.get_mut(), span)),
        _ => false,
    }
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

/// How serde begins the message that a field is not known.
const UNKNOWN_FIELD: &str = "unknown field ";

fn problem(file: FileId, error: &toml::de::Error) -> Diagnostic {
    let diagnostic = Diagnostic::error(file.at(error.span().unwrap_or(0..0)), error.message());
    match likely(error.message()) {
        Some(help) => diagnostic.help(help),
        None => diagnostic,
    }
}

/// The likely word, from serde's "unknown field `x`, expected one of `a`, `b`", or all that are possible.
fn likely(message: &str) -> Option<String> {
    let message = message.strip_prefix(UNKNOWN_FIELD).or_else(|| message.strip_prefix("unknown variant "))?;
    let mut quoted = message.split('`').skip(1).step_by(2);
    let word = quoted.next()?;
    did_you_mean(word, quoted)
}
