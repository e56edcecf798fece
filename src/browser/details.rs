//! The events' `<details>`: which are open in the document, whatever opened them.

use gloo_events::{EventListener, EventListenerOptions};
use palimpsest_story::EventId;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlDetailsElement};

use super::page::{document, elements};
use super::popover;

/// The attribute that names the event of a `<details>`.
const EVENT: &str = "data-event";
/// The attribute of one that is about to open or close.
const TURNS: &str = "data-turns";

/// The events that are open in the document.
pub fn open_events() -> Vec<EventId> {
    elements("details[data-event][open]").filter_map(|details| event(&details)).collect()
}

/// Shows that an event is about to open or close.
pub fn turn(id: &EventId) {
    for details in elements(&["[data-event='", id, "']"].concat()) {
        // A fixed valid name.
        drop(details.set_attribute(TURNS, ""));
    }
}

/// Opens these events in the document and closes all others.
pub fn set(open: &[EventId]) {
    for details in elements("details[data-event]") {
        let is_open = event(&details).is_some_and(|event| open.contains(&event));
        drop(details.remove_attribute(TURNS));
        if let Some(details) = details.dyn_ref::<HtmlDetailsElement>().filter(|details| details.open() != is_open) {
            details.set_open(is_open);
        }
    }
}

/// Calls `toggled` when an event was opened or closed: by click, Enter, Space, find-in-page or a fragment; and, with no event,
/// when the card was. It is asked how it stands then: several toggles in a row arrive as one. The news does not bubble, and
/// is caught on its way down.
pub fn on_toggle(toggled: impl Fn(Option<EventId>, bool) + 'static) -> EventListener {
    let options = EventListenerOptions::run_in_capture_phase();
    EventListener::new_with_options(&document(), "toggle", options, move |toggle| {
        let Some(element) = toggle.target().and_then(|target| target.dyn_into::<Element>().ok()) else { return };
        if let Some(event) = event(&element) {
            toggled(Some(event), element.has_attribute("open"));
        } else if element.id() == popover::CARD {
            toggled(None, popover::is_open());
        }
    })
}

pub(super) fn event(details: &Element) -> Option<EventId> {
    details.get_attribute(EVENT).map(|id| EventId::from(id.as_str()))
}
