//! Running text.

use palimpsest_story::{Emphasis, Inline, Prose};
use yew::prelude::*;

use super::mention::MentionLink;
use super::reading::Reading;
use crate::state::State;

/// The article's text, in which mentions are live.
pub(crate) fn inlines(prose: &Prose, reading: &Reading, state: &State) -> Html {
    prose.iter().map(|inline| stressed(inline, words(inline, reading, state))).collect()
}

/// A text of ours, which mentions nobody.
pub(crate) fn plain(prose: &Prose) -> Html {
    prose.iter().map(|inline| stressed(inline, html! { &inline.text })).collect()
}

fn words(inline: &Inline, reading: &Reading, state: &State) -> Html {
    let Some(mention) = &inline.mention else {
        return html! { &inline.text };
    };
    let expanded = state.live.then(|| state.card.as_ref().is_some_and(|card| card.mention == mention.id));
    html! { <MentionLink mention={mention.clone()} words={inline.text.clone()} {expanded} reading={reading.clone()} /> }
}

fn stressed(inline: &Inline, words: Html) -> Html {
    match inline.emphasis {
        None => words,
        Some(Emphasis::Stress) => html! { <em>{ words }</em> },
        Some(Emphasis::Strong) => html! { <strong>{ words }</strong> },
    }
}
