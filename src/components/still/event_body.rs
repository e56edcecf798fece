//! What an event shows when it is open.

use palimpsest_story::{Event, Story};
use yew::prelude::*;

use super::sources::source_links;
use crate::components::facts::{fact, facts, link, list};
use crate::components::prose::plain;

/// The whole of it: the text, where it was, who had a part in it, what tells it, and what that rests on.
pub(crate) fn body(event: &Event, story: &Story) -> Html {
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
