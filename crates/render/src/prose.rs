//! The editors' running text.

use palimpsest_contract::hook::class;
use palimpsest_story::{Emphasis, Inline, Prose, Target};
use yew::prelude::*;

/// A text of the editors: links lead on, and citations to their sources.
pub(crate) fn prose(prose: &Prose) -> Html {
    prose.iter().map(|inline| stressed(inline.emphasis, linked(inline))).collect()
}

fn linked(inline: &Inline) -> Html {
    let Some(target) = &inline.link else {
        return html! { &inline.text };
    };
    let href = format!("#{}", target.fragment());
    match target {
        // A translator would make a German of the author Deutscher.
        Target::Source(_) => html! { <a class={class::CITE} {href} translate="no">{ &inline.text }</a> },
        _ => html! { <a {href}>{ &inline.text }</a> },
    }
}

/// Words with their emphasis.
pub(crate) fn stressed(emphasis: Option<Emphasis>, words: Html) -> Html {
    match emphasis {
        None => words,
        Some(Emphasis::Stress) => html! { <em>{ words }</em> },
        Some(Emphasis::Strong) => html! { <strong>{ words }</strong> },
    }
}

/// Words, or no node at all.
pub(crate) fn text(words: &str) -> Html {
    if words.is_empty() { Html::default() } else { Html::from(words) }
}
