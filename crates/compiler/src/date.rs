//! Turns EDTF dates (ISO 8601-2, levels 0 to 2 as far as they mean one date or range) into words and bounds that are as
//! precise as the date.

use edtf_core::{Bound, Date as EdtfDate, Edtf, IntervalEndpoint, Set, SetElement, SetKind};
use palimpsest_story::{CalendarDay, Date, Extent};
use palimpsest_words::Words;
use toml::Spanned;

use crate::date_words::{one_of, range, single};
use crate::diagnostic::Diagnostic;
use crate::files::SourceFile;
use crate::toml_file::content_span;

const HELP: &str = "dates are EDTF: 1921-03-08 is a day, 1921-03 a month, 1921 a year, 1921-03-08/1921-03-16 a range, \
                    1922-12~ is about, 1917? uncertain, [1921,1922] one of them, -0043 is 44 BC; \
                    a day of the old calendar is written as in 1917-10-25 OS";

/// The range of supported years, limited so that days can be counted.
const YEARS: std::ops::RangeInclusive<i32> = -999_999..=999_999;

/// Reads a date from an editors' file. Reports a malformed date at the character that is wrong.
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
        Err((offset, message)) => {
            let at = (span.start + offset).min(span.end);
            let message = format!("\"{edtf}\" is not a date: {message}");
            problems.push(Diagnostic::error(file.id.at(at..span.end.max(at)), message).help(HELP));
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
    let parsed = Edtf::parse(edtf).map_err(|error| {
        let message = if error.message.starts_with("negative years") {
            "no digit of a year before Christ may be unknown; [-0048..-0039] is one from 49 to 40 BC".to_owned()
        } else {
            error.message.to_owned()
        };
        (error.offset.min(edtf.len()), message)
    })?;
    if let Some(at) = half_known(edtf) {
        return Err((at, "a month or a day is known or not at all; [1921-10..1921-12] is one of several".to_owned()));
    }
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
mod tests {
    use super::*;

    fn parsed(edtf: &str) -> Result<Date, (usize, String)> {
        parse(edtf, &Words::default())
    }

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
            ("20XX", "the 21st century"),
            ("10XX", "the 11th century"),
            ("01XX", "the 2nd century"),
            ("02XX", "the 3rd century"),
            ("1921/", "from 1921, end unknown"),
            ("/1921", "until 1921, start unknown"),
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
            ("1917~/1920?", "about 1917 – 1920 (uncertain)"),
            ("1921/1921", "1921"),
            ("1921-03-08/1921-03-08", "8 March 1921"),
            ("192X-21", "spring in the 1920s"),
            ("19XX-12", "December in the 20th century"),
            ("-0043-03-15", "15 March 44 BC"),
            ("0000", "1 BC"),
            ("-0005/0014", "6 BC – AD 14"),
            ("-0048/-0043", "49 BC – 44 BC"),
            ("[1921,1922]", "1921 or 1922"),
            ("[1921-03,1921-05,1922]", "March 1921, May 1921 or 1922"),
            ("[1921..1923]", "between 1921 and 1923"),
            ("[-0043..0005]", "between 44 BC and AD 5"),
            ("[-0001,0002]", "2 BC or AD 2"),
            ("1921-XX-XX", "1921"),
            ("Y12000", "12000"),
            ("Y-12000", "12001 BC"),
            ("1917-10-25 OS", "7 November 1917 (25 October 1917 Old Style)"),
            ("1700-02-29 OS", "11 March 1700 (29 February 1700 Old Style)"),
            ("1917-10-24/1917-10-26 OS", "6–8 November 1917 (24 October 1917 – 26 October 1917 Old Style)"),
        ] {
            assert_eq!(parsed(edtf).map(|date| date.text()), Ok(words.to_owned()), "{edtf}");
        }
    }

    #[test]
    fn every_word_for_dates_is_used() {
        let words = Words::default();
        let months = (1..=12).chain(21..=24).map(|month| format!("1921-{month:02}"));
        let ranges =
            ["1921-01-02/1921-02-03", "1921-01-02/1921-01-03", "1921/1922", "1921/..", "../1921", "1921/", "/1921"]
                .map(str::to_owned);
        let others = ["1921-03-08", "1921%", "-0043", "-0043/0014", "192X", "19XX", "192X-21"];
        let others = others.into_iter().chain(["[1921,1922,1923..1924]", "1917-10-25 OS"]).map(str::to_owned);
        for edtf in months.chain(ranges).chain(others) {
            assert!(parse(&edtf, &words).is_ok(), "{edtf}");
        }
        assert_eq!(words.check(), Ok(()));
        let unused = words.unused().into_iter().filter(|key| key.starts_with("edtf-") || key.starts_with("month-"));
        assert_eq!(unused.collect::<Vec<_>>(), Vec::<String>::new());
    }

    #[test]
    fn a_range_gives_html_both_its_ends() {
        let parts = parsed("1921-03-08/1921-03-16").map(|date| date.parts);
        let values = parts.map(|parts| parts.into_iter().map(|part| part.datetime).collect::<Vec<_>>());
        assert_eq!(values, Ok(vec![Some("1921-03-08".into()), None, Some("1921-03-16".into())]));
    }

    #[test]
    fn bounds_are_the_first_and_the_last_possible_day() {
        let date = parsed("1921-03").map(|date| (date.earliest, date.latest));
        let day = |day| Some(CalendarDay { year: 1921, month: 3, day });
        assert_eq!(date, Ok((day(1), day(31))));
    }

    #[test]
    fn an_extent_has_ends_as_open_as_they_are_known() {
        let extent = |edtf| {
            let extent = parsed(edtf).ok()?.extent?;
            Some([extent.first, extent.rising, extent.length, extent.falling])
        };
        assert_eq!(extent("1970-01-01"), Some([0, 0, 1, 0]));
        assert_eq!(extent("1970-02"), Some([31, 0, 28, 0]), "a month in which something happened is sharp");
        assert_eq!(extent("1970/1971-03-01"), Some([0, 212, 425, 0]), "a year as a start is open, at most by half");
        assert_eq!(extent("1970-01-01/1971"), Some([0, 0, 730, 365]));
        assert_eq!(extent("1969-01-01/1971-12~"), Some([-365, 0, 1095, 365]), "an approximate month is a year open");
        assert_eq!(extent("1917-11-07"), Some([-19_048, 0, 1, 0]));
        assert_eq!(extent("1970/.."), None);
        assert_eq!(extent("[1970-01-01,1970-01-03]"), Some([0, 0, 3, 0]));
        assert_eq!(extent("1917-10-25 OS"), extent("1917-11-07"));
    }

    #[test]
    fn malformed_dates_are_refused_with_the_offset_of_the_mistake() {
        assert_eq!(parsed("1921-03-16/1921-03-08").map_err(|(at, _)| at), Err(11));
        assert!(parsed("1921-02-30").is_err());
        assert!(parsed("1921-13").is_err());
        assert_eq!(parsed("1920/1921-1X").map_err(|(at, _)| at), Err(5));
        for edtf in ["1921-1X", "1921-03-1X", "1921-XX-08", "[1920,1921-0X]"] {
            assert!(parsed(edtf).is_err(), "{edtf}");
        }
        assert!(parsed("1921-03-08T10:00:00").is_err());
        for edtf in ["{1921,1922}", "{..}", "[..1921]", "Y17E7", "Y999999999999", "Y-1000000", "1950S2", "-004X"] {
            assert!(parsed(edtf).is_err(), "{edtf}");
        }
        for edtf in
            ["1917 OS", "1917-10 OS", " OS", "1900-02-30 OS", "1917-13-01 OS", "/1917-10-25 OS", "-0043-03-15 OS"]
        {
            assert!(parsed(edtf).is_err(), "{edtf}");
        }
        assert!(parsed("").is_err());
    }
}
