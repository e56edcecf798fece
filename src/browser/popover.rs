//! The popover that a card stands in.

use wasm_bindgen::JsCast;
use web_sys::{HtmlElement, ScrollIntoViewOptions, ScrollLogicalPosition, ShowPopoverOptions};
use yew::NodeRef;

use super::page::document;

/// Shows the popover beside the element with the id `anchor`. The anchor becomes its source: the browser places it
/// there, puts it after the anchor in the order of Tab, and gives the focus back when it closes.
pub fn show(popover: &NodeRef, anchor: &str) {
    hide(popover);
    let Some(popover) = popover.cast::<HtmlElement>() else {
        return;
    };
    let shown = match document().get_element_by_id(anchor).and_then(|anchor| anchor.dyn_into::<HtmlElement>().ok()) {
        Some(anchor) => {
            let options = ShowPopoverOptions::new();
            options.set_source(&anchor);
            let shown = popover.show_popover_with_options(&options);
            // A sheet at the bottom covers what stands there: the style sheet says how far the anchor must keep off.
            let nearest = ScrollIntoViewOptions::new();
            nearest.set_block(ScrollLogicalPosition::Nearest);
            anchor.scroll_into_view_with_scroll_into_view_options(&nearest);
            shown
        }
        None => popover.show_popover(),
    };
    // An engine without popovers is never asked. One that refuses all the same says why.
    if let Err(reason) = shown {
        web_sys::console::error_1(&reason);
    }
}

/// Hides the popover.
pub fn hide(popover: &NodeRef) {
    if let Some(popover) = popover.cast::<HtmlElement>().filter(is_shown) {
        // It is shown, and an element without a `beforetoggle` listener cannot refuse.
        drop(popover.hide_popover());
    }
}

/// Whether the popover is shown now.
pub fn is_open(popover: &NodeRef) -> bool {
    popover.cast::<HtmlElement>().is_some_and(|popover| is_shown(&popover))
}

fn is_shown(popover: &HtmlElement) -> bool {
    // An engine without popovers does not know the selector, and shows none.
    popover.matches(":popover-open").unwrap_or(false)
}

/// Whether the engine knows popovers: without them a name is a plain link.
pub fn is_supported() -> bool {
    document().document_element().is_some_and(|html| js_sys::Reflect::has(&html, &"popover".into()).unwrap_or(false))
}
