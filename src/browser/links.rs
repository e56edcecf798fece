//! Links and buttons, wherever on the page they were printed: what a click was meant for.

use std::cell::Cell;
use std::rc::Rc;

use gloo_events::{EventListener, EventListenerOptions};
use palimpsest_story::EventId;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlInputElement, MouseEvent};

use super::page::{document, window, within};
use super::{details, history};
use crate::state::Spot;

/// What was clicked, by pointer or by key.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Click {
    /// A link to a place on the page.
    Link(Link),
    /// A button, by the words of its command.
    Control(String),
    /// An answer of the search: the id of its place.
    Answer(String),
    /// An event: what opens it, or its card beside links, buttons and what is selected in it; and whether it is open now.
    Event(EventId, bool),
}

/// A link to a place on the page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Link {
    /// The id of the place.
    pub to: String,
    /// Where the link stands.
    pub spot: Spot,
    /// Whether it stands in a card.
    pub in_card: bool,
    /// Whether it is there to go: in the ways to the parts of the page, on the scale, “Go there”.
    pub goes: bool,
    /// Whether its card stood beside it when it was pressed, and not only while the pointer passes. A press outside a card
    /// closes that before the click arrives.
    pub was_shown: bool,
}

/// The card's element.
const CARD: &str = "#card";
/// The attribute that holds a control's command.
const COMMAND: &str = "data-do";
/// What is there to go.
const GOES: &str = "[data-go]";

/// The page's address: its query and its fragment, decoded.
pub fn address() -> [String; 2] {
    let location = window().location();
    [location.search(), location.hash()].map(|part| {
        let part = part.unwrap_or_default();
        js_sys::decode_uri_component(&part).map_or(part, String::from)
    })
}

/// Calls `clicked` with whatever a plain click was meant for; the browser then does nothing of its own when it answers
/// `true`. Ends when the listeners are dropped.
pub fn on_click(clicked: impl Fn(Click) -> bool + 'static) -> [EventListener; 2] {
    let shown_at_press = Rc::new(Cell::new(None));
    let pressed = {
        let shown_at_press = Rc::clone(&shown_at_press);
        let options = EventListenerOptions::run_in_capture_phase();
        EventListener::new_with_options(&document(), "pointerdown", options, move |press| {
            shown_at_press.set(Some(closest(press, "a[href^='#']").is_some_and(|link| is_shown(&link))));
        })
    };
    // The browser may be kept from following a link.
    let options = EventListenerOptions::enable_prevent_default();
    let released = EventListener::new_with_options(&document(), "click", options, move |event| {
        let shown = shown_at_press.take();
        let Some(click) = event.dyn_ref::<MouseEvent>().filter(|click| is_plain(click)) else { return };
        let meant = if let Some(link) = closest(event, "a[href^='#']") {
            let was_shown = shown.unwrap_or_else(|| is_shown(&link));
            link_of(&link).map(|link| Click::Link(Link { was_shown, ..link }))
        } else if let Some(button) = closest(event, "button[data-do]") {
            button.get_attribute(COMMAND).map(|command| Click::Control(spelt(&button, command)))
        } else if let Some(answer) = closest(event, "[data-answer]") {
            answer.get_attribute("data-answer").map(Click::Answer)
        } else if closest(event, "dialog").is_some() && closest(event, ".panel-inner").is_none() {
            // Beside the panel, on what it stands before.
            Some(Click::Control("leave".to_owned()))
        } else {
            event_of(event)
        };
        if meant.is_some_and(&clicked) {
            click.prevent_default();
        } else if let Some(link) = closest(event, "a[href^='#']") {
            // Out of a card the way back is to the link that it stands beside.
            let beside = document().query_selector("[aria-expanded='true'][aria-controls='card']").ok().flatten();
            let in_card = matches!(link.closest(CARD), Ok(Some(_)));
            history::leave_by(beside.as_ref().filter(|_| in_card).unwrap_or(&link));
        }
    });
    [pressed, released]
}

