//! The places of statements, works and media in the files of a story.

use std::collections::BTreeMap;

use serde_json::value::RawValue;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

use crate::files::{Files, SourceFile};
use crate::{csl, works};

/// The file and the line of everything that may have a gap, by name: of a statement as in [`crate::rests`], of a work
/// `sources/KEY`, of a picture, a sound or a film `media/PATH`.
pub(crate) fn places(files: &Files, media: &[&str]) -> BTreeMap<String, String> {
    let mut places = Places { all: BTreeMap::new() };
    let named = |name: &str| files.named(name);
    for (name, item) in [("people", "person"), ("events", "event")] {
        let Some(file) = named(&format!("{name}.toml")) else { continue };
        for table in tables(file, item) {
            places.entry(file, name, &table);
        }
    }
    if let Some(file) = named("claims.toml") {
        for table in tables(file, "claim") {
            places.claim(file, &table);
        }
    }
    if let Some(file) = named("notes.md") {
        for (at, _) in file
            .text
            .match_indices("[^")
            .filter(|(at, _)| file.text[..*at].chars().next_back().is_none_or(|before| before == '\n'))
        {
            if let Some((id, _)) = file.text[at + "[^".len()..].split_once("]:") {
                places.add(file, format!("notes/{id}"), at);
            }
        }
    }
    if let Some(file) = named("sources.json")
        && let Ok(whole) = serde_json::from_str::<&RawValue>(&file.text)
    {
        for work in csl::file::works(whole).works {
            if let Some(key) = csl::file::key(work) {
                places.add(file, format!("sources/{key}"), works::id_location(file, work).span.start);
            }
        }
    }
    if let Some(file) = named("article.md") {
        for path in media {
            let written = [format!("({path}"), format!("(<{path}"), (*path).to_owned()];
            if let Some(at) = written.iter().find_map(|path| file.text.find(path.as_str())) {
                places.add(file, format!("media/{path}"), at);
            }
        }
    }
    places.all
}

/// Returns the tables `[[item]]` of a file.
fn tables<'a>(file: &'a SourceFile, item: &str) -> Vec<Spanned<DeValue<'a>>> {
    let table = DeTable::parse(&file.text).map(Spanned::into_inner).unwrap_or_default();
    let list = table.into_iter().find(|(name, _)| name.get_ref() == item).map(|(_, list)| list.into_inner());
    match list {
        Some(DeValue::Array(list)) => list.into_iter().collect(),
        _ => Vec::new(),
    }
}

/// Returns a text of a table.
fn text<'a>(table: &'a Spanned<DeValue>, field: &str) -> Option<(&'a str, usize)> {
    let value = table.get_ref().get(field)?;
    Some((value.get_ref().as_str()?, value.span().start))
}

struct Places {
    all: BTreeMap<String, String>,
}

impl Places {
    fn add(&mut self, file: &SourceFile, name: String, at: usize) {
        let (line, _) = file.line_and_column(at);
        // The first of two with the same name is the one that counts.
        self.all.entry(name).or_insert_with(|| format!("{}:{line}", file.path));
    }

    /// Adds a person or an event, and each of its parts.
    fn entry(&mut self, file: &SourceFile, kind: &str, table: &Spanned<DeValue>) {
        let Some((id, at)) = text(table, "id") else { return };
        let name = format!("{kind}/{id}");
        self.add(file, name.clone(), at);
        let DeValue::Table(fields) = table.get_ref() else { return };
        for (field, value) in fields {
            let (field, at) = (field.get_ref(), field.span().start);
            match value.get_ref() {
                DeValue::Array(list) => {
                    for (item, number) in list.iter().zip(1..) {
                        self.add(file, format!("{name}/{field}/{number}"), item.span().start);
                    }
                }
                _ => self.add(file, format!("{name}/{field}"), at),
            }
        }
    }

    /// Adds the values of a contested fact.
    fn claim(&mut self, file: &SourceFile, table: &Spanned<DeValue>) {
        let (Some((about, _)), Some((title, _))) = (text(table, "about"), text(table, "title")) else { return };
        let Some(DeValue::Array(values)) = table.get_ref().get("values").map(Spanned::get_ref) else { return };
        for value in values {
            let Some((held, at)) = text(value, "value") else { continue };
            for kind in ["people", "events", "notes"] {
                self.add(file, format!("{kind}/{about}/{title}: {held}"), at);
            }
        }
    }
}
