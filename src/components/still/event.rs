//! What stands in an event of the timeline.

use palimpsest_story::{Event, Person, Place, Story};
use yew::prelude::*;

use super::date::date;
use super::facts::{fact, facts, link, list};
use super::prose::plain;
use super::sources::source_links;
use super::tools::tools;
use crate::age;

/// Its date, title and one line, and more that opens.
pub(crate) fn event(event: &Event, story: &Story) -> Html {
    html! {
        <>
            <h3 class="event-title"><span class="event-date" data-edtf={event.date.edtf.clone()}>{ date(&event.date) }</span>{ [" ", &event.title].concat() }</h3>
            if event.told.is_none() {
                <p class="event-kind">{ "Context: the article does not tell this" }</p>
            }
            <p class="event-summary">{ plain(&event.summary) }</p>
            <details data-event={event.id.to_string()}>
                <summary>{ "More" }<span class="visually-hidden">{ [": ", &event.title].concat() }</span></summary>
                { body(event, story) }
            </details>
        </>
    }
}

/// The whole of it: the text, where it was, who had a part in it, what tells it, and what that rests on.
fn body(event: &Event, story: &Story) -> Html {
    let told = event.told.as_ref().and_then(|told| story.article.sentences().find(|sentence| sentence.id == *told));
    let told = told.map(|sentence| {
        let quote = ["“", &sentence.text(), "”"].concat();
        fact("In the article", html! { <a class="quote-link" href={["#", &sentence.id].concat()}>{ quote }</a> })
    });
    let people = event.people.iter().filter_map(|id| story.person(id));
    let who = |person: &Person| {
        let age = age::words(person, event);
        html! {
            <>
                { link(&person.id, &person.name) }
                if !age.is_empty() {
                    <span class="dates">{ [" ", &age].concat() }</span>
                }
            </>
        }
    };
    html! {
        <div class="event-body">
            { for event.text.iter().map(|paragraph| html! { <p>{ plain(paragraph) }</p> }) }
            { facts([
                event.place.as_ref().map(|place| fact("Where", where_it_was(place))).unwrap_or_default(),
                list("Who", "inline-list", people.map(who).collect()),
                told.unwrap_or_default(),
                source_links(&event.sources, story),
            ]) }
            { tools(false) }
        </div>
    }
}

/// The place, also in its own language and script.
fn where_it_was(place: &Place) -> Html {
    html! {
        <>
            <span>{ place.text() }</span>
            if let Some(native) = place.native.as_ref().filter(|native| !place.text().contains(&native.name)) {
                { " " }<bdi class="native" lang={native.language.clone()} translate="no">{ &native.name }</bdi>
            }
        </>
    }
}
