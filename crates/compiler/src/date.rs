//! Turns EDTF dates (ISO 8601-2, levels 0 to 2 as far as they mean one date or range) into words and bounds that are as
//! precise as the date.

use edtf_core::{Bound, Date as EdtfDate, DateField, Edtf, Interval, IntervalEndpoint, Set, SetElement, SetKind};
use palimpsest_story::{CalendarDay, Date, Extent};
use palimpsest_words::Words;
use toml::Spanned;

use crate::date_words::{one_of, range, single};
use crate::diagnostic::Diagnostic;
use crate::files::SourceFile;
use crate::rare_dates;
use crate::toml_file::content_span;
use crate::typed_date;

const HELP: &str = "dates are EDTF: 1921-03-08 is a day, 1921-03 a month, 1921 a year, 1921-03-08/1921-03-16 a range, \
                    1922-12~ is about, 1917? uncertain, [1921,1922] one of them, -0043 is 44 BC; \
                    a day of the old calendar is written as in 1917-10-25 OS";

/// The range of supported years, limited so that days can be counted.
const YEARS: std::ops::RangeInclusive<i32> = -999_999..=999_999;

/// Reads a date from an editors' file. Reports a malformed date with what was probably meant, or else at the character that
/// is wrong.
pub(crate) fn read(
    value: &Spanned<String>,
    words: &Words,
    file: &SourceFile,
    problems: &mut Vec<Diagnostic>,
) -> Option<Date> {
    let span = content_span(file, value);
    let edtf = value.get_ref();
    match parse(edtf, words) {
        Ok(date) => Some(date),
        Err((offset, reason)) => {
            let said = |edtf: &String| parse(edtf, words).map(|date| date.text()).unwrap_or_default();
            let rare = rare_dates::instead(edtf, words, parse);
            // A bracket is never typed by chance. `1911-34` may be years as well as a quarter.
            let is_rare = rare.is_some() && edtf.starts_with(['[', '{']);
            let mut meant = if is_rare { Vec::new() } else { typed_date::meant(edtf, words, parse) };
            if !meant.is_empty() {
                meant.extend(rare.clone().filter(|other| !meant.contains(other)));
            }
            problems.push(match (meant.as_slice(), rare) {
                ([], Some(other)) => {
                    let message = format!("a page has no words for the date \"{edtf}\"");
                    let help = format!("write \"{other}\" ({})", said(&other));
                    Diagnostic::error(file.id.at(span), message).help(help)
                }
                ([], None) => {
                    let at = (span.start + offset).min(span.end);
                    let message = format!("\"{edtf}\" is not a date: {reason}");
                    Diagnostic::error(file.id.at(at..span.end.max(at)), message).help(HELP)
                }
                ([one], _) => {
                    let message = format!("\"{edtf}\" is not written as a date");
                    // What one of several dates says is not plain to see.
                    let said = if one.starts_with('[') { format!(" ({})", said(one)) } else { String::new() };
                    Diagnostic::error(file.id.at(span), message).help(format!("did you mean \"{one}\"{said}?"))
                }
                (several, _) => {
                    let several: Vec<_> = several.iter().map(|edtf| format!("\"{edtf}\" ({})", said(edtf))).collect();
                    let message = format!("\"{edtf}\" may be either of two dates");
                    Diagnostic::error(file.id.at(span), message).help(format!("did you mean {}?", several.join(" or ")))
                }
            });
            None
        }
    }
}

/// Parses an EDTF date and puts it into words. Days of the Julian calendar end with ` OS`, for Old Style.
///
/// # Errors
///
/// Returns the byte offset of what is wrong, and the reason.
pub(crate) fn parse(edtf: &str, words: &Words) -> Result<Date, (usize, String)> {
    match edtf.strip_suffix(" OS") {
        Some(julian) => old_style(julian.trim_end(), words),
        None => new_style(edtf, words),
    }
}

