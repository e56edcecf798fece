//! A name or a date in the article. It is a link that works without the program, never a button: reader modes delete
//! those, and the sentence would lose its subject.

use palimpsest_story::{Mention, Target};
use yew::prelude::*;

use super::reading::Reading;
use crate::browser::{links, popover};
use crate::state::{Action, Card};

#[derive(Clone, PartialEq, Properties)]
pub(crate) struct MentionLinkProps {
    pub mention: Mention,
    pub words: AttrValue,
    /// Whether the card beside it is shown; `None` before the program runs.
    pub expanded: Option<bool>,
    pub reading: Reading,
}

/// A mention: of a person, a link that opens their card beside it; of an event, a link that goes there; a later one of
/// the same in a paragraph is plain.
#[component]
pub(crate) fn MentionLink(props: &MentionLinkProps) -> Html {
    // A press outside closes the card before the click arrives: what counts is how the card stood at the press.
    let shown_at_press = use_mut_ref(|| None::<bool>);
    let MentionLinkProps { mention, words, expanded, reading } = props;
    let id = mention.id.to_string();
    let person = match &mention.target {
        Target::Person(person) => person,
        Target::Event(event) => {
            return html! { <a {id} class="mention mention-event" href={format!("#{event}")}>{ words }</a> };
        }
    };
    if !mention.linked {
        return html! { <span {id} class="named">{ words }</span> };
    }
    let shown = expanded.unwrap_or(false);
    let onpointerdown = {
        let shown_at_press = shown_at_press.clone();
        Callback::from(move |_| *shown_at_press.borrow_mut() = Some(shown))
    };
    let onclick = {
        let reading = reading.clone();
        let card = Card { person: person.clone(), mention: mention.id.clone() };
        Callback::from(move |click: MouseEvent| {
            let shown = shown_at_press.take().unwrap_or(shown);
            if links::is_plain(&click) && popover::is_supported() {
                click.prevent_default();
                let action = if shown { Action::CardClosed } else { Action::CardOpened(card.clone()) };
                reading.dispatch.dispatch(action);
            }
        })
    };
    html! {
        <a {id} class="mention" href={format!("#{person}")} {onpointerdown} {onclick}
            aria-haspopup={expanded.map(|_| "dialog")}
            aria-expanded={expanded.map(|expanded| expanded.to_string())}
            aria-controls={expanded.map(|_| "card")}>{ words }</a>
    }
}
