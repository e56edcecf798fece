//! The timeline: every event, from the earliest.

use yew::prelude::*;

use super::event::EventCard;
use super::reading::Reading;
use crate::state::{Action, State};

/// The timeline as a list that opens.
pub(crate) fn timeline(reading: &Reading, state: &State) -> Html {
    let events = &reading.story.events;
    let told = events.iter().filter(|event| event.told.is_some()).count();
    let about = format!(
        "Events that the article tells: {told}. Events that we add for context: {}. A date says what is known and no \
         more: “March\u{a0}1921” is a month.",
        events.len() - told
    );
    let set_all = |open: bool| {
        let dispatch = reading.dispatch.clone();
        Callback::from(move |_: MouseEvent| dispatch.dispatch(Action::AllEventsSet { open }))
    };
    let opened = events.iter().filter(|event| state.open.contains(&event.id)).count();
    html! {
        <section id="timeline" class="timeline ours" aria-labelledby="timeline_title">
            <h2 id="timeline_title">{ "Timeline" }</h2>
            <p class="lead">{ about }</p>
            { Html::from_html_unchecked(reading.still.lives.clone()) }
            <div class="timeline-controls" hidden={!state.live}>
                <button type="button" onclick={set_all(true)} disabled={opened == events.len()}>{ "Open all" }</button>
                <button type="button" onclick={set_all(false)} disabled={opened == 0}>{ "Close all" }</button>
            </div>
            <ol class="events">
                { for events.iter().enumerate().map(|(index, event)| html! {
                    <EventCard key={event.id.to_string()} event={event.id.clone()} open={state.open.contains(&event.id)}
                        body={reading.still.events.get(index).cloned().unwrap_or_default()} reading={reading.clone()} />
                }) }
            </ol>
        </section>
    }
}
