//! Pointer, wheel and pinch gestures on the drawings of the timeline, which draw, move and zoom a window of years.
//! Everything else is left to the browser: a wheel without a modifier scrolls, and so does a finger that moves up or down.

use std::cell::RefCell;
use std::rc::Rc;

use gloo_events::{EventListener, EventListenerOptions, EventListenerPhase};
use palimpsest_contract::hook::attribute;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, MouseEvent, PointerEvent, WheelEvent};

use super::page::{closest, document, within};
use palimpsest_calendar::WHOLE;
use palimpsest_state::{Command, Gesture, Line};

/// The selector of the drawings that accept gestures: the time rail and the chart.
pub(super) const LINES: &str = ".scale, .lives-chart";
/// The distance in CSS pixels up to which a press that moves is still a click.
const CLICK_TOLERANCE: i32 = 6;
/// The change of the distance between two fingers, in CSS pixels, that zooms by one step.
const PINCH_STEP: i32 = 24;

/// A point in the window, in CSS pixels.
type Point = [i32; 2];

/// A finger on the screen, or a pressed button.
struct Finger {
    id: i32,
    at: Point,
}

/// A gesture in progress.
struct Hold {
    line: Element,
    /// Whether the handle that is held is that of the first year; `None` if no handle is held.
    end: Option<bool>,
    from: Point,
    moved: bool,
    fingers: Vec<Finger>,
    /// The distance between two fingers at the last step.
    distance: i32,
}

/// Calls `gestured` with each gesture.
pub fn on_gesture(gestured: impl Fn(Gesture) + 'static) -> Vec<EventListener> {
    let hold = Rc::new(RefCell::new(None::<Hold>));
    let gestured = Rc::new(gestured);
    // The listeners are not passive, because they may prevent the browser's default action, and they run in the capture
    // phase, because other listeners may stop the events.
    let options = EventListenerOptions { phase: EventListenerPhase::Capture, passive: false };
    let names = ["pointerdown", "pointermove", "pointerup", "pointercancel", "click", "dragstart", "wheel"];
    let listen = |name| {
        let (hold, gestured) = (Rc::clone(&hold), Rc::clone(&gestured));
        EventListener::new_with_options(&document(), name, options, move |event| {
            let mut hold = hold.borrow_mut();
            match (name, event.dyn_ref::<PointerEvent>()) {
                ("pointerdown", Some(pointer)) if begin(&mut hold, pointer) => gestured(Gesture::Began),
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
                // A drag that ends on a link does not follow it. Not every drag ends with a click: the next one may come from
                // a key.
                ("click", _) => {
                    let has_moved = hold.take().is_some_and(|hold| hold.moved);
                    let is_pointed = event.unchecked_ref::<MouseEvent>().detail() > 0;
                    if has_moved && is_pointed && closest(event, LINES).is_some() {
                        event.prevent_default();
                        event.stop_propagation();
                    }
                }
                // The browser would drag the link as an address.
                ("dragstart", _) if closest(event, LINES).is_some() => event.prevent_default(),
                _ => {}
            }
        })
    };
    names.map(listen).into()
}

/// Begins a gesture with a press, and reports whether it did. A second finger joins the gesture of the first.
fn begin(hold: &mut Option<Hold>, pointer: &PointerEvent) -> bool {
    let finger = Finger { id: pointer.pointer_id(), at: at(pointer) };
    if let Some(hold) = hold.as_mut().filter(|hold| hold.fingers.len() == 1 && !pointer.is_primary()) {
        hold.distance = hold.fingers.first().map_or(0, |first| distance(first.at, finger.at));
        hold.fingers.push(finger);
        return false;
    }
    *hold = None;
    let Some(line) = closest(pointer, LINES) else { return false };
    if pointer.button() != 0 || closest(pointer, "button").is_some() {
        return false;
    }
    let end = closest(pointer, ".year-handle")
        .and_then(|handle| within(&handle, "input").next())
        .map(|input| input.get_attribute(attribute::COMMAND) == Some(Command::YearsFrom.words()));
    *hold = Some(Hold { line, end, from: finger.at, moved: false, fingers: vec![finger], distance: 0 });
    true
}

impl Hold {
    fn move_to(&mut self, pointer: &PointerEvent) -> Option<Gesture> {
        let finger = self.fingers.iter_mut().find(|finger| finger.id == pointer.pointer_id())?;
        finger.at = at(pointer);
        match self.fingers.as_slice() {
            [one, other] => {
                let now = distance(one.at, other.at);
                let change = now - self.distance;
                if change.abs() < PINCH_STEP {
                    return None;
                }
                self.distance = now;
                self.moved = true;
                let middle = [0, 1].map(|side| i32::midpoint(one.at[side], other.at[side]));
                Some(Gesture::Zoomed {
                    steps: change.signum(),
                    position: position(&self.line, middle),
                    line: line(&self.line),
                })
            }
            [finger] => {
                self.moved |= distance(self.from, finger.at) > CLICK_TOLERANCE;
                let [from, to] = [self.from, finger.at].map(|point| position(&self.line, point));
                let gesture = match self.end {
                    Some(is_first) => Gesture::Pulled { is_first, position: to },
                    None => Gesture::Drawn { line: line(&self.line), from, to },
                };
                self.moved.then_some(gesture)
            }
            _ => None,
        }
    }
}

fn wheeled(event: &Event) -> Option<Gesture> {
    let drawing = closest(event, LINES)?;
    let wheel = event.dyn_ref::<WheelEvent>().filter(|wheel| wheel.ctrl_key() || wheel.meta_key())?;
    let steps = if wheel.delta_y() < 0.0 { 1 } else { -1 };
    Some(Gesture::Zoomed { steps, position: position(&drawing, at(wheel)), line: line(&drawing) })
}

/// Returns which drawing an element is.
pub(super) fn line(drawing: &Element) -> Line {
    if drawing.class_name() == "scale" { Line::Rail } else { Line::Chart }
}

pub(super) fn at(pointer: &MouseEvent) -> Point {
    [pointer.client_x(), pointer.client_y()]
}

fn distance(one: Point, other: Point) -> i32 {
    (one[0] - other[0]).abs().max((one[1] - other[1]).abs())
}

/// Returns the position of a point on a line, along its longer side.
fn position(line: &Element, at: Point) -> i32 {
    measure(line, at)[0]
}

/// Returns the position of a point on a line, and the length of 12 CSS pixels on that line.
pub(super) fn measure(line: &Element, [x, y]: Point) -> [i32; 2] {
    let lane = within(line, ".lives-events > svg").next().unwrap_or_else(|| line.clone());
    let area = lane.get_bounding_client_rect();
    let upright = area.height() > area.width();
    let (at, from, length) = if upright { (y, area.top(), area.height()) } else { (x, area.left(), area.width()) };
    // The values are whole pixels and never beyond the ends.
    #[allow(clippy::cast_possible_truncation)]
    let [position, reach] = [f64::from(at) - from, 12.0].map(|part| (part / length.max(1.0) * f64::from(WHOLE)) as i32);
    [position.clamp(0, WHOLE), reach]
}
