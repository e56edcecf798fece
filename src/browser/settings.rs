//! The settings that the reader chose for this device. They are stored by the one function that `src/settings.js` defines in
//! the page before it is painted.

use gloo_events::EventListener;
use palimpsest_state::Settings;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

use super::page::window;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(catch)]
    fn palimpsest_settings(chosen: Option<&str>) -> Result<String, JsValue>;
}

/// Returns the stored settings. What is stored and is no setting is forgotten.
pub fn load() -> Settings {
    let stored = palimpsest_settings(None).unwrap_or_default();
    let settings = Settings::parse(&stored);
    if settings.words() != stored {
        save(settings);
    }
    settings
}

/// Applies the settings to the page, and stores them if the browser allows it. Default settings leave nothing in storage.
pub fn save(settings: Settings) {
    // A page without the function stays as it is.
    let _ = palimpsest_settings(Some(&settings.words()));
}

/// Calls `changed` with the settings that the reader chose in another window of the page.
pub fn on_change(changed: impl Fn(Settings) + 'static) -> EventListener {
    EventListener::new(&window(), "storage", move |_| changed(load()))
}
