//! The time rail beside the article: every event as a mark and a link, and the position of the current passage among them.

use palimpsest_contract::hook::{class, id};
use palimpsest_state::Command;
use yew::prelude::*;

use crate::drawing::{Drawing, density, linked_mark, story_scale, years};
use crate::edition::{Edition, use_edition};

/// The rail: upright where there is room, otherwise a bar above the article. The program draws the marker of the current
/// passage. Tab leads to the marker, and the arrow keys lead from there to the marks.
#[component]
pub(crate) fn Rail() -> Html {
    let edition = use_edition();
    if edition.story.events.is_empty() {
        return html! { <div id={id::MARKER_ISLAND} hidden=true></div> };
    }
    html! {
        <nav class={class::SCALE} aria-label={edition.text("rail")} data-navigate="">
            <span class={class::SCALE_WINDOW} hidden=true></span>
            { drawing(true, class::SCALE_UPRIGHT, &edition) }
            { drawing(false, class::SCALE_LEVEL, &edition) }
            <div id={id::MARKER_ISLAND}></div>
            <button type="button" class={class::SCALE_SEARCH} aria-label={edition.text("search")} data-command={Command::Search.words()}></button>
        </nav>
    }
}

fn drawing(upright: bool, class: &'static str, edition: &Edition) -> Html {
    let events = &edition.story.events;
    let Some(scale) = story_scale(&edition.story) else { return Html::default() };
    let drawing = Drawing { scale, upright, exact: false };
    html! {
        <svg class={classes!(class, density(events.iter(), scale))}>
            { years(drawing, edition) }
            { for events.iter().map(|event| linked_mark(event, drawing, edition)) }
        </svg>
    }
}
