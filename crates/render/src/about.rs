//! How the edition was made, how to report an error, and what the editors have corrected in their own work.

use palimpsest_contract::hook::{class, id};
use palimpsest_story::{Prose, Revision, Story};
use yew::prelude::*;

use crate::edition::{Edition, use_edition};
use crate::prose::prose;

/// The section; empty if the edition says nothing about itself and has no revisions.
#[component]
pub(crate) fn About() -> Html {
    let edition = use_edition();
    let publication = &edition.story.publication;
    if !has_about(&edition.story) {
        return Html::default();
    }
    let title = format!("{}_title", id::ABOUT);
    html! {
        <section id={id::ABOUT} class={classes!(class::ABOUT, class::EXTRA)} aria-labelledby={title.clone()}>
            <h2 id={title}>{ edition.text("about-title") }</h2>
            { for publication.about.iter().map(|paragraph| html! { <p>{ prose(paragraph, &edition) }</p> }) }
            <p>
                { edition.text("about-report") }
                if let Some(contact) = &publication.contact {
                    { " " }<a href={contact.clone()} rel="external noreferrer">{ edition.text("about-contact") }</a>
                }
            </p>
            { for edition.story.revisions.iter().map(|revision| log(revision, &edition)) }
        </section>
    }
}

/// Reports whether the page has this section.
pub(crate) fn has_about(story: &Story) -> bool {
    !(story.publication.about.is_empty() && story.revisions.is_empty())
}

/// Returns the list of corrections of one version.
fn log(revision: &Revision, edition: &Edition) -> Html {
    let change = |change: &Prose| html! { <li>{ prose(change, edition) }</li> };
    let values = [
        ("title", revision.title.as_str().into()),
        ("date", revision.date.as_str().into()),
        ("count", revision.changes.len().into()),
    ];
    html! {
        <details class={class::CHANGES}>
            <summary>{ edition.format("about-changes", &values) }</summary>
            <ul>{ for revision.changes.iter().map(change) }</ul>
        </details>
    }
}
