//! The season of a date in CSL-JSON.

use serde_json::Value;

/// The names that programs use for seasons where they do not number them.
const SEASON_NAMES: [(&str, u8); 5] = [("spring", 21), ("summer", 22), ("autumn", 23), ("fall", 23), ("winter", 24)];

/// Returns a whole number, written as a number or as a text.
pub(crate) fn number(value: &Value) -> Option<i64> {
    match value {
        Value::Number(number) => number.as_i64(),
        Value::String(text) => text.trim().parse().ok(),
        _ => None,
    }
}

/// The season of a date without a month.
pub(crate) enum Season<'a> {
    /// A known season, as a month from 21 to 24.
    Known(u8),
    /// A season in another language, or another time of the year.
    Other(&'a str),
}

pub(crate) fn season_of(value: &Value) -> Option<Season<'_>> {
    if let Some(season @ 1..=4) = number(value).and_then(|number| u8::try_from(number).ok()) {
        return Some(Season::Known(season + 20));
    }
    let name = value.as_str()?.trim();
    let known = SEASON_NAMES.iter().find(|(known, _)| known.eq_ignore_ascii_case(name));
    Some(known.map_or(Season::Other(name), |(_, month)| Season::Known(*month))).filter(|_| !name.is_empty())
}
