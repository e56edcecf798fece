//! The people: an entry each.

use palimpsest_story::{Excerpt, Office, Person, SourceId, Stay, Story, Target};
use yew::prelude::*;

use super::date::date;
use super::facts::{dated, fact, facts, link, list};
use super::person::{events, life, other_names, portrait, relations};
use super::prose::{plain, text};
use super::sources::source_links;
use super::to_scale::lifeline;
use super::tools::tools;

/// Everyone with a card.
pub(crate) fn people(story: &Story) -> Html {
    html! {
        <section id="people" class="people extra" aria-labelledby="people_title">
            <h2 id="people_title">{ "People" }</h2>
            <p class="lead">{ "Everyone whom the article names or means, and others who stand behind what it tells." }</p>
            { for story.people.iter().map(|person| entry(person, story)) }
        </section>
    }
}

fn entry(person: &Person, story: &Story) -> Html {
    let id = person.id.to_string();
    let title = [id.as_str(), "_title"].concat();
    let [born, died, fate] = life(person);
    let mentions = story.article.excerpts(&Target::Person(person.id.clone())).iter().map(excerpt).collect();
    html! {
        <article key={id.clone()} id={id.clone()} class="person" aria-labelledby={title.clone()}>
            { portrait(person) }
            <h3 id={title}>{ &person.name }</h3>
            { other_names(person) }
            { tools(true) }
            { facts([
                born,
                died,
                fate,
                in_question(person, story),
                offices(person, story),
                relations(person, story),
                fact("Life", lifeline(person, story)),
                stays(person),
                detail(person),
                events(person, story),
                list("In the article", "mentions", mentions),
                source_links(&person.sources, story),
            ]) }
        </article>
    }
}

/// A link to a sentence of the article, with the words around the mention.
pub(crate) fn excerpt(excerpt: &Excerpt) -> Html {
    let Excerpt { sentence, before, words, after, .. } = excerpt;
    let quote = if words.is_empty() {
        // The mark of a note. Two texts side by side would be printed as one.
        text(&[before.as_str(), after].concat())
    } else {
        html! { <>{ text(before) }<b>{ words }</b>{ text(after) }</> }
    };
    html! { <a class="quote-link" href={["#", sentence].concat()}>{ quote }</a> }
}

/// What they held.
fn offices(person: &Person, story: &Story) -> Html {
    let held = |office: &Office| {
        html! {
            <><span>{ &office.title }</span><span class="dates">{ date(&office.date) }{ " " }{ cites(&office.sources, story) }</span></>
        }
    };
    list("Offices", "dated-list", person.offices.iter().map(held).collect())
}

/// The sources of one statement, after it.
fn cites(ids: &[SourceId], story: &Story) -> Html {
    let found = ids.iter().filter_map(|id| story.source(id));
    found
        .map(|source| html! { <a class="cite" href={["#", &source.id].concat()} translate="no">{ &source.short }</a> })
        .collect()
}

/// Where they lived.
fn stays(person: &Person) -> Html {
    let stayed = |stay: &Stay| {
        let place = stay.place.as_ref().map(|place| html! { <span>{ [&place.text(), ". "].concat() }</span> });
        dated(html! { <>{ place.unwrap_or_default() }<span>{ plain(&stay.text) }</span></> }, Some(&stay.date))
    };
    list("Stops of the exile", "dated-list", person.stays.iter().map(stayed).collect())
}

/// One thing that tells who they were.
fn detail(person: &Person) -> Html {
    person.detail.as_ref().map(|detail| fact("A detail", plain(detail))).unwrap_or_default()
}

/// Our numbered notes on the sentences that name somebody: what the article has otherwise than the record.
fn in_question(person: &Person, story: &Story) -> Html {
    let named = story.article.sentences().filter(|sentence| person.sentences.contains(&sentence.id));
    let mentions = named.flat_map(|sentence| &sentence.prose).filter_map(|inline| inline.mention.as_ref());
    let notes = mentions.filter_map(|mention| match &mention.target {
        Target::Note(id) => story.note(id).filter(|note| note.number.is_some()),
        _ => None,
    });
    let notes = notes.map(|note| link(&note.id, &[note.kind.word(), ": ", &note.title].concat()));
    list("Notes", "inline-list", notes.collect())
}