/// Parses days of the Julian calendar. The date is in the Gregorian calendar; the words have both.
fn old_style(julian: &str, words: &Words) -> Result<Date, (usize, String)> {
    let mut converted = Vec::new();
    let mut old = Vec::new();
    let mut offset = 0;
    for day in julian.split('/') {
        let wrong = || (offset, "an Old Style date is a day, or two with a slash between them".to_owned());
        if day.starts_with('-') {
            return Err((offset, "a day before Christ is written as the sources give it, without OS".to_owned()));
        }
        let (bare, mark) = match day.strip_suffix(['?', '~', '%']) {
            Some(bare) => (bare, &day[bare.len()..]),
            None => (day, ""),
        };
        let mut fields = bare.split('-').map(|field| {
            let digits = field.bytes().all(|byte| byte.is_ascii_digit());
            digits.then(|| field.parse::<u16>().ok()).flatten()
        });
        let (Some(Some(year)), Some(Some(month)), Some(Some(day)), None) =
            (fields.next(), fields.next(), fields.next(), fields.next())
        else {
            return Err(wrong());
        };
        let [month, day] = [month, day].map(|number| u8::try_from(number).unwrap_or(0));
        let CalendarDay { year, month, day } = CalendarDay::from_julian(i32::from(year), month, day)
            .ok_or_else(|| (offset, "the old calendar has no such day".to_owned()))?;
        converted.push(format!("{year:04}-{month:02}-{day:02}{mark}"));
        old.push(bare);
        offset += bare.len() + mark.len() + "/".len();
    }
    if old.len() > 2 {
        return Err((0, "an Old Style date is a day, or two with a slash between them".to_owned()));
    }
    old.dedup();
    let mut date = new_style(&converted.join("/"), words)?;
    let mut written: Vec<String> = Vec::new();
    for day in old {
        let fields: Vec<u16> = day.split('-').filter_map(|field| field.parse().ok()).collect();
        // Both were parsed above.
        if let [year, month, day] = fields.as_slice() {
            written.push(crate::date_words::day(*day, u8::try_from(*month).unwrap_or(1), i32::from(*year), words)?);
        }
    }
    let range =
        |from: String, to: String| words.format("edtf-range-spaced", &[("from", from.into()), ("to", to.into())]);
    let old = written.into_iter().reduce(range).unwrap_or_default();
    let text = words.format("edtf-old-style", &[("date", "\u{1}".to_owned().into()), ("old", old.into())]);
    let (before, after) = text.split_once('\u{1}').unwrap_or(("", &text));
    let around = |text: &str| palimpsest_story::DatePart { text: text.to_owned(), datetime: None };
    if !before.is_empty() {
        date.parts.insert(0, around(before));
    }
    date.parts.push(around(after));
    Ok(date)
}

fn new_style(edtf: &str, words: &Words) -> Result<Date, (usize, String)> {
    let parsed =
        Edtf::parse(edtf).map_err(|error| (error.offset.min(edtf.len()), plainly(error.message).to_owned()))?;
    if let Some(at) = half_known(edtf) {
        return Err((at, "a month or a day is known or not at all; [1921-10..1921-12] is one of several".to_owned()));
    }
    let parsed = united(&parsed).map_or(parsed, Edtf::Date);
    let bounds = parsed.bounds();
    let (earliest, latest) = (day(bounds.earliest), day(bounds.latest));
    let is_out = |bound: Bound, day: Option<CalendarDay>| matches!(bound, Bound::Date(_)) && day.is_none();
    if is_out(bounds.earliest, earliest) || is_out(bounds.latest, latest) {
        return Err((0, "years reach from -999999 to 999999".to_owned()));
    }
    let parts = match &parsed {
        Edtf::Date(date) => vec![single(date, words)?],
        Edtf::Interval(interval) => range(&interval.start, &interval.end, words)?,
        Edtf::DateTime(_) => return Err((0, "times of day are not supported".to_owned())),
        Edtf::Set(Set { kind: SetKind::OneMember, elements }) => one_of(elements, words)?,
        Edtf::Set(_) => {
            return Err((
                0,
                "a set in braces is several dates: write a range with a slash, or an entry for each".to_owned(),
            ));
        }
    };
    if let (Some(earliest), Some(latest)) = (earliest, latest)
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
        Edtf::Set(set) => any_of(&set.elements),
        Edtf::DateTime(_) => None,
    };
    Ok(Date { edtf: edtf.to_owned(), parts, earliest, latest, extent })
}

/// Returns the date that a range is whose ends are alike: `1921-XX/1921` is 1921, and `1921/1921~` about 1921.
fn united(parsed: &Edtf) -> Option<EdtfDate> {
    let Edtf::Interval(Interval { start: IntervalEndpoint::Date(start), end: IntervalEndpoint::Date(end) }) = parsed
    else {
        return None;
    };
    let known = |date: &EdtfDate| {
        let [month, day] = [date.month, date.day].map(|field| field.and_then(DateField::value));
        (date.year.kind, date.year.significant_digits, month, day)
    };
    if known(start) != known(end) {
        return None;
    }
    let mut date = *start;
    date.year.qualifier.approximate = start.is_approximate() || end.is_approximate();
    date.year.qualifier.uncertain = start.is_uncertain() || end.is_uncertain();
    Some(date)
}

