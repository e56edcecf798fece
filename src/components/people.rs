//! The people: an entry each.

use palimpsest_story::{Excerpt, Person, Story};
use yew::prelude::*;

use super::person::{events, life, offices, other_names, portrait, relations};
use super::sources::source_links;

/// Everyone with a card.
pub(crate) fn people(story: &Story) -> Html {
    html! {
        <section id="people" class="people ours" aria-labelledby="people_title">
            <h2 id="people_title">{ "People" }</h2>
            <p class="lead">{ "Everyone whom the article names, and those whom it means without naming them." }</p>
            { for story.people.iter().map(|person| entry(person, story)) }
        </section>
    }
}

fn entry(person: &Person, story: &Story) -> Html {
    let id = person.id.to_string();
    let title = format!("{id}_title");
    html! {
        <article {id} key={person.id.to_string()} class="person" aria-labelledby={title.clone()}>
            { portrait(person) }
            <h3 id={title}>{ &person.name }</h3>
            { other_names(person) }
            <dl class="facts">
                { life(person) }
                { offices(person) }
                { relations(person.relations.iter(), story) }
                { events(person, story) }
                { mentions(person, story) }
                <div><dt>{ "Sources" }</dt><dd>{ source_links(&person.sources, story) }</dd></div>
            </dl>
        </article>
    }
}

fn mentions(person: &Person, story: &Story) -> Html {
    let excerpts = story.article.excerpts(&person.id);
    if excerpts.is_empty() {
        return Html::default();
    }
    html! {
        <div>
            <dt>{ "In the article" }</dt>
            <dd><ul class="mentions">{ for excerpts.iter().map(excerpt) }</ul></dd>
        </div>
    }
}

fn excerpt(excerpt: &Excerpt) -> Html {
    let Excerpt { sentence, before, words, after, .. } = excerpt;
    html! { <li><a class="quote-link" href={format!("#{sentence}")}>{ before }<b>{ words }</b>{ after }</a></li> }
}
