//! The events of the timeline: which are open, and the order in which they stand.

use gloo_events::{EventListener, EventListenerOptions};
use palimpsest_contract::hook::{attribute, id};
use wasm_bindgen::JsCast;
use web_sys::Element;

use super::page::{document, elements};
use super::popover;

/// What was opened or closed.
pub enum Toggled {
    /// The event with this id, and whether it is open now.
    Event(String, bool),
    /// The card, which is closed now.
    CardClosed,
}

/// The ids of the events that are open in the document.
pub fn open() -> Vec<String> {
    elements("details[data-event][open]").filter_map(|details| event(&details)).collect()
}

/// The id of the event of a `<details>`.
pub(super) fn event(details: &Element) -> Option<String> {
    details.get_attribute(attribute::EVENT)
}

/// Calls `toggled` when an event was opened or closed, by click, Enter, Space, find-in-page or a fragment, and when the card
/// was closed. Several toggles in a row arrive as one, so the handler reads the present state instead of the event's. The browser's event does
/// not bubble and is caught on its way down.
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

/// Puts the events with these ids into this order, all in one change of the document.
pub fn arrange<'id>(ids: impl Iterator<Item = &'id str>) {
    let document = document();
    let Some(list) = elements(".events").next() else { return };
    let arranged = document.create_document_fragment();
    for event in ids.filter_map(|id| document.get_element_by_id(id)) {
        // The events are elements of the document, which a fragment takes.
        drop(arranged.append_child(&event));
    }
    drop(list.append_child(&arranged));
}
