//! What the page can do, and its keyboard shortcuts.

use palimpsest_contract::hook::class;
use yew::prelude::*;

use crate::edition::use_edition;

/// The message keys of terms and of their descriptions.
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

/// A short description of the page, for the sheet of help.
#[component]
pub(crate) fn Help() -> Html {
    let edition = use_edition();
    let author = edition.authors();
    let story = &edition.story;
    let (has_events, has_people) = (!story.events.is_empty(), !story.people.is_empty());
    let is_whole = has_events && has_people && !story.notes.is_empty() && !story.sources.is_empty();
    let has_entries = has_events || has_people || !story.notes.is_empty();
    let lead = match (is_whole, has_entries || !story.sources.is_empty()) {
        (true, _) => "help-lead",
        (_, true) => "help-lead-some",
        _ => "help-lead-alone",
    };
    let is_there = |term: &str| match term {
        "help-links" => has_entries,
        "help-rail" | "help-key-wheel" => has_events,
        "help-follow" => has_events && has_people,
        _ => true,
    };
    let list = |class: &'static str, terms: Terms| {
        let line = |(term, text): &(&str, &str)| {
            let text = if *text == "help-key-arrows-text" && !has_events { "help-key-arrows-search" } else { text };
            html! { <div><dt>{ edition.text(term) }</dt><dd>{ edition.text(text) }</dd></div> }
        };
        html! { <dl {class}>{ for terms.iter().filter(|(term, _)| is_there(term)).map(line) }</dl> }
    };
    html! {
        <>
            <h2>{ edition.text("help") }</h2>
            <p>{ edition.format(lead, &[("author", author.into())]) }</p>
            { list(class::HELP_LIST, PARTS) }
            <h3>{ edition.text("help-keys") }</h3>
            { list(class::HELP_KEYS, KEYS) }
            <p>{ edition.text("help-privacy") }</p>
        </>
    }
}
