//! The frame of the search, and what the search knows beyond the visible page. The program draws the results.

use palimpsest_contract::hook::{class, id};
use palimpsest_state::{Choice, Command};
use palimpsest_story::{NoteKind, Person};
use yew::prelude::*;

use crate::control::CloseButton;
use crate::edition::{Edition, use_edition};
use crate::journey;
use crate::masthead::parts;
use crate::summary;

/// The search dialog with its input field.
#[component]
pub(crate) fn SearchPanel() -> Html {
    let edition = use_edition();
    html! {
        <dialog id={id::SEARCH_PANEL} class={class::PANEL} aria-label={edition.text("search")}>
            <div class={class::PANEL_INNER}>
                <div class={class::SEARCH_LINE}>
                    <input id={id::SEARCH_INPUT} type="text" role="combobox" aria-label={edition.text("search-page")}
                        aria-autocomplete="list" aria-controls={id::SEARCH_RESULTS} aria-expanded="false" autocomplete="off"
                        autocapitalize="off" spellcheck="false" enterkeyhint="go" data-command={Command::Query.words()} />
                    <CloseButton />
                </div>
                <div id={id::RESULTS_ISLAND}></div>
                { index(&edition) }
            </div>
        </dialog>
    }
}

/// Renders what the search knows beyond the visible page. It is part of the page so that it is translated with it.
fn index(edition: &Edition) -> Html {
    let suggestion = |query: &String| html! { <li data-suggestion="">{ query }</li> };
    let person = |person: &Person| {
        let about = summary::person(person, edition);
        html! { <li data-about={person.id.to_string()}>{ about }</li> }
    };
    html! {
        <ul id={id::SEARCH_INDEX} hidden=true>
            { for edition.story.publication.suggestions.iter().map(suggestion) }
            { sections(edition) }
            { tools(edition) }
            { for edition.story.people.iter().map(person) }
        </ul>
    }
}

/// Renders the sections of the page that the search can find, leaving out those that this page does not have.
fn sections(edition: &Edition) -> Html {
    let corrections = edition.story.notes.iter().filter(|note| note.kind == NoteKind::Correction).count();
    let notes = match corrections {
        0 => edition.text("notes-title"),
        count => edition.format("way-notes", &[("count", count.into())]),
    };
    // The first of the sections that tell where somebody lived.
    let journey = journey::titles(edition).next().unwrap_or_default();
    [
        (id::NOTES, notes, "way-notes-words"),
        (id::ARTICLE, edition.text("parts-article"), "way-article-words"),
        (id::TIMELINE, edition.text("timeline-title"), "way-timeline-words"),
        (id::JOURNEY, journey, "way-journey-words"),
        (id::PEOPLE, edition.text("people-title"), "way-people-words"),
        (id::TERMS, edition.text("terms-title"), "way-terms-words"),
        (id::SOURCES, edition.text("sources-title"), "way-sources-words"),
        (id::ABOUT, edition.text("about-title"), "way-about-words"),
    ]
    .into_iter()
    .filter(|(section, ..)| parts(edition).iter().any(|(id, _)| id == section))
    .map(|(section, title, words)| way(section, &title, words, edition))
    .collect()
}

/// Renders the tools that the search can find, with their commands.
fn tools(edition: &Edition) -> Html {
    let choice = |words: &str| Choice::named(words).map(Command::Choose);
    let censor = (!edition.story.erasure.people.is_empty()).then_some(Command::CopyCensor);
    let tools = [
        (Some(Command::Share), "share", "way-share-words"),
        (Some(Command::Print), "way-print", "way-print-words"),
        (choice("theme dark"), "way-dark", "way-dark-words"),
        (choice("theme light"), "way-light", "way-light-words"),
        (choice("size large"), "way-large", "way-large-words"),
        (censor, "copy-censor", "way-censor-words"),
        (Some(Command::Help), "help", "way-help-words"),
    ];
    let tool = |(command, title, words): (Option<Command>, &str, &str)| {
        Some(way(&format!("!{}", command?), &edition.text(title), words, edition))
    };
    tools.into_iter().filter_map(tool).collect()
}

fn way(to: &str, title: &str, words: &str, edition: &Edition) -> Html {
    html! { <li data-way={to.to_owned()}><b>{ title }</b><span>{ edition.text(words) }</span></li> }
}
