//! Changes to how the timeline is viewed.

use crate::act::Act;
use crate::lens::Lens;
use crate::pointing::Line;
use crate::reduction::Reduction;
use crate::state::State;
use crate::years::Years;

/// A gesture on a drawing of the timeline. Positions are on the line that was touched.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Gesture {
    /// A drag begins.
    Began,
    /// A window of years is drawn on a line, from one position to another.
    Drawn {
        /// The drawing.
        line: Line,
        /// The position where the pointer went down.
        from: i32,
        /// The current position of the pointer.
        to: i32,
    },
    /// A handle of the chart is dragged to a position.
    Pulled {
        /// Whether it is the handle of the first year.
        is_first: bool,
        /// The current position of the pointer.
        position: i32,
    },
    /// The years are zoomed around a position.
    Zoomed {
        /// The number of steps to zoom in; negative to zoom out.
        steps: i32,
        /// The position around which to zoom.
        position: i32,
        /// The drawing.
        line: Line,
    },
}

impl Reduction<'_> {
    /// Changes the lens. If the place is no longer shown, the reader leaves it, and the card beside it closes.
    pub(crate) fn view(&mut self, change: impl FnOnce(&mut Lens)) {
        let before = self.next.lens.clone();
        change(&mut self.next.lens);
        let after = &self.next.lens;
        if before.order() != after.order() {
            self.acts.push(Act::Arrange);
        }
        if before != *after {
            self.next.found.clear();
        }
        self.is_step |= is_step(&before, &self.next.lens);
        let place = self.outline.event(&self.next.place).and_then(|event| self.outline.events.get(event));
        if place.is_some_and(|event| !self.next.lens.shows(event)) {
            self.next.place.clear();
            if self.next.card.take().is_some() {
                self.acts.push(Act::HideCard { returns: true });
            }
        }
    }

    /// Follows a person, or stops following them. At most two people are followed at once.
    pub(crate) fn follow(&mut self, person: usize) {
        if !self.next.lens.follow.contains(&person) && self.next.card.take().is_some() {
            // The card would cover what lights up.
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

    /// Moves the first or the last of the years shown. The other one moves along if necessary, so that the sliders always
    /// match what is shown.
    pub(crate) fn move_end(&mut self, is_first: bool, value: &str) {
        if let Ok(year) = value.parse() {
            self.move_end_to(is_first, year);
        }
    }

    fn move_end_to(&mut self, is_first: bool, year: i32) {
        let Some(whole) = Years::of(self.outline) else { return };
        self.view(|lens| {
            let shown = lens.years.unwrap_or(whole);
            let (from, to) = if is_first { (year, shown.to.max(year)) } else { (shown.from.min(year), year) };
            lens.years = Years::within(from, to, whole);
        });
    }

    fn zoom(&mut self, steps: i32, around: i32) {
        let whole = Years::of(self.outline);
        self.view(|lens| {
            lens.years = whole.and_then(|whole| lens.years.unwrap_or(whole).zoomed(steps, around, whole));
        });
    }

    pub(crate) fn gesture(&mut self, gesture: Gesture) {
        let Some(whole) = Years::of(self.outline) else { return };
        let year = |state: &State, line: Line, position: i32| {
            state.scale_of(line, self.outline).map_or(whole.from, |scale| scale.year_at(position))
        };
        // A press may be meant for the label, a drag is not.
        if gesture != Gesture::Began {
            self.next.pointed = None;
        }
        match gesture {
            Gesture::Began => self.next.dragged = self.next.lens.years,
            Gesture::Drawn { line, from, to } => {
                let [from, to] = [from, to].map(|position| year(&self.next, line, position));
                let years = match self.next.dragged {
                    // A drag that begins inside the current window moves it.
                    Some(years) if years.contains(from) => Some(years.moved(to - from, whole)),
                    _ => Years::within(from, to, whole),
                };
                self.view(|lens| lens.years = years);
            }
            Gesture::Pulled { is_first, position } => {
                self.move_end_to(is_first, year(&self.next, Line::Chart, position));
            }
            Gesture::Zoomed { steps, position, line } => self.zoom(steps, year(&self.next, line, position)),
        }
    }
}

/// Reports whether a change of the lens is a history step. The years change continuously with the pointer: choosing years at
/// all is a step, changing them further is not.
fn is_step(before: &Lens, after: &Lens) -> bool {
    let only_years_moved =
        before.years.is_some() && after.years.is_some() && Lens { years: before.years, ..after.clone() } == *before;
    before != after && !only_years_moved
}
