//! Puts EDTF dates into the words of the page's language.

use edtf_core::{Date as EdtfDate, DateField, IntervalEndpoint, SetElement, YearKind};
use palimpsest_story::DatePart;
use palimpsest_words::{MONTHS, Value, Words};

/// The byte offset of what cannot be put into words, and why.
type Unworded = (usize, String);

/// The keys of EDTF's seasons 21 to 24.
const SEASONS: [&str; 4] = ["edtf-spring", "edtf-summer", "edtf-autumn", "edtf-winter"];

/// Stand for the first and the second date within words, until they are split there. No catalog has these characters.
const PLACES: [char; 2] = ['\u{1}', '\u{2}'];

/// The words of a range, without a month or year at the start that the end repeats.
pub(crate) fn range(
    start: &IntervalEndpoint,
    end: &IntervalEndpoint,
    words: &Words,
) -> Result<Vec<DatePart>, Unworded> {
    use IntervalEndpoint::{Date, OnOrAfter, OnOrBefore, Open, Unknown};
    let around =
        |key: &str, date: &EdtfDate| Ok(split(&words.format(key, &[("date", place(0))]), &[single(date, words)?]));
    match (start, end) {
        (Date(start), Date(end)) if start == end => Ok(vec![single(start, words)?]),
        (Date(start), Date(end)) => {
            let whole = single(start, words)?;
            let crosses_eras = start.year.value().is_some_and(|year| year <= 0);
            let start = shortened(start, end, words)?;
            let shares_its_year = start.text != whole.text;
            let end = dated(end, words, crosses_eras)?;
            // "8–16 March 1921" and "1925–1929", but "1926 – December 1927": spaces go around the dash when a side is
            // more than one word.
            let alike = start.text.contains(' ') == end.text.contains(' ') || shares_its_year;
            let spaced = start.text.contains(' ') || !alike;
            let key = if spaced { "edtf-range-spaced" } else { "edtf-range" };
            Ok(split(&words.format(key, &[("from", place(0)), ("to", place(1))]), &[start, end]))
        }
        (Date(start), Open) => around("edtf-since", start),
        (Open, Date(end)) => around("edtf-until", end),
        (Date(start), Unknown) => around("edtf-end-unknown", start),
        (Unknown, Date(end)) => around("edtf-start-unknown", end),
        (OnOrBefore(_) | OnOrAfter(_) | Open | Unknown, _) | (_, OnOrBefore(_) | OnOrAfter(_)) => {
            Err((0, "a range needs a date on both sides, or \"..\" on one".to_owned()))
        }
    }
}

/// The words of one of several dates, of which nobody knows which.
pub(crate) fn one_of(elements: &[SetElement], words: &Words) -> Result<Vec<DatePart>, Unworded> {
    let mut choices = Vec::new();
    for element in elements {
        choices.push(match element {
            SetElement::Date(date) => vec![single(date, words)?],
            SetElement::Range(start, end) => {
                let text = words.format("edtf-between", &[("from", place(0)), ("to", place(1))]);
                split(&text, &[single(start, words)?, single(end, words)?])
            }
            SetElement::OnOrBefore(_) | SetElement::OnOrAfter(_) => {
                return Err((0, "one of several dates needs a date on both sides of \"..\"".to_owned()));
            }
        });
    }
    let count = choices.len();
    let mut parts = Vec::new();
    for (position, choice) in choices.into_iter().enumerate() {
        let between = match count - position {
            _ if position == 0 => None,
            1 => Some("edtf-or"),
            _ => Some("edtf-comma"),
        };
        if let Some(key) = between {
            let text = words.format(key, &[("from", place(0)), ("to", place(1))]);
            let text = text.split(PLACES).find(|text| !text.is_empty()).unwrap_or_default().to_owned();
            parts.push(DatePart { text, datetime: None });
        }
        parts.extend(choice);
    }
    Ok(parts)
}

/// What stands for a date within words.
fn place(index: usize) -> Value<'static> {
    Value::from(PLACES.get(index).map(char::to_string).unwrap_or_default())
}

/// The words around dates, and the dates in their places.
fn split(text: &str, dates: &[DatePart]) -> Vec<DatePart> {
    let mut parts: Vec<DatePart> = Vec::new();
    for piece in text.split_inclusive(PLACES) {
        let words = piece.trim_end_matches(PLACES);
        if !words.is_empty() {
            parts.push(DatePart { text: words.to_owned(), datetime: None });
        }
        let date = PLACES.iter().position(|place| piece.ends_with(*place));
        parts.extend(date.and_then(|index| dates.get(index)).cloned());
    }
    parts
}

