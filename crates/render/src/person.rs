//! The people, each with an entry.

use palimpsest_contract::hook::{class, id};
use palimpsest_story::{Citation, Death, Event, LifeDate, Manner, Note, Office, Person, PersonKind, SourceId, Target};
use yew::prelude::*;

use crate::age;
use crate::censor::scraped;
use crate::claim::claims;
use crate::control::{EntryTools, LinkMark};
use crate::date::date;
use crate::edition::{Edition, note_key, use_edition};
use crate::excerpt::excerpt;
use crate::facts::{self, cited_link, fact, fact_called, facts, fold, link, list};
use crate::journey;
use crate::left::Left;
use crate::lives::life_years;
use crate::portrait::portrait;
use crate::prose::{prose, text};
use crate::relations::{has_ribbon, own_stances, relations, ribbon};

/// The section of people, with a card for each that opens in place.
#[component]
pub(crate) fn People() -> Html {
    let edition = use_edition();
    if edition.story.people.is_empty() {
        return Html::default();
    }
    let title = format!("{}_title", id::PEOPLE);
    let entries = (0..edition.story.people.len()).map(|index| html! { <PersonEntry {index} /> });
    let protagonist = edition.story.protagonist();
    let legend = protagonist
        .filter(|one| edition.story.people.iter().any(|person| has_ribbon(person, one, &edition.story)))
        .map(|one| edition.format("stance-legend", &[("name", one.name.as_str().into())]));
    html! {
        <section id={id::PEOPLE} class={classes!(class::PEOPLE, class::EXTRA)} aria-labelledby={title.clone()}>
            <h2 id={title}>{ edition.text("people-title") }</h2>
            <p class={class::LEAD} data-ours={edition.text("editors")}>
                { edition.text("people-lead") }
                { for legend.map(|legend| html! { <>{ " " }{ legend }{ own_stances(&edition) }</> }) }
            </p>
            if !edition.embedded {
                <Left />
            }
            <div class={class::GALLERY}>{ for entries }</div>
        </section>
    }
}

#[derive(PartialEq, Properties)]
struct PersonEntryProps {
    /// The person's index in the story's list.
    index: usize,
}

#[component]
fn PersonEntry(props: &PersonEntryProps) -> Html {
    let edition = use_edition();
    let person = &edition.story.people[props.index];
    let id = person.id.to_string();
    let title = format!("{id}_title");
    html! {
        <article id={id.clone()} class={class::PERSON} aria-labelledby={title.clone()}>
            <details>
                <summary>
                    { scraped(portrait(person), &edition) }
                    <h3 id={title}>{ scraped(Html::from(person.name.as_str()), &edition) }</h3>
                    { for life_years(person, &edition).map(|years| html! { <span class={class::DATES}>{ years }</span> }) }
                    <span class={class::PERSON_ROLE}>{ &person.role }</span>
                    { ribbon(person, &edition) }
                    { for end(person, &edition).map(|end| html! { <span class={class::PERSON_END}>{ end }</span> }) }
                </summary>
                { body(person, &edition) }
            </details>
            <LinkMark {id} title={person.name.clone()} />
        </article>
    }
}

/// Renders what is told of a person once their card is opened: the death first, the lists folded.
fn body(person: &Person, edition: &Edition) -> Html {
    let mentions = edition.story.article.excerpts(&Target::Person(person.id.clone()));
    let fate = (!person.fate.is_empty()).then(|| fact(class::FACT_FATE, prose(&person.fate, edition), edition));
    let born = person.born.as_ref().map(|born| {
        let key = if person.kind == PersonKind::Body { "fact-founded" } else { class::FACT_BORN };
        fact_called(class::FACT_BORN, key, life_date(born, None, edition), edition)
    });
    let detail = person.detail.as_ref().map(|detail| fact(class::FACT_DETAIL, prose(detail, edition), edition));
    html! {
        <div class={class::PERSON_BODY}>
            { names(person, edition) }
            { facts([
                died(person, edition),
                fate.unwrap_or_default(),
                born.unwrap_or_default(),
                detail.unwrap_or_default(),
                claims(&Target::Person(person.id.clone()), edition),
                notes(person, edition),
                stays(person, edition),
            ]) }
            { relations(person, edition) }
            { offices(person, edition) }
            { events(person, edition) }
            { fold(class::FACT_IN_ARTICLE, class::MENTIONS, mentions.iter().map(excerpt).collect(), edition) }
            { facts([facts::sources(&person.sources, edition)]) }
            { for credit(person, edition).map(|credit| html! { <p class={class::DATES}>{ credit }</p> }) }
            <EntryTools follow={true} />
        </div>
    }
}

