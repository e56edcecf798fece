//! The timeline as a table.

use csv::{QuoteStyle, Terminator, WriterBuilder};
use palimpsest_story::Story;
use palimpsest_words::Words;

use super::{Export, event};

/// The keys of the column headers.
const COLUMNS: [&str; 10] = [
    "export-id",
    "export-edtf",
    "export-date",
    "export-title",
    "export-text",
    "export-place",
    "export-people",
    "export-sources",
    "export-group",
    "export-address",
];

/// Writes the timeline as CSV (RFC 4180) with a header. The byte order mark tells spreadsheets that it is UTF-8.
pub(super) fn write(story: &Story, words: &Words) -> Export {
    let rows = story.events.iter().map(|event| {
        [
            event.id.to_string(),
            event.date.edtf.clone(),
            event.date.text(),
            event.title.clone(),
            event::paragraphs(event).collect::<Vec<_>>().join("\n\n"),
            event::place(event, words),
            event::people(event, story).map(|person| person.name.as_str()).collect::<Vec<_>>().join("; "),
            event::sources(event, story).map(|source| source.short.as_str()).collect::<Vec<_>>().join("; "),
            event::group(event, words),
            event::address(event, story),
        ]
    });
    let header = COLUMNS.map(|key| words.text(key));
    Export { text: table([header].into_iter().chain(rows)), omitted: Vec::new() }
}

/// Formats rows as CSV. The first row is the header.
pub(super) fn table<const COLUMNS: usize>(rows: impl Iterator<Item = [String; COLUMNS]>) -> String {
    let quoted = QuoteStyle::Always;
    let mut writer = WriterBuilder::new().terminator(Terminator::CRLF).quote_style(quoted).from_writer(Vec::new());
    for row in rows {
        // Writing to memory cannot fail, and all rows have the same number of cells.
        let _ = writer.write_record(row.iter().map(|cell| event::guarded(cell)));
    }
    let bytes = writer.into_inner().unwrap_or_default();
    format!("\u{feff}{}", String::from_utf8_lossy(&bytes))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fixture::{event, place, story, words};

    /// Returns the rows, without the header, as parsed by a CSV reader.
    fn read(text: &str) -> Vec<Vec<String>> {
        let mut reader = csv::Reader::from_reader(text.as_bytes());
        assert_eq!(
            reader.headers().expect("the header is CSV").iter().collect::<Vec<_>>(),
            COLUMNS.map(|key| words().text(key))
        );
        let rows = reader.records().map(|row| row.expect("the row is CSV"));
        rows.map(|row| row.iter().map(str::to_owned).collect()).collect()
    }

    #[test]
    fn a_table_is_csv() {
        let mut events = [event("1922-12~"), event("-0043")];
        events[0].title = "He said: \"No, never\"".into();
        events[1].title = "=1+1".into();
        events[1].place = Some(place("+"));
        events[1].summary.clear();
        events[1].text.clear();
        events[1].told = None;
        let mut story = story(events);
        story.people[0].name = "@all".into();
        story.sources[0].short = "\tTab".into();
        let text = write(&story, &words()).text;
        assert_eq!(
            text,
            concat!(
                "\u{feff}\"id\",\"date (EDTF)\",\"date in words\",\"title\",\"text\",\"place\",\"people\",\"sources\",",
                "\"group\",\"address\"\r\n",
                "\"event-0\",\"1922-12~\",\"about December 1922\",\"He said: \"\"No, never\"\"\",",
                "\"It meets.\n\nIt ends.\",\"Moscow\",\"'@all; Lev Kamenev\",\"' Tab; Service 2009\",",
                "\"Told by the article\",\"https://example.org/trotsky/#event-0\"\r\n",
                "\"event-1\",\"-0043\",\"44 BC\",\"'=1+1\",\"\",\"'+\",\"'@all; Lev Kamenev\",\"' Tab; Service 2009\",",
                "\"Context\",\"https://example.org/trotsky/#event-1\"\r\n",
            )
        );
        let rows = read(&text);
        assert_eq!(rows[0][3..5], ["He said: \"No, never\"", "It meets.\n\nIt ends."]);
        story.publication.address = None;
        assert!(read(&write(&story, &words()).text).iter().all(|row| row[9].is_empty()));
    }
}
