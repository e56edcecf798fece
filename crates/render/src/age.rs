//! How old a person was when something happened, as far as both dates are known.

use palimpsest_calendar::{CalendarDay, Extent};
use palimpsest_story::{Date, Event, Person, PersonKind};

use crate::edition::Edition;

/// Returns how old a person was at an event: "aged 41", "aged 52–53", "12 years after death". Returns `None` before their
/// birth, where a date is not known, and where the death may have come before the event.
pub(crate) fn at_event(person: &Person, event: &Event, edition: &Edition) -> Option<String> {
    on(person, &event.date, edition)
}

/// Like [`at_event`], but for any date.
pub(crate) fn on(person: &Person, date: &Date, edition: &Edition) -> Option<String> {
    let (born, when) = (born(person)?, date.extent?);
    if when.first < born.end() {
        return None;
    }
    Some(match person.died.as_ref().and_then(|died| died.date.extent) {
        // On the very day of death, the person was still alive.
        Some(died) if when.first >= died.end() => match years(died, when) {
            [0, 0] => edition.text("age-dead"),
            [least, most] if least == most => edition.format("age-dead-years", &[("count", least.into())]),
            [from, to] => edition.format("age-dead-range", &[("from", from.into()), ("to", to.into())]),
        },
        // It began when the person may already have been dead.
        Some(died) if when.first > died.first => return None,
        Some(died) if when.end() > died.end() => {
            let lived = Extent { length: died.end() - when.first, ..when };
            alive(years(born, lived), is_vague([&person.born.as_ref()?.date, date]), edition)
        }
        _ => alive(years(born, when), is_vague([&person.born.as_ref()?.date, date]), edition),
    })
}

/// Returns how old a person was during these days; `None` unless they were alive throughout. Somebody whose death is not known
/// was alive at their last event.
pub(crate) fn alive_in(person: &Person, days: Extent, edition: &Edition) -> Option<String> {
    let born = born(person)?;
    let last = || edition.story.events_of(&person.id).filter_map(|event| event.date.extent).map(|extent| extent.end());
    let dies = match &person.died {
        // Of a year or a month of death, nobody knows how much was still lived, unless those are the days.
        Some(died) => {
            let died = died.date.extent?;
            if days.first == died.first { died.end() } else { died.first + 1 }
        }
        None if person.living => i32::MAX,
        None => last().max()?,
    };
    let is_vague = person.born.as_ref().is_some_and(|born| is_vague([&born.date]));
    (born.end() <= days.first && days.end() <= dies).then(|| alive(years(born, days), is_vague, edition))
}

/// Returns how old a person was at death.
pub(crate) fn at_death(person: &Person, edition: &Edition) -> Option<String> {
    let (born_on, died_on) = (&person.born.as_ref()?.date, &person.died.as_ref()?.date);
    Some(alive(years(born(person)?, died_on.extent?), is_vague([born_on, died_on]), edition))
}

/// Returns the days on which a person may have been born; `None` for a body, which has no age.
fn born(person: &Person) -> Option<Extent> {
    person.born.as_ref().filter(|_| person.kind == PersonKind::Person)?.date.extent
}

/// Reports whether an age computed from these dates is approximate because one of them is: "about 1834", "perhaps in May
/// 1834". An uncertain date that is a single day does not change an age by a year.
fn is_vague<const N: usize>(dates: [&Date; N]) -> bool {
    dates.iter().any(|date| date.is_qualified() && date.extent.is_some_and(|extent| extent.length > 1))
}

fn alive([least, most]: [i32; 2], is_vague: bool, edition: &Edition) -> String {
    let range = |key: &str| edition.format(key, &[("from", least.into()), ("to", most.into())]);
    match most - least {
        // “About” covers a difference of one year.
        ..=1 if is_vague => edition.format("age-about", &[("count", most.into())]),
        _ if is_vague => range("age-about-range"),
        0 => edition.format("age-alive", &[("count", least.into())]),
        _ => range("age-range"),
    }
}

/// Returns the smallest and the largest number of whole years from one date to the other. They differ where a date is not
/// known to the day, or where a birthday falls within the second date. Dates that overlap, such as a birth and a death in
/// the same year, are at least zero years apart.
fn years(from: Extent, to: Extent) -> [i32; 2] {
    [anniversaries(from.end() - 1, to.first), anniversaries(from.first, to.end() - 1)].map(|years| years.max(0))
}

/// Returns the number of anniversaries of one day up to and including another.
fn anniversaries(from: i32, to: i32) -> i32 {
    let (from, to) = (CalendarDay::from_number(from), CalendarDay::from_number(to));
    to.year - from.year - i32::from((to.month, to.day) < (from.month, from.day))
}
