//! The dates of works of `sources.json` in BibTeX.

use biblatex::Entry;
use palimpsest_story::csl::{is_undated, plain};
use serde_json::Value;

use super::bibtex::{set, text};
use super::field::string;
use super::tex;

/// BibTeX's macros for the months, which each style formats in its own way.
const MONTHS: [&str; 12] = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/// The seasons as CSL counts them.
const SEASONS: [&str; 4] = ["Spring", "Summer", "Autumn", "Winter"];

/// A year, a month or a season (21 to 24), and a day, as far as they are known. Years are astronomical: 0 is 1 BC.
type Parts = (i32, Option<u8>, Option<u8>);

/// A date that a work has.
enum Issued {
    /// A date, or the two ends of a range, of which one may be open.
    Dates { ends: Vec<Option<Parts>>, doubt: Option<String> },
    /// A date in words.
    Words(String),
}

/// Sets the date of publication: a year or a range of years, and the month and day if there is only one date. What a year
/// cannot say is in the note, because programs reject a year that is not a number.
pub(super) fn set_issued(entry: &mut Entry, work: &Value) {
    let Some(issued) = work.get("issued") else { return };
    let (ends, doubt) = match read(issued) {
        None => return,
        Some(Issued::Words(words)) => {
            let year = words.split(|letter: char| !letter.is_ascii_digit()).find(|digits| digits.len() == 4);
            set(entry, "year", text(year.unwrap_or_default()));
            set(entry, "note", text(&tex::plain(&words)));
            return;
        }
        Some(Issued::Dates { ends, doubt }) => (ends, doubt),
    };
    let mut years: Vec<String> = ends.iter().map(|end| end.map(|(year, ..)| shown(year)).unwrap_or_default()).collect();
    years.dedup();
    set(entry, "year", text(&years.join("--")));
    set(entry, "note", text(&doubt.unwrap_or_default()));
    let [Some(date)] = ends.as_slice() else { return };
    // BibTeX has no field for a season, and prints any month as it is written.
    if let Some(season) = season(issued, *date) {
        set(entry, "month", text(&tex::plain(season)));
        return;
    }
    let (_, month, day) = date;
    if let Some(month) = month.and_then(|month| MONTHS.get(usize::from(month).checked_sub(1)?)) {
        set(entry, "month", text(&tex::bare(month)));
        set(entry, "day", text(&day.map(|day| day.to_string()).unwrap_or_default()));
    }
}

/// Returns a date in the form of biblatex's fields for dates, which have years alone here: `1865`, `1865/1869`.
pub(super) fn years(date: &Value) -> Option<String> {
    let Issued::Dates { ends, .. } = read(date)? else { return None };
    let year =
        |end: &Option<Parts>| end.filter(|(year, ..)| (0..=9999).contains(year)).map(|(year, ..)| format!("{year:04}"));
    let mut years = ends.iter().map(year).collect::<Option<Vec<_>>>()?;
    years.dedup();
    Some(years.join("/"))
}

/// Returns a year as a reader writes it.
fn shown(year: i32) -> String {
    if year > 0 { year.to_string() } else { format!("{} BC", 1 - year) }
}

/// Returns the English name of the season of a date, which is a month of the date or a field of its own.
fn season(issued: &Value, (_, month, _): Parts) -> Option<&str> {
    let known = |number: u64| SEASONS.get(usize::try_from(number).ok()?.checked_sub(1)?).copied();
    if let Some(month) = month {
        return known(u64::from(month).checked_sub(20)?);
    }
    let own = issued.get("season")?;
    let number = own.as_u64().or_else(|| own.as_str()?.trim().parse().ok());
    number.and_then(known).or_else(|| own.as_str().map(str::trim)).filter(|name| !name.is_empty())
}

