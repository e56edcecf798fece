//! What the reader is reading: the topmost sentence of the article, and the part of the page, in a band across the upper
//! half of the window. Also the direction in which the reader scrolls.

use gloo_events::EventListener;
use js_sys::Array;
use palimpsest_contract::hook::attribute;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{Element, IntersectionObserver, IntersectionObserverEntry, IntersectionObserverInit};

use super::page::{document, elements, window};

/// What the reader has reached.
pub enum Reached {
    /// The top of the page.
    Top,
    /// The sentence with this number.
    Sentence(i32),
    /// The part of the page with this id.
    Part(String),
}

/// The margins above and below the band, as parts of the window.
const BAND: &str = "-40% 0px -55% 0px";

/// An observation that lasts until it is dropped.
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

/// Calls `reached` whenever the reader reaches something else.
pub fn observe(reached: impl Fn(Reached) + Clone + 'static) -> Observation {
    let top = {
        let reached = reached.clone();
        EventListener::new(&window(), "scroll", move |_| {
            if window().scroll_y().is_ok_and(|y| y < 1.0) {
                reached(Reached::Top);
            }
        })
    };
    let mut inside: Vec<i32> = Vec::new();
    let seen = Closure::<dyn FnMut(Array)>::new(move |entries: Array| {
        for entry in entries.iter() {
            let entry: IntersectionObserverEntry = entry.unchecked_into();
            let id = entry.target().id();
            let Some(number) = number(&id) else {
                if entry.is_intersecting() {
                    reached(Reached::Part(id));
                }
                continue;
            };
            inside.retain(|other| *other != number);
            if entry.is_intersecting() {
                inside.push(number);
            }
        }
        if let Some(topmost) = inside.iter().min() {
            reached(Reached::Sentence(*topmost));
        }
    });
    let options = IntersectionObserverInit::new();
    options.set_root_margin(BAND);
    let observer = IntersectionObserver::new_with_options(seen.as_ref().unchecked_ref(), &options).ok();
    if let Some(observer) = &observer {
        elements("#article, #article .sentence, main > section, .appendix > section")
            .for_each(|part| observer.observe(&part));
    }
    Observation { observer, _seen: seen, _top: top }
}

/// The distance in CSS pixels that a reader must scroll before it counts as a direction.
const SCROLL: f64 = 24.0;
/// The distance in CSS pixels above which scrolling is a jump.
const JUMP: f64 = 400.0;

/// Calls `scrolled` with whether the reader scrolls down, whenever that changes. A jump counts as down, wherever it leads,
/// because the bar that reappears on the way up would cover the target of the jump.
pub fn on_scroll(scrolled: impl Fn(bool) + 'static) -> EventListener {
    let y = || window().scroll_y().unwrap_or_default();
    let mut before = y();
    let mut is_down = false;
    EventListener::new(&window(), "scroll", move |_| {
        let now = y();
        let by = now - before;
        if by.abs() < SCROLL && now > 0.0 {
            return;
        }
        before = now;
        // The browser's own scrolling to the place at which the reader arrived has no direction.
        if by > JUMP && came_in() {
            return;
        }
        let down = now > 0.0 && !(-JUMP..=0.0).contains(&by);
        if down != is_down {
            is_down = down;
            scrolled(down);
        }
    })
}

fn came_in() -> bool {
    document().document_element().is_some_and(|root| root.has_attribute(attribute::CAME_IN))
}

/// Returns the number of the sentence with this id.
pub fn number(id: &str) -> Option<i32> {
    id.strip_prefix('s')?.parse().ok()
}

/// Returns the number of the sentence in which the reader has selected words, if any.
pub fn selected_sentence() -> Option<i32> {
    let selection = window().get_selection().ok()??;
    let node = selection.anchor_node().filter(|_| !selection.is_collapsed())?;
    let element = node.dyn_ref::<Element>().cloned().or_else(|| node.parent_element())?;
    number(&element.closest(".sentence").ok()??.id())
}
