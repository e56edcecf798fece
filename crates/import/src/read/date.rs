//! Converts dates of other programs to EDTF.

use palimpsest_compiler::rules;
use palimpsest_story::CalendarDay;
use palimpsest_words::Words;

/// The EDTF suffixes of a date: none, approximate, uncertain, or both.
const MARKS: [&str; 4] = ["", "~", "?", "%"];

/// A year, a month of a year, or a day. Years are counted without a year 0: -44 is 44 BC.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Moment {
    pub(super) year: i64,
    pub(super) month: Option<u8>,
    pub(super) day: Option<u8>,
}

impl Moment {
    /// Parses a moment from its parts, of which only the year is required.
    ///
    /// # Errors
    ///
    /// Returns a message with the reason if there is no such date.
    pub(super) fn of(year: Option<&str>, month: Option<&str>, day: Option<&str>) -> Result<Self, String> {
        let year = year.ok_or("there is no year")?;
        let year = year.replace('\u{2212}', "-");
        // Spreadsheets write whole numbers as 1922.0.
        let whole = |text: &str| text.trim().trim_end_matches(".0").trim().to_owned();
        let year: i64 = whole(&year).parse().map_err(|_| format!("\"{year}\" is not a year"))?;
        let part = |text: Option<&str>, most: u8, what: &str| match text {
            None => Ok(None),
            Some(text) => {
                let number = whole(text).parse().ok().filter(|number| (1..=most).contains(number));
                number.map(Some).ok_or_else(|| format!("\"{text}\" is not a {what}"))
            }
        };
        let (month, day) = (part(month, 12, "month, a number from 1 to 12")?, part(day, 31, "day of a month")?);
        if day.is_some() && month.is_none() {
            return Err("there is a day without a month".to_owned());
        }
        let moment = Self { year, month, day };
        rules::date(&moment.edtf(), &Words::default()).map_err(|message| format!("{}: {message}", moment.edtf()))?;
        Ok(moment)
    }

    /// Returns the astronomical year: 1 BC is 0.
    fn astronomical(self) -> i64 {
        if self.year < 0 { self.year + 1 } else { self.year }
    }

    pub(super) fn edtf(self) -> String {
        rules::edtf(self.astronomical(), self.month, self.day)
    }
}

/// A date that was given in numbers and words, in EDTF.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Reading {
    pub(super) edtf: String,
    /// Whether the EDTF expresses everything that the words say.
    pub(super) is_whole: bool,
}

/// English with the month before the day. Its other words are those of `en`.
pub(super) const AMERICAN: &str = "en-US";

/// Converts a date given by the numbers of its ends and by words. The words may say more than the numbers: the result is the
/// EDTF date with these ends that a page would display in these words.
pub(super) fn read(start: Moment, end: Option<Moment>, display: Option<&str>, words: &Words) -> Reading {
    let plain = match end {
        Some(end) => format!("{}/{}", start.edtf(), end.edtf()),
        None => start.edtf(),
    };
    let Some(display) = display else { return Reading { edtf: plain, is_whole: true } };
    let says = |edtf: &str, display: &str| {
        rules::date(edtf, words).is_ok_and(|date| rules::is_same_date(&date.text(), display))
    };
    // If the words only give months or years, the numbers may be their first and last days.
    let month = |moment: Moment| Moment { day: None, ..moment };
    let year = |moment: Moment| Moment { day: None, month: None, ..moment };
    let ends = [(start, end), (month(start), end.map(month)), (year(start), end.map(year))];
    let mut all = ends.into_iter().flat_map(|(start, end)| candidates(start, end));
    if let Some(edtf) = all.find(|edtf| says(edtf, display)) {
        return Reading { edtf, is_whole: true };
    }
    if rules::about(display).is_some_and(|bare| says(&plain, bare)) {
        let edtf = plain.split('/').map(|end| format!("{end}~")).collect::<Vec<_>>().join("/");
        return Reading { edtf, is_whole: true };
    }
    Reading { edtf: plain, is_whole: false }
}

