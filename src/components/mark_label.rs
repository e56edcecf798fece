//! The label of the mark that the reader points at: the date and the title of its event, and a link to it.

use palimpsest_contract::{Outline, Target};
use palimpsest_state::{Line, Pointed};
use yew::prelude::*;

use crate::browser::copy::{self, Copy};

/// What the label says, copied from the page.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct MarkContent {
    /// What it labels.
    pub pointed: Pointed,
    /// The address and the words of each event.
    events: Vec<(String, Option<Copy>)>,
}

impl MarkContent {
    /// Copies it from the page.
    pub(crate) fn of(pointed: Pointed, outline: &Outline) -> Self {
        let event = |event: &usize| {
            let id = outline.id(Target::Event(*event));
            (["#", id].concat(), copy::title(id))
        };
        Self { events: pointed.events.iter().map(event).collect(), pointed }
    }
}

/// The label, where it stands on this drawing. An empty link lies on the mark, so that it is easy to hit. The marks have the same names, and are what assistive software
/// meets.
pub(crate) fn mark_label(content: Option<&MarkContent>, line: Line) -> Html {
    let content = content.filter(|content| content.pointed.line == line);
    let Some(MarkContent { events, .. }) = content else { return Html::default() };
    let link = |href: &str, words: Html| {
        html! { <a href={href.to_owned()} tabindex="-1">{ words }</a> }
    };
    let hrefs: Vec<&str> = events.iter().map(|(href, _)| &**href).collect();
    html! {
        <div key={hrefs.concat()} class="mark-label" aria-hidden="true" data-navigate="">
            { for hrefs.first().map(|href| link(href, Html::default())) }
            <div>{ for events.iter().map(|(href, words)| link(href, words.iter().map(Copy::html).collect())) }</div>
        </div>
    }
}
