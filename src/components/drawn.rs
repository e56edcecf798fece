//! What is drawn to scale: where the events stand in time, how long people lived, how they stood to each other. All of it
//! is decoration to assistive software: each drawing stands beside words that say the same.

use palimpsest_story::{Event, Extent, Person, PersonId, Relation, Story};
use yew::prelude::*;

use super::person::portrait;
use crate::scale::{Scale, life, percent};

/// In thousandths of the line: what is shorter would not be seen.
const SHORTEST: i32 = 3;

/// The scale of the whole story: from its first event to its last.
pub(crate) fn of_story(story: &Story) -> Option<Scale> {
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

/// How a person stood to others, to all or to one: above the line with them, under it against them.
pub(crate) fn ribbon(person: &Person, to: Option<&PersonId>, story: &Story) -> Html {
    let shown = |relation: &Relation| to.is_none_or(|to| *to == relation.with);
    let extents = person.relations.iter().filter(|relation| shown(relation)).filter_map(extent);
    // What is shorter than a year has no course that could be drawn.
    let Some(scale) = Scale::of(extents).filter(|scale| scale.end - scale.first > 366) else {
        return Html::default();
    };
    let rows = person.relations.chunk_by(|one, next| one.with == next.with).filter_map(|relations| {
        let with = story.person(&relations.first().filter(|first| shown(first))?.with)?;
        Some(html! {
            <div>
                <span>{ &with.name }</span>
                <svg>{ for relations.iter().filter_map(|relation| Some(stretch(extent(relation)?, relation.stance.word(), scale))) }</svg>
            </div>
        })
    });
    html! { <div class="ribbon" aria-hidden="true"><div><svg>{ years(scale, false) }</svg></div>{ for rows }</div> }
}

fn extent(relation: &Relation) -> Option<Extent> {
    relation.date.as_ref()?.extent
}

/// A stretch of time, and paler where it may have begun or ended.
fn stretch(extent: Extent, class: &'static str, scale: Scale) -> Html {
    let Extent { first, rising, falling, .. } = extent;
    let end = extent.end();
    let part = |class: String, from: i32, to: i32| {
        let from = scale.place(from);
        let length = (scale.place(to) - from).max(SHORTEST);
        html! { <rect {class} x={percent(from.min(1000 - length))} width={percent(length)} /> }
    };
    html! {
        <>
            if rising > 0 {
                { part([class, " rising"].concat(), first, first + rising) }
            }
            { part(class.to_owned(), first + rising, end - falling) }
            if falling > 0 {
                { part([class, " falling"].concat(), end - falling, end) }
            }
        </>
    }
}

fn years(scale: Scale, upright: bool) -> Html {
    scale
        .round_years()
        .map(|(year, place)| {
            let place = percent(place);
            let [x, y] = if upright { [None, Some(place)] } else { [Some(place), None] };
            html! { <><rect class="year" x={x.clone()} y={y.clone()} /><text {x} {y}>{ year.to_string() }</text></> }
        })
        .collect()
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
