//! Dates of limited precision.

use palimpsest_calendar::{CalendarDay, Extent};

/// A date, as precise as it is known: a day, a month, a year, or a range.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Date {
    /// The date in EDTF (ISO 8601-2), as the editors wrote it.
    pub edtf: String,
    /// The date in words, split at the parts that have a machine-readable value.
    pub parts: Vec<DatePart>,
    /// The first possible day; `None` for an open start.
    pub earliest: Option<CalendarDay>,
    /// The last possible day; `None` for an open end.
    pub latest: Option<CalendarDay>,
    /// The extent on a time axis; `None` when an end is open.
    pub extent: Option<Extent>,
}

impl Date {
    /// Reports whether the date is approximate or uncertain.
    pub fn is_qualified(&self) -> bool {
        self.edtf.contains(['~', '?', '%'])
    }

    /// Returns the date in words: `8–16 March 1921`.
    pub fn text(&self) -> String {
        self.parts.iter().map(|part| part.text.as_str()).collect()
    }
}

/// A part of a date in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DatePart {
    /// The words, with the spaces around them.
    pub text: String,
    /// The value for HTML's `<time datetime>`, if HTML can express this part: a year, a month or a day.
    pub datetime: Option<String>,
}
