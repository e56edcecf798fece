//! What the page can do, and the keys for it.

use palimpsest_contract::hook::class;
use yew::prelude::*;

use crate::edition::use_edition;

/// The keys of terms and of what is said of them.
type Terms = &'static [(&'static str, &'static str)];

const PARTS: Terms = &[
    ("help-links", "help-links-text"),
    ("help-rail", "help-rail-text"),
    ("help-follow", "help-follow-text"),
    ("help-address", "help-address-text"),
];

const KEYS: Terms = &[
    ("help-key-tab", "help-key-tab-text"),
    ("help-key-enter", "help-key-enter-text"),
    ("help-key-escape", "help-key-escape-text"),
    ("help-key-search", "help-key-search-text"),
    ("help-key-arrows", "help-key-arrows-text"),
    ("help-key-wheel", "help-key-wheel-text"),
    ("help-key-back", "help-key-back-text"),
];

/// The page in a few lines, for somebody who asks.
#[component]
pub(crate) fn Help() -> Html {
    let edition = use_edition();
    let author = edition.authors();
    let list = |class: &'static str, terms: Terms| {
        let line = |(term, text): &(&str, &str)| {
            html! { <div><dt>{ edition.text(term) }</dt><dd>{ edition.text(text) }</dd></div> }
        };
        html! { <dl {class}>{ for terms.iter().map(line) }</dl> }
    };
    html! {
        <>
            <h2>{ edition.text("help") }</h2>
            <p>{ edition.format("help-lead", &[("author", author.into())]) }</p>
            { list(class::HELP_LIST, PARTS) }
            <h3>{ edition.text("help-keys") }</h3>
            { list(class::HELP_KEYS, KEYS) }
            <p>{ edition.text("help-privacy") }</p>
        </>
    }
}
