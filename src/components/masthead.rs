//! The top of the page: what it is and the way to its parts; then the article's own title, byline and picture.

use palimpsest_story::Story;
use yew::prelude::*;

use super::prose::live;
use super::reading::Reading;
use crate::state::State;

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
                { format!("An edition to explore: the article word for word, {minutes} to read, with a timeline, people, \
                    notes and sources added by its editors.") }
            </p>
            <nav class="edition-parts" aria-label="Parts of the page">
                <ul>
                    <li><a href="#article">{ "Article" }</a></li>
                    <li><a href="#timeline">{ "Timeline" }</a></li>
                    <li><a href="#people">{ "People" }</a></li>
                    if story.notes.iter().any(|note| note.number.is_some()) {
                        <li><a href="#notes">{ "Notes" }</a></li>
                    }
                    <li><a href="#sources">{ "Sources" }</a></li>
                </ul>
            </nav>
        </header>
    }
}

/// The article's title, byline and picture, in the author's words.
pub(crate) fn opening(reading: &Reading, state: &State) -> Html {
    let article = &reading.story.article;
    html! {
        <header class="opening">
            <h1>
                { &article.title }
                { for article.title_notes.iter().map(|mention| live(mention, "", reading, state)) }
            </h1>
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
