//! A compiled [`Date`] in the forms that the formats need: days, and years, months and days at their known precision.

use palimpsest_story::{CalendarDay, Date};

/// A year, a month of a year, or a day. Years are astronomical: 0 is 1 BC.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Unit {
    pub(crate) year: i32,
    /// The month, 1 to 12.
    pub(crate) month: Option<u8>,
    /// The day, 1 to 31; only set if the month is.
    pub(crate) day: Option<u8>,
}

impl Unit {
    /// Parses a year, month or day after 1 BC in ISO 8601: `1921`, `1921-03`, `1921-03-08`.
    pub(crate) fn parse(iso: &str) -> Option<Self> {
        let mut parts = iso.split('-');
        let year = parts.next()?.parse().ok()?;
        let month = parts.next().map(str::parse).transpose().ok()?;
        let day = parts.next().map(str::parse).transpose().ok()?;
        (matches!(month, None | Some(1..=12)) && parts.next().is_none()).then_some(Self { year, month, day })
    }

    fn day(CalendarDay { year, month, day }: CalendarDay) -> Self {
        Self { year, month: Some(month), day: Some(day) }
    }

    fn first_day(self) -> CalendarDay {
        CalendarDay { year: self.year, month: self.month.unwrap_or(1), day: self.day.unwrap_or(1) }
    }

    fn last_day(self) -> CalendarDay {
        match self {
            Self { year, month: Some(month), day: Some(day) } => CalendarDay { year, month, day },
            Self { year, month: None | Some(12), .. } => CalendarDay { year, month: 12, day: 31 },
            Self { year, month: Some(month), .. } => {
                CalendarDay::from_number(CalendarDay { year, month: month + 1, day: 1 }.number() - 1)
            }
        }
    }
}

/// The period that a date covers, from the start of its start to the end of its end. If its end is open, only its start
/// counts: "since 1921" covers 1921.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Span {
    pub(crate) start: Unit,
    pub(crate) end: Unit,
    pub(crate) first: CalendarDay,
    pub(crate) last: CalendarDay,
    /// Whether both ends are days, and neither is approximate or uncertain.
    pub(crate) exact: bool,
}

impl Span {
    /// Returns the span of `date`, or `None` if nothing bounds its beginning. The beginning of an event is always bounded.
    pub(crate) fn of(date: &Date) -> Option<Self> {
        let first = date.earliest?;
        let start = start(date, first);
        let (end, last) = match date.latest {
            Some(last) => (end(date, last), last),
            None => (start, start.last_day()),
        };
        let qualified = date.edtf.contains(['?', '~', '%', '[']);
        let exact = date.latest.is_some() && !qualified && start.day.is_some() && end.day.is_some();
        Some(Self { start, end, first, last, exact })
    }
}

/// Returns the unit that a date begins with. If HTML can express it, the compiler has provided it; for years before 1,
/// decades and seasons, it is derived from the bounds.
fn start(date: &Date, first: CalendarDay) -> Unit {
    if let Some(unit) = units(date).find(|unit| unit.first_day() == first) {
        return unit;
    }
    let CalendarDay { year, month, day } = first;
    if Some(first) == date.latest || is_range(date) && date.extent.is_some_and(|extent| extent.rising == 0) {
        return Unit::day(first);
    }
    match (month, day) {
        (1, 1) => Unit { year, month: None, day: None },
        (_, 1) => Unit { year, month: Some(month), day: None },
        _ => Unit::day(first),
    }
}

/// Returns the unit that a date ends with, in the same way.
fn end(date: &Date, last: CalendarDay) -> Unit {
    if let Some(unit) = units(date).filter(|unit| unit.last_day() == last).last() {
        return unit;
    }
    let CalendarDay { year, month, day } = last;
    if Some(last) == date.earliest || is_range(date) && date.extent.is_some_and(|extent| extent.falling == 0) {
        return Unit::day(last);
    }
    let whole_month = Unit { year, month: Some(month), day: None };
    match (month, day) {
        (12, 31) => Unit { year, month: None, day: None },
        _ if whole_month.last_day() == last => whole_month,
        _ => Unit::day(last),
    }
}

fn units(date: &Date) -> impl Iterator<Item = Unit> {
    date.parts.iter().filter_map(|part| Unit::parse(part.datetime.as_deref()?))
}

/// Reports whether a date has more than one part. In a range, an end that is not known to the day has a length.
fn is_range(date: &Date) -> bool {
    date.parts.len() > 1
}

