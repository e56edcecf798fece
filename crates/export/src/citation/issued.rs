//! The dates of works of `sources.json` in BibTeX.

use biblatex::Entry;
use serde_json::Value;

use super::bibtex::{set, text};
use super::field::string;
use super::tex;

/// BibTeX's macros for the months, which each style formats in its own way.
const MONTHS: [&str; 12] = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/// The seasons as CSL counts them.
const SEASONS: [&str; 4] = ["Spring", "Summer", "Autumn", "Winter"];

/// Sets the date of publication: a year or a range of years, and the month and day if there is only one date.
pub(super) fn set_issued(entry: &mut Entry, work: &Value) {
    let Some(issued) = work.get("issued") else { return };
    let dates = dates(issued);
    let year = |at: usize| dates.get(at).and_then(|date| date.first());
    let years = match (year(0), year(1)) {
        (Some(first), Some(last)) if first != last => Some(format!("{first}--{last}")),
        (Some(year), _) => Some(year.clone()),
        (None, _) => {
            let fields = ["literal", "raw", "edtf"].into_iter().find_map(|field| string(issued, field));
            issued.as_str().map(str::to_owned).or(fields).and_then(|text| leading_year(&text))
        }
    };
    set(entry, "year", text(&tex::plain(&years.unwrap_or_default())));
    // Programs reject a year that is not a number.
    if issued.get("circa").is_some_and(|circa| *circa != Value::Bool(false)) {
        set(entry, "note", text("The year is approximate"));
    }
    let [date] = dates.as_slice() else { return };
    // BibTeX has no field for a season, and prints any month as it is written.
    if let Some(season) = season(issued, date) {
        set(entry, "month", text(&tex::plain(season)));
        return;
    }
    let month = date.get(1).and_then(|month| month.parse::<usize>().ok()).and_then(|month| month.checked_sub(1));
    if let Some(month) = month.and_then(|month| MONTHS.get(month)) {
        set(entry, "month", text(&tex::bare(month)));
        set(entry, "day", text(&tex::plain(date.get(2).map(String::as_str).unwrap_or_default())));
    }
}

/// Returns the English name of the season of a date, which is a field of its own or a month of the date.
fn season<'date>(issued: &'date Value, date: &'date [String]) -> Option<&'date str> {
    let own = issued.get("season").filter(|_| date.len() < 2);
    let number = own.and_then(|season| season.as_u64().or_else(|| season.as_str()?.trim().parse().ok()));
    let month = date.get(1).and_then(|month| month.parse::<u64>().ok());
    let number = number.or_else(|| month?.checked_sub(if month? > 20 { 20 } else { 12 }));
    let known = number.and_then(|number| usize::try_from(number).ok()?.checked_sub(1)).and_then(|at| SEASONS.get(at));
    known.copied().or_else(|| own?.as_str().map(str::trim)).filter(|name| !name.is_empty())
}

/// Returns the parts (year, month, day) of a date and, for a range, of its end.
fn dates(date: &Value) -> Vec<Vec<String>> {
    let part = |part: &Value| match part {
        Value::Number(number) => Some(number.to_string()),
        Value::String(text) => Some(text.trim().to_owned()).filter(|text| !text.is_empty()),
        _ => None,
    };
    let parts = |date: &Value| date.as_array().map(|parts| parts.iter().map_while(part).collect());
    let dates = date.get("date-parts").and_then(Value::as_array);
    dates.into_iter().flatten().filter_map(parts).filter(|date: &Vec<_>| !date.is_empty()).collect()
}

/// Returns the year at the beginning of a date in words.
fn leading_year(text: &str) -> Option<String> {
    let digits: String = text.chars().take_while(char::is_ascii_digit).collect();
    (digits.len() == 4).then_some(digits)
}

/// Formats a day in ISO 8601, for biblatex.
pub(super) fn day(date: &Value) -> Option<String> {
    let dates = dates(date);
    let [year, month, day] = dates.first()?.as_slice() else {
        return None;
    };
    let number = |text: &String| text.parse::<u16>().ok();
    Some(format!("{:04}-{:02}-{:02}", number(year)?, number(month)?, number(day)?))
}
