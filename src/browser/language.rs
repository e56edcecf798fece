//! Plural forms in the language of the page, from the browser's own tables.

use js_sys::{Array, Intl, Object};
use wasm_bindgen::JsValue;

use super::page::document;

/// Returns the CLDR plural category of a number in the language of the page: `one`, `few`, `other` …
pub fn plural_category(count: i32) -> String {
    let language = document().document_element().and_then(|root| root.get_attribute("lang")).unwrap_or_default();
    let rules = Intl::PluralRules::new(&Array::of1(&JsValue::from_str(&language)), &Object::new());
    rules.select(f64::from(count)).into()
}
