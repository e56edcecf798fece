//! What is drawn to scale beside words that say the same, and is therefore nothing to assistive software: how people
//! stood to each other.

use palimpsest_story::{Extent, Person, Relation, Story};
use yew::prelude::*;

use crate::scale::{Scale, WHOLE, coarse};

/// How a place is written: to a day for what can be drawn closer, else coarse.
pub(crate) type Write = fn(i32) -> String;

/// What is shorter on the line would not be seen.
pub(crate) const SHORTEST: i32 = WHOLE / 200;

/// How a person stood to others: above the line with them, under it against them.
pub(crate) fn ribbon(person: &Person, story: &Story) -> Html {
    let extents = person.relations.iter().filter_map(extent);
    // What is shorter than a year has no course that could be drawn.
    let Some(scale) = Scale::of(extents).filter(|scale| scale.end - scale.first > 366) else {
        return Html::default();
    };
    let rows = person.relations.chunk_by(|one, next| one.with == next.with).filter_map(|relations| {
        let with = story.person(&relations.first()?.with)?;
        Some(html! {
            <div>
                <span>{ &with.name }</span>
                <svg>{ for relations.iter().filter_map(|relation| Some(stretch(extent(relation)?, relation.stance.word(), scale, coarse))) }</svg>
            </div>
        })
    });
    html! { <div class="ribbon" aria-hidden="true"><div><svg>{ years(scale, false, coarse) }</svg></div>{ for rows }</div> }
}

fn extent(relation: &Relation) -> Option<Extent> {
    relation.date.as_ref()?.extent
}

/// A stretch of time, and paler where it may have begun or ended.
pub(crate) fn stretch(extent: Extent, class: &'static str, scale: Scale, write: Write) -> Html {
    let Extent { first, rising, falling, .. } = extent;
    let end = extent.end();
    let part = |class: String, from: i32, to: i32| {
        let from = scale.place(from);
        let length = (scale.place(to) - from).max(SHORTEST);
        html! { <rect {class} x={write(from.min(WHOLE - length))} width={write(length)} /> }
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

/// The round years of a scale, along it or upright.
pub(crate) fn years(scale: Scale, upright: bool, write: Write) -> Html {
    scale
        .round_years()
        .map(|(year, place)| {
            let place = write(place);
            let [x, y] = if upright { [None, Some(place)] } else { [Some(place), None] };
            html! { <><rect class="year" x={x.clone()} y={y.clone()} /><text {x} {y}>{ year.to_string() }</text></> }
        })
        .collect()
}
