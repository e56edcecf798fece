//! The bar at the top of the window; the article's own title, byline and picture; and the footer.

use palimpsest_contract::hook::{class, id};
use palimpsest_story::{Author, Note, Person, Portrait, Prose};
use yew::prelude::*;

use crate::about::has_about;
use crate::block::running;
use crate::censor::{cover, scraped};
use crate::control::Toolbar;
use crate::edition::{Edition, use_edition};
use crate::mention::{own_mark, title_mark};
use crate::prose::set;
use crate::share::Downloads;

/// The bar at the top of the window: the name of the edition, links to its parts, and the tools.
#[component]
pub(crate) fn Masthead() -> Html {
    let edition = use_edition();
    let part = |(id, key): (&str, &str)| html! { <li><a href={format!("#{id}")}>{ edition.text(key) }</a></li> };
    html! {
        <header class={class::EDITION}>
            <a class={class::EDITION_NAME} href="#top" data-navigate="">
                <b>{ edition.text("edition-name") }</b>{ " " }<span>{ main_title(&edition) }</span>
            </a>
            <nav class={class::EDITION_PARTS} aria-label={edition.text("parts")} data-navigate="" tabindex="-1">
                <ul>
                    { for parts(&edition).into_iter().map(part) }
                </ul>
            </nav>
            <Toolbar />
        </header>
    }
}

/// Returns the parts of the page in page order: the id of each, and the key of its name in the bar.
pub(crate) fn parts(edition: &Edition) -> Vec<(&'static str, &'static str)> {
    let story = &edition.story;
    let any = |is_part: fn(&Note) -> bool| edition.story.notes.iter().any(is_part);
    let has_stays = edition.story.people.iter().any(|person| !person.stays.is_empty());
    let parts = [
        (true, id::ARTICLE, "parts-article"),
        (any(|note| note.number.is_some()), id::NOTES, "notes-title"),
        (!story.events.is_empty(), id::TIMELINE, "timeline-title"),
        (has_stays, id::JOURNEY, "parts-map"),
        (!story.people.is_empty(), id::PEOPLE, "people-title"),
        (any(|note| note.number.is_none()), id::TERMS, "terms-title"),
        (!story.sources.is_empty(), id::SOURCES, "sources-title"),
        (has_about(story), id::ABOUT, "parts-about"),
    ];
    parts.into_iter().filter(|(is_there, ..)| *is_there).map(|(_, id, key)| (id, key)).collect()
}

#[derive(PartialEq, Properties)]
pub(crate) struct SkipProps {
    /// The id of the part to skip.
    pub part: &'static str,
}

/// A link past a part, for keyboard users. Renders nothing if the story has no such part or nothing comes after it.
#[component]
pub(crate) fn Skip(props: &SkipProps) -> Html {
    let edition = use_edition();
    let mut parts = parts(&edition).into_iter().skip_while(|(id, _)| *id != props.part);
    let Some((id, key)) = parts.nth(1) else { return Html::default() };
    let words = edition.format("skip-part", &[("part", edition.text(key).into())]);
    html! { <a class={class::SKIP_LINK} href={format!("#{id}")}>{ words }</a> }
}

/// Returns the article's title up to its colon.
fn main_title(edition: &Edition) -> &str {
    let title = &edition.story.article.title;
    title.split_once(": ").map_or(title.as_str(), |(title, _)| title)
}

/// Renders a title, with the words after its colon as a subtitle on lines of their own.
fn title(title: &Prose, notes: Html) -> Html {
    let Some((at, colon)) = title.iter().enumerate().find_map(|(at, inline)| Some((at, inline.text.find(": ")?)))
    else {
        return html! { <>{ set(title) }{ notes }</> };
    };
    let (mut first, mut rest) = (title[..=at].to_vec(), title[at..].to_vec());
    if let (Some(first), Some(rest)) = (first.last_mut(), rest.first_mut()) {
        first.text.truncate(colon + ": ".len());
        rest.text.drain(..colon + ": ".len());
    }
    html! { <>{ set(&first) }<span class={class::SUBTITLE}>{ set(&rest) }{ notes }</span></> }
}

