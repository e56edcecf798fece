//! The calendars of GEDCOM, and their conversion to Gregorian days.

use palimpsest_story::CalendarDay;

/// A calendar of GEDCOM.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Calendar {
    Gregorian,
    Julian,
    /// The French Republican calendar, used from 1792 to 1805.
    French,
    Hebrew,
}

const MONTHS: [&str; 12] = ["JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC"];

/// The months of the French Republican calendar. The thirteenth consists of the days that complete the year.
const FRENCH: [&str; 13] =
    ["VEND", "BRUM", "FRIM", "NIVO", "PLUV", "VENT", "GERM", "FLOR", "PRAI", "MESS", "THER", "FRUC", "COMP"];

/// The months of the Hebrew calendar, beginning in autumn. Only leap years have `ADS`, which is Adar Sheni.
const HEBREW: [&str; 13] = ["TSH", "CSH", "KSL", "TVT", "SHV", "ADR", "ADS", "NSN", "IYR", "SVN", "TMZ", "AAV", "ELL"];

/// The first day of the year I, 22 September 1792, in days from 1 January 1970.
const REPUBLIC: i32 = -64_748;

impl Calendar {
    /// Returns the number of a month, counted from 1, by its name in GEDCOM.
    pub(super) fn month(self, name: &str) -> Option<u8> {
        let names: &[&str] = match self {
            Self::Gregorian | Self::Julian => &MONTHS,
            Self::French => &FRENCH,
            Self::Hebrew => &HEBREW,
        };
        let at = names.iter().position(|known| *known == name)?;
        u8::try_from(at + 1).ok()
    }

    /// Returns the first and last day of a year, a month or a day; `None` if the calendar has no such date.
    pub(super) fn days(self, year: i32, month: Option<u8>, day: Option<u8>) -> Option<(CalendarDay, CalendarDay)> {
        let (first, last) = match self {
            Self::Gregorian => gregorian(year, month, day)?,
            Self::Julian => julian(year, month, day)?,
            Self::French => french(year, month, day)?,
            Self::Hebrew => hebrew(year, month, day)?,
        };
        Some((CalendarDay::from_number(first), CalendarDay::from_number(last)))
    }
}

fn gregorian(year: i32, month: Option<u8>, day: Option<u8>) -> Option<(i32, i32)> {
    let number = |year, month, day| CalendarDay { year, month, day }.number();
    let first = number(year, month.unwrap_or(1), 1);
    let after = match month {
        Some(month) if month < 12 => number(year, month + 1, 1),
        _ => number(year + 1, 1, 1),
    };
    within(first, after, day)
}

fn julian(year: i32, month: Option<u8>, day: Option<u8>) -> Option<(i32, i32)> {
    let number = |year, month, day| CalendarDay::from_julian(year, month, day).map(|day| day.number());
    let first = number(year, month.unwrap_or(1), 1)?;
    let after = match month {
        Some(month) if month < 12 => number(year, month + 1, 1)?,
        _ => number(year + 1, 1, 1)?,
    };
    within(first, after, day)
}

/// Converts a French Republican date. In the years 3, 7 and 11, the days that complete the year numbered six.
fn french(year: i32, month: Option<u8>, day: Option<u8>) -> Option<(i32, i32)> {
    if !(1..=14).contains(&year) {
        return None;
    }
    let begin = |year: i32| REPUBLIC + 365 * (year - 1) + year / 4;
    let Some(month) = month else { return within(begin(year), begin(year + 1), day) };
    let first = begin(year) + 30 * (i32::from(month) - 1);
    let after = if month == 13 { begin(year + 1) } else { first + 30 };
    within(first, after, day)
}

fn hebrew(year: i32, month: Option<u8>, day: Option<u8>) -> Option<(i32, i32)> {
    if !(1..=9999).contains(&year) {
        return None;
    }
    let (begin, end) = (new_year(year), new_year(year + 1));
    let Some(month) = month else { return within(begin, end, day) };
    let days = end - begin;
    let is_leap = days > 380;
    // Heshvan is long in complete years, Kislev short in deficient ones; only leap years have two months of Adar.
    let length = |month: u8| match month {
        2 => 29 + i32::from(days % 10 == 5),
        3 => 30 - i32::from(days % 10 == 3),
        6 if is_leap => 30,
        7 if !is_leap => 0,
        1 | 5 | 8 | 10 | 12 => 30,
        _ => 29,
    };
    let first = begin + (1..month).map(length).sum::<i32>();
    within(first, first + length(month), day)
}

