//! Pointer, wheel and pinch on what is drawn to scale: a window of time that is drawn, moved and zoomed. Whatever else a
//! gesture means stays the browser's: a wheel without a modifier scrolls, so does a finger up and down.

use std::cell::RefCell;
use std::rc::Rc;

use gloo_events::{EventListener, EventListenerOptions};
use wasm_bindgen::JsCast;
use web_sys::{Element, PointerEvent, WheelEvent};

use super::links::closest;
use super::page::document;
use crate::scale::WHOLE;

/// What was done, in places of the line that was touched.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Gesture {
    /// A window was drawn, or is being drawn, from one place to another.
    Drawn(i32, i32),
    /// What is under a pointer was dragged: from where it went down, to where it is, on a line that is a window itself.
    Dragged(i32, i32),
    /// Zoomed around a place: steps closer, or, below zero, away; and whether the line shows the window alone.
    Zoomed(i32, i32, bool),
    /// A drag has begun.
    Begun,
}

/// What can be touched: the whole scale, on which a window is drawn, and a chart that shows the window alone.
const LINES: &str = ".scale, [data-stretch]";
/// A press that moves by no more than this many CSS pixels is a click.
const STILL: i32 = 6;

struct Drag {
    line: Element,
    pointer: i32,
    from: [i32; 2],
    moved: bool,
    /// A second finger, and how far it was.
    second: Option<(i32, [i32; 2], i32)>,
}

/// Calls `gestured` with each.
pub fn on_gesture(gestured: impl Fn(Gesture) + 'static) -> Vec<EventListener> {
    let gestured = Rc::new(gestured);
    let drag = Rc::new(RefCell::new(None::<Drag>));
    let listen = |name: &'static str, mut heard: Box<dyn FnMut(&PointerEvent)>| {
        let options = EventListenerOptions::enable_prevent_default();
        EventListener::new_with_options(&document(), name, options, move |event| {
            if let Some(event) = event.dyn_ref() {
                heard(event);
            }
        })
    };
    let down = {
        let (drag, gestured) = (Rc::clone(&drag), Rc::clone(&gestured));
        listen("pointerdown", Box::new(move |event| {
            let Some(line) = closest(event, LINES) else { return };
            if closest(event, "button, .scale-here").is_some() || event.button() != 0 {
                return;
            }
            let mut drag = drag.borrow_mut();
            match drag.as_mut() {
                Some(drag) if drag.second.is_none() && drag.pointer != event.pointer_id() => {
                    let apart = apart(drag.from, at(event));
                    drag.second = Some((event.pointer_id(), at(event), apart));
                }
                _ => {
                    gestured(Gesture::Begun);
                    *drag = Some(Drag { line, pointer: event.pointer_id(), from: at(event), moved: false, second: None });
                }
            }
        }))
    };
    let moved = {
        let (drag, gestured) = (Rc::clone(&drag), Rc::clone(&gestured));
        listen("pointermove", Box::new(move |event| {
            let mut drag = drag.borrow_mut();
            let Some(drag) = drag.as_mut() else { return };
            let now = at(event);
            if let Some((second, _, apart_before)) = drag.second {
                let other = if event.pointer_id() == second { drag.from } else { drag.second.map_or(now, |(_, at, _)| at) };
                let apart_now = apart(other, now);
                if (apart_now - apart_before).abs() > 24 {
                    let steps = (apart_now - apart_before).signum();
                    let middle = [(other[0] + now[0]) / 2, (other[1] + now[1]) / 2];
                    gestured(Gesture::Zoomed(steps, place(&drag.line, middle), is_stretch(&drag.line)));
                    drag.second = drag.second.map(|(id, at, _)| (id, at, apart_now));
                }
                if event.pointer_id() == second {
                    drag.second = drag.second.map(|(id, _, apart)| (id, now, apart));
                } else {
                    drag.from = now;
                }
            } else if event.pointer_id() == drag.pointer {
                drag.moved |= apart(drag.from, now) > STILL;
                if drag.moved {
                    let [from, to] = [drag.from, now].map(|at| place(&drag.line, at));
                    gestured(if is_stretch(&drag.line) { Gesture::Dragged(from, to) } else { Gesture::Drawn(from, to) });
                    event.prevent_default();
                }
            }
        }))
    };
    let ended = |name: &'static str| {
        let drag = Rc::clone(&drag);
        listen(name, Box::new(move |_| *drag.borrow_mut() = None))
    };
    let ends = [ended("pointerup"), ended("pointercancel")];
    // A drag that ends on a link does not follow it.
    let clicks = {
        let drag = Rc::clone(&drag);
        let options = EventListenerOptions { phase: gloo_events::EventListenerPhase::Capture, passive: false };
        let dragged = Rc::new(RefCell::new(false));
        let up = {
            let dragged = Rc::clone(&dragged);
            let options = EventListenerOptions::run_in_capture_phase();
            EventListener::new_with_options(&document(), "pointerup", options, move |_| {
                *dragged.borrow_mut() = drag.borrow().as_ref().is_some_and(|drag| drag.moved);
            })
        };
        let click = EventListener::new_with_options(&document(), "click", options, move |event| {
            if dragged.take() && closest(event, LINES).is_some() {
                event.prevent_default();
                event.stop_propagation();
            }
        });
        [up, click]
    };
    // A link that is dragged would go along as an address.
    let dragged = EventListener::new_with_options(
        &document(),
        "dragstart",
        EventListenerOptions::enable_prevent_default(),
        move |event| {
            if closest(event, LINES).is_some() {
                event.prevent_default();
            }
        },
    );
    let wheel = EventListener::new_with_options(
        &document(),
        "wheel",
        EventListenerOptions::enable_prevent_default(),
        move |event| {
            let Some(line) = closest(event, LINES) else { return };
            let Some(wheel) = event.dyn_ref::<WheelEvent>().filter(|wheel| wheel.ctrl_key() || wheel.meta_key()) else {
                return;
            };
            wheel.prevent_default();
            let steps = if wheel.delta_y() < 0.0 { 1 } else { -1 };
            let at = [wheel.client_x(), wheel.client_y()];
            gestured(Gesture::Zoomed(steps, place(&line, at), is_stretch(&line)));
        },
    );
    let mut listeners = vec![down, moved, dragged, wheel];
    listeners.extend(ends);
    listeners.extend(clicks);
    listeners
}

fn is_stretch(line: &Element) -> bool {
    line.has_attribute("data-stretch")
}

fn at(event: &PointerEvent) -> [i32; 2] {
    [event.client_x(), event.client_y()]
}

fn apart(one: [i32; 2], other: [i32; 2]) -> i32 {
    (one[0] - other[0]).abs().max((one[1] - other[1]).abs())
}

/// The place on a line, along its longer side.
fn place(line: &Element, [x, y]: [i32; 2]) -> i32 {
    let lane = line.query_selector(".lane:not(.lives-years)").ok().flatten().unwrap_or_else(|| line.clone());
    let area = lane.get_bounding_client_rect();
    let [across, down] = [area.width(), line.get_bounding_client_rect().height()];
    let upright = !is_stretch(line) && down > across;
    let (at, from, length) =
        if upright { (y, area.top(), area.height()) } else { (x, area.left(), across) };
    // Whole pixels, and never beyond the ends.
    #[allow(clippy::cast_possible_truncation)]
    let place = ((f64::from(at) - from) / length.max(1.0) * f64::from(WHOLE)) as i32;
    place.clamp(0, WHOLE)
}
