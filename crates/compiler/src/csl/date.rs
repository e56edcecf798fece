//! Dates of CSL-JSON: as parts, in EDTF or in words.

use edtf_core::{Date as EdtfDate, Edtf, IntervalEndpoint};
use hayagriva::citationberg::json::{DateValue, FixedDate, FixedDateRange};
use palimpsest_story::CalendarDay;
use palimpsest_words::Words;
use serde_json::Value;

use crate::csl;
use crate::csl::season::{Season, number, season_of};
use crate::csl::style::Terms;
use crate::typed_text::edtf;

/// The year of a date in words that has none. It sorts such works last.
const YEARLESS: i16 = 9999;

/// Help text on how to write a date.
pub(crate) const HELP: &str = "write a date as {\"date-parts\": [[1938, 8, 5]]}, a range as {\"date-parts\": [[1954], [1963]]}, others as \
     {\"literal\": \"circa 1890\"}";

/// The fields of a date in words.
const WORDS: [&str; 4] = ["edtf", "literal", "raw", "date-time"];

/// The months that stand in for the seasons.
const STAND_INS: [u8; 4] = [3, 6, 9, 12];

/// The words in which dates are written.
#[derive(Clone, Copy)]
pub(crate) struct Language<'a> {
    /// The words of the page.
    pub words: &'a Words,
    /// The terms of the citation style.
    pub terms: &'a Terms,
}

/// A date in the form that the style accepts, which has neither ranges nor words, and what to print instead.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct CslDate {
    /// The date, or the beginning of a range.
    pub value: DateValue,
    /// Replacements, as pairs of what the style prints for a part of the date and what it should print: `1954` and
    /// `1954–1963`.
    pub instead: Vec<(String, String)>,
    /// The date in words, as citations print it: `May 1, 2020`.
    pub text: String,
    /// Why the date is printed as it is written, although it is EDTF.
    pub unworded: Option<String>,
    /// The day, if the date is a single day.
    pub day: Option<CalendarDay>,
}

impl CslDate {
    /// Returns the date with another stand-in for a year if it has none, and how to print it.
    pub(crate) fn apart(mut self, distance: i16) -> Self {
        if let DateValue::Raw { raw, .. } = &mut self.value
            && raw.start.year == YEARLESS
        {
            raw.start.year -= distance;
            for (printed, _) in self.instead.iter_mut().filter(|(printed, _)| *printed == YEARLESS.to_string()) {
                *printed = (YEARLESS - distance).to_string();
            }
        }
        self
    }

    /// Returns the year in which the date begins.
    pub(crate) fn year(&self) -> Option<i16> {
        match &self.value {
            DateValue::Raw { raw, .. } => Some(raw.start.year),
            DateValue::DateParts { .. } => None,
        }
    }
}

/// How certain a date is.
#[derive(Clone, Copy, Default)]
struct Doubt {
    circa: bool,
    uncertain: bool,
}

/// A year, a month and a day, as far as they are given. A season is a month from 21 to 24.
type Parts = (i16, Option<u8>, Option<u8>);

