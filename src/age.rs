//! How old somebody was when something happened, as far as both dates are known.

use palimpsest_story::{CalendarDay, Event, Extent, Person};

/// How old a person was at an event: “aged 41”, “aged 52–53”, “12 years dead”; empty before their birth, and where a date
/// is not known.
pub fn words(person: &Person, event: &Event) -> String {
    event.date.extent.and_then(|when| at(person, when)).unwrap_or_default()
}

/// How old a person was when they died.
pub fn at_death(person: &Person) -> String {
    let (Some(born), Some(died)) = (person.born.date.extent, person.died.date.extent) else { return String::new() };
    ["aged ", &years(born, died)].concat()
}

fn at(person: &Person, when: Extent) -> Option<String> {
    let born = person.born.date.extent?;
    if when.first < born.end() {
        return None;
    }
    match person.died.date.extent {
        // On the very day they still lived.
        Some(died) if when.first >= died.end() => {
            let [years, word] = match years(died, when) {
                years if years == "0" => return Some("dead".to_owned()),
                years if years == "1" => [years, " year dead".to_owned()],
                years => [years, " years dead".to_owned()],
            };
            Some([years, word].concat())
        }
        Some(died) if when.end() > died.end() => {
            let length = died.end() - when.first;
            Some(["aged ", &years(born, Extent { length, ..when })].concat())
        }
        _ => Some(["aged ", &years(born, when)].concat()),
    }
}

/// Whole years from one date to another: `41`, or `52–53` where they are not known to the day, or a birthday fell between.
fn years(from: Extent, to: Extent) -> String {
    let least = between(from.end() - 1, to.first);
    let most = between(from.first, to.end() - 1);
    if least == most { most.to_string() } else { [&least.to_string(), "–", &most.to_string()].concat() }
}

/// The anniversaries of one day up to another.
fn between(from: i32, to: i32) -> i32 {
    let (from, to) = (CalendarDay::numbered(from), CalendarDay::numbered(to));
    to.year - from.year - i32::from((to.month, to.day) < (from.month, from.day))
}
