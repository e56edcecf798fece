//! The state: what the page shows besides the story.

use std::rc::Rc;

use palimpsest_calendar::Scale;
use palimpsest_contract::hook::id;
use palimpsest_contract::{Outline, Target};

use crate::address::Address;
use crate::card::Card;
use crate::lens::Lens;
use crate::pointing::{Line, Pointed};
use crate::search::Hit;
use crate::settings::Settings;
use crate::years::Years;

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
    /// The indices of the events that stay shown although the lens does not favor them, until the reader chooses another
    /// view: those that the browser opened before the program ran, as a link to words in them does, and those that were the
    /// place until the reader closed them.
    pub found: Vec<usize>,
    /// The event that is about to open or close.
    pub turning: Option<usize>,
    /// The card beside the text.
    pub card: Option<Card>,
    /// The card that is about to open.
    pub opening: Option<Card>,
    /// How the timeline is viewed.
    pub lens: Lens,
    /// Whether the censor's copy is shown.
    pub censored: bool,
    /// The years that were shown when a drag began.
    pub dragged: Option<Years>,
    /// The mark whose event is named beside it.
    pub pointed: Option<Pointed>,
    /// Whether the chart is drawn to a single scale throughout.
    pub true_scale: bool,
    /// What the reader chose for this device.
    pub settings: Settings,
    /// The number of the sentence being read; `None` at the top of the page.
    pub passage: Option<i32>,
    /// The id of the part of the page being read.
    pub part: String,
    /// The direction in which the reader moves through the page.
    pub course: Course,
    /// The dialog in front of the page.
    pub panel: Option<Panel>,
    /// What the address asks for and the page does not have.
    pub unknown: Option<String>,
}

/// The direction in which the reader moves through the page.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Course {
    /// Not moving yet, at the top of the page.
    #[default]
    Still,
    /// The reader arrived at a place inside the page and has not scrolled since.
    CameIn,
    /// Down. In a narrow window, the bar is then out of the way.
    Down,
    /// Up.
    Up,
}

/// A dialog in front of the page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Panel {
    /// The search.
    Search {
        /// The text in the field.
        query: String,
        /// The hits for the query.
        hits: Rc<Vec<Hit>>,
        /// The index of the chosen hit.
        chosen: usize,
    },
    /// Addresses, citations and files.
    Share {
        /// The id of the entry that the panel is for; empty for the page.
        place: String,
    },
}

impl Panel {
    /// Returns the id of the dialog.
    pub fn dialog(&self) -> &'static str {
        match self {
            Self::Search { .. } => id::SEARCH_PANEL,
            Self::Share { .. } => id::SHARE_PANEL,
        }
    }
}

impl State {
    /// Returns the address of what is shown.
    pub fn address(&self) -> Address {
        Address {
            place: self.place.clone(),
            lens: self.lens.clone(),
            open: self.open.clone(),
            card: self.card.clone().filter(|card| card.pinned),
            censored: self.censored,
            unknown: None,
        }
    }

    /// Returns the index of the event that the article has told last, up to the sentence being read.
    pub fn current_event(&self, outline: &Outline) -> Option<usize> {
        let passage = self.passage?;
        // The events told in the article come first, in the order of their sentences.
        let order = outline.article_order.iter();
        let told = order.filter_map(|index| Some((*index, outline.events.get(*index)?.sentence?)));
        told.take_while(|(_, sentence)| *sentence <= passage).last().map(|(index, _)| index)
    }

    /// Returns the scale of a drawing.
    pub fn scale_of(&self, line: Line, outline: &Outline) -> Option<Scale> {
        let scale = outline.scale()?;
        Some(if line == Line::Chart && self.true_scale { Scale::new(scale.first, scale.end) } else { scale })
    }

    /// Returns the card whose link is marked as expanded.
    pub fn expanded(&self) -> Option<&Card> {
        self.opening.as_ref().or(self.card.as_ref())
    }

    /// Returns the entry that the card shows.
    pub fn shown(&self) -> Option<Target> {
        self.card.as_ref().and_then(Card::shown)
    }
}