/// Puts a reason of the EDTF parser into words that do not presume its grammar.
fn plainly(reason: &'static str) -> &'static str {
    match reason {
        "empty input" | "empty date" => "there is no date",
        "whitespace is not allowed" | "EDTF permits ASCII characters only" => {
            "it is written in digits, without words and blanks"
        }
        "year must have exactly four digits (or X)" => "a year has four digits, or an X for each that nobody knows",
        "month must be two digits (or X)" => "a month has two digits",
        "day must be two digits (or X)" => "a day has two digits",
        "expected '-' before month" | "expected '-' before day" => "a hyphen stands between year, month and day",
        "unexpected characters after day" => "nothing but ?, ~ or % follows a day",
        "month must be 01-12 or a sub-year code 21-41" => "a month is 01 to 12, a season 21 to 24",
        "sub-year groupings cannot carry a day" => "a season has no days",
        "day is out of range for the month" => "the month has no such day",
        "interval must contain exactly one '/'" => "a range has two ends, with one slash between them",
        "interval needs at least one dated endpoint" => "a range needs a date on one side at least",
        "interval end precedes interval start" | "set range end precedes range start" => {
            "the range ends before it begins"
        }
        "unterminated set" => "the bracket is not closed",
        "set range endpoints must share precision" => "both sides of .. are days, or months, or years",
        "negative years cannot contain unspecified digits" => {
            "no digit of a year before Christ may be unknown; [-0048..-0039] is one from 49 to 40 BC"
        }
        reason => reason,
    }
}

/// Returns the offset of a date whose month or day is only partly known, because its words would say less than it does.
fn half_known(edtf: &str) -> Option<usize> {
    let mut at = 0;
    edtf.split(['/', ',', '[', ']', '.']).find_map(|date| {
        let start = at;
        at += date.len() + 1;
        let mut fields =
            date.trim_start_matches('-').split('-').skip(1).map(|field| field.trim_matches(['?', '~', '%']));
        let (month, day) = (fields.next()?, fields.next());
        let is_half = |field: &str| field.contains('X') && field != "XX";
        (is_half(month) || day.is_some_and(|day| is_half(day) || month == "XX" && day != "XX")).then_some(start)
    })
}

/// Returns the days that a set of alternative dates covers: something happened somewhere within them.
fn any_of(elements: &[SetElement]) -> Option<Extent> {
    let mut whole: Option<(i32, i32)> = None;
    for element in elements {
        let (start, end) = match element {
            SetElement::Date(date) => (date, date),
            SetElement::Range(start, end) => (start, end),
            SetElement::OnOrBefore(_) | SetElement::OnOrAfter(_) => return None,
        };
        let extent = extent(start, end)?;
        let (first, last) = whole.unwrap_or((extent.first, extent.end()));
        whole = Some((first.min(extent.first), last.max(extent.end())));
    }
    let (first, end) = whole?;
    Some(Extent { first, rising: 0, length: end - first, falling: 0 })
}

/// The minimum distance, in days, by which an approximate or uncertain end may lie from its date.
const BLUR: i32 = 365;

/// Returns the days that a date or a range covers. A single month or year has sharp ends, because something happened within
/// it.
fn extent(start: &EdtfDate, end: &EdtfDate) -> Option<Extent> {
    let days = |date: &EdtfDate| {
        let bounds = Edtf::Date(*date).bounds();
        Some((day(bounds.earliest)?.number(), day(bounds.latest)?.number() + 1))
    };
    // Years are within `YEARS`, so no sum of days overflows.
    let blur = |date: &EdtfDate, known: i32| {
        if date.is_approximate() || date.is_uncertain() { known.max(BLUR) } else { known }
    };
    let (first, begun) = days(start)?;
    let (ending, end_day) = days(end)?;
    let length = end_day - first;
    let range = start != end;
    // A day is sharp. A month or a year at an end of a range may begin or end anywhere within its length.
    let open = |date: &EdtfDate, from: i32, to: i32| blur(date, if range && to - from > 1 { to - from } else { 0 });
    let rising = open(start, first, begun).min(length / 2);
    let falling = open(end, ending, end_day).min(length / 2);
    Some(Extent { first, rising, length, falling })
}

fn day(bound: Bound) -> Option<CalendarDay> {
    let Bound::Date(date) = bound else {
        return None;
    };
    let year = i32::try_from(date.year).ok().filter(|year| YEARS.contains(year))?;
    Some(CalendarDay { year, month: date.month, day: date.day })
}

#[cfg(test)]
mod tests;
