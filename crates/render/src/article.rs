//! The author's text. Nothing of the editors' stands in it: no card, no note, no button.

use palimpsest_contract::hook::{class, id};
use palimpsest_story::{Paragraph, Section};
use yew::prelude::*;

use crate::censor::scraped;
use crate::edition::{Edition, use_edition};
use crate::masthead::opening;
use crate::mention::article_prose;
use crate::moment::Moment;

/// The article with its title and picture.
#[component]
pub(crate) fn Article() -> Html {
    let edition = use_edition();
    let article = html! {
        <article id={id::ARTICLE} class={class::ARTICLE}>
            { opening(&edition) }
            <div class={class::RUNNING}>
                { for edition.story.article.sections.iter().map(|part| section(part, &edition)) }
            </div>
        </article>
    };
    scraped(article, &edition)
}

fn section(part: &Section, edition: &Edition) -> Html {
    let id = part.id.to_string();
    html! {
        <section class={class::ARTICLE_PART}>
            if let Some(heading) = &part.heading {
                <h2 {id}>{ heading }</h2>
            }
            { for part.paragraphs.iter().map(|words| paragraph(words, edition)) }
        </section>
    }
}

fn paragraph(paragraph: &Paragraph, edition: &Edition) -> Html {
    let mut children: Vec<Html> = Vec::new();
    for (sentence, moment) in Moment::of(paragraph, edition) {
        if !children.is_empty() {
            children.push(html! { " " });
        }
        let id = sentence.id.to_string();
        children.push(
            html! { <span {id} class={class::SENTENCE}>{ article_prose(&sentence.prose, &moment, edition) }</span> },
        );
    }
    html! { <p>{ children }</p> }
}
