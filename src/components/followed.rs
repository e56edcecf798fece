//! The people whom the reader follows: their lives, how two of them stood to each other, and where the article names them.

use std::rc::Rc;

use palimpsest_contract::{Message, Outline, Target};
use yew::prelude::*;

use super::changing;
use crate::browser::copy::{self, Copy};
use crate::lens::Lens;
use crate::words::Words;

/// What the page tells of them, copied from it when they are chosen.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct FollowedContent {
    /// Whom this is of.
    pub people: Vec<usize>,
    /// Their names, each with the drawing of their life.
    lives: Vec<(String, Option<Copy>)>,
    /// Whose entry tells of the relations between the two, and the relations.
    relations: (String, Vec<Copy>),
    /// The sentences that name all of them: the number and the text of each.
    sentences: Vec<(i32, String)>,
}

impl FollowedContent {
    /// Copies it from the page.
    pub(crate) fn of(lens: &Lens, outline: &Outline, words: &Words) -> Self {
        let people: Vec<_> = lens.follow.iter().filter_map(|person| outline.people.get(*person)).collect();
        // Two lives have one measure: the longer one is as long as there is room.
        let longest = people.iter().map(|person| person.days).max().unwrap_or_default();
        let lives = people.iter().map(|person| (person.name.clone(), copy::lifeline(&person.id, person.days, longest)));
        let relations = match people.as_slice() {
            [first, second] => [(first, second), (second, first)]
                .into_iter()
                .map(|(of, with)| (of.name.clone(), copy::relations(&of.id, &with.id)))
                // Either entry may tell of them. The first that does is copied.
                .find(|(_, relations)| !relations.is_empty())
                .unwrap_or_default(),
            _ => Default::default(),
        };
        let sentences = lens.sentences(outline).into_iter().map(|number| {
            let text = copy::text(&["s", &number.to_string()].concat());
            (number, words.with(Message::Quotation, &[("text", &text)]))
        });
        Self { people: lens.follow.clone(), lives: lives.collect(), relations, sentences: sentences.collect() }
    }
}

#[derive(Clone, PartialEq, Properties)]
pub(crate) struct FollowedProps {
    pub content: Rc<FollowedContent>,
    pub outline: Rc<Outline>,
    pub words: Words,
}

#[component]
pub(crate) fn Followed(FollowedProps { content, outline, words }: &FollowedProps) -> Html {
    let FollowedContent { people, lives, sentences, .. } = &**content;
    let id = |person: usize| outline.id(Target::Person(person)).to_owned();
    let life = |(person, (name, life)): (&usize, &(String, Option<Copy>))| {
        html! { <div key={id(*person)} class="followed-life"><h3>{ name }</h3>{ for life.iter().map(Copy::html) }</div> }
    };
    let sentence = |(number, quotation): &(i32, String)| {
        let href = ["#s", &number.to_string()].concat();
        html! { <li key={*number}><a class="quote-link" {href}>{ quotation }</a></li> }
    };
    html! {
        <>
            { for people.iter().zip(lives).map(life) }
            { between(content, words) }
            if !sentences.is_empty() {
                <details class="followed-places">
                    <summary>{ changing(&words.counted(Message::FollowedPlaces, sentences.len(), &[])) }</summary>
                    <ol>{ for sentences.iter().map(sentence) }</ol>
                </details>
            }
        </>
    }
}

/// How two of them stood to each other.
fn between(content: &FollowedContent, words: &Words) -> Html {
    let [(first, _), (second, _)] = content.lives.as_slice() else { return Html::default() };
    let (teller, relations) = &content.relations;
    let title = words.with(Message::BetweenTitle, &[("first", first), ("second", second)]);
    html! {
        <div key={title.clone()} class="between">
            <h3>{ changing(&title) }</h3>
            if relations.is_empty() {
                <p>{ words.text(Message::BetweenNone) }</p>
            } else {
                <p>{ changing(&words.with(Message::BetweenEntry, &[("name", teller)])) }</p>
                <ul class="dated-list">{ for relations.iter().map(Copy::html) }</ul>
            }
        </div>
    }
}
