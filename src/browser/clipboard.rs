//! What the reader copies, and the status line that says whether that worked.

use js_sys::Reflect;
use palimpsest_contract::hook::{attribute, id};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::HtmlInputElement;

use super::page::{document, fill, method, settle, window};
use super::{popover, share};

/// Copies the value of a field, selects it, and reports in the status line whether that worked, with one of two texts.
pub fn copy(field: &str, said: [String; 2]) {
    let Some(field) = document().get_element_by_id(field) else { return };
    // A text area has the same methods.
    let field: HtmlInputElement = field.unchecked_into();
    field.select();
    write(&field.value(), id::SHARE_STATUS, said);
}

/// Copies the address of the entry with this id or, where the primary pointer is coarse, opens the device's share sheet for
/// it. A message about it stays in front of the page until the reader moves on.
pub fn copy_link(place: &str, title: &str, address: &str, said: [String; 2]) {
    let Some(message) = document().get_element_by_id(id::COPIED) else { return };
    // The attribute name is valid.
    drop(message.set_attribute(attribute::SHOWS, place));
    popover::show_beside(message.unchecked_ref());
    let coarse = window().match_media("(pointer: coarse)").ok().flatten();
    if share::can_share() && coarse.is_some_and(|coarse| coarse.matches()) {
        fill(id::COPIED_STATUS, title);
        share::share(title, address);
    } else {
        write(address, id::COPIED_STATUS, said);
    }
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
