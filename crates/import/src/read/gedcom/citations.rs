//! The citations and notes that belong to a line.

use serde_json::{Map, json};

use super::{Reader, record::Record};

/// A note and the sources it rests on.
pub(super) struct Note {
    pub(super) text: String,
    pub(super) sources: Vec<String>,
}

impl Reader<'_> {
    /// The keys of the works that a line cites. Where in the work, and what it says there, become comments.
    pub(super) fn cited(&mut self, record: &Record, comments: &mut Vec<String>) -> Vec<String> {
        let mut keys = Vec::new();
        for citation in record.take_all("SOUR") {
            let key = match (self.record(citation, "SOUR"), &citation.pointer) {
                (Some(source), _) => Self::key(source),
                (None, Some(_)) => {
                    // It refers to no source, so it is left over.
                    citation.give_back();
                    continue;
                }
                (None, None) if citation.value.trim().is_empty() => {
                    citation.give_back();
                    continue;
                }
                (None, None) => self.embedded(citation),
            };
            if !citation.parts.is_empty() {
                let parts: Vec<String> = citation.parts.iter().map(Record::text).collect();
                comments.push(format!("line {}, {} cites {key}: {}", citation.line, record.tag, parts.join("; ")));
                citation.mark_all();
            }
            if !keys.contains(&key) {
                keys.push(key);
            }
        }
        keys
    }

    /// The key of a work that is described where it is cited.
    fn embedded(&mut self, citation: &Record) -> String {
        let title = citation.value.split_whitespace().collect::<Vec<_>>().join(" ");
        if let Some(key) = self.embedded.get(&title) {
            return key.clone();
        }
        let key = format!("source-line-{}", citation.line);
        let mut work = Map::new();
        work.insert("id".to_owned(), json!(key));
        work.insert("type".to_owned(), json!("document"));
        work.insert("title".to_owned(), json!(title));
        self.draft.works.push(work);
        self.embedded.insert(title, key.clone());
        key
    }

    /// The notes of a line, whether they are part of it or records of their own.
    pub(super) fn notes(&mut self, record: &Record, comments: &mut Vec<String>) -> Vec<Note> {
        let mut notes = Vec::new();
        for line in record.take_all("NOTE").chain(record.take_all("SNOTE")) {
            let shared = self.record(line, "NOTE").or_else(|| self.record(line, "SNOTE"));
            if line.pointer.is_some() && shared.is_none() {
                line.give_back();
                continue;
            }
            let note = shared.unwrap_or(line);
            note.mark();
            let mut sources = self.cited(line, comments);
            if let Some(shared) = shared {
                // Only the first line that refers to a shared note gets its citations: they are taken once.
                sources.extend(self.cited(shared, comments));
            }
            let text = note.value.trim().to_owned();
            if !text.is_empty() {
                notes.push(Note { text, sources });
            }
        }
        notes
    }
}
