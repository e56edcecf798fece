//! How old somebody was when something happened, as far as both dates are known.

use palimpsest_calendar::{CalendarDay, Extent};
use palimpsest_story::{Date, Event, Person, PersonKind};

use crate::edition::Edition;

/// How old a person was at an event: "aged 41", "aged 52–53", "12 years after death"; `None` before their birth, and where a date is
/// not known.
pub(crate) fn at_event(person: &Person, event: &Event, edition: &Edition) -> Option<String> {
    on(person, &event.date, edition)
}

/// The same on any date.
pub(crate) fn on(person: &Person, date: &Date, edition: &Edition) -> Option<String> {
    let (born, when) = (born(person)?, date.extent?);
    if when.first < born.end() {
        return None;
    }
    Some(match person.died.as_ref().and_then(|died| died.date.extent) {
        // On the very day they still lived.
        Some(died) if when.first >= died.end() => match years(died, when) {
            [0, 0] => edition.text("age-dead"),
            [least, most] if least == most => edition.format("age-dead-years", &[("count", least.into())]),
            [from, to] => edition.format("age-dead-range", &[("from", from.into()), ("to", to.into())]),
        },
        Some(died) if when.end() > died.end() => {
            let lived = Extent { length: died.end() - when.first, ..when };
            alive(years(born, lived), is_vague([&person.born.as_ref()?.date, date]), edition)
        }
        _ => alive(years(born, when), is_vague([&person.born.as_ref()?.date, date]), edition),
    })
}

/// How old somebody was in these days; `None` where they did not live throughout.
pub(crate) fn alive_in(person: &Person, days: Extent, edition: &Edition) -> Option<String> {
    let born = born(person)?;
    let dies = person.died.as_ref().and_then(|died| died.date.extent).map_or(i32::MAX, |died| died.end());
    let is_vague = person.born.as_ref().is_some_and(|born| is_vague([&born.date]));
    (born.end() <= days.first && days.end() <= dies).then(|| alive(years(born, days), is_vague, edition))
}

/// How old a person was when they died.
pub(crate) fn at_death(person: &Person, edition: &Edition) -> Option<String> {
    let (born_on, died_on) = (&person.born.as_ref()?.date, &person.died.as_ref()?.date);
    Some(alive(years(born(person)?, died_on.extent?), is_vague([born_on, died_on]), edition))
}

/// When somebody was born. A body has no age.
fn born(person: &Person) -> Option<Extent> {
    person.born.as_ref().filter(|_| person.kind == PersonKind::Person)?.date.extent
}

/// Whether an age between these dates is as vague as one of them: "about 1834", "perhaps in May 1834". A day that is uncertain
/// changes no age by a year.
fn is_vague<const N: usize>(dates: [&Date; N]) -> bool {
    dates.iter().any(|date| date.is_qualified() && date.extent.is_some_and(|extent| extent.length > 1))
}

fn alive([least, most]: [i32; 2], is_vague: bool, edition: &Edition) -> String {
    if is_vague {
        edition.format("age-about", &[("count", most.into())])
    } else if least == most {
        edition.format("age-alive", &[("count", least.into())])
    } else {
        edition.format("age-range", &[("from", least.into()), ("to", most.into())])
    }
}

/// The whole years from one date to another, at least and at most: they differ where a date is not known to the day, or a
/// birthday falls into the second.
fn years(from: Extent, to: Extent) -> [i32; 2] {
    [anniversaries(from.end() - 1, to.first), anniversaries(from.first, to.end() - 1)]
}

/// How many anniversaries of one day there are up to another.
fn anniversaries(from: i32, to: i32) -> i32 {
    let (from, to) = (CalendarDay::from_number(from), CalendarDay::from_number(to));
    to.year - from.year - i32::from((to.month, to.day) < (from.month, from.day))
}