/// Renders the article's title, byline and picture, in the author's words.
pub(crate) fn opening(edition: &Edition) -> Html {
    let article = &edition.story.article;
    let theirs = article.title_own_notes.iter().map(|mark| own_mark(*mark, edition));
    let notes = theirs.chain(article.title_notes.iter().map(|note| title_mark(note, edition))).collect();
    let credit = article.picture.as_ref().map(|picture| picture.credit.clone()).filter(|credit| !credit.is_empty());
    html! {
        <header class={class::OPENING}>
            <hgroup>
                <h1>{ title(&article.title_prose, notes) }</h1>
                { for article.standfirst.iter().map(|text| html! { <p class={class::STANDFIRST}>{ running(text, edition) }</p> }) }
                if !article.byline.is_empty() {
                    <p class={class::BYLINE}>{ set(&article.byline) }</p>
                }
            </hgroup>
            if article.picture.is_some() || !article.caption.is_empty() {
                <figure class={class::POSTER}>
                    if let Some(picture) = &article.picture {
                        <img src={picture.address.clone()} alt={picture.description.clone()} width="480" height="600" fetchpriority="high" />
                        { cover(edition) }
                    }
                    <figcaption data-ours={credit}>{ set(&article.caption) }</figcaption>
                </figure>
            }
        </header>
    }
}

/// Renders who the editors are and how their work is licensed, where they say so.
fn editors(edition: &Edition) -> Html {
    let publication = &edition.story.publication;
    let names: Vec<String> = publication.editors.iter().map(Author::name).collect();
    let names = (!names.is_empty()).then(|| edition.words.list(names.iter().map(String::as_str)));
    let names = names.map(|names| edition.format("colophon-editors", &[("names", names.into())]));
    let license = publication.license.as_deref();
    let license = license.map(|license| edition.format("colophon-license", &[("license", license.into())]));
    names.into_iter().chain(license).map(|words| html! { <>{ " " }{ words }</> }).collect()
}

/// Renders who made the portraits, where the editors say so.
fn portrait_credits(edition: &Edition) -> Html {
    let credit = |person: &Person| {
        let credit = person.portrait.as_ref().map(|portrait| &portrait.credit).filter(|credit| !credit.is_empty())?;
        let values = [("name", person.name.as_str().into()), ("credit", credit.as_str().into())];
        Some(html! { <li>{ scraped(Html::from(edition.format("colophon-portrait", &values)), edition) }</li> })
    };
    let credits: Vec<Html> = edition.story.people.iter().filter_map(credit).collect();
    if credits.is_empty() {
        return Html::default();
    }
    html! { <><p>{ edition.text("colophon-portraits") }</p><ul class={class::INLINE_LIST}>{ for credits }</ul></> }
}

/// The footer: who wrote what, and the files to download.
#[component]
pub(crate) fn Colophon() -> Html {
    let edition = use_edition();
    let story = &edition.story;
    let is_whole =
        ![story.events.is_empty(), story.people.is_empty(), story.notes.is_empty(), story.sources.is_empty()]
            .contains(&true);
    let mut portraits = story.people.iter().filter_map(|person| person.portrait.as_ref()).peekable();
    let all_are_drawings = portraits.peek().is_some() && !portraits.any(Portrait::is_photograph);
    let key = match parts(&edition).len() {
        _ if is_whole && all_are_drawings => "colophon",
        _ if is_whole => "colophon-whole",
        1 => "colophon-alone",
        _ => "colophon-some",
    };
    let files = if story.events.is_empty() { "export-files-citations" } else { "export-files" };
    html! {
        <footer class={class::COLOPHON}>
            <p>{ edition.format(key, &[("author", edition.authors().into())]) }{ editors(&edition) }</p>
            { portrait_credits(&edition) }
            <p>{ edition.text(files) }</p>
            <Downloads />
        </footer>
    }
}
