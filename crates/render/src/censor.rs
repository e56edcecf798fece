//! The censor's copy: the page as a censor would leave it after scraping people out of it.
//!
//! No word is removed. The build marks every place where such a person appears ([`attribute::ERASED`]), and
//! `styles/censor.css` scrapes whatever is marked while the reader has chosen that copy. Whatever is not marked stays, above
//! all the notes and the entries about these people.

use std::rc::Rc;

use palimpsest_contract::hook::{attribute, class, id};
use palimpsest_state::Command;
use palimpsest_story::{Disc, Erasure, Piece};
use yew::prelude::*;
use yew::virtual_dom::{VNode, VTag, VText};

use crate::edition::{Edition, use_edition};
use crate::facts::link;

/// The switch between the copies, which works without the program, and the bar that reports what was erased while the
/// censor's copy is shown. Renders nothing if no one is erased.
#[component]
pub(crate) fn Censor() -> Html {
    let edition = use_edition();
    let erasure = &edition.story.erasure;
    if erasure.people.is_empty() {
        return Html::default();
    }
    let people = erasure.people.iter().filter_map(|erased| edition.story.person(&erased.id));
    let names = edition.words.list(people.map(|person| person.name.as_str()));
    let losses = edition.story.losses();
    let total = edition.story.events.len();
    let places = edition.format("censor-places", &[("count", losses.places.into())]);
    let events = edition.format("censor-events", &[("gone", losses.events.into()), ("count", total.into())]);
    let pictures = edition.format("censor-pictures", &[("count", losses.pictures.into())]);
    let gone = edition.format(
        "censor-gone",
        &[
            ("count", erasure.people.len().into()),
            ("names", names.as_str().into()),
            ("places", places.into()),
            ("events", events.into()),
            ("pictures", pictures.into()),
        ],
    );
    let copy = |command: Command, id: &'static str| {
        let word = edition.text(&command.key());
        let checked = command == Command::CopyWritten;
        html! {
            <label>
                <input {id} type="radio" name="copy" data-command={command.words()} {checked} /><span>{ word }</span>
            </label>
        }
    };
    let note = erasure.note.as_ref().and_then(|id| edition.story.note(id));
    // `method="dialog"` keeps Enter from reloading the page, and `autocomplete="off"` keeps browsers from restoring the
    // choice after a reload.
    html! {
        <form class={class::CENSOR} method="dialog" autocomplete="off" data-command={Command::CopyWritten.words()}>
            <fieldset id={id::CENSOR_SWITCH} class={class::CHOICES}>
                <legend>{ edition.text("censor") }</legend>
                <p data-ours={edition.text("editors")} class={class::LEAD}>{ edition.format("censor-about", &[("names", names.into())]) }</p>
                <div>{ copy(Command::CopyWritten, id::COPY_WRITTEN) }{ copy(Command::CopyCensor, id::COPY_CENSOR) }</div>
                if let Some(note) = note {
                    <p class={class::CENSOR_NOTE}>{ edition.text("censor-note") }{ " " }{ link(&note.id, &edition.note_title(note)) }</p>
                }
            </fieldset>
            <div class={class::CENSOR_BAR}>
                // The status element exists before its text, so that the text is announced.
                <p role="status">
                    <span>
                        <b>{ edition.text(&Command::CopyCensor.key()) }</b>{ format!(". {gone}") }
                        <span class={class::VISUALLY_HIDDEN}>{ format!(" {}", edition.text("censor-text")) }</span>
                    </span>
                </p>
                <label>
                    <input id={id::CENSOR_HOLD} type="checkbox" /><span>{ edition.text("censor-hold") }</span>
                </label>
                <button type="reset">{ edition.text("censor-restore") }</button>
            </div>
        </form>
    }
}

/// Renders the disc that rolls over the face in the article's picture. It is laid over the picture and takes up no space.
pub(crate) fn cover(edition: &Edition) -> Html {
    let Some(Disc { x, y, radius }) = edition.story.erasure.cover else { return Html::default() };
    let [cx, cy, r] = [x, y, radius].map(|length| length.to_string());
    html! { <svg class={class::COVER} viewBox="0 0 480 600" aria-hidden="true"><circle {cx} {cy} {r} /></svg> }
}

/// Marks every name, link and portrait of an erased person in a part of the page. Content that components render inside that
/// part is not marked; they mark their own.
pub(crate) fn scraped(mut part: Html, edition: &Edition) -> Html {
    let erasure = &edition.story.erasure;
    if !erasure.people.is_empty() {
        scrape(&mut part, erasure);
    }
    part
}

fn scrape(node: &mut Html, erasure: &Erasure) {
    match node {
        VNode::VText(text) => {
            let pieces = erasure.pieces(&text.text);
            if pieces.iter().any(|piece| matches!(piece, Piece::Name(_))) {
                *node = pieces.iter().map(piece).collect();
            }
        }
        VNode::VList(list) => Rc::make_mut(list).iter_mut().for_each(|child| scrape(child, erasure)),
        VNode::VTag(tag) => {
            let tag = Rc::make_mut(tag);
            if is_theirs(tag, erasure) {
                let what = if tag.tag() == "svg" { PICTURE } else { NAME };
                tag.add_attribute(attribute::ERASED, what);
            } else if let Some(children) = tag.children_mut() {
                scrape(children, erasure);
            }
        }
        _ => {}
    }
}

/// The values of the attribute: on a name, on a portrait, on a row of the chart of lives, and around the people of an event
/// that has nobody left.
const NAME: &str = "";
const PICTURE: &str = "picture";
pub(crate) const LIFE: &str = "life";
pub(crate) const PEOPLE: &str = "people";

fn piece(piece: &Piece) -> Html {
    match piece {
        Piece::Name(name) => html! { <span data-erased={NAME}>{ *name }</span> },
        Piece::Other(words) => Html::from(*words),
    }
}

/// Reports whether an element as a whole belongs to an erased person: their portrait, an element that contains only their
/// name, or a link with words that leads to them.
fn is_theirs(tag: &VTag, erasure: &Erasure) -> bool {
    let leads_to = |tag: &VTag, prefix: &str| {
        let href = tag.attributes.iter().find(|(name, _)| *name == "href").map(|(_, value)| value);
        href.and_then(|href| href.strip_prefix(prefix)).is_some_and(|id| erasure.has(id))
    };
    match tag.tag() {
        "svg" => tag.children().and_then(only_element).is_some_and(|shape| leads_to(shape, "#portrait_")),
        "a" | "b" | "span" => tag.children().and_then(words).is_some_and(|words| {
            let names_them = matches!(erasure.pieces(&words)[..], [Piece::Name(_)]);
            names_them || !words.is_empty() && leads_to(tag, "#")
        }),
        _ => false,
    }
}

/// Returns the element that a node consists of, if it is a single one.
fn only_element(node: &VNode) -> Option<&VTag> {
    match node {
        VNode::VTag(tag) => Some(tag),
        VNode::VList(list) if list.len() == 1 => only_element(&list[0]),
        _ => None,
    }
}

/// Returns the text that a node consists of; `None` if it contains an element or a component.
fn words(node: &VNode) -> Option<String> {
    match node {
        VNode::VText(VText { text }) => Some(text.to_string()),
        VNode::VList(list) => list.iter().map(words).collect(),
        _ => None,
    }
}
