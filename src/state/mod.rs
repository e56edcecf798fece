//! Everything that a reader can change: one value, and one pure function from an action to the next value and the acts that
//! it asks for.
//!
//! [`reduce()`] is the way in. What the page then looks like follows from the state alone ([`crate::marks`]); what has to be
//! done once is an [`Act`](crate::acts::Act).

mod action;
mod commands;
mod reduce;
mod timeline;

use std::rc::Rc;

use palimpsest_calendar::Scale;
use palimpsest_contract::hook::id;
use palimpsest_contract::{Outline, Target};

use crate::address::Address;
use crate::card::Card;
use crate::lens::Lens;
use crate::search::Hit;
use crate::settings::Settings;
use crate::years::Years;

pub use action::{Action, Gesture};
pub use reduce::{Outcome, reduce};

/// What the page shows besides the story.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct State {
    /// Whether the program runs. Controls that need it are hidden until then.
    pub live: bool,
    /// The id of the place that the address names; empty for none.
    pub place: String,
    /// The indices of the open events, in ascending order. The event that is the place is open, unless a card stands beside
    /// one of its links.
    pub open: Vec<usize>,
    /// The event that is about to open or close.
    pub turning: Option<usize>,
    /// The card beside the text.
    pub card: Option<Card>,
    /// The card that is about to open.
    pub opening: Option<Card>,
    /// How the timeline is viewed.
    pub lens: Lens,
    /// The years that were shown when a drag began.
    pub dragged: Option<Years>,
    /// What the reader chose for this device.
    pub settings: Settings,
    /// The number of the sentence that is being read.
    pub passage: Option<i32>,
    /// The dialog in front of the page.
    pub panel: Option<Panel>,
    /// What the address asks for and the page does not have.
    pub unknown: Option<String>,
}

/// A dialog in front of the page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Panel {
    /// The search.
    Search {
        /// The text in the field.
        query: String,
        /// What it finds.
        hits: Rc<Vec<Hit>>,
        /// The index of the chosen hit.
        chosen: usize,
    },
    /// Addresses, citations and files.
    Share {
        /// The id of the entry that they are for; empty for the page.
        place: String,
    },
}

impl Panel {
    /// The id of its dialog.
    pub fn dialog(&self) -> &'static str {
        match self {
            Self::Search { .. } => id::SEARCH_PANEL,
            Self::Share { .. } => id::SHARE_PANEL,
        }
    }
}

impl State {
    /// The address of what is shown.
    pub fn address(&self) -> Address {
        Address {
            place: self.place.clone(),
            lens: self.lens.clone(),
            open: self.open.clone(),
            card: self.card.clone().filter(|card| card.pinned),
            unknown: None,
        }
    }

    /// The index of the event that the article has told last before the sentence that is being read.
    pub fn current_event(&self, outline: &Outline) -> Option<usize> {
        let passage = self.passage?;
        // Those in the article come first, in the order of their sentences.
        let told = outline.article_order.iter().filter_map(|index| {
            let index = usize::try_from(*index).ok()?;
            Some((index, outline.events.get(index)?.sentence?))
        });
        told.take_while(|(_, sentence)| *sentence <= passage).last().map(|(index, _)| index)
    }

    /// The scale of the drawings that show only the chosen years.
    pub fn stretch(&self, outline: &Outline) -> Option<Scale> {
        let whole = outline.scale()?;
        Some(self.lens.years.map_or(whole, |years| {
            let chosen = Scale::of_years(years.from, years.to);
            Scale { first: chosen.first.max(whole.first), end: chosen.end.min(whole.end) }
        }))
    }

    /// The card whose link says that it is open.
    pub fn expanded(&self) -> Option<&Card> {
        self.opening.as_ref().or(self.card.as_ref())
    }

    /// What the card shows.
    pub fn shown(&self) -> Option<Target> {
        self.card.as_ref().and_then(Card::shown)
    }
}
