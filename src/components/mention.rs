//! A name, a term or the mark of a note in the article. It is a link that works without the program, never a button:
//! reader modes delete those, and the sentence would lose its subject.

use palimpsest_story::Target;
use yew::prelude::*;

use super::prose::text;
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

/// A link to a person or a note that opens its card beside itself. The mark of a note has no words, so that the text stays
/// the author's: its number is drawn by the style sheet.
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
    let note = match &card.target {
        Target::Note(id) => reading.story.note(id),
        _ => None,
    };
    let number = note.and_then(|note| note.number).filter(|_| words.is_empty()).map(|number| number.to_string());
    let class = match (note, &number) {
        (_, Some(_)) => "note-mark",
        (Some(_), None) => "mention mention-term",
        (None, None) => "mention",
    };
    let label =
        number.as_ref().zip(note).map(|(number, note)| [note.kind.word(), " ", number, ": ", &note.title].concat());
    html! {
        <a id={card.mention.to_string()} {class} href={["#", card.target.fragment()].concat()} {onpointerdown} {onclick}
            aria-label={label} data-number={number}
            aria-haspopup={expanded.map(|_| "dialog")}
            aria-expanded={expanded.map(|expanded| expanded.to_string())}
            aria-controls={expanded.map(|_| "card")}>{ text(words) }</a>
    }
}
