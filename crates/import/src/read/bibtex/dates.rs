//! Converts dates of BibTeX and biblatex to CSL-JSON.

use serde_json::{Value, json};

/// The first three letters of the months.
const MONTHS: [&str; 12] = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/// The names of seasons, as CSL counts them.
const SEASONS: [(&str, i64); 5] = [("spring", 1), ("summer", 2), ("autumn", 3), ("fall", 3), ("winter", 4)];

/// Converts a date of biblatex, which is in EDTF. CSL can express years, months, days, seasons, ranges and “circa”; any
/// other date becomes a literal.
pub(super) fn date(text: &str) -> Value {
    let text = text.trim();
    let mut about = false;
    let mut parts = Vec::new();
    let mut season = None;
    for end in text.split('/') {
        let bare = end.trim_end_matches(['~', '%']);
        about |= bare != end;
        match fields(bare).as_deref() {
            Some([year, season_of]) if (21..=24).contains(season_of) => {
                season = Some(season_of - 20);
                parts.push(vec![*year]);
            }
            Some(fields) => parts.push(fields.to_vec()),
            None => return json!({ "literal": text }),
        }
    }
    if parts.len() > 2 || season.is_some() && parts.len() > 1 {
        return json!({ "literal": text });
    }
    with(parts, season, about)
}

/// Converts a date from `year`, `month` and `day`.
pub(super) fn split(year: &str, month: Option<&str>, day: Option<&str>) -> Value {
    let words = || {
        let words: Vec<&str> = [day, month, Some(year)].into_iter().flatten().collect();
        json!({ "literal": words.join(" ") })
    };
    let years: Option<Vec<Vec<i64>>> = year.split(['–', '/']).map(|year| fields(year.trim())).collect();
    let Some(mut years) = years.filter(|years| years.len() <= 2 && years.iter().all(|year| year.len() == 1)) else {
        return words();
    };
    let number = |text: &str| {
        let lower = text.trim().trim_end_matches('.').to_lowercase();
        let named = MONTHS.iter().position(|name| lower.starts_with(name) && lower.chars().all(char::is_alphabetic));
        named
            .and_then(|at| i64::try_from(at + 1).ok())
            .or_else(|| lower.parse().ok())
            .filter(|month| (1..=12).contains(month))
    };
    let season = month.map(|month| month.trim().to_lowercase());
    let season = season.and_then(|name| SEASONS.iter().find(|(known, _)| *known == name)).map(|(_, number)| *number);
    if season.is_some() && day.is_none() && years.len() == 1 {
        return with(years, season, false);
    }
    if let (Some(month), [date]) = (month, years.as_mut_slice()) {
        let Some(month) = number(month) else { return words() };
        date.push(month);
        if let Some(day) = day {
            let Some(day) = day.trim().parse().ok().filter(|day| (1..=31).contains(day)) else { return words() };
            date.push(day);
        }
    } else if month.is_some() || day.is_some() {
        return words();
    }
    with(years, None, false)
}

fn with(parts: Vec<Vec<i64>>, season: Option<i64>, about: bool) -> Value {
    let mut date = json!({ "date-parts": parts });
    if let Some(season) = season {
        date["season"] = json!(season);
    }
    if about {
        date["circa"] = json!(true);
    }
    date
}

/// Parses a year, a month and a day, as far as they are given.
fn fields(text: &str) -> Option<Vec<i64>> {
    let (negative, digits) = match text.strip_prefix('-') {
        Some(rest) => (true, rest),
        None => (false, text),
    };
    let mut fields = Vec::new();
    for (at, field) in digits.split('-').enumerate() {
        let is_number = !field.is_empty() && field.len() <= 4 && field.bytes().all(|byte| byte.is_ascii_digit());
        let number: i64 = is_number.then(|| field.parse().ok()).flatten()?;
        let is_there = match at {
            0 => true,
            1 => (1..=12).contains(&number) || (21..=24).contains(&number),
            2 => (1..=31).contains(&number),
            _ => false,
        };
        if !is_there {
            return None;
        }
        fields.push(number);
    }
    if negative {
        // EDTF has a year 0, but CSL does not: 44 BC is -0043 in EDTF, and -44 in CSL.
        fields[0] = -fields[0] - 1;
    }
    (fields.len() < 3 || fields[1] <= 12).then_some(fields)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_become_those_of_csl() {
        for (text, csl) in [
            ("1970", json!({ "date-parts": [[1970]] })),
            ("1970-08-05", json!({ "date-parts": [[1970, 8, 5]] })),
            ("1954/1963-02", json!({ "date-parts": [[1954], [1963, 2]] })),
            ("1970-21", json!({ "date-parts": [[1970]], "season": 1 })),
            ("1890~", json!({ "date-parts": [[1890]], "circa": true })),
            ("-0043", json!({ "date-parts": [[-44]] })),
            ("forthcoming", json!({ "literal": "forthcoming" })),
            ("1970/..", json!({ "literal": "1970/.." })),
            ("1970-13-40", json!({ "literal": "1970-13-40" })),
            ("1/2/3", json!({ "literal": "1/2/3" })),
            ("", json!({ "literal": "" })),
        ] {
            assert_eq!(date(text), csl, "{text}");
        }
    }

    #[test]
    fn years_months_and_days_go_together() {
        for (year, month, day, csl) in [
            ("1938", Some("August"), Some("5"), json!({ "date-parts": [[1938, 8, 5]] })),
            ("1938", Some("8"), None, json!({ "date-parts": [[1938, 8]] })),
            ("1954–1963", None, None, json!({ "date-parts": [[1954], [1963]] })),
            ("in press", None, None, json!({ "literal": "in press" })),
            ("1938", Some("Spring"), None, json!({ "date-parts": [[1938]], "season": 1 })),
            ("1938", Some("Easter"), None, json!({ "literal": "Easter 1938" })),
            ("1938", Some("may/june"), Some("5"), json!({ "literal": "5 may/june 1938" })),
            ("1938", None, Some("5"), json!({ "literal": "5 1938" })),
        ] {
            assert_eq!(split(year, month, day), csl, "{year}");
        }
    }
}
