//! What the reader chose for this device, stored by the one function that `src/settings.js` puts into the page before it is
//! painted.

use palimpsest_state::Settings;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(catch)]
    fn palimpsest_settings(chosen: Option<&str>) -> Result<String, JsValue>;
}

/// What was stored before.
pub fn load() -> Settings {
    Settings::parse(&palimpsest_settings(None).unwrap_or_default())
}

/// Shows what is chosen, and stores it where the browser allows it. The default leaves nothing behind.
pub fn save(settings: Settings) {
    // A page without the function stays as it is.
    let _ = palimpsest_settings(Some(&settings.words()));
}
