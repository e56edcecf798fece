//! The printed page: the story in it, and the marks that the program leaves on it.

use js_sys::{Array, Function, JSON, Reflect};
use palimpsest_story::{Json, Story};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue, UnwrapThrowExt};
use web_sys::{Document, Element, FocusOptions, HtmlElement, Node, NodeList, Window};

/// Id of the element that the press prints the reader into.
const ROOT: &str = "reader";
/// Id of the data block that holds the story as JSON.
const STORY: &str = "story";

pub(super) fn document() -> Document {
    web_sys::window()
        .and_then(|window| window.document())
        .expect_throw("the reader runs in a window with a document, never in a worker")
}

pub(super) fn window() -> Window {
    web_sys::window().expect_throw("the reader runs in a window")
}

/// All elements that match, in the order of the page; none where the selector is not one.
pub(super) fn elements(selector: &str) -> impl Iterator<Item = Element> + use<> {
    within(&document(), selector)
}

/// The same, in a part of the page.
pub(super) fn within(part: &Node, selector: &str) -> impl Iterator<Item = Element> + use<> {
    // Documents and elements share the method, and no type.
    let found = part.unchecked_ref::<Element>().query_selector_all(selector).ok();
    let length = found.as_ref().map_or(0, NodeList::length);
    (0..length).filter_map(move |index| found.as_ref()?.item(index)?.dyn_into().ok())
}

/// Whether the page has a place by this name. The page itself has none.
pub fn has_place(id: &str) -> bool {
    id.is_empty() || id == "top" || document().get_element_by_id(id).is_some()
}

/// The element to hydrate, and the story.
///
/// # Errors
///
/// Says what is missing or cannot be read, when the page was not printed by the press or was cut short.
pub fn story() -> Result<(Element, Story), String> {
    let element = |id| document().get_element_by_id(id).ok_or_else(|| ["the page has no #", id].concat());
    let text = element(STORY)?.text_content().unwrap_or_default();
    let parsed = JSON::parse(&text).map_err(|_| "#story is not JSON: was the page cut short?")?;
    Ok((element(ROOT)?, Story::from_json(json(&parsed))?))
}

/// What the browser's own parser made of the story's text.
fn json(value: &JsValue) -> Json {
    if let Some(text) = value.as_string() {
        Json::Text(text)
    } else if let Some(number) = value.as_f64() {
        // A story's numbers are whole and small.
        #[allow(clippy::cast_possible_truncation)]
        Json::Number(number as i64)
    } else if let Some(truth) = value.as_bool() {
        Json::Number(truth.into())
    } else if let Some(list) = value.dyn_ref::<Array>() {
        Json::List(list.iter().map(|item| json(&item)).collect())
    } else {
        Json::Null
    }
}

/// Does something once the browser has had time for the reader's clicks and keys: work that is cut in pieces never holds
/// them up for long.
pub fn soon(work: impl FnOnce() + 'static) {
    later(0, work);
}

/// Does something after so many milliseconds.
pub(super) fn later(after: i32, work: impl FnOnce() + 'static) {
    let work = once(Box::new(work));
    // A function and a time cannot be refused.
    window().set_timeout_with_callback_and_timeout_and_arguments_0(&work, after).unwrap_throw();
}

/// A function for the browser to call once.
pub(super) fn once(work: Box<dyn FnOnce()>) -> Function {
    Closure::once_into_js(work).unchecked_into()
}

/// Does something once the browser has shown what is there now: a click is answered on the page before what it opens is made.
pub fn after_frame(work: impl FnOnce() + 'static) {
    // A function cannot be refused.
    window().request_animation_frame(&once(Box::new(|| soon(work)))).unwrap_throw();
}

/// Hears how a promise ends: by what it was kept with, or by the reason why it was not. What is no promise never ends.
pub(super) fn heard(promise: &JsValue, ended: &Function) {
    if let Some(then) = method(promise, "then") {
        drop(then.call2(promise, ended, ended));
    }
}

/// The same, where nothing follows from it: a promise that is not kept, and that nobody hears, would be told as a fault.
pub(super) fn unheeded(promise: &JsValue) {
    // `Object` takes anything and does nothing.
    if let Some(object) = method(&window(), "Object") {
        heard(promise, &object);
    }
}

/// A method that not every engine has.
pub(super) fn method(of: &JsValue, name: &str) -> Option<Function> {
    Reflect::get(of, &name.into()).ok()?.dyn_into().ok()
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

/// Moves the focus to an element that need not be a control.
pub fn focus(id: &str) {
    if let Some(element) = document().get_element_by_id(id) {
        element.unchecked_ref::<HtmlElement>().set_tab_index(-1);
        focus_there(&element);
    }
}

/// Moves the focus to an element, and scrolls nothing. What cannot have the focus does not take it.
pub(super) fn focus_there(element: &Element) {
    let options = FocusOptions::new();
    options.set_prevent_scroll(true);
    // Links of drawings have the same method, and no type in common.
    drop(element.unchecked_ref::<HtmlElement>().focus_with_options(&options));
}
