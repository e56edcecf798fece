//! From one state to the next.

use palimpsest_contract::{Outline, Target};

use super::{Action, Panel, State};
use crate::acts::{Act, Entry};
use crate::address::{Address, insert};
use crate::card::Card;
use crate::lens::{Lens, Scope};

/// What comes of an action.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Outcome {
    /// The next state.
    pub state: State,
    /// What is to be done, in this order.
    pub acts: Vec<Act>,
}

/// The next state, and what is to be done. An action that changes nothing leaves the state equal.
pub fn reduce(state: &State, outline: &Outline, action: Action) -> Outcome {
    let mut reduction =
        Reduction { next: state.clone(), outline, acts: Vec::new(), is_step: false, leaves_card: false };
    reduction.act(action);
    reduction.leave_closed_event();
    reduction.write(state)
}

/// A reduction in progress.
pub(super) struct Reduction<'a> {
    pub next: State,
    pub outline: &'a Outline,
    pub acts: Vec<Act>,
    /// Whether the reader would take this back: it becomes an entry of the browser's history.
    pub is_step: bool,
    /// Whether the reader closed a card that has entries in the history.
    pub leaves_card: bool,
}

impl Reduction<'_> {
    fn act(&mut self, action: Action) {
        match action {
            Action::Started { open, address, found, settings } => {
                self.next.live = true;
                self.next.settings = settings;
                self.next.unknown = if found { address.unknown.clone() } else { Some(["#", &address.place].concat()) };
                let asks_for_nothing = address == Address::default();
                self.acts.extend([Act::SaveSettings, Act::AnnounceLinks]);
                self.show(address);
                // What was chosen on this device holds where the address asks for nothing.
                if asks_for_nothing && settings.order != self.next.lens.order() {
                    self.next.lens.order = Some(settings.order);
                    self.acts.push(Act::Arrange);
                }
                for event in open {
                    self.set_open(event, true);
                }
            }
            Action::ControlUsed { command, value, entry } => self.run(command, value, &entry),
            Action::LinkClicked(card) => {
                self.next.opening = Some(card.clone());
                self.acts.push(Act::AfterFrame(Action::LookedUp(card).into()));
            }
            Action::LookedUp(card) => self.look_up(card),
            Action::Hovered(card) => {
                let is_free = self.next.card.as_ref().is_none_or(|card| !card.pinned);
                if is_free && self.next.opening.is_none() {
                    self.look_up(Card { pinned: false, ..card });
                }
            }
            Action::HoverEnded => {
                if self.next.card.as_ref().is_some_and(|card| !card.pinned) {
                    self.close_card();
                }
            }
            Action::CardLinkClicked(target) => {
                self.acts.extend([Act::FocusCard, Act::AfterFrame(Action::LookedOn(target).into())]);
            }
            Action::LookedOn(target) => self.look_on(target),
            Action::LookedBack => {
                if let Some(card) = self.next.card.as_mut().filter(|card| card.trail.len() > 1) {
                    card.trail.pop();
                    self.acts.push(Act::ResetCard);
                }
            }
            // A dialog hides the card, which comes back when the dialog goes.
            Action::CardClosed if self.next.panel.is_some() => {}
            Action::CardClosed => self.close_card(),
            Action::EventClicked { event, open } => {
                self.next.turning = Some(event);
                self.acts.push(Act::AfterFrame(Action::EventToggled { event, open }.into()));
            }
            Action::EventToggled { event, open } => self.set_open(event, open),
            Action::Arrived(place) => self.arrive(place),
            Action::Returned(address) => self.show(address),
            Action::Passed(passage) => self.next.passage = passage,
            Action::Found { query: answered, hits: found } => {
                if let Some(Panel::Search { query, hits, .. }) = &mut self.next.panel
                    && *query == answered
                {
                    *hits = found;
                }
            }
            Action::HitMoved(by) => {
                if let Some(Panel::Search { hits, chosen, .. }) = &mut self.next.panel {
                    let count = hits.len().max(1);
                    let at = (*chosen).min(count - 1);
                    *chosen = if by < 0 { (at + count - 1) % count } else { (at + 1) % count };
                    self.acts.push(Act::RevealHit);
                }
            }
            Action::PanelClosed => self.close_panel(),
            Action::Gestured(gesture) => self.gesture(gesture),
        }
    }

    /// Shows what an address says. It is the browser's step and not one of ours.
    fn show(&mut self, address: Address) {
        let Address { place, lens, open, card, unknown: _ } = address;
        self.close_panel();
        if lens.order() != self.next.lens.order() {
            self.acts.push(Act::Arrange);
        }
        (self.next.place, self.next.lens, self.next.open) = (place, lens, open);
        match (&self.next.card, &card) {
            // A card that goes on standing beside its link is not opened anew.
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

    /// Going somewhere leaves the card and the dialog behind, and opens the event that is there.
    fn arrive(&mut self, place: String) {
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

    /// A place that the scope leaves out is shown all the same.
    fn reveal(&mut self) {
        if self.place_event().is_some_and(|event| !self.next.lens.shows(event)) {
            self.next.lens.scope = Scope::All;
        }
    }

    fn place_event(&self) -> Option<&palimpsest_contract::Event> {
        self.outline.event(&self.next.place).and_then(|event| self.outline.events.get(event))
    }

    fn set_open(&mut self, event: usize, open: bool) {
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

    /// An event that is closed is not where the reader is, unless a card stands beside one of its links.
    fn leave_closed_event(&mut self) {
        let beside = self.next.card.as_ref().is_some_and(|card| card.pinned);
        if !beside && self.outline.event(&self.next.place).is_some_and(|event| !self.next.open.contains(&event)) {
            self.next.place.clear();
        }
    }

    fn look_up(&mut self, card: Card) {
        self.next.opening = None;
        let pinned = card.pinned;
        self.acts.push(Act::ShowCard(card.clone()));
        self.next.card = Some(card);
        if pinned {
            self.pin();
        }
    }

    fn look_on(&mut self, target: Target) {
        if let Some(card) = &mut self.next.card {
            // Back to what the card showed before, rather than around in circles.
            let known = card.trail.iter().position(|other| *other == target).unwrap_or(card.trail.len());
            card.trail.truncate(known);
            card.trail.push(target);
            self.acts.push(Act::ResetCard);
            self.pin();
        }
    }

    /// The card stays, and the reader is where its link stands: a step.
    fn pin(&mut self) {
        if let Some(card) = &mut self.next.card {
            card.pinned = true;
            self.next.place.clone_from(&card.anchor.place);
            self.is_step = true;
        }
        self.reveal();
    }

    pub(super) fn close_card(&mut self) {
        if let Some(card) = self.next.card.take() {
            self.acts.push(Act::HideCard { returns: true });
            self.leaves_card = card.pinned;
        }
    }

    pub(super) fn open_panel(&mut self, panel: Panel) {
        let dialog = panel.dialog();
        // A card that came with the pointer does not come back.
        if self.next.card.as_ref().is_some_and(|card| !card.pinned) {
            self.next.card = None;
            self.acts.push(Act::HideCard { returns: false });
        }
        self.next.panel = Some(panel);
        self.acts.push(Act::ShowPanel(Some(dialog)));
    }

    pub(super) fn close_panel(&mut self) {
        if self.next.panel.take().is_some() {
            self.acts.push(Act::ShowPanel(None));
            if let Some(card) = &self.next.card {
                self.acts.push(Act::ShowCard(card.clone()));
            }
        }
    }

    /// The entry of the browser's history for the state.
    fn entry(&self, address: &Address) -> Entry {
        let base = Address { place: String::new(), card: None, ..address.clone() };
        Entry { url: address.url(self.outline), base: base.url(self.outline), has_card: self.next.card.is_some() }
    }

    /// Ends the reduction with what it writes into the browser's history.
    fn write(mut self, before: &State) -> Outcome {
        if self.next.live {
            let address = self.next.address();
            let begins = !before.live;
            let has_moved = begins || self.is_step || self.leaves_card || address != before.address();
            if has_moved {
                let entry = self.entry(&address);
                self.acts.push(if self.leaves_card {
                    Act::LeaveCard(entry)
                } else {
                    Act::Write { entry, push: self.is_step }
                });
            }
        }
        Outcome { state: self.next, acts: self.acts }
    }
}

/// Whether a reader would take a change of the lens back. The years move with the pointer: choosing them at all is a step,
/// moving them further is not.
pub(super) fn is_step(before: &Lens, after: &Lens) -> bool {
    let only_years_moved =
        before.years.is_some() && after.years.is_some() && Lens { years: before.years, ..after.clone() } == *before;
    before != after && !only_years_moved
}
