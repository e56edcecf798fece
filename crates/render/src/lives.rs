//! The chart of lives below all events.

use palimpsest_calendar::{CalendarDay, Scale, is_round, percent};
use palimpsest_contract::hook::{class, id};
use palimpsest_state::Command;
use palimpsest_story::{LifeDate, Person, PersonKind};
use yew::prelude::*;

use crate::censor::{LIFE, scraped};
use crate::drawing::{Drawing, Lasting, density, lifeline, linked_mark, mark, story_scale, stretch, years};
use crate::edition::{Edition, use_edition};
use crate::portrait::portrait;

/// The number of lives with fewer than two events up to which they are drawn with the others.
const FEW: usize = 2;

/// All lives below all events, to scale. Lives with few events are folded away.
#[component]
pub(crate) fn Lives() -> Html {
    let edition = use_edition();
    let story = &edition.story;
    let Some(scale) = story_scale(story) else { return no_chart() };
    let drawing = Drawing { scale, upright: false, exact: true };
    let drawn: Vec<&Person> = story.people.iter().filter(|person| lifeline(person, story, scale).is_some()).collect();
    let (mut shown, mut folded): (Vec<_>, Vec<_>) =
        drawn.iter().partition(|person| story.events_of(&person.id).nth(1).is_some());
    if folded.len() <= FEW || shown.is_empty() {
        (shown, folded) = (drawn, Vec::new());
    }
    let rows = |people: &[&Person]| -> Html { people.iter().map(|person| row(person, drawing, &edition)).collect() };
    html! {
        <figure class={class::LIVES}>
            <figcaption>{ edition.text("lives-about") }</figcaption>
            <div class={class::LIVES_CHART}>
                <div class={classes!(class::LANE, class::LIVES_YEARS)}>
                    <svg aria-hidden="true">{ minor_years(scale, &edition) }{ years(drawing, &edition) }</svg>
                    if scale.focus.is_some() {
                        <svg aria-hidden="true" class={class::TRUE_YEARS}>
                            { years(Drawing { scale: Scale::new(scale.first, scale.end), ..drawing }, &edition) }
                        </svg>
                    }
                </div>
                <div class={classes!(class::LANE, class::LIVES_EVENTS)}>
                    <svg aria-hidden="true" class={classes!(density(story.events.iter(), scale))}>
                        { for story.events.iter().map(|event| linked_mark(event, drawing, &edition)) }
                    </svg>
                </div>
                <ol>
                    { rows(&shown) }
                    <li id={id::RIBBON_ISLAND} class={class::LIVES_RIBBON} aria-hidden="true" hidden=true></li>
                </ol>
                if !folded.is_empty() {
                    <details class={classes!(class::FOLD, class::LIVES_MORE)}>
                        <summary>{ edition.format("lives-more", &[("count", folded.len().into())]) }</summary>
                        <ol>{ rows(&folded) }</ol>
                    </details>
                }
                <Brush {scale} />
                <div id={id::LABEL_ISLAND}></div>
            </div>
            if scale.focus.is_some() {
                <p class={class::TRUE_NOTE}>{ edition.text("true-note") }</p>
            }
        </figure>
    }
}

/// Returns the islands that the program looks for in the chart, for a page without a chart because no event has a day.
pub(crate) fn no_chart() -> Html {
    html! { <div hidden=true><div id={id::RIBBON_ISLAND}></div><div id={id::LABEL_ISLAND}></div></div> }
}

#[derive(PartialEq, Properties)]
struct BrushProps {
    scale: Scale,
}

/// The two ends of the chosen years, on the chart's own line. Each is a native slider, which keys move by a year and which
/// assistive software reads. The program moves them with the pointer.
#[component]
fn Brush(props: &BrushProps) -> Html {
    let edition = use_edition();
    let [from, to] = props.scale.years();
    let handle = |command: Command, year: i32| {
        let id = format!("slider_{}", command.key());
        let [from, to, value] = [from, to, year].map(|year| year.to_string());
        let words = edition.year_after(year, props.scale.years()[0]);
        let spoken = (props.scale.years()[0] <= 0).then(|| words.clone());
        html! {
            <div class={class::YEAR_HANDLE}>
                <label for={id.clone()}>{ edition.text(&command.key()) }</label>
                <input {id} type="range" min={from} max={to} {value} aria-valuetext={spoken} data-command={command.words()} autocomplete="off" />
                <output aria-hidden="true">{ words }</output>
            </div>
        }
    };
    html! {
        <fieldset class={class::BRUSH}>
            <legend class={class::VISUALLY_HIDDEN}>{ edition.text("years") }</legend>
            { handle(Command::YearsFrom, from) }
            { handle(Command::YearsTo, to) }
        </fieldset>
    }
}

