//! One event of the timeline.

use palimpsest_story::{Event as StoryEvent, EventId, Story};
use yew::prelude::*;

use super::date::date;
use super::facts::{fact, facts, link, list, source_links};
use super::prose::plain;
use super::reading::Reading;
use crate::browser::details;
use crate::state::Action;

#[derive(Clone, PartialEq, Properties)]
pub(crate) struct EventCardProps {
    pub event: EventId,
    pub open: bool,
    pub reading: Reading,
}

/// An event: its date, title and one line, and more that opens. The whole card opens on a click beside its controls.
#[component]
pub(crate) fn EventCard(props: &EventCardProps) -> Html {
    let EventCardProps { event, open, reading } = props;
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
                { body(event, &reading.story) }
            </details>
        </li>
    }
}

fn body(event: &StoryEvent, story: &Story) -> Html {
    let told = event.told.as_ref().and_then(|told| story.article.sentences().find(|sentence| sentence.id == *told));
    let told = told.map(|sentence| {
        let quote = ["“", &sentence.text(), "”"].concat();
        fact("In the article", html! { <a class="quote-link" href={["#", &sentence.id].concat()}>{ quote }</a> })
    });
    let people = event.people.iter().filter_map(|id| story.person(id));
    html! {
        <div class="event-body">
            { for event.text.iter().map(|paragraph| html! { <p>{ plain(paragraph) }</p> }) }
            { facts([
                event.place.as_ref().map(|place| fact("Where", html! { place.text() })).unwrap_or_default(),
                list("Who", "inline-list", people.map(|person| link(&person.id, &person.name)).collect()),
                told.unwrap_or_default(),
                source_links(&event.sources, story),
            ]) }
        </div>
    }
}
