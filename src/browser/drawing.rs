//! Moves what is drawn along a line to its positions on another line.

use palimpsest_calendar::{moved, percent};
use palimpsest_contract::hook::attribute;
use wasm_bindgen::UnwrapThrowExt;
use web_sys::Element;

use super::page::within;

/// The selector of elements that are positioned on the line.
const PLACED: &str = "[x$='%']";
/// The attributes that keep the printed position and width.
const PRINTED: [&str; 2] = [attribute::PRINTED_X, attribute::PRINTED_WIDTH];

/// Moves everything in a lane as the ends of its line's focus move, from the first two positions in `ends` to the last two.
/// Without `ends`, everything returns to where it was printed.
pub(super) fn move_to(lane: &Element, ends: Option<&str>) {
    let ends: Vec<i32> = ends.unwrap_or_default().split(' ').filter_map(|end| end.parse().ok()).collect();
    for part in within(lane, PLACED) {
        // The attribute names are fixed and valid.
        for (name, kept) in ["x", "width"].into_iter().zip(PRINTED) {
            if let Some(printed) = part.get_attribute(kept) {
                part.set_attribute(name, &printed).unwrap_throw();
                part.remove_attribute(kept).unwrap_throw();
            }
        }
        let [Some(x), width] = ["x", "width"].map(|name| part.get_attribute(name)) else { continue };
        let &[from, to, new_from, new_to, ..] = ends.as_slice() else { continue };
        let moved = |position| moved(position, [from, to], [new_from, new_to]);
        let begin = position(&x);
        let write = |name: &str, kept: &str, printed: &str, position: i32| {
            part.set_attribute(kept, printed).unwrap_throw();
            part.set_attribute(name, &percent(position)).unwrap_throw();
        };
        write("x", PRINTED[0], &x, moved(begin));
        if let Some(width) = width.filter(|width| width.ends_with('%')) {
            write("width", PRINTED[1], &width, moved(begin + position(&width)) - moved(begin));
        }
    }
}

/// Parses a position that [`percent`] formatted.
fn position(percentage: &str) -> i32 {
    // It has at most three decimal places. A cast saturates.
    #[allow(clippy::cast_possible_truncation)]
    let position = (js_sys::parse_float(percentage) * 1000.0).round() as i32;
    position
}
