//! The popover that the card stands in.

use gloo_events::EventListener;
use palimpsest_contract::hook::{attribute, id};
use palimpsest_state::Anchor;
use wasm_bindgen::JsCast;
use web_sys::{HtmlElement, ScrollIntoViewOptions, ScrollLogicalPosition, ShowPopoverOptions};

use super::anchor::find;
use super::page::{closest, document, elements, focus_quietly};
use super::passage;

fn popover() -> Option<HtmlElement> {
    document().get_element_by_id(id::CARD)?.dyn_into().ok()
}

/// Shows the popover beside a link. One that is `pinned` leaves the focus on its link. The link becomes its source: the
/// browser places the popover there, puts it after the link in the order of Tab, and gives the focus back when it closes.
pub fn show(anchor: &Anchor, href: &str, pinned: bool) {
    hide();
    let Some(popover) = popover() else { return };
    popover.set_scroll_top(0);
    let link = find(anchor, href);
    // A valid name is never refused.
    drop(popover.set_attribute(attribute::ASIDE, passage::number(&anchor.place).map_or("", |_| "article")));
    let shown = match link {
        Some(link) => {
            if pinned {
                // WebKit does not focus a link that is clicked, so the focus would not come back to it.
                focus_quietly(&link);
            }
            let options = ShowPopoverOptions::new();
            // A link in a drawing cannot be a source.
            if let Some(link) = link.dyn_ref() {
                options.set_source(link);
            }
            let shown = popover.show_popover_with_options(&options);
            // A sheet at the bottom covers what stands there. The style sheet says how far the link must keep off.
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

/// Shows what belongs to what has the focus now, and so comes after it in the order of Tab.
pub fn show_beside(popover: &HtmlElement) {
    let options = ShowPopoverOptions::new();
    if let Some(Ok(source)) = document().active_element().map(JsCast::dyn_into) {
        options.set_source(&source);
    }
    // An engine refuses what is shown already.
    drop(popover.show_popover_with_options(&options));
}

/// Hides what is open in front of the page but the card, and gives the focus back.
pub fn hide_others() {
    for open in elements("[popover]:popover-open:not(#card)") {
        drop(open.unchecked_ref::<HtmlElement>().hide_popover());
    }
}

/// Shows the sheet with this id.
pub fn show_sheet(id: &str) {
    if let Some(sheet) = document().get_element_by_id(id) {
        // An engine refuses what is shown already.
        drop(sheet.unchecked_ref::<HtmlElement>().show_popover());
    }
}

/// Hides the popover.
pub fn hide() {
    if let Some(popover) = popover().filter(is_shown) {
        // It is shown, and an element without a `beforetoggle` listener cannot refuse.
        drop(popover.hide_popover());
    }
}

/// Whether the popover is shown now.
pub fn is_open() -> bool {
    popover().is_some_and(|popover| is_shown(&popover))
}

fn is_shown(popover: &HtmlElement) -> bool {
    popover.matches(":popover-open").unwrap_or(false)
}

/// Scrolls to the beginning of what is in the popover.
pub fn scroll_to_top() {
    if let Some(popover) = popover() {
        popover.set_scroll_top(0);
    }
}

/// Gives the focus to the popover itself, where the part of it that has the focus goes, so that the reader keeps their place.
pub fn focus() {
    if let Some(popover) = popover() {
        drop(popover.focus());
    }
}

/// Gives the focus to the open popover where nothing else has it: an engine that goes to a fragment may take it away.
pub fn recover_focus() {
    let focused = document().active_element();
    if is_open() && focused.is_none_or(|focused| focused.tag_name() == "BODY") {
        focus();
    }
}

/// Calls `left` when Tab leads from the open card to anything but its link, which may lie under the card, and what says that
/// its link was copied. A press elsewhere is
/// the browser's to answer.
pub fn on_leave(left: impl Fn() + 'static) -> EventListener {
    EventListener::new(&document(), "focusin", move |event| {
        let inside = |selector| closest(event, selector).is_some();
        if is_open() && inside(":focus-visible") && !inside("#card, #link_copied, [aria-expanded='true']") {
            left();
        }
    })
}
