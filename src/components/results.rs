//! The results of the search, grouped by kind.

use palimpsest_contract::hook::id;
use palimpsest_contract::{Message, Outline};
use palimpsest_state::result_id;
use palimpsest_state::search::{Hit, Kind};
use yew::prelude::*;

use super::{changing, stretches};
use crate::words::Words;

/// Renders the hits for a query, of which one is chosen.
pub(crate) fn results(query: &str, hits: &[Hit], chosen: usize, outline: &Outline, words: &Words) -> Html {
    let count = hits.iter().filter(|hit| hit.kind.answers()).count();
    let status = match hits.last().map(|hit| hit.kind) {
        Some(Kind::Section) => words.with(Message::SearchNone, &[("query", query.trim())]),
        _ if count > 0 => words.counted(Message::SearchCount, count, &[]),
        _ => words.text(Message::SearchHint),
    };
    let groups = hits.chunk_by(|one, next| one.kind == next.kind).scan(0, |before, group| {
        let first = *before;
        *before += group.len();
        Some((first, group))
    });
    let group = |(first, hits): (usize, &[Hit])| {
        let kind = hits.first().map(|hit| words.text(name(hit.kind))).unwrap_or_default();
        html! {
            <div key={kind.clone()} role="group" aria-label={kind.clone()}>
                <p aria-hidden="true" class="search-kind">{ &kind }</p>
                { for hits.iter().zip(first..).map(|(hit, index)| result(hit, index, index == chosen, outline)) }
            </div>
        }
    };
    html! {
        <>
            <p role="status" class="search-count">{ changing(&status) }</p>
            <div id={id::SEARCH_RESULTS} role="listbox" aria-label={words.text(Message::SearchResults)}>{ for groups.map(group) }</div>
        </>
    }
}

fn result(hit: &Hit, index: usize, is_chosen: bool, outline: &Outline) -> Html {
    // A hit with another text gets another node: a browser's translator may have put its own elements around the texts of
    // the old node, and new texts could not be placed among them.
    let stretches_of = hit.title.iter().chain(&hit.excerpt);
    let key: String =
        stretches_of.flat_map(|stretch| [if stretch.found { "+" } else { "-" }, &stretch.words]).collect();
    html! {
        <div key={[&hit.id, "=", &key].concat()} id={result_id(index)} role="option" aria-selected={if is_chosen { "true" } else { "false" }} data-result={hit.id.clone()}>
            <b>{ stretches(&hit.title, outline) }</b><span>{ stretches(&hit.excerpt, outline) }</span>
        </div>
    }
}

fn name(kind: Kind) -> Message {
    match kind {
        Kind::View => Message::SearchView,
        Kind::Person => Message::SearchPeople,
        Kind::Event => Message::SearchEvents,
        Kind::Note => Message::SearchNotes,
        Kind::Source => Message::SearchSources,
        Kind::Sentence => Message::SearchArticle,
        Kind::Way | Kind::Section => Message::SearchWays,
        Kind::Nearest => Message::SearchNearest,
        Kind::Suggestion => Message::SearchSuggestions,
    }
}
