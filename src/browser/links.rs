//! Links and the address bar.

use gloo_events::EventListener;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, EventTarget, MouseEvent};

use super::page::document;

/// The page's fragment, with `#`; empty when there is none.
pub fn fragment() -> String {
    web_sys::window().and_then(|window| window.location().hash().ok()).unwrap_or_default()
}

/// Calls `arrived` with the page's fragment whenever it changes, and when a link to the present fragment is followed
/// again, which browsers do not report. Ends when the listeners are dropped.
pub fn on_arrival(arrived: impl Fn(String) + Clone + 'static) -> [EventListener; 2] {
    let window = web_sys::window().map_or_else(|| document().into(), EventTarget::from);
    let changed = {
        let arrived = arrived.clone();
        EventListener::new(&window, "hashchange", move |_| arrived(fragment()))
    };
    let followed_again = EventListener::new(&document(), "click", move |event| {
        let href = followed(event);
        if href.is_some_and(|href| href == fragment()) {
            arrived(fragment());
        }
    });
    [changed, followed_again]
}

/// The `href` of the link that a plain click will follow.
fn followed(event: &Event) -> Option<String> {
    let click = event.dyn_ref::<MouseEvent>()?;
    if click.default_prevented() || !is_plain(click) {
        return None;
    }
    click.target()?.dyn_into::<Element>().ok()?.closest("a[href]").ok()??.get_attribute("href")
}

/// Whether a click is meant for the link itself, and not to open it elsewhere.
pub fn is_plain(click: &MouseEvent) -> bool {
    click.button() == 0 && !(click.ctrl_key() || click.meta_key() || click.shift_key() || click.alt_key())
}
