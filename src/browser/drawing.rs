//! Moves what is drawn along a line to where it stands on another.

use palimpsest_contract::hook::attribute;
use wasm_bindgen::UnwrapThrowExt;
use web_sys::Element;

use super::page::within;

/// What stands on the line, with its place.
const PLACED: &str = "[x$='%']";
/// What keeps where it was printed.
const PRINTED: [&str; 2] = [attribute::PRINTED_X, attribute::PRINTED_WIDTH];

/// Moves everything in a lane as the ends of its line's focus are moved, from the first two positions to the last two; without
/// these, back to where it was printed.
pub(super) fn move_to(lane: &Element, ends: Option<&str>) {
    let ends: Vec<f64> = ends.unwrap_or_default().split(' ').map(number).collect();
    for part in within(lane, PLACED) {
        // Fixed valid names.
        for (name, kept) in ["x", "width"].into_iter().zip(PRINTED) {
            if let Some(printed) = part.get_attribute(kept) {
                part.set_attribute(name, &printed).unwrap_throw();
                part.remove_attribute(kept).unwrap_throw();
            }
        }
        let [Some(x), width] = ["x", "width"].map(|name| part.get_attribute(name)) else { continue };
        let &[from, to, new_from, new_to, ..] = ends.as_slice() else { continue };
        let moved = |position: f64| {
            let knots = [(0.0, 0.0), (from, new_from), (to, new_to), (100_000.0, 100_000.0)];
            let part = knots.windows(2).find(|part| position <= part[1].0 && part[0].0 < part[1].0);
            part.map_or(position, |part| {
                let [(start, new_start), (end, new_end)] = [part[0], part[1]];
                new_start + (position - start) * (new_end - new_start) / (end - start)
            })
        };
        let begin = number(&x) * 1000.0;
        let write = |name: &str, kept: &str, printed: &str, position: f64| {
            part.set_attribute(kept, printed).unwrap_throw();
            part.set_attribute(name, &percent(position)).unwrap_throw();
        };
        write("x", PRINTED[0], &x, moved(begin));
        if let Some(width) = width.filter(|width| width.ends_with('%')) {
            write("width", PRINTED[1], &width, moved(begin + number(&width) * 1000.0) - moved(begin));
        }
    }
}

/// The number that a text begins with.
fn number(text: &str) -> f64 {
    js_sys::parse_float(text)
}

/// A position as SVG writes it.
fn percent(position: f64) -> String {
    // Three digits are in the range that it takes.
    let number = js_sys::Number::from(position / 1000.0).to_fixed(3).map(String::from);
    number.unwrap_or_default() + "%"
}
