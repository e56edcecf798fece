//! What changes how the timeline is viewed.

use palimpsest_contract::Command;

use super::Gesture;
use super::reduce::{Reduction, is_step};
use crate::acts::Act;
use crate::lens::Lens;
use crate::years::Years;
use palimpsest_calendar::WHOLE;

impl Reduction<'_> {
    /// Changes the lens. A place that is no longer shown is left, and the card beside it with it.
    pub(super) fn view(&mut self, change: impl FnOnce(&mut Lens)) {
        let before = self.next.lens.clone();
        change(&mut self.next.lens);
        let after = &self.next.lens;
        if before.order() != after.order() {
            self.acts.push(Act::Arrange);
        }
        self.is_step |= is_step(&before, after);
        let place = self.outline.event(&self.next.place).and_then(|event| self.outline.events.get(event));
        if place.is_some_and(|event| !self.next.lens.shows(event)) {
            self.next.place.clear();
            if self.next.card.take().is_some() {
                self.acts.push(Act::HideCard { returns: true });
            }
        }
    }

    /// Follows a person, or stops following them. At most two are followed at once.
    pub(super) fn follow(&mut self, person: usize) {
        if !self.next.lens.follow.contains(&person) && self.next.card.take().is_some() {
            // What lights up lies under the card.
            self.acts.push(Act::HideCard { returns: true });
        }
        self.view(|lens| {
            if let Some(position) = lens.follow.iter().position(|other| *other == person) {
                lens.follow.remove(position);
            } else {
                lens.follow.truncate(1);
                lens.follow.push(person);
            }
        });
    }

    /// Follows whom a list holds, in the first or the second place; an empty value is nobody.
    pub(super) fn follow_in(&mut self, slot: usize, command: Command, id: &str) {
        let chosen = self.outline.person(id);
        if chosen.is_none() && !id.is_empty() {
            return;
        }
        let before = self.next.lens.follow.clone();
        self.view(|lens| {
            let mut people: [Option<usize>; 2] = [0, 1].map(|slot| lens.follow.get(slot).copied());
            if chosen.is_some() && people.contains(&chosen) {
                people.swap(0, 1);
            } else {
                people[slot] = chosen;
            }
            lens.follow = people.into_iter().flatten().collect();
        });
        if self.next.lens.follow == before {
            // Nobody is followed twice, and the list says so.
            self.acts.push(Act::Restore(command));
        }
    }

    /// Moves one end of the years. It takes the other end along, so that a slider always holds what is shown.
    pub(super) fn move_end(&mut self, command: Command, value: &str) {
        let (Some(whole), Ok(year)) = (Years::of(self.outline), value.parse::<i32>()) else { return };
        self.view(|lens| {
            let shown = lens.years.unwrap_or(whole);
            let (from, to) = match command {
                Command::YearsFrom => (year, shown.to.max(year)),
                _ => (shown.from.min(year), year),
            };
            lens.years = Years::within(from, to, whole);
        });
    }

    /// Zooms around the middle of what is shown.
    pub(super) fn zoom_middle(&mut self, steps: i32) {
        let Some(shown) = self.next.lens.years.or_else(|| Years::of(self.outline)) else { return };
        self.zoom(steps, shown.from + shown.count() / 2);
    }

    fn zoom(&mut self, steps: i32, around: i32) {
        let whole = Years::of(self.outline);
        self.view(|lens| {
            lens.years = whole.and_then(|whole| lens.years.unwrap_or(whole).zoomed(steps, around, whole));
        });
    }

    pub(super) fn gesture(&mut self, gesture: Gesture) {
        let (Some(whole), Some(scale)) = (Years::of(self.outline), self.outline.scale()) else { return };
        match gesture {
            Gesture::Began => self.next.dragged = self.next.lens.years,
            Gesture::Drawn(from, to) => {
                let [from, to] = [from, to].map(|position| scale.year_at(position));
                let years = match self.next.dragged {
                    // A window that is there is moved by whoever takes hold of it.
                    Some(years) if years.contains(from) => Some(years.moved(to - from, whole)),
                    _ => Years::within(from, to, whole),
                };
                self.view(|lens| lens.years = years);
            }
            Gesture::Dragged(from, to) => {
                // Until years are chosen, such a line shows all of them.
                let Some(years) = self.next.dragged else { return self.gesture(Gesture::Drawn(from, to)) };
                let by = i64::from(years.count()) * i64::from(from - to) / i64::from(WHOLE);
                let years = years.moved(i32::try_from(by).unwrap_or_default(), whole);
                self.view(|lens| lens.years = Some(years));
            }
            Gesture::Zoomed { steps, position, stretched } => {
                let line = self.next.stretch(self.outline).filter(|_| stretched).unwrap_or(scale);
                self.zoom(steps, line.year_at(position));
            }
        }
    }
}
