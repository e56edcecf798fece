//! The files that a story is exported to.
//!
//! To add a format, write a module with a function `fn(&Story, &Words) -> Export`, and add a row to [`Format::ALL`].

mod bibliography;
mod csv;
pub(crate) mod event;
mod icalendar;
mod json;
mod passages;
mod timeline_js;

use palimpsest_story::{EventId, Story};
use palimpsest_words::Words;

pub use event::place_name;

/// A file format that a story is exported to.
#[derive(Clone, Copy, Debug)]
pub struct Format {
    /// The file's name, which is also its address relative to the page.
    pub file_name: &'static str,
    /// The name of the format, which is the same in every language.
    pub name: &'static str,
    /// The contents of the file.
    pub subject: Subject,
    write: fn(&Story, &Words) -> Export,
}

/// The contents of an exported file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Subject {
    /// The events of the whole timeline, in the story's order.
    Timeline,
    /// The events that a calendar can contain. If there are none, the file is not written, because an empty calendar is not
    /// valid (RFC 5545, section 3.6).
    Calendar,
    /// The article, every entry of the editors, and every source.
    Citations,
    /// The passages that the editors read in each source. If the story does not record them, the file is not written.
    Passages,
}

/// The text of an exported file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Export {
    /// The file's contents, in UTF-8.
    pub text: String,
    /// The events that the file lacks because the format cannot express them.
    pub omitted: Vec<Omitted>,
}

/// An event that a format cannot express.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Omitted {
    /// The event.
    pub event: EventId,
    /// The reason why it cannot be expressed.
    pub reason: Reason,
}

/// The reason why a format cannot express an event. `Display` formats it for the editors.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reason {
    /// It begins before the year 1, where the format's calendar begins.
    TooEarly,
    /// It lasts until the end of the format's calendar, or longer.
    TooLate,
    /// Nothing bounds its beginning.
    Unbounded,
}

impl std::fmt::Display for Reason {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str(match self {
            Self::TooEarly => "it begins before the year 1",
            Self::TooLate => "it lasts to the end of the year 9999, or longer",
            Self::Unbounded => "its beginning is not known",
        })
    }
}

impl Format {
    /// Every format, in the order in which the page offers them.
    pub const ALL: &'static [Self] = &[
        Self { file_name: "timeline.csv", name: "CSV", subject: Subject::Timeline, write: csv::write },
        Self { file_name: "timeline.ics", name: "iCalendar", subject: Subject::Calendar, write: icalendar::write },
        Self {
            file_name: "timeline-timelinejs.json",
            name: "TimelineJS",
            subject: Subject::Timeline,
            write: timeline_js::write,
        },
        Self { file_name: "timeline.json", name: "JSON", subject: Subject::Timeline, write: json::write },
        Self { file_name: "citations.bib", name: "BibTeX", subject: Subject::Citations, write: bibliography::bibtex },
        Self {
            file_name: "citations.json",
            name: "CSL-JSON",
            subject: Subject::Citations,
            write: bibliography::csl_json,
        },
        Self { file_name: "passages.csv", name: "CSV", subject: Subject::Passages, write: passages::write },
    ];

    /// Returns the formats for which a story has content.
    pub fn of(story: &Story) -> impl Iterator<Item = &'static Self> {
        let says_what_was_read = story.sources.iter().any(|source| !source.passages.is_empty());
        let has_events = !story.events.is_empty();
        Self::ALL.iter().filter(move |format| match format.subject {
            Subject::Timeline => has_events,
            Subject::Calendar => story.events.iter().any(icalendar::holds),
            Subject::Citations => true,
            Subject::Passages => says_what_was_read,
        })
    }

    /// Writes the file. Its headers and labels come from the catalog.
    pub fn export(&self, story: &Story, words: &Words) -> Export {
        (self.write)(story, words)
    }
}

/// Formats a value as indented JSON for a file, with a trailing newline.
pub(crate) fn pretty(value: &impl serde::Serialize) -> String {
    // Values with string keys can always be written as JSON.
    serde_json::to_string_pretty(value).map(|text| text + "\n").unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::fixture;

    fn export(story: &Story, file_name: &str) -> Export {
        let format = Format::ALL.iter().find(|format| format.file_name == file_name).expect("there is such a file");
        format.export(story, &fixture::words())
    }

    #[test]
    fn each_format_has_a_file_of_its_own() {
        let files: BTreeSet<_> = Format::ALL.iter().map(|format| format.file_name).collect();
        assert_eq!(files.len(), Format::ALL.len());
    }

    #[test]
    fn every_file_holds_the_whole_timeline_in_the_storys_order() {
        let story = fixture::real();
        let ids: Vec<_> = story.events.iter().map(|event| event.id.to_string()).collect();
        assert!(ids.len() >= 30);
        for format in Format::ALL {
            assert_eq!(format.export(&story, &fixture::words()).omitted, [], "{}", format.file_name);
        }

        let table = export(&story, "timeline.csv").text;
        let mut table = ::csv::Reader::from_reader(table.as_bytes());
        let rows = table.records().map(|row| row.expect("the row is CSV")[0].to_owned());
        assert_eq!(rows.collect::<Vec<_>>(), ids);

        let calendar: ::icalendar::Calendar =
            export(&story, "timeline.ics").text.parse().expect("the calendar is iCalendar");
        let uids = calendar.events().filter_map(::icalendar::Component::get_uid);
        assert_eq!(uids.filter_map(|uid| Some(uid.split_once('@')?.0)).collect::<Vec<_>>(), ids);

        for (file_name, key) in [("timeline-timelinejs.json", "unique_id"), ("timeline.json", "id")] {
            let timeline: serde_json::Value =
                serde_json::from_str(&export(&story, file_name).text).expect("the timeline is JSON");
            let events = timeline["events"].as_array().expect("it is a list of events");
            assert_eq!(events.iter().filter_map(|event| event[key].as_str()).collect::<Vec<_>>(), ids);
        }
    }

    #[test]
    fn the_same_story_gives_the_same_files() {
        let files = |story: Story| {
            Format::ALL.iter().map(|format| format.export(&story, &fixture::words())).collect::<Vec<_>>()
        };
        assert_eq!(files(fixture::real()), files(fixture::real()));
    }
}
