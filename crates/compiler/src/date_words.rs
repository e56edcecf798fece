//! Puts EDTF dates into the words of the page's language.
//!
//! The patterns come from the catalog, so that a translator can change them. A library that formats dates, such as ICU4X,
//! has no patterns for ranges that state shared parts once, for decades, seasons, “about” and “since”, and its months would
//! differ in form from those within these patterns. Languages with declension have two forms of a message: the one that
//! stands alone, and its attribute `of`, which stands within another message. The attributes `until` and `about` take
//! precedence over `of` after these words.

use edtf_core::{Date as EdtfDate, DateField, IntervalEndpoint, SetElement, YearKind};
use palimpsest_story::{CalendarDay, DatePart};
use palimpsest_words::{MONTHS, Value, Words};

/// The byte offset of what cannot be put into words, and the reason.
type Unworded = (usize, String);

/// The catalog keys of EDTF's seasons, 21 to 24.
const SEASONS: [&str; 4] = ["edtf-spring", "edtf-summer", "edtf-autumn", "edtf-winter"];

/// The position of a date among other words.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Form {
    /// On its own.
    Alone,
    /// Within other words: a month after its day, a year after its month, a date after “since”.
    Within,
    /// After “until”.
    Until,
    /// After an “about” that stands on its own.
    About,
}

impl Form {
    fn put(self, words: &Words, key: &str, values: &[(&str, Value)]) -> String {
        let forms: &[&str] = match self {
            Self::Alone => &[],
            Self::Within => &["of"],
            Self::Until => &["until", "of"],
            Self::About => &["about", "of"],
        };
        words.format_as(key, forms, values)
    }
}

/// Stand-ins for the first and the second date within words, at which the words are split later. No catalog contains these
/// characters.
const PLACES: [char; 2] = ['\u{1}', '\u{2}'];

/// Returns the words of a range. A month or a year that both ends share is stated once.
pub(crate) fn range(
    start: &IntervalEndpoint,
    end: &IntervalEndpoint,
    words: &Words,
) -> Result<Vec<DatePart>, Unworded> {
    use IntervalEndpoint::{Date, OnOrAfter, OnOrBefore, Open, Unknown};
    let around = |key: &str, date: &EdtfDate, form: Form| {
        Ok(split(&words.format(key, &[("date", place(0))]), &[dated(date, words, form, is_early(date))?]))
    };
    match (start, end) {
        (Date(start), Date(end)) => {
            let eras = eras(start, end, words);
            let shares_its_era = is_early(start) && eras[0] != eras[1];
            let mut sides = [dated(start, words, Form::Alone, eras[0])?, dated(end, words, Form::Alone, eras[1])?];
            // What both ends share is stated beside the year: at the end, or in some languages at the start.
            let repeating = usize::from(is_year_first(words));
            let shared = shortened(start, end, repeating, words)?;
            let shares_its_year = shared.is_some();
            if let Some(text) = shared {
                sides[repeating].text = text;
            }
            // "March 8–16, 1921": the month is stated at the start, and the year at the end.
            let apart = if shares_its_year { without_month(start, end, words)? } else { None };
            let shares_its_month = apart.is_some();
            if let Some(text) = apart {
                sides[1].text = text;
            }
            let [start, end] = sides;
            // "8–16 March 1921" and "1925–1929", but "1926 – December 1927": spaces surround the dash if the start has
            // several words, or if only one side does and the two share no year.
            let alike = start.text.contains(' ') == end.text.contains(' ') || shares_its_year;
            let spaced = (start.text.contains(' ') || !alike) && !shares_its_month && !shares_its_era;
            let key = if spaced { "edtf-range-spaced" } else { "edtf-range" };
            Ok(split(&words.format(key, &[("from", place(0)), ("to", place(1))]), &[start, end]))
        }
        (Date(start), Open) => around("edtf-since", start, Form::Within),
        (Open, Date(end)) => around("edtf-until", end, Form::Until),
        (Date(start), Unknown) => around("edtf-end-unknown", start, Form::Within),
        (Unknown, Date(end)) => around("edtf-start-unknown", end, Form::Until),
        (OnOrBefore(_) | OnOrAfter(_) | Open | Unknown, _) | (_, OnOrBefore(_) | OnOrAfter(_)) => {
            Err((0, "a range needs a date on both sides, or \"..\" on one".to_owned()))
        }
    }
}

