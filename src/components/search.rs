//! The search: what it finds.

use yew::prelude::*;

use super::kept::Kept;
use super::words;
use crate::search::{Entry, Hit, Kind, Stretch};
use crate::state::{Panel, State};
use crate::still::Still;

/// The dialog with its line to write in and the answers, by their kind.
pub(crate) fn search(still: &Still, state: &State, kept: &mut Kept) -> Html {
    let answers = match &state.panel {
        Some(Panel::Search { query, chosen }) => {
            let (entries, hits) = kept.found(query);
            answers(query, *chosen, entries, hits)
        }
        _ => Html::default(),
    };
    html! {
        <dialog id="search_panel" class="panel" aria-label="Search">
            <div class="panel-inner">{ Html::from_html_unchecked(still.search_line.clone()) }<div>{ answers }</div></div>
        </dialog>
    }
}

fn answers(query: &str, chosen: usize, entries: &[Entry], hits: &[Hit]) -> Html {
    let count = match (query.trim(), hits.len()) {
        ("", _) => "Article, people, events, notes and sources.".to_owned(),
        (_, 0) => "Nothing on this page matches that.".to_owned(),
        (_, 1) => "1 answer".to_owned(),
        (_, count) => [&count.to_string(), " answers"].concat(),
    };
    let kind = |hit: &Hit| entries.get(hit.entry).map(|entry| entry.kind);
    let mut number = 0;
    let mut group = |found: &[Hit]| {
        let name = found.first().and_then(kind).map(name).unwrap_or_default();
        let answers: Vec<Html> = found
            .iter()
            .filter_map(|hit| {
                number += 1;
                Some(answer(number - 1, number - 1 == chosen, &entries.get(hit.entry)?.id, query, hit))
            })
            .collect();
        html! { <div key={name} role="group" aria-label={name}><p aria-hidden="true" class="search-kind">{ name }</p>{ answers }</div> }
    };
    html! {
        <>
            <p role="status" class="search-count">{ words(&count) }</p>
            <div id="search_found" role="listbox" aria-label="Answers">{ for hits.chunk_by(|one, next| kind(one) == kind(next)).map(&mut group) }</div>
        </>
    }
}

fn answer(number: usize, chosen: bool, id: &str, query: &str, hit: &Hit) -> Html {
    let option = ["found_", &number.to_string()].concat();
    html! {
        <div key={[id, query].concat()} id={option} role="option" aria-selected={if chosen { "true" } else { "false" }} data-answer={id.to_owned()}>
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

fn name(kind: Kind) -> &'static str {
    match kind {
        Kind::Person => "People",
        Kind::Event => "Events",
        Kind::Note => "Notes and terms",
        Kind::Source => "Sources",
        Kind::Sentence => "Article",
    }
}
