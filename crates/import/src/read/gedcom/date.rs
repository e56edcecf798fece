//! Converts GEDCOM dates to dates of a story.

use palimpsest_compiler::rules;
use palimpsest_story::CalendarDay;

use super::calendars::Calendar;

/// A GEDCOM date, as far as a story can express it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum When {
    /// A date in EDTF, or a date in days of the Julian calendar with ` OS`, and the information that it does not record.
    At(String, Option<String>),
    /// Before a date in EDTF; how long before is unknown.
    Before(String),
    /// After a date in EDTF; how long after is unknown.
    After(String),
    /// Text that cannot be read as a date.
    Words,
}

/// A year, a month or a day.
struct Simple {
    calendar: Calendar,
    year: i32,
    month: Option<u8>,
    day: Option<u8>,
    /// Whether the year was a dual one, such as `1699/00`.
    is_dual: bool,
    first: CalendarDay,
    last: CalendarDay,
}

/// Parses the value of a `DATE` in either version of GEDCOM.
pub(super) fn parse(value: &str) -> When {
    read(value).unwrap_or(When::Words)
}

fn read(value: &str) -> Option<When> {
    let (value, words) = match value.find('(') {
        Some(start) => (&value[..start], Some(value[start..].trim_matches(['(', ')', ' ']))),
        None => (value, None),
    };
    let tokens = tokens(value)?;
    let tokens: Vec<&str> = tokens.iter().map(String::as_str).collect();
    let split = |word: &str| tokens.iter().position(|token| *token == word);
    let (first, rest) = tokens.split_first()?;
    let loss = |text: &str| Some(text.to_owned());
    Some(match *first {
        "FROM" => match split("TO") {
            Some(at) => range(&simple(&tokens[1..at])?, &simple(&tokens[at + 1..])?),
            None => open(&simple(rest)?, |date| format!("{date}/..")),
        },
        "TO" => open(&simple(rest)?, |date| format!("../{date}")),
        "BET" => {
            let at = split("AND")?;
            let (from, to) = (simple(&tokens[1..at])?, simple(&tokens[at + 1..])?);
            When::At(format!("[{}..{}]", from.plain(), to.plain()), Simple::losses(&[&from, &to]))
        }
        "BEF" => When::Before(simple(rest)?.plain()),
        "AFT" => When::After(simple(rest)?.plain()),
        "ABT" => marked(&simple(rest)?, '~', None),
        "CAL" => marked(&simple(rest)?, '~', loss("that it was calculated")),
        "EST" => marked(&simple(rest)?, '~', loss("that it was estimated")),
        "INT" => marked(&simple(rest)?, '?', words.map(|words| format!("that it stands for the words “{words}”"))),
        _ if words.is_some() => return None,
        _ => {
            let date = simple(&tokens)?;
            When::At(date.written(), Simple::losses(&[&date]))
        }
    })
}

/// Splits a date into words in upper case. The escape for a calendar becomes a word.
fn tokens(value: &str) -> Option<Vec<String>> {
    let mut text = value.to_ascii_uppercase();
    while let Some(start) = text.find("@#D") {
        let end = start + text[start + 1..].find('@')? + 1;
        let calendar = match text[start + 3..end].trim() {
            "FRENCH R" => "FRENCH_R".to_owned(),
            name => name.to_owned(),
        };
        text.replace_range(start..=end, &format!(" {calendar} "));
    }
    Some(text.split_whitespace().map(str::to_owned).collect())
}

