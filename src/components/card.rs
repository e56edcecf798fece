//! The card beside the text: a copy of the entry of a person, an event, a note or a source.

use palimpsest_contract::{Message, Outline};
use palimpsest_state::{Card as Shown, Command};
use yew::prelude::*;

use super::naming;
use crate::browser::anchor;
use crate::browser::copy::{self, Copy};
use crate::words::Words;

/// The content of the card, copied from the page when an entry is looked up.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct CardContent {
    /// The card that this is the content of.
    pub card: Shown,
    entry: Option<Copy>,
    tools: Option<Copy>,
    /// What the page says of a person at the moment that the sentence with the link tells of.
    here: Option<String>,
}

impl CardContent {
    /// Copies an entry from the page.
    pub(crate) fn of(card: &Shown, outline: &Outline) -> Self {
        let [entry, tools] = copy::entry(card.shown().map_or("", |target| outline.id(target)));
        let here = match card.trail.as_slice() {
            [linked] => anchor::here(&card.anchor, &["#", outline.id(*linked)].concat()),
            _ => None,
        };
        Self { card: card.clone(), entry, tools, here }
    }
}

/// Renders the card.
pub(crate) fn card(content: Option<&CardContent>, outline: &Outline, words: &Words) -> Html {
    let Some(CardContent { card, entry, tools, here }) = content else { return Html::default() };
    let back = card.trail.iter().rev().nth(1).map(|previous| {
        let label = words.with(Message::CardBack, &[("title", outline.title(*previous))]);
        html! {
            <button type="button" class="card-back" data-command={Command::CardBack.words()}>{ naming(&label, outline) }</button>
        }
    });
    let close = html! {
        <button type="button" class="card-close" aria-label={words.text(Message::Close)} data-command={Command::CloseCard.words()}>{ "×" }</button>
    };
    let id = card.shown().map(|target| outline.id(target).to_owned()).unwrap_or_default();
    html! {
        <div key={id.clone()} class="card-content">
            <div class="card-ways">{ for back }{ close }</div>
            { for entry.iter().map(Copy::html) }
            { for here.iter().map(|here| html! { <p class="card-here">{ naming(here, outline) }</p> }) }
            <div class="card-onward">
                <a href={["#", &id].concat()} data-navigate="">{ words.text(Message::CardGo) }</a>
                { for tools.iter().map(Copy::html) }
            </div>
        </div>
    }
}
