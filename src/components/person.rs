//! What there is to say about a person: shared by their entry and their card.

use palimpsest_story::{LifeDate, Office, Person, PersonId, Relation, Stay, Story};
use yew::prelude::*;

use super::date::date;
use super::facts::{dated, fact, link, list};
use super::prose::plain;
use super::sources::cites;

/// Their portrait. The name beside it carries the meaning.
pub(crate) fn portrait(person: &Person) -> Html {
    match &person.portrait {
        Some(portrait) => html! {
            <img class="portrait" src={portrait.clone()} alt="" width="120" height="140" loading="lazy" />
        },
        None => html! { <span class="portrait portrait-none" aria-hidden="true"></span> },
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

/// What they held.
pub(crate) fn offices(person: &Person, story: &Story) -> Html {
    let held = |office: &Office| {
        let title = html! { <><span>{ &office.title }</span>{ " " }{ cites(&office.sources, story) }</> };
        dated(title, Some(&office.date))
    };
    list("Offices", "dated-list", person.offices.iter().map(held).collect())
}

/// Where they lived.
pub(crate) fn stays(person: &Person) -> Html {
    let stayed = |stay: &Stay| {
        let place = stay.place.as_ref().map(|place| html! { <span>{ [&place.text(), ". "].concat() }</span> });
        dated(html! { <>{ place.unwrap_or_default() }<span>{ plain(&stay.text) }</span></> }, Some(&stay.date))
    };
    list("Stops of the exile", "dated-list", person.stays.iter().map(stayed).collect())
}

/// One thing that tells who they were.
pub(crate) fn detail(person: &Person) -> Html {
    person.detail.as_ref().map(|detail| fact("A detail", plain(detail))).unwrap_or_default()
}

/// How they stood to others: to all, or to one.
pub(crate) fn relations(person: &Person, to: Option<&PersonId>, story: &Story) -> Html {
    let relation = |relation: &Relation| {
        let with = story.person(&relation.with).filter(|with| to.is_none_or(|to| *to == with.id))?;
        let stance = relation.stance.word();
        let stood = html! {
            <>
                <span class={classes!("stance", stance)}>{ stance }</span>
                { " " }{ link(&with.id, &with.name) }{ ": " }<span>{ plain(&relation.text) }</span>
            </>
        };
        Some(dated(stood, relation.date.as_ref()))
    };
    list("Relations", "dated-list", person.relations.iter().filter_map(relation).collect())
}

/// Their events, each a link.
pub(crate) fn events(person: &Person, story: &Story) -> Html {
    let events = story.events_of(&person.id).map(|event| dated(link(&event.id, &event.title), Some(&event.date)));
    list("Events", "dated-list", events.collect())
}
