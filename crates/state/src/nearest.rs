//! The mark that is meant by a place on a drawing: the nearest one.

use crate::pointing::{Line, Pointed, Pointing, Spot};
use crate::reduction::Reduction;

/// The divisor of the reach that gives the length of the shortest mark.
const SHORTEST: i32 = 3;

/// The largest number of marks in one place that are named.
const MOST: usize = 5;

impl Reduction<'_> {
    pub(crate) fn point(&mut self, pointing: Pointing) {
        self.next.pointed = match pointing {
            Pointing::Nothing => None,
            Pointing::Mark(id) => {
                self.outline.event(&id).map(|event| Pointed { line: Line::Rail, events: vec![event], top: 0 })
            }
            Pointing::At(spot) => {
                let events = self.nearest(&spot);
                (!events.is_empty()).then_some(Pointed { line: spot.line, events, top: spot.top })
            }
        };
    }

    /// Returns the event whose mark is nearest within reach (the shortest one, if several lie under the pointer), followed
    /// by the events that begin within a pixel or two of it, so that each of them can be reached.
    fn nearest(&self, spot: &Spot) -> Vec<usize> {
        let Some(scale) = self.next.scale_of(spot.line, self.outline) else { return Vec::new() };
        let person = self.outline.person(&spot.person);
        let shortest = spot.reach / SHORTEST;
        let marks = self.outline.events.iter().enumerate().filter_map(|(event, details)| {
            let span = details.span.filter(|_| person.is_none_or(|person| details.involves(person)))?;
            let [from, to] = [span.first, span.end].map(|day| scale.position(day));
            // A short mark is drawn a little longer than its event.
            let to = to.max(from + shortest);
            let distance = (from - spot.position).max(spot.position - to).max(0);
            (distance <= spot.reach).then_some(((distance, to - from), from, event))
        });
        let marks: Vec<_> = marks.collect();
        let Some((_, begin, nearest)) = marks.iter().min().copied() else { return Vec::new() };
        let beside = |(_, from, event): &(_, i32, usize)| {
            (*event != nearest && (from - begin).abs() < shortest / 2).then_some(*event)
        };
        std::iter::once(nearest).chain(marks.iter().filter_map(beside)).take(MOST).collect()
    }
}
