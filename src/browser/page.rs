//! The printed page: the outline in it, and what the other modules need in order to access it.

use js_sys::{Array, Function, JSON, Reflect};
use palimpsest_contract::hook::id;
use palimpsest_contract::{Json, Outline};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue, UnwrapThrowExt};
use web_sys::{Document, Element, Event, FocusOptions, HtmlElement, HtmlInputElement, Node, NodeList, Window};

pub(super) fn document() -> Document {
    web_sys::window()
        .and_then(|window| window.document())
        .expect_throw("the program runs in a window with a document, never in a worker")
}

pub(super) fn window() -> Window {
    web_sys::window().expect_throw("the program runs in a window")
}

/// Returns all matching elements in page order; none if the selector is invalid.
pub(super) fn elements(selector: &str) -> impl Iterator<Item = Element> + use<> {
    within(&document(), selector)
}

/// Returns all matching elements in a part of the page, in page order.
pub(super) fn within(part: &Node, selector: &str) -> impl Iterator<Item = Element> + use<> {
    // Documents and elements both have this method, but share no type with it.
    let found = part.unchecked_ref::<Element>().query_selector_all(selector).ok();
    let length = found.as_ref().map_or(0, NodeList::length);
    (0..length).filter_map(move |index| found.as_ref()?.item(index)?.dyn_into().ok())
}

/// Returns the element that an event came from, or its nearest ancestor, that matches.
pub(super) fn closest(event: &Event, selector: &str) -> Option<Element> {
    event.target()?.dyn_into::<Element>().ok()?.closest(selector).ok()?
}

/// Reports whether the page has a place with this id. An empty id and `top` stand for the page itself.
pub fn has_place(id: &str) -> bool {
    id.is_empty() || id == "top" || document().get_element_by_id(id).is_some()
}

/// Returns the element with this id.
///
/// # Errors
///
/// Returns a message that names the missing element, if the page was published by another version or is truncated.
pub fn required(id: &str) -> Result<Element, String> {
    document().get_element_by_id(id).ok_or_else(|| ["the page has no #", id].concat())
}

/// Returns the outline that the page contains.
///
/// # Errors
///
/// Returns a message about what is missing or cannot be read.
pub fn outline() -> Result<Outline, String> {
    let text = required(id::OUTLINE)?.text_content().unwrap_or_default();
    let parsed = JSON::parse(&text).map_err(|_| "the outline is not JSON: was the page cut short?")?;
    Ok(Outline::from_json(json(&parsed))?)
}

/// Converts what the browser's own parser made of the outline's text.
fn json(value: &JsValue) -> Json {
    if let Some(text) = value.as_string() {
        Json::Text(text)
    } else if let Some(number) = value.as_f64() {
        // The numbers in an outline are whole and small.
        #[allow(clippy::cast_possible_truncation)]
        Json::Number(number as i64)
    } else if let Some(list) = value.dyn_ref::<Array>() {
        Json::List(list.iter().map(|item| json(&item)).collect())
    } else {
        Json::Null
    }
}

/// Runs `work` in a task of its own, once the browser has had time to handle clicks and keys.
pub fn in_next_task(work: impl FnOnce() + 'static) {
    after_delay(0, work);
}

/// Runs `work` after `delay` milliseconds.
pub(super) fn after_delay(delay: i32, work: impl FnOnce() + 'static) {
    let work = callback(Box::new(work));
    // A function and a number are always accepted.
    window().set_timeout_with_callback_and_timeout_and_arguments_0(&work, delay).unwrap_throw();
}

/// Returns a function that the browser can call once.
fn callback(work: Box<dyn FnOnce()>) -> Function {
    Closure::once_into_js(work).unchecked_into()
}

/// Runs `work` once the browser has painted the current state, so that the page reacts to a click before the work begins.
pub fn after_frame(work: impl FnOnce() + 'static) {
    // A function is always accepted.
    window().request_animation_frame(&callback(Box::new(|| in_next_task(work)))).unwrap_throw();
}

