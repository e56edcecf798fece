//! The editors' reference of every field, generated from the types that read the files. `reference.md` contains the text
//! around the fields; a line such as `{{ people.toml }}` in it is replaced by the fields of that file.

use schemars::generate::SchemaSettings;
use serde_json::{Map, Value};

use crate::article::FrontMatter;
use crate::schema::schemas;
use crate::shape;

/// The text around the fields.
const FRAME: &str = include_str!("../reference.md");

/// What happens without a required field.
const NEEDED: &str = "Without it, the check reports an error.";

/// The maximum length of a line in characters, as far as words allow.
const WIDTH: usize = 120;

/// A field of one of the files.
#[derive(Clone, Debug)]
pub struct Field {
    /// The file, such as `people.toml`.
    pub file: &'static str,
    /// The name, after the names of the tables that contain the field: `born.date`.
    pub path: String,
    /// Whether an entry without it is an error.
    pub required: bool,
    /// What the field means, in Markdown.
    pub meaning: String,
    /// What happens without the field: `Without it, …`. `None` if its documentation does not say.
    pub without: Option<String>,
    /// What the field holds: `text`, `list of tables`.
    pub kind: String,
    /// An example value: that of the field or its type, or one generated from the examples of the fields of its table.
    /// `None` if there is neither.
    pub example: Option<Value>,
    /// The constraints on the field's values, as a self-contained JSON Schema.
    pub schema: Value,
}

impl Field {
    /// Returns the name without those of the enclosing tables.
    pub fn name(&self) -> &str {
        self.path.rsplit('.').next().unwrap_or_default()
    }

    /// Returns the example as it is written in the file: `living = true`.
    pub fn written(&self) -> Option<String> {
        Some(format!("{} = {}", self.name(), inline(self.example.as_ref()?, &self.schema, &self.schema)))
    }

    fn section(&self) -> String {
        let level = if self.path.contains('.') { "####" } else { "###" };
        let need = if self.required { "required" } else { "optional" };
        let about = wrapped(&format!("{}, {need}. {}", capitalized(&self.kind), self.meaning));
        let example = self.written().map(|written| format!("```toml\n{written}\n```\n\n")).unwrap_or_default();
        let without = match &self.without {
            Some(without) => wrapped(without),
            None if self.required => NEEDED.to_owned(),
            None => String::new(),
        };
        format!("{level} `{}`\n\n{about}\n\n{example}{without}\n", self.path)
    }
}

/// Returns every field of every file that has fields, file by file. In each table, the required fields come first, in the
/// order of their type.
pub fn fields() -> Vec<Field> {
    let mut fields = Vec::new();
    let mut add = |file, root: &Value| {
        // A file of `[[person]]` tables has one field, whose items are what editors write.
        let entries = root["properties"].as_object().filter(|entries| entries.len() == 1);
        let entry = entries.and_then(|entries| entries.values().next()).and_then(|list| list.get("items"));
        collect(file, root, entry.unwrap_or(root), "", &mut fields);
    };
    for (name, schema) in schemas() {
        let Some(file) = FILES.iter().find(|file| file.strip_suffix(".toml") == name.strip_suffix(".json")) else {
            continue;
        };
        add(file, schema.as_value());
    }
    add(ARTICLE, SchemaSettings::draft07().into_generator().into_root_schema_for::<FrontMatter>().as_value());
    fields
}

const ARTICLE: &str = "article.md";
const FILES: [&str; 7] =
    ["story.toml", "people.toml", "events.toml", "places.toml", "passages.toml", "further.toml", "claims.toml"];

/// Returns the reference, in Markdown.
pub fn reference() -> String {
    let fields = fields();
    let mut text = String::new();
    for line in FRAME.lines() {
        if let Some(file) = line.strip_prefix("{{ ").and_then(|line| line.strip_suffix(" }}")) {
            let sections: Vec<_> = fields.iter().filter(|field| field.file == file).map(Field::section).collect();
            text.push_str(&sections.join("\n"));
        } else {
            text.push_str(line);
            text.push('\n');
        }
    }
    text
}

