//! The timeline: every event, and how they are looked at.

use palimpsest_story::Story;
use yew::prelude::*;

use super::event::event;
use super::following::{followed, line};
use super::kept::Kept;
use crate::state::State;
use crate::still::Still;

/// The timeline as a list that opens.
pub(crate) fn timeline(story: &Story, still: &Still, state: &State, kept: &mut Kept) -> Html {
    let events = &story.events;
    let told = events.iter().filter(|event| event.told.is_some()).count();
    let about = [
        "Events that the article tells: ",
        &told.to_string(),
        ". Events that we add for context: ",
        &(events.len() - told).to_string(),
        ". A date says what is known and no more: “March\u{a0}1921” is a month.",
    ]
    .concat();
    html! {
        <section id="timeline" class="timeline ours" aria-labelledby="timeline_title">
            <h2 id="timeline_title">{ "Timeline" }</h2>
            <p class="lead">{ about }</p>
            { Html::from_html_unchecked(still.lens.clone()) }
            { line(story, state) }
            { followed(story, state, kept) }
            { Html::from_html_unchecked(still.lives.clone()) }
            <ol class="events">
                { for state.lens.events(story).into_iter().map(|(index, one)| event(index, one, story, still, state)) }
            </ol>
        </section>
    }
}
