//! One event of the timeline.

use palimpsest_story::EventId;
use yew::prelude::*;

use super::date::date;
use super::prose::plain;
use super::reading::Reading;
use crate::browser::details;
use crate::state::Action;

#[derive(Clone, PartialEq, Properties)]
pub(crate) struct EventCardProps {
    pub event: EventId,
    pub open: bool,
    /// What shows when it is open; empty in the browser, where it stands already.
    pub body: AttrValue,
    pub reading: Reading,
}

/// An event: its date, title and one line, and more that opens. The whole card opens on a click beside its controls.
#[component]
pub(crate) fn EventCard(props: &EventCardProps) -> Html {
    let EventCardProps { event, open, body, reading } = props;
    let open = *open;
    let Some(event) = reading.story.event(event) else { return Html::default() };
    let set = {
        let dispatch = reading.dispatch.clone();
        let event = event.id.clone();
        move |open| dispatch.dispatch(Action::EventSet { event: event.clone(), open })
    };
    // The browser opens and closes <details> by itself: on click, Enter and Space, for find-in-page and for fragments.
    // We follow.
    let ontoggle = {
        let set = set.clone();
        Callback::from(move |event: Event| {
            if let Some(open) = details::is_open(&event) {
                set(open);
            }
        })
    };
    let onclick = Callback::from(move |click: MouseEvent| {
        if !details::was_for_content(&click) {
            set(!open);
        }
    });
    let id = event.id.to_string();
    let kind = if event.told.is_some() { "event event-told" } else { "event event-context" };
    html! {
        <li id={id.clone()} class={kind} {onclick}>
            <h3 class="event-title"><span class="event-date">{ date(&event.date) }</span>{ [" ", &event.title].concat() }</h3>
            if event.told.is_none() {
                <p class="event-kind">{ "Context: the article does not tell this" }</p>
            }
            <p class="event-summary">{ plain(&event.summary) }</p>
            <details data-event={id} {open} {ontoggle}>
                <summary>{ "More" }<span class="visually-hidden">{ [": ", &event.title].concat() }</span></summary>
                { Html::from_html_unchecked(body.clone()) }
            </details>
        </li>
    }
}
