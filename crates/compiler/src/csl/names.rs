//! The people of a work in CSL-JSON: its authors, its editors, the recipient of a letter.

use std::collections::BTreeMap;

use hayagriva::citationberg::json::{Item, LiteralName, NameItem, NameValue, Value as Field};
use serde_json::Value;

use crate::csl;
use crate::csl::date::Language;

/// The fields that hold names.
pub(crate) const NAMES: [&str; 25] = [
    "author",
    "chair",
    "collection-editor",
    "compiler",
    "composer",
    "container-author",
    "contributor",
    "curator",
    "director",
    "editor",
    "editor-translator",
    "editorial-director",
    "executive-producer",
    "guest",
    "host",
    "illustrator",
    "interviewer",
    "narrator",
    "organizer",
    "original-author",
    "performer",
    "producer",
    "recipient",
    "reviewed-author",
    "translator",
];

/// The parts of a name that are read.
pub(crate) const PARTS: [&str; 8] =
    ["comma-suffix", "dropping-particle", "family", "given", "literal", "name", "non-dropping-particle", "suffix"];

/// Reads a name. Returns `None` if it is empty or not a name.
pub(crate) fn name(given: &Value) -> Option<NameValue> {
    let literal = |name: &str| Some(NameValue::Literal(LiteralName { literal: csl::text::plain(name) }));
    let fields = match given {
        Value::String(name) if !name.trim().is_empty() => return literal(name.trim()),
        Value::Object(fields) => fields,
        _ => return None,
    };
    let is_text =
        |part: &&str| fields.get(*part).is_none_or(|value| value.is_string() || value.is_number() || value.is_null());
    if !PARTS.iter().filter(|part| **part != "comma-suffix").all(is_text) {
        return None;
    }
    let part = |field: &str| {
        let text = match fields.get(field)? {
            Value::Number(number) => number.to_string(),
            other => other.as_str()?.split_whitespace().collect::<Vec<_>>().join(" "),
        };
        Some(csl::text::plain(&text)).filter(|text| !text.is_empty())
    };
    // Crossref names organizations with `name`.
    if let Some(name) = part("literal").or_else(|| part("name")) {
        return literal(&name);
    }
    let comma_suffix = fields.get("comma-suffix").and_then(|comma| match comma {
        Value::Bool(comma) => Some(*comma),
        Value::Number(number) => Some(number.as_i64() == Some(1)),
        Value::String(text) => Some(text == "true"),
        _ => None,
    });
    let Some(family) = part("family") else { return literal(&part("given")?) };
    // BibTeX has a body in braces.
    if let Some(body) =
        family.strip_prefix('{').and_then(|body| body.strip_suffix('}')).filter(|body| !body.contains('{'))
    {
        return literal(body);
    }
    // Citeproc-java says so of a body.
    if fields.get("isInstitution") == Some(&Value::Bool(true)) && part("given").is_none() {
        return literal(&family);
    }
    // The library puts a space after every particle: `d’ Alembert`.
    let particle = part("non-dropping-particle");
    let (family, particle) = match particle {
        Some(joined) if joined.ends_with(['\'', '’', '-']) => (format!("{joined}{family}"), None),
        other => (family, other),
    };
    Some(NameValue::Item(NameItem {
        family,
        given: part("given"),
        non_dropping_particle: particle,
        dropping_particle: part("dropping-particle"),
        suffix: part("suffix"),
        comma_suffix,
    }))
}

/// Adds the recipients of a letter to its genre, because the style prints them for none of the types that the library lists.
pub(crate) fn address_letter(item: &mut BTreeMap<String, Field>, language: Language) {
    let Some(Field::Names(names)) = item.get("recipient") else { return };
    let names: Vec<String> = names.iter().map(in_order).collect();
    let names = language.words.list(names.iter().map(String::as_str));
    let to = &language.terms.recipient;
    let genre = match item.get("genre") {
        Some(Field::String(genre)) => format!("{genre} {to} {names}"),
        _ => format!("{to} {names}"),
    };
    item.insert("genre".to_owned(), Field::String(genre));
}

/// Returns a name in the order of running text.
fn in_order(name: &NameValue) -> String {
    let name = match name {
        NameValue::Literal(name) => return name.literal.clone(),
        NameValue::Item(name) => name,
    };
    let parts =
        [&name.given, &name.dropping_particle, &name.non_dropping_particle, &Some(name.family.clone()), &name.suffix];
    parts.into_iter().flatten().map(String::as_str).collect::<Vec<_>>().join(" ")
}

/// The types of works that are cited without the body that made them.
const LAWS: [&str; 6] = ["bill", "hearing", "legal_case", "legislation", "regulation", "treaty"];

/// Returns the fields with people, none of whom `citation` names. Chicago omits the editors of a series, contributors whose
/// role is not stated, and the body that passed a law.
pub(crate) fn unnamed(work: &Item, citation: &str) -> impl Iterator<Item = &'static str> {
    let by_choice = ["collection-editor", "contributor"];
    let is_law = matches!(work.0.get("type"), Some(Field::String(kind)) if LAWS.contains(&kind.as_str()));
    // The style begins a work with a capital: `Van Heijenoort`.
    let citation = citation.to_lowercase();
    let is_named = move |name: &NameValue| {
        let name = match name {
            NameValue::Literal(name) => &name.literal,
            NameValue::Item(name) => &name.family,
        };
        // The style may set a particle apart: `Heijenoort, Jean van`.
        name.to_lowercase().split_whitespace().all(|word| citation.contains(word))
    };
    let of = move |field: &str| match work.0.get(field) {
        Some(Field::Names(names)) => names.iter().any(&is_named),
        _ => true,
    };
    let is_left_out = move |field: &str| by_choice.contains(&field) || is_law && field == "author";
    NAMES.into_iter().filter(move |field| !is_left_out(field) && !of(field))
}
