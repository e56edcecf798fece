//! Which sentence is being read: the topmost in a band across the upper part of the window.

use gloo_events::EventListener;
use js_sys::Array;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{IntersectionObserver, IntersectionObserverEntry, IntersectionObserverInit};

use super::page::{elements, window};

/// What the band leaves out of the window, above and below.
const BAND: &str = "-40% 0px -55% 0px";

/// Observes until it is dropped.
pub struct Observation {
    observer: Option<IntersectionObserver>,
    _seen: Closure<dyn FnMut(Array)>,
    _top: EventListener,
}

impl Drop for Observation {
    fn drop(&mut self) {
        if let Some(observer) = &self.observer {
            observer.disconnect();
        }
    }
}

/// Calls `passed` with the number of the sentence that is being read, whenever that becomes another one, and with `None` at
/// the top of the page.
pub fn observe(passed: impl Fn(Option<i32>) + Clone + 'static) -> Observation {
    let top = {
        let passed = passed.clone();
        EventListener::new(&window(), "scroll", move |_| {
            if window().scroll_y().is_ok_and(|y| y < 1.0) {
                passed(None);
            }
        })
    };
    let mut inside: Vec<i32> = Vec::new();
    let seen = Closure::<dyn FnMut(Array)>::new(move |entries: Array| {
        for entry in entries.iter() {
            let entry: IntersectionObserverEntry = entry.unchecked_into();
            let Some(number) = number(&entry.target().id()) else { continue };
            inside.retain(|other| *other != number);
            if entry.is_intersecting() {
                inside.push(number);
            }
        }
        if let Some(topmost) = inside.iter().min() {
            passed(Some(*topmost));
        }
    });
    let options = IntersectionObserverInit::new();
    options.set_root_margin(BAND);
    let observer = IntersectionObserver::new_with_options(seen.as_ref().unchecked_ref(), &options).ok();
    if let Some(observer) = &observer {
        elements("#article .sentence").for_each(|sentence| observer.observe(&sentence));
    }
    Observation { observer, _seen: seen, _top: top }
}

/// The number of the sentence with this id.
pub fn number(id: &str) -> Option<i32> {
    id.strip_prefix('s')?.parse().ok()
}
