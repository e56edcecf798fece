//! Running text.

use palimpsest_story::{Emphasis, Inline, Mention, Prose, Target};
use yew::prelude::*;

use super::mention::MentionLink;
use super::reading::Reading;
use crate::state::{Card, State};

/// The article's text, in which mentions are live.
pub(crate) fn inlines(prose: &Prose, reading: &Reading, state: &State) -> Html {
    prose.iter().map(|inline| stressed(inline, words(inline, reading, state))).collect()
}

/// A text of ours: links lead on, and citations to their sources.
pub(crate) fn plain(prose: &Prose) -> Html {
    prose.iter().map(|inline| stressed(inline, led(inline))).collect()
}

fn led(inline: &Inline) -> Html {
    let Some(target) = &inline.link else {
        return html! { &inline.text };
    };
    let class = matches!(target, Target::Source(_)).then_some("cite");
    html! { <a {class} href={["#", target.fragment()].concat()}>{ &inline.text }</a> }
}

fn words(inline: &Inline, reading: &Reading, state: &State) -> Html {
    let Some(mention) = &inline.mention else {
        return html! { &inline.text };
    };
    let id = mention.id.to_string();
    if !mention.linked {
        return html! { <span {id} class="named">{ &inline.text }</span> };
    }
    if let Target::Event(event) = &mention.target {
        // A date is never broken.
        let dated = inline.text.bytes().any(|byte| byte.is_ascii_digit());
        let class = if dated { "mention mention-event dated" } else { "mention mention-event" };
        return html! { <a {id} {class} href={["#", event].concat()}>{ &inline.text }</a> };
    }
    live(mention, &inline.text, reading, state)
}

/// A mention that opens a card.
pub(crate) fn live(mention: &Mention, words: &str, reading: &Reading, state: &State) -> Html {
    let card = Card { target: mention.target.clone(), mention: mention.id.clone() };
    let expanded = state.live.then(|| state.card.as_ref() == Some(&card));
    html! { <MentionLink {card} words={words.to_owned()} {expanded} reading={reading.clone()} /> }
}

/// Words, or no node at all: an empty text cannot be printed, and hydration would add it.
pub(crate) fn text(words: &str) -> Html {
    if words.is_empty() { Html::default() } else { Html::from(words) }
}

fn stressed(inline: &Inline, words: Html) -> Html {
    match inline.emphasis {
        None => words,
        Some(Emphasis::Stress) => html! { <em>{ words }</em> },
        Some(Emphasis::Strong) => html! { <strong>{ words }</strong> },
    }
}
