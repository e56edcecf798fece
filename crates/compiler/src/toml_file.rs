//! Reads TOML files item by item, so that a mistake in one item does not hide those in others. Most files are one array of
//! tables: `[[person]]`, `[[event]]`, `[[place]]`.

use std::collections::BTreeSet;
use std::ops::Range;

use schemars::JsonSchema;
use schemars::generate::SchemaSettings;
use serde::de::DeserializeOwned;
use toml::Spanned;
use toml::de::{DeTable, DeValue, Error, ValueDeserializer};

use crate::diagnostic::{Diagnostic, FileId, closest, did_you_mean};
use crate::files::SourceFile;
use crate::shape;
use crate::toml_slips::{self, Slip};
use parser::DUPLICATE;

mod parser;
mod sections;

/// The items of a file.
pub(crate) struct Items<T> {
    pub read: Vec<T>,
    /// The ids of items that could not be read, kept so that references to them are not reported as well.
    pub unread: Vec<Spanned<String>>,
    /// Whether the file was read without problems.
    pub complete: bool,
}

/// Reads every `[[key]]` of the file.
pub(crate) fn items<T: DeserializeOwned + JsonSchema>(
    file: &SourceFile,
    key: &str,
    problems: &mut Vec<Diagnostic>,
) -> Items<T> {
    let before = problems.len();
    let sound;
    let (mut root, errors) = DeTable::parse_recoverable(&file.text);
    let broken = report(&file.text, &errors, file, problems);
    let mut items = Items { read: Vec::new(), unread: Vec::new(), complete: true };
    let broken = broken_items(&file.text, broken);
    let id = |item: &Range<usize>| toml_slips::id(&file.text, item.clone());
    items.unread.extend(broken.iter().filter_map(id).map(|(place, id)| Spanned::new(place, id.to_owned())));
    if !broken.is_empty() {
        sound = toml_slips::blanked(&file.text, broken);
        root = DeTable::parse_recoverable(&sound).0;
    }
    let schema = schema::<T>();
    for (name, value) in root.into_inner() {
        if name.get_ref() != key {
            let message = format!("unknown entry \"{}\"", name.get_ref());
            let help = did_you_mean(name.get_ref(), [key])
                .unwrap_or_else(|| format!("this file consists of [[{key}]] tables"));
            problems.push(Diagnostic::error(file.id.at(name.span()), message).help(help));
            continue;
        }
        let span = value.span();
        let DeValue::Array(array) = value.into_inner() else {
            let message = format!("\"{key}\" must be an array of tables");
            let help = format!("write [[{key}]], with two brackets, above each");
            problems.push(Diagnostic::error(file.id.at(span), message).help(help));
            continue;
        };
        for item in array {
            let id = item
                .get_ref()
                .get("id")
                .and_then(|id| Some(Spanned::new(id.span(), id.get_ref().as_str()?.to_owned())));
            match read(item, &schema, file, problems) {
                Some(item) => items.read.push(item),
                None => items.unread.extend(id),
            }
        }
    }
    items.complete = problems.len() == before && !file.unread;
    items
}

/// Returns the items that contain these parts, in order.
fn broken_items(text: &str, mut parts: Vec<Range<usize>>) -> Vec<Range<usize>> {
    parts.sort_by_key(|part| part.start);
    let mut items: Vec<Range<usize>> = Vec::new();
    for part in parts {
        // Many parts of one item would otherwise each be searched for its header.
        if items.last().is_none_or(|item| part.start < item.start || item.end < part.end) {
            items.push(toml_slips::item(text, part.start, part.end));
        }
    }
    items.sort_by_key(|item| item.start);
    items.dedup();
    items
}

/// Reads the table in `range` of the file.
pub(crate) fn table<T: DeserializeOwned + JsonSchema>(
    file: &SourceFile,
    range: Range<usize>,
    problems: &mut Vec<Diagnostic>,
) -> Option<T> {
    // The spaces preserve the offsets in the file.
    let text = " ".repeat(range.start) + &file.text[range];
    let (root, errors) = DeTable::parse_recoverable(&text);
    report(&text, &errors, file, problems);
    if !errors.is_empty() {
        return None;
    }
    let span = root.span();
    read(Spanned::new(span, DeValue::Table(root.into_inner())), &schema::<T>(), file, problems)
}

/// Reports what is not valid TOML: slips, and what the parser says about the rest, once for each line. Returns what is
/// misread because of them, from the beginning of its first line.
fn report(text: &str, errors: &[Error], source: &SourceFile, problems: &mut Vec<Diagnostic>) -> Vec<Range<usize>> {
    let file = source.id;
    let slips = if errors.is_empty() { Vec::new() } else { toml_slips::slips(text) };
    let told = |slip: &Slip| Diagnostic::error(file.at(slip.at.clone()), &slip.message).help(&slip.help);
    problems.extend(slips.iter().map(told));
    let mut misread: Vec<_> = slips.iter().map(|slip| slip.extent.start..slip.at.end).collect();
    let rest;
    let rest = if slips.is_empty() {
        errors
    } else {
        let sound = toml_slips::blanked(text, slips.iter().map(|slip| slip.extent.clone()));
        rest = DeTable::parse_recoverable(&sound).1;
        &rest
    };
    let mut lines = BTreeSet::new();
    let mut merged = 0;
    for error in rest {
        let span = error.span().unwrap_or(0..0);
        let line = text[..span.start].rfind('\n').map_or(0, |end| end + 1);
        if span.start < merged || !lines.insert(line) {
            continue;
        }
        let header = if error.message().starts_with(DUPLICATE) { second(text, &span) } else { None };
        match header {
            Some(header) => {
                problems.push(
                    Diagnostic::error(file.at(span.clone()), "this entry has an `id` already")
                        .help(format!("write {header} above each entry")),
                );
                // Everything else in it is given twice for the same reason.
                merged = toml_slips::item(text, line, span.end).end;
            }
            None => problems.push(parser::problem(text, error, source)),
        }
        // The first of two values is as good as any, so that the rest can be read.
        if header.is_some() || !error.message().starts_with(DUPLICATE) {
            misread.push(line..span.end.max(line));
        }
    }
    misread
}

