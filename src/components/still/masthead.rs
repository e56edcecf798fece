//! The top of the page: what it is and the way to its parts; then the article's own title, byline and picture.

use palimpsest_story::{Author, Story};
use yew::prelude::*;

use super::mention::mention;

/// The line above the article. It is ours, and says so.
pub(crate) fn edition(story: &Story) -> Html {
    let minutes = match story.article.reading_minutes {
        1 => "1 minute".to_owned(),
        minutes => format!("{minutes} minutes"),
    };
    html! {
        <>
            <p class="edition-name">{ "Palimpsest" }</p>
            <p class="edition-about">
                { format!("An edition to explore: the article word for word, {minutes} to read, with a timeline, people, \
                    notes and sources added by its editors.") }
            </p>
            <nav class="edition-parts" aria-label="Parts of the page" data-go="">
                <ul>
                    <li><a href="#article">{ "Article" }</a></li>
                    <li><a href="#timeline">{ "Timeline" }</a></li>
                    <li><a href="#people">{ "People" }</a></li>
                    if story.notes.iter().any(|note| note.number.is_some()) {
                        <li><a href="#notes">{ "Notes" }</a></li>
                    }
                    if story.notes.iter().any(|note| note.number.is_none()) {
                        <li><a href="#terms">{ "Terms" }</a></li>
                    }
                    <li><a href="#sources">{ "Sources" }</a></li>
                </ul>
            </nav>
        </>
    }
}

/// A title, and what stands after its colon on lines of its own.
fn title(title: &str, notes: Html) -> Html {
    match title.split_once(": ") {
        Some((title, rest)) => {
            html! { <>{ [title, ": "].concat() }<span class="subtitle">{ rest }{ notes }</span></> }
        }
        None => html! { <>{ title }{ notes }</> },
    }
}

/// The article's title, byline and picture, in the author's words.
pub(crate) fn opening(story: &Story) -> Html {
    let article = &story.article;
    html! {
        <header class="opening">
            <h1>
                { title(&article.title, article.title_notes.iter().map(|note| mention(note, "", story)).collect()) }
            </h1>
            <p class="byline">{ &article.byline }</p>
            <figure class="poster">
                if let Some(picture) = &article.picture {
                    <img src={picture.address.clone()} alt={picture.description.clone()} width="480" height="600" fetchpriority="high" />
                }
                <figcaption data-ours={article.picture.as_ref().map(|_| "A drawing, made for this edition")}>
                    { &article.caption }
                </figcaption>
            </figure>
        </header>
    }
}

/// The names of the article's authors.
pub(crate) fn author_names(story: &Story) -> String {
    story.article.authors.iter().map(Author::name).collect::<Vec<_>>().join(", ")
}

/// Whose is what.
pub(crate) fn colophon(story: &Story) -> Html {
    let whose = format!(
        "The article’s words are {}’s, unchanged. The timeline, the people, the notes and the sources are the editors’ work; \
         portraits are drawings.",
        author_names(story)
    );
    html! { <footer class="colophon"><p>{ whose }</p></footer> }
}
