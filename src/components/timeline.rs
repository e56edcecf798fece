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
    html! {
        <section id="timeline" class="timeline extra" aria-labelledby="timeline_title">
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
