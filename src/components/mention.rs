//! A name in the article. It is a link that works without the program, never a button: reader modes delete those, and
//! the sentence would lose its subject.

use yew::prelude::*;

use super::reading::Reading;
use crate::browser::{links, popover};
use crate::state::{Action, Card};

#[derive(Clone, PartialEq, Properties)]
pub(crate) struct MentionLinkProps {
    /// The card that it opens.
    pub card: Card,
    pub words: AttrValue,
    /// Whether that card is shown; `None` before the program runs.
    pub expanded: Option<bool>,
    pub reading: Reading,
}

/// A link to a person that opens their card beside itself.
#[component]
pub(crate) fn MentionLink(props: &MentionLinkProps) -> Html {
    // A press outside closes the card before the click arrives: what counts is how the card stood at the press.
    let shown_at_press = use_mut_ref(|| None::<bool>);
    let MentionLinkProps { card, words, expanded, reading } = props;
    let shown = expanded.unwrap_or(false);
    let onpointerdown = {
        let shown_at_press = shown_at_press.clone();
        Callback::from(move |_| *shown_at_press.borrow_mut() = Some(shown))
    };
    let onclick = {
        let reading = reading.clone();
        let card = card.clone();
        Callback::from(move |click: MouseEvent| {
            let shown = shown_at_press.take().unwrap_or(shown);
            if links::is_plain(&click) && popover::is_supported() {
                click.prevent_default();
                let action = if shown { Action::CardClosed } else { Action::CardOpened };
                reading.dispatch.dispatch(action(card.clone()));
            }
        })
    };
    html! {
        <a id={card.mention.to_string()} class="mention" href={["#", &card.person].concat()} {onpointerdown} {onclick}
            aria-haspopup={expanded.map(|_| "dialog")}
            aria-expanded={expanded.map(|expanded| expanded.to_string())}
            aria-controls={expanded.map(|_| "card")}>{ words }</a>
    }
}
