//! The popover that a card stands in.

use gloo_events::EventListener;
use wasm_bindgen::JsCast;
use web_sys::{HtmlElement, ScrollIntoViewOptions, ScrollLogicalPosition, ShowPopoverOptions};

use super::links::{closest, find};
use super::marks;
use super::page::{document, focus_there};
use crate::state::Spot;

/// Its id.
pub const CARD: &str = "card";
/// The attribute that holds the number of the card that is shown.
const NUMBER: &str = "data-number";

fn popover() -> Option<HtmlElement> {
    document().get_element_by_id(CARD)?.dyn_into().ok()
}

/// Shows the popover beside the link to `to` that stands there, as the card of this number; one that `stays` takes the
/// focus to its link. The link becomes its source: the browser places it there, puts it after the link in the order of Tab,
/// and gives the focus back when it closes.
pub fn show(beside: &Spot, to: &str, number: u32, stays: bool) {
    hide();
    let Some(popover) = popover() else { return };
    // A fixed valid name.
    drop(popover.set_attribute(NUMBER, &number.to_string()));
    let shown = match find(beside, to) {
        Some(link) => {
            marks::expand(Some(&link));
            if stays {
                // WebKit does not focus a link that is clicked: the focus would not come back to it.
                focus_there(&link);
            }
            let options = ShowPopoverOptions::new();
            // A link in a drawing cannot be a source.
            if let Some(link) = link.dyn_ref() {
                options.set_source(link);
            }
            let shown = popover.show_popover_with_options(&options);
            // A sheet at the bottom covers what stands there: the style sheet says how far the link must keep off.
            let nearest = ScrollIntoViewOptions::new();
            nearest.set_block(ScrollLogicalPosition::Nearest);
            link.scroll_into_view_with_scroll_into_view_options(&nearest);
            shown
        }
        None => popover.show_popover(),
    };
    // An engine that refuses says why.
    if let Err(reason) = shown {
        web_sys::console::error_1(&reason);
    }
}

/// Hides the popover.
pub fn hide() {
    marks::expand(None);
    if let Some(popover) = popover().filter(is_shown) {
        // It is shown, and an element without a `beforetoggle` listener cannot refuse.
        drop(popover.hide_popover());
    }
}

/// Whether the popover is shown now.
pub fn is_open() -> bool {
    popover().is_some_and(|popover| is_shown(&popover))
}

/// The number of the card that was shown last.
pub fn number() -> u32 {
    popover().and_then(|popover| popover.get_attribute(NUMBER)?.parse().ok()).unwrap_or_default()
}

fn is_shown(popover: &HtmlElement) -> bool {
    popover.matches(":popover-open").unwrap_or(false)
}

/// Shows the beginning of what is in the popover.
pub fn to_top() {
    if let Some(popover) = popover() {
        popover.set_scroll_top(0);
    }
}

/// What had the focus in the popover goes, or is not there any more: the popover itself has it, and so stays the reader's
/// place.
pub fn keep_focus() {
    if let Some(popover) = popover() {
        drop(popover.focus());
    }
}

/// The open popover has the focus where nothing else has: an engine that goes to a fragment may take it from everything.
pub fn hold_focus() {
    let focused = document().active_element();
    if is_open() && focused.is_none_or(|focused| focused.tag_name() == "BODY") {
        keep_focus();
    }
}

/// Calls `left` when Tab leads from the open card to something else than its link, which may lie under it. A press elsewhere
/// is the browser's to answer.
pub fn on_leave(left: impl Fn() + 'static) -> EventListener {
    EventListener::new(&document(), "focusin", move |event| {
        let inside = |selector| closest(event, selector).is_some();
        if is_open() && inside(":focus-visible") && !inside("#card, [aria-expanded='true']") {
            left();
        }
    })
}
