//! One-time effects on the page, in contrast to [`marks`](crate::marks()), which hold as long as the state does.
//! [`reduce`](crate::reduce()) asks for acts, and the program performs them.

use palimpsest_contract::Target;

use crate::card::Card;
use crate::history::HistoryEntry;

/// An effect to perform once. Acts are performed in the order in which they are asked for, after the page shows the new
/// state.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Act {
    /// Dispatch an action after the next frame.
    AfterFrame(Delayed),
    /// Tell assistive software which links open a card.
    AnnounceLinks,
    /// Store the settings on this device, and show them.
    SaveSettings,
    /// Put the events into the order of the state.
    Arrange,
    /// Scroll the element with this id into view, as little as possible.
    Reveal(String),
    /// Open the entry with this id, of a person or a term, in its place on the page.
    Unfold(String),
    /// Move the focus to the element with this id, without scrolling.
    Focus(&'static str),
    /// Go to the timeline, as a link to it does, with the focus on its heading.
    ShowTimeline,

    /// Show a card beside the link that opened it.
    ShowCard(Card),
    /// Scroll to the beginning of the card's content and move the focus to the card.
    ResetCard,
    /// Keep the focus in the card although the focused part of it is about to be removed.
    FocusCard,
    /// Hide the card.
    HideCard {
        /// Whether the focus returns to the card's link.
        returns: bool,
    },
    /// Show the card's previous entry, which has this address: by a step back in the browser's history if it is the
    /// previous entry there, otherwise by [`Action::LookedBack`](crate::Action::LookedBack).
    StepBack(String),

    /// Show the dialog with this id, if any, and close the one that is open.
    ShowPanel(Option<&'static str>),
    /// Read what can be found on the page, in slices, and answer the current query after the last slice.
    ReadIndex,
    /// Answer a query.
    Search(String),
    /// Scroll the chosen hit into view.
    RevealHit,
    /// Fill in the panel of addresses and citations.
    FillShare {
        /// The id of the entry; empty for the whole page.
        place: String,
        /// The page's address from its query onward.
        url: String,
        /// The number of the sentence being read.
        passage: Option<i32>,
    },
    /// Copy the content of the field with this id.
    Copy(&'static str),
    /// Open the device's share sheet.
    ShareDevice,
    /// Copy the address of the entry with this id, or open the device's share sheet for it, and report the result.
    CopyLink(String),
    /// Print the page.
    Print {
        /// The part to print, as [`attribute::PRINT`](palimpsest_contract::hook::attribute::PRINT) names it; empty for
        /// everything.
        part: &'static str,
        /// The id of the entry for which the panel is open; empty for none.
        place: String,
    },
    /// Open the help sheet.
    ShowHelp,

    /// Write the address into the browser's history.
    Write {
        /// The address.
        entry: HistoryEntry,
        /// Whether it becomes a new history entry, from which the reader can go back.
        push: bool,
    },
    /// Go back over the history entries of the card that was closed. Where that is not possible, write the address instead.
    LeaveCard(HistoryEntry),
}

/// Work that is postponed until after the next frame, so that the reader first sees a reaction to their click. It then
/// becomes an [`Action`](crate::Action).
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Delayed {
    /// Open a card.
    LookUp(Card),
    /// Show another entry in the card.
    LookOn(Target),
    /// Open or close an event.
    Toggle {
        /// The event's index.
        event: usize,
        /// Whether the event is to be open.
        open: bool,
    },
}
