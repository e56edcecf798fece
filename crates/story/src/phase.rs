//! Phases: the periods into which a timeline is divided.

use palimpsest_calendar::{CalendarDay, Extent};

use crate::{Event, EventId, Story};

/// A period of the timeline, from the beginning of one event to the beginning of another. It rests on the sources of these
/// events.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Phase {
    /// The name of the period: `In power`.
    pub name: String,
    /// The event that the phase begins with.
    pub from: EventId,
    /// The event whose beginning ends the phase.
    pub until: EventId,
}

impl Story {
    /// Returns the whole years of all phases as days, counted from 1 January 1970: the first day, and the day after the
    /// last. Returns `None` if there are no phases.
    pub fn focus(&self) -> Option<(i32, i32)> {
        let years: Vec<_> = self.phase_years().map(|(_, years)| years).collect();
        let ([first, _], [_, last]) = (years.first()?, years.last()?);
        Some((CalendarDay::new_year(*first).number(), CalendarDay::new_year(last + 1).number()))
    }

    /// Returns the phases with the first and the last year of each.
    pub fn phase_years(&self) -> impl Iterator<Item = (&Phase, [i32; 2])> {
        let year = |id: &EventId| {
            self.event(id).and_then(|event: &Event| event.date.extent).map(|days: Extent| days.years()[0])
        };
        self.phases.iter().filter_map(move |phase| Some((phase, [year(&phase.from)?, year(&phase.until)?])))
    }
}
