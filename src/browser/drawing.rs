//! Moves what is drawn along a line to its positions on another line.

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
    let ends: Vec<f64> = ends.unwrap_or_default().split(' ').map(number).collect();
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

/// Parses the number at the beginning of a text.
fn number(text: &str) -> f64 {
    js_sys::parse_float(text)
}

/// Returns a position as SVG writes it.
fn percent(position: f64) -> String {
    // Three decimal places are within the range that the method accepts.
    let number = js_sys::Number::from(position / 1000.0).to_fixed(3).map(String::from);
    number.unwrap_or_default() + "%"
}