/// The number of short year labels that fit on a wide chart.
const SHORT_LABELS: i32 = 40;
/// The number of year labels that fit on it if they cannot be shortened.
const LABELS: i32 = 14;

/// Renders the years between the round ones in short form: every year in the focus, otherwise every fifth or fewer. They are
/// too many for a narrow chart. Years that do not have four digits cannot be shortened, so there are fewer of them.
fn minor_years(scale: Scale, edition: &Edition) -> Html {
    let ([first, last], least) = match scale.focus {
        Some((first, end)) => (Scale::new(first, end).years(), 1),
        None => (scale.years(), 5),
    };
    let is_short = |year: i32| (1000..=9999).contains(&year);
    // Two digits do not distinguish centuries.
    let short = is_short(first) && is_short(last) && scale.step() <= 100;
    let (limit, most) = if short { (100, SHORT_LABELS) } else { (i32::MAX, LABELS) };
    let Some(every) = scale.part_of_step(least, limit, most) else { return Html::default() };
    let round: Vec<i32> = scale.round_years().map(|(year, _)| year).collect();
    let label = |year: i32| {
        let x = percent(scale.position(CalendarDay::new_year(year).number()));
        let words = if short {
            edition.format("year-short", &[("year", edition.words.number(format!("{:02}", year % 100)).into())])
        } else {
            edition.year_after(year, scale.years()[0])
        };
        html! { <text class={class::MINOR} {x}>{ words }</text> }
    };
    (first..=last)
        .filter(|year| is_round(*year, every) && !round.contains(year) && *year > scale.years()[0])
        .map(label)
        .collect()
}

fn row(person: &Person, drawing: Drawing, edition: &Edition) -> Html {
    let Some(life) = lifeline(person, &edition.story, drawing.scale) else { return Html::default() };
    let events = || edition.story.events_of(&person.id);
    let years = life_years(person, edition).unwrap_or_default();
    let row = html! {
        <li data-person={person.id.to_string()} data-erased={edition.story.erasure.has(&person.id).then_some(LIFE)}>
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
    };
    scraped(row, edition)
}

/// Returns the years of a life as far as they are known: `1879–1940`, `about 1862 – 1940`, `1862–?`; for a living person
/// `born 1962`. Returns `None` if neither birth nor death is known.
pub(crate) fn life_years(person: &Person, edition: &Edition) -> Option<String> {
    let years = |life: &LifeDate| life.date.extent.map(|extent| extent.years());
    // The year that is printed first, beside which others may need their era.
    let beside = person.born.as_ref().and_then(years).or_else(|| person.died.as_ref().and_then(years));
    let year = |life: &LifeDate| {
        let (ends, [beside, _]) = years(life).zip(beside)?;
        let [from, to] = ends.map(|year| edition.year_after(year, beside));
        let mut words = if ends[0] == ends[1] {
            from
        } else {
            edition.format("edtf-between", &[("from", from.into()), ("to", to.into())])
        };
        let is = |marks: [char; 2]| life.date.edtf.contains(marks);
        if is(['?', '%']) {
            words.push('?');
        }
        Some(if is(['~', '%']) { edition.format("edtf-about", &[("date", words.into())]) } else { words })
    };
    let [born, died] = [&person.born, &person.died].map(|life| life.as_ref().and_then(year));
    match (born, died) {
        (None, None) => None,
        (Some(born), None) if person.living => {
            let key = if person.kind == PersonKind::Body { "life-since" } else { "life-born" };
            Some(edition.format(key, &[("year", born.into())]))
        }
        (born, died) => {
            let [from, to] = [born, died].map(|year| year.unwrap_or_else(|| "?".to_owned()));
            Some(edition.between(from, to))
        }
    }
}
