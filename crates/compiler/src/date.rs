//! Turns EDTF dates (ISO 8601-2, levels 0 and 1) into words and bounds, as precise as they are written.

use edtf_core::{Bound, Date as EdtfDate, DateField, Edtf, IntervalEndpoint, YearKind};
use palimpsest_story::{CalendarDay, Date, DatePart, Extent, MONTHS};
use toml::Spanned;

use crate::diagnostic::Diagnostic;
use crate::files::SourceFile;
use crate::toml_file::content_span;

/// The names of EDTF's seasons 21 to 24.
const SEASONS: [&str; 4] = ["spring", "summer", "autumn", "winter"];
const HELP: &str = "dates are EDTF: 1921-03-08 is a day, 1921-03 a month, 1921 a year, 1921-03-08/1921-03-16 a range, \
                    1922-12~ is about, 1917? uncertain";

/// Reads a date from an editors' file. Reports a malformed one at the character that is wrong.
pub(crate) fn read(value: &Spanned<String>, file: &SourceFile, problems: &mut Vec<Diagnostic>) -> Option<Date> {
    let span = content_span(file, value);
    let edtf = value.get_ref();
    match parse(edtf) {
        Ok(date) => Some(date),
        Err((offset, message)) => {
            let at = (span.start + offset).min(span.end);
            let message = format!("\"{edtf}\" is not a date: {message}");
            problems.push(Diagnostic::error(file.id.at(at..span.end.max(at)), message).help(HELP));
            None
        }
    }
}

/// Parses EDTF.
///
/// # Errors
///
/// The byte offset of what is wrong, and why it is.
pub(crate) fn parse(edtf: &str) -> Result<Date, (usize, String)> {
    let parsed = Edtf::parse(edtf).map_err(|error| (error.offset, error.message.to_owned()))?;
    let bounds = parsed.bounds();
    let parts = match &parsed {
        Edtf::Date(date) => vec![single(date)?],
        Edtf::Interval(interval) => range(&interval.start, &interval.end)?,
        Edtf::DateTime(_) => return Err((0, "times of day are not supported".to_owned())),
        Edtf::Set(_) => return Err((0, "sets (EDTF level 2) are not supported".to_owned())),
    };
    if let (Some(earliest), Some(latest)) = (day(bounds.earliest), day(bounds.latest))
        && latest < earliest
    {
        let end = edtf.find('/').map_or(0, |slash| slash + 1);
        return Err((end, "the range ends before it begins".to_owned()));
    }
    let extent = match &parsed {
        Edtf::Interval(interval) => match (&interval.start, &interval.end) {
            (IntervalEndpoint::Date(start), IntervalEndpoint::Date(end)) => extent(start, end),
            _ => None,
        },
        Edtf::Date(date) => extent(date, date),
        _ => None,
    };
    Ok(Date { edtf: edtf.to_owned(), parts, earliest: day(bounds.earliest), latest: day(bounds.latest), extent })
}

/// How far an approximate or uncertain end may lie from its date, in days.
const BLUR: i32 = 365;

/// The days that a date or a range covers. A single month or year has sharp ends: something happened within it.
fn extent(start: &EdtfDate, end: &EdtfDate) -> Option<Extent> {
    let days = |date: &EdtfDate| {
        let bounds = Edtf::Date(*date).bounds();
        Some((day(bounds.earliest)?.number(), day(bounds.latest)?.number() + 1))
    };
    let blur = |date: &EdtfDate, known: i32| {
        if date.is_approximate() || date.is_uncertain() { known.max(BLUR) } else { known }
    };
    let (first, begun) = days(start)?;
    let (ending, end_day) = days(end)?;
    let length = end_day - first;
    let range = start != end;
    // A day is sharp; a month or a year may begin or end anywhere within its length.
    let open = |date: &EdtfDate, from: i32, to: i32| blur(date, if range && to - from > 1 { to - from } else { 0 });
    let rising = open(start, first, begun).min(length / 2);
    let falling = open(end, ending, end_day).min(length / 2);
    Some(Extent { first, rising, length, falling })
}

fn day(bound: Bound) -> Option<CalendarDay> {
    let Bound::Date(date) = bound else {
        return None;
    };
    Some(CalendarDay { year: i32::try_from(date.year).ok()?, month: date.month, day: date.day })
}

fn part(text: impl Into<String>) -> DatePart {
    DatePart { text: text.into(), datetime: None }
}

