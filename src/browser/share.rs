//! What leaves the page with the reader: the clipboard, the device's sheet for sharing, the printer. And the fields of the
//! panel that it is taken from.

use js_sys::{Date, Reflect};
use palimpsest_contract::hook::{attribute, id};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, HtmlInputElement};

use super::page::{document, ignore, method, settle, window, within};

/// Sets the text of an element, or what a field holds.
pub fn fill(id: &str, text: &str) {
    let Some(element) = document().get_element_by_id(id) else { return };
    match element.tag_name().as_str() {
        // A text area has the same property.
        "INPUT" | "TEXTAREA" => element.unchecked_ref::<HtmlInputElement>().set_value(text),
        _ => element.set_text_content(Some(text)),
    }
}

/// Hides what matches, or shows it.
pub fn hide(selector: &str, hidden: bool) {
    for element in super::page::elements(selector) {
        // A fixed valid name.
        drop(if hidden { element.set_attribute("hidden", "") } else { element.remove_attribute("hidden") });
    }
}

/// Copies what a field holds, selects it, and reports in the status line whether that worked, by one of two texts.
pub fn copy(field: &str, said: [String; 2]) {
    let Some(field) = document().get_element_by_id(field) else { return };
    // A text area has the same methods.
    let field: HtmlInputElement = field.unchecked_into();
    field.select();
    write(&field.value(), id::SHARE_STATUS, said);
}

/// Writes a text into the clipboard, and into a status line whether that worked, by one of two texts.
fn write(text: &str, status: &'static str, [copied, refused]: [String; 2]) {
    let clipboard = Reflect::get(&window().navigator(), &"clipboard".into()).unwrap_or(JsValue::NULL);
    // Emptied first, so that the same text is announced again.
    fill(status, "");
    let write = method(&clipboard, "writeText").and_then(|write| write.call1(&clipboard, &text.into()).ok());
    let Some(write) = write else { return fill(status, &refused) };
    let settled = Closure::once_into_js(move |reason: JsValue| {
        fill(status, if reason.is_undefined() { &copied } else { &refused });
    });
    settle(&write, settled.unchecked_ref());
}

/// Copies the address of the entry with this id, or opens the device's sheet for sharing it where fingers point. What says
/// so stands in front of the page until the reader goes on.
pub fn copy_link(place: &str, title: &str, address: &str, said: [String; 2]) {
    let Some(message) = document().get_element_by_id(id::COPIED) else { return };
    // A valid name.
    drop(message.set_attribute(attribute::SHOWS, place));
    super::popover::show_beside(message.unchecked_ref());
    let coarse = window().match_media("(pointer: coarse)").ok().flatten();
    if can_share() && coarse.is_some_and(|coarse| coarse.matches()) {
        fill(id::COPIED_STATUS, title);
        share(title, address);
    } else {
        write(address, id::COPIED_STATUS, said);
    }
}

/// Whether the device has a sheet for sharing.
pub fn can_share() -> bool {
    Reflect::has(&window().navigator(), &"share".into()).unwrap_or(false)
}

/// Opens the device's sheet for sharing an address.
pub fn share(title: &str, address: &str) {
    let navigator = window().navigator();
    let shared = js_sys::Object::new();
    for (name, value) in [("title", title), ("url", address)] {
        // A new object takes any property.
        drop(Reflect::set(&shared, &name.into(), &value.into()));
    }
    // Readers may close the sheet again.
    if let Some(Ok(shared)) = method(&navigator, "share").map(|share| share.call1(&navigator, &shared)) {
        ignore(&shared);
    }
}

/// What the field with this id holds.
pub fn value(field: &str) -> String {
    let field = document().get_element_by_id(field);
    field.map(|field| field.unchecked_into::<HtmlInputElement>().value()).unwrap_or_default()
}

/// Prints a part of the page, of which the style sheet knows what belongs to it; without any, everything. `start.js` takes
/// back the marks when it is over.
pub fn print(part: &str, place: &str) {
    if !part.is_empty() {
        // Valid names.
        drop(document().document_element().map(|root| root.set_attribute(attribute::PRINT, part)));
        drop(document().get_element_by_id(place).map(|entry| entry.set_attribute(attribute::PRINTED, "")));
    }
    drop(window().print());
}

/// Today: the year, the month and the day of the month.
pub fn today() -> [i32; 3] {
    let now = Date::new_0();
    // Small whole numbers.
    [now.get_full_year(), now.get_month() + 1, now.get_date()].map(|number| i32::try_from(number).unwrap_or_default())
}

/// What the entry with this id is called: its heading, else its citation.
pub fn name(place: &str) -> String {
    let Some(place) = document().get_element_by_id(place) else { return String::new() };
    let first = |selector| within(&place, selector).next().and_then(|found: Element| found.text_content());
    first("h2, h3, .stop-title > span").or_else(|| first(".citation")).unwrap_or_default()
}

/// The number of the sentence in which the reader has selected words, if any.
pub fn selected_sentence() -> Option<i32> {
    let selection = window().get_selection().ok()??;
    let node = selection.anchor_node().filter(|_| !selection.is_collapsed())?;
    let element = node.dyn_ref::<Element>().cloned().or_else(|| node.parent_element())?;
    super::passage::number(&element.closest(".sentence").ok()??.id())
}
