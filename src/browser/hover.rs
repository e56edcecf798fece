//! A pointer that rests on a link: 500 ms open its card, 300 ms of grace let the pointer move over to it. These are the
//! delays of Wikipedia's page previews. Only where a fine pointer hovers; never while the page scrolls.

use std::cell::RefCell;
use std::rc::Rc;

use gloo_events::EventListener;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{Element, MouseEvent};

use super::links::{Link, closest, link_of};
use super::page::{document, window};

/// Milliseconds until a card opens.
const REST: i32 = 500;
/// Milliseconds until it goes.
const GRACE: i32 = 300;

/// What the pointer did.
pub enum Hover {
    /// It rests on this link.
    Rests(Link),
    /// It left the link, and the card that came with it.
    Left,
}

/// A timer that runs, and what it will do.
type Running = (i32, Closure<dyn FnMut()>);

/// At most one timer.
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

/// Calls `hovered` when the pointer rests on a link that has a card, and when it has left both.
pub fn on_hover(hovered: impl Fn(Hover) + 'static) -> [EventListener; 3] {
    let hovered = Rc::new(hovered);
    let timer = Timer::default();
    let over = {
        let timer = timer.clone();
        let resting = Rc::new(RefCell::new(None::<Element>));
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
            if shown() {
                timer.stop();
            } else if let Some(link) = link.filter(|_| !held) {
                let hovered = Rc::clone(&hovered);
                *resting.borrow_mut() = Some(link);
                let resting = Rc::clone(&resting);
                timer.start(REST, move || {
                    if let Some(link) = resting.borrow_mut().take().as_ref().and_then(link_of) {
                        hovered(Hover::Rests(link));
                    }
                });
            } else {
                let hovered = Rc::clone(&hovered);
                timer.start(GRACE, move || hovered(Hover::Left));
            }
        })
    };
    let stop = move || {
        let timer = timer.clone();
        move |_: &web_sys::Event| timer.stop()
    };
    let scrolled = EventListener::new(&document(), "scroll", stop());
    let pressed = EventListener::new(&document(), "pointerdown", stop());
    [over, scrolled, pressed]
}
