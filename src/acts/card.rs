//! Acts on the card: showing it beside its link, hiding it, and going back over its history entries.

use palimpsest_contract::Outline;
use palimpsest_state::{Card, HistoryEntry};

use crate::browser::{history, page, popover};

pub(super) fn show(card: &Card, outline: &Outline) {
    if let Some(linked) = card.linked() {
        popover::show(&card.anchor, &["#", outline.id(linked)].concat(), card.pinned);
    }
}

pub(super) fn reset() {
    popover::scroll_to_top();
    popover::focus();
}

pub(super) fn hide(returns: bool) {
    if returns {
        // The button that was pressed may already be gone, and the browser returns the focus only if the popover has it.
        popover::recover_focus();
    }
    popover::hide();
}

/// Goes back over the history entries of the card or, if there are none, writes the address.
pub(super) fn leave(entry: HistoryEntry) {
    if !history::can_leave_card(&entry.base) {
        return history::write(&entry, false);
    }
    // This runs in a task of its own, because the press that closed the card may be about to open another.
    page::in_next_task(move || {
        if !popover::is_open() {
            history::leave_card(&entry.base);
        }
    });
}