/// The words of a range, without a month or year at the start that the end repeats.
fn range(start: &IntervalEndpoint, end: &IntervalEndpoint) -> Result<Vec<DatePart>, (usize, String)> {
    use IntervalEndpoint::{Date, OnOrAfter, OnOrBefore, Open, Unknown};
    let unusual = || (0, "a range needs a date on both sides, or \"..\" on one".to_owned());
    match (start, end) {
        (Date(start), Date(end)) => {
            let whole = single(start)?;
            let start = shortened(start, end)?;
            let shares_its_year = start.text != whole.text;
            let end = single(end)?;
            // "8–16 March 1921" and "1925–1929", but "1926 – December 1927": spaces go around the dash when a side is
            // more than one word.
            let alike = start.text.contains(' ') == end.text.contains(' ') || shares_its_year;
            let dash = if start.text.contains(' ') || !alike { " – " } else { "–" };
            Ok(vec![start, part(dash), end])
        }
        (Date(start), Open) => Ok(vec![part("since "), single(start)?]),
        (Open, Date(end)) => Ok(vec![part("until "), single(end)?]),
        (Date(start), Unknown) => Ok(vec![part("from "), single(start)?, part(", end unknown")]),
        (Unknown, Date(end)) => Ok(vec![part("until "), single(end)?, part(", start unknown")]),
        (OnOrBefore(_) | OnOrAfter(_) | Open | Unknown, _) | (_, OnOrBefore(_) | OnOrAfter(_)) => Err(unusual()),
    }
}

/// The start of a range without what the end repeats: `8` before `16 March 1921`.
fn shortened(start: &EdtfDate, end: &EdtfDate) -> Result<DatePart, (usize, String)> {
    let whole = single(start)?;
    let plain = |date: &EdtfDate| !date.is_uncertain() && !date.is_approximate() && !date.has_unspecified();
    if !plain(start) || !plain(end) || start.year.value() != end.year.value() || start.precision() != end.precision() {
        return Ok(whole);
    }
    let text = match (value(start.month), value(start.day)) {
        (Some(month), Some(day)) if value(end.month) == Some(month) => day.to_string(),
        (Some(month), Some(day)) => format!("{day} {}", month_name(month)?),
        (Some(month), None) => month_name(month)?.to_owned(),
        _ => return Ok(whole),
    };
    Ok(DatePart { text, ..whole })
}

fn value(field: Option<DateField>) -> Option<u8> {
    field.and_then(DateField::value)
}

fn month_name(number: u8) -> Result<&'static str, (usize, String)> {
    let index = usize::from(number);
    let name = match index {
        1..=12 => MONTHS.get(index - 1),
        21..=24 => SEASONS.get(index - 21),
        _ => None,
    };
    name.copied().ok_or_else(|| (5, "a month is 01 to 12, a season 21 to 24".to_owned()))
}

/// The words of one date, and its value for `<time datetime>`.
fn single(date: &EdtfDate) -> Result<DatePart, (usize, String)> {
    let (year, datetime) = year(date)?;
    let (text, datetime) = match (value(date.month), value(date.day)) {
        (None, _) => (year, datetime),
        (Some(month @ 21..), _) => (format!("{} {year}", month_name(month)?), None),
        (Some(month), None) => {
            (format!("{} {year}", month_name(month)?), datetime.map(|year| format!("{year}-{month:02}")))
        }
        (Some(month), Some(day)) => {
            (format!("{day} {} {year}", month_name(month)?), datetime.map(|year| format!("{year}-{month:02}-{day:02}")))
        }
    };
    let text = if date.is_approximate() { format!("about {text}") } else { text };
    let text = if date.is_uncertain() { format!("{text} (uncertain)") } else { text };
    Ok(DatePart { text, datetime })
}

/// The year in words, and as HTML writes it, which has no years before 1 and no unknown digits.
fn year(date: &EdtfDate) -> Result<(String, Option<String>), (usize, String)> {
    if date.year.significant_digits.is_some() {
        return Err((0, "significant digits (EDTF level 2) are not supported".to_owned()));
    }
    let YearKind::Standard { negative, digits } = date.year.kind else {
        return Err((0, "a year must have four digits".to_owned()));
    };
    match (digits, date.year.value()) {
        (_, Some(year @ 1..)) => Ok((year.to_string(), Some(format!("{year:04}")))),
        (_, Some(year)) => Ok((format!("{} BC", 1 - year), None)),
        ([Some(a), Some(b), Some(c), None], _) if !negative => {
            Ok((format!("the {}s", u32::from(a) * 1000 + u32::from(b) * 100 + u32::from(c) * 10), None))
        }
        ([Some(a), Some(b), None, None], _) if !negative => {
            Ok((format!("the {} century", ordinal(a * 10 + b + 1)), None))
        }
        _ => Err((0, "only the last one or two digits of a year may be unknown".to_owned())),
    }
}