/// Returns the header of the item that has a second id at `span`, because the header of the next item is missing.
fn second<'t>(text: &'t str, span: &Range<usize>) -> Option<&'t str> {
    let before = text.get(span.clone()).filter(|key| *key == "id").map(|_| &text[..span.start])?;
    before.lines().rev().map(str::trim).find(|line| line.starts_with("[["))
}

fn schema<T: JsonSchema>() -> serde_json::Value {
    SchemaSettings::draft07().into_generator().into_root_schema_for::<T>().to_value()
}

/// Reads one item. Reports everything that does not fit its schema. To find further mistakes, it continues as if each
/// unknown field had the name that was probably meant, or were absent, and each wrong or missing value were another one.
fn read<T: DeserializeOwned>(
    mut item: Spanned<DeValue>,
    schema: &serde_json::Value,
    file: &SourceFile,
    problems: &mut Vec<Diagnostic>,
) -> Option<T> {
    sections::raise(item.get_mut(), schema, file, problems);
    let faults = shape::check(&item, schema, file);
    problems.extend_from_slice(&faults.problems);
    if faults.unreadable {
        return None;
    }
    faults.stand_in(&mut item);
    for (span, meant) in faults.unknown {
        repair(item.get_mut(), &span, meant.as_deref());
    }
    match T::deserialize(ValueDeserializer::from(item)) {
        Ok(read) => Some(read),
        Err(error) => {
            problems.push(problem(file.id, &error));
            None
        }
    }
}

/// Renames the field whose name is at `span` to the one that was meant, or removes it if none was meant or that name is
/// taken. Returns whether it found the field.
fn repair(value: &mut DeValue, span: &Range<usize>, meant: Option<&str>) -> bool {
    match value {
        DeValue::Table(table) => {
            let name = table.keys().find(|name| name.span() == *span).cloned();
            match name {
                Some(name) => {
                    let field = table.remove(&name);
                    if let Some((meant, field)) = meant.zip(field)
                        && !table.contains_key(meant)
                    {
                        table.insert(Spanned::new(span.clone(), meant.to_owned().into()), field);
                    }
                    true
                }
                None => table.iter_mut().any(|(_, value)| repair(value.get_mut(), span, meant)),
            }
        }
        DeValue::Array(items) => items.iter_mut().any(|item| repair(item.get_mut(), span, meant)),
        _ => false,
    }
}

/// Returns the position of a TOML string's content in its file. If the string has escapes, so that the content is not
/// written literally, this is the position of the whole value.
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

/// The start of serde's message about unknown fields.
const UNKNOWN_FIELD: &str = "unknown field ";

/// Returns the problem of a value that its field cannot hold, as serde tells it with Rust's names of types.
fn problem(file: FileId, error: &Error) -> Diagnostic {
    let message = error.message();
    let plain = match message.strip_prefix("invalid type: ").and_then(|rest| rest.split_once(", expected ")) {
        Some((found, expected)) => {
            let found = match found.split(' ').next().unwrap_or_default() {
                "integer" => "a whole number",
                "floating" => "a fraction",
                "boolean" => "true or false",
                "map" => "a table",
                "sequence" => "a list",
                "string" => "a text",
                _ => found,
            };
            let expected = match expected {
                "a string" => "a text",
                "a sequence" => "a list",
                "a map" => "a table",
                other => other,
            };
            format!("this is {found}, where it should be {expected}")
        }
        None => message.to_owned(),
    };
    let diagnostic = Diagnostic::error(file.at(error.span().unwrap_or(0..0)), &plain);
    diagnostic.help(if let Some(word) = likely_word(message) {
        format!("did you mean \"{word}\"?")
    } else if message.starts_with(UNKNOWN_FIELD) {
        "remove it; notes to other editors are lines that begin with #".to_owned()
    } else if plain.ends_with("a text") {
        "put text in quotes, as in \"March\"".to_owned()
    } else {
        "write it so; REFERENCE.md has an example of each field".to_owned()
    })
}

/// Returns the word that was probably meant, given serde's "unknown field `x`, expected one of `a`, `b`".
fn likely_word(message: &str) -> Option<&str> {
    let message = message.strip_prefix(UNKNOWN_FIELD).or_else(|| message.strip_prefix("unknown variant "))?;
    let mut quoted = message.split('`').skip(1).step_by(2);
    let word = quoted.next()?;
    closest(word, quoted)
}
