//! What leaves the page with the reader: the clipboard, the device's sharing, files.

use js_sys::{Array, Date, Reflect};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Blob, BlobPropertyBag, HtmlAnchorElement, HtmlInputElement, Url};

use super::marks;
use super::page::{document, heard, method, unheeded, window};

/// What is said once the clipboard has the words.
const COPIED: &str = "Copied.";
/// And where the engine keeps it shut.
const REFUSED: &str = "The browser did not allow that. The words are selected: you can copy them.";

/// Puts the words of an input or a text area onto the clipboard, selects them, and says in the element `said` what came of it.
pub fn copy(id: &str, said: &'static str) {
    let Some(field) = document().get_element_by_id(id) else { return };
    // A text area has the same methods.
    let field: HtmlInputElement = field.unchecked_into();
    field.select();
    let clipboard = Reflect::get(&window().navigator(), &"clipboard".into()).unwrap_or(JsValue::NULL);
    // What is said twice is told twice.
    marks::fill(said, "");
    let write = method(&clipboard, "writeText").and_then(|write| write.call1(&clipboard, &field.value().into()).ok());
    let Some(write) = write else { return marks::fill(said, REFUSED) };
    let ended = Closure::once_into_js(move |reason: JsValue| {
        marks::fill(said, if reason.is_undefined() { COPIED } else { REFUSED });
    });
    heard(&write, ended.unchecked_ref());
}

/// Whether the device has a sheet for sharing.
pub fn can_share() -> bool {
    Reflect::has(&window().navigator(), &"share".into()).unwrap_or(false)
}

/// Opens the device's sheet for sharing.
pub fn share(title: &str, address: &str) {
    let navigator = window().navigator();
    let shared = js_sys::Object::new();
    // A new object takes any property.
    for (name, value) in [("title", title), ("url", address)] {
        drop(Reflect::set(&shared, &name.into(), &value.into()));
    }
    // Readers may close the sheet again.
    if let Some(Ok(shared)) = method(&navigator, "share").map(|share| share.call1(&navigator, &shared)) {
        unheeded(&shared);
    }
}

/// Gives the reader a file.
pub fn save(name: &str, kind: &str, content: &str) {
    let options = BlobPropertyBag::new();
    options.set_type(kind);
    let blob = Blob::new_with_str_sequence_and_options(&Array::of1(&content.into()), &options);
    let Some(url) = blob.ok().and_then(|blob| Url::create_object_url_with_blob(&blob).ok()) else { return };
    if let Some(link) = document().create_element("a").ok().and_then(|link| link.dyn_into::<HtmlAnchorElement>().ok()) {
        link.set_href(&url);
        link.set_download(name);
        link.click();
    }
    // The file is being saved: its address is not needed any more.
    drop(Url::revoke_object_url(&url));
}

/// Prints the page.
pub fn print() {
    drop(window().print());
}

/// Now, in ISO 8601: `2026-11-23T12:00:00.000Z`.
pub fn now() -> String {
    Date::new_0().to_iso_string().into()
}
