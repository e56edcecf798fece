//! `<details>`: which are open in the document, whatever opened them.

use palimpsest_story::EventId;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlDetailsElement, Selection};

use super::page::document;

/// The attribute that names the event of a `<details>`.
pub const EVENT_ATTRIBUTE: &str = "data-event";

/// The events that are open in the document.
pub fn open_events() -> Vec<EventId> {
    let Ok(open) = document().query_selector_all("details[data-event][open]") else {
        return Vec::new();
    };
    (0..open.length())
        .filter_map(|index| open.item(index)?.dyn_into::<Element>().ok()?.get_attribute(EVENT_ATTRIBUTE))
        .map(|id| EventId::from(id.as_str()))
        .collect()
}

/// Whether the `<details>` that a `toggle` came from is open now. It is asked itself, not the event: several toggles in
/// a row arrive as one. It is the target: Yew listens at the root, which is the current one.
pub fn is_open(event: &Event) -> Option<bool> {
    Some(event.target()?.dyn_into::<HtmlDetailsElement>().ok()?.open())
}

/// Whether a click was meant for what lies under it and not for the whole card: it hit a control, or ended a selection.
pub fn was_for_content(event: &Event) -> bool {
    let control = event
        .target()
        .and_then(|target| target.dyn_into::<Element>().ok())
        .is_some_and(|element| matches!(element.closest("a, button, details"), Ok(Some(_))));
    let selection = web_sys::window().and_then(|window| window.get_selection().ok().flatten());
    control || selection.is_some_and(|selection: Selection| !selection.is_collapsed())
}
