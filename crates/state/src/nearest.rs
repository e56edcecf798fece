//! The mark that is meant by a place on a drawing: the nearest.

use crate::pointing::{Line, Pointed, Pointing, Spot};
use crate::reduction::Reduction;

/// Which part of the reach the shortest mark has.
const SHORTEST: i32 = 3;

/// Up to this many marks in one place are named.
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

    /// The event whose mark is the nearest within reach, of those that lie under the pointer the shortest; and, so that each
    /// can be reached, those that begin within a pixel or two of it.
    fn nearest(&self, spot: &Spot) -> Vec<usize> {
        let Some(scale) = self.next.scale_of(spot.line, self.outline) else { return Vec::new() };
        let person = self.outline.person(&spot.person);
        let shortest = spot.reach / SHORTEST;
        let marks = self.outline.events.iter().enumerate().filter_map(|(event, details)| {
            let span = details.span.filter(|_| person.is_none_or(|person| details.involves(person)))?;
            let [from, to] = [span.first, span.end].map(|day| scale.position(day));
            // What is short is drawn a little longer.
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
