//! Who was left: the portraits of everyone in a row, one row for each year in which someone died, until the last killing.
//! A row consists of parts, which stand below each other where the page is narrow, so that the faces can be told apart.

use std::collections::BTreeMap;

use palimpsest_contract::hook::{class, id};
use palimpsest_story::{Event, Manner, Person, PersonKind, Story};
use yew::prelude::*;

use crate::censor::scraped;
use crate::edition::{Edition, use_edition};
use crate::portrait::initials;

/// The size of a portrait, and the distance from one portrait to the next.
const WIDTH: usize = 120;
const HEIGHT: usize = 140;
const STEP: usize = 132;

/// How many portraits a part of a row has room for.
const PART: usize = 9;

/// A row of the figure.
struct Year<'a> {
    year: i32,
    /// The people who died in that year; empty in the first row.
    died: Vec<&'a Person>,
}

/// The figure. Renders nothing if nobody was killed.
#[component]
pub(crate) fn Left() -> Html {
    let edition = use_edition();
    let years = years(&edition.story);
    let [first, .., last] = years.as_slice() else { return Html::default() };
    let cast = cast(&edition.story, first.year);
    let left: Vec<&Person> = cast.iter().copied().filter(|person| death(person) > Some(last.year)).collect();
    let out: Vec<&Person> =
        edition.story.people.iter().filter(|person| is_somebody(person) && death(person).is_none()).collect();
    html! {
        <figure class={class::LEFT} aria-labelledby={id::LEFT_TITLE}>
            <figcaption>
                <h3 id={id::LEFT_TITLE}>{ edition.text("left-title") }</h3>
                <p>{ edition.text("left-about") }</p>
            </figcaption>
            <ol>{ for (0..years.len()).map(|at| row(at, &years, &cast, &edition)) }</ol>
            <p>
                if !left.is_empty() {
                    { names("left-names", &left, &edition) }
                }
                if !out.is_empty() {
                    { " " }{ names("left-out", &out, &edition) }
                }
            </p>
        </figure>
    }
}

/// Reports whether this is a person: a body has no face and does not die.
fn is_somebody(person: &Person) -> bool {
    person.kind == PersonKind::Person
}

/// Returns the year of a person's death; for somebody who is alive, one that is later than all others. Returns `None` if
/// the year is not known.
fn death(person: &Person) -> Option<i32> {
    if person.living {
        return Some(i32::MAX);
    }
    let [first, last] = person.died.as_ref()?.date.extent?.years();
    (first == last).then_some(first)
}

fn was_killed(person: &Person) -> bool {
    let manner = person.death.as_ref().map(|death| death.manner);
    matches!(manner, Some(Manner::Murdered | Manner::Executed | Manner::Shot))
}

/// Returns everyone whose year of death is known or who is alive, in the order of their deaths, so that the row empties from
/// its beginning. Nobody counts as alive before they were born: of those born after the year `first`, nobody is in the cast,
/// nor is somebody alive whose year of birth is not known.
fn cast(story: &Story, first: i32) -> Vec<&Person> {
    let born = |person: &Person| person.born.as_ref().and_then(|born| born.date.extent).map(|extent| extent.years()[1]);
    let is_there = |person: &&Person| {
        is_somebody(person) && death(person).is_some() && born(person).map_or(!person.living, |year| year <= first)
    };
    let mut cast: Vec<&Person> = story.people.iter().filter(is_there).collect();
    let last = |person: &&Person| person.died.as_ref().and_then(|died| died.date.extent);
    cast.sort_by_key(|person| last(person).map_or(i32::MAX, |extent| extent.first));
    cast
}

/// Returns the year in which the article begins, and each later year in which someone died, until the last killing.
fn years(story: &Story) -> Vec<Year<'_>> {
    let told = story.article.sentences().find_map(|sentence| {
        let tells = |event: &&Event| event.told.as_ref() == Some(&sentence.id);
        Some(story.events.iter().find(tells)?.date.extent?.years()[0])
    });
    let Some(first) = told else { return Vec::new() };
    let cast = cast(story, first);
    let killed = cast.iter().copied().filter(|person| was_killed(person)).filter_map(death).max();
    let Some(last) = killed else { return Vec::new() };
    let mut deaths: BTreeMap<i32, Vec<&Person>> = BTreeMap::new();
    for person in cast {
        let year = death(person).unwrap_or_default();
        if (first..=last).contains(&year) {
            deaths.entry(year).or_default().push(person);
        }
    }
    // People who die in the first year are alive in the row before it.
    let before = first - i32::from(deaths.contains_key(&first));
    let first = Year { year: before, died: Vec::new() };
    std::iter::once(first).chain(deaths.into_iter().map(|(year, died)| Year { year, died })).collect()
}

