//! Dialogs in front of the page.

use gloo_events::{EventListener, EventListenerOptions};
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlDialogElement};

use super::page::{document, elements};
use super::popover;

/// Shows the dialog with this id, and closes the one that is open. The browser moves the focus into a dialog, keeps it
/// there, and returns it afterwards.
pub fn show(id: Option<&str>) {
    let is_dialog = |dialog: Element| dialog.dyn_into::<HtmlDialogElement>().ok();
    // The open dialog closes first: it returns the focus before the new one takes it.
    for open in elements("dialog[open]").filter(|dialog| Some(&*dialog.id()) != id).filter_map(is_dialog) {
        open.close();
    }
    let dialog = id.and_then(|id| document().get_element_by_id(id)).and_then(is_dialog);
    if dialog.is_some() {
        // The dialog later returns the focus to the element that had it before, which must still be there then.
        popover::hide_others();
    }
    if let Some(dialog) = dialog.filter(|dialog| !dialog.open()) {
        // The dialog is in the page and closed, so the engine cannot refuse.
        drop(dialog.show_modal());
    }
}

/// Calls `closed` when a dialog has closed, also by Esc, and no other has opened in its place. The browser's event does not
/// bubble, so it is caught in the capture phase.
pub fn on_close(closed: impl Fn() + 'static) -> EventListener {
    let options = EventListenerOptions::run_in_capture_phase();
    EventListener::new_with_options(&document(), "close", options, move |_| {
        if elements("dialog[open]").next().is_none() {
            closed();
        }
    })
}
