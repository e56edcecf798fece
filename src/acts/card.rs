//! The card: shown beside its link, hidden, and its way back.

use palimpsest_contract::Outline;
use palimpsest_state::{Card, Entry};

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
        // The button that was pressed may be gone already, and the browser gives back only a focus that the popover has.
        popover::recover_focus();
    }
    popover::hide();
}

/// Goes back over the history's entries of the card, where there are any; else writes the address.
pub(super) fn leave(entry: Entry) {
    if !history::can_leave_card(&entry.base) {
        return history::write(&entry, false);
    }
    // In a task of its own: the press that closed the card may be about to open another.
    page::in_next_task(move || {
        if !popover::is_open() {
            history::leave_card(&entry.base);
        }
    });
}
