//! Portraits: symbols of the sprite, which the publisher adds to the page; initials where there is no drawing.

use palimpsest_contract::hook::class;
use palimpsest_story::Person;
use yew::prelude::*;

/// Their portrait. The name beside it carries the meaning.
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

/// The initials of a name, in the middle of the drawing around them.
pub(crate) fn initials(name: &str) -> Html {
    html! { <text x="50%" y="50%" dy=".35em" text-anchor="middle" fill="currentColor">{ initials_of(name) }</text> }
}

/// The first letters of the first name and of the last: `MB`. Of scripts without capitals the very first letter, as others
/// change their form where they stand alone.
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
