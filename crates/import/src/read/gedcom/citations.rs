//! The citations and notes of a line.

use serde_json::{Map, json};

use super::{Reader, at, record::Record};
use crate::draft::Citation;

/// Formats a citation for editors.
pub(super) fn in_words(Citation { source, at }: &Citation) -> String {
    at.as_ref().map_or_else(|| source.clone(), |at| format!("{source}, {at}"))
}

/// Reports whether a place can be used in the brackets of a citation, where some characters separate works or are Markdown.
fn is_place(text: &str) -> bool {
    let is_plain = |letter: char| letter.is_alphanumeric() || " .,:-–—/()'’“”#№§+?!=".contains(letter);
    text.starts_with(char::is_alphanumeric) && text.chars().all(is_plain)
}

/// A note and its sources.
pub(super) struct Note {
    pub(super) text: String,
    pub(super) sources: Vec<Citation>,
}

impl Reader<'_> {
    /// Returns the works that a line cites, each with its page. Everything else in a citation is kept as a comment.
    pub(super) fn cited(&mut self, record: &Record, comments: &mut Vec<String>) -> Vec<Citation> {
        let mut citations = Vec::new();
        for citation in record.take_all("SOUR") {
            let key = match (self.record(citation, "SOUR"), &citation.pointer) {
                (Some(source), _) => Self::key(source),
                (None, Some(_)) => {
                    // It does not refer to any source, so it is left over.
                    citation.give_back();
                    continue;
                }
                (None, None) if citation.value.trim().is_empty() => {
                    citation.give_back();
                    continue;
                }
                (None, None) => self.embedded(citation),
            };
            let page = citation.find("PAGE").filter(|page| page.parts.is_empty() && is_place(page.value.trim()));
            let parts = citation.parts.iter().filter(|part| page.is_none_or(|page| part.line != page.line));
            let parts: Vec<String> = parts.map(Record::text).collect();
            if !parts.is_empty() {
                let said = format!("{} cites {key}: {}", record.tag, parts.join("; "));
                self.wait(citation, &said, "a citation names a work and a place in it, and nothing else", comments);
            }
            citation.mark_all();
            let citation = Citation { source: key, at: page.map(|page| page.value.trim().to_owned()) };
            if !citations.contains(&citation) {
                citations.push(citation);
            }
        }
        citations
    }

    /// Returns the keys of the sources that a line cites, for a list of sources. Such a list cannot hold places in works,
    /// which are kept as comments.
    pub(super) fn listed(&mut self, record: &Record, comments: &mut Vec<String>) -> Vec<String> {
        let citations = self.cited(record, comments);
        self.keys(record, citations, comments)
    }

    /// Returns the keys of a line's citations, in the same way.
    pub(super) fn keys(
        &mut self,
        record: &Record,
        citations: Vec<Citation>,
        comments: &mut Vec<String>,
    ) -> Vec<String> {
        let mut keys = Vec::new();
        for Citation { source, at } in citations {
            if let Some(place) = at {
                let why = "a list of sources has no room for a page: make a passage of it in passages.toml";
                self.wait(record, &format!("{} cites {source}, {place}", record.tag), why, comments);
            }
            if !keys.contains(&source) {
                keys.push(source);
            }
        }
        keys
    }

    /// Keeps something that no field can hold, as a comment on its entry for editors to resolve, and in the list of
    /// leftovers.
    pub(super) fn wait(&mut self, line: &Record, what: &str, why: &str, comments: &mut Vec<String>) {
        comments.push(format!("TODO {}: {}; {why}", at(line), what.replace('\n', " ")));
        self.draft.leave(at(line), what, why);
    }

    /// Keeps the notes of a line in this way, with their citations.
    pub(super) fn set_by(&mut self, record: &Record, of: &str, comments: &mut Vec<String>) {
        for Note { text, sources } in self.notes(record, comments) {
            let cited: Vec<String> = sources.iter().map(in_words).collect();
            let cited = if cited.is_empty() { String::new() } else { format!(" (cites {})", cited.join("; ")) };
            self.wait(record, &format!("{of}: {text}{cited}"), "a story has no field for a note on it", comments);
        }
    }

    /// Returns the key of a work that is described where it is cited, and adds the work if it is new.
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

    /// Returns the notes of a line, whether they are part of it or separate records.
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
                // The citations of a shared note can be taken only once, so only the first line that refers to the note gets
                // them.
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
