//! Where a person lived, prepared for drawing: the stops with their numbers, the places, and the frames that show them.

use palimpsest_atlas::{Frame, Kind, Vector, frames};
use palimpsest_story::{Person, Place, Stay};

use crate::edition::Edition;

/// The longest gap between two stops, in days, that a line still bridges.
const SILENCE: i32 = 31;
/// The smallest radius, in units of its frame, at which a place gets a ring. A smaller ring would be hidden under the mark.
const RING: f64 = 8.0;

/// The stops of a person.
pub(crate) struct Road<'story> {
    /// All stops, including those without a place.
    pub stops: Vec<Stop<'story>>,
    /// Each place once, in the order of the first stop there.
    pub places: Vec<&'story Place>,
    /// The frames in which the places are drawn.
    pub frames: Vec<Frame>,
}

/// A stay with its place and number on the map.
pub(crate) struct Stop<'story> {
    pub stay: &'story Stay,
    /// The index of the place; `None` for time spent traveling and for a place that no map can show.
    pub place: Option<usize>,
    /// The number of the stop among those with a mapped place, from 1; 0 for all others.
    pub number: usize,
}

/// The way from one numbered stop to the next.
#[derive(Clone, Copy)]
pub(crate) struct Leg {
    /// The indices of the two places.
    pub places: [usize; 2],
    /// The numbers of the two stops.
    pub numbers: [usize; 2],
}

impl<'story> Road<'story> {
    pub fn of(person: &'story Person) -> Self {
        let mut places: Vec<&Place> = Vec::new();
        let mut numbers = 1..;
        let stop = |stay: &'story Stay| {
            let place = stay.place.as_ref().filter(|place| place.point.is_some()).map(|place| {
                places.iter().position(|known| *known == place).unwrap_or_else(|| {
                    places.push(place);
                    places.len() - 1
                })
            });
            Stop { stay, place, number: place.and_then(|_| numbers.next()).unwrap_or_default() }
        };
        let stops = person.stays.iter().map(stop).collect();
        let points: Vec<Vector> = places.iter().map(|place| vector(place)).collect();
        Self { stops, frames: frames(&points), places }
    }

    /// Returns the stops with a place on the map.
    pub fn numbered(&self) -> impl Iterator<Item = &Stop<'story>> {
        self.stops.iter().filter(|stop| stop.place.is_some())
    }

    /// Returns the legs that a line draws, in order: from one stop to the next where the time between them is accounted for.
    pub fn legs(&self) -> Vec<Leg> {
        let mut legs = Vec::new();
        let mut last: Option<(usize, usize)> = None;
        let mut known = i32::MIN;
        for stop in &self.stops {
            // A date with an open end leaves no gap after it.
            let (first, end) = stop.stay.date.extent.map_or((known, i32::MAX), |extent| (extent.first, extent.end()));
            if last.is_some() && first.saturating_sub(known) > SILENCE {
                last = None;
            }
            known = known.max(end);
            if let Some(place) = stop.place {
                let from = last.filter(|(before, _)| *before != place);
                legs.extend(from.map(|from| Leg { places: [from.0, place], numbers: [from.1, stop.number] }));
                last = Some((place, stop.number));
            }
        }
        legs
    }

    /// Returns the radius of a place in units of a frame, if it is large enough to be seen there.
    pub fn ring(&self, place: usize, frame: &Frame) -> Option<f64> {
        let radius = frame.length(self.places[place].radius.into());
        (frame.kind != Kind::Globe && radius >= RING && frame.groups.iter().flatten().any(|other| *other == place))
            .then_some(radius)
    }

    /// Reports whether some frame shows how far the true place may be off.
    pub fn has_ring(&self, place: usize) -> bool {
        self.frames.iter().any(|frame| self.ring(place, frame).is_some())
    }

    /// Returns the name of a group of places: the name that they share or, if they differ, the name of the place with the
    /// longest stay.
    pub fn group_name(&self, group: &[usize]) -> &'story str {
        let name = |place: usize| town(self.places[place]);
        if group.iter().all(|place| name(*place) == name(group[0])) {
            return name(group[0]);
        }
        let days = |place: &usize| -> i32 {
            let there = self.stops.iter().filter(|stop| stop.place == Some(*place));
            there.filter_map(|stop| stop.stay.date.extent).map(|extent| extent.length).sum()
        };
        group
            .iter()
            .copied()
            .reduce(|longest, place| if days(&place) > days(&longest) { place } else { longest })
            .map_or("", name)
    }
}

impl Stop<'_> {
    /// Returns the last two digits of the number, which style sheets compare.
    pub fn code(&self) -> Option<String> {
        self.place.map(|_| format!("{:02}", self.number % 100))
    }

    /// Reports whether the stop's dates are approximate or uncertain.
    pub fn is_uncertain(&self) -> bool {
        self.stay.date.is_qualified()
    }

    /// Returns the stop's number, place and dates, as the name of its mark.
    pub fn name(&self, edition: &Edition) -> String {
        let place = self.stay.place.as_ref().map(|place| edition.place(place)).unwrap_or_default();
        let values = [("number", self.number.into()), ("place", place.into()), ("date", self.stay.date.text().into())];
        edition.format("stop-mark", &values)
    }
}

/// Returns the position of a place on the globe. Every place of a road has a point.
pub(crate) fn vector(place: &Place) -> Vector {
    let [latitude, longitude] = place.point.map(palimpsest_story::Point::degrees).unwrap_or_default();
    Vector::at(latitude, longitude)
}

/// Returns the town in the name of a place: its last part that is neither the country nor a description such as “near
/// Royan”.
pub(crate) fn town(place: &Place) -> &str {
    let parts = place.name.split(", ").filter(|part| place.country.as_deref() != Some(part));
    let names = parts.filter(|part| part.starts_with(char::is_uppercase));
    let town = names.last().unwrap_or(&place.name);
    town.split(" (").next().unwrap_or(town)
}
