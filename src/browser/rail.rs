//! Keyboard navigation of the marks on the time rail.

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

use super::page::{document, elements};

/// Moves the focus `by` marks forward, or back if negative, from the focused mark or, if there is none, from the mark of the
/// current event.
pub fn walk(by: i32) {
    let focused = document().active_element();
    let marks: Vec<Element> = elements(".scale svg a").filter(|mark| mark.get_client_rects().length() > 0).collect();
    let at = marks.iter().position(|mark| focused.as_ref() == Some(mark));
    let at = at.or_else(|| marks.iter().position(|mark| mark.has_attribute("aria-current")));
    let next = at.and_then(|at| i32::try_from(at).ok()).map_or(0, |at| at + by).max(0);
    let mark = usize::try_from(next).ok().and_then(|next| marks.get(next)).or(marks.last());
    if let Some(mark) = mark {
        // SVG elements also have this method.
        drop(mark.unchecked_ref::<HtmlElement>().focus());
    }
}