/// Reads a date as the page does. Returns `None` for one that says nothing.
fn read(date: &Value) -> Option<Issued> {
    let certain = |ends| Issued::Dates { ends, doubt: None };
    match date {
        Value::Number(year) => {
            let year = i32::try_from(year.as_i64()?).ok().filter(|year| *year != 0)?;
            return Some(certain(vec![Some((year, None, None))]));
        }
        Value::String(text) => return in_words(text),
        _ => {}
    }
    let mut issued = match dates(date) {
        ends if !ends.is_empty() => certain(ends.into_iter().map(Some).collect()),
        _ => {
            ["edtf", "literal", "raw"].into_iter().find_map(|field| string(date, field)).and_then(|it| in_words(&it))?
        }
    };
    if let Issued::Dates { doubt, .. } = &mut issued {
        let approximate = is_approximate(date).then(|| "The year is approximate".to_owned());
        *doubt = doubt.take().or(approximate);
    }
    Some(issued)
}

/// Reports whether the date is said to be approximate.
fn is_approximate(date: &Value) -> bool {
    match date.get("circa") {
        None | Some(Value::Null | Value::Bool(false)) => false,
        Some(Value::String(word)) => !matches!(word.trim(), "" | "false" | "0"),
        Some(other) => other.as_i64() != Some(0),
    }
}

/// Returns the date of `date-parts`, or the two ends of a range.
fn dates(date: &Value) -> Vec<Parts> {
    let number = |part: &Value| match part {
        Value::Number(number) => number.as_i64(),
        Value::String(text) => text.trim().parse().ok(),
        _ => None,
    };
    let parts = |date: &Value| {
        let mut numbers = date.as_array()?.iter().map_while(number);
        // Programs write 0 for a year that they do not know.
        let year = i32::try_from(numbers.next()?).ok().filter(|year| *year != 0)?;
        // CSL has no year 0, so -44 is 44 BC.
        let year = if year < 0 { year + 1 } else { year };
        let [month, day] = [numbers.next(), numbers.next()].map(|part| u8::try_from(part?).ok().filter(|it| *it > 0));
        // CSL counts seasons as months from 13 on, EDTF from 21 on.
        let month = month.map(|month| if matches!(month, 13..=16) { month + 8 } else { month });
        Some((year, month, day.filter(|_| month.is_some())))
    };
    let dates = date.get("date-parts").and_then(Value::as_array);
    let mut dates: Vec<Parts> = dates.into_iter().flatten().filter_map(parts).collect();
    dates.dedup();
    dates
}

/// Reads a date in EDTF or in words of any kind.
fn in_words(text: &str) -> Option<Issued> {
    let text = plain(text.trim());
    let text = text.as_str();
    if text.is_empty() || is_undated(text) {
        return None;
    }
    if let Some(issued) = one_of(text) {
        return Some(issued);
    }
    // Zotero writes days of the week, times and time zones after a day.
    let is_time = |rest: &str| rest.starts_with('T') || rest.starts_with(' ') && rest.contains(':');
    let day = text.get(..10).filter(|day| is_time(&text[day.len()..])).unwrap_or(text);
    let bare = day.replace(['?', '~', '%'], "");
    let Some(ends) = edtf(&bare) else { return Some(Issued::Words(text.to_owned())) };
    let doubt = match (day.contains(['~', '%']), day.contains(['?', '%'])) {
        (true, true) => Some("The year is approximate and uncertain"),
        (true, false) => Some("The year is approximate"),
        (false, true) => Some("The year is uncertain"),
        (false, false) => None,
    };
    Some(Issued::Dates { ends, doubt: doubt.map(str::to_owned) })
}

