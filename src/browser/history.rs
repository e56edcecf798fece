//! The address bar and the browser's history. An entry that we wrote holds a state: the link by which the reader left it,
//! as its number among all links, or -1. An entry that the browser made for a link has none.

use gloo_events::EventListener;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, HtmlElement, PopStateEvent};

use super::page::{document, elements, window};

/// Shows an address, from its query on; as a new entry of the history, or in place of the present one.
pub fn write(url: &str, push: bool) {
    let location = window().location();
    let [search, hash] = [location.search(), location.hash()].map(Result::unwrap_or_default);
    let Ok(history) = window().history() else { return };
    let is_ours = history.state().is_ok_and(|state| !state.is_null());
    if is_ours && [search, hash].concat() == url {
        return;
    }
    let path = location.pathname().unwrap_or_default();
    let url = [&path, url].concat();
    let state = JsValue::from(-1);
    // An engine that refuses, as some do when asked too often, shows the address of before.
    drop(if push {
        history.push_state_with_url(&state, "", Some(&url))
    } else {
        history.replace_state_with_url(&state, "", Some(&url))
    });
}

/// The reader leaves by this link: coming back, the focus returns to it.
pub fn leave_by(link: &Element) {
    let number = elements("a[href]").position(|other| other == *link);
    let number = number.and_then(|number| i32::try_from(number).ok()).unwrap_or(-1);
    if let Ok(history) = window().history() {
        drop(history.replace_state(&JsValue::from(number), ""));
    }
}

/// Where the browser went.
pub enum Step {
    /// To a place, by a link or by hand.
    There,
    /// Back or forward to an entry that we wrote.
    Back,
}

/// Calls `stepped` whenever the browser has gone to another entry of this page.
pub fn on_step(stepped: impl Fn(Step) + 'static) -> EventListener {
    EventListener::new(&window(), "popstate", move |event| {
        let state = event.dyn_ref::<PopStateEvent>().map_or(JsValue::NULL, PopStateEvent::state);
        stepped(if state.is_null() { Step::There } else { Step::Back });
    })
}

/// Gives the focus back to the link by which the reader left this entry.
pub fn focus_again() {
    let state = window().history().and_then(|history| history.state()).ok().and_then(|state| state.as_f64());
    // Numbers of links are whole and small.
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    let number = state.filter(|number| *number >= 0.0).map(|number| number as usize);
    let link = number.and_then(|number| elements("a[href]").nth(number));
    if let Some(link) = link.and_then(|link| link.dyn_into::<HtmlElement>().ok()) {
        let options = web_sys::FocusOptions::new();
        options.set_prevent_scroll(true);
        // An element that cannot have the focus does not take it.
        drop(link.focus_with_options(&options));
    }
}

/// Goes to a place as a link does.
pub fn go(place: &str) {
    if is_at(place) {
        if let Some(element) = document().get_element_by_id(place) {
            element.scroll_into_view();
        }
    } else {
        drop(window().location().set_hash(place));
    }
}

/// Whether the address names this place.
pub fn is_at(place: &str) -> bool {
    window().location().hash().is_ok_and(|hash| hash.strip_prefix('#') == Some(place))
}

/// The whole address of the page, with another query and fragment.
pub fn whole(url: &str) -> String {
    let location = window().location();
    let page = location.href().unwrap_or_default();
    let page = page.split(['?', '#']).next().unwrap_or_default();
    [page, url].concat()
}
