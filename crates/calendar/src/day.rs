//! Calendar days and their numbers.

/// A day of the proleptic Gregorian calendar. Days are ordered chronologically.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct CalendarDay {
    /// The astronomical year: 0 is 1 BC.
    pub year: i32,
    /// The month, 1 to 12.
    pub month: u8,
    /// The day of the month, 1 to 31.
    pub day: u8,
}

impl CalendarDay {
    /// Returns the first day of an astronomical year.
    pub fn new_year(year: i32) -> Self {
        Self { year, month: 1, day: 1 }
    }

    /// Returns the number of days from 1 January 1970 to this day.
    pub fn number(&self) -> i32 {
        // Years are counted from March, so that a leap day is the last of its year.
        let (year, month) = if self.month > 2 { (self.year, self.month - 3) } else { (self.year - 1, self.month + 9) };
        let days_before_month = (153 * i32::from(month) + 2) / 5;
        let leap_days = year.div_euclid(4) - year.div_euclid(100) + year.div_euclid(400);
        365 * year + leap_days + days_before_month + i32::from(self.day) - 1 - 719_468
    }

    /// Converts a date in the Julian calendar. `None` if the calendar has no such day, or if the year is not within 1 to
    /// 9999.
    pub fn from_julian(year: i32, month: u8, day: u8) -> Option<Self> {
        let length = match month {
            1 | 3 | 5 | 7 | 8 | 10 | 12 => 31,
            4 | 6 | 9 | 11 => 30,
            // Every fourth year is a leap year.
            2 if year % 4 == 0 => 29,
            2 => 28,
            _ => return None,
        };
        if !(1..=9999).contains(&year) || !(1..=length).contains(&day) {
            return None;
        }
        // Years are counted from March, as in `number`; 1 March of the year 0 is two days earlier than in the Gregorian
        // calendar.
        let (years, months) = if month > 2 { (year, month - 3) } else { (year - 1, month + 9) };
        let number = 365 * years + years / 4 + (153 * i32::from(months) + 2) / 5 + i32::from(day) - 1 - 719_470;
        Some(Self::from_number(number))
    }

    /// Returns the day that is `number` days after 1 January 1970, or before it if `number` is negative.
    pub fn from_number(number: i32) -> Self {
        // Eras of 400 years, which begin on 1 March.
        let days = number + 719_468;
        let (era, day) = (days.div_euclid(146_097), days.rem_euclid(146_097));
        let year = (day - day / 1460 + day / 36_524 - day / 146_096) / 365;
        let day = day - (365 * year + year / 4 - year / 100);
        let month = (5 * day + 2) / 153;
        let day = day - (153 * month + 2) / 5 + 1;
        let (year, month) = (year + era * 400, if month < 10 { month + 3 } else { month - 9 });
        // The arithmetic keeps a month within 1 to 12 and a day within 1 to 31.
        let [month_number, day] = [month, day].map(|number| u8::try_from(number).unwrap_or(1));
        Self { year: year + i32::from(month <= 2), month: month_number, day }
    }
}

#[cfg(test)]
mod tests {
    use super::CalendarDay;

    #[test]
    fn days_are_numbered_from_1970() {
        for (year, month, day, number) in
            [(1970, 1, 1, 0), (1969, 12, 31, -1), (2000, 2, 29, 11_016), (1879, 11, 7, -32_927), (-43, 3, 15, -735_160)]
        {
            let date = CalendarDay { year, month, day };
            assert_eq!((date.number(), CalendarDay::from_number(number)), (number, date));
        }
    }

    #[test]
    fn days_of_the_old_calendar_have_one_of_ours() {
        for ((year, month, day), [y, m, d]) in [
            ((1917, 10, 25), [1917, 11, 7]),
            ((1900, 2, 29), [1900, 3, 13]),
            ((1700, 2, 29), [1700, 3, 11]),
            ((1582, 10, 4), [1582, 10, 14]),
            ((1, 1, 1), [0, 12, 30]),
        ] {
            let [Ok(m), Ok(d)] = [m, d].map(u8::try_from) else { panic!("the test is wrong") };
            assert_eq!(CalendarDay::from_julian(year, month, day), Some(CalendarDay { year: y, month: m, day: d }));
        }
        for (year, month, day) in [(1901, 2, 29), (1917, 13, 1), (1917, 0, 1), (1917, 4, 31), (0, 1, 1), (1917, 1, 0)] {
            assert_eq!(CalendarDay::from_julian(year, month, day), None);
        }
    }

    #[test]
    fn a_year_begins_the_day_after_the_last_one_ends() {
        for year in -500..2500 {
            let first = CalendarDay::new_year(year).number();
            assert_eq!(CalendarDay::from_number(first).year, year);
            assert_eq!(CalendarDay::from_number(first - 1), CalendarDay { year: year - 1, month: 12, day: 31 });
        }
    }
}
