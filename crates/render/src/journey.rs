//! Where a person lived, stop by stop: a map, a strip to scale, and the list of all stops.

use palimpsest_contract::hook::{class, id};
use palimpsest_story::{Person, Stay, Story};
use yew::prelude::*;

use crate::age;
use crate::control::LinkMark;
use crate::date::date;
use crate::edition::{Edition, use_edition};
use crate::map::map;
use crate::prose::prose;
use crate::road::{Road, Stop};
use crate::whereabouts::whereabouts;

/// A section for each person whose stays the story tells.
#[component]
pub(crate) fn Journeys() -> Html {
    let edition = use_edition();
    travelers(&edition.story).map(|person| journey(person, &edition)).collect()
}

fn travelers(story: &Story) -> impl Iterator<Item = &Person> {
    story.people.iter().filter(|person| !person.stays.is_empty())
}

/// Returns the id of the section about a person with stays.
pub(crate) fn section(person: &Person, story: &Story) -> String {
    let is_first = travelers(story).next().is_some_and(|first| first.id == person.id);
    if is_first { id::JOURNEY.to_owned() } else { format!("{}_{}", id::JOURNEY, person.id) }
}

/// Returns the heading of that section.
pub(crate) fn title(person: &Person, edition: &Edition) -> String {
    let neutral = || edition.format("journey-title", &[("name", person.name.as_str().into())]);
    person.stays_title.clone().unwrap_or_else(neutral)
}

/// Returns the headings of all these sections, in order.
pub(crate) fn titles(edition: &Edition) -> impl Iterator<Item = String> {
    travelers(&edition.story).map(|person| title(person, edition))
}

fn journey(person: &Person, edition: &Edition) -> Html {
    let id = section(person, &edition.story);
    let heading = format!("{id}_title");
    let road = Road::of(person);
    let has_rings = (0..road.places.len()).any(|place| road.has_ring(place));
    html! {
        <section {id} class={classes!(class::JOURNEY, class::EXTRA)} aria-labelledby={heading.clone()}>
            <h2 id={heading}>{ title(person, edition) }</h2>
            <p class={class::LEAD} data-ours={edition.text("editors")}>{ lead(person, &road, edition) }</p>
            <div class={class::JOURNEY_PARTS}>
                if !road.places.is_empty() {
                    <figure class={class::JOURNEY_MAP}>
                        { map(&road, edition) }
                        <figcaption>
                            <span>{ edition.text("map-about") }</span>
                            if road.numbered().any(Stop::is_uncertain) {
                                { " " }<span>{ edition.text("map-uncertain") }</span>
                            }
                            if has_rings {
                                { " " }<span>{ edition.text("map-ring") }</span>
                            }
                        </figcaption>
                    </figure>
                }
                { whereabouts(&road, person, edition) }
                <ol class={class::STOPS} tabindex="-1">{ for road.stops.iter().map(|stop| item(stop, person, &road, edition)) }</ol>
            </div>
        </section>
    }
}

/// Returns how many stops there are, and in which years.
fn lead(person: &Person, road: &Road, edition: &Edition) -> String {
    let years = years(&person.stays, edition);
    let values =
        [("name", person.name.as_str().into()), ("count", road.numbered().count().into()), ("years", years.into())];
    edition.format("journey-lead", &values)
}

/// Returns the years from the first stay to the last: `1928–1940`, `since 1928` if the last goes on, and `1928–?` if nobody
/// knows when it ended.
fn years(stays: &[Stay], edition: &Edition) -> String {
    let firsts: Option<Vec<_>> = stays.iter().map(|stay| stay.date.earliest).collect();
    let lasts: Option<Vec<_>> = stays.iter().map(|stay| stay.date.latest).collect();
    let from = firsts.and_then(|days| days.into_iter().min()).map(|day| day.year);
    let to = lasts.and_then(|days| days.into_iter().max()).map(|day| day.year);
    let goes_on = stays.iter().any(|stay| stay.date.edtf.ends_with("/.."));
    match (from, to) {
        (Some(from), Some(to)) => edition.years([from, to]),
        (Some(from), None) if goes_on => edition.format("edtf-since", &[("date", edition.year_within(from).into())]),
        _ => {
            let [from, to] = [from, to].map(|year| year.map_or_else(|| "?".to_owned(), |year| edition.year(year)));
            edition.between(from, to)
        }
    }
}

/// Renders a stop: its number, its place, the date, the person's age, and what is known of the stay.
fn item(stop: &Stop, person: &Person, road: &Road, edition: &Edition) -> Html {
    let Stop { stay, place, number } = *stop;
    let within = place.filter(|place| road.has_ring(*place)).map(|place| {
        let kilometers = road.places[place].radius.div_ceil(1000);
        edition.format("stop-within", &[("count", kilometers.into())])
    });
    let age = age::on(person, &stay.date, edition);
    let named = stay.place.as_ref().map_or_else(|| edition.text("stop-way"), |place| edition.place(place));
    html! {
        <li id={stay.id.to_string()} class={class::STOP} data-stop={stop.code()}>
            <p class={class::STOP_TITLE}>
                if let Some(place) = &stay.place {
                    // A place without a point is not on the map and has no number.
                    if number > 0 {
                        <b>{ edition.words.number(number) }</b>{ " " }
                    }
                    <span>{ edition.place(place) }</span>
                } else {
                    <span>{ edition.text("stop-way") }</span>
                }
                <LinkMark id={stay.id.to_string()} title={named} />
            </p>
            <p class={class::DATES}>
                { date(&stay.date) }
                { for age.map(|age| edition.words.comma() + &age) }
            </p>
            <p class={class::STOP_TEXT}>
                { prose(&stay.text, edition) }
                { for within.map(|within| format!(" {within}")) }
            </p>
        </li>
    }
}
