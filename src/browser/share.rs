//! What leaves the page with the reader: the clipboard, the device's sheet for sharing, the printer. And the fields of the
//! panel that it is taken from.

use js_sys::{Date, Reflect};
use palimpsest_contract::hook::id;
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
pub fn copy(field: &str, copied: String, refused: String) {
    let Some(field) = document().get_element_by_id(field) else { return };
    // A text area has the same methods.
    let field: HtmlInputElement = field.unchecked_into();
    field.select();
    let clipboard = Reflect::get(&window().navigator(), &"clipboard".into()).unwrap_or(JsValue::NULL);
    // Emptied first, so that the same text is announced again.
    fill(id::SHARE_STATUS, "");
    let write = method(&clipboard, "writeText").and_then(|write| write.call1(&clipboard, &field.value().into()).ok());
    let Some(write) = write else { return fill(id::SHARE_STATUS, &refused) };
    let settled = Closure::once_into_js(move |reason: JsValue| {
        fill(id::SHARE_STATUS, if reason.is_undefined() { &copied } else { &refused });
    });
    settle(&write, settled.unchecked_ref());
}

/// Whether the device has a sheet for sharing.
pub fn can_share() -> bool {
    Reflect::has(&window().navigator(), &"share".into()).unwrap_or(false)
}

/// Opens the device's sheet for sharing what the panel's address field holds.
pub fn share(title: &str) {
    let address = document().get_element_by_id(id::SHARE_ADDRESS);
    let address = address.map(|field| field.unchecked_into::<HtmlInputElement>().value()).unwrap_or_default();
    let navigator = window().navigator();
    let shared = js_sys::Object::new();
    for (name, value) in [("title", title), ("url", &address)] {
        // A new object takes any property.
        drop(Reflect::set(&shared, &name.into(), &value.into()));
    }
    // Readers may close the sheet again.
    if let Some(Ok(shared)) = method(&navigator, "share").map(|share| share.call1(&navigator, &shared)) {
        ignore(&shared);
    }
}

/// Prints the page.
pub fn print() {
    drop(window().print());
}

/// Today: in words, as the locale writes dates, and in ISO 8601.
pub fn today(locale: &str) -> [String; 2] {
    let now = Date::new_0();
    let options = js_sys::Object::new();
    for (name, value) in [("day", "numeric"), ("month", "long"), ("year", "numeric")] {
        // A new object takes any property.
        drop(Reflect::set(&options, &name.into(), &value.into()));
    }
    let iso = String::from(now.to_iso_string()).split('T').next().unwrap_or_default().to_owned();
    [now.to_locale_date_string(locale, &options).into(), iso]
}

/// What the entry with this id is called: its heading, else its citation.
pub fn name(place: &str) -> String {
    let Some(place) = document().get_element_by_id(place) else { return String::new() };
    let first = |selector| within(&place, selector).next().and_then(|found: Element| found.text_content());
    first("h2, h3").or_else(|| first(".citation")).unwrap_or_default()
}

/// An attribute of the element with this id.
pub fn attribute(id: &str, name: &str) -> Option<String> {
    document().get_element_by_id(id)?.get_attribute(name)
}

/// The number of the sentence in which the reader has selected words, if any.
pub fn selected_sentence() -> Option<i32> {
    let selection = window().get_selection().ok()??;
    let node = selection.anchor_node().filter(|_| !selection.is_collapsed())?;
    let element = node.dyn_ref::<Element>().cloned().or_else(|| node.parent_element())?;
    super::passage::number(&element.closest(".sentence").ok()??.id())
}
