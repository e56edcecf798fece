//! The address bar and the browser's history. The state of a history entry that the program has written is the number of
//! that entry; an entry that the browser has made for a link has no state yet. [`History`] remembers the rest for as long as
//! the page lives: browsers restore neither the focus nor, if the program has written the fragment, the scroll position.

use std::cell::RefCell;

use gloo_events::EventListener;
use palimpsest_contract::hook::attribute;
use palimpsest_state::{History, HistoryEntry};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, PopStateEvent, ScrollBehavior, ScrollToOptions};

use super::page::{after_delay, document, focus_quietly, in_next_task, window};

/// The history, and what is going on in it.
#[derive(Default)]
struct Entries {
    history: History<Element>,
    /// Whether the browser is going back because a card was closed. Nothing scrolls then.
    is_closing: bool,
    /// The element that has the focus meanwhile. An engine that goes back to a fragment takes the focus away from any
    /// element.
    focused: Option<Element>,
    /// Whether a click is about to open a card. The entries of the card that this click has closed then stay.
    is_opening: bool,
    /// The number of times that the address was written, that the browser went elsewhere, or that it was asked to.
    changes: u32,
}

thread_local! {
    static ENTRIES: RefCell<Entries> = RefCell::default();
}

fn with<T>(work: impl FnOnce(&mut Entries) -> T) -> T {
    ENTRIES.with(|entries| work(&mut entries.borrow_mut()))
}

/// Returns the number in the state of an entry. The state also has a fractional part; see [`write()`].
fn number(state: &JsValue) -> Option<usize> {
    // The numbers of entries are whole and small.
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    state.as_f64().map(|number| number as usize)
}

/// Records that a click is about to open a card, which will be a new entry.
pub fn expect_card() {
    with(|entries| entries.is_opening = true);
}

/// Reports whether the browser can go back to the entry from which the card was opened.
pub fn can_leave_card(base: &str) -> bool {
    with(|entries| entries.history.steps_of_card(base).is_some())
}

/// Goes back over the entries of a card to the entry from which it was opened, unless another card is about to open.
pub fn leave_card(base: &str) {
    if with(|entries| entries.is_opening) {
        return;
    }
    let steps = with(|entries| {
        let steps = entries.history.steps_of_card(base);
        entries.is_closing = steps.is_some();
        entries.changes += 1;
        entries.focused = document().active_element();
        steps
    });
    let steps = steps.and_then(|steps| i32::try_from(steps).ok());
    if let Some((steps, history)) = steps.zip(window().history().ok()) {
        drop(history.go_with_delta(-steps));
    }
}

/// The number of times that [`after_closing`] checks whether the browser has gone back.
const MOST_LOOKS: u32 = 100;

/// Runs `work` once the browser has gone back from the card that was closed last. Anything written to the history before
/// then would be lost.
pub fn after_closing(work: impl FnOnce() + 'static) {
    wait(work, MOST_LOOKS);
}

fn wait(work: impl FnOnce() + 'static, looks: u32) {
    if looks > 0 && with(|entries| entries.is_closing) {
        in_next_task(move || wait(work, looks - 1));
    } else {
        work();
    }
}

/// Reports whether the previous entry has this address, from its query onward.
pub fn is_after(url: &str) -> bool {
    with(|entries| entries.history.previous() == Some(url))
}

/// Goes back by one entry.
pub fn back() {
    if let Ok(history) = window().history() {
        drop(history.back());
    }
}

/// The delay in milliseconds after which an address that the engine has refused is tried again.
const RETRY: i32 = 1000;

/// Writes an address, as a new entry of the history or in place of the current one.
///
/// Engines refuse for a while if they are asked too often, and one of them does so silently. The fractional part of the
/// entry's state, which differs each time, shows whether the address was written. If it was not, it is written again a
/// second later, unless the address has changed since.
pub fn write(entry: &HistoryEntry, push: bool) {
    if push {
        with(|entries| entries.is_opening = false);
    }
    let change = count_change();
    let Ok(history) = window().history() else { return };
    let known = history.state().ok().and_then(|state| number(&state));
    let location = window().location();
    let [search, hash] = [location.search(), location.hash()].map(Result::unwrap_or_default);
    if known.is_some() && [search, hash].concat() == entry.url {
        with(|entries| entries.history.replace(known, entry));
        return;
    }
    let address = [here(), entry.url.clone()].concat();
    let current = with(|entries| match known {
        _ if push => entries.history.number() + 1,
        Some(known) => known,
        None => entries.history.number(),
    });
    #[allow(clippy::cast_precision_loss)]
    let number = current as f64 + 0.5 / f64::from(change);
    let state = JsValue::from(number);
    let write_as = |address: Option<&str>| {
        if push {
            history.push_state_with_url(&state, "", address)
        } else {
            history.replace_state_with_url(&state, "", address)
        }
    };
    // Some file viewers do not allow any change of the address. There, the entry is written without one, so that the reader
    // can still go back.
    let written = write_as(Some(&address)).or_else(|_| write_as(None));
    if written.is_err() || history.state().ok().and_then(|state| state.as_f64()) != Some(number) {
        let entry = entry.clone();
        return retry(change, move || write(&entry, push));
    }
    let scrolled = window().scroll_y().ok();
    with(|entries| {
        if push {
            entries.history.push(entry);
            entries.history.current().scrolled = scrolled;
        } else {
            entries.history.replace(known, entry);
        }
    });
}

