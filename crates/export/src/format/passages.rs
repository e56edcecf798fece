//! The passages that the editors read, as a table.

use palimpsest_story::{Passage, Source, Story, words_of};
use palimpsest_words::{PASSAGE_COLUMNS, Words};

use super::Export;
use super::csv::table;

/// Writes every passage with its work, its place in the work, when and how much of it was read, what it says, and what is
/// based on it.
pub(super) fn write(story: &Story, words: &Words) -> Export {
    let passages = story.sources.iter().flat_map(|source| source.passages.iter().map(move |passage| (source, passage)));
    let header = PASSAGE_COLUMNS.map(|key| words.text(key));
    let rows = passages.map(|(source, passage)| row(source, passage));
    Export { text: table([header].into_iter().chain(rows)), omitted: Vec::new() }
}

fn row(source: &Source, passage: &Passage) -> [String; PASSAGE_COLUMNS.len()] {
    let rests: Vec<_> = passage.supports.iter().map(palimpsest_story::Target::fragment).collect();
    [
        passage.id.to_string(),
        words_of(&source.citation),
        passage.at.clone().unwrap_or_default(),
        passage.read.edtf.clone(),
        passage.extent.word().to_owned(),
        passage.grade.word().to_owned(),
        passage.says.clone(),
        rests.join("; "),
        source.url.clone().unwrap_or_default(),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fixture;

    #[test]
    fn every_passage_is_a_row_with_its_work_and_what_rests_on_it() {
        let story = fixture::real();
        let text = write(&story, &fixture::words()).text;
        let mut reader = csv::Reader::from_reader(text.as_bytes());
        let rows: Vec<_> = reader.records().map(|row| row.expect("the row is CSV")).collect();
        assert_eq!(rows.len(), story.sources.iter().map(|source| source.passages.len()).sum::<usize>());
        assert!(rows.len() > 100, "the story says what was read");
        assert!(
            rows.iter().all(|row| row.iter().enumerate().all(|(at, cell)| [2, 8].contains(&at) || !cell.is_empty()))
        );
    }
}
