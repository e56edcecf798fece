//! What the reader chose for this device, kept by the one function that `src/settings.js` put into the page before it was
//! painted.

use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

use crate::settings::Settings;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(catch)]
    fn palimpsest_settings(chosen: Option<&str>) -> Result<String, JsValue>;
}

/// What was chosen here before.
pub fn remembered() -> Settings {
    Settings::parse(&palimpsest_settings(None).unwrap_or_default())
}

/// Shows what is chosen, and remembers it on this device if that is allowed. What is as usual leaves nothing behind.
pub fn set(settings: Settings) {
    // Where the page was printed without the function it stays as it is.
    let _ = palimpsest_settings(Some(&settings.words()));
}
