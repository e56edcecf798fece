//! Writes the files of a draft.

mod article;
mod events;
mod ids;
mod leftovers;
mod people;
mod story;
mod toml;
mod works;

use palimpsest_compiler::rules::visible;
use palimpsest_story::CalendarDay;

use crate::draft::{Citation, Draft, Statement};
use crate::text::Markdown;
use ids::Ids;

/// The mark for a statement without a source, which is allowed only in a draft.
const UNSOURCED: &str = "sources = […]: what this rests on";
/// The mark for a statement that should cite its sources in its text.
const UNCITED: &str = "[@…] in the text: what this statement rests on";

/// The files of a draft.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Written {
    /// The names and contents of the text files. The names contain no folder.
    pub files: Vec<(String, String)>,
    /// The pictures, sounds and films to copy beside them, as paths relative to the imported file.
    pub media: Vec<String>,
    /// The missing parts, which are marked with `TODO`: the file, what is missing, and how often.
    pub missing: Vec<(&'static str, &'static str, usize)>,
    /// Everything that had no place in the story and is only listed in `LEFTOVERS.md`.
    pub leftovers: Vec<crate::draft::Leftover>,
}

/// Makes files from a draft. An article without a date is dated `today`, since a story requires a date.
pub fn write(draft: &Draft, today: CalendarDay) -> Written {
    let mut writer = Writer { draft, today, ids: Ids::of(draft), missing: Vec::new() };
    let mut leftovers = draft.leftovers.clone();
    let places = writer.places();
    let people = writer.people();
    let events = writer.events();
    let claims = writer.claims(&mut leftovers);
    let article = writer.article();
    let story = writer.story(&mut leftovers);
    let passages = writer.passages();
    let further = writer.further();
    let sources = writer.sources();
    writer.renamed(&mut leftovers);
    let named = [
        ("story.toml", story),
        ("article.md", article),
        ("people.toml", people),
        ("events.toml", events),
        ("places.toml", places),
        ("sources.json", sources),
        ("passages.toml", passages),
        ("further.toml", further),
        ("claims.toml", claims),
    ];
    let mut files: Vec<(String, String)> = Vec::new();
    let mut hidden = 0;
    for (name, text) in named.into_iter().filter(|(_, text)| !text.is_empty()) {
        let seen = visible(&text);
        hidden += text.chars().count() - seen.chars().count();
        files.push((name.to_owned(), seen));
    }
    if hidden > 0 {
        leftovers.push(crate::draft::Leftover {
            at: "everywhere".to_owned(),
            what: format!("{hidden} invisible characters, such as soft hyphens"),
            why: "they break names and mislead readers, so no story may have them".to_owned(),
        });
    }
    let missing = writer.missing;
    files.push(("LEFTOVERS.md".to_owned(), leftovers::file(draft, &missing, &leftovers)));
    Written { files, media: draft.article.media.clone(), missing, leftovers }
}

/// The state of writing a draft.
struct Writer<'a> {
    draft: &'a Draft,
    today: CalendarDay,
    ids: Ids,
    missing: Vec<(&'static str, &'static str, usize)>,
}

impl Writer<'_> {
    /// Counts a missing part, and returns its mark.
    fn todo(&mut self, file: &'static str, what: &'static str) -> String {
        match self.missing.iter_mut().find(|(other, of, _)| (*other, *of) == (file, what)) {
            Some((.., count)) => *count += 1,
            None => self.missing.push((file, what, 1)),
        }
        format!("# TODO {what}\n")
    }

    /// Returns the ids for keys of passages, or else of works, because a story with passages cites only passages.
    fn cited(&self, keys: &[String]) -> Vec<String> {
        keys.iter().filter_map(|key| self.citable(key)).map(str::to_owned).collect()
    }

    fn citable(&self, key: &str) -> Option<&str> {
        let Ids { passages, works, .. } = &self.ids;
        passages.get(key).or_else(|| works.get(key))
    }

    /// Returns a field with sources, or a mark if there are none.
    fn sources_of(&mut self, keys: &[String], file: &'static str) -> String {
        let ids = self.cited(keys);
        if ids.is_empty() {
            return self.todo(file, UNSOURCED);
        }
        format!("sources = {}\n", toml::list(ids.iter().map(String::as_str)))
    }

    /// Returns the same field, preceded by a comma, for use within an inline table, and separately the mark, which goes
    /// above the line of the table.
    fn sources_within(&mut self, keys: &[String], file: &'static str) -> [String; 2] {
        let ids = self.cited(keys);
        if ids.is_empty() {
            return [String::new(), self.todo(file, UNSOURCED)];
        }
        [format!(", sources = {}", toml::list(ids.iter().map(String::as_str))), String::new()]
    }

    /// Returns a text with its citations, and the mark that goes above its line if there are none.
    fn statement(&mut self, statement: &Statement, file: &'static str) -> [String; 2] {
        let text = self.citing(statement.text.as_str(), &statement.sources);
        let mark = if text.contains("[@") { String::new() } else { self.todo(file, UNCITED) };
        [text, mark]
    }

    /// Adds citations to a text, before the period at its end.
    fn citing(&self, text: &str, citations: &[Citation]) -> String {
        let text = text.trim();
        let items = citations.iter().filter_map(|Citation { source, at }| {
            let id = self.citable(source)?;
            Some(at.as_ref().map_or_else(|| format!("@{id}"), |at| format!("@{id}, {at}")))
        });
        let items: Vec<String> = items.collect();
        if items.is_empty() {
            return text.to_owned();
        }
        let citation = format!(" [{}]", items.join("; "));
        match text.strip_suffix('.') {
            Some(bare) if !bare.ends_with('.') => format!("{bare}{citation}."),
            _ => format!("{text}{citation}"),
        }
    }
}

/// Joins a paragraph into one line.
fn line(text: &Markdown) -> String {
    text.as_str().split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests;
