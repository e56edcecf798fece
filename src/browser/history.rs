//! The address bar and the browser's history. An entry that we wrote holds its number; one that the browser made for a link
//! has none yet. For each the scroll position and the link by which the reader left are kept as long as the page lives:
//! browsers restore neither the focus nor, where the fragment was written by us, the position.

use std::cell::RefCell;

use gloo_events::EventListener;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, PopStateEvent, ScrollBehavior, ScrollToOptions};

use super::page::{document, focus_there, later, soon, window};

/// What is known of an entry.
#[derive(Clone, Default)]
struct Left {
    /// How the reader left it: scrolled down by so many CSS pixels,
    at: Option<f64>,
    /// and by which link.
    by: Option<Element>,
    /// Its address without place and card.
    rest: String,
    /// Whether it has a card.
    card: bool,
}

/// All entries by their number, and the number of the present one.
#[derive(Default)]
struct Entries {
    left: Vec<Left>,
    present: usize,
    /// Whether the browser goes back because a card was closed: nothing then scrolls.
    is_closing: bool,
    /// What has the focus meanwhile: an engine that goes back to a fragment takes it from everything.
    held: Option<Element>,
    /// Whether a click is about to open a card: the one that it closed then stays in the history.
    is_opening: bool,
    /// How often the address was written, or the browser went elsewhere or was asked to.
    changes: u32,
}

impl Entries {
    /// The present entry.
    fn left(&mut self) -> &mut Left {
        if self.left.len() <= self.present {
            self.left.resize(self.present + 1, Left::default());
        }
        &mut self.left[self.present]
    }

    /// What comes after the present entry is gone.
    fn begin(&mut self) {
        self.left();
        self.left.truncate(self.present + 1);
        self.present = self.left.len();
    }

    fn note(&mut self, rest: &str, card: bool) {
        let left = self.left();
        rest.clone_into(&mut left.rest);
        left.card = card;
    }
}

thread_local! {
    static ENTRIES: RefCell<Entries> = RefCell::default();
}

fn with<T>(work: impl FnOnce(&mut Entries) -> T) -> T {
    ENTRIES.with(|entries| work(&mut entries.borrow_mut()))
}

/// The number that an entry's state holds, which has a fraction, too.
fn number(state: &JsValue) -> Option<usize> {
    // Numbers of entries are whole and small.
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    state.as_f64().map(|number| number as usize)
}

/// How many entries of a card are the last ones, where what is before them differs in nothing else.
fn opened(entries: &Entries, rest: &str) -> Option<usize> {
    let known = entries.left.get(..=entries.present)?;
    let steps = known.iter().rev().take_while(|entry| entry.card && entry.rest == rest).count();
    let base = known.len().checked_sub(steps + 1).and_then(|base| known.get(base))?;
    (steps > 0 && base.rest == rest).then_some(steps)
}

/// Whether the browser can go back to where the card was opened.
pub fn is_after_opening(rest: &str) -> bool {
    with(|entries| opened(entries, rest).is_some())
}

/// A click is about to open a card, which will be a new entry.
pub fn expect_opening() {
    with(|entries| entries.is_opening = true);
}

/// Goes back over the entries of a card, to where it was opened; unless another is about to be.
pub fn go_before_card(rest: &str) {
    if with(|entries| entries.is_opening) {
        return;
    }
    let steps = with(|entries| {
        let steps = opened(entries, rest);
        entries.is_closing = steps.is_some();
        entries.changes += 1;
        entries.held = document().active_element();
        steps
    });
    let steps = steps.and_then(|steps| i32::try_from(steps).ok());
    if let Some((steps, history)) = steps.zip(window().history().ok()) {
        drop(history.go_with_delta(-steps));
    }
}

/// How often it is asked whether the browser has gone back.
const PATIENCE: u32 = 100;

/// Does something once the browser has gone back from the card that was closed last: what is written before would be lost.
pub fn after_closing(work: impl FnOnce() + 'static) {
    wait(work, PATIENCE);
}

fn wait(work: impl FnOnce() + 'static, patience: u32) {
    if patience > 0 && with(|entries| entries.is_closing) {
        soon(move || wait(work, patience - 1));
    } else {
        work();
    }
}

/// Whether the entry before the present one is of the same card: its own way back is then the browser's.
pub fn is_after_card() -> bool {
    with(|entries| {
        entries.present.checked_sub(1).and_then(|before| entries.left.get(before)).is_some_and(|entry| entry.card)
    })
}