/// Returns the words of a date that is one of several, without saying which.
pub(crate) fn one_of(elements: &[SetElement], words: &Words) -> Result<Vec<DatePart>, Unworded> {
    let years = elements.iter().flat_map(|element| match element {
        SetElement::Date(date) | SetElement::OnOrBefore(date) | SetElement::OnOrAfter(date) => [date, date],
        SetElement::Range(start, end) => [start, end],
    });
    let crosses_eras = years.filter_map(|date| date.year.value()).any(|year| year < EARLY);
    let mut choices = Vec::new();
    for element in elements {
        let alone = |date| Ok(vec![dated(date, words, Form::Alone, crosses_eras)?]);
        choices.push(match element {
            SetElement::Date(date) => alone(date)?,
            SetElement::Range(start, end) => {
                let text = words.format("edtf-between", &[("from", place(0)), ("to", place(1))]);
                let [from, to] = [start, end].map(|date| dated(date, words, Form::Within, crosses_eras));
                let (from, to) = (from?, to?);
                if from == to { alone(start)? } else { split(&text, &[from, to]) }
            }
            SetElement::OnOrBefore(_) | SetElement::OnOrAfter(_) => {
                return Err((0, "one of several dates needs a date on both sides of \"..\"".to_owned()));
            }
        });
    }
    choices.dedup();
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

/// Returns the stand-in for a date within words.
fn place(index: usize) -> Value<'static> {
    Value::from(PLACES.get(index).map(char::to_string).unwrap_or_default())
}

/// Splits words at the stand-ins, and puts the dates in their places.
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

/// Reports whether dates begin with the year in this language.
fn is_year_first(words: &Words) -> bool {
    let text = words.format("edtf-day", &[("day", place(1)), ("month", "".into()), ("year", place(0))]);
    text.find(PLACES).is_some_and(|at| text[at..].starts_with(PLACES[0]))
}

/// The year before which a bare number could be anything: a year of another century, or a count.
const EARLY: i64 = 100;

/// Reports whether a year is so early that it needs its era.
fn is_early(date: &EdtfDate) -> bool {
    date.year.value().is_some_and(|year| (1..EARLY).contains(&year))
}

/// Returns which ends of a range have the era that comes after Christ: the later one if the other is before Christ, and of two
/// years one of which needs it that beside which the language writes it: `AD 14–37`, `14–37 n. Chr.`
fn eras(start: &EdtfDate, end: &EdtfDate, words: &Words) -> [bool; 2] {
    if start.year.value().is_some_and(|year| year <= 0) {
        return [false, true];
    }
    if !is_early(start) {
        return [false, is_early(end)];
    }
    let is_plain = |date: &EdtfDate| date.month.is_none() && !date.is_approximate() && !date.is_uncertain();
    if !is_plain(start) || !is_plain(end) || end.year.value().is_none() {
        return [true, true];
    }
    let is_after = words.format("edtf-anno-domini", &[("year", place(0))]).starts_with(PLACES[0]);
    [!is_after, is_after]
}

/// Returns one side of a range without the parts that the other side has too: `8` before `16 March 1921`. Returns `None` if
/// they share nothing.
fn shortened(start: &EdtfDate, end: &EdtfDate, side: usize, words: &Words) -> Result<Option<String>, Unworded> {
    let plain = |date: &EdtfDate| !date.is_uncertain() && !date.is_approximate() && !date.has_unspecified();
    if !plain(start) || !plain(end) || start.year.value() != end.year.value() || start.precision() != end.precision() {
        return Ok(None);
    }
    let (date, other) = if side == 0 { (start, end) } else { (end, start) };
    Ok(match (value(date.month), value(date.day)) {
        (Some(month), Some(day)) if value(other.month) == Some(month) && !words.is_month_first() => {
            Some(words.format("edtf-day-alone", &[("day", day.into())]))
        }
        (Some(month), Some(day)) => {
            let month = month_name(month, words, Form::Within)?;
            Some(words.format("edtf-day-of-month", &[("day", day.into()), ("month", month.into())]))
        }
        (Some(month), None) => Some(month_name(month, words, Form::Alone)?),
        _ => None,
    })
}

/// Returns the end of a range of days within a month, without the month, where that stands before the day: `16, 1921`.
fn without_month(start: &EdtfDate, end: &EdtfDate, words: &Words) -> Result<Option<String>, Unworded> {
    let is_apart = words.is_month_first() && value(start.month) == value(end.month);
    let Some(day) = value(end.day).filter(|_| is_apart) else { return Ok(None) };
    let (mut year, _) = year(end, words, Form::Within)?;
    if is_early(end) {
        year = Form::Within.put(words, "edtf-anno-domini", &[("year", year.into())]);
    }
    let text = words.format("edtf-day", &[("day", day.into()), ("month", "".into()), ("year", year.into())]);
    Ok(Some(text.trim_start().to_owned()))
}

fn value(field: Option<DateField>) -> Option<u8> {
    field.and_then(DateField::value)
}

fn month_name(number: u8, words: &Words, form: Form) -> Result<String, Unworded> {
    let index = usize::from(number);
    let key = match index {
        1..=12 => MONTHS.get(index - 1),
        21..=24 => SEASONS.get(index - 21),
        _ => None,
    };
    let key = key.ok_or_else(|| (5, "a month is 01 to 12, a season 21 to 24".to_owned()))?;
    Ok(form.put(words, key, &[]))
}

/// Returns the words of a day.
pub(crate) fn calendar_day(date: CalendarDay, words: &Words) -> Result<String, Unworded> {
    day(date.day.into(), date.month, date.year, words)
}

