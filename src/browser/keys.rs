//! Keys that the program handles. All other keys, and these keys elsewhere on the page, are left to the browser.

use gloo_events::{EventListener, EventListenerOptions};
use wasm_bindgen::JsCast;
use web_sys::KeyboardEvent;

use super::page::{closest, document};
use super::popover;

/// What a key asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Key {
    /// Open the search, from anywhere.
    Search,
    /// On the time rail: move this many marks forward, or back if negative.
    WalkRail(i32),
    /// In the search: move this many results forward, or back if negative.
    MoveHit(i32),
    /// In the search: go to the chosen result.
    Enter,
}

/// Calls `pressed` with each key that the program handles, and prevents the browser's default action.
pub fn on_key(pressed: impl Fn(Key) + 'static) -> EventListener {
    let options = EventListenerOptions::enable_prevent_default();
    EventListener::new_with_options(&document(), "keydown", options, move |event| {
        let meaning = event.dyn_ref::<KeyboardEvent>().and_then(|key| {
            let modified = key.ctrl_key() || key.meta_key();
            let (name, searching) = (key.key(), closest(event, "#search_input").is_some());
            let plain = !modified && !key.alt_key() && !key.shift_key() && !key.is_composing();
            let on_rail = || plain && closest(event, ".scale").is_some();
            match name.as_str() {
                "Escape" => {
                    // The browser closes the card, and returns the focus only if the card has it.
                    popover::recover_focus();
                    None
                }
                "k" | "K" if modified && !key.alt_key() && !key.shift_key() => Some(Key::Search),
                "ArrowDown" if searching && plain => Some(Key::MoveHit(1)),
                "ArrowUp" if searching && plain => Some(Key::MoveHit(-1)),
                "Enter" if searching && plain => Some(Key::Enter),
                "ArrowDown" | "ArrowRight" if on_rail() => Some(Key::WalkRail(1)),
                "ArrowUp" | "ArrowLeft" if on_rail() => Some(Key::WalkRail(-1)),
                _ => None,
            }
        });
        if let Some(key) = meaning {
            event.prevent_default();
            pressed(key);
        }
    })
}
