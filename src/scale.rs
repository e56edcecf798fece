//! True to scale: where a day stands on a line that is a stretch of time. Pure arithmetic, in whole numbers: printing
//! fractions would cost the browser ten kilobytes. Places are counted in hundred-thousandths of the line: of a century, that
//! is less than a day.

use palimpsest_story::{CalendarDay, Extent, Person, Story};

/// The end of every line.
pub const WHOLE: i32 = 100_000;

/// A stretch of time that is drawn as a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Scale {
    /// The day where it begins, counted from 1 January 1970.
    pub first: i32,
    /// The day where it ends. It is after the first.
    pub end: i32,
}

impl Scale {
    /// The shortest scale that holds all of these.
    pub fn of(extents: impl Iterator<Item = Extent>) -> Option<Self> {
        extents.fold(None, |scale, extent| {
            let (first, end) = (extent.first, extent.end());
            Some(scale.map_or(Self { first, end }, |scale: Self| Self {
                first: scale.first.min(first),
                end: scale.end.max(end),
            }))
        })
    }

    /// The scale of a whole story: from its first event to its last.
    pub fn of_story(story: &Story) -> Option<Self> {
        Self::of(story.events.iter().filter_map(|event| event.date.extent))
    }

    /// The scale of whole years.
    pub fn of_years(from: i32, to: i32) -> Self {
        Self { first: new_year(from), end: new_year(to + 1) }
    }

    /// The day that stands at a place of the line.
    pub fn day_at(&self, place: i32) -> i32 {
        let days = i64::from(self.end - self.first) * i64::from(place.clamp(0, WHOLE)) / i64::from(WHOLE);
        self.first + i32::try_from(days).unwrap_or_default()
    }

    /// Where a day stands on the line; days outside stand at its ends.
    pub fn place(&self, day: i32) -> i32 {
        let days = i64::from(day.clamp(self.first, self.end) - self.first);
        let length = i64::from((self.end - self.first).max(1));
        // Between 0 and the whole.
        i32::try_from(days * i64::from(WHOLE) / length).unwrap_or_default()
    }

    /// The year of its first day, and that of its last.
    pub fn years(&self) -> [i32; 2] {
        [year(self.first), year(self.end - 1)]
    }

    /// Round years that stand on it, each with its place: every fifth, tenth, twentieth …, so that few are enough.
    pub fn round_years(&self) -> impl Iterator<Item = (i32, i32)> + use<> {
        let scale = *self;
        let [first, last] = scale.years();
        let step = [1, 5, 10, 20, 50, 100].into_iter().find(|step| (last - first) / step <= 7).unwrap_or(1000);
        let start = first + (step - first.rem_euclid(step)) % step;
        let years = (0..).map(move |index| start + index * step).take_while(move |year| *year <= last);
        let begun = years.filter(move |year| new_year(*year) >= scale.first);
        begun.map(move |year| (year, scale.place(new_year(year))))
    }
}

/// What a life covers: from the first possible day of birth to the last of death.
pub fn life(person: &Person) -> Option<Extent> {
    let (born, died) = (person.born.date.extent?, person.died.date.extent?);
    let length = died.end() - born.first;
    Some(Extent { first: born.first, rising: born.length - 1, length, falling: died.length - 1 })
}

/// A place as SVG and CSS write it: `34.5%`.
pub fn percent(place: i32) -> String {
    let whole = (place / 1000).to_string();
    let rest = (1000 + place % 1000).to_string();
    match rest[1..].trim_end_matches('0') {
        "" => [&whole, "%"].concat(),
        rest => [&whole, ".", rest, "%"].concat(),
    }
}

/// The same in tenths of a percent, for what is never drawn closer.
pub fn coarse(place: i32) -> String {
    percent((place + 50) / 100 * 100)
}

fn new_year(year: i32) -> i32 {
    CalendarDay { year, month: 1, day: 1 }.number()
}

/// The year that a day lies in.
fn year(day: i32) -> i32 {
    CalendarDay::numbered(day).year
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
        assert_eq!((STORY.place(day(1850, 1, 1)), STORY.place(day(2020, 1, 1))), (0, WHOLE));
        assert_eq!(STORY.place(day(1940, 8, 20)), 49_983);
        assert_eq!(Scale { first: 5, end: 5 }.place(5), 0);
    }

    #[test]
    fn years_are_those_of_the_calendar() {
        for (of, expected) in [((1600, 1, 1), 1600), ((1900, 12, 31), 1900), ((2000, 2, 29), 2000), ((-44, 3, 15), -44)]
        {
            assert_eq!(year(day(of.0, of.1, of.2)), expected);
        }
        for year_number in -500..2500 {
            assert_eq!(year(new_year(year_number)), year_number);
            assert_eq!(year(new_year(year_number) - 1), year_number - 1);
        }
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
    fn places_are_percentages() {
        let places = [0, 5, 500, 34_500, 34_512, WHOLE];
        assert_eq!(places.map(percent), ["0%", "0.005%", "0.5%", "34.5%", "34.512%", "100%"]);
    }

    #[test]
    fn a_place_leads_back_to_its_day() {
        for day in [STORY.first, 0, day(1921, 3, 1)] {
            assert!((STORY.day_at(STORY.place(day)) - day).abs() <= 1);
        }
    }
}
