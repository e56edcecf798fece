//! Keys that mean something of ours. All others stay the browser's, and so do these outside their place.

use gloo_events::{EventListener, EventListenerOptions};
use wasm_bindgen::JsCast;
use web_sys::KeyboardEvent;

use super::links::closest;
use super::page::document;
use super::popover;

/// A key, and what it asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Key {
    /// The search, from wherever.
    Search,
    /// On the scale: so many marks on, or back.
    Walk(i32),
    /// In the search: so many answers on, or back.
    Choose(i32),
    /// In the search: the chosen answer.
    Enter,
}

/// Calls `pressed` with each; the browser then does nothing of its own.
pub fn on_key(pressed: impl Fn(Key) + 'static) -> EventListener {
    let options = EventListenerOptions::enable_prevent_default();
    EventListener::new_with_options(&document(), "keydown", options, move |event| {
        let meant = event.dyn_ref::<KeyboardEvent>().and_then(|key| {
            let modified = key.ctrl_key() || key.meta_key();
            let (name, searching) = (key.key(), closest(event, "#search_input").is_some());
            let plain = !modified && !key.alt_key() && !key.shift_key() && !key.is_composing();
            match name.as_str() {
                "Escape" => {
                    // The browser closes the card, and gives back the focus that the card has.
                    popover::hold_focus();
                    None
                }
                "k" | "K" if modified && !key.alt_key() && !key.shift_key() => Some(Key::Search),
                "ArrowDown" if searching && plain => Some(Key::Choose(1)),
                "ArrowUp" if searching && plain => Some(Key::Choose(-1)),
                "Enter" if searching && plain => Some(Key::Enter),
                "ArrowDown" | "ArrowRight" if plain && closest(event, ".scale").is_some() => Some(Key::Walk(1)),
                "ArrowUp" | "ArrowLeft" if plain && closest(event, ".scale").is_some() => Some(Key::Walk(-1)),
                _ => None,
            }
        });
        if let Some(key) = meant {
            event.prevent_default();
            pressed(key);
        }
    })
}
