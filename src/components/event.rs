//! One event of the timeline: what stands in it is printed.

use palimpsest_story::{Event, Story};
use yew::prelude::*;

use crate::age;
use crate::state::State;
use crate::still::Still;

/// An event, how old those were who are followed, and whether it stands in front.
pub(crate) fn event(index: usize, event: &Event, story: &Story, still: &Still, state: &State) -> Html {
    let id = event.id.to_string();
    let lens = &state.lens;
    let told = if event.told.is_some() { "event-told" } else { "event-context" };
    let back = (!lens.favours(event)).then_some("event-back");
    // Of those who had a part in it: another's age would say that they had.
    let ages = lens.followed(story).filter(|person| event.people.contains(&person.id)).filter_map(|person| {
        let words = age::words(person, event);
        (!words.is_empty())
            .then(|| html! { <p class="event-age">{ super::words(&[&person.name, " ", &words].concat()) }</p> })
    });
    let body = still.events.get(index).cloned().unwrap_or_default();
    html! {
        <li key={id.clone()} {id} class={classes!("event", told, back)} hidden={!lens.shows(event)}>
            { Html::from_html_unchecked(body) }
            <div class="event-ages">{ for ages }</div>
        </li>
    }
}
