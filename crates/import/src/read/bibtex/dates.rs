//! Converts dates of BibTeX and biblatex to CSL-JSON.

use palimpsest_compiler::rules;
use palimpsest_words::Words;
use serde_json::{Value, json};

thread_local! {
    /// The words in which years are typed, besides numbers.
    static ENGLISH: Words = Words::default();
}

/// The first three letters of the months.
const MONTHS: [&str; 12] = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/// The names of seasons, as CSL counts them.
const SEASONS: [(&str, i64); 5] = [("spring", 1), ("summer", 2), ("autumn", 3), ("fall", 3), ("winter", 4)];

/// Converts a date of biblatex, which is in EDTF. CSL can express years, months, days, seasons, ranges and “circa”; any
/// other date becomes a literal. So does one in words, unless it can only mean one date.
pub(super) fn date(text: &str) -> Value {
    let text = text.trim();
    from_edtf(text).or_else(|| from_edtf(&meant(text)?)).unwrap_or_else(|| json!({ "literal": text }))
}

/// Converts a date in EDTF. Returns `None` for one that CSL cannot express.
fn from_edtf(text: &str) -> Option<Value> {
    let mut about = false;
    let mut parts = Vec::new();
    let mut season = None;
    for end in text.split('/') {
        let bare = end.trim_end_matches(['~', '%']);
        about |= bare != end;
        let fields = fields(bare)?;
        match fields.as_slice() {
            [year, season_of] if (21..=24).contains(season_of) => {
                season = Some(season_of - 20);
                parts.push(vec![*year]);
            }
            _ => parts.push(fields),
        }
    }
    (parts.len() <= 2 && parts.is_sorted() && (season.is_none() || parts.len() == 1))
        .then(|| with(parts, season, about))
}

/// Returns the EDTF date that a date in words means, such as `1930~` for `ca. 1930`. Returns `None` if it may mean none or
/// several, and for a date in brackets, which are printed around a year that is not in the work itself.
fn meant(text: &str) -> Option<String> {
    if text.contains(['[', '<']) {
        return None;
    }
    let meant = ENGLISH.with(|words| rules::meant_dates(text, words));
    <[String; 1]>::try_from(meant).ok().map(|[one]| one)
}

/// Converts a date from `year`, `month` and `day`.
pub(super) fn split(year: &str, month: Option<&str>, day: Option<&str>) -> Value {
    let words = || {
        let words: Vec<&str> = [day, month, Some(year)].into_iter().flatten().collect();
        json!({ "literal": words.join(" ") })
    };
    let whole: Option<Vec<Vec<i64>>> = year.split(['–', '/']).map(|year| fields(year.trim())).collect();
    let whole = whole.filter(|years| years.len() <= 2 && years.iter().all(|year| year.len() == 1));
    let years = whole.filter(|years| years.is_sorted()).or_else(|| range(year));
    let Some(mut years) = years else {
        return if month.is_none() && day.is_none() { date(year) } else { words() };
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
        // The day stands in the field of the month in many files: `month = "5~" # may`.
        let Some(month) = number(month) else {
            let said = meant(&format!("{month} {year}")).filter(|_| day.is_none());
            return said.and_then(|edtf| from_edtf(&edtf)).unwrap_or_else(words);
        };
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

/// Parses two years of which the second may be shortened: `1930-1931`, `1930/31`, `1911-12`. A `year` contains no month, which
/// has a field of its own.
fn range(text: &str) -> Option<Vec<Vec<i64>>> {
    let (first, last) = text.trim().split_once(['-', '–', '/'])?;
    let is_year =
        |year: &str, most: usize| (1..=most).contains(&year.len()) && year.bytes().all(|digit| digit.is_ascii_digit());
    let (first, last) = (first.trim(), last.trim());
    if first.len() != 4 || !is_year(first, 4) || !is_year(last, 4) {
        return None;
    }
    let whole = format!("{}{last}", &first[..first.len() - last.len()]);
    let years: Vec<i64> = [first, &whole].into_iter().filter_map(|year| year.parse().ok()).collect();
    years.is_sorted_by(|first, last| first < last).then(|| years.into_iter().map(|year| vec![year]).collect())
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
    // Databases write 00 for what they do not know.
    let digits = digits.strip_suffix("-00").unwrap_or(digits);
    let digits = digits.strip_suffix("-00").unwrap_or(digits);
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
            ("1930-00-00", json!({ "date-parts": [[1930]] })),
            ("1930-05-00", json!({ "date-parts": [[1930, 5]] })),
            ("193X", json!({ "literal": "193X" })),
            ("ca. 1930", json!({ "date-parts": [[1930]], "circa": true })),
            ("5 May 1930", json!({ "date-parts": [[1930, 5, 5]] })),
            ("05/06/1930", json!({ "literal": "05/06/1930" })),
            ("[1930]", json!({ "literal": "[1930]" })),
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
            ("1938", Some("5\u{a0}aug"), None, json!({ "date-parts": [[1938, 8, 5]] })),
            ("1938", Some("August 5"), None, json!({ "date-parts": [[1938, 8, 5]] })),
            ("1938", Some("jan/feb"), None, json!({ "date-parts": [[1938, 1], [1938, 2]] })),
            ("ca. 1930", None, None, json!({ "date-parts": [[1930]], "circa": true })),
            ("c1930", None, None, json!({ "date-parts": [[1930]], "circa": true })),
            ("ca. 1930", Some("may"), None, json!({ "literal": "may ca. 1930" })),
            ("1930/1931", None, None, json!({ "date-parts": [[1930], [1931]] })),
            ("1930/31", None, None, json!({ "date-parts": [[1930], [1931]] })),
            ("1930-1931", None, None, json!({ "date-parts": [[1930], [1931]] })),
            ("1911-12", None, None, json!({ "date-parts": [[1911], [1912]] })),
            ("1931/30", None, None, json!({ "literal": "1931/30" })),
            ("193X", None, None, json!({ "literal": "193X" })),
            ("193?", None, None, json!({ "literal": "193?" })),
            ("[1930]", None, None, json!({ "literal": "[1930]" })),
            ("[ca. 1930]", None, None, json!({ "literal": "[ca. 1930]" })),
            ("n.d.", None, None, json!({ "literal": "n.d." })),
            ("forthcoming", None, None, json!({ "literal": "forthcoming" })),
        ] {
            assert_eq!(split(year, month, day), csl, "{year}");
        }
    }
}