/// Returns the first day of a Hebrew year, in days from 1 January 1970. It is the new moon of autumn, postponed so that no
/// holiday falls on a forbidden day of the week and no year has an impossible length.
fn new_year(year: i32) -> i32 {
    /// 1 Tishri of the year 1.
    const FIRST: i32 = -2_092_590;
    let elapsed = |year: i32| {
        let months = (235 * (year - 1) + 1).div_euclid(19);
        let parts = 12_084 + i64::from(months) * 13_753;
        let day = 29 * months + i32::try_from(parts.div_euclid(25_920)).unwrap_or_default();
        if (3 * (day + 1)) % 7 < 3 { day + 1 } else { day }
    };
    let (before, this, after) = (elapsed(year - 1), elapsed(year), elapsed(year + 1));
    let delay = if after - this == 356 { 2 } else { i32::from(this - before == 382) };
    FIRST + this + delay
}

/// Returns a single day of a year or a month, or the whole period.
fn within(first: i32, after: i32, day: Option<u8>) -> Option<(i32, i32)> {
    if first >= after {
        return None;
    }
    let Some(day) = day else { return Some((first, after - 1)) };
    let number = first + i32::from(day) - 1;
    (day > 0 && number < after).then_some((number, number))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(calendar: Calendar, year: i32, month: &str, day: u8) -> Option<String> {
        let (first, last) = calendar.days(year, calendar.month(month), Some(day))?;
        assert_eq!(first, last);
        Some(format!("{:04}-{:02}-{:02}", first.year, first.month, first.day))
    }

    #[test]
    fn known_days_of_other_calendars() {
        let french = |year, month, of| day(Calendar::French, year, month, of);
        assert_eq!(french(1, "VEND", 1).as_deref(), Some("1792-09-22"));
        assert_eq!(french(2, "THER", 9).as_deref(), Some("1794-07-27"));
        assert_eq!(french(8, "BRUM", 18).as_deref(), Some("1799-11-09"));
        assert_eq!(french(3, "COMP", 6).as_deref(), Some("1795-09-22"));
        assert_eq!(french(14, "NIVO", 10).as_deref(), Some("1805-12-31"));
        assert_eq!(french(2, "COMP", 6), None);
        assert_eq!(french(15, "VEND", 1), None);
        let hebrew = |year, month, of| day(Calendar::Hebrew, year, month, of);
        assert_eq!(hebrew(5708, "IYR", 5).as_deref(), Some("1948-05-14"));
        assert_eq!(hebrew(5784, "TSH", 1).as_deref(), Some("2023-09-16"));
        assert_eq!(hebrew(5784, "ADS", 14).as_deref(), Some("2024-03-24"), "Purim of a leap year");
        assert_eq!(hebrew(5785, "ADR", 14).as_deref(), Some("2025-03-14"));
        assert_eq!(hebrew(5785, "ADS", 1), None);
        let julian = |year, month, of| day(Calendar::Julian, year, month, of);
        assert_eq!(julian(1917, "OCT", 25).as_deref(), Some("1917-11-07"));
        assert_eq!(julian(1900, "FEB", 29).as_deref(), Some("1900-03-13"));
        let gregorian = |year, month, of| day(Calendar::Gregorian, year, month, of);
        assert_eq!(gregorian(1900, "FEB", 29), None);
        assert_eq!(gregorian(-43, "MAR", 15).as_deref(), Some("-043-03-15"));
    }

    #[test]
    fn hebrew_years_have_a_possible_length() {
        for year in 1..=9998 {
            let days = new_year(year + 1) - new_year(year);
            assert!([353, 354, 355, 383, 384, 385].contains(&days), "{year} has {days} days");
        }
    }

    #[test]
    fn years_and_months_are_stretches() {
        let days = Calendar::French.days(2, None, None).map(|(first, last)| last.number() - first.number() + 1);
        assert_eq!(days, Some(365));
        let days = Calendar::Hebrew.days(5784, Some(6), None).map(|(first, last)| last.number() - first.number() + 1);
        assert_eq!(days, Some(30));
    }
}
