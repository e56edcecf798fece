//! Changes that move, where motion is welcome and the engine can.

use js_sys::{Promise, Reflect};
use wasm_bindgen::JsValue;
use wasm_bindgen::closure::Closure;

use super::page::{document, method, unheeded, window};

/// Does something that changes the page, with a transition from what was seen to what is: the engine takes a picture, lets
/// the work be done and drawn, and blends the two.
pub fn moved(work: impl FnOnce() + 'static) {
    let still = window().match_media("(prefers-reduced-motion: reduce)").ok().flatten();
    let start = method(&document(), "startViewTransition");
    let Some(start) = start.filter(|_| still.is_some_and(|still| !still.matches())) else {
        return work();
    };
    let change = Closure::once_into_js(move || {
        work();
        // Yew draws in a task of its own: the picture of what is now is taken after that.
        Promise::new(&mut |done, _| drop(window().set_timeout_with_callback_and_timeout_and_arguments_0(&done, 0)))
    });
    // It begins, or is left out by the engine: the work is done either way. Who skips it is told by promises.
    if let Ok(transition) = start.call1(&document(), &change) {
        for name in ["ready", "finished"] {
            unheeded(&Reflect::get(&transition, &name.into()).unwrap_or(JsValue::NULL));
        }
    }
}
