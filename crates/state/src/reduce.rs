//! The transition from one state to the next.

use palimpsest_contract::{Outline, Target};

use crate::act::{Act, Delayed};
use crate::action::Action;
use crate::address::Address;
use crate::card::Card;
use crate::history::HistoryEntry;
use crate::reduction::Reduction;
use crate::state::{Course, Panel, State};

/// The result of an action.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Outcome {
    /// The next state.
    pub state: State,
    /// The acts to perform, in this order.
    pub acts: Vec<Act>,
}

/// Returns the next state and the acts to perform. An action that changes nothing leaves the state equal to the previous
/// one.
pub fn reduce(state: &State, outline: &Outline, action: Action) -> Outcome {
    let mut reduction =
        Reduction { next: state.clone(), outline, acts: Vec::new(), is_step: false, leaves_card: false };
    reduction.act(action);
    reduction.leave_closed_event();
    reduction.write(state)
}

impl Reduction<'_> {
    fn act(&mut self, action: Action) {
        match action {
            Action::Started { open, address, found, settings } => {
                self.next.live = true;
                self.next.settings = settings;
                self.next.unknown = if found { address.unknown.clone() } else { Some(["#", &address.place].concat()) };
                if found && !address.place.is_empty() {
                    self.next.course = Course::CameIn;
                }
                let asks_for_nothing = address == Address::default();
                self.acts.push(Act::AnnounceLinks);
                self.show(address);
                // The stored settings apply only if the address asks for nothing.
                if asks_for_nothing && settings.order() != self.next.lens.order() {
                    self.next.lens.order = Some(settings.order());
                    self.acts.push(Act::Arrange);
                }
                // Folding events away around an event that the browser has scrolled to would move it.
                if let Some(found) = open.first().filter(|_| self.next.lens.dims()) {
                    self.acts.push(Act::Reveal(self.outline.id(Target::Event(*found)).to_owned()));
                }
                self.next.found.clone_from(&open);
                for event in open {
                    self.set_open(event, true);
                }
            }
            Action::SettingsRead(settings) => {
                self.next.settings = settings;
                // The events stay where they are, and the address says so.
                let order = self.next.lens.order();
                if settings.order() != order {
                    self.next.lens.order = Some(order);
                }
            }
            Action::ControlUsed { command, value, entry } => command.run(self, value, &entry),
            Action::LinkClicked(card) => {
                self.next.opening = Some(card.clone());
                self.acts.push(Act::AfterFrame(Delayed::LookUp(card)));
            }
            Action::LookedUp(card) => self.look_up(card),
            Action::Hovered(card) => {
                // A dialog may have opened while the pointer rested.
                let is_free = self.next.panel.is_none() && self.next.card.as_ref().is_none_or(|card| !card.pinned);
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
                self.acts.extend([Act::FocusCard, Act::AfterFrame(Delayed::LookOn(target))]);
            }
            Action::LookedOn(target) => self.look_on(target),
            Action::LookedBack => {
                if let Some(card) = self.next.card.as_mut().filter(|card| card.trail.len() > 1) {
                    card.trail.pop();
                    self.acts.push(Act::ResetCard);
                }
            }
            // A dialog hides the card, which reappears when the dialog closes.
            Action::CardClosed if self.next.panel.is_some() => {}
            Action::CardClosed => self.close_card(),
            Action::EventClicked { event, open } => {
                self.next.turning = Some(event);
                self.acts.push(Act::AfterFrame(Delayed::Toggle { event, open }));
            }
            Action::EventToggled { event, open } => self.set_open(event, open),
            Action::Arrived(place) => self.arrive(place),
            Action::Returned(address) => self.show(address),
            Action::Passed(passage) => self.next.passage = passage,
            Action::Entered(part) => self.next.part = part,
            Action::Scrolled { down } => {
                self.next.course = if down { Course::Down } else { Course::Up };
            }
            Action::Viewed { lens, is_step } => {
                let was_step = self.is_step;
                self.view(|current| *current = current.viewed(lens));
                self.is_step = was_step || is_step;
            }
            Action::Found { query: answered, hits: found } => {
                if let Some(Panel::Search { query, hits, .. }) = &mut self.next.panel
                    && *query == answered
                {
                    *hits = found;
                }
            }
            Action::AnswerChosen(answer) => self.choose(&answer),
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
            Action::Pointed(pointing) => self.point(pointing),
        }
    }

    /// Returns the history entry for the state.
    fn entry(&self, address: &Address) -> HistoryEntry {
        let base = Address { place: String::new(), card: None, ..address.clone() };
        HistoryEntry {
            url: address.url(self.outline),
            base: base.url(self.outline),
            has_card: self.next.card.is_some(),
        }
    }

    /// Ends the reduction with the act that updates the browser's history, if it must be updated.
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
