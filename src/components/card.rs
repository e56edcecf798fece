//! The card that stands beside the text: a person or a note.

use palimpsest_story::{Note, Person, Story, Target};
use yew::prelude::*;

use super::facts::{facts, link};
use super::note::{kind, text};
use super::person::{events, life, other_names, portrait, relations};
use super::reading::Reading;
use crate::browser::popover;
use crate::state::{Action, Card};

#[derive(Clone, PartialEq, Properties)]
pub(crate) struct CardPopoverProps {
    pub card: Option<Card>,
    /// How often one was opened.
    pub openings: u32,
    pub reading: Reading,
}

/// One popover for all cards, outside the article so that reader modes and copying never see it; filled when it opens.
#[component]
pub(crate) fn CardPopover(props: &CardPopoverProps) -> Html {
    let reading = &props.reading;
    let node = use_node_ref();
    let shown = use_mut_ref(|| None::<Card>);
    {
        let node = node.clone();
        let shown = shown.clone();
        use_effect_with((props.card.clone(), props.openings), move |(card, _)| {
            match card {
                Some(card) => popover::show(&node, &card.mention),
                None => popover::hide(&node),
            }
            shown.borrow_mut().clone_from(card);
        });
    }
    let close = {
        let dispatch = reading.dispatch.clone();
        let shown = shown.clone();
        move || {
            let card = shown.borrow().clone();
            if let Some(card) = card {
                dispatch.dispatch(Action::CardClosed(card));
            }
        }
    };
    // Esc and a press outside close the popover without us. We follow. The news may come when another card is already
    // asked for: it is about the one that was shown.
    let ontoggle = {
        let node = node.clone();
        let close = close.clone();
        Callback::from(move |_: Event| {
            if !popover::is_open(&node) {
                close();
            }
        })
    };
    let close = Callback::from(move |_: MouseEvent| close());
    let story = &reading.story;
    let content = props.card.as_ref().and_then(|card| {
        Some(match &card.target {
            Target::Person(id) => person_card(story.person(id)?, story, close),
            Target::Note(id) => note_card(story.note(id)?, close),
            Target::Event(_) | Target::Source(_) => return None,
        })
    });
    html! {
        <div id="card" class="card ours" popover="auto" role="dialog" aria-labelledby="card_title" ref={node} {ontoggle}>
            { content.unwrap_or_default() }
        </div>
    }
}

fn person_card(person: &Person, story: &Story, close: Callback<MouseEvent>) -> Html {
    let protagonist = story.people.first().map(|person| &person.id);
    let [born, died, fate] = life(person);
    html! {
        <div class="card-content" key={person.id.to_string()}>
            { portrait(person) }
            <h2 id="card_title">{ &person.name }</h2>
            { other_names(person) }
            { close_button(close) }
            { facts([relations(person, protagonist, story), born, died, fate, events(person, story)]) }
            <p class="card-onward">{ link(&person.id, "Full entry") }</p>
        </div>
    }
}

fn note_card(note: &Note, close: Callback<MouseEvent>) -> Html {
    html! {
        <div class="card-content card-note" key={note.id.to_string()}>
            { kind(note) }
            <h2 id="card_title">{ &note.title }</h2>
            { close_button(close) }
            { text(note) }
            <p class="card-onward">{ link(&note.id, "Among the notes") }</p>
        </div>
    }
}

fn close_button(close: Callback<MouseEvent>) -> Html {
    html! { <button type="button" class="card-close" aria-label="Close" onclick={close}>{ "×" }</button> }
}
