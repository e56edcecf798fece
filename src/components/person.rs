//! What there is to say about a person: shared by their entry and their card.

use palimpsest_story::{LifeDate, Person, PersonId, Relation, Story};
use yew::prelude::*;

use super::date::date;
use super::drawn::ribbon;
use super::facts::{dated, fact, link, list};
use super::prose::plain;

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
            { &person.role }
            if let Some(name) = &person.birth_name {
                <br />{ ["born ", name].concat() }
            }
            if let Some(native) = &person.native_name {
                <br /><span lang={native.language.clone()}>{ &native.name }</span>
            }
        </p>
    }
}

/// Birth, death and what became of them.
pub(crate) fn life(person: &Person) -> [Html; 3] {
    [fact("Born", life_date(&person.born)), fact("Died", life_date(&person.died)), fact("Fate", plain(&person.fate))]
}

fn life_date(life: &LifeDate) -> Html {
    html! { <>{ date(&life.date) }<span>{ [", ", &life.place].concat() }</span></> }
}

/// How they stood to others: to all, or to one.
pub(crate) fn relations(person: &Person, to: Option<&PersonId>, story: &Story) -> Html {
    let relation = |relation: &Relation| {
        let with = story.person(&relation.with).filter(|with| to.is_none_or(|to| *to == with.id))?;
        let stance = relation.stance.word();
        let stood = html! {
            <>
                <span class={["stance stance-", stance].concat()}>{ stance }</span>
                { " " }{ link(&with.id, &with.name) }{ ": " }<span>{ plain(&relation.text) }</span>
            </>
        };
        Some(dated(stood, relation.date.as_ref()))
    };
    let stood: Vec<Html> = person.relations.iter().filter_map(relation).collect();
    if stood.is_empty() {
        return Html::default();
    }
    let list =
        html! { <ul class="dated-list">{ for stood.into_iter().map(|stood| html! { <li>{ stood }</li> }) }</ul> };
    fact("Relations", html! { <>{ ribbon(person, to, story) }{ list }</> })
}

/// Their events, each a link.
pub(crate) fn events(person: &Person, story: &Story) -> Html {
    let events = story.events_of(&person.id).map(|event| dated(link(&event.id, &event.title), Some(&event.date)));
    list("Events", "dated-list person-events", events.collect())
}
