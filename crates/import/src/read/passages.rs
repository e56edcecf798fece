//! The passages that a page offers for download as CSV.

use palimpsest_story::{Grade, ReadExtent};
use palimpsest_words::{PASSAGE_COLUMNS, Words, languages};
use serde_json::{Value, json};

use super::table::{Table, unguarded};
use crate::draft::{Draft, Passage, Work};
use crate::error::Error;

/// Reads the passages and their works.
pub(super) fn read(name: &str, table: Table) -> Result<Draft, Error> {
    let mut draft = Draft::of(name);
    let known = languages().find_map(|language| {
        let words = Words::load(language).ok()?;
        let position = |key: &str| table.header.iter().position(|header| header.trim() == words.text(key));
        let positions = PASSAGE_COLUMNS.iter().map(|key| position(key)).collect::<Option<Vec<usize>>>()?;
        Some((language, positions))
    });
    let Some((language, positions)) = known else {
        let help = "download passages.csv again, and keep the names of its columns";
        return Err(Error::new(name, "a column of passages.csv is missing", help).at("row 1"));
    };
    draft.language = Some(language.to_owned());
    for (number, row) in &table.rows {
        let cell = |column: usize| {
            row.get(positions[column]).map(|cell| unguarded(cell).trim().to_owned()).unwrap_or_default()
        };
        let wrong = |column: usize, message: &str, help: String| {
            let name_of_column = table.header[positions[column]].trim();
            let at = format!("row {number}, column {} ({name_of_column})", super::table::column(positions[column]));
            Error::new(name, message, help).at(at)
        };
        let extent = ReadExtent::from_word(&cell(4)).ok_or_else(|| {
            wrong(4, "this does not say how much was read", format!("write one of {}", ReadExtent::WORDS.join(", ")))
        })?;
        let grade = Grade::from_word(&cell(5))
            .ok_or_else(|| wrong(5, "this is not a grade", format!("write one of {}", Grade::WORDS.join(", "))))?;
        let read = cell(3);
        if palimpsest_compiler::rules::date(&read, &Words::default()).is_err() {
            return Err(wrong(3, "this is not a day", "write it as in 2026-11-28".to_owned()));
        }
        let (key, citation, url) = (cell(0), cell(1), cell(8));
        let is_known = draft.works.iter().any(|work| work.get("id").and_then(Value::as_str) == Some(&citation));
        if !is_known {
            let mut work: Work = Work::new();
            work.insert("id".to_owned(), json!(citation));
            work.insert("type".to_owned(), json!("document"));
            work.insert("title".to_owned(), json!(citation));
            if !url.is_empty() {
                work.insert("URL".to_owned(), json!(url));
            }
            draft.works.push(work);
        }
        let rests = cell(7);
        if !rests.is_empty() {
            draft.leave(format!("row {number}"), rests, format!("these rest on the passage \"{key}\"; cite it there"));
        }
        let at = Some(cell(2)).filter(|at| !at.is_empty());
        draft.passages.push(Passage { key, work: citation, at, read, extent, grade, says: cell(6) });
    }
    draft.leave(
        "the works",
        "the author, title, year and so on of each work are one text in the table, which is its title here",
        "import citations.json to have them apart",
    );
    Ok(draft)
}