/// The start of a range without what the end repeats: `8` before `16 March 1921`.
fn shortened(start: &EdtfDate, end: &EdtfDate, words: &Words) -> Result<DatePart, Unworded> {
    let whole = single(start, words)?;
    let plain = |date: &EdtfDate| !date.is_uncertain() && !date.is_approximate() && !date.has_unspecified();
    if !plain(start) || !plain(end) || start.year.value() != end.year.value() || start.precision() != end.precision() {
        return Ok(whole);
    }
    let text = match (value(start.month), value(start.day)) {
        (Some(month), Some(day)) if value(end.month) == Some(month) => day.to_string(),
        (Some(month), Some(day)) => {
            words.format("edtf-day-of-month", &[("day", day.into()), ("month", month_name(month, words)?.into())])
        }
        (Some(month), None) => month_name(month, words)?,
        _ => return Ok(whole),
    };
    Ok(DatePart { text, ..whole })
}

fn value(field: Option<DateField>) -> Option<u8> {
    field.and_then(DateField::value)
}

fn month_name(number: u8, words: &Words) -> Result<String, Unworded> {
    let index = usize::from(number);
    let key = match index {
        1..=12 => MONTHS.get(index - 1),
        21..=24 => SEASONS.get(index - 21),
        _ => None,
    };
    let key = key.ok_or_else(|| (5, "a month is 01 to 12, a season 21 to 24".to_owned()))?;
    Ok(words.text(key))
}

/// The words of a day.
pub(crate) fn day(day: u16, month: u8, year: u16, words: &Words) -> Result<String, Unworded> {
    let values = [("day", day.to_string().into()), ("month", month_name(month, words)?.into())];
    let year = [("year", year.to_string().into())];
    Ok(words.format("edtf-day", &values.into_iter().chain(year).collect::<Vec<_>>()))
}

/// The words of one date, and its value for `<time datetime>`.
pub(crate) fn single(date: &EdtfDate, words: &Words) -> Result<DatePart, Unworded> {
    dated(date, words, false)
}

/// The same, with the era of a year after 1 BC where the words beside it are of one before.
fn dated(date: &EdtfDate, words: &Words, with_era: bool) -> Result<DatePart, Unworded> {
    let (year, year_value) = year(date, words)?;
    let is_after = date.year.value().is_some_and(|year| year > 0);
    let year = if with_era && is_after { words.format("edtf-anno-domini", &[("year", year.into())]) } else { year };
    let within = date.year.has_unspecified();
    let (text, datetime) = match (value(date.month), value(date.day)) {
        (None, _) => (year, year_value),
        (Some(month), day) => {
            let name = month_name(month, words)?;
            let value = year_value.filter(|_| month <= 12).map(|year| format!("{year}-{month:02}"));
            match day.filter(|_| month <= 12) {
                None if within => {
                    (words.format("edtf-month-within", &[("month", name.into()), ("years", year.into())]), None)
                }
                None => (words.format("edtf-month", &[("month", name.into()), ("year", year.into())]), value),
                Some(day) => (
                    words.format("edtf-day", &[("day", day.into()), ("month", name.into()), ("year", year.into())]),
                    value.map(|value| format!("{value}-{day:02}")),
                ),
            }
        }
    };
    let qualified = |key: &str, text: String| words.format(key, &[("date", text.into())]);
    let text = if date.is_approximate() { qualified("edtf-about", text) } else { text };
    let text = if date.is_uncertain() { qualified("edtf-uncertain", text) } else { text };
    Ok(DatePart { text, datetime })
}

/// The year in words, and as HTML writes it, which has no years before 1 and no unknown digits.
fn year(date: &EdtfDate, words: &Words) -> Result<(String, Option<String>), Unworded> {
    if date.year.significant_digits.is_some() {
        return Err((0, "significant digits (EDTF level 2) are not supported".to_owned()));
    }
    let (negative, digits) = match date.year.kind {
        YearKind::Standard { negative, digits } => (negative, digits),
        YearKind::Big { .. } | YearKind::Exponential { .. } => (false, [None; 4]),
    };
    match (digits, date.year.value()) {
        (_, Some(year @ 1..)) => Ok((year.to_string(), Some(format!("{year:04}")))),
        (_, Some(year)) => Ok((words.format("edtf-before-christ", &[("year", (1 - year).to_string().into())]), None)),
        ([Some(a), Some(b), Some(c), None], _) if !negative => {
            let decade = u32::from(a) * 1000 + u32::from(b) * 100 + u32::from(c) * 10;
            Ok((words.format("edtf-decade", &[("year", decade.to_string().into())]), None))
        }
        ([Some(a), Some(b), None, None], _) if !negative => {
            Ok((words.format("edtf-century", &[("number", (a * 10 + b + 1).into())]), None))
        }
        _ => Err((0, "only the last one or two digits of a year may be unknown".to_owned())),
    }
}
