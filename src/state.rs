//! All that a reader can change: one value and one pure reducer. No component keeps a truth of its own.

use std::rc::Rc;

use palimpsest_story::{EventId, MentionId, Story, Target};
use yew::Reducible;

use crate::address::Address;

/// What the page shows besides the story.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct State {
    /// Whether the program runs: controls that need it are hidden until then.
    pub live: bool,
    /// The events that are open, in no order, each once.
    pub open: Vec<EventId>,
    /// The card beside the text.
    pub card: Option<Card>,
    /// How often a card was opened. A card that is closed and opened again before the page is drawn is the same card, and
    /// must be shown all the same.
    pub openings: u32,
    /// The colours.
    pub theme: Theme,
}

impl State {
    fn set(&mut self, event: EventId, open: bool) {
        match self.open.iter().position(|other| *other == event) {
            Some(position) if !open => drop(self.open.swap_remove(position)),
            None if open => self.open.push(event),
            _ => {}
        }
    }
}

/// A card beside the mention that opened it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Card {
    /// What it shows: a person or a note.
    pub target: Target,
    /// The mention that it stands beside.
    pub mention: MentionId,
}

/// Light or dark.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Theme {
    /// As the reader's system has it.
    #[default]
    System,
    /// Ink on paper.
    Light,
    /// Paper on ink.
    Dark,
}

impl Theme {
    /// All of them, in the order in which they are offered.
    pub const ALL: [Self; 3] = [Self::System, Self::Light, Self::Dark];

    /// How it is remembered, and named to the style sheets.
    pub fn word(self) -> &'static str {
        match self {
            Self::System => "",
            Self::Light => "light",
            Self::Dark => "dark",
        }
    }

    /// How it is named to readers.
    pub fn label(self) -> &'static str {
        match self {
            Self::System => "Auto",
            Self::Light => "Light",
            Self::Dark => "Dark",
        }
    }
}

/// Something that happened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Action {
    /// The program has taken over the printed page: which events the browser had opened before, and where the page is.
    Started {
        /// Events that were opened without the program.
        open: Vec<EventId>,
        /// The page's address.
        address: Address,
        /// The colours that were chosen before.
        theme: Theme,
    },
    /// The page's address has changed, or a link to it was followed again.
    Arrived(Address),
    /// An event was opened or closed.
    EventSet {
        /// Which.
        event: EventId,
        /// Whether it is open now.
        open: bool,
    },
    /// All events were opened or closed.
    AllEventsSet {
        /// Whether they are open now.
        open: bool,
    },
    /// A card was asked for.
    CardOpened(Card),
    /// This card was closed. It may not be the present one any more: browsers tell late.
    CardClosed(Card),
    /// Other colours were chosen.
    ThemeSet(Theme),
}

/// The state after `action`; `None` when it changes nothing.
pub fn reduce(state: &State, story: &Story, action: Action) -> Option<State> {
    let mut next = state.clone();
    match action {
        Action::Started { open, address, theme } => {
            next.live = true;
            next.theme = theme;
            for event in open.into_iter().filter(|event| story.event(event).is_some()) {
                next.set(event, true);
            }
            arrive(&mut next, address);
        }
        Action::Arrived(address) => arrive(&mut next, address),
        Action::EventSet { event, open } => next.set(event, open),
        Action::AllEventsSet { open: true } => {
            for event in &story.events {
                next.set(event.id.clone(), true);
            }
        }
        Action::AllEventsSet { open: false } => next.open.clear(),
        Action::CardOpened(card) => {
            next.card = Some(card);
            next.openings = next.openings.wrapping_add(1);
        }
        Action::ThemeSet(theme) => next.theme = theme,
        Action::CardClosed(card) => next.card = next.card.filter(|present| *present != card),
    }
    (next != *state).then_some(next)
}

/// Going somewhere leaves the card behind, and opens the event that is there.
fn arrive(state: &mut State, address: Address) {
    state.card = None;
    if let Address::Event(event) = address {
        state.set(event, true);
    }
}

/// The state with the story that its actions are about, as Yew keeps it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Store {
    /// The story.
    pub story: Rc<Story>,
    /// The state.
    pub state: State,
}

impl Reducible for Store {
    type Action = Action;

    fn reduce(self: Rc<Self>, action: Action) -> Rc<Self> {
        match reduce(&self.state, &self.story, action) {
            Some(state) => Rc::new(Self { story: Rc::clone(&self.story), state }),
            None => self,
        }
    }
}