/// A command with the id of the place that it is given at, for “here”: of the entry, or of what the card shows.
fn spelt(button: &Element, command: String) -> String {
    let Some(verb) = command.strip_suffix("here") else { return command };
    [verb, &entry_of(button)].concat()
}

/// The id of the entry that a part of the page belongs to; in a card, of what that shows.
pub(super) fn entry_of(part: &Element) -> String {
    let place = part.closest("[data-shows], [id]:not([id*='_'], #reader)").ok().flatten();
    place.map(|place| place.get_attribute("data-shows").unwrap_or_else(|| place.id())).unwrap_or_default()
}

/// Calls `changed` with the words of a control's command and what the control now holds: fields, lists, sliders, choices.
/// Lists are heard once they have changed: not every engine tells of their input.
pub fn on_input(changed: impl Fn(String, String) + 'static) -> [EventListener; 2] {
    let changed = Rc::new(changed);
    [("input", "[data-do]:not(select)"), ("change", "select[data-do]")].map(|(name, controls)| {
        let changed = Rc::clone(&changed);
        EventListener::new(&document(), name, move |event| {
            if let Some(control) = closest(event, controls) {
                // Lists have a value as fields do.
                let value = control.unchecked_ref::<HtmlInputElement>().value();
                changed(control.get_attribute(COMMAND).unwrap_or_default(), value);
            }
        })
    })
}

/// A link of the page.
pub(super) fn link_of(link: &Element) -> Option<Link> {
    let href = link.get_attribute("href")?;
    let inside = |selector| matches!(link.closest(selector), Ok(Some(_)));
    let place = link.parent_element().and_then(|parent| parent.closest("[id]:not([id*='_'], #reader)").ok().flatten());
    let nth = place.as_ref().and_then(|place| links_to(place, &href).position(|other| other == *link));
    let spot = Spot {
        place: place.map(|place| place.id()).unwrap_or_default(),
        nth: nth.and_then(|nth| u32::try_from(nth).ok()).unwrap_or_default(),
    };
    let to = href.strip_prefix('#')?.to_owned();
    Some(Link { to, spot, in_card: inside(CARD), goes: inside(GOES), was_shown: false })
}

/// The link to `to` that stands there.
pub fn find(spot: &Spot, to: &str) -> Option<Element> {
    let place = document().get_element_by_id(&spot.place)?;
    let href = ["#", to].concat();
    let links: Vec<Element> = links_to(&place, &href).collect();
    let nth = usize::try_from(spot.nth).unwrap_or_default();
    links.get(nth).or(links.first()).cloned()
}

fn links_to(place: &Element, href: &str) -> impl Iterator<Item = Element> + use<> {
    within(place, &["a[href='", href, "']"].concat())
}

/// The element that an event came from, or the nearest around it, that matches.
pub(super) fn closest(event: &Event, selector: &str) -> Option<Element> {
    event.target()?.dyn_into::<Element>().ok()?.closest(selector).ok()?
}

/// Whether a card stands beside a link, and stays.
fn is_shown(link: &Element) -> bool {
    let expanded = link.get_attribute("aria-expanded").is_some_and(|expanded| expanded == "true");
    expanded && document().query_selector("#card[data-passing]").is_ok_and(|passing| passing.is_none())
}

/// Whether a click is meant for the link itself, and not to open it elsewhere.
fn is_plain(click: &MouseEvent) -> bool {
    let keys = click.ctrl_key() || click.meta_key() || click.shift_key() || click.alt_key();
    click.button() == 0 && !keys && !click.default_prevented()
}

/// The event that was clicked: what opens it, or its card, but not a control in it, and not to end a selection.
fn event_of(click: &Event) -> Option<Click> {
    let details = if closest(click, "summary").is_some() {
        closest(click, "details[data-event]")?
    } else {
        let card = closest(click, ".event")?;
        let selects = window().get_selection().ok().flatten().is_some_and(|selection| !selection.is_collapsed());
        if selects || closest(click, "a, button, details").is_some() {
            return None;
        }
        within(&card, "details[data-event]").next()?
    };
    Some(Click::Event(details::event(&details)?, details.has_attribute("open")))
}
