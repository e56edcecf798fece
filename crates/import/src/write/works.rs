//! `sources.json`, `passages.toml` and `further.toml`.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use palimpsest_compiler::rules::{id_refusal, slug};
use serde_json::{Value, json};

use super::{Writer, toml};
use crate::draft::{Leftover, Work};

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
        serde_json::to_string_pretty(&works).map(|text| with_controls(&text) + "\n").unwrap_or_default()
    }

    /// Lists the works that have several names. Editors see that of the imported file in their other programs, that of
    /// `sources.json` in citations, and the page's own in addresses and in messages of the check.
    pub(super) fn renamed(&self, leftovers: &mut Vec<Leftover>) {
        let ids = &self.ids.works.all;
        let keys = self.draft.works.iter().map(|work| work.get("id").and_then(Value::as_str).unwrap_or_default());
        let keys = keys.zip(ids).filter(|(key, id)| !key.is_empty() && key != id);
        let keys: Vec<String> = keys.map(|(key, id)| format!("{key}: {id}")).collect();
        let mut known: BTreeSet<String> = ids.iter().filter(|id| id_refusal(id).is_none()).cloned().collect();
        let mut pages = Vec::new();
        for id in ids.iter().filter(|id| id_refusal(id).is_some()) {
            let made = slug(id);
            let made = if id_refusal(&made).is_none() { made } else { format!("source-{made}") };
            let numbered = (2..).map(|number: u32| format!("{made}-{number}"));
            let page = [made.clone()].into_iter().chain(numbered).find(|page| known.insert(page.clone()));
            pages.extend(page.map(|page| format!("{id}: {page}")));
        }
        let mut note = |what: Vec<String>, why: &str| {
            if !what.is_empty() {
                let (at, what) = ("sources.json".to_owned(), what.join("\n"));
                leftovers.push(Leftover { at, what, why: why.to_owned() });
            }
        };
        note(keys, "citations cannot name these keys of the imported file; sources.json has others in their place");
        note(
            pages,
            "these keys are kept, and citations name them; the page's addresses, and messages such as 'nothing cites the \
             source', have forms of them that an address may have",
        );
    }

    pub(super) fn passages(&mut self) -> String {
        let mut text = String::new();
        for (passage, id) in self.draft.passages.iter().zip(&self.ids.passages.all) {
            let work = self.ids.works.get(&passage.work).unwrap_or(&passage.work);
            let _ = write!(text, "\n[[passage]]\nid = {}\nsource = {}\n", toml::quoted(id), toml::quoted(work));
            if let Some(at) = passage.at.as_deref().filter(|at| toml::is_written(at)) {
                let _ = writeln!(text, "at = {}", toml::plain(at));
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
            let _ = write!(text, "\n[[work]]\nid = {}\nwhy = {}\n", toml::quoted(id), toml::named(&further.why));
        }
        if text.is_empty() { text } else { format!("#:schema schemas/further.json\n{text}") }
    }
}

/// Replaces the escapes of control characters in JSON with the characters, which are removed from the finished file, with all
/// other invisible ones.
fn with_controls(json: &str) -> String {
    let mut text = String::with_capacity(json.len());
    let mut rest = json;
    while let Some((before, after)) = rest.split_once('\\') {
        text.push_str(before);
        let number = after.strip_prefix('u').and_then(|digits| u32::from_str_radix(digits.get(..4)?, 16).ok());
        let (letter, length) = match after.as_bytes().first() {
            Some(b'b') => (Some('\u{8}'), 1),
            Some(b'f') => (Some('\u{c}'), 1),
            _ => (number.and_then(char::from_u32).filter(|letter| letter.is_control()), "u0000".len()),
        };
        let length = if let Some(letter) = letter {
            text.push(letter);
            length
        } else {
            let length = after.chars().next().map_or(0, char::len_utf8);
            text.push('\\');
            text.push_str(&after[..length]);
            length
        };
        rest = &after[length..];
    }
    text + rest
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn control_characters_stand_for_themselves() {
        for (text, written) in
            [("a\u{12}b\u{8}\u{c}", "\"a\u{12}b\u{8}\u{c}\""), ("\\u0012\n\"", "\"\\\\u0012\\n\\\"\"")]
        {
            assert_eq!(with_controls(&json!(text).to_string()), written);
        }
    }
}
