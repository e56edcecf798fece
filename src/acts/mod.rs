//! What the program does to the page once, in contrast to [`crate::marks`], which hold as long as the state does. [`reduce`]
//! asks for acts; `perform` does them, a file for each kind.
//!
//! [`reduce`]: crate::state::reduce

mod card;
mod perform;
mod share;

use palimpsest_contract::Command;

use crate::card::Card;
use crate::state::Action;

pub use perform::Performer;

/// Something to do once. Acts are done in the order in which they are asked for, after the page shows the new state.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Act {
    /// Dispatch an action after the next frame, so that the reader first sees that a click was heard.
    AfterFrame(Box<Action>),
    /// Tell assistive software which links open a card.
    AnnounceLinks,
    /// Store the settings on this device, and show them.
    SaveSettings,
    /// Put the events into the order of the state.
    Arrange,
    /// Write a control's value again: what the reader chose changes nothing.
    Restore(Command),
    /// Move the focus to the heading of the timeline.
    FocusTimeline,

    /// Show a card beside its link.
    ShowCard(Card),
    /// Show the beginning of what the card holds. The card takes the focus.
    ResetCard,
    /// Keep the focus in the card, whose focused part is about to go.
    FocusCard,
    /// Hide the card.
    HideCard {
        /// Whether the focus returns to the card's link.
        returns: bool,
    },
    /// Show the card's previous entry: the browser's own step back where it has one, else [`Action::LookedBack`].
    StepBack,

    /// Open the dialog with this id, and close the one that is open.
    ShowPanel(Option<&'static str>),
    /// Read what can be found on the page, in slices, and answer the present query after each.
    ReadIndex,
    /// Answer a query.
    Search(String),
    /// Scroll the chosen hit into view.
    RevealHit,
    /// Fill in the panel of addresses and citations.
    FillShare {
        /// The id of the entry; empty for the page.
        place: String,
        /// The page's address from its query on.
        url: String,
        /// The number of the sentence that is being read.
        passage: Option<i32>,
    },
    /// Copy what the panel's field of this command holds.
    Copy(Command),
    /// Open the device's own sheet for sharing.
    ShareDevice,
    /// Print the page.
    Print,

    /// Write the address into the browser's history.
    Write {
        /// The address.
        entry: Entry,
        /// Whether it is a new entry, which the reader can go back from.
        push: bool,
    },
    /// Go back over the history's entries of the card that was closed; where that cannot be, write the address.
    LeaveCard(Entry),
}

/// An entry of the browser's history.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Entry {
    /// The address from its query on.
    pub url: String,
    /// The same without place and card.
    pub base: String,
    /// Whether the entry has a card.
    pub has_card: bool,
}
