//! The top of the page: what it is and the way to its parts; then the article's own title, byline and picture.

use palimpsest_story::{Article, Story};
use yew::prelude::*;

/// The line above the article. It is ours, and says so.
pub(crate) fn edition(story: &Story) -> Html {
    let minutes = match story.article.reading_minutes {
        1 => "1 minute".to_owned(),
        minutes => format!("{minutes} minutes"),
    };
    html! {
        <header class="edition">
            <p class="edition-name">{ "Palimpsest" }</p>
            <p class="edition-about">
                { format!("An edition to explore: the article word for word, {minutes} to read, with a timeline, people \
                    and sources added by its editors.") }
            </p>
            <nav class="edition-parts" aria-label="Parts of the page">
                <ul>
                    <li><a href="#article">{ "Article" }</a></li>
                    <li><a href="#timeline">{ "Timeline" }</a></li>
                    <li><a href="#people">{ "People" }</a></li>
                    <li><a href="#sources">{ "Sources" }</a></li>
                </ul>
            </nav>
        </header>
    }
}

/// The article's title, byline and picture, in the author's words.
pub(crate) fn opening(article: &Article) -> Html {
    html! {
        <header class="opening">
            <h1>{ &article.title }</h1>
            <p class="byline">{ &article.byline }</p>
            <figure class="poster">
                if let Some(picture) = &article.picture {
                    <img src={picture.clone()} alt="" width="240" height="280" />
                }
                <figcaption>{ &article.caption }</figcaption>
            </figure>
        </header>
    }
}
