//! JSON objects of which nothing is lost: fields that no reader requests are left over.

use std::collections::BTreeSet;

use serde_json::{Map, Value};

use crate::draft::Draft;
use crate::error::Error;

/// Parses a file.
///
/// # Errors
///
/// Returns an error if the file is not JSON.
pub(super) fn parse(name: &str, bytes: &[u8]) -> Result<Value, Error> {
    let text = std::str::from_utf8(bytes).map_err(|_| Error::not_utf8(name, bytes))?;
    serde_json::from_str(text.trim_start_matches('\u{feff}')).map_err(|error| {
        Error::new(name, format!("this is not JSON: {error}"), "save it again in the program that wrote it")
            .at(format!("line {}, column {}", error.line(), error.column()))
    })
}

/// An object that tracks which of its fields were used.
pub(super) struct Object<'a> {
    fields: &'a Map<String, Value>,
    /// Its position, as in `events[3].media`; empty for the whole file.
    pub(super) at: String,
    used: BTreeSet<&'a str>,
}

impl<'a> Object<'a> {
    pub(super) fn new(fields: &'a Map<String, Value>, at: impl Into<String>) -> Self {
        Self { fields, at: at.into(), used: BTreeSet::new() }
    }

    /// Returns the position of a field.
    pub(super) fn place(&self, field: &str) -> String {
        if self.at.is_empty() { field.to_owned() } else { format!("{}.{field}", self.at) }
    }

    /// Reads a number or a non-empty text.
    pub(super) fn text(&mut self, field: &'a str) -> Option<String> {
        let text = match self.fields.get(field)? {
            Value::String(text) => text.trim().to_owned(),
            Value::Number(number) => number.to_string(),
            _ => return None,
        };
        self.used.insert(field);
        Some(text).filter(|text| !text.is_empty())
    }

    /// Reads a Boolean.
    pub(super) fn flag(&mut self, field: &'a str) -> Option<bool> {
        let flag = self.fields.get(field)?.as_bool()?;
        self.used.insert(field);
        Some(flag)
    }

    /// Reads an object.
    pub(super) fn object(&mut self, field: &'a str) -> Option<Self> {
        let fields = self.fields.get(field)?.as_object()?;
        self.used.insert(field);
        Some(Self::new(fields, self.place(field)))
    }

    /// Reads a list of objects. Other values in the list are left over.
    pub(super) fn objects(&mut self, field: &'a str, draft: &mut Draft) -> Vec<Self> {
        let Some(list) = self.fields.get(field).and_then(Value::as_array) else { return Vec::new() };
        self.used.insert(field);
        let mut objects = Vec::new();
        for (number, value) in list.iter().enumerate() {
            let at = format!("{}[{number}]", self.place(field));
            match value.as_object() {
                Some(fields) => objects.push(Self::new(fields, at)),
                None => draft.leave(at, value.to_string(), "an object was expected here"),
            }
        }
        objects
    }

    /// Reads a list of texts.
    pub(super) fn texts(&mut self, field: &'a str) -> Vec<String> {
        let list = self.fields.get(field).and_then(Value::as_array);
        let Some(list) = list.filter(|list| list.iter().all(Value::is_string)) else { return Vec::new() };
        self.used.insert(field);
        list.iter().filter_map(|text| text.as_str().map(str::to_owned)).collect()
    }

    /// Leaves over the fields that no reader requested.
    pub(super) fn finish(self, draft: &mut Draft) {
        for (field, value) in self.fields.iter().filter(|(field, _)| !self.used.contains(field.as_str())) {
            let is_empty = match value {
                Value::Null => true,
                Value::String(text) => text.trim().is_empty(),
                Value::Object(fields) => fields.is_empty(),
                Value::Array(list) => list.is_empty(),
                _ => false,
            };
            if !is_empty {
                draft.leave(self.place(field), value.to_string(), "a story has no such field");
            }
        }
    }
}