/// Renders one year: who was left after it, and what happened.
fn row(at: usize, years: &[Year<'_>], cast: &[&Person], edition: &Edition) -> Html {
    let (Some(Year { year, died }), Some(first)) = (years.get(at), years.first().map(|row| row.year)) else {
        return Html::default();
    };
    let left = cast.iter().filter(|person| death(person) > Some(*year)).count();
    let words = if died.is_empty() {
        html! { edition.format("left-all", &[("count", left.into())]) }
    } else {
        let count = edition.format("left-count", &[("count", left.into())]);
        html! { <>{ happened(died, edition) }<span class={class::DATES}>{ count }</span></> }
    };
    html! {
        <li>
            <span class={class::LEFT_YEAR}>{ edition.year_after(*year, first) }</span>
            <div aria-hidden="true">
                { for cast.chunks(PART).enumerate().map(|(number, people)| part(number, people, *year, years, edition)) }
            </div>
            <span>{ words }</span>
        </li>
    }
}

/// Renders a part of a row: these people, of whom some are gone after the year.
fn part(number: usize, people: &[&Person], year: i32, years: &[Year<'_>], edition: &Edition) -> Html {
    let first = gone(people, year);
    let dead = people.iter().copied().enumerate().take(first);
    let (killed, others): (Vec<_>, Vec<_>) = dead.partition(|(_, person)| was_killed(person));
    // A frame with a short stroke across it.
    let frame = |(place, _): &(usize, &Person)| {
        let x = place * STEP;
        format!("M{} 4h112v132h-112zM{} 100l48-60", x + 4, x + 36)
    };
    let frames = killed.iter().map(frame).collect::<String>();
    let is_first_row = years.first().is_some_and(|row| row.year == year);
    html! {
        <svg viewBox={format!("0 0 {} {HEIGHT}", PART * STEP)}>
            if !others.is_empty() {
                <g class={class::LEFT_PALE}>{ for others.iter().map(|(place, person)| face(*place, person, edition)) }</g>
            }
            if !frames.is_empty() {
                <path class={class::LEFT_GONE} d={frames} />
            }
            if is_first_row {
                { group(number, people, first, years, edition) }
            } else if first < people.len() {
                <use href={format!("#{}", group_id(number, first))} />
            }
        </svg>
    }
}

/// Returns how many of the people of a part, who are in the order of their deaths, are gone after a year.
fn gone(people: &[&Person], year: i32) -> usize {
    people.iter().filter(|person| death(person) <= Some(year)).count()
}

/// Returns in words who died, grouped by manner of death.
fn happened(died: &[&Person], edition: &Edition) -> Html {
    let mut how: Vec<(Manner, Vec<&Person>)> = Vec::new();
    for person in died {
        let manner = person.death.as_ref().map_or(Manner::Natural, |death| death.manner);
        match how.iter_mut().find(|(other, _)| *other == manner) {
            Some((_, people)) => people.push(person),
            None => how.push((manner, vec![person])),
        }
    }
    let words = how.iter().map(|(manner, people)| {
        let how = edition.text(&format!("left-{}", manner.word()));
        let words = [("how", how.into()), ("names", listed(people, edition).into())];
        html! { <>{ edition.format("left-died", &words) }{ " " }</> }
    });
    scraped(words.collect(), edition)
}

/// Renders the people of a part from the first who is alive as a group. It contains those who die by the next year in which
/// any of them does and, as a nested group, those who are still alive after that. The rows after the first reuse these groups,
/// so that every portrait is printed once.
fn group(number: usize, people: &[&Person], first: usize, years: &[Year<'_>], edition: &Edition) -> Html {
    if first == people.len() {
        return Html::default();
    }
    let next = years.iter().map(|row| gone(people, row.year)).find(|gone| *gone > first).unwrap_or(people.len());
    let faces = people.iter().enumerate().take(next).skip(first);
    html! {
        <g id={group_id(number, first)}>
            { for faces.map(|(place, person)| face(place, person, edition)) }
            { group(number, people, next, years, edition) }
        </g>
    }
}

/// Returns the id of the group that begins at a place of a part.
fn group_id(number: usize, first: usize) -> String {
    format!("left_{}", number * PART + first)
}

/// Renders a portrait in its place in the row.
fn face(place: usize, person: &Person, edition: &Edition) -> Html {
    let [x, width, height] = [place * STEP, WIDTH, HEIGHT].map(|length| length.to_string());
    let face = if person.portrait.is_some() {
        html! { <use href={format!("#portrait_{}", person.id)} {x} {width} {height} /> }
    } else {
        html! { <svg {x} {width} {height} font-size={(HEIGHT / 3).to_string()}>{ initials(&person.name) }</svg> }
    };
    // The censor's copy empties the `<svg>` around the portrait.
    if edition.story.erasure.has(&person.id) { scraped(html! { <svg>{ face }</svg> }, edition) } else { face }
}

/// Renders a message with the names of people.
fn names(key: &str, people: &[&Person], edition: &Edition) -> Html {
    scraped(Html::from(edition.format(key, &[("names", listed(people, edition).into())])), edition)
}

fn listed(people: &[&Person], edition: &Edition) -> String {
    edition.words.list(people.iter().map(|person| person.name.as_str()))
}
