//! A stretch of time drawn as a line, and where days stand on it. Positions are counted in hundred-thousandths of the line:
//! of a century, that is less than a day.

use crate::{CalendarDay, Extent};

/// The position at the end of a line.
pub const WHOLE: i32 = 100_000;

/// A stretch of time that is drawn as a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Scale {
    /// The day at the beginning of the line, counted from 1 January 1970.
    pub first: i32,
    /// The day at the end of the line, later than `first`.
    pub end: i32,
}

impl Scale {
    /// The shortest scale that holds all of these extents; `None` when there are none.
    pub fn of(extents: impl Iterator<Item = Extent>) -> Option<Self> {
        extents.fold(None, |scale: Option<Self>, extent| {
            let (first, end) = (extent.first, extent.end());
            Some(
                scale.map_or(Self { first, end }, |scale| Self {
                    first: scale.first.min(first),
                    end: scale.end.max(end),
                }),
            )
        })
    }

    /// The scale of whole years, both included.
    pub fn of_years(from: i32, to: i32) -> Self {
        Self { first: CalendarDay::new_year(from).number(), end: CalendarDay::new_year(to + 1).number() }
    }

    /// The day at a position of the line.
    pub fn day_at(&self, position: i32) -> i32 {
        let days = i64::from(self.end - self.first) * i64::from(position.clamp(0, WHOLE)) / i64::from(WHOLE);
        self.first + i32::try_from(days).unwrap_or_default()
    }

    /// The year at a position of the line.
    pub fn year_at(&self, position: i32) -> i32 {
        CalendarDay::from_number(self.day_at(position)).year
    }

    /// The position of a day; a day outside the scale stands at the nearer end.
    pub fn position(&self, day: i32) -> i32 {
        let days = i64::from(day.clamp(self.first, self.end) - self.first);
        let length = i64::from((self.end - self.first).max(1));
        // Between 0 and `WHOLE`.
        i32::try_from(days * i64::from(WHOLE) / length).unwrap_or_default()
    }

    /// The years of the first and of the last day.
    pub fn years(&self) -> [i32; 2] {
        [self.first, self.end - 1].map(|day| CalendarDay::from_number(day).year)
    }

    /// At most eight round years that begin on the scale (every fifth, tenth, twentieth and so on), each with its position.
    pub fn round_years(&self) -> impl Iterator<Item = (i32, i32)> + use<> {
        let scale = *self;
        let [first, last] = scale.years();
        let step = [1, 5, 10, 20, 50, 100].into_iter().find(|step| (last - first) / step <= 7).unwrap_or(1000);
        let start = first + (step - first.rem_euclid(step)) % step;
        let years = (0..).map(move |index| start + index * step).take_while(move |year| *year <= last);
        let beginnings = years.map(|year| (year, CalendarDay::new_year(year).number()));
        beginnings.filter(move |(_, day)| *day >= scale.first).map(move |(year, day)| (year, scale.position(day)))
    }
}

/// A position as SVG and CSS write it: `34.5%`.
pub fn percent(position: i32) -> String {
    let (whole, thousandths) = (position / 1000, position % 1000);
    let digits = format!("{thousandths:03}");
    match digits.trim_end_matches('0') {
        "" => format!("{whole}%"),
        digits => format!("{whole}.{digits}%"),
    }
}

/// A position rounded to a tenth of a percent, for drawings that are never enlarged.
pub fn coarse(position: i32) -> String {
    percent((position + 50) / 100 * 100)
}

#[cfg(test)]
mod tests {
    use super::*;

    const STORY: Scale = Scale { first: -32_927, end: 11_490 };

    fn day(year: i32, month: u8, day: u8) -> i32 {
        CalendarDay { year, month, day }.number()
    }

    #[test]
    fn a_scale_begins_with_its_first_day_and_ends_with_its_last() {
        assert_eq!(STORY, Scale { first: day(1879, 11, 7), end: day(2001, 6, 17) });
        assert_eq!(STORY.years(), [1879, 2001]);
        assert_eq!((STORY.position(day(1850, 1, 1)), STORY.position(day(2020, 1, 1))), (0, WHOLE));
        assert_eq!(STORY.position(day(1940, 8, 20)), 49_983);
        assert_eq!(Scale { first: 5, end: 5 }.position(5), 0);
    }

    #[test]
    fn round_years_are_few() {
        let years: Vec<_> = STORY.round_years().map(|(year, _)| year).collect();
        assert_eq!(years, [1880, 1900, 1920, 1940, 1960, 1980, 2000]);
        let short = Scale { first: day(1918, 3, 1), end: day(1923, 1, 1) };
        assert_eq!(
            short.round_years().collect::<Vec<_>>(),
            [(1919, 17_317), (1920, 37_973), (1921, 58_687), (1922, 79_343)]
        );
    }

    #[test]
    fn positions_are_written_as_percentages() {
        let positions = [0, 5, 500, 34_500, 34_512, WHOLE];
        assert_eq!(positions.map(percent), ["0%", "0.005%", "0.5%", "34.5%", "34.512%", "100%"]);
    }

    #[test]
    fn a_position_leads_back_to_its_day() {
        for day in [STORY.first, 0, day(1921, 3, 1)] {
            assert!((STORY.day_at(STORY.position(day)) - day).abs() <= 1);
        }
        assert_eq!(STORY.year_at(49_983), 1940);
    }
}
