//! The works that the editors' statements rest on.

use palimpsest_contract::hook::{class, id};
use palimpsest_export::{Cited, cite};
use palimpsest_story::{Source, Target};
use yew::prelude::*;

use crate::control::EntryTools;
use crate::edition::{Edition, use_edition};
use crate::facts::link;
use crate::prose::prose;

/// All sources as a list.
#[component]
pub(crate) fn Sources() -> Html {
    let edition = use_edition();
    let title = format!("{}_title", id::SOURCES);
    html! {
        <section id={id::SOURCES} class={classes!(class::SOURCES, class::EXTRA)} aria-labelledby={title.clone()}>
            <h2 id={title}>{ edition.text("sources-title") }</h2>
            <p class={class::LEAD} data-ours={edition.text("editors")}>{ edition.text("sources-lead") }</p>
            <ul class={class::SOURCE_LIST}>{ for edition.story.sources.iter().map(|source| entry(source, &edition)) }</ul>
        </section>
    }
}

fn entry(source: &Source, edition: &Edition) -> Html {
    let supported = |target: &Target| html! { <li>{ link(target.fragment(), edition.story.title(target)) }</li> };
    let bibtex = cite(&edition.story, &Cited::Source(source.id.clone()), None).map(|citation| citation.bibtex);
    html! {
        <li id={source.id.to_string()} data-csl={source.csl.clone()} data-bibtex={bibtex}>
            <p class={class::CITATION} translate="no">{ prose(&source.citation, edition) }</p>
            if let Some(url) = &source.url {
                <span>
                    { " " }<a href={url.clone()} rel="external noreferrer">
                        { edition.text("source-online") }
                        <span class={class::VISUALLY_HIDDEN}>
                            { edition.format("source-online-of", &[("source", source.short.as_str().into())]) }
                        </span>
                    </a>
                </span>
            }
            <details class={class::SOURCE_USES}>
                <summary>{ edition.format("source-uses", &[("count", source.supports.len().into())]) }</summary>
                <ul class={class::INLINE_LIST}>{ for source.supports.iter().map(supported) }</ul>
            </details>
            <EntryTools />
        </li>
    }
}
