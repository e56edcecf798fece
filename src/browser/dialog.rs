//! Dialogs in front of the page.

use gloo_events::{EventListener, EventListenerOptions};
use wasm_bindgen::JsCast;
use web_sys::HtmlDialogElement;

use super::page::{document, elements};

/// Shows a dialog or closes it. The browser moves the focus into it, keeps it there, and gives it back.
pub fn show(id: &str, is_shown: bool) {
    let dialog = document().get_element_by_id(id).and_then(|dialog| dialog.dyn_into::<HtmlDialogElement>().ok());
    let Some(dialog) = dialog.filter(|dialog| dialog.open() != is_shown) else { return };
    if is_shown {
        // It is in the page and closed, so the engine cannot refuse.
        drop(dialog.show_modal());
    } else {
        dialog.close();
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