/// Parses a calendar, a day, a month, a year and an epoch, of which only the year is required.
fn simple(tokens: &[&str]) -> Option<Simple> {
    let (calendar, tokens) = match tokens.split_first()? {
        (&"GREGORIAN", rest) => (Calendar::Gregorian, rest),
        (&"JULIAN", rest) => (Calendar::Julian, rest),
        (&"FRENCH_R", rest) => (Calendar::French, rest),
        (&"HEBREW", rest) => (Calendar::Hebrew, rest),
        _ => (Calendar::Gregorian, tokens),
    };
    let (is_before, tokens) = match tokens.split_last()? {
        (&("B.C." | "BC" | "BCE" | "B.C"), rest) => (true, rest),
        _ => (false, tokens),
    };
    let number = |text: &str, most: usize| {
        let is_number = !text.is_empty() && text.len() <= most && text.bytes().all(|byte| byte.is_ascii_digit());
        is_number.then(|| text.parse::<i32>().ok()).flatten()
    };
    let (year, before) = tokens.split_last()?;
    let (year, second) = match year.split_once('/') {
        Some((year, second)) => (number(year, 4)?, Some((number(second, 4)?, second.len()))),
        None => (number(year, 4)?, None),
    };
    // In a dual year, the second is the one that begins in January.
    let is_dual = second.is_some();
    let next = |(second, digits): (i32, usize)| match digits {
        1 => (year + 1) % 10 == second,
        2 => (year + 1) % 100 == second,
        _ => year + 1 == second,
    };
    if second.is_some_and(|second| !next(second)) || year == 0 || is_dual && is_before {
        return None;
    }
    let year = match (is_before, is_dual) {
        (true, _) => 1 - year,
        (false, true) => year + 1,
        (false, false) => year,
    };
    let (day, month) = match before {
        [] => (None, None),
        [month] => (None, Some(calendar.month(month)?)),
        [day, month] => (Some(u8::try_from(number(day, 2)?).ok()?), Some(calendar.month(month)?)),
        _ => return None,
    };
    // A story's Julian calendar begins in AD 1; earlier dates keep their numbers.
    let counted = if calendar == Calendar::Julian && year < 1 { Calendar::Gregorian } else { calendar };
    let (first, last) = counted.days(year, month, day)?;
    Some(Simple { calendar, year, month, day, is_dual, first, last })
}

impl Simple {
    /// Formats the date as EDTF, in the Gregorian calendar. Julian years and months keep their numbers. A year or a month of
    /// the French or Hebrew calendar overlaps two Gregorian ones, and becomes its first day.
    fn plain(&self) -> String {
        match self.calendar {
            Calendar::Julian if self.day.is_some() => iso(self.first),
            Calendar::Gregorian | Calendar::Julian => self.fields(),
            Calendar::French | Calendar::Hebrew => iso(self.first),
        }
    }

    /// Does the same as [`Self::plain`], but where that returns the first day, returns the last.
    fn end(&self) -> String {
        match self.calendar {
            Calendar::French | Calendar::Hebrew => iso(self.last),
            Calendar::Gregorian | Calendar::Julian => self.plain(),
        }
    }

    fn is_old_style(&self) -> bool {
        self.calendar == Calendar::Julian && self.day.is_some() && self.year > 0
    }

    /// Formats the date as EDTF or in Old Style.
    fn written(&self) -> String {
        if self.is_old_style() {
            return format!("{} OS", self.fields());
        }
        let (first, end) = (self.plain(), self.end());
        if first == end { first } else { format!("[{first}..{end}]") }
    }

    /// Formats the year, month and day, as far as they are given.
    fn fields(&self) -> String {
        rules::edtf(self.year.into(), self.month, self.day)
    }

    /// Describes the information that the dates record and EDTF does not.
    fn losses(dates: &[&Self]) -> Option<String> {
        let loss = |date: &&Self| match date.calendar {
            Calendar::French => Some("the calendar of the French Republic"),
            Calendar::Hebrew => Some("the Hebrew calendar"),
            Calendar::Julian if !date.is_old_style() => Some("the Julian calendar"),
            // By convention, Old Style dates count their years from January.
            _ if date.is_dual && !date.is_old_style() => Some("the year that began in March"),
            _ => None,
        };
        dates.iter().find_map(loss).map(str::to_owned)
    }
}

/// Formats a day in ISO 8601.
pub(super) fn iso(CalendarDay { year, month, day }: CalendarDay) -> String {
    rules::edtf(year.into(), Some(month), Some(day))
}

/// Formats a range from one date to another. If both are Julian days, they stay in that calendar.
fn range(from: &Simple, to: &Simple) -> When {
    if from.is_old_style() && to.is_old_style() {
        return When::At(format!("{}/{} OS", from.fields(), to.fields()), None);
    }
    let losses = Simple::losses(&[from, to]).or_else(|| converted(&[from, to]));
    When::At(format!("{}/{}", from.plain(), to.end()), losses)
}

/// Formats a range with an open end.
fn open(date: &Simple, written: impl Fn(&str) -> String) -> When {
    When::At(written(&date.plain()), Simple::losses(&[date]).or_else(|| converted(&[date])))
}

