//! The card that stands beside the text: a person, an event, a note or a source. What stands in it is what stands in its
//! entry on the page.

use palimpsest_story::{Story, Target};
use yew::prelude::*;

use super::kept::Kept;
use super::words;
use crate::state::State;

/// One popover for all cards, outside the article so that reader modes and copying never see it; filled when it opens.
pub(crate) fn card(story: &Story, state: &State, kept: &mut Kept) -> Html {
    let card = state.card.as_ref();
    let target = card.and_then(|card| card.trail.last());
    let before = card.and_then(|card| card.trail.iter().rev().nth(1)).map(|target| story.title(target));
    let passing = card.filter(|card| !card.pinned).map(|_| "");
    let copy = kept.card(target);
    let content = target.map(|target| {
        html! {
            <div key={target.fragment()} class="card-content">
                <div class="card-ways">
                    if let Some(before) = before {
                        <button type="button" class="card-back" data-do="back">{ words(&["Back to ", before].concat()) }</button>
                    }
                    <button type="button" class="card-close" aria-label="Close" data-do="close">{ "×" }</button>
                </div>
                { copy }
                <p class="card-onward" data-go=""><a href={["#", target.fragment()].concat()}>{ "Go there" }</a></p>
            </div>
        }
    });
    html! {
        <div id="card" class={["card extra ", target.map(kind).unwrap_or_default()].concat()} popover="auto" role="dialog" tabindex="-1"
            aria-label={target.map(|target| story.title(target).to_owned())} data-passing={passing}
            data-shows={target.map(|target| target.fragment().to_owned())}>
            { content.unwrap_or_default() }
        </div>
    }
}

fn kind(target: &Target) -> &'static str {
    match target {
        Target::Person(_) => "card-person",
        Target::Event(_) => "card-event",
        Target::Note(_) => "card-note",
        Target::Source(_) => "card-source",
    }
}