/// Appends words, and puts a no-break space between a day and its month so that no line breaks there.
pub(crate) fn push_unbroken(text: &mut String, words: &str) {
    for word in words.split_inclusive(' ') {
        let begins_a_month = MONTHS.iter().any(|month| word.starts_with(month));
        if begins_a_month
            && text.strip_suffix(' ').is_some_and(|before| before.ends_with(|last: char| last.is_ascii_digit()))
        {
            text.pop();
            text.push('\u{a0}');
        }
        text.push_str(word);
    }
}

fn ordinal(number: u8) -> String {
    let ending = match (number % 10, number % 100) {
        (1, tens) if tens != 11 => "st",
        (2, tens) if tens != 12 => "nd",
        (3, tens) if tens != 13 => "rd",
        _ => "th",
    };
    format!("{number}{ending}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_read_as_precisely_as_they_are_written() {
        for (edtf, words) in [
            ("1921", "1921"),
            ("1921-03", "March 1921"),
            ("1921-03-08", "8 March 1921"),
            ("1922-12~", "about December 1922"),
            ("1917?", "1917 (uncertain)"),
            ("1917%", "about 1917 (uncertain)"),
            ("1921-23", "autumn 1921"),
            ("192X", "the 1920s"),
            ("19XX", "the 20th century"),
            ("1921-XX", "1921"),
            ("1921-03-XX", "March 1921"),
            ("-0043", "44 BC"),
            ("1921-03-08/1921-03-16", "8–16 March 1921"),
            ("1929-01-18/1929-02-12", "18 January – 12 February 1929"),
            ("1922-12-23/1923-01-04", "23 December 1922 – 4 January 1923"),
            ("1917-10/1917-12", "October–December 1917"),
            ("1920-11/1921-03", "November 1920 – March 1921"),
            ("1925/1929", "1925–1929"),
            ("1926/1927-12", "1926 – December 1927"),
            ("1922-12~/1925", "about December 1922 – 1925"),
            ("1922-04-03/..", "since 3 April 1922"),
            ("../1921", "until 1921"),
            ("1902/1928~", "1902 – about 1928"),
        ] {
            assert_eq!(parse(edtf).map(|date| date.text()), Ok(words.to_owned()), "{edtf}");
        }
    }

    #[test]
    fn a_day_stays_with_its_month() {
        let mut text = String::new();
        for words in ["On 2 March, in March 1921, on 5", " ", "May 1920 and on 30 December 1922."] {
            push_unbroken(&mut text, words);
        }
        assert_eq!(text, "On 2\u{a0}March, in March 1921, on 5\u{a0}May 1920 and on 30\u{a0}December 1922.");
    }

    #[test]
    fn a_range_gives_html_both_its_ends() {
        let parts = parse("1921-03-08/1921-03-16").map(|date| date.parts);
        let values = parts.map(|parts| parts.into_iter().map(|part| part.datetime).collect::<Vec<_>>());
        assert_eq!(values, Ok(vec![Some("1921-03-08".into()), None, Some("1921-03-16".into())]));
    }

    #[test]
    fn bounds_are_the_first_and_the_last_possible_day() {
        let date = parse("1921-03").map(|date| (date.earliest, date.latest));
        let day = |day| Some(CalendarDay { year: 1921, month: 3, day });
        assert_eq!(date, Ok((day(1), day(31))));
    }

    #[test]
    fn an_extent_has_ends_as_open_as_they_are_known() {
        let extent = |edtf| {
            let extent = parse(edtf).ok()?.extent?;
            Some([extent.first, extent.rising, extent.length, extent.falling])
        };
        assert_eq!(extent("1970-01-01"), Some([0, 0, 1, 0]));
        assert_eq!(extent("1970-02"), Some([31, 0, 28, 0]), "a month in which something happened is sharp");
        assert_eq!(extent("1970/1971-03-01"), Some([0, 212, 425, 0]), "a year as a start is open, at most by half");
        assert_eq!(extent("1970-01-01/1971"), Some([0, 0, 730, 365]));
        assert_eq!(extent("1969-01-01/1971-12~"), Some([-365, 0, 1095, 365]), "an approximate month is a year open");
        assert_eq!(extent("1917-11-07"), Some([-19_048, 0, 1, 0]));
        assert_eq!(extent("1970/.."), None);
    }

    #[test]
    fn malformed_dates_are_refused_with_the_offset_of_the_mistake() {
        assert_eq!(parse("1921-03-16/1921-03-08").map_err(|(at, _)| at), Err(11));
        assert!(parse("1921-02-30").is_err());
        assert!(parse("1921-13").is_err());
        assert!(parse("1921-03-08T10:00:00").is_err());
        assert!(parse("[1921,1922]").is_err());
        assert!(parse("Y17E7").is_err());
        assert!(parse("").is_err());
    }
}
