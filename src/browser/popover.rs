//! The popover of the card, and other popovers.

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

/// Shows the popover beside a link. If it is `pinned`, the focus is on the link. The link becomes the popover's source: the
/// browser positions the popover beside it, puts it after the link in the tab order, and returns the focus to the link when
/// the popover closes.
pub fn show(anchor: &Anchor, href: &str, pinned: bool) {
    hide();
    let Some(popover) = popover() else { return };
    popover.set_scroll_top(0);
    let link = find(anchor, href);
    // A valid attribute name is never rejected.
    drop(popover.set_attribute(attribute::ASIDE, passage::number(&anchor.place).map_or("", |_| "article")));
    let shown = match link {
        Some(link) => {
            if pinned {
                // WebKit does not focus a link that is clicked, so the focus would not return to it.
                focus_quietly(&link);
            }
            let options = ShowPopoverOptions::new();
            // A link in a drawing cannot be a source.
            if let Some(link) = link.dyn_ref() {
                options.set_source(link);
            }
            let shown = popover.show_popover_with_options(&options);
            // A sheet at the bottom of the window would cover a link there. The style sheet sets the distance that the link
            // must keep.
            let nearest = ScrollIntoViewOptions::new();
            nearest.set_block(ScrollLogicalPosition::Nearest);
            link.scroll_into_view_with_scroll_into_view_options(&nearest);
            shown
        }
        None => popover.show_popover(),
    };
    // An engine that refuses gives a reason.
    if let Err(reason) = shown {
        web_sys::console::error_1(&reason);
    }
}

/// Shows a popover with the focused element as its source, so that it comes after that element in the tab order.
pub fn show_beside(popover: &HtmlElement) {
    let options = ShowPopoverOptions::new();
    if let Some(Ok(source)) = document().active_element().map(JsCast::dyn_into) {
        options.set_source(&source);
    }
    // An engine rejects a popover that is already shown.
    drop(popover.show_popover_with_options(&options));
}

/// Hides all open popovers except the card, and returns the focus.
pub fn hide_others() {
    for open in elements("[popover]:popover-open:not(#card)") {
        drop(open.unchecked_ref::<HtmlElement>().hide_popover());
    }
}

/// Shows the sheet with this id.
pub fn show_sheet(id: &str) {
    if let Some(sheet) = document().get_element_by_id(id) {
        // An engine rejects a popover that is already shown.
        drop(sheet.unchecked_ref::<HtmlElement>().show_popover());
    }
}

/// Hides the card.
pub fn hide() {
    if let Some(popover) = popover().filter(is_shown) {
        // The popover is shown, and without a `beforetoggle` listener the engine cannot refuse.
        drop(popover.hide_popover());
    }
}

/// Reports whether the card is shown.
pub fn is_open() -> bool {
    popover().is_some_and(|popover| is_shown(&popover))
}

fn is_shown(popover: &HtmlElement) -> bool {
    popover.matches(":popover-open").unwrap_or(false)
}

/// Scrolls to the beginning of the card's content.
pub fn scroll_to_top() {
    if let Some(popover) = popover() {
        popover.set_scroll_top(0);
    }
}

/// Moves the focus to the card itself, so that the reader keeps their place when the focused part of it is removed.
pub fn focus() {
    if let Some(popover) = popover() {
        drop(popover.focus());
    }
}

/// Moves the focus to the open card if no other element has it. An engine that goes to a fragment may take the focus away.
pub fn recover_focus() {
    let focused = document().active_element();
    if is_open() && focused.is_none_or(|focused| focused.tag_name() == "BODY") {
        focus();
    }
}

/// Calls `left` when Tab leads out of the open card, except to the card's link, which may lie under the card, or to the
/// message that a link was copied. A press elsewhere is left to the browser.
pub fn on_leave(left: impl Fn() + 'static) -> EventListener {
    EventListener::new(&document(), "focusin", move |event| {
        let inside = |selector| closest(event, selector).is_some();
        if is_open() && inside(":focus-visible") && !inside("#card, #link_copied, [aria-expanded='true']") {
            left();
        }
    })
}
