//! Which mark of a drawing the reader points at: with a pointer near it, by a tap, or by the focus. The nearest mark is
//! meant, so that no mark is too small to hit.

use std::cell::Cell;
use std::rc::Rc;

use gloo_events::EventListener;
use palimpsest_contract::hook::attribute;
use palimpsest_state::{Pointing, Spot};
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, KeyboardEvent, MouseEvent, PointerEvent};

use super::gestures::{LINES, at, line, measure};
use super::page::{closest, document};

/// The selector of the label of a mark, at which the reader may point as well.
const WORDS: &str = ".mark-label > div";

/// Calls `pointed` whenever the reader points at something.
pub fn on_pointing(pointed: impl Fn(Pointing) + 'static) -> Vec<EventListener> {
    let pointed = Rc::new(pointed);
    let by_finger = Rc::new(Cell::new(false));
    let listen = |name| {
        let (pointed, by_finger) = (Rc::clone(&pointed), Rc::clone(&by_finger));
        EventListener::new(&document(), name, move |event| {
            let pointer = event.dyn_ref::<PointerEvent>();
            let pointing = match name {
                "pointerdown" => {
                    by_finger.set(pointer.is_some_and(|pointer| pointer.pointer_type() == "touch"));
                    return;
                }
                // A drag does not point at a mark, and neither does a pointer at rest: WebKit also reports a move when only
                // the page has moved.
                "pointermove"
                    if pointer.is_none_or(|pointer| pointer.buttons() != 0 || is_at_rest(pointer))
                        || by_finger.get() =>
                {
                    return;
                }
                "click" if !by_finger.get() => return,
                "keydown" if event.dyn_ref::<KeyboardEvent>().is_none_or(|key| key.key() != "Escape") => return,
                "focusout" if closest(event, ".scale svg a").is_none() => return,
                "keydown" | "focusout" => Pointing::Nothing,
                "focusin" => {
                    let Some(mark) = closest(event, ".scale svg a") else { return };
                    let href = mark.get_attribute("href").unwrap_or_default();
                    Pointing::Mark(href.trim_start_matches('#').to_owned())
                }
                _ if closest(event, WORDS).is_some() => return,
                _ => spot(event).map_or(Pointing::Nothing, Pointing::At),
            };
            pointed(pointing);
        })
    };
    ["pointerdown", "pointermove", "click", "keydown", "focusin", "focusout"].map(listen).into()
}

/// Reports whether an event of a pointer says that it has moved nowhere.
pub(super) fn is_at_rest(pointer: &MouseEvent) -> bool {
    pointer.movement_x() == 0 && pointer.movement_y() == 0
}

/// Returns the place on a drawing that an event points at.
fn spot(event: &Event) -> Option<Spot> {
    let drawing = closest(event, LINES)?;
    let point = at(event.dyn_ref()?);
    // A label lies over its mark, and neighboring marks may be nearer to the pointer, so all elements at this point are
    // searched. The number of pixels is small enough for any number type.
    #[allow(clippy::cast_precision_loss)]
    let [x, y] = point.map(|place| place as f32);
    let under = document().elements_from_point(x, y);
    let parts = under.iter().filter_map(|part| part.dyn_into::<Element>().ok());
    let lane = { parts }.find_map(|part| part.closest(".scale, .lane").ok()?)?;
    let [position, reach] = measure(&drawing, point);
    let life = lane.closest("[data-person]").ok()?.and_then(|life| life.get_attribute(attribute::PERSON));
    // The number of pixels is small enough for any number type.
    #[allow(clippy::cast_possible_truncation)]
    let top = (lane.get_bounding_client_rect().top() - drawing.get_bounding_client_rect().top()) as i32;
    Some(Spot { line: line(&drawing), position, reach, person: life.unwrap_or_default(), top })
}
