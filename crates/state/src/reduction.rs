//! A reduction in progress: the next state so far, the acts asked for so far, and the basic changes that actions and
//! commands are composed of.

use palimpsest_contract::{Outline, Target};

use crate::act::Act;
use crate::address::{Address, insert};
use crate::card::Card;
use crate::lens::Scope;
use crate::state::{Panel, State};

/// A reduction in progress.
pub(crate) struct Reduction<'a> {
    pub next: State,
    pub outline: &'a Outline,
    pub acts: Vec<Act>,
    /// Whether this is a change that the reader may want to undo. It then becomes a new history entry.
    pub is_step: bool,
    /// Whether the reader closed a card that has history entries.
    pub leaves_card: bool,
}

impl Reduction<'_> {
    /// Shows what an address says. The step belongs to the browser, so it is not written to the history.
    pub(crate) fn show(&mut self, address: Address) {
        let Address { place, lens, open, card, censored, unknown: _ } = address;
        self.close_panel();
        if lens.order() != self.next.lens.order() {
            self.acts.push(Act::Arrange);
        }
        (self.next.place, self.next.lens, self.next.open) = (place, lens, open);
        self.next.censored = censored;
        match (&self.next.card, &card) {
            // A card that stays beside its link is not opened again.
            (Some(before), Some(card)) if before.is_beside_same(card) => {
                if before.trail != card.trail {
                    self.acts.push(Act::ResetCard);
                }
            }
            (_, Some(card)) => self.acts.push(Act::ShowCard(card.clone())),
            (Some(_), None) => self.acts.push(Act::HideCard { returns: true }),
            (None, None) => {}
        }
        self.next.card = card;
        self.reveal();
    }

    /// Arrives at a place: closes the card and the dialog, and opens the event at that place.
    pub(crate) fn arrive(&mut self, place: String) {
        if self.next.card.take().is_some() {
            self.acts.push(Act::HideCard { returns: false });
        }
        self.close_panel();
        self.next.place = place;
        self.reveal();
        if let Some(event) = self.outline.event(&self.next.place) {
            self.set_open(event, true);
        }
    }

    /// Shows an event that is the place even if the scope excludes it, and opens the entry of a person or a
    /// term that is the place.
    fn reveal(&mut self) {
        let target = self.outline.target(&self.next.place);
        if self.next.card.is_none() && matches!(target, Some(Target::Person(_) | Target::Note(_))) {
            self.acts.push(Act::Unfold(self.next.place.clone()));
        }
        if self.place_event().is_some_and(|event| !self.next.lens.shows(event)) {
            self.next.lens.scope = Scope::All;
        }
    }

    fn place_event(&self) -> Option<&palimpsest_contract::Event> {
        self.outline.event(&self.next.place).and_then(|event| self.outline.events.get(event))
    }

    pub(crate) fn set_open(&mut self, event: usize, open: bool) {
        if self.next.turning == Some(event) {
            self.next.turning = None;
        }
        let is_event = event < self.outline.events.len();
        if open && is_event {
            insert(&mut self.next.open, event);
        } else {
            self.next.open.retain(|other| *other != event);
        }
    }

    /// Leaves an event that was closed, unless a card stands beside one of its links. The event remains shown, whatever the
    /// lens favors, because it contains the focus.
    pub(crate) fn leave_closed_event(&mut self) {
        let beside = self.next.card.as_ref().is_some_and(|card| card.pinned);
        let closed = self.outline.event(&self.next.place).filter(|event| !self.next.open.contains(event));
        if let Some(event) = closed.filter(|_| !beside) {
            insert(&mut self.next.found, event);
            self.next.place.clear();
        }
    }

    pub(crate) fn look_up(&mut self, card: Card) {
        self.next.opening = None;
        let pinned = card.pinned;
        self.acts.push(Act::ShowCard(card.clone()));
        self.next.card = Some(card);
        if pinned {
            self.pin();
        }
    }

    pub(crate) fn look_on(&mut self, target: Target) {
        if let Some(card) = &mut self.next.card {
            // Looking up an earlier entry again goes back to it instead of around in circles.
            let known = card.trail.iter().position(|other| *other == target).unwrap_or(card.trail.len());
            card.trail.truncate(known);
            card.trail.push(target);
            self.acts.push(Act::ResetCard);
            self.pin();
        }
    }

    /// Goes back to the entry from which the card's entry was looked up.
    pub(crate) fn card_back(&mut self) {
        let mut before = self.next.clone();
        if let Some(card) = &mut before.card {
            card.trail.pop();
        }
        self.acts.extend([Act::FocusCard, Act::StepBack(before.address().url(self.outline))]);
    }

    /// Pins the card, which moves the reader to the place of its link. This is a history step.
    fn pin(&mut self) {
        if let Some(card) = &mut self.next.card {
            card.pinned = true;
            self.next.place.clone_from(&card.anchor.place);
            self.is_step = true;
        }
        self.reveal();
    }

    pub(crate) fn close_card(&mut self) {
        if let Some(card) = self.next.card.take() {
            self.acts.push(Act::HideCard { returns: true });
            self.leaves_card = card.pinned;
        }
    }

    pub(crate) fn open_panel(&mut self, panel: Panel) {
        let dialog = panel.dialog();
        // A card that opened for the pointer does not reappear after the dialog.
        if self.next.card.as_ref().is_some_and(|card| !card.pinned) {
            self.next.card = None;
            self.acts.push(Act::HideCard { returns: false });
        }
        self.next.panel = Some(panel);
        self.acts.push(Act::ShowPanel(Some(dialog)));
    }

    pub(crate) fn close_panel(&mut self) {
        if self.next.panel.take().is_some() {
            self.acts.push(Act::ShowPanel(None));
            if let Some(card) = &self.next.card {
                self.acts.push(Act::ShowCard(card.clone()));
            }
        }
    }

    /// Opens the panel of addresses and citations for an entry or, if `place` is empty, for the page.
    pub(crate) fn share(&mut self, place: String) {
        self.open_panel(Panel::Share { place: place.clone() });
        self.fill_share(place);
    }

    pub(crate) fn fill_share(&mut self, place: String) {
        let url = self.next.address().url(self.outline);
        self.acts.push(Act::FillShare { place, url, passage: self.next.passage });
    }

    /// Prints a part of the page. Where the part is an entry, it is the one for which the panel is open.
    pub(crate) fn print(&mut self, part: &'static str) {
        let place = match &self.next.panel {
            Some(Panel::Share { place }) => place.clone(),
            _ => String::new(),
        };
        self.acts.push(Act::Print { part, place });
    }
}
