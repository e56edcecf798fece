//! The marker on the time rail: the event that the article has told last at the reader's position.

use palimpsest_contract::Event;
use yew::prelude::*;

use super::changing;
use crate::words::Words;

/// Renders a link to the event. Tab leads to it, and the arrow keys lead from there to the other marks.
pub(crate) fn marker(event: Option<&Event>, words: &Words) -> Html {
    let Some(event) = event else { return Html::default() };
    let year = event.span.map(|span| words.year(span.years()[0])).unwrap_or_default();
    let name = [&year, ": ", &event.title].concat();
    html! {
        <a class="scale-here" href={["#", &event.id].concat()} aria-current="location">
            <span aria-hidden="true">{ changing(&year) }</span>
            <span class="visually-hidden">{ changing(&name) }</span>
        </a>
    }
}
