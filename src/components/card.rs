//! The card beside the text: a copy of the entry of a person, an event, a note or a source.

use std::rc::Rc;

use palimpsest_contract::{Command, Message, Outline, Target};
use yew::prelude::*;

use super::changing;
use crate::browser::copy::{self, Copy};
use crate::words::Words;

/// What the card shows, copied from the page when it is looked up.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct CardContent {
    /// The entry that is shown.
    pub target: Target,
    entry: Option<Copy>,
}

impl CardContent {
    /// Copies an entry from the page.
    pub(crate) fn of(target: Target, outline: &Outline) -> Self {
        Self { target, entry: copy::entry(outline.id(target)) }
    }
}

#[derive(Clone, PartialEq, Properties)]
pub(crate) struct CardProps {
    pub content: Option<CardContent>,
    /// What the card showed before.
    pub previous: Option<Target>,
    pub outline: Rc<Outline>,
    pub words: Words,
}

#[component]
pub(crate) fn Card(CardProps { content, previous, outline, words }: &CardProps) -> Html {
    let Some(CardContent { target, entry }) = content else { return Html::default() };
    let back = previous.map(|previous| {
        let label = words.with(Message::CardBack, &[("title", outline.title(previous))]);
        html! {
            <button type="button" class="card-back" data-command={Command::CardBack.words()}>{ changing(&label) }</button>
        }
    });
    let close = html! {
        <button type="button" class="card-close" aria-label={words.text(Message::Close)} data-command={Command::CloseCard.words()}>{ "×" }</button>
    };
    let id = outline.id(*target).to_owned();
    html! {
        <div key={id.clone()} class="card-content">
            <div class="card-ways" data-ours={words.text(Message::Editors)}>{ for back }{ close }</div>
            { for entry.iter().map(Copy::html) }
            <p class="card-onward" data-navigate=""><a href={["#", &id].concat()}>{ words.text(Message::CardGo) }</a></p>
        </div>
    }
}