/// Calls a function when a promise settles, with its value or with the reason for its rejection. A value that is not a
/// promise is ignored.
pub(super) fn settle(promise: &JsValue, settled: &Function) {
    if let Some(then) = method(promise, "then") {
        drop(then.call2(promise, settled, settled));
    }
}

/// Ignores how a promise settles. A rejection without a handler would be reported as an error.
pub(super) fn ignore(promise: &JsValue) {
    // `Object` accepts any value and has no effect.
    if let Some(object) = method(&window(), "Object") {
        settle(promise, &object);
    }
}

/// Returns a method that not every engine has.
pub(super) fn method(of: &JsValue, name: &str) -> Option<Function> {
    Reflect::get(of, &name.into()).ok()?.dyn_into().ok()
}

/// Reports to developers, not to the reader, why the page stays as it is printed.
pub fn report(reason: &str) {
    web_sys::console::error_1(&reason.into());
}

/// Moves the focus to the element with this id, which need not be a control, without scrolling.
pub fn focus(id: &str) {
    if let Some(element) = document().get_element_by_id(id) {
        focus_quietly(&element);
        if document().active_element().as_ref() != Some(&element) {
            element.unchecked_ref::<HtmlElement>().set_tab_index(-1);
            focus_quietly(&element);
        }
    }
}

/// Reports whether the radio button with this id is checked.
pub fn is_checked(id: &str) -> bool {
    document().get_element_by_id(id).is_some_and(|button| button.unchecked_ref::<HtmlInputElement>().checked())
}

/// Moves the focus to an element without scrolling. An element that is not focusable does not take it.
pub(super) fn focus_quietly(element: &Element) {
    let options = FocusOptions::new();
    options.set_prevent_scroll(true);
    // Links in drawings have the same method, but share no type with other elements.
    drop(element.unchecked_ref::<HtmlElement>().focus_with_options(&options));
}

/// Sets the text of an element, or the value of a field.
pub fn fill(id: &str, text: &str) {
    let Some(element) = document().get_element_by_id(id) else { return };
    match element.tag_name().as_str() {
        // A text area has the same property.
        "INPUT" | "TEXTAREA" => element.unchecked_ref::<HtmlInputElement>().set_value(text),
        _ => element.set_text_content(Some(text)),
    }
}

/// Returns the value of the field with this id.
pub fn value(field: &str) -> String {
    let field = document().get_element_by_id(field);
    field.map(|field| field.unchecked_into::<HtmlInputElement>().value()).unwrap_or_default()
}

/// Hides or shows all matching elements.
pub fn hide(selector: &str, hidden: bool) {
    for element in elements(selector) {
        // The attribute name is fixed and valid.
        drop(if hidden { element.set_attribute("hidden", "") } else { element.remove_attribute("hidden") });
    }
}

/// Opens the entry with this id, if it is folded as a whole, as that of a person or a term. If it was in the window, it is
/// scrolled to the top, because opening may have moved it.
pub fn unfold(id: &str) {
    let Some(entry) = document().get_element_by_id(id) else { return };
    let closed = within(&entry, ":scope > details").next().filter(|details| !details.has_attribute("open"));
    if let Some(details) = closed {
        // The attribute name is fixed and valid.
        let top = entry.get_bounding_client_rect().top();
        drop(details.set_attribute("open", ""));
        let height = window().inner_height().ok().and_then(|height| height.as_f64()).unwrap_or_default();
        // If the entry was outside the window, a link to words elsewhere on the page has scrolled there.
        if (0.0..height).contains(&top) {
            entry.scroll_into_view();
        }
    }
}

/// Scrolls to the element with this id, as a link to it does.
pub fn show(id: &str) {
    if let Some(element) = document().get_element_by_id(id) {
        element.scroll_into_view();
    }
}

/// Scrolls the element with this id into view, as little as possible.
pub fn reveal(id: &str) {
    if let Some(element) = document().get_element_by_id(id) {
        let nearest = web_sys::ScrollIntoViewOptions::new();
        nearest.set_block(web_sys::ScrollLogicalPosition::Nearest);
        element.scroll_into_view_with_scroll_into_view_options(&nearest);
    }
}
