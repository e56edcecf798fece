//! The person card that stands beside the text.

use palimpsest_story::{Person, Story};
use yew::prelude::*;

use super::facts::{facts, link};
use super::person::{events, life, other_names, portrait, relations};
use super::reading::Reading;
use crate::browser::popover;
use crate::state::{Action, Card};

#[derive(Clone, PartialEq, Properties)]
pub(crate) struct PersonCardProps {
    pub card: Option<Card>,
    pub reading: Reading,
}

/// One popover for all people, outside the article so that reader modes and copying never see it; filled when it opens.
#[component]
pub(crate) fn PersonCard(props: &PersonCardProps) -> Html {
    let reading = &props.reading;
    let node = use_node_ref();
    let shown = use_mut_ref(|| None::<Card>);
    {
        let node = node.clone();
        let shown = shown.clone();
        use_effect_with(props.card.clone(), move |card| {
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
    let person = props.card.as_ref().and_then(|card| reading.story.person(&card.person));
    html! {
        <div id="card" class="card ours" popover="auto" role="dialog" aria-labelledby="card_title" ref={node} {ontoggle}>
            if let Some(person) = person {
                { content(person, &reading.story, close) }
            }
        </div>
    }
}

fn content(person: &Person, story: &Story, close: Callback<MouseEvent>) -> Html {
    let protagonist = story.people.first().map(|person| &person.id);
    let [born, died, fate] = life(person);
    html! {
        <div class="card-content" key={person.id.to_string()}>
            { portrait(person) }
            <h2 id="card_title">{ &person.name }</h2>
            { other_names(person) }
            <button type="button" class="card-close" aria-label="Close" onclick={close}>{ "×" }</button>
            { facts([born, died, relations(person, protagonist, story), fate, events(person, story)]) }
            <p class="card-onward">{ link(&person.id, "Full entry") }</p>
        </div>
    }
}