/// Like [`calendar_day`], for a day that need not exist in the Gregorian calendar.
pub(crate) fn day(day: u16, month: u8, year: i32, words: &Words) -> Result<String, Unworded> {
    let month = month_name(month, words, Form::Within)?;
    let is_early = (1..EARLY).contains(&i64::from(year));
    let mut year = Form::Within.put(words, "edtf-year", &[("year", words.number(year).into())]);
    if is_early {
        year = Form::Within.put(words, "edtf-anno-domini", &[("year", year.into())]);
    }
    Ok(words.format("edtf-day", &[("day", day.into()), ("month", month.into()), ("year", year.into())]))
}

/// Returns the words of a date, and its value for `<time datetime>`.
pub(crate) fn single(date: &EdtfDate, words: &Words) -> Result<DatePart, Unworded> {
    dated(date, words, Form::Alone, is_early(date))
}

/// Like [`single`], in the given form. `with_era` adds the era to a year after 1 BC, for dates beside one that is earlier.
fn dated(date: &EdtfDate, words: &Words, form: Form, with_era: bool) -> Result<DatePart, Unworded> {
    let outer = form;
    // What applies to the whole date is put around it.
    let form = if date.is_approximate() && form == Form::Alone { Form::About } else { form };
    let year_form = if date.month.is_some_and(|month| month.value().is_some()) { Form::Within } else { form };
    let (year, year_value) = year(date, words, year_form)?;
    let is_after = date.year.value().is_some_and(|year| year > 0);
    let year =
        if with_era && is_after { year_form.put(words, "edtf-anno-domini", &[("year", year.into())]) } else { year };
    let within = date.year.has_unspecified();
    let (text, datetime) = match (value(date.month), value(date.day)) {
        (None, _) => (year, year_value),
        (Some(month), day) => {
            let value = year_value.filter(|_| month <= 12).map(|year| format!("{year}-{month:02}"));
            match day.filter(|_| month <= 12) {
                None if within => {
                    let name = month_name(month, words, form)?;
                    (form.put(words, "edtf-month-within", &[("month", name.into()), ("years", year.into())]), None)
                }
                None => {
                    let name = month_name(month, words, form)?;
                    (form.put(words, "edtf-month", &[("month", name.into()), ("year", year.into())]), value)
                }
                Some(day) if within => {
                    let name = month_name(month, words, Form::Within)?;
                    let day = words.format("edtf-day-of-month", &[("day", day.into()), ("month", name.into())]);
                    (form.put(words, "edtf-month-within", &[("month", day.into()), ("years", year.into())]), None)
                }
                Some(day) => {
                    let name = month_name(month, words, Form::Within)?;
                    let values = [("day", day.into()), ("month", name.into()), ("year", year.into())];
                    (form.put(words, "edtf-day", &values), value.map(|value| format!("{value}-{day:02}")))
                }
            }
        }
    };
    let qualified = |key: &str, text: String| outer.put(words, key, &[("date", text.into())]);
    let text = if date.is_approximate() { qualified("edtf-about", text) } else { text };
    let text = if date.is_uncertain() { qualified("edtf-uncertain", text) } else { text };
    Ok(DatePart { text, datetime })
}

/// Returns the year in words, and its value in HTML, which has no years before 1 and no unknown digits.
fn year(date: &EdtfDate, words: &Words, form: Form) -> Result<(String, Option<String>), Unworded> {
    if date.year.significant_digits.is_some() {
        return Err((0, "significant digits (EDTF level 2) are not supported".to_owned()));
    }
    let (negative, digits) = match date.year.kind {
        YearKind::Standard { negative, digits } => (negative, digits),
        YearKind::Big { .. } | YearKind::Exponential { .. } => (false, [None; 4]),
    };
    let numbered = |key: &str, number: i64| form.put(words, key, &[("year", words.number(number).into())]);
    match (digits, date.year.value()) {
        (_, Some(year @ 1..)) => Ok((numbered("edtf-year", year), Some(format!("{year:04}")))),
        (_, Some(year)) => Ok((numbered("edtf-before-christ", 1 - year), None)),
        // "the 90s" are those of the century of whoever reads it.
        ([Some(0), Some(0), Some(c), None], _) if !negative => {
            let [from, to] = [i64::from(c) * 10, i64::from(c) * 10 + 9].map(|year| in_era(year, words));
            Ok((words.format("edtf-between", &[("from", from.into()), ("to", to.into())]), None))
        }
        ([Some(a), Some(b), Some(c), None], _) if !negative => {
            let decade = i64::from(a) * 1000 + i64::from(b) * 100 + i64::from(c) * 10;
            Ok((numbered("edtf-decade", decade), None))
        }
        ([Some(a), Some(b), None, None], _) if !negative => {
            Ok((form.put(words, "edtf-century", &[("number", (a * 10 + b + 1).into())]), None))
        }
        _ => Err((0, "only the last one or two digits of a year may be unknown".to_owned())),
    }
}

/// Returns a year with its era, within other words.
fn in_era(year: i64, words: &Words) -> String {
    let (key, year) = if year > 0 { ("edtf-anno-domini", year) } else { ("edtf-before-christ", 1 - year) };
    Form::Within.put(words, key, &[("year", words.number(year).into())])
}

#[cfg(test)]
mod tests;
