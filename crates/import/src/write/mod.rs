//! The files of a draft.

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

use crate::draft::Draft;
use crate::text::Markdown;
use ids::Ids;

/// What is written where a statement lacks its source, which only a draft may do.
const UNSOURCED: &str = "sources = […]: what this rests on";

/// A draft as files.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Written {
    /// Names and texts. No name has a folder.
    pub files: Vec<(String, String)>,
    /// Pictures, sounds and films to copy beside them, by their paths relative to the imported file.
    pub media: Vec<String>,
    /// What is missing, each with the file in which it is marked with `TODO`, and how often.
    pub missing: Vec<(&'static str, &'static str, usize)>,
    /// What had no place in the story, and became of no file but LEFTOVERS.md.
    pub leftovers: Vec<crate::draft::Leftover>,
}

/// Makes files of a draft. `today` is when: a story needs the day of its article.
pub fn write(draft: &Draft, today: CalendarDay) -> Written {
    let mut writer = Writer { draft, ids: Ids::of(draft), missing: Vec::new() };
    let mut leftovers = draft.leftovers.clone();
    let places = writer.places();
    let people = writer.people();
    let events = writer.events();
    let claims = writer.claims(&mut leftovers);
    let article = writer.article(today);
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
            what: format!("{hidden} characters that nobody sees, such as soft hyphens"),
            why: "they break names and mislead readers, so that no story may have them".to_owned(),
        });
    }
    let missing = writer.missing;
    files.push(("LEFTOVERS.md".to_owned(), leftovers::file(draft, &missing, &leftovers)));
    Written { files, media: draft.article.media.clone(), missing, leftovers }
}

/// What is being written.
struct Writer<'a> {
    draft: &'a Draft,
    ids: Ids,
    missing: Vec<(&'static str, &'static str, usize)>,
}

impl Writer<'_> {
    /// Counts something that is missing, and gives the mark for it.
    fn todo(&mut self, file: &'static str, what: &'static str) -> String {
        match self.missing.iter_mut().find(|(other, of, _)| (*other, *of) == (file, what)) {
            Some((.., count)) => *count += 1,
            None => self.missing.push((file, what, 1)),
        }
        format!("# TODO {what}\n")
    }

    /// The ids for keys of passages, or else of works. A story with passages cites them alone.
    fn cited(&self, keys: &[String]) -> Vec<String> {
        let Ids { passages, works, .. } = &self.ids;
        let ids = keys.iter().filter_map(|key| passages.get(key).or_else(|| works.get(key)));
        ids.map(str::to_owned).collect()
    }

    /// A field with sources, or a mark where there are none.
    fn sources_of(&mut self, keys: &[String], file: &'static str) -> String {
        let ids = self.cited(keys);
        if ids.is_empty() {
            return self.todo(file, UNSOURCED);
        }
        format!("sources = {}\n", toml::list(ids.iter().map(String::as_str)))
    }

    /// The same within a table in one line, with a comma before it. What is missing is counted alone.
    fn sources_within(&mut self, keys: &[String], file: &'static str) -> String {
        let ids = self.cited(keys);
        if ids.is_empty() {
            self.todo(file, UNSOURCED);
            return String::new();
        }
        format!(", sources = {}", toml::list(ids.iter().map(String::as_str)))
    }

    /// A text with its citations, before the stop at its end.
    fn statement(&mut self, statement: &crate::draft::Statement, file: &'static str) -> String {
        let ids = self.cited(&statement.sources);
        let text = statement.text.as_str().trim();
        if ids.is_empty() {
            if !text.contains("[@") {
                self.todo(file, UNSOURCED);
            }
            return text.to_owned();
        }
        let citation: Vec<String> = ids.iter().map(|id| format!("@{id}")).collect();
        let citation = format!(" [{}]", citation.join("; "));
        match text.strip_suffix('.') {
            Some(bare) if !bare.ends_with('.') => format!("{bare}{citation}."),
            _ => format!("{text}{citation}"),
        }
    }
}

/// A paragraph in one line.
fn line(text: &Markdown) -> String {
    text.as_str().split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests;
