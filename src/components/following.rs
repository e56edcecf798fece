//! Who is followed: the line that says what is shown, and the way back; their lives, and what two of them share.

use palimpsest_story::{Person, Story};
use yew::prelude::*;

use super::kept::Kept;
use super::words;
use crate::browser::printed;
use crate::lens::{Lens, places};
use crate::state::State;

/// One line at the edge of the window, as long as something steps back.
pub(crate) fn line(story: &Story, state: &State) -> Html {
    let told = state.lens.words(story);
    html! {
        <div class="following" hidden={told.is_none()}>
            <p role="status">{ told.as_deref().map(words).unwrap_or_default() }</p>
            if told.is_some() {
                <p class="following-ways">
                    <a href="#timeline" data-go="">{ "To the timeline" }</a>
                    <button type="button" data-do="everything">{ "Show everything" }</button>
                </p>
            }
        </div>
    }
}

/// The lives of those who are followed, drawn out, what there was between two of them, and where the article names them.
pub(crate) fn followed(story: &Story, state: &State, kept: &mut Kept) -> Html {
    let content = kept.followed(&state.lens.follow, || content(&state.lens, story));
    html! { <div class="followed" hidden={state.lens.follow.is_empty()}>{ content }</div> }
}

fn content(lens: &Lens, story: &Story) -> Html {
    let people: Vec<&Person> = lens.followed(story).collect();
    let life = |person: &&Person| {
        let lifeline = printed::copies(&["#", &person.id, " .lifeline"].concat());
        html! { <div key={person.id.to_string()} class="followed-life"><h3>{ &person.name }</h3>{ for lifeline }</div> }
    };
    let places = places(lens, story);
    let place = |place: &&str| {
        html! { <li key={place.to_string()}><a class="quote-link" href={["#", place].concat()}>{ printed::name(place) }</a></li> }
    };
    html! {
        <>
            { for people.iter().map(life) }
            if let [one, other] = people.as_slice() {
                { between(one, other) }
            }
            if !places.is_empty() {
                <details class="followed-places">
                    <summary>{ words(&["In the article: ", &places.len().to_string()].concat()) }</summary>
                    <ol>{ for places.iter().map(place) }</ol>
                </details>
            }
        </>
    }
}

/// How two stood to each other. Either entry may tell it: the first that does, tells it.
fn between(one: &Person, other: &Person) -> Html {
    let told = |of: &Person, with: &Person| printed::copies(&["#", &of.id, " [data-with='", &with.id, "']"].concat());
    let mut relations = told(one, other);
    let mut teller = one;
    if relations.is_empty() {
        (relations, teller) = (told(other, one), other);
    }
    let title = words(&[&one.name, " and ", &other.name].concat());
    if relations.is_empty() {
        return html! { <div class="between"><h3>{ title }</h3><p>{ "The page tells of nothing between them but what follows." }</p></div> };
    }
    html! {
        <div class="between">
            <h3>{ title }</h3>
            <p>{ words(&["As it stands in the entry on ", &teller.name, ":"].concat()) }</p>
            <ul class="dated-list">{ for relations }</ul>
        </div>
    }
}
