//! Works in CSL-JSON, as written by Zotero, Better BibTeX, Crossref and the page of a story.

use std::collections::{BTreeMap, BTreeSet};

use palimpsest_compiler::rules;
use serde_json::json;
use serde_json::value::RawValue;

use crate::draft::{Draft, Work};
use crate::error::Error;

/// Makes a draft from a list of works, which some programs wrap in an object. A single work is treated as a list of one.
///
/// # Errors
///
/// Returns an error if the file is not JSON, or is in Zotero's own format, which is not CSL.
pub(super) fn read(file: &str, bytes: &[u8]) -> Result<Draft, Error> {
    const HELP: &str = "export the works as CSL-JSON";
    let text = std::str::from_utf8(bytes).map_err(|_| Error::not_utf8(file, bytes))?;
    let text = text.strip_prefix('\u{FEFF}').unwrap_or(text);
    let whole: &RawValue = serde_json::from_str(text).map_err(|error| {
        let place = format!("line {}, column {}", error.line(), error.column());
        Error::new(file, format!("this is not JSON: {error}"), HELP).at(place)
    })?;
    let mut reader = Reader { text, draft: Draft::of(file), taken: BTreeSet::new() };
    let rules::Works { works, others } = rules::works(whole);
    for (name, value) in others {
        reader.leave(value, format!("{name}: {}", value.get()), "it is not a work");
    }
    for raw in works {
        let line = reader.line(raw);
        if is_zotero(raw) {
            let message = "this is Zotero's own JSON, not CSL";
            return Err(
                Error::new(file, message, "choose the format CSL JSON, or Better CSL JSON, when you export").at(line)
            );
        }
        reader.work(raw);
    }
    Ok(reader.draft)
}

/// Reports whether this is an item in Zotero's own format.
fn is_zotero(raw: &RawValue) -> bool {
    let fields: BTreeMap<String, &RawValue> = serde_json::from_str(raw.get()).unwrap_or_default();
    let data: Option<BTreeMap<String, &RawValue>> =
        fields.get("data").and_then(|data| serde_json::from_str(data.get()).ok());
    !fields.contains_key("type")
        && (fields.contains_key("itemType") || data.is_some_and(|data| data.contains_key("itemType")))
}

struct Reader<'a> {
    text: &'a str,
    draft: Draft,
    /// The ids of the works.
    taken: BTreeSet<String>,
}

impl<'a> Reader<'a> {
    /// Returns the line on which a part of the text begins.
    fn line(&self, raw: &RawValue) -> String {
        // A raw value is a slice of the text from which it was parsed.
        let at = (raw.get().as_ptr() as usize).saturating_sub(self.text.as_ptr() as usize);
        format!("line {}", self.text.get(..at).unwrap_or_default().matches('\n').count() + 1)
    }

    fn leave(&mut self, raw: &RawValue, what: String, why: impl Into<String>) {
        let line = self.line(raw);
        self.draft.leave(line, what, why);
    }

    /// Adds a work to the draft unchanged, except for fields that a story cannot read.
    fn work(&mut self, raw: &'a RawValue) {
        let given: Option<BTreeMap<String, &RawValue>> = serde_json::from_str(raw.get()).ok();
        let work: Option<Work> = serde_json::from_str(raw.get()).ok();
        let (Some(given), Some(mut work)) = (given, work) else {
            self.leave(raw, raw.get().to_owned(), "it is not a work in CSL-JSON, which is an object");
            return;
        };
        let number = self.draft.works.len() + 1;
        let id = rules::work_id(raw).unwrap_or_else(|| format!("work-{number}"));
        if !self.taken.insert(id.clone()) {
            let why = "an earlier work has the same id; this one is kept, with a number appended to its id";
            self.leave(raw, id.clone(), why);
        }
        work.insert("id".to_owned(), json!(id));
        let tried = serde_json::to_string(&tried(&work)).unwrap_or_default();
        for (field, why) in rules::refused_fields(&tried) {
            let Some(value) = work.remove(&field) else { continue };
            let place = given.get(&field).copied().unwrap_or(raw);
            self.leave(place, format!("{id}: {field}: {value}"), why);
        }
        self.draft.works.push(work);
    }
}

/// Returns the work with the fields that the writer adds if they are missing.
fn tried(work: &Work) -> Work {
    let mut work = work.clone();
    work.entry("type").or_insert_with(|| json!("document"));
    work.entry("title").or_insert_with(|| json!("Untitled"));
    work
}
