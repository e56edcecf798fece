//! What the reader takes from the page: by the clipboard, the device's share sheet, or the printer. Also the fields of the
//! share panel.

use js_sys::{Date, Reflect};
use palimpsest_contract::hook::{attribute, id};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, HtmlInputElement};

use super::page::{document, ignore, method, settle, window, within};

/// Sets the text of an element, or the value of a field.
pub fn fill(id: &str, text: &str) {
    let Some(element) = document().get_element_by_id(id) else { return };
    match element.tag_name().as_str() {
        // A text area has the same property.
        "INPUT" | "TEXTAREA" => element.unchecked_ref::<HtmlInputElement>().set_value(text),
        _ => element.set_text_content(Some(text)),
    }
}

/// Hides or shows all matching elements.
pub fn hide(selector: &str, hidden: bool) {
    for element in super::page::elements(selector) {
        // The attribute name is fixed and valid.
        drop(if hidden { element.set_attribute("hidden", "") } else { element.remove_attribute("hidden") });
    }
}

/// Copies the value of a field, selects it, and reports in the status line whether that worked, with one of two texts.
pub fn copy(field: &str, said: [String; 2]) {
    let Some(field) = document().get_element_by_id(field) else { return };
    // A text area has the same methods.
    let field: HtmlInputElement = field.unchecked_into();
    field.select();
    write(&field.value(), id::SHARE_STATUS, said);
}

/// Writes a text to the clipboard, and reports in a status line whether that worked, with one of two texts.
fn write(text: &str, status: &'static str, [copied, refused]: [String; 2]) {
    let clipboard = Reflect::get(&window().navigator(), &"clipboard".into()).unwrap_or(JsValue::NULL);
    // The line is emptied first, so that the same text is announced again.
    fill(status, "");
    let write = method(&clipboard, "writeText").and_then(|write| write.call1(&clipboard, &text.into()).ok());
    let Some(write) = write else { return fill(status, &refused) };
    let settled = Closure::once_into_js(move |reason: JsValue| {
        fill(status, if reason.is_undefined() { &copied } else { &refused });
    });
    settle(&write, settled.unchecked_ref());
}

/// Copies the address of the entry with this id or, where the primary pointer is coarse, opens the device's share sheet for
/// it. A message about it stays in front of the page until the reader moves on.
pub fn copy_link(place: &str, title: &str, address: &str, said: [String; 2]) {
    let Some(message) = document().get_element_by_id(id::COPIED) else { return };
    // The attribute name is valid.
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

/// Reports whether the device has a share sheet.
pub fn can_share() -> bool {
    Reflect::has(&window().navigator(), &"share".into()).unwrap_or(false)
}

/// Opens the device's share sheet for an address.
pub fn share(title: &str, address: &str) {
    let navigator = window().navigator();
    let shared = js_sys::Object::new();
    for (name, value) in [("title", title), ("url", address)] {
        // A new object accepts any property.
        drop(Reflect::set(&shared, &name.into(), &value.into()));
    }
    // Readers may close the sheet again, which rejects the promise.
    if let Some(Ok(shared)) = method(&navigator, "share").map(|share| share.call1(&navigator, &shared)) {
        ignore(&shared);
    }
}

/// Returns the value of the field with this id.
pub fn value(field: &str) -> String {
    let field = document().get_element_by_id(field);
    field.map(|field| field.unchecked_into::<HtmlInputElement>().value()).unwrap_or_default()
}

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

/// Returns today's date: the year, the month and the day of the month.
pub fn today() -> [i32; 3] {
    let now = Date::new_0();
    // The numbers are small and whole.
    [now.get_full_year(), now.get_month() + 1, now.get_date()].map(|number| i32::try_from(number).unwrap_or_default())
}

/// Returns the name of the entry with this id: its heading, otherwise its citation.
pub fn name(place: &str) -> String {
    let Some(place) = document().get_element_by_id(place) else { return String::new() };
    let first = |selector| within(&place, selector).next().and_then(|found: Element| found.text_content());
    first("h2, h3, .stop-title > span").or_else(|| first(".citation")).unwrap_or_default()
}

/// Returns the number of the sentence in which the reader has selected words, if any.
pub fn selected_sentence() -> Option<i32> {
    let selection = window().get_selection().ok()??;
    let node = selection.anchor_node().filter(|_| !selection.is_collapsed())?;
    let element = node.dyn_ref::<Element>().cloned().or_else(|| node.parent_element())?;
    super::passage::number(&element.closest(".sentence").ok()??.id())
}
