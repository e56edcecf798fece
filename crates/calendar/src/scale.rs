//! A period drawn as a line, and the positions of days on it. The unit of positions is a hundred-thousandth of the line: on
//! the line of a century, that is less than a day.

use crate::{CalendarDay, Extent};

/// The position at the end of a line.
pub const WHOLE: i32 = 100_000;

/// The length of each part of a broken line outside its focus.
const EDGE: i32 = WHOLE / 10;

/// A period that is drawn as a line. The line has a uniform scale, or, if most of a story falls into a small part of it, a
/// focus that takes up most of the line. A line with a focus is broken at each end of the focus, and each part has a uniform
/// scale.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Scale {
    /// The day at the beginning of the line, counted from 1 January 1970.
    pub first: i32,
    /// The day at the end of the line, later than `first`.
    pub end: i32,
    /// The first day of the focus and the day after its last one, both on the line.
    pub focus: Option<(i32, i32)>,
}

impl Scale {
    /// Creates a line with a uniform scale.
    pub fn new(first: i32, end: i32) -> Self {
        Self { first, end, focus: None }
    }

    /// Returns the shortest scale that contains all of these extents, or `None` if there are none.
    pub fn of(extents: impl Iterator<Item = Extent>) -> Option<Self> {
        extents.fold(None, |scale: Option<Self>, extent| {
            let (first, end) = (extent.first, extent.end());
            Some(scale.map_or(Self::new(first, end), |scale| Self::new(scale.first.min(first), scale.end.max(end))))
        })
    }

    /// Returns the scale from the year `from` to the year `to`, both included.
    pub fn of_years(from: i32, to: i32) -> Self {
        Self::new(CalendarDay::new_year(from).number(), CalendarDay::new_year(to + 1).number())
    }

    /// Returns the same line with a focus on these days, as far as they are on the line. If they would take up half of the
    /// line or more, the line has a uniform scale instead.
    #[must_use]
    pub fn focused(self, first: i32, end: i32) -> Self {
        let (first, end) = (first.max(self.first), end.min(self.end));
        let is_small = first < end && 2 * (end - first) < self.end - self.first;
        Self { focus: is_small.then_some((first, end)), ..self }
    }

    /// Returns the days at which the scale changes, each with its position: the ends of the line and of its focus.
    fn knots(&self) -> [(i32, i32); 4] {
        let (first, end) = self.focus.unwrap_or((self.first, self.end));
        let before = if first > self.first { EDGE } else { 0 };
        let after = if end < self.end { WHOLE - EDGE } else { WHOLE };
        [(self.first, 0), (first, before), (end, after), (self.end, WHOLE)]
    }

    /// Returns the positions of the breaks in the line.
    pub fn breaks(&self) -> impl Iterator<Item = i32> + use<> {
        let knots = self.knots();
        [knots[1].1, knots[2].1].into_iter().filter(|position| (1..WHOLE).contains(position))
    }

    /// Returns the day at a position.
    pub fn day_at(&self, position: i32) -> i32 {
        let knots = self.knots().map(|(day, position)| (position, day));
        between(&knots, position.clamp(0, WHOLE))
    }

    /// Returns the year at a position.
    pub fn year_at(&self, position: i32) -> i32 {
        CalendarDay::from_number(self.day_at(position)).year
    }

    /// Returns the position of a day. A day outside the line is placed at its nearer end.
    pub fn position(&self, day: i32) -> i32 {
        between(&self.knots(), day.clamp(self.first, self.end))
    }

    /// Returns the years of the first and last day.
    pub fn years(&self) -> [i32; 2] {
        [self.first, self.end - 1].map(|day| CalendarDay::from_number(day).year)
    }

    /// Returns the number of years between two of the [`round_years`](Self::round_years).
    pub fn step(&self) -> i32 {
        let (from, end) = self.focus.unwrap_or((self.first, self.end));
        let [first, last] = Self::new(from, end).years();
        STEPS.into_iter().find(|step| (last - first) / step <= 7).unwrap_or(5000)
    }

    /// Returns the smallest number of years that divides a [`step`](Self::step), is at least `least` and less than `limit`,
    /// and divides the line or its focus into at most `most` parts.
    pub fn part_of_step(&self, least: i32, limit: i32, most: i32) -> Option<i32> {
        let (from, end) = self.focus.unwrap_or((self.first, self.end));
        let [first, last] = Self::new(from, end).years();
        let step = self.step();
        let fits =
            |part: &i32| (least..step.min(limit)).contains(part) && step % part == 0 && (last - first) / part <= most;
        STEPS.into_iter().find(fits)
    }