/// Reads a date. Returns `None` for one that says nothing.
///
/// # Errors
///
/// Returns what is wrong with the date.
pub(crate) fn read(date: &Value, language: Language) -> Result<Option<CslDate>, String> {
    let fields = match date {
        Value::Null => return Ok(None),
        Value::String(text) => return in_words(text, language),
        Value::Number(year) => {
            let date = parts(&Value::from(vec![year.clone()])).map_err(|_| "this is not a year".to_owned())?;
            return Ok(date.map(|date| of(date, None, Doubt::default(), language)));
        }
        Value::Object(fields) => fields,
        _ => return Err("a date is a table".to_owned()),
    };
    let circa = match fields.get("circa") {
        None | Some(Value::Null | Value::Bool(false)) => false,
        Some(Value::String(word)) => !matches!(word.trim(), "" | "false" | "0"),
        Some(other) => number(other) != Some(0),
    };
    let doubt = Doubt { circa, uncertain: false };
    let mut dates = Vec::new();
    match fields.get("date-parts") {
        None | Some(Value::Null) => {}
        Some(Value::Array(list)) => {
            for date in list {
                dates.extend(parts(date)?);
            }
        }
        Some(_) => return Err("\"date-parts\" is a list of lists, each with year, month and day".to_owned()),
    }
    let season = fields.get("season").and_then(season_of);
    if let Some(first) = dates.first_mut()
        && first.1.is_none()
        && let Some(Season::Known(season)) = season
    {
        first.1 = Some(season);
    }
    let own = season.and_then(|season| match season {
        Season::Other(name) => Some(name),
        Season::Known(_) => None,
    });
    match dates.as_slice() {
        [] => {
            if let Some(year) = fields.get("year") {
                let given =
                    [Some(year), fields.get("month"), fields.get("day")].map(|part| part.cloned().unwrap_or_default());
                return Ok(parts(&Value::from(given.to_vec()))?.map(|date| of(date, None, doubt, language)));
            }
            let words = WORDS.into_iter().filter_map(|field| match fields.get(field)? {
                Value::Number(number) => Some(number.to_string()),
                other => other.as_str().map(str::to_owned),
            });
            words
                .map(|text| text.trim().to_owned())
                .find(|text| !text.is_empty())
                .map_or(Ok(None), |text| in_words(&text, language))
        }
        [(year, None, _)] if let Some(name) = own => Ok(Some(in_season(*year, name, doubt, language))),
        [date] => Ok(Some(of(*date, None, doubt, language))),
        [start, end] if end < start => Err("this range ends before it begins".to_owned()),
        [start, end] => Ok(Some(of(*start, Some(*end).filter(|end| end != start), doubt, language))),
        _ => Err("\"date-parts\" has one date, or the two ends of a range".to_owned()),
    }
}

/// Reports whether a date only says that there is none, in a form that citations have. The style has one of its own.
pub(crate) fn is_undated(date: &Value) -> bool {
    let text = date.as_str().or_else(|| ["literal", "raw"].into_iter().find_map(|form| date.get(form)?.as_str()));
    text.is_some_and(palimpsest_story::csl::is_undated)
}

/// Reads one item of `date-parts`. Returns `None` for an empty one.
fn parts(date: &Value) -> Result<Option<Parts>, String> {
    if date.is_null() {
        return Ok(None);
    }
    let Value::Array(list) = date else {
        return Err("\"date-parts\" is a list of lists, each with year, month and day".to_owned());
    };
    let is_empty = |part: &&Value| part.is_null() || part.as_str().is_some_and(|text| text.trim().is_empty());
    let given: Vec<&Value> = list.iter().take_while(|part| !is_empty(part)).collect();
    let mut numbers = [None; 3];
    for (place, part) in numbers.iter_mut().zip(&given) {
        *place = Some(number(part).ok_or_else(|| format!("{part} is not a year, a month or a day"))?);
    }
    let [Some(year), month, day] = numbers else { return Ok(None) };
    // Programs write 0 for a year that they do not know, and CSL has no year 0.
    if year == 0 {
        return Ok(None);
    }
    // CSL has no year 0, so -44 is 44 BC.
    let year = if year < 0 { year + 1 } else { year };
    let year = i16::try_from(year).map_err(|_| format!("{year} is not a year that a citation can have"))?;
    let month = match month {
        None | Some(0) => return Ok(Some((year, None, None))),
        Some(season @ 13..=16) => Some(season + 8),
        month => month,
    };
    let small = |number: Option<i64>| number.and_then(|number| u8::try_from(number).ok());
    let (month, day) = (small(month), small(day.filter(|day| *day != 0)));
    match (month, day) {
        (Some(21..=24), None) => {}
        (Some(month @ 1..=12), day) => {
            let first = CalendarDay { year: year.into(), month, day: day.unwrap_or(1) };
            if CalendarDay::from_number(first.number()) != first {
                return Err("there is no such day".to_owned());
            }
        }
        _ => return Err("a month is 1 to 12".to_owned()),
    }
    Ok(Some((year, month, day)))
}

/// Returns a date of a year and a season, whose name in the file is printed in place of a month.
fn in_season(year: i16, name: &str, doubt: Doubt, language: Language) -> CslDate {
    let mut date = of((year, Some(21), None), None, doubt, language);
    let known = &language.terms.seasons[0];
    for (_, meant) in date.instead.iter_mut().filter(|(_, meant)| meant == known) {
        name.clone_into(meant);
    }
    date.text = date.text.replacen(known.as_str(), name, 1);
    date
}

