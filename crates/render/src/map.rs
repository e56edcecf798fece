//! The map of a person's stops. It says nothing that the list does not say, so it is hidden from assistive software.

use palimpsest_atlas::{Frame, Kind, Label, Side, place_labels};
use palimpsest_calendar::{WHOLE, coarse};
use palimpsest_contract::hook::class;
use yew::prelude::*;

use crate::edition::Edition;
use crate::road::{Leg, Road, Stop, vector};

/// The distance from one number to the next, the size of a number, and the gap between a place and its numbers, in pixels.
const PITCH: i32 = 23;
const SIZE: i32 = 22;
const GAP: i32 = 7;
/// The approximate width of a letter of a name, in pixels.
const LETTER: f64 = 6.6;
/// The distance from the edge at which a line that leaves the map has its number, in units.
const INWARD: f64 = 14.0;
/// The distance, in units, up to which the marks of two places become one.
const TOGETHER: f64 = 4.0;
/// How far a line bends to its left, as a share of its length, so that the way there and the way back are two lines.
const BEND: f64 = 0.09;

/// Renders all drawings of the places.
pub(crate) fn map(road: &Road, edition: &Edition) -> Html {
    road.frames.iter().map(|frame| drawing(frame, road, edition)).collect()
}

fn drawing(frame: &Frame, road: &Road, edition: &Edition) -> Html {
    let [width, height] = frame.size;
    let class = match frame.kind {
        Kind::Region => class::MAP_REGION,
        Kind::Globe => class::MAP_GLOBE,
        Kind::Inset => class::MAP_INSET,
    };
    let rings = (0..road.places.len()).filter_map(|place| {
        let [x, y] = frame.position(vector(road.places[place]))?;
        Some(html! { <circle class={class::MAP_RING} cx={whole(x).to_string()} cy={whole(y).to_string()} r={whole(road.ring(place, frame)?).to_string()} /> })
    });
    html! {
        <svg {class} aria-hidden="true">
            <svg viewBox={format!("0 0 {width} {height}")}>
                if frame.kind == Kind::Globe {
                    <circle class={class::MAP_SEA} cx="50%" cy="50%" r="49.5%" />
                }
                <path class={class::MAP_LAND} d={frame.land()} />
                { for rings }
                <path class={class::MAP_LINE} d={line(frame, road)} />
            </svg>
            { for exits(frame, road, edition) }
            { for spots(frame, road) }
            { for labels(frame, road, edition) }
        </svg>
    }
}

/// Renders a mark for each place that the drawing shows, and a single one for places that coincide.
fn spots(frame: &Frame, road: &Road) -> Vec<Html> {
    let shown = road.places.iter().map(|place| vector(place)).filter(|place| frame.shows(*place));
    let mut spots: Vec<[f64; 2]> = Vec::new();
    for at in shown.filter_map(|place| frame.position(place)) {
        let is_new = spots.iter().all(|[x, y]| (x - at[0]).hypot(y - at[1]) > TOGETHER);
        spots.extend(is_new.then_some(at));
    }
    let spot = |[cx, cy]: [String; 2]| html! { <circle class={class::MAP_SPOT} {cx} {cy} r="3" /> };
    spots.into_iter().map(|at| spot(percent(frame, at))).collect()
}

/// Returns the path from stop to stop. On a region, it also leads toward stops elsewhere; a globe shows only the legs that
/// no region shows whole.
fn line(frame: &Frame, road: &Road) -> String {
    let is_within_a_region = |leg: &Leg| {
        let mut regions = road.frames.iter().filter(|other| other.kind != Kind::Globe);
        regions.any(|region| leg.places.iter().all(|place| has(region, *place)))
    };
    let drawn = |leg: &Leg| {
        let places = leg.places.map(|place| vector(road.places[place]));
        let is_here = match frame.kind {
            Kind::Globe => places.iter().all(|place| frame.shows(*place)) && !is_within_a_region(leg),
            _ => leg.places.iter().any(|place| has(frame, *place)),
        };
        let [from, to] = places.map(|place| frame.position(place));
        let (from, to) = from.zip(to).filter(|_| is_here)?;
        let step = [0, 1].map(|axis| to[axis] - from[axis]);
        let [x, y] = from.map(whole);
        let [dx, dy] = step.map(whole);
        Some(if away(frame, leg).is_some() {
            format!("M{x} {y}l{dx} {dy}")
        } else {
            let [cx, cy] = [step[0] / 2.0 + step[1] * BEND, step[1] / 2.0 - step[0] * BEND].map(whole);
            format!("M{x} {y}q{cx} {cy} {dx} {dy}")
        })
    };
    let mut legs: Vec<String> = road.legs().iter().filter_map(drawn).collect();
    legs.sort_unstable();
    legs.dedup();
    legs.concat()
}

/// Reports whether a place has its label on a frame.
fn has(frame: &Frame, place: usize) -> bool {
    frame.groups.iter().flatten().any(|other| *other == place)
}

