//! The events of the timeline: which of them are open, and their order on the page.

use std::collections::HashMap;

use gloo_events::{EventListener, EventListenerOptions};
use palimpsest_contract::hook::{attribute, id};
use wasm_bindgen::JsCast;
use web_sys::Element;

use super::page::{document, elements};
use super::popover;
use crate::arrangement::staying;

/// What was opened or closed.
pub enum Toggled {
    /// The event with this id, and whether it is open now.
    Event(String, bool),
    /// The card, which has been closed.
    CardClosed,
}

/// Returns the ids of the events that are open in the document.
pub fn open() -> Vec<String> {
    elements("details[data-event][open]").filter_map(|details| event(&details)).collect()
}

/// Returns the id of the event that a `<details>` belongs to.
pub(super) fn event(details: &Element) -> Option<String> {
    details.get_attribute(attribute::EVENT)
}

/// Calls `toggled` when an event has been opened or closed (by click, Enter, Space, find-in-page or a fragment) and when the
/// card has been closed. Several toggles in a row arrive as one, so the handler reads the current state of the element
/// instead of that in the browser's event. The browser's event does not bubble, so it is caught in the capture phase.
pub fn on_toggle(toggled: impl Fn(Toggled) + 'static) -> EventListener {
    let options = EventListenerOptions::run_in_capture_phase();
    EventListener::new_with_options(&document(), "toggle", options, move |toggle| {
        let Some(element) = toggle.target().and_then(|target| target.dyn_into::<Element>().ok()) else { return };
        if let Some(event) = event(&element) {
            toggled(Toggled::Event(event, element.has_attribute("open")));
        } else if element.id() == id::CARD && !popover::is_open() {
            toggled(Toggled::CardClosed);
        }
    })
}

/// Puts the events with these ids into this order. It moves as few as possible, because each event that moves is laid out
/// again, and of a thousand events only a few have another position in the article's order.
pub fn arrange<'id>(ids: impl Iterator<Item = &'id str>) {
    let Some(list) = elements(".events").next() else { return };
    let items = list.children();
    let places: HashMap<_, _> =
        (0..items.length()).filter_map(|place| Some((items.item(place)?.id(), usize::try_from(place).ok()?))).collect();
    let wanted: Vec<_> = ids.filter_map(|id| Some((document().get_element_by_id(id)?, *places.get(id)?))).collect();
    let stays = staying(&wanted.iter().map(|(_, place)| *place).collect::<Vec<_>>());
    let mut next: Option<&Element> = None;
    for ((event, _), stays) in wanted.iter().zip(stays).rev() {
        if !stays {
            // The next event is a child of the list, so another can be inserted before it.
            drop(list.insert_before(event, next.map(AsRef::as_ref)));
        }
        next = Some(event);
    }
}
