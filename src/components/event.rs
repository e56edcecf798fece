//! One event of the timeline.

use palimpsest_story::{Event as StoryEvent, Place, Story};
use yew::prelude::*;

use super::date::date;
use super::prose::plain;
use super::reading::use_reading;
use super::sources::source_links;
use crate::browser::details;
use crate::state::Action;

#[derive(Clone, PartialEq, Properties)]
pub(crate) struct EventCardProps {
    pub event: StoryEvent,
    pub open: bool,
}

/// An event: its date, title and one line, and more that opens. The whole card opens on a click beside its controls.
#[component]
pub(crate) fn EventCard(props: &EventCardProps) -> Html {
    let reading = use_reading();
    let EventCardProps { event, open } = props;
    let open = *open;
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
            <h3 class="event-title"><span class="event-date">{ date(&event.date) }</span>{ " " }{ &event.title }</h3>
            if event.told.is_none() {
                <p class="event-kind">{ "Context: the article does not tell this" }</p>
            }
            <p class="event-summary">{ plain(&event.summary) }</p>
            <details data-event={id} {open} {ontoggle}>
                <summary>{ "More" }<span class="visually-hidden">{ format!(" about {}", event.title) }</span></summary>
                { body(event, &reading.story) }
            </details>
        </li>
    }
}

fn body(event: &StoryEvent, story: &Story) -> Html {
    let told = event.told.as_ref().and_then(|told| story.article.sentences().find(|sentence| sentence.id == *told));
    let people: Vec<_> = event.people.iter().filter_map(|id| story.person(id)).collect();
    html! {
        <div class="event-body">
            { for event.text.iter().map(|paragraph| html! { <p>{ plain(paragraph) }</p> }) }
            <dl class="facts">
                if let Some(place) = &event.place {
                    <div><dt>{ "Where" }</dt><dd>{ place_name(place) }</dd></div>
                }
                if !people.is_empty() {
                    <div>
                        <dt>{ "Who" }</dt>
                        <dd><ul class="inline-list">
                            { for people.iter().map(|person| html! {
                                <li><a href={format!("#{}", person.id)}>{ &person.name }</a></li>
                            }) }
                        </ul></dd>
                    </div>
                }
                if let Some(sentence) = told {
                    <div>
                        <dt>{ "In the article" }</dt>
                        <dd><a class="quote-link" href={format!("#{}", sentence.id)}>
                            { format!("“{}”", sentence.text()) }
                        </a></dd>
                    </div>
                }
                <div><dt>{ "Sources" }</dt><dd>{ source_links(&event.sources, story) }</dd></div>
            </dl>
        </div>
    }
}

fn place_name(place: &Place) -> String {
    match &place.now {
        Some(now) => format!("{}, now {now}", place.name),
        None => place.name.clone(),
    }
}
