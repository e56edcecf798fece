//! What there is to say about a person.

use palimpsest_story::{Event, LifeDate, Person, Relation, Stance, Story};
use yew::prelude::*;

use super::date::date;
use super::drawn::ribbon;
use super::facts::{dated, fact, link, list};
use super::prose::plain;
use crate::age;

/// Their portrait. The name beside it carries the meaning.
pub(crate) fn portrait(person: &Person) -> Html {
    html! {
        <svg class="portrait" aria-hidden="true">
            if person.portrait {
                <use href={["#portrait_", &person.id].concat()} />
            }
        </svg>
    }
}

/// Other names: the one they were born with, and the one in their own script.
pub(crate) fn other_names(person: &Person) -> Html {
    html! {
        <p class="person-names">
            <span>{ &person.role }</span>
            if let Some(name) = &person.birth_name {
                { " " }<span>{ ["born ", name].concat() }</span>
            }
            if let Some(native) = &person.native_name {
                { " " }<bdi lang={native.language.clone()} translate="no">{ &native.name }</bdi>
            }
            if !person.spellings.is_empty() {
                { " " }<span class="spellings">{ ["also ", &person.spellings.join(", ")].concat() }</span>
            }
        </p>
    }
}

/// Birth, death and what became of them.
pub(crate) fn life(person: &Person) -> [Html; 3] {
    let age = age::at_death(person);
    [
        fact("Born", life_date(&person.born, "")),
        fact("Died", life_date(&person.died, &age)),
        fact("Fate", plain(&person.fate)),
    ]
}

fn life_date(life: &LifeDate, age: &str) -> Html {
    let place = if age.is_empty() { [", ", &life.place].concat() } else { [", ", age, ", ", &life.place].concat() };
    html! { <>{ date(&life.date) }<span>{ place }</span></> }
}

/// How they stood to others: drawn, in dated words, and who was on which side.
pub(crate) fn relations(person: &Person, story: &Story) -> Html {
    let relation = |relation: &Relation| {
        let with = story.person(&relation.with)?;
        let stance = relation.stance.word();
        let stood = html! {
            <>
                <span class={["stance stance-", stance].concat()}>{ stance }</span>
                { " " }{ link(&with.id, &with.name) }{ ": " }<span>{ plain(&relation.text) }</span>
            </>
        };
        let stood = dated(stood, relation.date.as_ref());
        Some(html! { <li data-of={person.id.to_string()} data-with={with.id.to_string()}>{ stood }</li> })
    };
    let stood: Vec<Html> = person.relations.iter().filter_map(relation).collect();
    let list = if stood.is_empty() {
        Html::default()
    } else {
        let list = html! { <ul class="dated-list">{ stood }</ul> };
        fact("Relations", html! { <>{ ribbon(person, story) }{ list }</> })
    };
    html! {
        <>
            { list }
            { side("Companions", &[Stance::Ally], person, story) }
            { side("Opponents", &[Stance::Rival, Stance::Enemy], person, story) }
            { side("Family", &[Stance::Family], person, story) }
        </>
    }
}

/// Everybody who stood so to a person, at whatever time: as the person's entry tells it, or theirs.
fn side(term: &'static str, stances: &[Stance], person: &Person, story: &Story) -> Html {
    let tells = |of: &Person, with: &Person| {
        of.relations.iter().any(|relation| relation.with == with.id && stances.contains(&relation.stance))
    };
    let others = story.people.iter().filter(|other| tells(person, other) || tells(other, person));
    list(term, "inline-list", others.map(|other| link(&other.id, &other.name)).collect())
}

/// Their events, each a link.
pub(crate) fn events(person: &Person, story: &Story) -> Html {
    let when = |event: &Event| {
        let age = age::words(person, event);
        html! {
            <>
                { dated(link(&event.id, &event.title), Some(&event.date)) }
                if !age.is_empty() {
                    <span class="dates">{ [" ", &age].concat() }</span>
                }
            </>
        }
    };
    let events = story.events_of(&person.id).map(when);
    list("Events", "dated-list person-events", events.collect())
}
