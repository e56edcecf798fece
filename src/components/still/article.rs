//! The author's text. Nothing of ours stands in it: no card, no note, no button.

use palimpsest_story::{Paragraph, Section, Story};
use yew::prelude::*;

use super::masthead::opening;
use super::prose::inlines;

/// The article with its title and picture.
pub(crate) fn article(story: &Story) -> Html {
    html! {
        <article id="article" class="article">
            { opening(story) }
            { for story.article.sections.iter().map(|part| section(part, story)) }
        </article>
    }
}

fn section(part: &Section, story: &Story) -> Html {
    let id = part.id.to_string();
    html! {
        <section class="article-part">
            if let Some(heading) = &part.heading {
                <h2 {id}>{ heading }</h2>
            }
            { for part.paragraphs.iter().map(|words| paragraph(words, story)) }
        </section>
    }
}

fn paragraph(paragraph: &Paragraph, story: &Story) -> Html {
    let mut children: Vec<Html> = Vec::new();
    for sentence in &paragraph.sentences {
        if !children.is_empty() {
            children.push(html! { " " });
        }
        let id = sentence.id.to_string();
        children.push(html! { <span {id} class="sentence">{ inlines(&sentence.prose, story) }</span> });
    }
    html! { <p>{ children }</p> }
}