/// Formats a day in ISO 8601: `1921-03-08`, with a minus sign before 1 BC and a plus sign after the year 9999.
pub(crate) fn iso(CalendarDay { year, month, day }: CalendarDay) -> String {
    let sign = match year {
        ..0 => "-",
        0..=9999 => "",
        _ => "+",
    };
    format!("{sign}{:04}-{month:02}-{day:02}", year.unsigned_abs())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fixture::date;

    #[test]
    fn years_months_and_days_alone_are_read() {
        for (iso, month, day) in [("2016-12-26", Some(12), Some(26)), ("2016-01", Some(1), None), ("2016", None, None)]
        {
            assert_eq!(Unit::parse(iso), Some(Unit { year: 2016, month, day }));
        }
        for iso in ["", "in spring", "2016-22", "2016-12-26-01", "-0043"] {
            assert_eq!(Unit::parse(iso), None, "{iso}");
        }
    }

    #[test]
    fn a_span_is_all_days_of_a_date() {
        for (edtf, first, last) in [
            ("1917-11-07", "1917-11-07", "1917-11-07"),
            ("1921-03-08/1921-03-16", "1921-03-08", "1921-03-16"),
            ("1921-12-31", "1921-12-31", "1921-12-31"),
            ("1924-02-29", "1924-02-29", "1924-02-29"),
            ("2000-02", "2000-02-01", "2000-02-29"),
            ("1900-02", "1900-02-01", "1900-02-28"),
            ("1921-04", "1921-04-01", "1921-04-30"),
            ("1921-12", "1921-12-01", "1921-12-31"),
            ("1925", "1925-01-01", "1925-12-31"),
            ("1922-12~/1925", "1922-12-01", "1925-12-31"),
            ("1936?", "1936-01-01", "1936-12-31"),
            ("1928-01-17%", "1928-01-17", "1928-01-17"),
            ("1921-21", "1921-03-01", "1921-05-31"),
            ("192X", "1920-01-01", "1929-12-31"),
            ("19XX", "1900-01-01", "1999-12-31"),
            ("1921-XX", "1921-01-01", "1921-12-31"),
            ("1921-03-XX", "1921-03-01", "1921-03-31"),
            ("1921/..", "1921-01-01", "1921-12-31"),
            ("1921-02/..", "1921-02-01", "1921-02-28"),
            ("1921-12/..", "1921-12-01", "1921-12-31"),
            ("1921-03-08/", "1921-03-08", "1921-03-08"),
            ("0044-03-15", "0044-03-15", "0044-03-15"),
            ("0000", "0000-01-01", "0000-12-31"),
            ("9999-12-31", "9999-12-31", "9999-12-31"),
            ("-0004-02-29", "-0004-02-29", "-0004-02-29"),
            ("-0001/0001", "-0001-01-01", "0001-12-31"),
        ] {
            let days = Span::of(&date(edtf)).map(|span| [iso(span.first), iso(span.last)]);
            assert_eq!(days, Some([first.into(), last.into()]), "{edtf}");
        }
    }

    #[test]
    fn ends_are_as_precise_as_they_are_known() {
        let unit = |Unit { year, month, day }| [year, month.unwrap_or(0).into(), day.unwrap_or(0).into()];
        for (edtf, start, end) in [
            ("1921", [1921, 0, 0], [1921, 0, 0]),
            ("1921-03", [1921, 3, 0], [1921, 3, 0]),
            ("1921-03-01", [1921, 3, 1], [1921, 3, 1]),
            ("1921-01-01/1921", [1921, 1, 1], [1921, 0, 0]),
            ("1921/1921-12-31", [1921, 0, 0], [1921, 12, 31]),
            ("1921-03-08/1921-03-16", [1921, 3, 8], [1921, 3, 16]),
            ("1917-10/1917-12", [1917, 10, 0], [1917, 12, 0]),
            ("1926/1927-12", [1926, 0, 0], [1927, 12, 0]),
            ("1922-12~/1925?", [1922, 12, 0], [1925, 0, 0]),
            ("1921-03-08/..", [1921, 3, 8], [1921, 3, 8]),
            ("1921-23", [1921, 9, 0], [1921, 11, 0]),
            ("192X", [1920, 0, 0], [1929, 0, 0]),
            ("1917/192X", [1917, 0, 0], [1929, 0, 0]),
            ("-0043", [-43, 0, 0], [-43, 0, 0]),
            ("-0043-03", [-43, 3, 0], [-43, 3, 0]),
            ("-0043-03-01", [-43, 3, 1], [-43, 3, 1]),
            ("-0043-12-31", [-43, 12, 31], [-43, 12, 31]),
            ("-0043-01-01/-0043-12-31", [-43, 1, 1], [-43, 12, 31]),
            ("-0044/-0043-03", [-44, 0, 0], [-43, 3, 0]),
        ] {
            let span = Span::of(&date(edtf)).map(|span| (unit(span.start), unit(span.end)));
            assert_eq!(span, Some((start, end)), "{edtf}");
        }
    }

    #[test]
    fn a_date_is_exact_when_both_its_ends_are_certain_days() {
        let exact = |edtf| Span::of(&date(edtf)).is_some_and(|span| span.exact);
        assert!(exact("1917-11-07") && exact("1921-03-08/1921-03-16"));
        for edtf in
            ["1921-03", "1925", "1928-01-17~", "1917-11-08/1928-01-17?", "1922-04-03/..", "1922-04-03/1925", "192X"]
        {
            assert!(!exact(edtf), "{edtf}");
        }
    }
}
