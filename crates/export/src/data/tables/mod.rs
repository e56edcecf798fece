//! Tables with a row for each person, event, stay and so on, and tables of the relations between them.
//!
//! The names of tables and columns are part of the format, like the keys of the JSON, and are the same in every language.

mod columns;
mod rows;

use csv::{QuoteStyle, Terminator, WriterBuilder};
use palimpsest_story::Story;

use crate::format::event::guarded;

/// A table.
pub(super) struct Table {
    /// The name of the table, which is that of its file without the extension.
    pub(super) name: &'static str,
    /// A description of a row.
    pub(super) about: &'static str,
    pub(super) columns: &'static [Column],
    pub(super) rows: Vec<Vec<String>>,
}

/// A column: its name, and a description of its cells.
pub(super) type Column = (&'static str, &'static str);

/// Returns every table that has at least one row.
pub(super) fn tables(story: &Story) -> Vec<Table> {
    let table = |name, about, columns, rows| Table { name, about, columns, rows };
    let tables = [
        table("people", "a person", columns::PEOPLE, rows::people(story)),
        table("events", "an event of the timeline", columns::EVENTS, rows::events(story)),
        table("participants", "a person in an event", columns::PARTICIPANTS, rows::participants(story)),
        table("stays", "a place where a person lived", columns::STAYS, rows::stays(story)),
        table("offices", "an office that a person held", columns::OFFICES, rows::offices(story)),
        table("relations", "a relation between two people", columns::RELATIONS, rows::relations(story)),
        table("notes", "a note by the editors", columns::NOTES, rows::notes(story)),
        table("sentences", "a sentence of the article", columns::SENTENCES, rows::sentences(story)),
        table("mentions", "a place in the article that mentions something", columns::MENTIONS, rows::mentions(story)),
        table("sources", "a work that is cited or recommended", columns::SOURCES, rows::sources(story)),
        table("passages", "something that the editors read in a work", columns::PASSAGES, rows::passages(story)),
        table("supports", "a work or a passage that an entry rests on", columns::SUPPORTS, rows::supports(story)),
        table("claims", "one of the values of a fact on which sources differ", columns::CLAIMS, rows::claims(story)),
    ];
    tables.into_iter().filter(|table| !table.rows.is_empty()).collect()
}

impl Table {
    /// Returns the table as CSV (RFC 4180) with a header, in UTF-8.
    pub(super) fn csv(&self) -> String {
        let mut writer = WriterBuilder::new()
            .terminator(Terminator::CRLF)
            .quote_style(QuoteStyle::NonNumeric)
            .from_writer(Vec::new());
        // Writing to memory cannot fail, and all rows have the same number of cells.
        let _ = writer.write_record(self.columns.iter().map(|(name, _)| name));
        for row in &self.rows {
            let _ = writer.write_record(row.iter().map(|cell| guarded(cell)));
        }
        String::from_utf8(writer.into_inner().unwrap_or_default()).unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fixture;
    use crate::format::event::clean;

    #[test]
    fn each_table_is_csv_and_each_row_has_every_cell() {
        let tables = tables(&fixture::real());
        assert_eq!(tables.len(), 13, "the story has everything");
        for table in tables {
            let text = table.csv();
            let mut reader = csv::Reader::from_reader(text.as_bytes());
            let header: Vec<_> = reader.headers().expect("a header").iter().map(str::to_owned).collect();
            assert_eq!(header, table.columns.iter().map(|(name, _)| *name).collect::<Vec<_>>(), "{}", table.name);
            let rows: Vec<Vec<String>> = reader
                .records()
                .map(|row| row.expect("a row").iter().map(|cell| cell.trim_start_matches('\'').to_owned()).collect())
                .collect();
            assert_eq!(rows.len(), table.rows.len(), "{}", table.name);
            for (read, written) in rows.iter().zip(&table.rows) {
                let written: Vec<_> =
                    written.iter().map(|cell| clean(cell).trim_start_matches('\'').to_owned()).collect();
                assert_eq!(*read, written, "{}", table.name);
            }
        }
    }
}
