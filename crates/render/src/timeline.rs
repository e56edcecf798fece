//! The timeline: its controls, the chart of all lives, and every event.

use palimpsest_calendar::CalendarDay;
use palimpsest_contract::hook::{class, id};
use palimpsest_state::Command;
use palimpsest_story::Person;
use yew::prelude::*;

use crate::censor::scraped;
use crate::control::{Buttons, Choices, orders};
use crate::drawing::story_scale;
use crate::edition::{Edition, use_edition};
use crate::event::EventItem;
use crate::lives::{Lives, no_chart};
use crate::portrait::portrait;

/// The section of the timeline, with its events as a list whose items open.
#[component]
pub(crate) fn Timeline() -> Html {
    let edition = use_edition();
    let events = &edition.story.events;
    if events.is_empty() {
        return html! {
            <div hidden=true>
                <div id={id::LENS_ISLAND}></div><div id={id::FOLLOWED_ISLAND}></div>{ no_chart() }
            </div>
        };
    }
    let in_article = events.iter().filter(|event| event.told.is_some()).count();
    let month = month(&edition).unwrap_or_else(|| "none".to_owned());
    let lead =
        [("article", in_article.into()), ("context", (events.len() - in_article).into()), ("month", month.into())];
    html! {
        <section id={id::TIMELINE} class={classes!(class::TIMELINE, class::EXTRA)} aria-labelledby={id::TIMELINE_TITLE}>
            <h2 id={id::TIMELINE_TITLE}>{ edition.text("timeline-title") }</h2>
            <p class={class::LEAD} data-ours={edition.text("editors")}>{ edition.format("timeline-lead", &lead) }</p>
            if !edition.embedded {
                <Controls />
                <div id={id::LENS_ISLAND} class={class::FOLLOWING} hidden=true></div>
                <Lives />
                <div id={id::FOLLOWED_ISLAND} class={class::FOLLOWED} hidden=true></div>
            }
            <ol class={class::EVENTS}>{ for (0..events.len()).map(|index| html! { <EventItem {index} /> }) }</ol>
        </section>
    }
}

/// Returns the month of an event, as an example of how to read a date: preferably of an event that took several days.
/// Returns `None` if no event is known to lie within a single month.
fn month(edition: &Edition) -> Option<String> {
    let extents = edition.story.events.iter().filter_map(|event| event.date.extent);
    let days = extents.map(|extent| (extent, [extent.first, extent.end() - 1].map(CalendarDay::from_number)));
    let within: Vec<_> = days.filter(|(_, [from, to])| (from.year, from.month) == (to.year, to.month)).collect();
    let (_, [day, _]) = within.iter().find(|(extent, _)| extent.length > 1).or(within.first())?;
    let values = [("month", edition.month(day.month).into()), ("year", edition.year_within(day.year).into())];
    Some(edition.format("edtf-month", &values).replace(' ', "\u{a0}"))
}

/// The controls that choose whose events are shown, and how.
#[component]
fn Controls() -> Html {
    let edition = use_edition();
    let others = vec![Command::OthersHide, Command::OthersShow];
    html! {
        <div class={class::TIMELINE_CONTROLS}>
            if !edition.story.people.is_empty() {
                <fieldset class={classes!(class::CHOICES, class::FACES)}>
                    <legend>{ edition.text("lens-people") }</legend>
                    <ul>{ for edition.story.people.iter().map(|person| face(person, &edition)) }</ul>
                </fieldset>
            }
            if story_scale(&edition.story).is_some_and(|scale| scale.focus.is_some()) {
                <Choices name="measure" legend="measure" choices={vec![Command::ScaleBroken, Command::ScaleTrue]} />
            }
            <Choices name="others" legend="others" choices={others} />
            <Choices name="order" legend="order" choices={orders()} />
            <div class={class::TIMELINE_BUTTONS}>
                <Buttons commands={Command::TIMELINE} />
            </div>
        </div>
    }
}

/// Renders the button of a person whose events can be shown.
fn face(person: &Person, edition: &Edition) -> Html {
    let name = edition.format("face", &[("name", person.name.as_str().into())]);
    html! {
        <li data-shows={person.id.to_string()}>
            <button type="button" data-command={Command::FollowHere.words()} aria-pressed="false" aria-label={name} title={person.name.clone()}>
                { scraped(portrait(person), edition) }
            </button>
        </li>
    }
}