/// Reads a set of EDTF, one of whose dates is meant: `[1921,1922]`, `[1921..1923]`. The year is a range, and the note says which.
fn one_of(text: &str) -> Option<Issued> {
    let inner = text.strip_prefix('[')?.strip_suffix(']').filter(|inner| inner.contains([',', '.']))?;
    let (mut ends, mut choices) = (Vec::new(), Vec::new());
    for choice in inner.split(',') {
        let (from, to) = choice.split_once("..").unwrap_or((choice, choice));
        let [from, to] = [from, to].map(|date| date.trim().replace(['?', '~', '%'], ""));
        let (start, end) = (unit(&from)?, unit(&to)?);
        ends.extend([start, end]);
        let (first, last) = (in_iso(start), in_iso(end));
        choices.push(if first == last { first } else { format!("between {first} and {last}") });
    }
    let (last, others) = choices.split_last()?;
    let words = if others.is_empty() { last.clone() } else { format!("{} or {last}", others.join(", ")) };
    let ends = [*ends.iter().min()?, *ends.iter().max()?].map(|(year, ..)| Some((year, None, None)));
    Some(Issued::Dates { ends: ends.into(), doubt: Some(words) })
}

/// Formats a date as in ISO 8601, with the year as a reader writes it.
fn in_iso((year, month, day): Parts) -> String {
    let year = shown(year);
    match (month, day) {
        (Some(month), Some(day)) => format!("{year}-{month:02}-{day:02}"),
        (Some(month), None) => format!("{year}-{month:02}"),
        _ => year,
    }
}

/// Reads a date in EDTF without marks of doubt, or the two ends of a range. A decade or a century is a range of years.
fn edtf(text: &str) -> Option<Vec<Option<Parts>>> {
    let single = |text: &str| {
        let (start, end) = (unit(&text.replace('X', "0"))?, unit(&text.replace('X', "9"))?);
        let is_decade = text.len() == 4 && text.starts_with(|first: char| first.is_ascii_digit());
        (start == end || is_decade).then_some([start, end])
    };
    let Some((start, end)) = text.split_once('/') else {
        let mut ends = single(text.trim_end_matches("-XX"))?.map(Some).to_vec();
        ends.dedup();
        return Some(ends);
    };
    let side = |text: &str, which: usize| match text {
        "" | ".." => Some(None),
        date => Some(Some(single(date.trim_end_matches("-XX"))?[which])),
    };
    let mut ends = vec![side(start, 0)?, side(end, 1)?];
    if ends == [None, None] || matches!(ends.as_slice(), [Some(start), Some(end)] if end < start) {
        return None;
    }
    ends.dedup();
    Some(ends)
}

/// Reads a year, a month, a season or a day in EDTF.
fn unit(text: &str) -> Option<Parts> {
    let long = text.strip_prefix('Y');
    let text = long.unwrap_or(text);
    let (is_before, text) = text.strip_prefix('-').map_or((false, text), |text| (true, text));
    if long.is_some() {
        let year: i32 = text.parse().ok()?;
        return Some((if is_before { -year } else { year }, None, None));
    }
    let mut fields = text.split('-');
    let number = |field: &str, length: usize| {
        let is_number = field.len() == length && field.bytes().all(|digit| digit.is_ascii_digit());
        is_number.then(|| field.parse::<u16>().ok()).flatten()
    };
    let year = i32::from(number(fields.next()?, 4)?);
    let rest = fields.map(|field| u8::try_from(number(field, 2)?).ok()).collect::<Option<Vec<u8>>>()?;
    let (month, day) = match rest.as_slice() {
        [] => (None, None),
        [month @ (1..=12 | 21..=24)] => (Some(*month), None),
        [month @ 1..=12, day @ 1..=31] => (Some(*month), Some(*day)),
        _ => return None,
    };
    Some((if is_before { -year } else { year }, month, day))
}

/// Formats a day in ISO 8601, for biblatex.
pub(super) fn day(date: &Value) -> Option<String> {
    let Some(Issued::Dates { ends, .. }) = read(date) else { return None };
    let [Some((year @ 1..=9999, Some(month), Some(day)))] = ends.as_slice() else { return None };
    Some(format!("{year:04}-{month:02}-{day:02}"))
}
