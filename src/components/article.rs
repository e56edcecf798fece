//! The author's text. Nothing of ours stands in it: no card, no note, no button.

use palimpsest_story::{Paragraph, Section};
use yew::prelude::*;

use super::masthead::opening;
use super::prose::inlines;
use super::reading::Reading;
use crate::state::State;

/// The article with its title and picture.
pub(crate) fn article(reading: &Reading, state: &State) -> Html {
    let article = &reading.story.article;
    html! {
        <article id="article" class="article">
            { opening(reading, state) }
            { for article.sections.iter().map(|part| section(part, reading, state)) }
        </article>
    }
}

fn section(part: &Section, reading: &Reading, state: &State) -> Html {
    let id = part.id.to_string();
    html! {
        <section key={id.clone()} class="article-part">
            if let Some(heading) = &part.heading {
                <h2 {id}>{ heading }</h2>
            }
            { for part.paragraphs.iter().map(|words| paragraph(words, reading, state)) }
        </section>
    }
}

fn paragraph(paragraph: &Paragraph, reading: &Reading, state: &State) -> Html {
    let mut children: Vec<Html> = Vec::new();
    for sentence in &paragraph.sentences {
        if !children.is_empty() {
            children.push(html! { " " });
        }
        let id = sentence.id.to_string();
        children.push(html! { <span {id} class="sentence">{ inlines(&sentence.prose, reading, state) }</span> });
    }
    html! { <p>{ children }</p> }
}
