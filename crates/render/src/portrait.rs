//! Portraits: symbols of the sprite that the publisher adds to the page, or initials for people without a portrait.

use palimpsest_contract::hook::class;
use palimpsest_story::Person;
use yew::prelude::*;

/// Renders a person's portrait. It is hidden from assistive software, because the name stands beside it.
pub(crate) fn portrait(person: &Person) -> Html {
    html! {
        <svg class={class::PORTRAIT} aria-hidden="true">
            if person.portrait.is_some() {
                <use href={format!("#portrait_{}", person.id)} />
            } else {
                { initials(&person.name) }
            }
        </svg>
    }
}

/// Renders the initials of a name, centered in the drawing around them.
pub(crate) fn initials(name: &str) -> Html {
    html! { <text x="50%" y="50%" dy=".35em" text-anchor="middle" fill="currentColor">{ initials_of(name) }</text> }
}

/// Returns the first letters of the first and the last name: `MB`. For scripts without capitals it returns only the first
/// letter, because letters of some of these scripts change their form when they stand alone.
fn initials_of(name: &str) -> String {
    let mut letters = name.split_whitespace().filter_map(|word| word.chars().find(|letter| letter.is_alphabetic()));
    let Some(first) = letters.next() else { return String::new() };
    let is_cased = first.is_uppercase() || first.is_lowercase();
    letters.next_back().filter(|_| is_cased).map_or_else(|| first.to_string(), |last| format!("{first}{last}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn initials_are_those_of_the_first_and_the_last_name() {
        for (name, initials) in [
            ("Marcus Brutus", "MB"),
            ("Augustus", "A"),
            ("Natalia Ivanovna Sedova", "NS"),
            ("“Che” Guevara", "CG"),
            ("Лев Троцкий", "ЛТ"),
            ("أبو الحسن علي", "أ"),
            ("毛泽东", "毛"),
            ("14", ""),
        ] {
            assert_eq!(initials_of(name), initials, "{name}");
        }
    }
}
