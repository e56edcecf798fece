//! Checks an item of a TOML file against the schema of its type before it is deserialized. Reports all missing, misspelled
//! and mistyped fields at once, in terms of the field.

use std::collections::BTreeMap;
use std::ops::Range;

use serde_json::{Map, Value};
use toml::Spanned;
use toml::de::{DeTable, DeValue};

use crate::diagnostic::{Diagnostic, closest};
use crate::files::SourceFile;
use crate::plain_text::markdown;

mod stand_ins;

/// What is wrong with an item.
#[derive(Default)]
pub(crate) struct Faults<'i> {
    pub problems: Vec<Diagnostic>,
    /// The positions of unknown fields, each with the name that was probably meant.
    pub unknown: Vec<(Range<usize>, Option<String>)>,
    /// The values to read in the place of those that their fields cannot hold, by the start and the end of these.
    wrong: BTreeMap<(usize, usize), Spanned<DeValue<'i>>>,
    /// The fields to read where tables lack them, by the start and the end of these.
    lacking: BTreeMap<(usize, usize), DeTable<'i>>,
    /// Whether the item cannot be read, even without the unknown fields.
    pub unreadable: bool,
}

impl<'i> Faults<'i> {
    /// Puts the stand-ins into the item, so that it can be read.
    pub(crate) fn stand_in(&self, item: &mut Spanned<DeValue<'i>>) {
        let place = (item.span().start, item.span().end);
        if let Some(other) = self.wrong.get(&place) {
            *item = other.clone();
            return;
        }
        match item.get_mut() {
            DeValue::Table(table) => {
                table.extend(self.lacking.get(&place).into_iter().flat_map(DeTable::clone));
                table.iter_mut().for_each(|(_, field)| self.stand_in(field));
            }
            DeValue::Array(items) => items.iter_mut().for_each(|item| self.stand_in(item)),
            _ => {}
        }
    }
}

/// Checks an item of the file against a JSON Schema in the form that `schemars` generates.
pub(crate) fn check<'i>(item: &Spanned<DeValue<'i>>, schema: &Value, file: &SourceFile) -> Faults<'i> {
    let mut checker = Checker { root: schema, file, faults: Faults::default(), within: None };
    checker.value(item, schema, "this");
    checker.faults
}

struct Checker<'a, 'i> {
    root: &'a Value,
    file: &'a SourceFile,
    faults: Faults<'i>,
    /// The field whose list is being checked.
    within: Option<String>,
}

