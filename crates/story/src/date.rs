//! Dates of limited precision.

use crate::wire::record;

/// A date as precise as it is known: a day, a month, a year, or a range.
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

record!(Date { extent } without { edtf, parts, earliest, latest });

impl Date {
    /// The date in words: `8–16 March 1921`.
    pub fn text(&self) -> String {
        self.parts.iter().map(|part| part.text.as_str()).collect()
    }
}

/// The extent of a date on a time axis, in days. Ends that are not known to the day are gradual: a range that ends in "1925"
/// may end on any day of that year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Extent {
    /// The first possible day, counted from 1 January 1970.
    pub first: i32,
    /// Days from `first` to the latest start.
    pub rising: i32,
    /// Days from `first` to the latest end.
    pub length: i32,
    /// Days from the earliest to the latest end.
    pub falling: i32,
}

record!(Extent { first, rising, length, falling });

impl Extent {
    /// The day after the last possible one, counted from 1 January 1970.
    pub fn end(&self) -> i32 {
        self.first + self.length
    }
}

/// A part of a date in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DatePart {
    /// The words, with the spaces around them.
    pub text: String,
    /// The value for HTML's `<time datetime>`, if it can express this part: a year, a month or a day.
    pub datetime: Option<String>,
}

/// A day of the proleptic Gregorian calendar, ordered by time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct CalendarDay {
    /// The astronomical year: 0 is 1 BC.
    pub year: i32,
    /// 1 to 12.
    pub month: u8,
    /// 1 to 31.
    pub day: u8,
}

impl CalendarDay {
    /// The names of the months, from January.
    pub const MONTHS: [&'static str; 12] = [
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

    /// The days from 1 January 1970 to this day.
    pub fn number(&self) -> i32 {
        // Years start in March here, so that a leap day is the last of its year.
        let (year, month) = if self.month > 2 { (self.year, self.month - 3) } else { (self.year - 1, self.month + 9) };
        let days_before_month = (153 * i32::from(month) + 2) / 5;
        let leap_days = year.div_euclid(4) - year.div_euclid(100) + year.div_euclid(400);
        365 * year + leap_days + days_before_month + i32::from(self.day) - 1 - 719_468
    }

    /// The day that is `number` days after 1 January 1970.
    pub fn numbered(number: i32) -> Self {
        // Eras are 400 years that start on 1 March.
        let days = number + 719_468;
        let (era, day) = (days.div_euclid(146_097), days.rem_euclid(146_097));
        let year = (day - day / 1460 + day / 36_524 - day / 146_096) / 365;
        let day = day - (365 * year + year / 4 - year / 100);
        let month = (5 * day + 2) / 153;
        let day = day - (153 * month + 2) / 5 + 1;
        let (year, month) = (year + era * 400, if month < 10 { month + 3 } else { month - 9 });
        // A month is 1 to 12, and a day 1 to 31.
        let [month_number, day] = [month, day].map(|number| u8::try_from(number).unwrap_or(1));
        Self { year: year + i32::from(month <= 2), month: month_number, day }
    }
}
