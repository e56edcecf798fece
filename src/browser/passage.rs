//! Which sentence is being read: the topmost in a band across the upper part of the window.

use gloo_events::EventListener;
use js_sys::Array;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{IntersectionObserver, IntersectionObserverEntry, IntersectionObserverInit};

use super::page::{elements, window};
use palimpsest_story::SentenceId;

/// What the window leaves out above the band and below it.
const BAND: &str = "-40% 0px -55% 0px";

/// Watches until it is dropped.
pub struct Watch {
    observer: Option<IntersectionObserver>,
    _seen: Closure<dyn FnMut(Array)>,
    _top: EventListener,
}

impl Drop for Watch {
    fn drop(&mut self) {
        if let Some(observer) = &self.observer {
            observer.disconnect();
        }
    }
}

/// Calls `passed` with the sentence that is being read, when it becomes another; with none at the top of the page.
pub fn watch(passed: impl Fn(Option<SentenceId>) + Clone + 'static) -> Watch {
    let top = {
        let passed = passed.clone();
        EventListener::new(&window(), "scroll", move |_| {
            if window().scroll_y().is_ok_and(|y| y < 1.0) {
                passed(None);
            }
        })
    };
    let mut inside: Vec<String> = Vec::new();
    let seen = Closure::<dyn FnMut(Array)>::new(move |entries: Array| {
        for entry in entries.iter() {
            let entry: IntersectionObserverEntry = entry.unchecked_into();
            let id = entry.target().id();
            inside.retain(|other| *other != id);
            if entry.is_intersecting() {
                inside.push(id);
            }
        }
        let sentences = inside.iter().map(|id| SentenceId::from(id.as_str()));
        if let Some(topmost) = sentences.min_by_key(SentenceId::number) {
            passed(Some(topmost));
        }
    });
    let options = IntersectionObserverInit::new();
    options.set_root_margin(BAND);
    let observer = IntersectionObserver::new_with_options(seen.as_ref().unchecked_ref(), &options).ok();
    if let Some(observer) = &observer {
        elements("#article .sentence").for_each(|sentence| observer.observe(&sentence));
    }
    Watch { observer, _seen: seen, _top: top }
}