/// Goes back.
pub fn back() {
    if let Ok(history) = window().history() {
        drop(history.back());
    }
}

/// After how many milliseconds an address is written again that an engine refused.
const AGAIN: i32 = 1000;

/// Shows an address, from its query on; as a new entry of the history, or in place of the present one. `rest` is the address
/// without its place and its card.
pub fn write(url: &str, rest: &str, card: bool, push: bool) {
    if push {
        with(|entries| entries.is_opening = false);
    }
    let change = changed();
    let Ok(history) = window().history() else { return };
    let known = history.state().ok().and_then(|state| number(&state));
    let location = window().location();
    let [search, hash] = [location.search(), location.hash()].map(Result::unwrap_or_default);
    if known.is_some() && [search, hash].concat() == url {
        with(|entries| entries.note(rest, card));
        return;
    }
    let path = location.pathname().unwrap_or_default();
    let address = [&path, url].concat();
    let present = with(|entries| match known {
        _ if push => entries.present + 1,
        Some(known) => known,
        None => entries.present,
    });
    // Another fraction each time shows whether it was written.
    #[allow(clippy::cast_precision_loss)]
    let number = present as f64 + 0.5 / f64::from(change);
    let state = JsValue::from(number);
    let written = if push {
        history.push_state_with_url(&state, "", Some(&address))
    } else {
        history.replace_state_with_url(&state, "", Some(&address))
    };
    // Engines refuse for a while when they are asked too often, and one of them says nothing: there is no new entry then.
    if written.is_err() || history.state().ok().and_then(|state| state.as_f64()) != Some(number) {
        let (url, rest) = (url.to_owned(), rest.to_owned());
        return later(AGAIN, move || {
            if with(|entries| entries.changes) == change {
                write(&url, &rest, card, push);
            }
        });
    }
    let at = window().scroll_y().ok();
    with(|entries| {
        if push {
            entries.begin();
            entries.left().at = at;
        } else {
            entries.present = present;
        }
        entries.note(rest, card);
    });
}

/// Counts a change.
fn changed() -> u32 {
    with(|entries| {
        entries.changes += 1;
        entries.changes
    })
}

/// The reader leaves by this link: coming back, the focus returns to it.
pub fn leave_by(link: &Element) {
    let at = window().scroll_y().ok();
    with(|entries| {
        let left = entries.left();
        (left.at, left.by) = (at, Some(link.clone()));
    });
}

/// Where the browser went.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// To a place, by a link or by hand.
    There,
    /// Back or forward to an entry that we wrote.
    Back,
}

/// Calls `stepped` whenever the browser has gone to another entry of this page.
pub fn on_step(stepped: impl Fn(Step) + 'static) -> [EventListener; 2] {
    let scrolled = EventListener::new(&window(), "scroll", |_| {
        let at = window().scroll_y().ok();
        with(|entries| entries.left().at = at);
    });
    let popped = EventListener::new(&window(), "popstate", move |event| {
        let state = event.dyn_ref::<PopStateEvent>().map_or(JsValue::NULL, PopStateEvent::state);
        let known = number(&state);
        changed();
        with(|entries| match known {
            Some(known) => entries.present = known,
            None => entries.begin(),
        });
        stepped(if known.is_some() { Step::Back } else { Step::There });
    });
    [scrolled, popped]
}

/// How the reader left the present entry: to be asked for before anything scrolls.
pub fn return_later() -> impl FnOnce() {
    let (left, is_closing) = with(|entries| {
        let mut left = entries.left().clone();
        let is_closing = std::mem::take(&mut entries.is_closing);
        if is_closing {
            left.by = entries.held.take();
        }
        (left, is_closing)
    });
    move || {
        if let Some(at) = left.at.filter(|_| !is_closing) {
            let options = ScrollToOptions::new();
            options.set_top(at);
            options.set_behavior(ScrollBehavior::Instant);
            window().scroll_to_with_scroll_to_options(&options);
        }
        if let Some(link) = left.by {
            focus_there(&link);
        }
    }
}

/// Goes to a place as a link does.
pub fn go(place: &str) {
    if is_at(place) {
        go_again(place);
    } else {
        drop(window().location().set_hash(place));
    }
}

/// Goes at once to the place that the address names, as a link to it does.
pub fn go_again(place: &str) {
    drop(window().location().replace(&["#", place].concat()));
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
