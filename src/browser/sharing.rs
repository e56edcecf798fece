//! What leaves the page with the reader: the clipboard, the device's sharing, files.

use js_sys::{Array, Date, Function, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Blob, BlobPropertyBag, HtmlAnchorElement, HtmlInputElement, Url};

use super::page::{document, window};

/// Puts the words of an input or a text area onto the clipboard. Where the engine does not allow that, they are selected,
/// so that the reader can copy them.
pub fn copy(id: &str) {
    let Some(field) = document().get_element_by_id(id) else { return };
    // A text area has the same methods.
    let field: HtmlInputElement = field.unchecked_into();
    field.select();
    let clipboard = Reflect::get(&window().navigator(), &"clipboard".into()).unwrap_or(JsValue::NULL);
    let write = Reflect::get(&clipboard, &"writeText".into()).ok().and_then(|write| write.dyn_into::<Function>().ok());
    // It answers by a promise that nobody waits for.
    drop(write.and_then(|write| write.call1(&clipboard, &field.value().into()).ok()));
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
    let share = Reflect::get(&navigator, &"share".into()).ok().and_then(|share| share.dyn_into::<Function>().ok());
    drop(share.and_then(|share| share.call1(&navigator, &shared).ok()));
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
