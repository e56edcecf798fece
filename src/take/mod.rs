//! What a reader can take along: the timeline as files for other programs, and a citation of the page. Plain text goes
//! in, text comes out. The formats are templates that one function fills: that is the smallest code.

mod citation;
mod csv;
mod date;
#[cfg(test)]
mod example;
mod icalendar;
mod template;
mod timeline_js;

pub use citation::{bibtex, csl_json, plain};
pub use csv::table;
pub use icalendar::calendar;
pub use timeline_js::timeline_js;

/// An event as files tell it: all plain text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Dated {
    /// Its name in the page's address: the part after `#`.
    pub id: String,
    /// When, in EDTF (ISO 8601-2, levels 0 and 1): `1921-03-08/1921-03-16`.
    pub edtf: String,
    /// When, in words: `8–16 March 1921`.
    pub date: String,
    /// What happened, as a headline.
    pub title: String,
    /// What happened. An empty line divides paragraphs; the first is the summary.
    pub text: String,
    /// Where; may be empty.
    pub place: String,
    /// Who took part: `Leon Trotsky; Lev Kamenev`.
    pub people: String,
    /// Where it is from: `Avrich 1970; Service 2009`.
    pub sources: String,
    /// Whether the article tells it. Otherwise it is context that the editors add.
    pub told: bool,
}

/// What a citation of the page says. What is empty is left out.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Page {
    /// The article's title.
    pub title: String,
    /// Its author, the family name last.
    pub author: String,
    /// When it was published: an ISO 8601 day, month or year.
    pub date: String,
    /// The name of the edition: `Palimpsest`.
    pub edition: String,
    /// The page's address.
    pub address: String,
    /// The day when the reader saw it, in ISO 8601.
    pub accessed: String,
}

/// A kind of file that the timeline is written to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// What [`timeline_js()`] writes.
    TimelineJs,
    /// What [`calendar()`] writes.
    Calendar,
    /// What [`table()`] writes.
    Table,
}

impl Format {
    /// The one whose files end so, by which controls ask for it; a table for any other.
    pub fn parse(ending: &str) -> Self {
        match ending {
            "json" => Self::TimelineJs,
            "ics" => Self::Calendar,
            _ => Self::Table,
        }
    }

    /// The name of its file.
    pub fn name(self) -> &'static str {
        match self {
            Self::TimelineJs => "timeline.json",
            Self::Calendar => "timeline.ics",
            Self::Table => "timeline.csv",
        }
    }

    /// The media type of its file.
    pub fn mime(self) -> &'static str {
        match self {
            Self::TimelineJs => "application/json",
            Self::Calendar => "text/calendar",
            Self::Table => "text/csv",
        }
    }
}

/// How the two kinds of events are named.
fn group(event: &Dated) -> &'static str {
    if event.told { "Told by the article" } else { "Context" }
}

/// The page without a place on it.
fn without_fragment(address: &str) -> &str {
    address.split_once('#').map_or(address, |(page, _)| page)
}

/// The address of an event; empty when the page has none.
fn link(page: &str, id: &str) -> String {
    if page.is_empty() { String::new() } else { [page, "#", id].concat() }
}

/// What stands after the last `sign`; all when there is none.
fn last(mut text: &str, sign: char) -> &str {
    while let Some((_, rest)) = text.split_once(sign) {
        text = rest;
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_named_as_its_format_is_asked_for() {
        for (ending, format, name, mime) in [
            ("json", Format::TimelineJs, "timeline.json", "application/json"),
            ("ics", Format::Calendar, "timeline.ics", "text/calendar"),
            ("csv", Format::Table, "timeline.csv", "text/csv"),
        ] {
            assert_eq!((Format::parse(ending), format.name(), format.mime()), (format, name, mime));
        }
        assert_eq!(Format::parse("pdf"), Format::Table);
    }
}
