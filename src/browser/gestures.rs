//! Pointer, wheel and pinch on what is drawn to scale: a window of time that is drawn, moved and zoomed. Whatever else a
//! gesture means stays the browser's: a wheel without a modifier scrolls, so does a finger up and down.

use std::cell::RefCell;
use std::rc::Rc;

use gloo_events::{EventListener, EventListenerOptions, EventListenerPhase};
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, PointerEvent, WheelEvent};

use super::links::closest;
use super::page::document;
use crate::scale::WHOLE;

/// What was done, in places of the line that was touched.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Gesture {
    /// A drag has begun.
    Begun,
    /// A window was drawn, or is being drawn, from one place to another.
    Drawn(i32, i32),
    /// A line that shows the window alone was dragged: from where the pointer went down, to where it is.
    Dragged(i32, i32),
    /// Zoomed around a place: steps closer, or, below zero, away; and whether the line shows the window alone.
    Zoomed(i32, i32, bool),
}

/// What can be touched: the whole scale, on which a window is drawn, and a chart that shows the window alone.
const LINES: &str = ".scale, [data-stretch]";
/// A press that moves by no more than this many CSS pixels is a click.
const STILL: i32 = 6;
/// Two fingers that come closer or part by more than this many CSS pixels zoom by a step.
const PINCH: i32 = 24;

/// A point of the window, in CSS pixels.
type Point = [i32; 2];

/// A finger or a pressed button.
struct Finger {
    id: i32,
    at: Point,
}

/// A gesture that has begun.
struct Hold {
    line: Element,
    from: Point,
    moved: bool,
    fingers: Vec<Finger>,
    /// How far two fingers were from each other at the last step.
    apart: i32,
}

/// Calls `gestured` with each.
pub fn on_gesture(gestured: impl Fn(Gesture) + 'static) -> Vec<EventListener> {
    let hold = Rc::new(RefCell::new(None::<Hold>));
    let gestured = Rc::new(gestured);
    // They may keep the browser from what it would do, and hear what is stopped further down.
    let options = EventListenerOptions { phase: EventListenerPhase::Capture, passive: false };
    let names = ["pointerdown", "pointermove", "pointerup", "pointercancel", "click", "dragstart", "wheel"];
    let listen = |name| {
        let (hold, gestured) = (Rc::clone(&hold), Rc::clone(&gestured));
        EventListener::new_with_options(&document(), name, options, move |event| {
            let mut hold = hold.borrow_mut();
            match (name, event.dyn_ref::<PointerEvent>()) {
                ("pointerdown", Some(pointer)) => {
                    if begin(&mut hold, pointer) {
                        gestured(Gesture::Begun);
                    }
                }
                ("pointermove", Some(pointer)) => {
                    if let Some(gesture) = hold.as_mut().and_then(|hold| hold.move_to(pointer)) {
                        event.prevent_default();
                        gestured(gesture);
                    }
                }
                ("pointerup" | "pointercancel", Some(pointer)) => {
                    if let Some(hold) = hold.as_mut() {
                        hold.fingers.retain(|finger| finger.id != pointer.pointer_id());
                    }
                }
                ("wheel", _) => {
                    if let Some(gesture) = wheeled(event) {
                        event.prevent_default();
                        gestured(gesture);
                    }
                }
                // A drag that ends on a link does not follow it.
                ("click", _) => {
                    if hold.take().is_some_and(|hold| hold.moved) && closest(event, LINES).is_some() {
                        event.prevent_default();
                        event.stop_propagation();
                    }
                }
                // A link that is dragged would go along as an address.
                ("dragstart", _) if closest(event, LINES).is_some() => event.prevent_default(),
                _ => {}
            }
        })
    };
    names.map(listen).into()
}

/// Whether a press begins a gesture. A second finger joins the first.
fn begin(hold: &mut Option<Hold>, pointer: &PointerEvent) -> bool {
    let finger = Finger { id: pointer.pointer_id(), at: at(pointer) };
    if let Some(hold) = hold.as_mut().filter(|hold| hold.fingers.len() == 1 && !pointer.is_primary()) {
        hold.apart = hold.fingers.first().map_or(0, |first| apart(first.at, finger.at));
        hold.fingers.push(finger);
        return false;
    }
    *hold = None;
    let Some(line) = closest(pointer, LINES) else { return false };
    if pointer.button() != 0 || closest(pointer, "button, .scale-here").is_some() {
        return false;
    }
    *hold = Some(Hold { line, from: finger.at, moved: false, fingers: vec![finger], apart: 0 });
    true
}

impl Hold {
    fn move_to(&mut self, pointer: &PointerEvent) -> Option<Gesture> {
        let finger = self.fingers.iter_mut().find(|finger| finger.id == pointer.pointer_id())?;
        finger.at = at(pointer);
        let is_stretch = self.line.has_attribute("data-stretch");
        match self.fingers.as_slice() {
            [one, other] => {
                let now = apart(one.at, other.at);
                let change = now - self.apart;
                if change.abs() < PINCH {
                    return None;
                }
                self.apart = now;
                self.moved = true;
                let middle = [0, 1].map(|side| i32::midpoint(one.at[side], other.at[side]));
                Some(Gesture::Zoomed(change.signum(), place(&self.line, middle), is_stretch))
            }
            [finger] => {
                self.moved |= apart(self.from, finger.at) > STILL;
                let [from, to] = [self.from, finger.at].map(|point| place(&self.line, point));
                let gesture = if is_stretch { Gesture::Dragged(from, to) } else { Gesture::Drawn(from, to) };
                self.moved.then_some(gesture)
            }
            _ => None,
        }
    }
}

fn wheeled(event: &Event) -> Option<Gesture> {
    let line = closest(event, LINES)?;
    let wheel = event.dyn_ref::<WheelEvent>().filter(|wheel| wheel.ctrl_key() || wheel.meta_key())?;
    let steps = if wheel.delta_y() < 0.0 { 1 } else { -1 };
    Some(Gesture::Zoomed(steps, place(&line, at(wheel)), line.has_attribute("data-stretch")))
}

fn at(pointer: &web_sys::MouseEvent) -> Point {
    [pointer.client_x(), pointer.client_y()]
}

fn apart(one: Point, other: Point) -> i32 {
    (one[0] - other[0]).abs().max((one[1] - other[1]).abs())
}

/// The place on a line, along its longer side.
fn place(line: &Element, [x, y]: Point) -> i32 {
    let lane = line.query_selector("li > .lane").ok().flatten().unwrap_or_else(|| line.clone());
    let area = lane.get_bounding_client_rect();
    let upright = area.height() > area.width();
    let (at, from, length) = if upright { (y, area.top(), area.height()) } else { (x, area.left(), area.width()) };
    // Whole pixels, and never beyond the ends.
    #[allow(clippy::cast_possible_truncation)]
    let place = ((f64::from(at) - from) / length.max(1.0) * f64::from(WHOLE)) as i32;
    place.clamp(0, WHOLE)
}
