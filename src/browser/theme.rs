//! The colour scheme, by the one function that `src/theme.js` put into the page before it was painted.

use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

use crate::state::Theme;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(catch)]
    fn palimpsest_theme(chosen: Option<&str>) -> Result<String, JsValue>;
}

/// The colour scheme that was chosen here before.
pub fn remembered() -> Theme {
    Theme::ALL
        .into_iter()
        .find(|theme| palimpsest_theme(None).is_ok_and(|found| found == theme.word()))
        .unwrap_or_default()
}

/// Shows a colour scheme, and remembers it on this device if that is allowed.
pub fn set(theme: Theme) {
    // Where the page was printed without the function its colours stay the system's.
    let _ = palimpsest_theme(Some(theme.word()));
}
