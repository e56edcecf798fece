//! Where a person was, to scale: a line for each country, with a bar for each stop there.

use palimpsest_calendar::{CalendarDay, Scale, WHOLE};
use palimpsest_contract::hook::class;
use palimpsest_story::{Extent, Person};
use yew::prelude::*;

use crate::drawing::{Drawing, years};
use crate::edition::Edition;
use crate::facts::link;
use crate::road::{Road, Stop, town};

/// The shortest length of a bar that can be seen, as a share of the line.
const SHORTEST: i32 = WHOLE / 250;
/// The largest number of years between the first and the last that are labeled one by one.
const FEW: i32 = 16;
/// The number of days of a bar that are pale at an uncertain end, at most a quarter of the bar. They are a sign and not a
/// measure: nobody knows how far off “about” may be.
const PALE: i32 = 92;

/// Renders the figure; nothing if no stop has a date with two ends.
pub(crate) fn whereabouts(road: &Road, person: &Person, edition: &Edition) -> Html {
    let Some(scale) = Scale::of(road.numbered().filter_map(|stop| stop.stay.date.extent)) else {
        return Html::default();
    };
    let drawing = Drawing::small(scale);
    html! {
        <figure class={class::WHEREABOUTS}>
            <figcaption>{ edition.format("whereabouts-about", &[("name", person.name.as_str().into())]) }</figcaption>
            <ol>{ for lines(road).iter().map(|(country, stops)| line(country, stops, drawing, edition)) }</ol>
            <svg aria-hidden="true">{ axis(drawing, edition) }</svg>
        </figure>
    }
}

/// Renders every year of a short period, of which style sheets drop every second one where there is no room, the round years
/// of a longer one, or the months or days of one in which fewer than two years begin.
fn axis(drawing: Drawing, edition: &Edition) -> Html {
    let [first, last] = drawing.scale.years();
    if !(2..=FEW).contains(&(last - first)) {
        return years(drawing, edition);
    }
    let year = |year: i32| {
        let x = drawing.write(drawing.scale.position(CalendarDay::new_year(year).number()));
        html! { <><rect class={class::YEAR} x={x.clone()} /><text {x}>{ edition.year_after(year, first) }</text></> }
    };
    (first + 1..=last).map(year).collect()
}

/// Returns the stops grouped by country or, where the story names no country, by town, in the order of the first stop in
/// each.
fn lines<'road>(road: &'road Road) -> Vec<(&'road str, Vec<&'road Stop<'road>>)> {
    let mut lines: Vec<(&str, Vec<&Stop>)> = Vec::new();
    for stop in road.numbered() {
        let Some(place) = &stop.stay.place else { continue };
        let country = place.country.as_deref().unwrap_or_else(|| town(place));
        match lines.iter_mut().find(|(known, _)| *known == country) {
            Some((_, stops)) => stops.push(stop),
            None => lines.push((country, vec![stop])),
        }
    }
    lines
}

fn line(country: &str, stops: &[&Stop], drawing: Drawing, edition: &Edition) -> Html {
    let years = Scale::of(stops.iter().filter_map(|stop| stop.stay.date.extent)).map(|scale| {
        let [from, to] = scale.years();
        edition.years([from, to])
    });
    html! {
        <li>
            <span>
                { for stops.first().map(|stop| link(&stop.stay.id, country)) }
                <span class={class::DATES}>{ format!(" {}", years.unwrap_or_default()) }</span>
            </span>
            <svg aria-hidden="true">{ for stops.iter().map(|stop| bar(stop, drawing, edition)) }</svg>
        </li>
    }
}

/// Renders the time of a stop, pale at an uncertain end.
fn bar(stop: &Stop, drawing: Drawing, edition: &Edition) -> Html {
    let Some(extent) = stop.stay.date.extent else { return Html::default() };
    let Extent { first, length, .. } = extent;
    let [rising, falling] = [extent.rising, extent.falling].map(|days| days.min(PALE).min(length / 4));
    let part = |class: Option<&'static str>, from: i32, to: i32| {
        let from = drawing.scale.position(from);
        let length = (drawing.scale.position(to) - from).max(SHORTEST);
        html! { <rect class={classes!(class)} x={drawing.write(from.min(WHOLE - length))} width={drawing.write(length)} /> }
    };
    html! {
        <a href={format!("#{}", stop.stay.id)} tabindex="-1" data-stop={stop.code()}>
            <title>{ stop.name(edition) }</title>
            if rising + falling > 0 {
                { part(Some(class::UNCERTAIN), first, extent.end()) }
            }
            { part(None, first + rising, extent.end() - falling) }
        </a>
    }
}
