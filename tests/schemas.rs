//! The JSON Schemas of the story's TOML files match the types that read them, and the real files are valid.
//!
//! `PALIMPSEST_BLESS=1 cargo test -p palimpsest-tests --test schemas` writes them anew.

use std::fs;

use palimpsest_compiler::{compile, schemas};
use palimpsest_tests::{repository, story_folder};
use palimpsest_words::Words;
use serde_json::Value;

#[test]
fn they_are_in_step_with_the_types() {
    for (name, schema) in schemas() {
        let path = story_folder().join("schemas").join(name);
        let made = serde_json::to_string_pretty(&schema).expect("a schema can be written") + "\n";
        if std::env::var_os("PALIMPSEST_BLESS").is_some() {
            fs::create_dir_all(story_folder().join("schemas")).expect("the folder can be made");
            fs::write(&path, &made).expect("the schema can be written");
        }
        let kept = fs::read_to_string(&path).unwrap_or_default();
        assert!(kept == made, "{} is out of step: PALIMPSEST_BLESS=1 writes it anew", path.display());
    }
}

#[test]
fn the_data_of_every_story_keep_to_their_schema() {
    let schema = palimpsest_export::data::schema();
    let path = repository().join("docs/data/story.schema.json");
    let made = serde_json::to_string_pretty(&schema).expect("a schema can be written") + "\n";
    if std::env::var_os("PALIMPSEST_BLESS").is_some() {
        fs::write(&path, &made).expect("the schema can be written");
    }
    assert!(fs::read_to_string(&path).unwrap_or_default() == made, "{} is out of step", path.display());
    let validator = jsonschema::validator_for(schema.as_value()).expect("the schema is one");
    let examples = ["granada-1492", "ides-of-march", "kiel-1918"].map(|name| repository().join("examples").join(name));
    for folder in examples.into_iter().chain([story_folder(), repository().join("tests/fixtures/magazine")]) {
        let story = compile(&folder).story.expect("the story has no error");
        let words = Words::load(&story.language).expect("the language has a catalog");
        let files = palimpsest_export::data::files(&story, &words, &[], false);
        let file = files.iter().find(|file| file.name == "story.json").expect("there is the story");
        let mut value: Value = serde_json::from_slice(&file.bytes).expect("it is JSON");
        let problems: Vec<_> = validator.iter_errors(&value).map(|error| error.to_string()).collect();
        assert!(problems.is_empty(), "{}: {problems:#?}", folder.display());
        value["people"][0] = Value::from("nobody");
        assert!(!validator.is_valid(&value), "the schema forbids nothing");
    }
}

/// The names of all fields, and the words of all choices.
fn names(schema: &Value) -> Vec<String> {
    let within = match schema {
        Value::Object(fields) => fields.values().flat_map(names).collect(),
        Value::Array(items) => items.iter().flat_map(names).collect(),
        _ => Vec::new(),
    };
    let fields = schema["properties"].as_object().into_iter().flat_map(|fields| fields.keys().cloned());
    let words = schema["enum"].as_array().into_iter().flatten().filter_map(|word| word.as_str().map(str::to_owned));
    fields.chain(words).chain(within).collect()
}

#[test]
fn the_readme_describes_every_field_and_every_word() {
    let readme = toml("README.md");
    for (schema, made) in schemas() {
        let all = names(made.as_value());
        assert!(all.len() > 3, "the fields of {schema} are found: {all:?}");
        let forms =
            |name: &str| [format!("`{name}`"), format!("{name} = "), format!("\"{name}\""), format!("[[{name}]]")];
        let absent = all.iter().filter(|name| !forms(name).iter().any(|form| readme.contains(form)));
        assert_eq!(absent.collect::<Vec<_>>(), Vec::<&String>::new(), "story/README.md on {schema}");
    }
}

fn toml(name: &str) -> String {
    fs::read_to_string(story_folder().join(name)).expect("the file can be read")
}

#[test]
fn each_file_names_its_schema() {
    for (schema, _) in schemas() {
        let file = schema.replace(".json", ".toml");
        let first = toml(&file).lines().next().unwrap_or_default().to_owned();
        assert_eq!(first, format!("#:schema schemas/{schema}"), "{file}");
    }
}

#[test]
fn the_real_files_keep_to_them_and_a_slip_does_not() {
    for (schema, made) in schemas() {
        let file = schema.replace(".json", ".toml");
        let value: Value = toml::from_str(&toml(&file)).expect("the file is TOML");
        let validator = jsonschema::validator_for(made.as_value()).expect("the schema is one");
        let problems: Vec<_> = validator.iter_errors(&value).map(|error| error.to_string()).collect();
        assert!(problems.is_empty(), "{file}: {problems:#?}");

        let mut slip = value;
        slip["sumary"] = Value::from("a field that nothing knows");
        assert!(!validator.is_valid(&slip), "{file}: the schema forbids nothing");
    }
}
