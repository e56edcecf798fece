//! What happens on the page, in contrast to an [`Act`](crate::Act), which is what the program does. An action says what was
//! asked for, never what comes of it: that depends on the state at the moment when its turn comes.

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
        /// The events that were opened before.
        open: Vec<usize>,
        /// The page's address.
        address: Address,
        /// Whether the page has the place that the address names.
        found: bool,
        /// What was chosen on this device.
        settings: Settings,
    },
    /// A control was used.
    ControlUsed {
        /// What it asks for.
        command: Command,
        /// What the control holds, as a field, a list or a slider does.
        value: String,
        /// The id of the entry that the control stands in; in the card, of the entry that the card shows.
        entry: String,
    },
    /// A link to something that can be looked up was clicked. The card opens with [`Action::LookedUp`], one frame later.
    LinkClicked(Card),
    /// Something is looked up.
    LookedUp(Card),
    /// The pointer rests on a link.
    Hovered(Card),
    /// The pointer has left the link, and the card that came with it.
    HoverEnded,
    /// A link in the card was clicked.
    CardLinkClicked(Target),
    /// Something is looked up from the card.
    LookedOn(Target),
    /// The card goes back to its previous entry, which has no entry of its own in the browser's history.
    LookedBack,
    /// The card was closed, by the reader or by the browser.
    CardClosed,
    /// An event was clicked. It opens or closes with [`Action::EventToggled`], one frame later.
    EventClicked {
        /// The event's index.
        event: usize,
        /// Whether it is to be open.
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
    /// The sentence of this number is being read; `None` at the top of the page.
    Passed(Option<i32>),
    /// The part of the page with this id is being read.
    Entered(String),
    /// The reader scrolls, in another direction than before.
    Scrolled {
        /// Whether it is down.
        down: bool,
    },
    /// A link to another view of the timeline was followed.
    Viewed {
        /// How the timeline is to be viewed. The order stays where it asks for none.
        lens: Lens,
        /// Whether the reader was at the link's place already: then the change is a step of its own.
        is_step: bool,
    },
    /// The search has an answer.
    Found {
        /// The query that it answers.
        query: String,
        /// The hits.
        hits: Rc<Vec<Hit>>,
    },
    /// An answer of the search was chosen that is no place on the page: `?years=1927-1929` shows a view of the timeline,
    /// `=ice axe` asks another query, `!print` uses a tool by its command.
    AnswerChosen(String),
    /// The reader moves to the next hit or, below zero, to the previous one.
    HitMoved(i32),
    /// The dialog was closed.
    PanelClosed,
    /// A gesture on a drawing of the timeline.
    Gestured(Gesture),
    /// The reader points at a drawing of the timeline.
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