/// Runs `work` after a delay, unless the address changes in the meantime.
fn retry(change: u32, work: impl FnOnce() + 'static) {
    after_delay(RETRY, move || {
        if with(|entries| entries.changes) == change {
            work();
        }
    });
}

/// Counts a change and returns its number.
fn count_change() -> u32 {
    with(|entries| {
        entries.changes += 1;
        entries.changes
    })
}

/// Records that the reader leaves by this link. The focus returns to it when they come back.
pub fn leave_by(link: &Element) {
    let scrolled = window().scroll_y().ok();
    with(|entries| {
        let current = entries.history.current();
        (current.scrolled, current.left_by) = (scrolled, Some(link.clone()));
    });
}

/// A step of the browser to another entry.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// To a place, by a link or by an address that the reader entered.
    ToPlace,
    /// Back or forward to an entry that the program wrote.
    ToEntry,
}

/// Calls `stepped` whenever the browser has gone to another entry of this page.
pub fn on_step(stepped: impl Fn(Step) + 'static) -> [EventListener; 2] {
    let scrolled = EventListener::new(&window(), "scroll", |_| {
        let scrolled = window().scroll_y().ok();
        with(|entries| entries.history.current().scrolled = scrolled);
    });
    let popped = EventListener::new(&window(), "popstate", move |event| {
        let state = event.dyn_ref::<PopStateEvent>().map_or(JsValue::NULL, PopStateEvent::state);
        let known = number(&state);
        count_change();
        with(|entries| entries.history.arrive(known));
        stepped(if known.is_some() { Step::ToEntry } else { Step::ToPlace });
    });
    [scrolled, popped]
}

/// Returns a function that restores the scroll position and the focus of the current entry. It must be requested before
/// anything scrolls.
pub fn restoration() -> impl FnOnce() {
    let (known, is_closing) = with(|entries| {
        let mut known = entries.history.current().clone();
        let is_closing = std::mem::take(&mut entries.is_closing);
        if is_closing {
            known.left_by = entries.focused.take();
        }
        (known, is_closing)
    });
    move || {
        if let Some(scrolled) = known.scrolled.filter(|_| !is_closing) {
            let options = ScrollToOptions::new();
            options.set_top(scrolled);
            options.set_behavior(ScrollBehavior::Instant);
            window().scroll_to_with_scroll_to_options(&options);
        }
        if let Some(link) = known.left_by {
            focus_quietly(&link);
        }
    }
}

/// Goes to a place as a link does. If the engine refuses because it is asked too often, it is asked again a second later.
pub fn go(place: &str) {
    if is_at(place) {
        go_again(place);
        return;
    }
    let change = count_change();
    let refused = window().location().set_hash(place).is_err();
    if refused || !is_at(place) {
        let place = place.to_owned();
        retry(change, move || go(&place));
    }
}

/// Goes to the place that the address already names, as a link to it does.
pub fn go_again(place: &str) {
    drop(window().location().replace(&["#", place].concat()));
}

/// Reports whether the address names this place.
pub fn is_at(place: &str) -> bool {
    window().location().hash().is_ok_and(|hash| hash.strip_prefix('#') == Some(place))
}

/// Returns the query and the fragment of the page's address, decoded.
pub fn address() -> [String; 2] {
    let location = window().location();
    [location.search(), location.hash()].map(|part| {
        let part = part.unwrap_or_default();
        js_sys::decode_uri_component(&part).map_or(part, String::from)
    })
}

/// Returns the address of the page without query and fragment. Engines reject a bare path that begins with `//`.
fn here() -> String {
    let mut page = window().location().href().unwrap_or_default();
    page.truncate(page.find(['?', '#']).unwrap_or(page.len()));
    page
}

/// Returns the whole address of the page with this query and fragment. For a page that is a file on the reader's disk, it is
/// the address of the published page.
pub fn whole(url: &str) -> String {
    let published = document().document_element().and_then(|root| root.get_attribute(attribute::ADDRESS));
    [&*published.unwrap_or_else(here), url].concat()
}
