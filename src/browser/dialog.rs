//! Dialogs in front of the page.

use gloo_events::{EventListener, EventListenerOptions};
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlDialogElement};

use super::page::{document, elements};
use super::popover;

/// Shows the dialog with this id, and closes the one that is open. The browser moves the focus into a dialog, keeps it there,
/// and gives it back.
pub fn show(id: Option<&str>) {
    let is_dialog = |dialog: Element| dialog.dyn_into::<HtmlDialogElement>().ok();
    // First the one that gives way: it gives back the focus before the other takes it.
    for open in elements("dialog[open]").filter(|dialog| Some(&*dialog.id()) != id).filter_map(is_dialog) {
        open.close();
    }
    let dialog = id.and_then(|id| document().get_element_by_id(id)).and_then(is_dialog);
    if dialog.is_some() {
        // It gives back the focus to what had it before, which must still be there then.
        popover::hide_others();
    }
    if let Some(dialog) = dialog.filter(|dialog| !dialog.open()) {
        // It is in the page and closed, so the engine cannot refuse.
        drop(dialog.show_modal());
    }
}

/// Calls `closed` when a dialog was closed, by Esc too, and no other was opened in its place. The browser's event does not
/// bubble and is caught on its way down.
pub fn on_close(closed: impl Fn() + 'static) -> EventListener {
    let options = EventListenerOptions::run_in_capture_phase();
    EventListener::new_with_options(&document(), "close", options, move |_| {
        if elements("dialog[open]").next().is_none() {
            closed();
        }
    })
}