/// Returns who made the portrait, where that is known.
fn credit(person: &Person, edition: &Edition) -> Option<String> {
    let credit = person.portrait.as_ref().map(|portrait| &portrait.credit).filter(|credit| !credit.is_empty())?;
    Some(edition.format("portrait-credit", &[("credit", credit.as_str().into())]))
}

/// Returns how and at what age a person died, in a few words: `Shot, aged 52`.
fn end(person: &Person, edition: &Edition) -> Option<String> {
    let age = age::at_death(person, edition)?;
    let how = match person.death.as_ref().map(|death| death.manner) {
        None | Some(Manner::Natural) => "end".to_owned(),
        Some(manner) => format!("end-{}", manner.word()),
    };
    Some(edition.format(&how, &[("age", age.into())]))
}

/// Renders a person's other names: the name at birth, the name in their own script, and other spellings.
fn names(person: &Person, edition: &Edition) -> Html {
    let spellings = edition.words.list(person.spellings.iter().map(String::as_str));
    html! {
        <p class={class::PERSON_NAMES}>
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

fn life_date(life: &LifeDate, age: Option<String>, edition: &Edition) -> Html {
    let comma = edition.words.comma();
    let age = age.map(|age| format!("{comma}{age}")).unwrap_or_default();
    let place = if life.place.is_empty() { String::new() } else { format!("{comma}{}", life.place) };
    let rest = format!("{age}{place}");
    html! { <>{ date(&life.date) }{ text(&rest) }</> }
}

/// Renders when, where and how a person died.
fn died(person: &Person, edition: &Edition) -> Html {
    let Some(died) = &person.died else { return Html::default() };
    let how = |Death { manner, sources }: &Death| {
        let manner = edition.text(&format!("manner-{}", manner.word()));
        html! { <span class={class::DATES}>{ format!("{manner} ") }{ citations(sources, edition) }</span> }
    };
    let how = person.death.as_ref().map(how);
    let when = life_date(died, age::at_death(person, edition), edition);
    let key = if person.kind == PersonKind::Body { "fact-dissolved" } else { class::FACT_DIED };
    fact_called(class::FACT_DIED, key, html! { <>{ when }{ how.unwrap_or_default() }</> }, edition)
}

/// Renders the numbered notes on the sentences that name a person: where the article differs from the record.
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

/// Renders the posts that a person held.
fn offices(person: &Person, edition: &Edition) -> Html {
    let held = |office: &Office| {
        html! {
            <>
                { &office.title }{ " " }
                <span class={class::DATES}>{ date(&office.date) }{ " " }{ citations(&office.sources, edition) }</span>
            </>
        }
    };
    fold(class::FACT_OFFICES, class::DATED_LIST, person.offices.iter().map(held).collect(), edition)
}

/// Renders the sources of one statement, to follow it.
fn citations(cited: &[Citation], edition: &Edition) -> Html {
    let cite = |(source, label): (&SourceId, String)| cited_link(source, &label, Some(class::CITE), edition);
    facts::labels(cited, edition).into_iter().map(cite).collect()
}

/// Renders the link to the section that tells where a person lived.
fn stays(person: &Person, edition: &Edition) -> Html {
    if person.stays.is_empty() {
        return Html::default();
    }
    let way = link(&journey::section(person, &edition.story), &journey::title(person, edition));
    fact(class::FACT_STAYS, way, edition)
}

/// Renders a person's events, each a link with its date and the person's age.
fn events(person: &Person, edition: &Edition) -> Html {
    let event = |event: &Event| {
        let age = age::at_event(person, event, edition);
        // The machine-readable date is on the event itself.
        let when = age.into_iter().fold(event.date.text(), |when, age| format!("{when} · {age}"));
        html! { <>{ link(&event.id, &event.title) }{ " " }<span class={class::DATES}>{ when }</span></> }
    };
    let events = edition.story.events_of(&person.id).map(event);
    fold(class::FACT_EVENTS, classes!(class::DATED_LIST, class::PERSON_EVENTS), events.collect(), edition)
}
