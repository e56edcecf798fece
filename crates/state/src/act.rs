//! What the program does to the page once, in contrast to [`marks`](crate::marks()), which hold as long as the state does.
//! [`reduce`](crate::reduce()) asks for acts; the program does them.

use palimpsest_contract::Target;

use crate::card::Card;

/// Something to do once. Acts are done in the order in which they are asked for, after the page shows the new state.
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
    /// Scroll the element with this id into view.
    Reveal(String),
    /// Open the card of the person with this id, in its place.
    Unfold(String),
    /// Move the focus to the element with this id, without scrolling.
    Focus(&'static str),
    /// Go to the timeline, as a link to it does.
    ShowTimeline,

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
    /// Show the card's previous entry: the browser's own step back where it has one, else
    /// [`Action::LookedBack`](crate::Action::LookedBack).
    StepBack,

    /// Open the dialog with this id, and close the one that is open.
    ShowPanel(Option<&'static str>),
    /// Read what can be found on the page, in slices, and answer the present query after the last.
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
    /// Copy what the field with this id holds.
    Copy(&'static str),
    /// Open the device's own sheet for sharing.
    ShareDevice,
    /// Copy the address of the entry with this id, or open the device's own sheet for sharing it, and say so.
    CopyLink(String),
    /// Print the page.
    Print {
        /// What of it, as [`attribute::PRINT`](palimpsest_contract::hook::attribute::PRINT) names it; empty for everything.
        part: &'static str,
        /// The id of the entry for which the panel is open; empty for none.
        place: String,
    },
    /// Open the sheet of help.
    ShowHelp,

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

/// What is done after the next frame, so that the reader first sees that a click was heard. It becomes an
/// [`Action`](crate::Action) then.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Delayed {
    /// Open a card.
    LookUp(Card),
    /// Look something up from the card.
    LookOn(Target),
    /// Open or close an event.
    Toggle {
        /// The event's index.
        event: usize,
        /// Whether it is to be open.
        open: bool,
    },
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
