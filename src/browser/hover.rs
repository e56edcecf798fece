//! Hovering over links. The card opens after 500 ms, and when the pointer leaves the link, it has 300 ms to reach the card:
//! the delays of Wikipedia's page previews. Only a fine pointer counts, and only one that has moved onto the link. A link
//! that comes to lie under a resting pointer, because the page scrolls or something opens above it, opens nothing.

use std::cell::RefCell;
use std::rc::Rc;

use gloo_events::EventListener;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{Element, MouseEvent};

use super::links::{Link, link_of};
use super::page::{closest, document, window};
use super::pointing::is_at_rest;

/// The time in milliseconds until a card opens.
const REST: i32 = 500;
/// The time in milliseconds until the card closes.
const GRACE: i32 = 300;

/// What the pointer did.
pub enum Hover {
    /// It rests on this link.
    Rested(Link),
    /// It left the link and the card that opened for it.
    Left,
}

/// A running timer, and what it will do.
type Running = (i32, Closure<dyn FnMut()>);

/// A slot for at most one timer.
#[derive(Clone, Default)]
struct Timer(Rc<RefCell<Option<Running>>>);

impl Timer {
    fn stop(&self) {
        if let Some((id, _)) = self.0.borrow_mut().take() {
            window().clear_timeout_with_handle(id);
        }
    }

    fn start(&self, after: i32, work: impl FnMut() + 'static) {
        self.stop();
        let work = Closure::<dyn FnMut()>::new(work);
        let id = window().set_timeout_with_callback_and_timeout_and_arguments_0(work.as_ref().unchecked_ref(), after);
        *self.0.borrow_mut() = id.ok().map(|id| (id, work));
    }
}

/// Calls `hovered` when the pointer rests on a link that has a card, and when it has left both the link and the card.
pub fn on_hover(hovered: impl Fn(Hover) + 'static) -> [EventListener; 4] {
    let hovered = Rc::new(hovered);
    let timer = Timer::default();
    // The link under the pointer, until the pointer moves on it.
    let under = Rc::new(RefCell::new(None::<Element>));
    let over = {
        let (timer, hovered, under) = (timer.clone(), Rc::clone(&hovered), Rc::clone(&under));
        EventListener::new(&document(), "mouseover", move |event| {
            let fine = window().match_media("(hover: hover) and (pointer: fine)").ok().flatten();
            if !fine.is_some_and(|fine| fine.matches()) {
                return;
            }
            let link = closest(event, "a[aria-haspopup]").filter(|link| matches!(link.closest("#card"), Ok(None)));
            let shown = || {
                let expanded = link.as_ref().and_then(|link| link.get_attribute("aria-expanded"));
                closest(event, "#card").is_some() || expanded.is_some_and(|expanded| expanded == "true")
            };
            let held = event.dyn_ref::<MouseEvent>().is_some_and(|event| event.buttons() != 0);
            let is_shown = shown();
            let link = link.filter(|_| !held && !is_shown);
            if is_shown {
                timer.stop();
            } else if link.is_none() {
                let hovered = Rc::clone(&hovered);
                timer.start(GRACE, move || hovered(Hover::Left));
            }
            *under.borrow_mut() = link;
        })
    };
    let moved = {
        let timer = timer.clone();
        EventListener::new(&document(), "mousemove", move |event| {
            // WebKit also reports a move when only the page has moved.
            let event = event.unchecked_ref::<MouseEvent>();
            if is_at_rest(event) {
                return;
            }
            if let Some(link) = under.borrow_mut().take() {
                let hovered = Rc::clone(&hovered);
                timer.start(REST, move || {
                    if let Some(link) = link_of(&link) {
                        hovered(Hover::Rested(link));
                    }
                });
            }
        })
    };
    let stop = move || {
        let timer = timer.clone();
        move |_: &web_sys::Event| timer.stop()
    };
    let scrolled = EventListener::new(&document(), "scroll", stop());
    let pressed = EventListener::new(&document(), "pointerdown", stop());
    [over, moved, scrolled, pressed]
}