    /// Returns at most eight round years that begin on the line or in its focus, such as every fifth, tenth or twentieth,
    /// each with its position.
    pub fn round_years(&self) -> impl Iterator<Item = (i32, i32)> + use<> {
        let (scale, step) = (*self, self.step());
        let (from, end) = scale.focus.unwrap_or((scale.first, scale.end));
        let [first, last] = Self::new(from, end).years();
        let years = (first..=last).filter(move |year| is_round(*year, step));
        let beginnings = years.map(|year| (year, CalendarDay::new_year(year).number()));
        beginnings.filter(move |(_, day)| *day >= from).map(move |(year, day)| (year, scale.position(day)))
    }

    /// Returns the days to label on a line with fewer than two round years, each with its position, and whether they are the
    /// first days of months. There are at most five, since the label of a day is longer than that of a year, and none if no
    /// regular interval gives at least two.
    pub fn round_days(&self) -> (bool, Vec<(CalendarDay, i32)>) {
        let (from, end) = self.focus.unwrap_or((self.first, self.end));
        let named = |is_named: &dyn Fn(CalendarDay) -> bool| -> Vec<_> {
            let days = (from..end).map(|day| (CalendarDay::from_number(day), self.position(day)));
            days.filter(|(day, _)| is_named(*day)).collect()
        };
        let is_some = |days: &Vec<_>| (2..=5).contains(&days.len());
        let months = |step: u8| named(&|day| day.day == 1 && (day.month - 1) % step == 0);
        if let Some(months) = [1, 2, 3, 6].into_iter().map(months).find(is_some) {
            return (true, months);
        }
        // The 31st would be too close to the first.
        let days = |step: u8| named(&|day| (day.day - 1) % step == 0 && day.day + step / 2 <= 31);
        (false, [1, 2, 5, 10].into_iter().map(days).find(is_some).unwrap_or_default())
    }
}

/// The possible numbers of years between round years.
const STEPS: [i32; 11] = [1, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000];

/// Reports whether an astronomical year is a multiple of `step` in the usual count of years, also before Christ: -39 is 40
/// BC.
pub fn is_round(year: i32, step: i32) -> bool {
    let counted = if year > 0 { year } else { 1 - year };
    counted % step == 0
}

/// Interpolates linearly between knots, which are pairs of an argument and a result, sorted by the argument.
fn between(knots: &[(i32, i32)], value: i32) -> i32 {
    let part = knots.windows(2).find(|part| value <= part[1].0 && part[0].0 < part[1].0);
    let Some(&[(from, at), (to, then)]) = part else { return knots[0].1 };
    let share = i64::from(value - from) * i64::from(then - at) / i64::from(to - from);
    at + i32::try_from(share).unwrap_or_default()
}

/// Returns where a position on a line comes to lie when the ends of the line's focus move from `from` to `to`. Each part of
/// the line is stretched evenly.
pub fn moved(position: i32, from: [i32; 2], to: [i32; 2]) -> i32 {
    between(&[(0, 0), (from[0], to[0]), (from[1], to[1]), (WHOLE, WHOLE)], position)
}

/// Formats a position, which is not negative, as a percentage for SVG and CSS: `34.5%`.
pub fn percent(position: i32) -> String {
    // Padding with zeros would add the whole machinery of formatting to the browser program.
    let thousandths = (1000 + position % 1000).to_string();
    let [whole, digits] = [&*(position / 1000).to_string(), thousandths[1..].trim_end_matches('0')];
    let point = if digits.is_empty() { "" } else { "." };
    [whole, point, digits, "%"].concat()
}

/// Formats a position rounded to a tenth of a percent, for drawings that are never enlarged.
pub fn coarse(position: i32) -> String {
    percent((position + 50) / 100 * 100)
}

#[cfg(test)]
mod tests {
    use super::*;

    const STORY: Scale = Scale { first: -32_927, end: 11_490, focus: None };

    fn day(year: i32, month: u8, day: u8) -> i32 {
        CalendarDay { year, month, day }.number()
    }

    #[test]
    fn a_scale_begins_with_its_first_day_and_ends_with_its_last() {
        assert_eq!(STORY, Scale::new(day(1879, 11, 7), day(2001, 6, 17)));
        assert_eq!(STORY.years(), [1879, 2001]);
        assert_eq!((STORY.position(day(1850, 1, 1)), STORY.position(day(2020, 1, 1))), (0, WHOLE));
        assert_eq!(STORY.position(day(1940, 8, 20)), 49_983);
        assert_eq!(Scale::new(5, 5).position(5), 0);
    }

    #[test]
    fn round_years_are_few() {
        let years: Vec<_> = STORY.round_years().map(|(year, _)| year).collect();
        assert_eq!(years, [1880, 1900, 1920, 1940, 1960, 1980, 2000]);
        let short = Scale::new(day(1918, 3, 1), day(1923, 1, 1));
        assert_eq!(
            short.round_years().collect::<Vec<_>>(),
            [(1919, 17_317), (1920, 37_973), (1921, 58_687), (1922, 79_343)]
        );
    }

