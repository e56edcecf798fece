//! Printing the page or a part of it.

use palimpsest_contract::hook::attribute;

use super::page::{document, window};

/// Prints a part of the page, or everything if `part` is empty. The style sheet knows what belongs to each part, and
/// `start.js` removes the marks after printing.
pub fn print(part: &str, place: &str) {
    if !part.is_empty() {
        // The attribute names are valid.
        drop(document().document_element().map(|root| root.set_attribute(attribute::PRINT, part)));
        drop(document().get_element_by_id(place).map(|entry| entry.set_attribute(attribute::PRINTED, "")));
    }
    drop(window().print());
}
