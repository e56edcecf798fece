//! The whole story to scale: where its events stand in time, and under them whose lives they fell into; and each life by
//! itself. All of it is drawn beside words that say the same.

use palimpsest_story::{CalendarDay, Event, Person, Story};
use yew::prelude::*;

use super::drawn::{SHORTEST, Write, stretch, years};
use super::person::portrait;
use crate::scale::{Scale, coarse, life, percent};

/// Every event as a mark and a link, beside the article: upright where there is room, else a bar above it.
pub(crate) fn beside(story: &Story) -> Html {
    let Some(scale) = Scale::of_story(story) else { return Html::default() };
    html! {
        <>
            <svg class="scale-upright">{ years(scale, true, coarse) }{ events(story, scale, true, coarse) }</svg>
            <svg class="scale-level">{ years(scale, false, coarse) }{ events(story, scale, false, coarse) }</svg>
        </>
    }
}

/// All lives under all events, to scale.
pub(crate) fn lives(story: &Story) -> Html {
    let Some(scale) = Scale::of_story(story) else { return Html::default() };
    html! {
        <figure class="lives">
            <figcaption>
                { "To scale: the events above, and under them whose lives they fell into. A mark on a life is an event with that \
                    person in it; a short one is context that we add. A life that reaches an edge, or ends in a point there, \
                    runs on beyond it." }
            </figcaption>
            <div class="lives-chart" data-stretch="">
                <div class="lane lives-years"><svg aria-hidden="true">{ fifth_years(scale) }{ years(scale, false, percent) }</svg></div>
                <div class="lane lives-events"><svg aria-hidden="true">{ events(story, scale, false, percent) }</svg></div>
                <ol>{ for story.people.iter().map(|person| row(person, story, scale)) }</ol>
            </div>
        </figure>
    }
}

/// Every fifth year between the round ones: too many to be shown before the chart is drawn closer.
fn fifth_years(scale: Scale) -> Html {
    let [first, last] = scale.years();
    let round: Vec<i32> = scale.round_years().map(|(year, _)| year).collect();
    let label = |year: i32| {
        let x = percent(scale.place(CalendarDay { year, month: 1, day: 1 }.number()));
        html! { <text class="fifth" {x}>{ year.to_string() }</text> }
    };
    (first + 1..=last).filter(|year| year % 5 == 0 && !round.contains(year)).map(label).collect()
}

fn row(person: &Person, story: &Story, scale: Scale) -> Html {
    let Some(life) = life(person) else { return Html::default() };
    let lived = Scale { first: life.first, end: life.end() };
    let [born, died] = lived.years().map(|year| year.to_string());
    html! {
        <li data-person={person.id.to_string()}>
            <a href={["#", &person.id].concat()}>{ portrait(person) }<span>{ &person.name }</span></a>
            <span class="dates">{ [" ", &born, "–", &died].concat() }</span>
            <div class="lane">
                <svg aria-hidden="true">
                    if life.first < scale.first {
                        <path class="life" d="M0 4-9 10l9 6z" />
                    }
                    { stretch(life, "life", scale, percent) }
                    { for story.events_of(&person.id).map(|event| mark(event, scale, false, percent)) }
                </svg>
            </div>
        </li>
    }
}

/// One life by itself, from birth to death, with its tens of years and its events.
pub(crate) fn lifeline(person: &Person, story: &Story) -> Html {
    let Some(life) = life(person) else { return Html::default() };
    let scale = Scale { first: life.first, end: life.end() };
    let birthday = CalendarDay::numbered(life.first);
    let tens = (1..12).map(|ten| (ten * 10, CalendarDay { year: birthday.year + ten * 10, ..birthday }.number()));
    let age = |(age, day): (i32, i32)| {
        let x = coarse(scale.place(day));
        html! { <><rect class="year" x={x.clone()} /><text {x}>{ age.to_string() }</text></> }
    };
    let events =
        story.events_of(&person.id).filter(|event| event.date.extent.is_some_and(|extent| extent.first < scale.end));
    html! {
        <div class="lifeline" aria-hidden="true">
            <span>{ "Age" }</span>
            <svg>
                { for tens.filter(|(_, day)| *day < scale.end).map(age) }
                { stretch(life, "life", scale, coarse) }
                { for events.map(|event| linked(event, scale, false, coarse)) }
            </svg>
        </div>
    }
}

fn events(story: &Story, scale: Scale, upright: bool, write: Write) -> Html {
    story.events.iter().map(|event| linked(event, scale, upright, write)).collect()
}

fn linked(event: &Event, scale: Scale, upright: bool, write: Write) -> Html {
    let name = [&event.date.text(), ": ", &event.title].concat();
    // WebKit 2.50 does not name a link by its title; on the scale beside the text it must have a name.
    let label = (write(1) == "0%").then(|| name.clone());
    html! {
        <a href={["#", &event.id].concat()} tabindex="-1" aria-label={label}>
            <title>{ name }</title>
            { mark(event, scale, upright, write) }
        </a>
    }
}

/// A mark as long as the event. What is too short to be seen so has a mark of four pixels: drawn closer, its true length grows
/// out of that.
fn mark(event: &Event, scale: Scale, upright: bool, write: Write) -> Html {
    let Some(extent) = event.date.extent else { return Html::default() };
    let kind = if event.told.is_some() { "told" } else { "context" };
    let place = scale.place(extent.first);
    let length = (scale.place(extent.end()) - place).max(1);
    let [place, true_length] = [place, length].map(write);
    let rect = |class: String, length: String| {
        let [x, y] = if upright { [None, Some(place.clone())] } else { [Some(place.clone()), None] };
        let [width, height] = if upright { [None, Some(length)] } else { [Some(length), None] };
        html! { <rect {class} {x} {y} {width} {height} /> }
    };
    if length >= SHORTEST {
        rect(kind.to_owned(), true_length)
    } else if write(1) == "0%" {
        rect(kind.to_owned(), "4".to_owned())
    } else {
        html! { <>{ rect(kind.to_owned(), "4".to_owned()) }{ rect([kind, " exact"].concat(), true_length) }</> }
    }
}
