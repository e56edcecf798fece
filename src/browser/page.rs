//! The printed page: the story in it, and the marks that the program leaves on it.

use palimpsest_story::Story;
use wasm_bindgen::UnwrapThrowExt;
use web_sys::{Document, Element};

/// Id of the element that the press prints the reader into.
const ROOT: &str = "reader";
/// Id of the data block that holds the story as JSON.
const STORY: &str = "story";

pub(super) fn document() -> Document {
    web_sys::window()
        .and_then(|window| window.document())
        .expect_throw("the reader runs in a window with a document, never in a worker")
}

/// The element to hydrate, and the story.
///
/// # Errors
///
/// Says what is missing or cannot be read, when the page was not printed by the press or was cut short.
pub fn story() -> Result<(Element, Story), String> {
    let element = |id| document().get_element_by_id(id).ok_or_else(|| format!("the page has no #{id}"));
    let text = element(STORY)?.text_content().unwrap_or_default();
    let story = serde_json::from_str(&text).map_err(|error| format!("#{STORY} is not a story: {error}"))?;
    Ok((element(ROOT)?, story))
}

/// Tells developers, not the reader, why the page stays as it was printed.
pub fn report(reason: &str) {
    web_sys::console::error_1(&reason.into());
}

/// Marks the page as hydrated, for styles and for tests.
pub fn mark_hydrated() {
    if let Some(html) = document().document_element() {
        // Setting an attribute with a fixed valid name cannot fail.
        html.set_attribute("data-hydrated", "").unwrap_throw();
    }
}
