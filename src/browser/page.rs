//! The printed page: the outline in it, and what every other module here needs of it.

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

/// All elements that match, in the order of the page; none where the selector is invalid.
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

/// The element that an event came from, or the nearest around it, that matches.
pub(super) fn closest(event: &Event, selector: &str) -> Option<Element> {
    event.target()?.dyn_into::<Element>().ok()?.closest(selector).ok()?
}

/// Whether the page has a place of this id. The page itself has none.
pub fn has_place(id: &str) -> bool {
    id.is_empty() || id == "top" || document().get_element_by_id(id).is_some()
}

/// The element with this id.
///
/// # Errors
///
/// Says what is missing, when the page was not published by this version or was cut short.
pub fn required(id: &str) -> Result<Element, String> {
    document().get_element_by_id(id).ok_or_else(|| ["the page has no #", id].concat())
}

/// The outline that the page holds.
///
/// # Errors
///
/// Says what is missing or cannot be read.
pub fn outline() -> Result<Outline, String> {
    let text = required(id::OUTLINE)?.text_content().unwrap_or_default();
    let parsed = JSON::parse(&text).map_err(|_| "the outline is not JSON: was the page cut short?")?;
    Ok(Outline::from_json(json(&parsed))?)
}

/// What the browser's own parser made of the outline's text.
fn json(value: &JsValue) -> Json {
    if let Some(text) = value.as_string() {
        Json::Text(text)
    } else if let Some(number) = value.as_f64() {
        // An outline's numbers are whole and small.
        #[allow(clippy::cast_possible_truncation)]
        Json::Number(number as i64)
    } else if let Some(list) = value.dyn_ref::<Array>() {
        Json::List(list.iter().map(|item| json(&item)).collect())
    } else {
        Json::Null
    }
}

/// Does something in a task of its own, once the browser has had time for the reader's clicks and keys.
pub fn in_next_task(work: impl FnOnce() + 'static) {
    after_delay(0, work);
}

/// Does something after `delay` milliseconds.
pub(super) fn after_delay(delay: i32, work: impl FnOnce() + 'static) {
    let work = callback(Box::new(work));
    // A function and a time cannot be refused.
    window().set_timeout_with_callback_and_timeout_and_arguments_0(&work, delay).unwrap_throw();
}

/// A function for the browser to call once.
fn callback(work: Box<dyn FnOnce()>) -> Function {
    Closure::once_into_js(work).unchecked_into()
}

/// Does something once the browser has painted what is there now, so that the page answers a click before the work begins.
pub fn after_frame(work: impl FnOnce() + 'static) {
    // A function cannot be refused.
    window().request_animation_frame(&callback(Box::new(|| in_next_task(work)))).unwrap_throw();
}

/// Calls a function when a promise settles: with its value, or with the reason for its rejection. Anything that is not a
/// promise is ignored.
pub(super) fn settle(promise: &JsValue, settled: &Function) {
    if let Some(then) = method(promise, "then") {
        drop(then.call2(promise, settled, settled));
    }
}

/// Ignores how a promise settles. A rejection that nobody handles would be reported as an error.
pub(super) fn ignore(promise: &JsValue) {
    // `Object` takes anything and does nothing.
    if let Some(object) = method(&window(), "Object") {
        settle(promise, &object);
    }
}

/// A method that not every engine has.
pub(super) fn method(of: &JsValue, name: &str) -> Option<Function> {
    Reflect::get(of, &name.into()).ok()?.dyn_into().ok()
}

/// Tells developers, not the reader, why the page stays as it is printed.
pub fn report(reason: &str) {
    web_sys::console::error_1(&reason.into());
}

/// Moves the focus to an element that need not be a control.
pub fn focus(id: &str) {
    if let Some(element) = document().get_element_by_id(id) {
        focus_quietly(&element);
        if document().active_element().as_ref() != Some(&element) {
            element.unchecked_ref::<HtmlElement>().set_tab_index(-1);
            focus_quietly(&element);
        }
    }
}

/// Whether the button with this id is checked.
pub fn is_checked(id: &str) -> bool {
    document().get_element_by_id(id).is_some_and(|button| button.unchecked_ref::<HtmlInputElement>().checked())
}

/// Moves the focus to an element without scrolling. An element that cannot have the focus does not take it.
pub(super) fn focus_quietly(element: &Element) {
    let options = FocusOptions::new();
    options.set_prevent_scroll(true);
    // Links in drawings have the same method, and no type in common.
    drop(element.unchecked_ref::<HtmlElement>().focus_with_options(&options));
}

/// Opens the card of the person with this id. If it was in the window, it then stands at the top: opened, it may have moved.
pub fn unfold(id: &str) {
    let Some(entry) = document().get_element_by_id(id) else { return };
    let closed = within(&entry, "details").next().filter(|details| !details.has_attribute("open"));
    if let Some(details) = closed {
        // A fixed valid name.
        let top = entry.get_bounding_client_rect().top();
        drop(details.set_attribute("open", ""));
        let height = window().inner_height().ok().and_then(|height| height.as_f64()).unwrap_or_default();
        // A link to words elsewhere has scrolled there.
        if (0.0..height).contains(&top) {
            entry.scroll_into_view();
        }
    }
}

/// Scrolls to an element, as a link to it does.
pub fn show(id: &str) {
    if let Some(element) = document().get_element_by_id(id) {
        element.scroll_into_view();
    }
}

/// Scrolls an element into view, as little as that takes.
pub fn reveal(id: &str) {
    if let Some(element) = document().get_element_by_id(id) {
        let nearest = web_sys::ScrollIntoViewOptions::new();
        nearest.set_block(web_sys::ScrollLogicalPosition::Nearest);
        element.scroll_into_view_with_scroll_into_view_options(&nearest);
    }
}