/// Collects the fields of a table and of the tables inside it.
fn collect(file: &'static str, root: &Value, table: &Value, within: &str, fields: &mut Vec<Field>) {
    let table = resolve(root, table);
    for (name, schema) in ordered(table) {
        if schema["deprecated"] == true {
            continue;
        }
        let required = required(table).any(|required| required == name);
        let description = schema["description"].as_str().unwrap_or_default();
        let mut paragraphs = description.split("\n\n").map(|text| text.replace('\n', " "));
        let mut meaning = paragraphs.next().unwrap_or_default();
        if let Some(words) = meanings(root, schema) {
            meaning = format!("{meaning} {words}");
        }
        let without = paragraphs.find(|text| text.starts_with("Without "));
        // Some types read a required field as optional, to report its absence in their own words.
        let required = required || without.as_deref() == Some(NEEDED);
        let path = if within.is_empty() { name.clone() } else { format!("{within}.{name}") };
        let mut own = schema.clone();
        own["definitions"] = root["definitions"].clone();
        fields.push(Field {
            file,
            path: path.clone(),
            required,
            meaning,
            without,
            kind: kind(root, schema),
            example: example(root, schema),
            schema: own,
        });
        for table in tables(root, schema) {
            collect(file, root, table, &path, fields);
        }
    }
}

/// Returns the fields of a table's schema, the required ones first.
fn ordered(table: &Value) -> Vec<(&String, &Value)> {
    let Some(fields) = table["properties"].as_object() else { return Vec::new() };
    let place = |name: &str| required(table).position(|required| required == name).unwrap_or(usize::MAX);
    let mut ordered: Vec<_> = fields.iter().collect();
    ordered.sort_by_key(|(name, _)| place(name));
    ordered
}

fn required(table: &Value) -> impl Iterator<Item = &str> {
    table["required"].as_array().into_iter().flatten().filter_map(Value::as_str)
}

/// Returns the alternatives of a schema, with references resolved and without `null`.
fn alternatives<'a>(root: &'a Value, schema: &'a Value) -> Vec<&'a Value> {
    if let Some(name) = schema["$ref"].as_str() {
        let meant = name.strip_prefix('#').and_then(|pointer| root.pointer(pointer));
        return meant.map(|meant| alternatives(root, meant)).unwrap_or_default();
    }
    let choices = ["anyOf", "oneOf", "allOf"].into_iter().find_map(|key| schema[key].as_array());
    match choices {
        Some(choices) => choices.iter().flat_map(|choice| alternatives(root, choice)).collect(),
        None if schema["type"] == "null" => Vec::new(),
        None => vec![schema],
    }
}

/// Returns the first alternative of a schema.
fn resolve<'a>(root: &'a Value, schema: &'a Value) -> &'a Value {
    alternatives(root, schema).first().copied().unwrap_or(schema)
}

/// Returns the tables that a field holds: the field itself, or the items of its list.
fn tables<'a>(root: &'a Value, schema: &'a Value) -> Vec<&'a Value> {
    let mut tables = Vec::new();
    for schema in alternatives(root, schema) {
        match schema.get("items").filter(|items| items.is_object()) {
            Some(items) => tables.extend(self::tables(root, items)),
            None if schema["properties"].is_object() => tables.push(schema),
            None => {}
        }
    }
    tables
}

/// Returns the meanings of the words of an enumeration: its description from the first backtick on.
fn meanings<'a>(root: &'a Value, schema: &'a Value) -> Option<&'a str> {
    let choice = alternatives(root, schema).into_iter().find(|schema| schema["enum"].is_array())?;
    let description = choice["description"].as_str()?;
    description.find('`').map(|at| &description[at..])
}

/// Returns what a field holds, in a few words.
fn kind(root: &Value, schema: &Value) -> String {
    let kinds: Vec<String> = alternatives(root, schema).into_iter().map(|schema| one_kind(root, schema)).collect();
    kinds.join(" or ")
}

fn one_kind(root: &Value, schema: &Value) -> String {
    if let Some(words) = schema["enum"].as_array() {
        let words: Vec<String> = words.iter().filter_map(|word| Some(format!("`{}`", word.as_str()?))).collect();
        return format!("one of {}", words.join(", "));
    }
    match shape::kind(schema) {
        Some("string") if schema["format"] == "edtf" => "date".to_owned(),
        Some("string") => "text".to_owned(),
        Some("integer") => "whole number".to_owned(),
        Some("number") => "number".to_owned(),
        Some("boolean") => "`true` or `false`".to_owned(),
        Some("object") => "table".to_owned(),
        Some("array") => match schema.get("items").filter(|items| items.is_object()) {
            Some(items) => match kind(root, items) {
                words if words.starts_with("one of") => format!("list, each {words}"),
                plain => format!("list of {}s", plain.replace(" or ", "s or ")),
            },
            None => "list".to_owned(),
        },
        _ => "value".to_owned(),
    }
}

