//! Portraits: symbols of the sprite, which the publisher adds to the page.

use palimpsest_contract::hook::class;
use palimpsest_story::Person;
use yew::prelude::*;

/// Their portrait. The name beside it carries the meaning.
pub(crate) fn portrait(person: &Person) -> Html {
    html! {
        <svg class={class::PORTRAIT} aria-hidden="true">
            if person.portrait {
                <use href={format!("#portrait_{}", person.id)} />
            }
        </svg>
    }
}
