//! `sources.json`, `passages.toml` and `further.toml`.

use std::fmt::Write as _;

use serde_json::{Value, json};

use super::{Writer, toml};
use crate::draft::Work;

impl Writer<'_> {
    pub(super) fn sources(&mut self) -> String {
        let mut works: Vec<Value> = Vec::new();
        let mut untitled = 0;
        for (work, id) in self.draft.works.iter().zip(&self.ids.works.all) {
            let mut work: Work = work.clone();
            work.insert("id".to_owned(), json!(id));
            if work.get("type").is_none_or(|kind| !kind.is_string()) {
                work.insert("type".to_owned(), json!("document"));
            }
            if work.get("title").is_none_or(|title| title.as_str().is_some_and(str::is_empty)) {
                untitled += 1;
                work.insert("title".to_owned(), json!("Untitled work"));
            }
            works.push(Value::Object(work));
        }
        if untitled > 0 {
            self.missing.push(("sources.json", "titles of works, which are called \"Untitled work\"", untitled));
        }
        if works.is_empty() {
            return String::new();
        }
        // Values that came from JSON can always be written as JSON.
        serde_json::to_string_pretty(&works).map(|text| text + "\n").unwrap_or_default()
    }

    pub(super) fn passages(&mut self) -> String {
        let mut text = String::new();
        for (passage, id) in self.draft.passages.iter().zip(&self.ids.passages.all) {
            let work = self.ids.works.get(&passage.work).unwrap_or(&passage.work);
            let _ = write!(text, "\n[[passage]]\nid = {}\nsource = {}\n", toml::quoted(id), toml::quoted(work));
            if let Some(at) = &passage.at {
                let _ = writeln!(text, "at = {}", toml::quoted(at));
            }
            let [read, extent, grade, says] =
                [&*passage.read, passage.extent.word(), passage.grade.word(), &*passage.says].map(toml::quoted);
            let _ = write!(text, "read = {read}\nextent = {extent}\ngrade = {grade}\nsays = {says}\n");
        }
        if text.is_empty() { text } else { format!("#:schema schemas/passages.json\n{text}") }
    }

    pub(super) fn further(&mut self) -> String {
        let mut text = String::new();
        for further in &self.draft.further {
            let Some(id) = self.ids.works.get(&further.work) else { continue };
            let _ = write!(text, "\n[[work]]\nid = {}\nwhy = {}\n", toml::quoted(id), toml::quoted(&further.why));
        }
        if text.is_empty() { text } else { format!("#:schema schemas/further.json\n{text}") }
    }
}
