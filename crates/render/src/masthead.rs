//! The top of the page: what it is and the way to its parts; then the article's own title, byline and picture. And the foot.

use palimpsest_contract::hook::{class, id};
use palimpsest_story::Note;
use yew::prelude::*;

use crate::edition::{Edition, use_edition};
use crate::mention::mention;
use crate::share::Downloads;

/// What the edition is. It is the editors' own, and says so.
#[component]
pub(crate) fn Masthead() -> Html {
    let edition = use_edition();
    let minutes = edition.format("reading-time", &[("count", edition.story.article.reading_minutes.into())]);
    let any = |is_part: fn(&Note) -> bool| edition.story.notes.iter().any(is_part);
    let part = |id: &str, key: &str| html! { <li><a href={format!("#{id}")}>{ edition.text(key) }</a></li> };
    html! {
        <>
            <p class={class::EDITION_NAME}>{ edition.text("edition-name") }</p>
            <p class={class::EDITION_ABOUT}>{ edition.format("edition-about", &[("minutes", minutes.into())]) }</p>
            <nav class={class::EDITION_PARTS} aria-label={edition.text("parts")} data-navigate="">
                <ul>
                    { part(id::ARTICLE, "parts-article") }
                    { part(id::TIMELINE, "timeline-title") }
                    { part(id::PEOPLE, "people-title") }
                    if any(|note| note.number.is_some()) {
                        { part(id::NOTES, "notes-title") }
                    }
                    if any(|note| note.number.is_none()) {
                        { part(id::TERMS, "terms-title") }
                    }
                    { part(id::SOURCES, "sources-title") }
                </ul>
            </nav>
        </>
    }
}

/// A title, with what stands after its colon on lines of its own.
fn title(title: &str, notes: Html) -> Html {
    match title.split_once(": ") {
        Some((title, rest)) => {
            html! { <>{ format!("{title}: ") }<span class={class::SUBTITLE}>{ rest }{ notes }</span></> }
        }
        None => html! { <>{ title }{ notes }</> },
    }
}

/// The article's title, byline and picture, in the author's words.
pub(crate) fn opening(edition: &Edition) -> Html {
    let article = &edition.story.article;
    let notes = article.title_notes.iter().map(|note| mention(note, "", edition)).collect();
    let drawn = article.picture.as_ref().map(|_| edition.text("poster-drawn"));
    html! {
        <header class={class::OPENING}>
            <h1>{ title(&article.title, notes) }</h1>
            <p class={class::BYLINE}>{ &article.byline }</p>
            <figure class={class::POSTER}>
                if let Some(picture) = &article.picture {
                    <img src={picture.address.clone()} alt={picture.description.clone()} width="480" height="600" fetchpriority="high" />
                }
                <figcaption data-ours={drawn}>{ &article.caption }</figcaption>
            </figure>
        </header>
    }
}

/// Who wrote what.
#[component]
pub(crate) fn Colophon() -> Html {
    let edition = use_edition();
    let author = edition.authors();
    html! {
        <footer class={class::COLOPHON}>
            <p>{ edition.format("colophon", &[("author", author.into())]) }</p>
            <p>{ edition.text("share-files") }</p>
            <Downloads />
        </footer>
    }
}
