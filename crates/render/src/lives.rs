//! The chart of lives under all events, and each life by itself.

use palimpsest_calendar::{CalendarDay, Scale, coarse, percent};
use palimpsest_contract::hook::class;
use palimpsest_story::Person;
use yew::prelude::*;

use crate::drawing::{Drawing, Lasting, density, life, linked_mark, mark, story_scale, stretch, years};
use crate::edition::{Edition, use_edition};
use crate::portrait::portrait;

/// All lives under all events, to scale.
#[component]
pub(crate) fn Lives() -> Html {
    let edition = use_edition();
    let story = &edition.story;
    let Some(scale) = story_scale(story) else { return Html::default() };
    let drawing = Drawing { scale, upright: false, enlarged: true };
    html! {
        <figure class={class::LIVES}>
            <figcaption>{ edition.text("lives-about") }</figcaption>
            <div class={class::LIVES_CHART} data-stretch="">
                <div class={classes!(class::LANE, class::LIVES_YEARS)}>
                    <svg aria-hidden="true">{ fifth_years(scale) }{ years(drawing) }</svg>
                </div>
                <div class={classes!(class::LANE, class::LIVES_EVENTS)}>
                    <svg aria-hidden="true" class={classes!(density(story.events.iter(), scale))}>
                        { for story.events.iter().map(|event| linked_mark(event, drawing, &edition)) }
                    </svg>
                </div>
                <ol>{ for story.people.iter().map(|person| row(person, drawing, &edition)) }</ol>
            </div>
        </figure>
    }
}

/// Every fifth year between the round ones: too many to be shown before the chart is enlarged.
fn fifth_years(scale: Scale) -> Html {
    let [first, last] = scale.years();
    let round: Vec<i32> = scale.round_years().map(|(year, _)| year).collect();
    let label = |year: i32| {
        let x = percent(scale.position(CalendarDay::new_year(year).number()));
        html! { <text class={class::FIFTH} {x}>{ year.to_string() }</text> }
    };
    (first + 1..=last).filter(|year| year % 5 == 0 && !round.contains(year)).map(label).collect()
}

fn row(person: &Person, drawing: Drawing, edition: &Edition) -> Html {
    let Some(life) = life(person) else { return Html::default() };
    let events = || edition.story.events_of(&person.id);
    let [from, to] = life.years().map(|year| year.to_string());
    let years = edition.format("life-years", &[("from", from.into()), ("to", to.into())]);
    html! {
        <li data-person={person.id.to_string()}>
            <a href={format!("#{}", person.id)}>{ portrait(person) }<span>{ &person.name }</span></a>
            <span class={class::DATES}>{ format!(" {years}") }</span>
            <div class={class::LANE}>
                <svg aria-hidden="true" class={classes!(density(events(), drawing.scale))}>
                    if life.first < drawing.scale.first {
                        <path class={class::LIFE} d="M0 4-9 10l9 6z" />
                    }
                    { stretch(life, Lasting::Life, drawing) }
                    { for events().map(|event| mark(event, drawing)) }
                </svg>
            </div>
        </li>
    }
}

/// One life by itself, from birth to death, with its tens of years and its events.
pub(crate) fn lifeline(person: &Person, edition: &Edition) -> Html {
    let Some(life) = life(person) else { return Html::default() };
    let scale = Scale { first: life.first, end: life.end() };
    let drawing = Drawing::small(scale);
    let birthday = CalendarDay::from_number(life.first);
    let tens = (1..12).map(|ten| (ten * 10, CalendarDay { year: birthday.year + ten * 10, ..birthday }.number()));
    let age = |(age, day): (i32, i32)| {
        let x = coarse(scale.position(day));
        html! { <><rect class={class::YEAR} x={x.clone()} /><text {x}>{ age.to_string() }</text></> }
    };
    let in_life = || {
        let events = edition.story.events_of(&person.id);
        events.filter(|event| event.date.extent.is_some_and(|extent| extent.first < scale.end))
    };
    html! {
        <div class={class::LIFELINE} aria-hidden="true">
            <span>{ edition.text("life-age") }</span>
            <svg class={classes!(density(in_life(), scale))}>
                { for tens.filter(|(_, day)| *day < scale.end).map(age) }
                { stretch(life, Lasting::Life, drawing) }
                { for in_life().map(|event| linked_mark(event, drawing, edition)) }
            </svg>
        </div>
    }
}
