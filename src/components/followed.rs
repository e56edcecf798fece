//! The people whom the reader follows: how two of them stood to each other, and where the article names them.

use palimpsest_contract::{Message, Outline};
use palimpsest_state::Lens;
use yew::prelude::*;

use super::{changing, naming};
use crate::browser::copy::{self, Copy};
use crate::words::Words;

/// What the page says about the followed people, copied from it when they are chosen.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct FollowedContent {
    /// The indices of the followed people.
    pub people: Vec<usize>,
    /// Their names.
    names: Vec<String>,
    /// The relations between two of them, and the parts of their ribbon.
    relations: Vec<Copy>,
    ribbon: Vec<[String; 3]>,
    /// The sentences that name all of them: the number and the quoted text of each.
    sentences: Vec<(i32, String)>,
}

impl FollowedContent {
    /// Copies the content from the page.
    pub(crate) fn of(lens: &Lens, outline: &Outline, words: &Words) -> Self {
        let people: Vec<_> = lens.follow.iter().filter_map(|person| outline.people.get(*person)).collect();
        let names = people.iter().map(|person| person.name.clone()).collect();
        let relations = match people.as_slice() {
            [first, second] => [(first, second), (second, first)]
                .into_iter()
                .map(|(of, with)| copy::relations(&of.id, &with.id))
                // The entry of either person may tell of the relations. The first entry that does is copied.
                .find(|relations| !relations.is_empty())
                .unwrap_or_default(),
            _ => Vec::new(),
        };
        let ribbon = copy::ribbon(&relations);
        let sentences = lens.sentences(outline).into_iter().map(|number| {
            let text = copy::text(&["s", &number.to_string()].concat());
            (number, words.with(Message::Quotation, &[("text", &text)]))
        });
        Self { people: lens.follow.clone(), names, relations, ribbon, sentences: sentences.collect() }
    }
}

/// Renders what the page says about them.
pub(crate) fn followed(content: &FollowedContent, outline: &Outline, words: &Words) -> Html {
    let sentences = &content.sentences;
    let sentence = |(number, quotation): &(i32, String)| {
        let href = ["#s", &number.to_string()].concat();
        html! { <li key={*number}><a class="quote-link" {href}>{ naming(quotation, outline) }</a></li> }
    };
    html! {
        <>
            { between(content, outline, words) }
            if !sentences.is_empty() {
                <details class="followed-places">
                    <summary>{ changing(&words.counted(Message::FollowedPlaces, sentences.len(), &[])) }</summary>
                    <ol>{ for sentences.iter().map(sentence) }</ol>
                </details>
            }
        </>
    }
}

/// Renders how two people stood to each other.
fn between(content: &FollowedContent, outline: &Outline, words: &Words) -> Html {
    let [first, second] = content.names.as_slice() else { return Html::default() };
    let relations = &content.relations;
    let title = words.with(Message::BetweenTitle, &[("first", first), ("second", second)]);
    html! {
        <div key={title.clone()} class="between">
            <h3>{ naming(&title, outline) }</h3>
            if relations.is_empty() {
                <p>{ words.text(Message::BetweenNone) }</p>
            } else {
                <ul class="dated-list">{ for relations.iter().map(Copy::html) }</ul>
            }
        </div>
    }
}

/// Renders how two people stood to each other, drawn on the line of the chart between their lives: above the line with each
/// other, below it against each other. The words are below the chart.
pub(crate) fn ribbon(content: &FollowedContent) -> Html {
    let part = |[stance, x, width]: &[String; 3]| {
        html! { <rect data-stance={stance.clone()} x={x.clone()} width={width.clone()} /> }
    };
    let key = content.names.join("\n");
    html! { <div {key} class="lane"><svg class="ribbon">{ for content.ribbon.iter().map(part) }</svg></div> }
}
