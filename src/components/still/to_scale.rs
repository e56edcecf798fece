//! The whole story to scale: where its events stand in time, and under them whose lives they fell into. All of it is drawn
//! beside words that say the same, and is therefore nothing to assistive software.

use palimpsest_story::{Event, Person, Story};
use yew::prelude::*;

use crate::components::drawn::{SHORTEST, stretch, years};
use crate::components::person::portrait;
use crate::scale::{Scale, life, percent};

/// The scale of the whole story: from its first event to its last.
fn of_story(story: &Story) -> Option<Scale> {
    Scale::of(story.events.iter().filter_map(|event| event.date.extent))
}

/// Every event as a mark, beside the article: upright where there is room, else a bar above it.
pub(crate) fn beside(story: &Story) -> Html {
    let Some(scale) = of_story(story) else { return Html::default() };
    html! {
        <div class="scale" aria-hidden="true">
            <svg class="scale-upright">{ years(scale, true) }{ events(story, scale, true) }</svg>
            <svg class="scale-level">{ years(scale, false) }{ events(story, scale, false) }</svg>
        </div>
    }
}

/// All lives under all events, to scale.
pub(crate) fn lives(story: &Story) -> Html {
    let Some(scale) = of_story(story) else { return Html::default() };
    let [first, last] = scale.years().map(|year| year.to_string());
    html! {
        <figure class="lives">
            <figcaption>
                { ["To scale, ", &first, " to ", &last, ": the events above, and under them whose lives they fell into. A \
                    mark on a life is an event with that person in it; a short one is context that we add. A life that \
                    ends in a point at the left began before ", &first, "."].concat() }
            </figcaption>
            <div class="lives-chart">
                <svg class="lives-years" aria-hidden="true">{ years(scale, false) }</svg>
                <svg class="lives-events" aria-hidden="true">{ events(story, scale, false) }</svg>
                <ol>{ for story.people.iter().map(|person| row(person, story, scale)) }</ol>
            </div>
        </figure>
    }
}

fn row(person: &Person, story: &Story, scale: Scale) -> Html {
    let Some(life) = life(person) else { return Html::default() };
    let lived = Scale { first: life.first, end: life.end() };
    let [born, died] = lived.years().map(|year| year.to_string());
    html! {
        <li>
            <a href={["#", &person.id].concat()}>{ portrait(person) }<span>{ &person.name }</span></a>
            <span class="dates">{ [" ", &born, "–", &died].concat() }</span>
            <svg aria-hidden="true">
                if life.first < scale.first {
                    <path class="life" d="M0 4-9 10l9 6z" />
                }
                { stretch(life, "life", scale) }
                { for story.events_of(&person.id).map(|event| mark(event, scale, false)) }
            </svg>
        </li>
    }
}

fn events(story: &Story, scale: Scale, upright: bool) -> Html {
    let linked = |event: &Event| {
        html! {
            <a href={["#", &event.id].concat()} tabindex="-1">
                <title>{ [&event.date.text(), ": ", &event.title].concat() }</title>
                { mark(event, scale, upright) }
            </a>
        }
    };
    story.events.iter().map(linked).collect()
}

fn mark(event: &Event, scale: Scale, upright: bool) -> Html {
    let Some(extent) = event.date.extent else { return Html::default() };
    let place = scale.place(extent.first);
    let length = percent((scale.place(extent.end()) - place).max(SHORTEST));
    let place = percent(place);
    let [x, y] = if upright { [None, Some(place)] } else { [Some(place), None] };
    let [width, height] = if upright { [None, Some(length)] } else { [Some(length), None] };
    html! { <rect class={if event.told.is_some() { "told" } else { "context" }} {x} {y} {width} {height} /> }
}
