//! The label of the mark that the reader points at: the date and the title of its event, as a link to it.

use palimpsest_contract::{Outline, Target};
use palimpsest_state::{Line, Pointed};
use yew::prelude::*;

use crate::browser::copy::{self, Copy};

/// The content of the label, copied from the page.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct MarkContent {
    /// The mark that it labels.
    pub pointed: Pointed,
    /// The address and the copied title of each event.
    events: Vec<(String, Option<Copy>)>,
}

impl MarkContent {
    /// Copies the content from the page.
    pub(crate) fn of(pointed: Pointed, outline: &Outline) -> Self {
        let event = |event: &usize| {
            let id = outline.id(Target::Event(*event));
            (["#", id].concat(), copy::title(id))
        };
        Self { events: pointed.events.iter().map(event).collect(), pointed }
    }
}

/// Renders the label if it belongs to this drawing. An empty link covers the mark, so that it is easy to hit. The label is
/// hidden from assistive software, which finds the same names on the marks.
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
