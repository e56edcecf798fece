//! What happens on the page, in contrast to an [`Act`](crate::Act), which is what the program does. An action says what was
//! asked for and never what follows, because that depends on the state at the time the action is handled.

use std::rc::Rc;

use palimpsest_contract::Target;

use crate::act::Delayed;
use crate::address::Address;
use crate::card::Card;
use crate::command::Command;
use crate::lens::Lens;
use crate::pointing::Pointing;
use crate::search::Hit;
use crate::settings::Settings;
use crate::timeline::Gesture;

/// Something that happened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Action {
    /// The program has started.
    Started {
        /// The events that are already open in the document.
        open: Vec<usize>,
        /// The page's address.
        address: Address,
        /// Whether the page has the place that the address names.
        found: bool,
        /// The settings stored on this device.
        settings: Settings,
    },
    /// The stored settings were read again, because another window has changed them.
    SettingsRead(Settings),
    /// A control was used.
    ControlUsed {
        /// What it asks for.
        command: Command,
        /// The value of the control, if it is a field or a slider; otherwise empty.
        value: String,
        /// The id of the entry that contains the control; in the card, of the entry that the card shows.
        entry: String,
    },
    /// A link to something that can be looked up was clicked. The card opens one frame later, with [`Action::LookedUp`].
    LinkClicked(Card),
    /// An entry is looked up from a link.
    LookedUp(Card),
    /// The pointer rests on a link.
    Hovered(Card),
    /// The pointer has left the link and the card that opened for it.
    HoverEnded,
    /// A link in the card was clicked.
    CardLinkClicked(Target),
    /// An entry is looked up from a link in the card.
    LookedOn(Target),
    /// The card goes back to its previous entry, which has no history entry of its own.
    LookedBack,
    /// The card was closed, by the reader or by the browser.
    CardClosed,
    /// An event was clicked. It opens or closes one frame later, with [`Action::EventToggled`].
    EventClicked {
        /// The event's index.
        event: usize,
        /// Whether the event is to be open.
        open: bool,
    },
    /// An event was opened or closed.
    EventToggled {
        /// The event's index.
        event: usize,
        /// Whether it is open now.
        open: bool,
    },
    /// The browser went to a place on the page.
    Arrived(String),
    /// The browser went back or forward to this address.
    Returned(Address),
    /// The sentence with this number is being read; `None` at the top of the page.
    Passed(Option<i32>),
    /// The part of the page with this id is being read.
    Entered(String),
    /// The reader has changed the direction of scrolling.
    Scrolled {
        /// Whether the new direction is down.
        down: bool,
    },
    /// A link to another view of the timeline was followed.
    Viewed {
        /// The new view of the timeline. If it asks for no order, the order stays the same.
        lens: Lens,
        /// Whether the reader was already at the place that the link leads to. The change is then a history step of its own.
        is_step: bool,
    },
    /// The search has an answer.
    Found {
        /// The query that it answers.
        query: String,
        /// The hits.
        hits: Rc<Vec<Hit>>,
    },
    /// A search result was chosen that is not a place on the page: `?years=1927-1929` shows a view of the timeline,
    /// `=ice axe` starts another query, `!print` uses a tool by its command.
    AnswerChosen(String),
    /// The reader moves to the next hit or, if negative, to the previous one.
    HitMoved(i32),
    /// The dialog was closed.
    PanelClosed,
    /// A gesture was made on a drawing of the timeline.
    Gestured(Gesture),
    /// The reader points at a drawing of the timeline, or no longer does.
    Pointed(Pointing),
}

impl From<Delayed> for Action {
    fn from(delayed: Delayed) -> Self {
        match delayed {
            Delayed::LookUp(card) => Self::LookedUp(card),
            Delayed::LookOn(target) => Self::LookedOn(target),
            Delayed::Toggle { event, open } => Self::EventToggled { event, open },
        }
    }
}
