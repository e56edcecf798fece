//! EDTF dates as files need them: in days, in numbers, in words.

use palimpsest_story::CalendarDay;

/// A year, a month and a day; a month or a day that is not known is 0.
pub(super) type Day = [i32; 3];

/// What a date covers: from its start to the end of its end.
pub(super) struct Span {
    /// As precisely as they are known.
    pub start: Day,
    pub end: Day,
    /// Its first day, counted from 1 January 1970.
    pub first: i32,
    /// The day after its last.
    pub after: i32,
    /// Whether both are days, and neither uncertain nor about right.
    pub exact: bool,
}

/// Reads an EDTF date. An end that is open or unknown is that of the other side.
pub(super) fn span(edtf: &str) -> Option<Span> {
    let (start, end) = edtf.split_once('/').unwrap_or((edtf, edtf));
    let (no_start, no_end) = (matches!(start, "" | ".."), matches!(end, "" | ".."));
    let mut span = single(if no_start { end } else { start })?;
    let to = single(if no_end { start } else { end })?;
    span.end = to.end;
    span.after = to.after;
    span.exact &= to.exact && !no_start && !no_end;
    (span.first < span.after).then_some(span)
}

/// Reads an EDTF date that is no range. Of a season only the year is kept.
pub(super) fn single(text: &str) -> Option<Span> {
    let (before_zero, text) = text.strip_prefix('-').map_or((false, text), |text| (true, text));
    let (year, rest) = text.split_once('-').unwrap_or((text, ""));
    let (month, day) = rest.split_once('-').unwrap_or((rest, ""));
    let mut sure = true;
    let (year, years) = digits(year, 4, &mut sure)?;
    let (mut month, months) = digits(month, 2, &mut sure)?;
    let (mut day, days) = digits(day, 2, &mut sure)?;
    if years > 1 || months > 1 || matches!(month, 21..=24) {
        month = 0;
    }
    if month == 0 || days > 1 {
        day = 0;
    }
    if years > 100 || month > 12 {
        return None;
    }
    let (from, to) = if before_zero { (1 - year - years, -year) } else { (year, year + years - 1) };
    let first = number(from, month, day);
    // There is no 30 February: as a number it is a day of March.
    if i32::from(CalendarDay::numbered(first).day) != day.max(1) {
        return None;
    }
    let after = if day > 0 { first + 1 } else { number(to + i32::from(month % 12 == 0), month % 12 + 1, 1) };
    Some(Span { start: [from, month, day], end: [to, month, day], first, after, exact: sure && day > 0 })
}

/// A number and how many numbers it stands for: `192X` is 1920, and 10. A month or a day may be missing: that is 0.
fn digits(text: &str, length: u8, sure: &mut bool) -> Option<(i32, i32)> {
    let (mut value, mut width, mut missing) = (0, 1, length);
    for sign in text.bytes() {
        match sign {
            b'?' | b'~' | b'%' => {
                *sure = false;
                continue;
            }
            b'0'..=b'9' if width == 1 => value = value * 10 + i32::from(sign - b'0'),
            b'X' => {
                value *= 10;
                width *= 10;
            }
            _ => return None,
        }
        missing = missing.checked_sub(1)?;
    }
    (missing == 0 || (text.is_empty() && length == 2)).then_some((value, width))
}

/// The first day of a year, a month or a day, counted from 1 January 1970.
fn number(year: i32, month: i32, day: i32) -> i32 {
    let part = |number: i32| u8::try_from(number).unwrap_or(1).max(1);
    CalendarDay { year, month: part(month), day: part(day) }.number()
}

/// A day or a month in words; anything else as it is.
pub(super) fn words(iso: &str) -> String {
    let mut out = String::new();
    if let Some(Span { start: [year, month, day], .. }) = single(iso)
        && let Some(month) = usize::try_from(month - 1).ok().and_then(|index| CalendarDay::MONTHS.get(index))
    {
        if day > 0 {
            out.push_str(&day.to_string());
            out.push(' ');
        }
        out.push_str(month);
        out.push(' ');
        out.push_str(&year.to_string());
    } else {
        out.push_str(iso);
    }
    out
}