/// Reads a date in EDTF or in words of any kind. Returns `None` for an empty text.
///
/// # Errors
///
/// Returns what is wrong with a day in digits.
fn in_words(text: &str, language: Language) -> Result<Option<CslDate>, String> {
    let text = csl::text::plain(text.trim());
    let text = text.as_str();
    if text.is_empty() {
        return Ok(None);
    }
    // Zotero writes days of the week, times and time zones after a day.
    let is_time = |rest: &str| rest.starts_with('T') || rest.starts_with(' ') && rest.contains(':');
    let day = text.get(..10).filter(|day| is_time(&text[day.len()..])).unwrap_or(text);
    // In EDTF, `[1930]` is one of a single year; in a citation, it is a year that is not in the work itself.
    let is_inferred = day.starts_with('[') && !day.contains([',', '.']);
    let edtf = Edtf::parse(day).ok().filter(|_| !is_inferred);
    if let Some((start, end, doubt)) = edtf.as_ref().and_then(edtf_parts) {
        return Ok(Some(of(start, end, doubt, language)));
    }
    if edtf.is_none() {
        let days = text.split(" - ").flat_map(|end| end.split('/')).filter_map(digits);
        let days = days.map(|day| parts(&day)).collect::<Result<Vec<_>, _>>()?;
        if let [Some(date)] = days.as_slice()
            && digits(text).is_some()
        {
            return Ok(Some(of(*date, None, Doubt::default(), language)));
        }
    }
    // A date for which citations have no form is printed as on the page: `193X` is “1930s”.
    let said = edtf.map(|_| crate::date::parse(day, language.words));
    let (shown, unworded) = match &said {
        Some(Ok(date)) => (date.text(), None),
        Some(Err((_, reason))) => (text.to_owned(), Some(reason.clone())),
        None => (text.to_owned(), None),
    };
    let year = if let Some(Ok(date)) = said {
        date.earliest.or(date.latest).and_then(|day| i16::try_from(day.year).ok())
    } else {
        let year = text.split(|letter: char| !letter.is_ascii_digit()).find(|digits| digits.len() == 4);
        year.and_then(|digits| digits.parse().ok())
    };
    let year = year.unwrap_or(YEARLESS);
    let instead = vec![(year_words(year, language), shown.clone())];
    Ok(Some(CslDate { value: fixed((year, None, None)), instead, text: shown, unworded, day: None }))
}

/// Returns the year, the month and the day of a day in digits, in the form of an item of `date-parts`: `1938-8-5`,
/// `1938/08/05`, `19380805`.
fn digits(text: &str) -> Option<Value> {
    let is_number = |text: &str| !text.is_empty() && text.bytes().all(|digit| digit.is_ascii_digit());
    let fields: Vec<&str> = match text.len() {
        8 if is_number(text) => vec![&text[..4], &text[4..6], &text[6..]],
        _ => text.split(['-', '.']).collect(),
    };
    let [year, month, day] = fields.as_slice() else { return None };
    let is_day =
        year.len() == 4 && [month, day].iter().all(|field| field.len() < 3) && fields.iter().all(|one| is_number(one));
    is_day.then(|| Value::from(fields))
}

/// Returns the ends of an EDTF date and how certain it is, or `None` if citations have no form for it.
fn edtf_parts(edtf: &Edtf) -> Option<(Parts, Option<Parts>, Doubt)> {
    let doubt = |dates: &[&EdtfDate]| Doubt {
        circa: dates.iter().any(|date| date.is_approximate()),
        uncertain: dates.iter().any(|date| date.is_uncertain()),
    };
    let parts = |date: &EdtfDate| -> Option<Parts> {
        if date.has_unspecified() {
            return None;
        }
        let field = |field: Option<edtf_core::DateField>| field.and_then(edtf_core::DateField::value);
        Some((i16::try_from(date.year.value()?).ok()?, field(date.month), field(date.day))).filter(|(_, month, day)| {
            matches!(month, None | Some(1..=12)) || day.is_none() && matches!(month, Some(21..=24))
        })
    };
    match edtf {
        Edtf::Date(date) => Some((parts(date)?, None, doubt(&[date]))),
        Edtf::Interval(interval) => match (&interval.start, &interval.end) {
            (IntervalEndpoint::Date(start), IntervalEndpoint::Date(end)) => {
                let (first, last) = (parts(start)?, parts(end)?);
                Some((first, Some(last).filter(|last| *last != first), doubt(&[start, end])))
            }
            _ => None,
        },
        _ => None,
    }
}

