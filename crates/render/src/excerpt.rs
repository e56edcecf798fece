//! Excerpts of the article, as entries quote it.

use palimpsest_contract::hook::class;
use palimpsest_story::Excerpt;
use yew::prelude::*;

use crate::prose::text;

/// Renders a link to a sentence of the article, with the words around the mention.
pub(crate) fn excerpt(excerpt: &Excerpt) -> Html {
    let Excerpt { sentence, before, words, after, .. } = excerpt;
    let quotation = if words.is_empty() {
        // The mention is the mark of a note. Two adjacent text nodes would be printed as one, so they are joined here.
        text(&format!("{before}{after}"))
    } else {
        html! { <>{ text(before) }<b>{ words }</b>{ text(after) }</> }
    };
    html! { <a class={class::QUOTE_LINK} href={format!("#{sentence}")}>{ quotation }</a> }
}
