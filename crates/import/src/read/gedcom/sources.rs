//! Works from `SOUR` records.

use serde_json::{Map, Value, json};

use super::citations::{Note, in_words};
use super::{Reader, at, record::Record};

impl Reader<'_> {
    /// Adds a work from a record. Data without a CSL field is left over.
    pub(super) fn source(&mut self, source: &Record) {
        source.mark();
        let mut work = Map::new();
        let mut set = |field: &str, text: Option<String>| {
            if let Some(text) = text {
                work.insert(field.to_owned(), json!(text));
            }
        };
        let line = |text: Option<String>| text.map(|text| text.split_whitespace().collect::<Vec<_>>().join(" "));
        set("id", Some(Self::key(source)));
        let short = line(source.take_text("ABBR"));
        let title = line(source.take_text("TITL")).or_else(|| short.clone());
        set("title-short", short.filter(|short| Some(short) != title.as_ref()));
        set("title", title);
        let author = line(source.take_text("AUTH"));
        let is_published = source.find("PUBL").is_some();
        let (publisher, year) = published(line(source.take_text("PUBL")));
        set("publisher", publisher);
        set("abstract", source.take_text("TEXT"));
        if let Some(repository) = source.take("REPO") {
            let name = self.record(repository, "REPO").and_then(|record| {
                record.mark();
                record.find("NAME").inspect(|name| name.mark()).map(|name| name.value.trim().to_owned())
            });
            if name.is_none() && repository.pointer.is_some() {
                repository.give_back();
            }
            set("archive", name.filter(|name| !name.is_empty()));
            let numbers: Vec<String> =
                repository.take_all("CALN").map(|number| number.value.trim().to_owned()).collect();
            set("archive_location", Some(numbers.join("; ")).filter(|numbers| !numbers.is_empty()));
        }
        let kind = match source.find("REPO").and_then(|line| line.find("CALN")?.take("MEDI")) {
            Some(medium) => kind(&medium.value).unwrap_or_else(|| {
                medium.give_back();
                "document"
            }),
            None if is_published => "book",
            None => "document",
        };
        set("type", Some(kind.to_owned()));
        if let Some(author) = author {
            work.insert("author".to_owned(), authors(&author));
        }
        if let Some(year) = year {
            work.insert("issued".to_owned(), json!({ "date-parts": [[year]] }));
        }
        let notes: Vec<Note> = self.notes(source, &mut Vec::new());
        for citation in notes.iter().flat_map(|note| &note.sources) {
            let why = "the note of a work cites nothing";
            self.draft.leave(at(source), format!("NOTE cites {}", in_words(citation)), why);
        }
        let notes: Vec<String> = notes.into_iter().map(|note| note.text).collect();
        if !notes.is_empty() {
            work.insert("note".to_owned(), json!(notes.join("\n\n")));
        }
        self.draft.works.push(work);
    }
}

/// Returns the type of a work, according to its medium.
fn kind(medium: &str) -> Option<&'static str> {
    Some(match medium.trim().to_ascii_lowercase().as_str() {
        "book" => "book",
        "manuscript" => "manuscript",
        "map" => "map",
        "newspaper" => "article-newspaper",
        "magazine" => "article-magazine",
        "photo" => "graphic",
        "video" => "motion_picture",
        _ => return None,
    })
}

/// Parses the authors. GEDCOM has a single text for all of them, in any form; only `Family, Given` separates the parts of a
/// name.
fn authors(author: &str) -> Value {
    let author = author.replace('/', " ").split_whitespace().collect::<Vec<_>>().join(" ");
    match author.split_once(", ") {
        Some((family, given)) if !given.contains(',') && !family.contains(' ') && given.split(' ').count() < 4 => {
            json!([{ "family": family, "given": given }])
        }
        _ => json!([{ "literal": author }]),
    }
}

/// Splits off the year at the end of the publisher's text, if there is one.
fn published(text: Option<String>) -> (Option<String>, Option<i32>) {
    let Some(text) = text else { return (None, None) };
    let bare = text.trim_end_matches(['.', ')', ' ']);
    let start = bare.len().saturating_sub(4);
    let year = bare.get(start..).filter(|year| year.bytes().all(|byte| byte.is_ascii_digit()));
    let before = bare.get(..start).unwrap_or_default();
    match year.and_then(|year| year.parse().ok()) {
        Some(year) if before.ends_with([' ', ',', '(', ':']) || before.is_empty() => {
            let publisher = before.trim_end_matches([' ', ',', '(', ':', ';']).to_owned();
            (Some(publisher).filter(|publisher| !publisher.is_empty()), Some(year))
        }
        _ => (Some(text), None),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_year_ends_the_facts_of_publication() {
        let of = |text: &str| published(Some(text.to_owned()));
        let publisher = |text: &str| Some(text.to_owned());
        assert_eq!(of("Uppsala: Norstedt, 1901."), (publisher("Uppsala: Norstedt"), Some(1901)));
        assert_eq!(of("Norstedt (1901)"), (publisher("Norstedt"), Some(1901)));
        assert_eq!(of("1901"), (None, Some(1901)));
        assert_eq!(of("Film 1234567"), (publisher("Film 1234567"), None));
        assert_eq!(of("Żółć"), (publisher("Żółć"), None));
        assert_eq!(published(None), (None, None));
    }

    #[test]
    fn a_name_is_split_only_where_it_says_how() {
        assert_eq!(authors("Lund, Ada Marie"), json!([{ "family": "Lund", "given": "Ada Marie" }]));
        for whole in ["Ada Lund", "Genealogical Society, Sandvik", "Lund, Ada, and Holm, Per"] {
            assert_eq!(authors(whole), json!([{ "literal": whole }]));
        }
    }
}