impl<'a, 'i> Checker<'a, 'i> {
    fn resolve(&self, schema: &'a Value) -> Option<&'a Value> {
        resolve(self.root, schema)
    }

    /// Checks a value. `name` is the field that contains it.
    fn value(&mut self, value: &Spanned<DeValue<'i>>, schema: &'a Value, name: &str) {
        // A value that may be of several kinds is checked when it is deserialized.
        let Some(schema) = self.resolve(schema) else { return };
        let Some(expected) = kind(schema) else { return };
        let found = match value.get_ref() {
            DeValue::String(_) => "string",
            DeValue::Integer(_) if expected == "number" => "number",
            DeValue::Integer(_) => "integer",
            DeValue::Float(_) => "number",
            DeValue::Boolean(_) => "boolean",
            DeValue::Datetime(_) => "date",
            DeValue::Array(_) => "array",
            DeValue::Table(_) => "object",
        };
        if found != expected {
            return self.mistaken(value, schema, name, expected, found);
        }
        let media = schema.get("contentMediaType").and_then(Value::as_str);
        match value.get_ref() {
            DeValue::String(word) => {
                self.word(word, value, schema, name);
                self.text(word, value, media, &format!("`{name}`"));
            }
            DeValue::Array(items) => {
                self.length(items.len(), value, schema, name);
                for item in items {
                    if let DeValue::String(word) = item.get_ref() {
                        self.text(word, item, media, &format!("an item of `{name}`"));
                    }
                    if let Some(schema) = schema.get("items").filter(|items| items.is_object()) {
                        self.within = Some(name.to_owned());
                        self.value(item, schema, name);
                    }
                    self.within = None;
                }
            }
            DeValue::Table(_) => self.table(value, schema),
            DeValue::Integer(number) => {
                let number = i64::from_str_radix(number.as_str(), number.radix()).ok();
                self.range(number, value, schema, name);
            }
            _ => {}
        }
    }

    /// Reports a list of another length than the schema asks for: a point is two numbers.
    fn length(&mut self, found: usize, value: &Spanned<DeValue<'i>>, schema: &'a Value, name: &str) {
        let bound = |name: &str| schema.get(name).and_then(Value::as_u64).and_then(|bound| usize::try_from(bound).ok());
        let (Some(least), Some(most)) = (bound("minItems"), bound("maxItems")) else { return };
        if least == most && found != least {
            let help = format!("write {least} of them, as in {name} = {}", self.shown(schema));
            self.wrong(value, schema, format!("`{name}` is a list of {least} numbers, not of {found}"), help);
        }
    }

    /// Reports a whole number that its field cannot hold. `number` is `None` if none can.
    fn range(&mut self, number: Option<i64>, value: &Spanned<DeValue<'i>>, schema: &'a Value, name: &str) {
        let bound = |name: &str| schema.get(name).and_then(Value::as_i64);
        let most = match schema.get("format").and_then(Value::as_str) {
            Some("uint8") => Some(u8::MAX.into()),
            Some("uint16") => Some(u16::MAX.into()),
            Some("uint32") => Some(u32::MAX.into()),
            Some("int32") => Some(i32::MAX.into()),
            _ => None,
        };
        let (Some(least), Some(most)) = (bound("minimum"), bound("maximum").or(most)) else { return };
        if !number.is_some_and(|number| (least..=most).contains(&number)) {
            let help = format!("write one of these, as in {name} = {}", self.shown(schema));
            self.wrong(value, schema, format!("`{name}` is a whole number from {least} to {most}"), help);
        }
    }

    fn word(&mut self, word: &str, value: &Spanned<DeValue<'i>>, schema: &'a Value, name: &str) {
        let Some(words) = schema.get("enum").and_then(Value::as_array) else { return };
        let words: Vec<&str> = words.iter().filter_map(Value::as_str).collect();
        if words.contains(&word) {
            return;
        }
        let meant = closest(word, words.iter().copied());
        let help = match meant {
            Some(meant) => format!("did you mean \"{meant}\"?"),
            None => format!("it is one of {}", words.join(", ")),
        };
        self.wrong(value, schema, format!("\"{word}\" is not a word for `{name}`"), help);
        // What else is wrong may depend on the word.
        self.faults.unreadable |= meant.is_none();
    }

    /// Reports an empty text, and Markdown in plain text. Both can still be read, so that other problems are found.
    fn text(&mut self, text: &str, value: &Spanned<DeValue>, media: Option<&str>, what: &str) {
        let Some(media) = media else { return };
        if text.trim().is_empty() {
            let problem = Diagnostic::error(self.file.id.at(value.span()), format!("{what} is empty"));
            self.faults.problems.push(problem.help("write it, or remove it where it may be left out"));
        }
        if media == "text/plain"
            && let Some(mark) = markdown(text)
        {
            let mark = &text[mark];
            let span = value.span();
            let at = self.file.text.get(span.clone()).and_then(|written| written.find(mark));
            let place = at.map_or(span.clone(), |at| span.start + at..span.start + at + mark.len());
            let message = format!("{what} is plain text: \"{mark}\" is printed as it is written");
            self.faults.problems.push(Diagnostic::error(self.file.id.at(place), message).help(
                "write the words without marks; emphasis, links and citations belong in texts such as `text` or `summary`; \
                 for a sign that is meant as such, write another, as in ∗ for *",
            ));
        }
    }

    fn table(&mut self, value: &Spanned<DeValue<'i>>, schema: &'a Value) {
        let DeValue::Table(table) = value.get_ref() else { return };
        let Some(fields) = schema.get("properties").and_then(Value::as_object) else { return };
        let names: Vec<&str> = fields.keys().map(String::as_str).collect();
        let mut present: Vec<&str> = table.keys().map(|name| name.get_ref().as_ref()).collect();
        let mut unknown = Vec::new();
        for (name, value) in table {
            let field = name.get_ref().as_ref();
            if let Some(schema) = fields.get(field) {
                self.value(value, schema, field);
                continue;
            }
            let free = names.iter().copied().filter(|known| !present.contains(known)).collect::<Vec<_>>();
            let meant = closest(field, free);
            let help = match meant {
                Some(meant) => format!("did you mean \"{meant}\"?"),
                None => format!(
                    "remove it; there are {}, and notes to other editors are lines that begin with #",
                    names.join(", ")
                ),
            };
            let problem = Diagnostic::error(self.file.id.at(name.span()), format!("unknown field `{field}`"));
            self.faults.problems.push(problem.help(help));
            unknown.push((name.span(), meant.map(str::to_owned)));
            if let Some((meant, schema)) = meant.and_then(|meant| Some((meant, fields.get(meant)?))) {
                present.push(meant);
                self.value(value, schema, meant);
            }
        }
        self.faults.unknown.extend(unknown);
        let required = schema.get("required").and_then(Value::as_array).into_iter().flatten().filter_map(Value::as_str);
        // Missing sources are reported as statements without sources.
        let missing: Vec<&str> = required.filter(|name| *name != "sources" && !present.contains(name)).collect();
        if missing.is_empty() {
            return;
        }
        let listed = missing.iter().map(|name| format!("`{name}`")).collect::<Vec<_>>().join(", ");
        let message =
            if missing.len() == 1 { format!("missing field {listed}") } else { format!("missing fields {listed}") };
        let examples =
            missing.iter().filter_map(|name| Some(format!("{name} = {}", self.example(fields.get(*name)?, None))));
        let about = match missing.as_slice() {
            [one] => fields.get(*one).and_then(|field| Some(format!(": {}", meaning(field)?))),
            _ => None,
        };
        let examples = examples.collect::<Vec<_>>().join(" and ");
        let end = value.span().end;
        let lacking = stand_ins::absent_fields(self.root, schema, &present, end..end);
        self.faults.lacking.insert((value.span().start, end), lacking);
        let help = format!("add {examples}{}", about.unwrap_or_default());
        let problem = Diagnostic::error(self.file.id.at(value.span()), message).help(help);
        self.faults.problems.push(Diagnostic { stood_in: Some(end..end), ..problem });
    }

    /// Reports a value of another kind than the field's.
    fn mistaken(&mut self, value: &Spanned<DeValue<'i>>, schema: &'a Value, name: &str, expected: &str, found: &str) {
        let what = |kind: &str| match kind {
            "string" => "a text",
            "integer" => "a whole number",
            "number" => "a number",
            "boolean" => "true or false",
            "date" => "a date without quotes",
            "array" => "a list",
            _ => "a table",
        };
        let is_fraction = expected == "integer" && found == "number";
        let found_words = if is_fraction { "a fraction" } else { what(found) };
        let is_item = self.within.as_deref() == Some(name);
        let of = if is_item { format!("an item of `{name}`") } else { format!("`{name}`") };
        let message = format!("{of} is {}, not {found_words}", what(expected));
        let written = self.file.text.get(value.span()).unwrap_or_default();
        let short = written.len() <= 40 && !written.contains('\n');
        let example = self.example(schema, Some(written).filter(|_| short));
        let example = if is_item { format!("[{example}]") } else { example };
        let help = match expected {
            "string" if found == "array" && !is_item => {
                format!("write one text without brackets, as in {name} = {example}")
            }
            "string" => format!("put it in quotes, as in {name} = {example}"),
            "array" => format!("put it in brackets, as in {name} = {example}"),
            "object" => format!("write a table, as in {name} = {example}"),
            "integer" if is_fraction => format!("write it without a fraction, as in {name} = {example}"),
            "integer" | "number" => format!("write digits without quotes, as in {name} = {example}"),
            _ => format!("write {name} = true, or {name} = false"),
        };
        self.wrong(value, schema, message, help);
    }

    /// Returns a value that the schema allows, made from what is `written` there if that fits.
    fn example(&self, schema: &'a Value, written: Option<&str>) -> String {
        let Some(schema) = self.resolve(schema) else { return "…".to_owned() };
        let is_text = written.is_some_and(|written| written.starts_with(['"', '\'']));
        match kind(schema) {
            Some("string") => {
                let word = schema.pointer("/enum/0").and_then(Value::as_str);
                let word = word.or(written.filter(|written| !written.contains('"'))).unwrap_or("…");
                if is_text { written.unwrap_or_default().to_owned() } else { format!("\"{word}\"") }
            }
            Some("array") => match schema.get("items").filter(|items| items.is_object()) {
                Some(items)
                    if schema.get("minItems").and_then(Value::as_u64) == Some(2) && kind(items) == Some("number") =>
                {
                    "[55.75, 37.62]".to_owned()
                }
                Some(items) => format!("[{}]", self.example(items, written)),
                None => "[55.75, 37.62]".to_owned(),
            },
            Some("object") => {
                let fields = schema.get("properties").and_then(Value::as_object);
                let first = first(schema);
                let required = schema.get("required").and_then(Value::as_array).into_iter().flatten();
                let named = required.filter_map(Value::as_str).filter_map(|name| {
                    let written = written.filter(|_| Some(name) == first);
                    Some(format!("{name} = {}", self.example(fields?.get(name)?, written)))
                });
                format!("{{ {} }}", named.collect::<Vec<_>>().join(", "))
            }
            Some("integer") => "1000".to_owned(),
            Some("number") => "55.75".to_owned(),
            _ => "true".to_owned(),
        }
    }

    /// Returns the example in the documentation of a field, or else any value that the schema allows.
    fn shown(&self, schema: &'a Value) -> String {
        match schema.pointer("/examples/0") {
            Some(Value::Array(items)) => {
                let items: Vec<String> = items.iter().map(ToString::to_string).collect();
                format!("[{}]", items.join(", "))
            }
            Some(number @ Value::Number(_)) => number.to_string(),
            _ => self.example(schema, None),
        }
    }

    /// Reports a value that its field cannot hold.
    fn wrong(&mut self, value: &Spanned<DeValue<'i>>, schema: &'a Value, message: String, help: String) {
        let span = value.span();
        self.faults.wrong.insert((span.start, span.end), stand_ins::fitting(self.root, schema, value));
        let problem = Diagnostic::error(self.file.id.at(span.clone()), message).help(help);
        self.faults.problems.push(Diagnostic { stood_in: Some(span), ..problem });
    }
}

/// Returns the schema that a reference leads to, without `null`. Returns `None` if more than one kind of value is allowed.
fn resolve<'a>(root: &'a Value, schema: &'a Value) -> Option<&'a Value> {
    if let Some(name) = schema.get("$ref").and_then(Value::as_str) {
        return root.pointer(name.strip_prefix('#')?).and_then(|schema| resolve(root, schema));
    }
    let choices = schema.get("anyOf").or_else(|| schema.get("oneOf")).or_else(|| schema.get("allOf"));
    let Some(choices) = choices.and_then(Value::as_array) else { return Some(schema) };
    let is_null = |schema: &&Value| schema.get("type").and_then(Value::as_str) == Some("null");
    match choices.iter().filter(|schema| !is_null(schema)).collect::<Vec<_>>().as_slice() {
        [one] => resolve(root, one),
        // One of a few words, or another text.
        several if several.iter().all(|one| resolve(root, one).and_then(kind) == Some("string")) => {
            several.last().and_then(|one| resolve(root, one))
        }
        _ => None,
    }
}

/// Returns the required field that says the most about a table: its name, or else the first.
fn first(schema: &Value) -> Option<&str> {
    let required = || schema.get("required").and_then(Value::as_array).into_iter().flatten().filter_map(Value::as_str);
    required().find(|field| *field == "name").or(required().next())
}

/// Returns the fields of a table, or of each table in a list, by their names.
pub(crate) fn fields<'a>(root: &'a Value, schema: &'a Value) -> Option<&'a Map<String, Value>> {
    let schema = resolve(root, schema)?;
    match schema.get("items") {
        Some(items) => resolve(root, items)?.get("properties")?.as_object(),
        None => schema.get("properties")?.as_object(),
    }
}

/// Returns the meaning of a field in one line: the first paragraph of its documentation.
fn meaning(field: &Value) -> Option<String> {
    Some(field.get("description")?.as_str()?.split("\n\n").next()?.replace('\n', " "))
}

/// Returns the kind of value that a schema asks for.
pub(crate) fn kind(schema: &Value) -> Option<&str> {
    match schema.get("type")? {
        Value::String(kind) => Some(kind),
        Value::Array(kinds) => kinds.iter().filter_map(Value::as_str).find(|kind| *kind != "null"),
        _ => None,
    }
}