/// Returns a date, or the range from one date to another.
fn of(start: Parts, end: Option<Parts>, doubt: Doubt, language: Language) -> CslDate {
    let terms = language.terms;
    let mut instead = Vec::new();
    let year = year_words(start.0, language);
    let first = shown_year(start.0, language);
    let years = match end.map(|(year, ..)| year).filter(|end| *end != start.0) {
        Some(last) if start.0 < 1000 => format!("{first} – {}", shown_year(last, language)),
        Some(last) => format!("{first}–{}", shown_year(last, language)),
        None => first,
    };
    let years = if doubt.circa { format!("{} {years}", terms.circa) } else { years };
    let years = if doubt.uncertain { format!("{years}?") } else { years };
    if years != year {
        instead.push((year.clone(), years.clone()));
    }
    let mut day = month_and_day(start, terms);
    if let Some(season) = season(start.1)
        && let Some(month) = STAND_INS.get(season).and_then(|month| terms.months.get(usize::from(*month) - 1))
    {
        instead.push((month.clone(), terms.seasons[season].clone()));
    }
    if let Some(end) = end.filter(|end| end.0 == start.0)
        && let (Some(from), Some(to)) = (day.clone(), month_and_day(end, terms))
    {
        let to = if start.1 == end.1 { end.2.map_or(to, |day| day.to_string()) } else { to };
        let both = format!("{from}–{to}");
        instead.push((from, both.clone()));
        day = Some(both);
    }
    let value = fixed(start);
    let text = match day {
        Some(day) if start.2.is_some() => format!("{day}, {years}"),
        Some(month) => format!("{month} {years}"),
        None => years,
    };
    let (year, month, first) = start;
    let day = month.zip(first).filter(|_| end.is_none());
    let day = day.map(|(month, day)| CalendarDay { year: year.into(), month, day });
    CslDate { value, instead, text, unworded: None, day }
}

/// Returns the month and the day as the style prints them in every language, as in `August 5`, or the month alone, or the
/// season.
fn month_and_day((_, month, day): Parts, terms: &Terms) -> Option<String> {
    if let Some(season) = season(month) {
        return Some(terms.seasons[season].clone());
    }
    let month = terms.months.get(usize::from(month?).checked_sub(1)?)?;
    Some(day.map_or_else(|| month.clone(), |day| format!("{month} {day}")))
}

/// Returns the index of the season that a month from 21 to 24 stands for.
fn season(month: Option<u8>) -> Option<usize> {
    usize::from(month?).checked_sub(21).filter(|season| *season < 4)
}

/// Returns the year as the style prints it.
fn year_words(year: i16, language: Language) -> String {
    let [after, before] = &language.terms.eras;
    match year {
        1000.. => year.to_string(),
        1..1000 => format!("{year}{after}"),
        _ => format!("{}{before}", 1 - i32::from(year)),
    }
}

/// Returns the year as citations show it.
fn shown_year(year: i16, language: Language) -> String {
    if year >= 1000 {
        return year.to_string();
    }
    let edtf = edtf(year.into(), None, None);
    let shown = crate::date::parse(&edtf, language.words).map(|date| date.text());
    // A bare number could mean anything.
    let shown = shown.ok().filter(|shown| *shown != year.to_string());
    shown.unwrap_or_else(|| language.words.format("edtf-anno-domini", &[("year", i32::from(year).into())]))
}

fn fixed((year, month, day): Parts) -> DateValue {
    // The style counts months and days from 0. It would print a season as `Summer/1938`, so the last month of the season
    // stands in for it.
    let month = season(month).map_or(month, |season| STAND_INS.get(season).copied());
    let month = month.map(|month| month.saturating_sub(1));
    let day = day.map(|day| day.saturating_sub(1));
    let start = FixedDate { year, month, day, season: None, circa: false };
    DateValue::Raw { raw: FixedDateRange { start, end: None }, literal: None, season: None }
}
