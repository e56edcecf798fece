//! What there is to say about a person: shared by their entry and their card.

use palimpsest_story::{LifeDate, Person, Relation, Story};
use yew::prelude::*;

use super::date::date;
use super::prose::plain;

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
                <br />{ format!("born {name}") }
            }
            if let Some(native) = &person.native_name {
                <br /><span lang={native.language.clone()}>{ &native.name }</span>
            }
        </p>
    }
}

/// Birth, death and what became of them.
pub(crate) fn life(person: &Person) -> Html {
    html! {
        <>
            <div><dt>{ "Born" }</dt><dd>{ life_date(&person.born) }</dd></div>
            <div><dt>{ "Died" }</dt><dd>{ life_date(&person.died) }</dd></div>
            <div><dt>{ "Fate" }</dt><dd>{ plain(&person.fate) }</dd></div>
        </>
    }
}

fn life_date(life: &LifeDate) -> Html {
    html! { <>{ date(&life.date) }{ format!(", {}", life.place) }</> }
}

/// What they held.
pub(crate) fn offices(person: &Person) -> Html {
    if person.offices.is_empty() {
        return Html::default();
    }
    html! {
        <div>
            <dt>{ "Offices" }</dt>
            <dd><ul class="dated-list">
                { for person.offices.iter().map(|office| html! {
                    <li>{ &office.title }<span class="dates">{ date(&office.date) }</span></li>
                }) }
            </ul></dd>
        </div>
    }
}

/// How they stood to others.
pub(crate) fn relations<'a>(relations: impl Iterator<Item = &'a Relation>, story: &Story) -> Html {
    let relations: Vec<_> = relations.filter_map(|relation| Some((relation, story.person(&relation.with)?))).collect();
    if relations.is_empty() {
        return Html::default();
    }
    html! {
        <div>
            <dt>{ "Relations" }</dt>
            <dd><ul class="dated-list">
                { for relations.iter().map(|(relation, with)| html! {
                    <li class={format!("stance-{}", relation.stance.word())}>
                        <span class="stance">{ relation.stance.word() }</span>
                        { ": " }<a href={format!("#{}", with.id)}>{ &with.name }</a>{ ". " }{ plain(&relation.text) }
                        if let Some(when) = &relation.date {
                            <span class="dates">{ date(when) }</span>
                        }
                    </li>
                }) }
            </ul></dd>
        </div>
    }
}

/// Their events, each a link.
pub(crate) fn events(person: &Person, story: &Story) -> Html {
    let events: Vec<_> = story.events_of(&person.id).collect();
    if events.is_empty() {
        return Html::default();
    }
    html! {
        <div>
            <dt>{ "Events" }</dt>
            <dd><ul class="dated-list">
                { for events.iter().map(|event| html! {
                    <li><a href={format!("#{}", event.id)}>{ &event.title }</a>
                        <span class="dates">{ date(&event.date) }</span></li>
                }) }
            </ul></dd>
        </div>
    }
}
