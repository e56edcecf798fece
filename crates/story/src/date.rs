//! Dates that say what is known and no more.

use palimpsest_calendar::{CalendarDay, Extent};

/// When something was, as precisely as it is known: a day, a month, a year, or a range.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Date {
    /// The date in EDTF (ISO 8601-2), as the editors wrote it.
    pub edtf: String,
    /// The date in words, cut where a machine-readable part begins and ends.
    pub parts: Vec<DatePart>,
    /// The first day that it may touch; `None` when nothing bounds it.
    pub earliest: Option<CalendarDay>,
    /// The last day that it may touch; `None` when nothing bounds it.
    pub latest: Option<CalendarDay>,
    /// What it covers on a scale; `None` when one of its ends is open.
    pub extent: Option<Extent>,
}

impl Date {
    /// The date in words: `8–16 March 1921`.
    pub fn text(&self) -> String {
        self.parts.iter().map(|part| part.text.as_str()).collect()
    }
}

/// A stretch of a date's words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DatePart {
    /// The words.
    pub text: String,
    /// The value of HTML's `<time datetime>`, where HTML can say this part: a year, a month or a day.
    pub datetime: Option<String>,
}

/// The names of the months, from January.
pub const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];
