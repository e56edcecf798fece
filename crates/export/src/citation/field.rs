//! The fields of works of `sources.json`.

use serde_json::Value;

/// Returns the text of a field, with single spaces, or `None` if it is empty.
pub(super) fn string(value: &Value, field: &str) -> Option<String> {
    words(value.get(field)?)
}

/// Returns a value that is a text, or a number, with single spaces, or `None` if it is empty.
pub(super) fn words(value: &Value) -> Option<String> {
    let text = match value {
        Value::String(text) => text.split_whitespace().collect::<Vec<_>>().join(" "),
        Value::Number(number) => number.to_string(),
        // Crossref writes titles as lists.
        Value::Array(list) => list.first()?.as_str()?.split_whitespace().collect::<Vec<_>>().join(" "),
        _ => return None,
    };
    Some(text).filter(|text| !text.is_empty())
}
