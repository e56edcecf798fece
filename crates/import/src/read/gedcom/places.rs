//! The places of lines.

use super::citations::in_words;
use super::{Reader, record::Record};
use crate::draft::Place;

/// The parts of an address, in order.
const ADDRESS: [&str; 7] = ["ADR1", "ADR2", "ADR3", "CITY", "STAE", "POST", "CTRY"];

impl Reader<'_> {
    /// Returns the name of the place of a line: its `PLAC`, or else its address.
    pub(super) fn place_name(&mut self, record: &Record, comments: &mut Vec<String>) -> Option<String> {
        let place = record.take("PLAC").filter(|place| !joined(&place.value).is_empty());
        let Some(place) = place else { return Self::address(record) };
        let name = joined(&place.value);
        self.set_by(place, &format!("on {name}"), comments);
        // Its sources support only the place of the line, not the rest of the line.
        for citation in self.cited(place, comments) {
            let said = format!("{} PLAC {name} cites {}", record.tag, in_words(&citation));
            self.wait(place, &said, "the name of a place cites nothing", comments);
        }
        if let Some(map) = place.find("MAP") {
            let degrees = |tag, positive, negative| degrees(&map.find(tag)?.value, positive, negative);
            if let (Some(latitude), Some(longitude)) = (degrees("LATI", 'N', 'S'), degrees("LONG", 'E', 'W'))
                && latitude.abs() <= 90.0
                && longitude.abs() <= 180.0
                && self.point(&name, (latitude, longitude))
            {
                map.mark();
                map.take_all("LATI").chain(map.take_all("LONG")).for_each(Record::mark);
            }
        }
        Some(name)
    }

    /// Returns the key of the place of a line, and adds the place to the draft if it is new.
    pub(super) fn place(&mut self, record: &Record, comments: &mut Vec<String>) -> Option<String> {
        let name = self.place_name(record, comments)?;
        self.known_place(&name);
        Some(name)
    }

    /// Adds a place to the draft unless it is there. Its name is its key.
    fn known_place(&mut self, name: &str) {
        if self.places.insert(name.to_owned()) {
            self.draft.places.push(Place { key: name.to_owned(), name: name.to_owned(), ..Place::default() });
        }
    }

    /// Sets the point of a place, unless it has one. Returns whether the place now has this point.
    fn point(&mut self, name: &str, point: (f64, f64)) -> bool {
        self.known_place(name);
        let Some(place) = self.draft.places.iter_mut().find(|place| place.key == name) else { return false };
        *place.point.get_or_insert(point) == point
    }

    fn address(record: &Record) -> Option<String> {
        let address = record.find("ADDR")?;
        let lines = joined(&address.value.replace('\n', ", "));
        let name = if lines.is_empty() {
            let parts = ADDRESS.iter().filter_map(|tag| address.take_text(tag));
            parts.collect::<Vec<_>>().join(", ")
        } else {
            lines
        };
        address.mark();
        Some(name).filter(|name| !name.is_empty())
    }
}

/// Joins the parts of a place, with single spaces. Empty parts, which represent unknown levels, are left out.
fn joined(value: &str) -> String {
    let parts = value.split(',').map(|part| part.split_whitespace().collect::<Vec<_>>().join(" "));
    parts.filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ")
}

/// Parses degrees such as `N18.150944` and `W95.3`; some programs write signs instead of letters.
fn degrees(value: &str, positive: char, negative: char) -> Option<f64> {
    let value = value.trim();
    let (sign, number) = match value.strip_prefix([positive, positive.to_ascii_lowercase()]) {
        Some(number) => (1.0, number),
        None => match value.strip_prefix([negative, negative.to_ascii_lowercase()]) {
            Some(number) => (-1.0, number),
            None => (1.0, value),
        },
    };
    let number: f64 = number.trim().parse().ok()?;
    number.is_finite().then_some(sign * number)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn degrees_have_letters_or_signs() {
        assert_eq!(degrees("N18.5", 'N', 'S'), Some(18.5));
        assert_eq!(degrees("s18.5", 'N', 'S'), Some(-18.5));
        assert_eq!(degrees("-95.25", 'E', 'W'), Some(-95.25));
        for wrong in ["", "N", "N1°2′", "NaN", "inf"] {
            assert_eq!(degrees(wrong, 'N', 'S'), None, "{wrong}");
        }
    }

    #[test]
    fn unknown_levels_are_left_out() {
        assert_eq!(joined(" Cove,, Cache  County , Utah, "), "Cove, Cache County, Utah");
    }
}
