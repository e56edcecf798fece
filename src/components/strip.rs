//! The scale beside the text: where the passage stands in time, and which years are looked at.

use palimpsest_story::{Event, Story};
use yew::prelude::*;

use super::words;
use crate::scale::Scale;
use crate::state::State;
use crate::still::Still;

/// The strip with its marks, each a link to its event. Tab leads to the present one; the arrow keys from there to the
/// others.
pub(crate) fn strip(story: &Story, still: &Still, state: &State) -> Html {
    let here = state.told_last(story).map(|event| {
        let year = year(event);
        html! {
            <a class="scale-here" href={["#", &event.id].concat()} aria-current="location">
                <span aria-hidden="true">{ words(&year) }</span><span class="visually-hidden">{ words(&[&year, ": ", &event.title].concat()) }</span>
            </a>
        }
    });
    html! {
        <nav class="scale" aria-label="Timeline position" data-go="">
            <span class="scale-window" hidden={state.lens.years.is_none()}></span>
            { Html::from_html_unchecked(still.scale.clone()) }
            { here.unwrap_or_default() }
            <button type="button" class="scale-search" aria-label="Search" data-do="search"></button>
        </nav>
    }
}

/// The year in which an event begins.
fn year(event: &Event) -> String {
    let extent = event.date.extent;
    extent.map(|extent| Scale { first: extent.first, end: extent.end() }.years()[0].to_string()).unwrap_or_default()
}