/// Formats a date with the mark for an approximate or uncertain one.
fn marked(date: &Simple, mark: char, loss: Option<String>) -> When {
    let losses = [loss, Simple::losses(&[date])];
    let losses: Vec<String> = losses.into_iter().flatten().collect();
    let written = if date.is_old_style() {
        format!("{}{mark} OS", date.fields())
    } else {
        let (first, end) = (date.plain(), date.end());
        if first == end { format!("{first}{mark}") } else { format!("{first}{mark}/{end}{mark}") }
    };
    When::At(written, Some(losses.join(", and ")).filter(|losses| !losses.is_empty()))
}

/// Describes the loss if Julian days were converted.
fn converted(dates: &[&Simple]) -> Option<String> {
    dates.iter().any(|date| date.is_old_style()).then(|| "the Julian calendar".to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_keep_what_a_story_can_say() {
        for (gedcom, edtf) in [
            ("1850", "1850"),
            ("mar 1850", "1850-03"),
            ("2 OCT 1822", "1822-10-02"),
            ("@#DGREGORIAN@ 2 OCT 1822", "1822-10-02"),
            ("44 B.C.", "-0043"),
            ("15 MAR 44 BCE", "-0043-03-15"),
            ("FROM 1904 TO 1915", "1904/1915"),
            ("FROM JAN 1904", "1904-01/.."),
            ("TO 1915", "../1915"),
            ("BET 1904 AND 1915", "[1904..1915]"),
            ("BET 1 JAN 1904 AND MAR 1904", "[1904-01-01..1904-03]"),
            ("ABT 1850", "1850~"),
            ("@#DJULIAN@ 25 OCT 1917", "1917-10-25 OS"),
            ("JULIAN 25 OCT 1917", "1917-10-25 OS"),
            ("ABT @#DJULIAN@ 25 OCT 1917", "1917-10-25~ OS"),
            ("FROM @#DJULIAN@ 24 OCT 1917 TO @#DJULIAN@ 26 OCT 1917", "1917-10-24/1917-10-26 OS"),
            ("@#DJULIAN@ 11 FEB 1731/32", "1732-02-11 OS"),
        ] {
            assert_eq!(parse(gedcom), When::At(edtf.to_owned(), None), "{gedcom}");
        }
    }

    #[test]
    fn what_a_date_loses_is_reported() {
        for (gedcom, edtf, loss) in [
            ("CAL 1850", "1850~", "that it was calculated"),
            ("EST 1850", "1850~", "that it was estimated"),
            ("INT 1850 (the year of the flood)", "1850?", "that it stands for the words “the year of the flood”"),
            ("11 FEB 1731/32", "1732-02-11", "the year that began in March"),
            ("@#DJULIAN@ 1650", "1650", "the Julian calendar"),
            ("BET JULIAN 24 OCT 1917 AND JULIAN 1918", "[1917-11-06..1918]", "the Julian calendar"),
            ("FROM @#DJULIAN@ 24 OCT 1917", "1917-11-06/..", "the Julian calendar"),
            ("@#DFRENCH R@ 9 THER 2", "1794-07-27", "the calendar of the French Republic"),
            ("FRENCH_R 2", "[1793-09-22..1794-09-21]", "the calendar of the French Republic"),
            ("@#DHEBREW@ 5 IYR 5708", "1948-05-14", "the Hebrew calendar"),
            (
                "EST FRENCH_R FRIM 2",
                "1793-11-21~/1793-12-20~",
                "that it was estimated, and the calendar of the French Republic",
            ),
        ] {
            assert_eq!(parse(gedcom), When::At(edtf.to_owned(), Some(loss.to_owned())), "{gedcom}");
        }
    }

    #[test]
    fn bounds_are_one_end_of_a_range() {
        assert_eq!(parse("BEF 1828"), When::Before("1828".to_owned()));
        assert_eq!(parse("AFT @#DJULIAN@ 25 OCT 1917"), When::After("1917-11-07".to_owned()));
    }

    #[test]
    fn words_are_not_dates() {
        for words in [
            "",
            "(about noon)",
            "12 MAR",
            "30 FEB 1850",
            "1850/52",
            "MAR",
            "0",
            "31 APR 1900",
            "@#DROMAN@ 1 JAN 1",
            "@#D",
            "BET 1850",
            "FROM",
            "1 2 3 4",
            "ABT",
            "INT",
            "99999",
            "Ostern 1850",
            "1850 (perhaps)",
            "FROM 1850 TO",
            "44/45 B.C.",
            "1 VEND 2",
        ] {
            assert_eq!(parse(words), When::Words, "{words}");
        }
    }
}