/// Returns the EDTF dates with these ends, simplest first.
fn candidates(start: Moment, end: Option<Moment>) -> Vec<String> {
    let Some(end) = end else {
        let mut found: Vec<String> = MARKS.iter().map(|mark| format!("{}{mark}", start.edtf())).collect();
        found.extend(
            MARKS.iter().flat_map(|mark| [format!("{}{mark}/..", start.edtf()), format!("{}{mark}/", start.edtf())]),
        );
        found.extend(old_style(start));
        return found;
    };
    let decade = |moment: Moment, last: i64| {
        let year = moment.astronomical();
        let is_whole = moment.month.is_none() && (0..=9999).contains(&year);
        let decade = (is_whole && year % 10 == last).then(|| format!("{:03}X", year / 10));
        let century = (is_whole && year % 100 == last * 11).then(|| format!("{:02}XX", year / 100));
        [decade, century].into_iter().flatten().collect::<Vec<_>>()
    };
    let all = |plain: String, others: Vec<String>| -> Vec<String> {
        let ends = [plain].into_iter().chain(others);
        ends.flat_map(|end| MARKS.map(|mark| format!("{end}{mark}"))).collect()
    };
    let (decades, last_decades) = (decade(start, 0), decade(end, 9));
    let mut found: Vec<String> = Vec::new();
    for whole in decades.iter().filter(|decade| last_decades.contains(decade)) {
        found.extend(MARKS.iter().map(|mark| format!("{whole}{mark}")));
    }
    for first in all(start.edtf(), decades.clone()) {
        found.extend(all(end.edtf(), last_decades.clone()).into_iter().map(|last| format!("{first}/{last}")));
    }
    found.push(format!("[{},{}]", start.edtf(), end.edtf()));
    found.push(format!("[{}..{}]", start.edtf(), end.edtf()));
    if let (Some(first), Some(_)) = (start.month, end.month) {
        let season = match first {
            3..=5 => 21,
            6..=8 => 22,
            9..=11 => 23,
            _ => 24,
        };
        let years = [start, end].map(|end| Moment { month: None, day: None, ..end }.edtf());
        for year in years {
            found.extend(MARKS.iter().map(|mark| format!("{year}-{season}{mark}")));
        }
    }
    for first in old_style(start) {
        let first = first.trim_end_matches(" OS");
        found.extend(old_style(end).into_iter().map(|last| format!("{first}/{last}")));
    }
    found
}

/// Converts a day to Old Style, which is the Julian calendar.
fn old_style(moment: Moment) -> Vec<String> {
    let (Ok(year), Some(month), Some(day)) = (i32::try_from(moment.astronomical()), moment.month, moment.day) else {
        return Vec::new();
    };
    let today = CalendarDay { year, month, day };
    // In years of four digits, the calendars never differ by more than this.
    let days = (-2..=80).map(|apart| CalendarDay::from_number(today.number() - apart));
    let day = days.map(|CalendarDay { year, month, day }| (year, month, day));
    let mut old: Vec<String> = Vec::new();
    // A leap day that exists only in the Julian calendar is not a valid day in the Gregorian one.
    for (year, month, day) in day.chain([(year, 2, 29)]) {
        if CalendarDay::from_julian(year, month, day) == Some(today) {
            old.push(format!("{year:04}-{month:02}-{day:02} OS"));
        }
    }
    old
}

#[cfg(test)]
mod tests {
    use super::*;

    fn moment(year: i64, month: Option<u8>, day: Option<u8>) -> Moment {
        Moment { year, month, day }
    }

    #[test]
    fn parts_are_read() {
        assert_eq!(Moment::of(Some("-44"), Some("3"), Some("15.0")).map(Moment::edtf), Ok("-0043-03-15".to_owned()));
        assert_eq!(Moment::of(Some("12000"), None, None).map(Moment::edtf), Ok("Y12000".to_owned()));
        for (year, month, day) in
            [(None, None, None), (Some("x"), None, None), (Some("1"), Some("13"), None), (Some("1"), None, Some("2"))]
        {
            assert!(Moment::of(year, month, day).is_err());
        }
        assert!(Moment::of(Some("1921"), Some("2"), Some("30")).is_err());
        assert!(Moment::of(Some("-4500000000"), None, None).is_err());
    }

    #[test]
    fn words_say_more_than_numbers() {
        let year = moment(1922, None, None);
        for (end, display, edtf, is_whole) in [
            (None, "1922", "1922", true),
            (None, "about 1922", "1922~", true),
            (None, "c. 1922", "1922~", true),
            (None, "since 1922", "1922/..", true),
            (None, "the year of the fire", "1922", false),
            (Some(moment(1925, None, None)), "1922 – about 1925", "1922/1925~", true),
            (Some(moment(1925, None, None)), "ca. 1922-1925", "1922~/1925~", true),
        ] {
            let reading = read(year, end, Some(display), &Words::default());
            assert_eq!((reading.edtf.as_str(), reading.is_whole), (edtf, is_whole), "{display}");
        }
        let decade =
            read(moment(1920, None, None), Some(moment(1929, None, None)), Some("the 1920s"), &Words::default());
        assert_eq!(decade.edtf, "192X");
        let old = "7 November 1917 (25 October 1917 Old Style)";
        assert_eq!(read(moment(1917, Some(11), Some(7)), None, Some(old), &Words::default()).edtf, "1917-10-25 OS");
    }
}