/// Adds the known ones of a year, month and day, each after its name.
pub(super) fn push_numbers(out: &mut String, names: [&str; 3], date: Day) {
    for index in 0..3 {
        // There is a year 0.
        if index == 0 || date[index] != 0 {
            out.push_str(names[index]);
            out.push_str(&date[index].to_string());
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::take::example::UNREADABLE;

    #[test]
    fn a_date_is_all_of_its_days() {
        for (edtf, start, end) in [
            ("1917-11-07", "1917-11-07", "1917-11-08"),
            ("1921-03-08/1921-03-16", "1921-03-08", "1921-03-17"),
            ("1921-12-31", "1921-12-31", "1922-01-01"),
            ("1921-02-28", "1921-02-28", "1921-03-01"),
            ("1924-02-29", "1924-02-29", "1924-03-01"),
            ("1924-02-28", "1924-02-28", "1924-02-29"),
            ("2000-02", "2000-02-01", "2000-03-01"),
            ("1900-02", "1900-02-01", "1900-03-01"),
            ("1921-04", "1921-04-01", "1921-05-01"),
            ("1921-12", "1921-12-01", "1922-01-01"),
            ("1925", "1925-01-01", "1926-01-01"),
            ("1922-12~/1925", "1922-12-01", "1926-01-01"),
            ("1936?", "1936-01-01", "1937-01-01"),
            ("1928-01-17%", "1928-01-17", "1928-01-18"),
            ("1921-21", "1921-01-01", "1922-01-01"),
            ("1921-24?", "1921-01-01", "1922-01-01"),
            ("192X", "1920-01-01", "1930-01-01"),
            ("19XX", "1900-01-01", "2000-01-01"),
            ("1921-XX", "1921-01-01", "1922-01-01"),
            ("1921-03-XX", "1921-03-01", "1921-04-01"),
            ("1921-XX-XX", "1921-01-01", "1922-01-01"),
            ("1921/..", "1921-01-01", "1922-01-01"),
            ("../1921-03", "1921-03-01", "1921-04-01"),
            ("1921-03-08/", "1921-03-08", "1921-03-09"),
            ("/1921", "1921-01-01", "1922-01-01"),
            ("0044-03-15", "0044-03-15", "0044-03-16"),
            ("0000", "0000-01-01", "0001-01-01"),
            ("9999-12-31", "9999-12-31", "10000-01-01"),
            ("-0004-02-29", "-004-02-29", "-004-03-01"),
            ("-0001/0001", "-001-01-01", "0002-01-01"),
            ("-004X", "-049-01-01", "-039-01-01"),
        ] {
            let days = span(edtf).map(|span| {
                [span.first, span.after]
                    .map(CalendarDay::numbered)
                    .map(|day| format!("{:04}-{:02}-{:02}", day.year, day.month, day.day))
            });
            assert_eq!(days, Some([start.into(), end.into()]), "{edtf}");
        }
    }

    #[test]
    fn what_is_no_date_is_refused() {
        for edtf in UNREADABLE {
            assert!(span(edtf).is_none(), "{edtf}");
        }
    }

    #[test]
    fn months_are_as_long_as_in_the_calendar() {
        for year in ["1900", "1921", "1924", "2000", "-0004", "-0100"] {
            let leap = ["1924", "2000", "-0004"].contains(&year);
            let february = if leap { "29" } else { "28" };
            let last = ["31", february, "31", "30", "31", "30", "31", "31", "30", "31", "30", "31"];
            for (month, last) in (1..).zip(last) {
                let days = (1..=99).filter(|day| span(&format!("{year}-{month:02}-{day:02}")).is_some());
                assert_eq!(days.max().map(|day| day.to_string()).as_deref(), Some(last), "{year}-{month}");
            }
        }
    }

    #[test]
    fn a_day_or_a_month_is_said_in_words() {
        for (iso, expected) in [
            ("2016-12-26", "26 December 2016"),
            ("2016-01", "January 2016"),
            ("2016", "2016"),
            ("2016-22", "2016-22"),
            ("in spring", "in spring"),
            ("", ""),
        ] {
            assert_eq!(words(iso), expected);
        }
    }
}