    #[test]
    fn long_times_have_few_round_years() {
        let years = |from, to| Scale::of_years(from, to).round_years().map(|(year, _)| year).collect::<Vec<_>>();
        assert_eq!(years(-54, 2010), [500, 1000, 1500, 2000]);
        assert_eq!(years(900, 2010), [1000, 1200, 1400, 1600, 1800, 2000]);
        assert_eq!(years(-20_000, 2000), [-19_999, -14_999, -9_999, -4_999]);
    }

    #[test]
    fn years_between_divide_the_round_ones() {
        let parts = |from, to| Scale::of_years(from, to).part_of_step(5, 100, 40);
        assert_eq!((parts(1879, 2001), STORY.step()), (Some(5), 20));
        assert_eq!((parts(1492, 2001), parts(1000, 2010)), (Some(20), Some(50)), "of 100, and of 200");
        assert_eq!(
            Scale::of_years(-54, 2010).part_of_step(5, i32::MAX, 14),
            None,
            "500 years are 5 times 100: 20 labels"
        );
        assert_eq!(Scale::of_years(1917, 1940).part_of_step(1, 100, 40), Some(1));
    }

    #[test]
    fn years_before_christ_are_round_as_they_are_counted() {
        let years = |from, to| Scale::of_years(from, to).round_years().map(|(year, _)| year).collect::<Vec<_>>();
        assert_eq!(years(-99, -42), [-99, -89, -79, -69, -59, -49], "100 BC to 50 BC");
        assert_eq!(years(-12, 16), [-9, -4, 5, 10, 15], "10 BC, 5 BC, AD 5");
        assert_eq!(years(-1, 2), [-1, 0, 1, 2]);
    }

    #[test]
    fn days_are_named_within_a_year() {
        let named = |from, end| {
            let (months, days) = Scale::new(from, end).round_days();
            (months, days.iter().map(|(day, _)| (day.month, day.day)).collect::<Vec<_>>())
        };
        let (october, november) = (day(1918, 10, 24), day(1918, 11, 12));
        assert_eq!(named(october, november), (false, vec![(10, 26), (11, 1), (11, 6), (11, 11)]));
        assert_eq!(named(day(1918, 11, 3), day(1918, 11, 6)), (false, vec![(11, 3), (11, 4), (11, 5)]));
        assert_eq!(named(day(1917, 11, 7), day(1918, 3, 4)), (true, vec![(12, 1), (1, 1), (2, 1), (3, 1)]));
        assert_eq!(named(day(1918, 1, 1), day(1919, 1, 1)), (true, vec![(1, 1), (4, 1), (7, 1), (10, 1)]));
        assert_eq!(named(day(1917, 2, 1), day(1918, 12, 31)).1.len(), 3, "every half year");
        assert_eq!(named(october, october + 1), (false, Vec::new()));
        let (_, days) = Scale::new(october, november).round_days();
        assert_eq!(days[1], (CalendarDay { year: 1918, month: 11, day: 1 }, 8 * WHOLE / 19));
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

    #[test]
    fn a_focus_has_most_of_the_line_and_one_measure() {
        let scale = STORY.focused(day(1917, 1, 1), day(1941, 1, 1));
        assert_eq!(scale.breaks().collect::<Vec<_>>(), [10_000, 90_000]);
        assert_eq!(
            [STORY.first, day(1917, 1, 1), day(1941, 1, 1), STORY.end].map(|day| scale.position(day)),
            [0, 10_000, 90_000, WHOLE]
        );
        let step = scale.position(day(1930, 1, 1)) - scale.position(day(1929, 1, 1));
        assert!((step - 80_000 / 24).abs() < 20, "{step}");
        for day in [STORY.first, day(1900, 5, 1), day(1921, 3, 1), day(1940, 8, 20), day(1988, 6, 13)] {
            assert!((scale.day_at(scale.position(day)) - day).abs() <= 6, "{day}");
        }
        let years: Vec<_> = scale.round_years().map(|(year, _)| year).collect();
        assert_eq!(years, [1920, 1925, 1930, 1935, 1940]);
    }

    #[test]
    fn a_line_breaks_only_where_something_is_left_out_and_where_it_helps() {
        assert_eq!(STORY.focused(day(1880, 1, 1), day(1990, 1, 1)), STORY, "most of it is no focus");
        assert_eq!(STORY.focused(day(1850, 1, 1), day(1890, 1, 1)).breaks().collect::<Vec<_>>(), [90_000]);
        assert_eq!(STORY.focused(day(1990, 1, 1), day(2020, 1, 1)).breaks().collect::<Vec<_>>(), [10_000]);
        assert_eq!(STORY.focused(day(2005, 1, 1), day(2020, 1, 1)), STORY, "it lies beyond the line");
    }
}
