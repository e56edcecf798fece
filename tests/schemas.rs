//! The JSON Schemas of the story's TOML files, and the reference of their fields, match the types that read them, and the
//! real files are valid.
//!
//! `PALIMPSEST_BLESS=1 cargo test -p palimpsest-tests --test schemas` rewrites them.

use std::fs;

use palimpsest_compiler::{Field, compile, fields, reference, schemas};
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

#[test]
fn the_reference_is_in_step_with_the_types() {
    let path = story_folder().join("REFERENCE.md");
    let made = reference();
    if std::env::var_os("PALIMPSEST_BLESS").is_some() {
        fs::write(&path, &made).expect("the reference can be written");
    }
    let kept = fs::read_to_string(&path).unwrap_or_default();
    assert!(kept == made, "story/REFERENCE.md is out of step: PALIMPSEST_BLESS=1 writes it anew");
    assert!(!made.contains("{{ "), "each file that crates/compiler/reference.md names has fields");
}

#[test]
fn each_field_has_a_meaning_an_example_and_what_happens_without_it() {
    let fields = fields();
    assert!(fields.len() > 80, "{} fields", fields.len());
    for Field { file, path, required, meaning, without, example, schema, .. } in &fields {
        assert!(meaning.ends_with('.'), "{file}, {path}: its documentation says what it means: {meaning:?}");
        assert!(*required || without.is_some(), "{file}, {path}: its documentation has a paragraph “Without it, …”");
        let example = example.as_ref().unwrap_or_else(|| panic!("{file}, {path}: #[schemars(example = …)]"));
        let validator = jsonschema::validator_for(schema).expect("the schema is one");
        assert!(validator.is_valid(example), "{file}, {path}: {example} does not keep to the schema");
    }
}

#[test]
fn each_example_is_read_as_its_field() {
    for field in fields() {
        let written = field.written().unwrap_or_default();
        let read: toml::Table = toml::from_str(&written).unwrap_or_else(|error| panic!("{written}: {error}"));
        let value = serde_json::to_value(&read[field.name()]).expect("a value");
        assert_eq!(Some(&value), field.example.as_ref(), "{}, {}", field.file, field.path);
    }
}

/// Formats a table as TOML, one value per line.
fn lines(table: &toml::Table) -> String {
    let lines = table.iter().map(|(name, value)| format!("{name} = {}\n", inline(value)));
    lines.collect::<Vec<_>>().concat()
}

fn inline(value: &toml::Value) -> String {
    match value {
        toml::Value::Array(items) => format!("[{}]", items.iter().map(inline).collect::<Vec<_>>().join(", ")),
        toml::Value::Table(fields) => {
            let fields = fields.iter().map(|(name, value)| format!("{name} = {}", inline(value)));
            format!("{{ {} }}", fields.collect::<Vec<_>>().join(", "))
        }
        // TOML escapes strings as JSON does.
        scalar => serde_json::to_string(scalar).expect("a scalar"),
    }
}

/// The story of Trotsky still compiles when the entries that the examples come from have the example values in their fields.
#[test]
fn the_examples_make_a_story() {
    let folder = tempfile::tempdir().expect("a folder");
    let copy = |name: &str, text: String| fs::write(folder.path().join(name), text).expect("written");
    for name in ["article.md", "notes.md", "sources.json", "CHANGES.md", "poster.svg", "social.png"] {
        fs::copy(story_folder().join(name), folder.path().join(name)).expect("copied");
    }
    copy("congress.jpg", "a picture".to_owned());
    let all = fields();
    // These fields exclude others: nobody is both alive and dead, and a person is not a body.
    let others = ["living", "kind", "founded", "dissolved"];
    let own = |file: &str| -> toml::Table {
        let is_own = |path: &str| !path.contains('.') && !others.contains(&path);
        let of_file = all.iter().filter(|field| field.file == file && is_own(&field.path));
        of_file.filter_map(|field| toml::from_str::<toml::Table>(&field.written()?).ok()).flatten().collect()
    };
    for (schema, _) in schemas() {
        let file = schema.replace(".json", ".toml");
        let mut table: toml::Table = toml::from_str(&toml(&file)).expect("the file is TOML");
        let examples = own(&file);
        let key = ["id", "about"].into_iter().find(|key| examples.contains_key(*key));
        match (key, table.iter_mut().next().and_then(|(_, entries)| entries.as_array_mut())) {
            (Some(key), Some(entries)) if file != "story.toml" => {
                let entry = entries.iter_mut().find(|entry| entry.get(key) == examples.get(key));
                let entry = entry.and_then(toml::Value::as_table_mut);
                entry.unwrap_or_else(|| panic!("{file} has the entry of the examples")).extend(examples);
            }
            _ => table.extend(examples),
        }
        copy(&file, lines(&table));
    }
    let article = toml("article.md");
    let (_, text) = article.trim_start_matches("+++").split_once("+++").expect("a front matter");
    copy("article.md", format!("+++\n{}+++{text}", lines(&own("article.md"))));

    let compilation = compile(folder.path());
    assert!(compilation.story.is_some(), "{}", compilation.full_report());
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
