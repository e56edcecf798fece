//! The device's share sheet.

use js_sys::Reflect;

use super::page::{ignore, method, window};

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
