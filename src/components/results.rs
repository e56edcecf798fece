//! The results of the search, by their kind.

use std::rc::Rc;

use palimpsest_contract::Message;
use palimpsest_contract::hook::id;
use yew::prelude::*;

use super::changing;
use crate::marks::result_id;
use crate::search::{Hit, Kind, Stretch};
use crate::words::Words;

#[derive(Clone, PartialEq, Properties)]
pub(crate) struct ResultsProps {
    pub query: String,
    pub hits: Rc<Vec<Hit>>,
    pub chosen: usize,
    pub words: Words,
}

#[component]
pub(crate) fn Results(ResultsProps { query, hits, chosen, words }: &ResultsProps) -> Html {
    let status = match query.trim() {
        "" => words.text(Message::SearchHint),
        _ => words.counted(Message::SearchCount, hits.len(), &[]),
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
                { for hits.iter().zip(first..).map(|(hit, index)| result(hit, index, index == *chosen)) }
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

fn result(hit: &Hit, index: usize, is_chosen: bool) -> Html {
    // A hit that reads otherwise is another node: a translator of the browser may have put its own elements around the texts
    // of this one, and new texts could then not be placed among them.
    let stretches_of = hit.title.iter().chain(&hit.excerpt);
    let key: String =
        stretches_of.flat_map(|stretch| [if stretch.found { "+" } else { "-" }, &stretch.words]).collect();
    html! {
        <div key={[&hit.id, "=", &key].concat()} id={result_id(index)} role="option" aria-selected={if is_chosen { "true" } else { "false" }} data-result={hit.id.clone()}>
            <b>{ for stretches(&hit.title) }</b><span>{ for stretches(&hit.excerpt) }</span>
        </div>
    }
}

fn stretches(stretches: &[Stretch]) -> impl Iterator<Item = Html> {
    stretches.iter().map(|stretch| {
        let words = Html::from(stretch.words.clone());
        if stretch.found {
            html! { <mark>{ words }</mark> }
        } else {
            words
        }
    })
}

fn name(kind: Kind) -> Message {
    match kind {
        Kind::Person => Message::SearchPeople,
        Kind::Event => Message::SearchEvents,
        Kind::Note => Message::SearchNotes,
        Kind::Source => Message::SearchSources,
        Kind::Sentence => Message::SearchArticle,
    }
}