/// Returns an example value of a schema: its own, or one generated from the examples of its items or fields.
fn example(root: &Value, schema: &Value) -> Option<Value> {
    if let Some(example) = schema["examples"].get(0) {
        return Some(example.clone());
    }
    let schema = resolve(root, schema);
    if let Some(example) = schema["examples"].get(0) {
        return Some(example.clone());
    }
    if let Some(items) = schema.get("items").filter(|items| items.is_object()) {
        return Some(Value::Array(vec![example(root, items)?]));
    }
    let fields = ordered(schema);
    let made = fields.into_iter().filter_map(|(name, field)| Some((name.clone(), example(root, field)?)));
    let made: Map<String, Value> = made.collect();
    (!made.is_empty()).then_some(Value::Object(made))
}

/// Formats a value as TOML on one line, or a long list of tables on one line per table. The fields of tables are in the
/// order of the schema.
fn inline(value: &Value, root: &Value, schema: &Value) -> String {
    match value {
        Value::Array(items) => {
            let of = resolve(root, schema).get("items").unwrap_or(&Value::Null);
            let items: Vec<String> = items.iter().map(|item| inline(item, root, of)).collect();
            let line = format!("[{}]", items.join(", "));
            let has_tables = items.first().is_some_and(|item| item.starts_with('{'));
            if has_tables && line.len() > WIDTH { format!("[\n  {},\n]", items.join(",\n  ")) } else { line }
        }
        Value::Object(fields) => {
            let schema = alternatives(root, schema).into_iter().find(|schema| schema["properties"].is_object());
            let known = schema.map(ordered).unwrap_or_default();
            let written = known
                .into_iter()
                .filter_map(|(name, schema)| Some(format!("{name} = {}", inline(fields.get(name)?, root, schema))));
            format!("{{ {} }}", written.collect::<Vec<_>>().join(", "))
        }
        // TOML escapes strings as JSON does.
        other => other.to_string(),
    }
}

fn capitalized(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}

/// Breaks a paragraph into lines of at most [`WIDTH`] characters.
fn wrapped(text: &str) -> String {
    let mut lines = vec![String::new()];
    for word in text.split(' ') {
        let is_full = lines.last().is_some_and(|line| line.chars().count() + 1 + word.chars().count() > WIDTH);
        match lines.last_mut() {
            Some(line) if !is_full && !line.is_empty() => {
                line.push(' ');
                line.push_str(word);
            }
            Some(line) if line.is_empty() => line.push_str(word),
            _ => lines.push(word.to_owned()),
        }
    }
    lines.join("\n")
}

#[cfg(test)]
mod tests {
    use schemars::JsonSchema;

    use super::*;

    #[derive(JsonSchema)]
    #[allow(dead_code, reason = "only the schema is used")]
    struct Bell {
        /// What it is called.
        ///
        /// Without it, the bell has no name.
        #[schemars(example = &"Gloriosa")]
        name: Option<String>,
        /// Who cast it.
        cast: Vec<Founder>,
    }

    /// A founder.
    #[derive(JsonSchema)]
    #[allow(dead_code, reason = "only the schema is used")]
    struct Founder {
        #[schemars(example = &"Arnold")]
        name: String,
        #[schemars(example = 1497)]
        year: u32,
    }

    #[test]
    fn fields_are_read_from_the_schema_of_a_type() {
        let root = SchemaSettings::draft07().into_generator().into_root_schema_for::<Bell>().to_value();
        let mut fields = Vec::new();
        collect("bells.toml", &root, &root, "", &mut fields);
        let seen: Vec<_> = fields
            .iter()
            .map(|field| {
                (field.path.as_str(), field.required, field.kind.as_str(), field.written().unwrap_or_default())
            })
            .collect();
        let row = |path, required, kind, written: &str| (path, required, kind, written.to_owned());
        assert_eq!(
            seen,
            [
                row("cast", true, "list of tables", "cast = [{ name = \"Arnold\", year = 1497 }]"),
                row("cast.name", true, "text", "name = \"Arnold\""),
                row("cast.year", true, "whole number", "year = 1497"),
                row("name", false, "text", "name = \"Gloriosa\""),
            ]
        );
        assert_eq!(fields[3].without.as_deref(), Some("Without it, the bell has no name."));
        assert_eq!(fields[3].meaning, "What it is called.");
    }

    #[test]
    fn paragraphs_are_broken_between_words() {
        let text = "word ".repeat(60);
        let lines = wrapped(text.trim());
        assert_eq!(lines.split_whitespace().count(), 60);
        assert!(lines.lines().all(|line| (100..=WIDTH).contains(&line.len()) || line.len() < WIDTH), "{lines}");
    }
}
