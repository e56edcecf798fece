//! The people: an entry each.

use palimpsest_contract::hook::{class, id};
use palimpsest_story::{Event, LifeDate, Note, Office, Person, Source, SourceId, Stay, Target};
use yew::prelude::*;

use crate::age;
use crate::control::EntryTools;
use crate::date::date;
use crate::edition::{Edition, note_key, use_edition};
use crate::excerpt::excerpt;
use crate::facts::{self, dated, fact, facts, link, list};
use crate::lives::lifeline;
use crate::portrait::portrait;
use crate::prose::prose;
use crate::relations::relations;

/// Everyone with a card.
#[component]
pub(crate) fn People() -> Html {
    let edition = use_edition();
    let title = format!("{}_title", id::PEOPLE);
    let entries = (0..edition.story.people.len()).map(|index| html! { <PersonEntry {index} /> });
    html! {
        <section id={id::PEOPLE} class={classes!(class::PEOPLE, class::EXTRA)} aria-labelledby={title.clone()}>
            <h2 id={title}>{ edition.text("people-title") }</h2>
            <p class={class::LEAD} data-ours={edition.text("editors")}>{ edition.text("people-lead") }</p>
            { for entries }
        </section>
    }
}

#[derive(PartialEq, Properties)]
struct PersonEntryProps {
    /// Their place in the story's list.
    index: usize,
}

#[component]
fn PersonEntry(props: &PersonEntryProps) -> Html {
    let edition = use_edition();
    let person = &edition.story.people[props.index];
    let id = person.id.to_string();
    let title = format!("{id}_title");
    let mentions = edition.story.article.excerpts(&Target::Person(person.id.clone()));
    let detail = person.detail.as_ref().map(|detail| fact(class::FACT_DETAIL, prose(detail, &edition), &edition));
    html! {
        <article {id} class={class::PERSON} aria-labelledby={title.clone()}>
            { portrait(person) }
            <h3 id={title}>{ &person.name }</h3>
            { names(person, &edition) }
            <EntryTools follow={true} />
            { facts([
                fact(class::FACT_BORN, life_date(&person.born, None), &edition),
                fact(class::FACT_DIED, life_date(&person.died, age::at_death(person, &edition)), &edition),
                fact(class::FACT_FATE, prose(&person.fate, &edition), &edition),
                notes(person, &edition),
                offices(person, &edition),
                relations(person, &edition),
                fact(class::FACT_LIFE, lifeline(person, &edition), &edition),
                stays(person, &edition),
                detail.unwrap_or_default(),
                events(person, &edition),
                list(class::FACT_IN_ARTICLE, class::MENTIONS, mentions.iter().map(excerpt).collect(), &edition),
                facts::sources(&person.sources, &edition),
            ]) }
        </article>
    }
}

/// Who they were, and their other names: the one they were born with, the one in their own script, and other spellings.
fn names(person: &Person, edition: &Edition) -> Html {
    let spellings = person.spellings.join(", ");
    html! {
        <p class={class::PERSON_NAMES}>
            <span>{ &person.role }</span>
            if let Some(name) = &person.birth_name {
                { " " }<span>{ edition.format("name-born", &[("name", name.as_str().into())]) }</span>
            }
            if let Some(native) = &person.native_name {
                { " " }<bdi lang={native.language.clone()} translate="no">{ &native.name }</bdi>
            }
            if !spellings.is_empty() {
                { " " }<span class={class::SPELLINGS}>{ edition.format("name-also", &[("names", spellings.into())]) }</span>
            }
        </p>
    }
}

fn life_date(life: &LifeDate, age: Option<String>) -> Html {
    let age = age.map(|age| format!(", {age}")).unwrap_or_default();
    html! { <>{ date(&life.date) }<span>{ format!("{age}, {}", life.place) }</span></> }
}

/// The numbered notes on the sentences that name them: what the article has otherwise than the record.
fn notes(person: &Person, edition: &Edition) -> Html {
    let sentences = edition.story.article.sentences().filter(|sentence| person.sentences.contains(&sentence.id));
    let mentions = sentences.flat_map(|sentence| &sentence.prose).filter_map(|inline| inline.mention.as_ref());
    let notes = mentions.filter_map(|mention| match &mention.target {
        Target::Note(id) => edition.story.note(id).filter(|note| note.number.is_some()),
        _ => None,
    });
    let link = |note: &Note| {
        let kind = edition.text(note_key(note.kind));
        let values = [("note", kind.into()), ("title", note.title.as_str().into())];
        link(&note.id, &edition.format("note-titled", &values))
    };
    list(class::FACT_NOTES, class::INLINE_LIST, notes.map(link).collect(), edition)
}

/// The posts that they held.
fn offices(person: &Person, edition: &Edition) -> Html {
    let held = |office: &Office| {
        html! {
            <>
                <span>{ &office.title }</span>
                <span class={class::DATES}>{ date(&office.date) }{ " " }{ citations(&office.sources, edition) }</span>
            </>
        }
    };
    list(class::FACT_OFFICES, class::DATED_LIST, person.offices.iter().map(held).collect(), edition)
}

/// The sources of one statement, after it.
fn citations(ids: &[SourceId], edition: &Edition) -> Html {
    let found = ids.iter().filter_map(|id| edition.story.source(id));
    let cite = |source: &Source| {
        html! { <a class={class::CITE} href={format!("#{}", source.id)} translate="no">{ &source.short }</a> }
    };
    found.map(cite).collect()
}

/// Where they lived.
fn stays(person: &Person, edition: &Edition) -> Html {
    let stayed = |stay: &Stay| {
        let place = stay.place.as_ref().map(|place| html! { <span>{ format!("{}. ", edition.place(place)) }</span> });
        dated(html! { <>{ place.unwrap_or_default() }<span>{ prose(&stay.text, edition) }</span></> }, Some(&stay.date))
    };
    list(class::FACT_STAYS, class::DATED_LIST, person.stays.iter().map(stayed).collect(), edition)
}

/// Their events, each a link with its date and their age.
fn events(person: &Person, edition: &Edition) -> Html {
    let event = |event: &Event| {
        let age = age::at_event(person, event, edition);
        html! { <>{ dated(link(&event.id, &event.title), Some(&event.date)) }{ facts::age(age) }</> }
    };
    let events = edition.story.events_of(&person.id).map(event);
    list(class::FACT_EVENTS, classes!(class::DATED_LIST, class::PERSON_EVENTS), events.collect(), edition)
}