/// Returns which end of a leg is elsewhere, if the leg leaves a region.
fn away(frame: &Frame, leg: &Leg) -> Option<usize> {
    let is_here = leg.places.map(|place| has(frame, place));
    let end = usize::from(is_here[0]);
    (frame.kind != Kind::Globe && is_here[0] != is_here[1]).then_some(end)
}

/// Renders, where a line leaves a region, the number of the stop that it leads to.
fn exits(frame: &Frame, road: &Road, edition: &Edition) -> Vec<Html> {
    let exit = |leg: &Leg| {
        let end = away(frame, leg)?;
        let [here, there] = [1 - end, end].map(|end| frame.position(vector(road.places[leg.places[end]])));
        let (here, there) = here.zip(there)?;
        // The share of the line at which it meets the first edge, moved inward.
        let shares = [0, 1].map(|axis| {
            let step = there[axis] - here[axis];
            let edge = if step < 0.0 { INWARD } else { f64::from(frame.size[axis]) - INWARD };
            if step.abs() < 1.0 { 1.0 } else { (edge - here[axis]) / step }
        });
        let share = shares[0].min(shares[1]).clamp(0.0, 1.0);
        let [x, y] = percent(frame, [0, 1].map(|axis| here[axis] + (there[axis] - here[axis]) * share));
        let number = edition.words.number(leg.numbers[end]);
        Some(html! { <text class={class::MAP_EXIT} {x} {y} dy="5">{ number }</text> })
    };
    road.legs().iter().filter_map(exit).collect()
}

/// Renders the labels: for each group of places its numbers, each a link to its stop, and a name.
fn labels(frame: &Frame, road: &Road, edition: &Edition) -> Vec<Html> {
    let stops = |group: &[usize]| -> Vec<&Stop> {
        road.numbered().filter(|stop| stop.place.is_some_and(|place| group.contains(&place))).collect()
    };
    let [width, height] = frame.size.map(f64::from);
    let label = |group: &Vec<usize>| {
        let [x, y] = frame.position(vector(road.places[group[0]])).unwrap_or_default();
        let numbers = f64::from(PITCH) * stops(group).iter().map(|_| 1.0).sum::<f64>();
        let name = road.group_name(group).chars().map(|_| LETTER).sum::<f64>();
        Label { at: [x / width, y / height], widths: [numbers, numbers + 4.0 + name] }
    };
    let wanted: Vec<Label> = frame.groups.iter().map(label).collect();
    let sizes = match frame.kind {
        Kind::Region => [[288.0, 216.0], [720.0, 540.0]],
        Kind::Globe => [[140.0, 140.0], [220.0, 220.0]],
        Kind::Inset => [[186.0, 140.0], [290.0, 217.0]],
    };
    let sides = place_labels(&wanted, sizes);
    let drawn = frame.groups.iter().zip(wanted).zip(sides).map(|((group, label), side)| {
        let [x, y] = percent(frame, [label.at[0] * width, label.at[1] * height]);
        let stops = stops(group);
        html! {
            <svg {x} {y}>{ numbers(&stops, road.group_name(group), side, edition) }</svg>
        }
    });
    drawn.collect()
}

fn numbers(stops: &[&Stop], name: &str, Side { left, down }: Side, edition: &Edition) -> Html {
    let count = i32::try_from(stops.len()).unwrap_or_default();
    let start = if left { -GAP - count * PITCH + (PITCH - SIZE) } else { GAP };
    let number = |(stop, at): (&&Stop, i32)| {
        let x = start + at * PITCH;
        let class = stop.is_uncertain().then_some(class::UNCERTAIN);
        html! {
            <a href={format!("#{}", stop.stay.id)} tabindex="-1" data-stop={stop.code()} class={classes!(class)}>
                <title>{ stop.name(edition) }</title>
                <rect x={x.to_string()} y={(down - SIZE / 2).to_string()} width={SIZE.to_string()} height={SIZE.to_string()} />
                <text x={(x + SIZE / 2).to_string()} y={(down + 5).to_string()}>{ edition.words.number(stop.number) }</text>
            </a>
        }
    };
    let x = if left { start - 5 } else { start + count * PITCH + 4 };
    let anchor = if left { "end" } else { "start" };
    html! {
        <>
            { for stops.iter().zip(0..).map(number) }
            <text class={class::MAP_NAME} x={x.to_string()} y={(down + 5).to_string()} text-anchor={anchor}>{ name }</text>
        </>
    }
}

/// Returns a position on a drawing as SVG writes it, to a tenth of a percent.
fn percent(frame: &Frame, at: [f64; 2]) -> [String; 2] {
    [0, 1].map(|axis| coarse(whole(at[axis] / f64::from(frame.size[axis]) * f64::from(WHOLE))))
}

fn whole(part: f64) -> i32 {
    #[expect(clippy::cast_possible_truncation, reason = "drawings have thousands of units, and a cast saturates")]
    let whole = part.round() as i32;
    whole
}
