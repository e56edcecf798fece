//! Running text.

use palimpsest_story::{Emphasis, Inline, Prose, Story, Target};
use yew::prelude::*;

use super::mention::{mention, named};

/// The article's text, with its mentions.
pub(crate) fn inlines(prose: &Prose, story: &Story) -> Html {
    prose.iter().map(|inline| stressed(inline, words(inline, story))).collect()
}

/// A text of ours: links lead on, and citations to their sources.
pub(crate) fn plain(prose: &Prose) -> Html {
    prose.iter().map(|inline| stressed(inline, led(inline))).collect()
}

fn led(inline: &Inline) -> Html {
    let Some(target) = &inline.link else {
        return html! { &inline.text };
    };
    let href = ["#", target.fragment()].concat();
    match target {
        // An author's name is no word of the language: no translator may make a German of Deutscher.
        Target::Source(_) => html! { <a class="cite" {href} translate="no">{ &inline.text }</a> },
        _ => html! { <a {href}>{ &inline.text }</a> },
    }
}

fn words(inline: &Inline, story: &Story) -> Html {
    match &inline.mention {
        None => html! { &inline.text },
        Some(there) if there.linked => mention(there, &inline.text, story),
        Some(there) => named(there, &inline.text),
    }
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
