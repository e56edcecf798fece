//! Values in the place of those that a field cannot hold, so that one run also checks everything else in an entry.

use std::ops::Range;

use serde_json::Value;
use toml::Spanned;
use toml::de::{DeArray, DeTable, DeValue};

use super::{kind, resolve};
use crate::diagnostic::closest;

/// What a field that is missing says. It is not an id, a date, or a language, so that nothing is concluded from it.
const NOTHING: &str = "…";

/// Returns a value that fits the schema, and says the same as the given one as far as it can.
pub(super) fn fitting<'i>(root: &Value, schema: &Value, given: &Spanned<DeValue<'i>>) -> Spanned<DeValue<'i>> {
    let span = given.span();
    let Some(schema) = resolve(root, schema) else { return given.clone() };
    let value = match (kind(schema), given.get_ref()) {
        (Some("string"), value) => DeValue::String(word(schema, text(value).as_deref()).into()),
        (Some("array"), value) => {
            let items = match value {
                DeValue::Array(items) => items.iter().collect(),
                _ if bound(schema, "minItems") == bound(schema, "maxItems") => Vec::new(),
                _ => vec![given],
            };
            let item = |given| schema.get("items").map_or_else(|| Spanned::clone(given), |of| fitting(root, of, given));
            let mut items: Vec<_> = items.into_iter().map(item).collect();
            if let (Some(least), Some(most)) = (bound(schema, "minItems"), bound(schema, "maxItems"))
                && least == most
            {
                let of = schema.get("items").unwrap_or(&Value::Null);
                items.resize_with(least, || absent(root, of, &span));
            }
            DeValue::Array(items.into_iter().collect::<DeArray>())
        }
        (Some("object"), DeValue::Table(_)) => return given.clone(),
        (Some("object"), value) => {
            let mut table = DeTable::new();
            let first = super::first(schema).filter(|_| !matches!(value, DeValue::Array(_)));
            if let Some((name, of)) = first.and_then(|name| Some((name, schema.pointer("/properties")?.get(name)?))) {
                table.insert(Spanned::new(span.clone(), name.to_owned().into()), fitting(root, of, given));
            }
            let present: Vec<&str> = first.into_iter().collect();
            table.extend(absent_fields(root, schema, &present, span.clone()));
            DeValue::Table(table)
        }
        (Some("boolean"), value) => DeValue::Boolean(is_true(value)),
        (Some("integer" | "number"), _) => return absent(root, schema, &span),
        _ => return given.clone(),
    };
    Spanned::new(span, value)
}

/// Returns the required fields that a table lacks, except its sources. Their place is `span`.
pub(super) fn absent_fields<'i>(root: &Value, schema: &Value, present: &[&str], span: Range<usize>) -> DeTable<'i> {
    let lacking = required(schema).filter(|name| *name != "sources" && !present.contains(name));
    let field = |name: &str| {
        let of = schema.get("properties")?.get(name)?;
        Some((Spanned::new(span.clone(), name.to_owned().into()), absent(root, of, &span)))
    };
    lacking.filter_map(field).collect()
}

/// Returns a value of the field's kind that says nothing.
fn absent<'i>(root: &Value, schema: &Value, span: &Range<usize>) -> Spanned<DeValue<'i>> {
    let of = resolve(root, schema);
    let value = match of.and_then(kind) {
        Some("array") => DeValue::Array(DeArray::new()),
        Some("object") => DeValue::Table(absent_fields(root, of.unwrap_or(schema), &[], span.clone())),
        Some("integer") => DeValue::Integer(toml::de::DeInteger::default()),
        Some("number") => DeValue::Float(toml::de::DeFloat::default()),
        Some("boolean") => DeValue::Boolean(false),
        _ => DeValue::String(word(of.unwrap_or(schema), None).into()),
    };
    Spanned::new(span.clone(), value)
}

/// Returns a text that the field can hold: if it is one of a few words, the closest to `given`, or else the first.
fn word(schema: &Value, given: Option<&str>) -> String {
    let given = given.unwrap_or(NOTHING);
    let Some(words) = schema.get("enum").and_then(Value::as_array) else { return given.to_owned() };
    let words: Vec<&str> = words.iter().filter_map(Value::as_str).collect();
    closest(given, words.iter().copied()).or(words.first().copied()).unwrap_or(given).to_owned()
}

/// Returns the text that was probably meant by a value that is none.
fn text(value: &DeValue) -> Option<String> {
    match value {
        DeValue::String(text) => Some(text.to_string()),
        DeValue::Integer(number) => Some(number.to_string()),
        DeValue::Float(number) => Some(number.to_string()),
        DeValue::Boolean(_) | DeValue::Table(_) => None,
        DeValue::Datetime(date) => Some(date.to_string()),
        DeValue::Array(items) => items.first().and_then(|first| text(first.get_ref())),
    }
}

fn is_true(value: &DeValue) -> bool {
    let text = text(value).unwrap_or_default();
    matches!(value, DeValue::Boolean(true)) || ["true", "yes", "1"].contains(&text.to_lowercase().as_str())
}

fn required(schema: &Value) -> impl Iterator<Item = &str> {
    schema.get("required").and_then(Value::as_array).into_iter().flatten().filter_map(Value::as_str)
}

fn bound(schema: &Value, name: &str) -> Option<usize> {
    schema.get(name).and_then(Value::as_u64).and_then(|bound| usize::try_from(bound).ok())
}
