//! The people: an entry each.

use palimpsest_story::{Excerpt, Person, Story, Target};
use yew::prelude::*;

use super::facts::{facts, list};
use super::person::{detail, events, life, offices, other_names, portrait, relations, stays};
use super::prose::text;
use super::sources::source_links;

/// Everyone with a card.
pub(crate) fn people(story: &Story) -> Html {
    html! {
        <section id="people" class="people ours" aria-labelledby="people_title">
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
            { facts([
                born,
                died,
                offices(person, story),
                relations(person, None, story),
                stays(person),
                fate,
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
