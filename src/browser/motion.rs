//! Animated changes, for readers who want motion and engines that support it.

use js_sys::{Promise, Reflect};
use wasm_bindgen::JsValue;
use wasm_bindgen::closure::Closure;

use super::page::{document, elements, ignore, method, window};

/// The largest number of events that are animated. The engine takes a snapshot of each, which takes seconds for a large
/// number.
const MOST_EVENTS: usize = 100;

/// Runs `work`, which moves events, with a transition from the old view to the new one. The engine takes a snapshot, lets
/// the work be done and drawn, and blends the two views.
pub fn animate(work: impl FnOnce() + 'static) {
    let reduced = window().match_media("(prefers-reduced-motion: reduce)").ok().flatten();
    let is_welcome =
        reduced.is_some_and(|reduced| !reduced.matches()) && elements(".events > *").count() <= MOST_EVENTS;
    let start = method(&document(), "startViewTransition");
    let Some(start) = start.filter(|_| is_welcome) else {
        return work();
    };
    let change = Closure::once_into_js(move || {
        work();
        // Yew draws in a microtask. A timeout makes the engine take the snapshot of the new page after that.
        Promise::new(&mut |done, _| drop(window().set_timeout_with_callback_and_timeout_and_arguments_0(&done, 0)))
    });
    // The engine may skip the animation, and then rejects these promises. The work is done either way.
    if let Ok(transition) = start.call1(&document(), &change) {
        for name in ["ready", "finished"] {
            ignore(&Reflect::get(&transition, &name.into()).unwrap_or(JsValue::NULL));
        }
    }
}
