//! The works that our statements rest on.

use palimpsest_export::{Cited, cite};
use palimpsest_story::{Source, SourceId, Story};
use yew::prelude::*;

use super::facts::{link, list};
use super::prose::plain;
use super::tools::tools;

/// All sources as a list.
pub(crate) fn sources(story: &Story) -> Html {
    html! {
        <section id="sources" class="sources extra" aria-labelledby="sources_title">
            <h2 id="sources_title">{ "Sources" }</h2>
            <p class="lead">{ "What the editors add rests on these works." }</p>
            <ul class="source-list">{ for story.sources.iter().map(|source| entry(source, story)) }</ul>
        </section>
    }
}

fn entry(source: &Source, story: &Story) -> Html {
    let bibtex = cite(story, &Cited::Source(source.id.clone()), None).map(|citation| citation.bibtex);
    html! {
        <li id={source.id.to_string()} data-csl={source.csl.clone()} data-bibtex={bibtex}>
            <p class="citation" translate="no">{ plain(&source.citation) }</p>
            if let Some(url) = &source.url {
                <span>
                    { " " }<a href={url.clone()} rel="external noreferrer">
                        { "Read it online" }<span class="visually-hidden">{ [": ", &source.short].concat() }</span>
                    </a>
                </span>
            }
            <details class="source-uses">
                <summary>{ ["What rests on it (", &source.supports.len().to_string(), ")"].concat() }</summary>
                <ul class="inline-list">
                    { for source.supports.iter().map(|target| html! { <li>{ link(target.fragment(), story.title(target)) }</li> }) }
                </ul>
            </details>
            { tools(false) }
        </li>
    }
}

/// The sources of one statement, as a fact.
pub(crate) fn source_links(ids: &[SourceId], story: &Story) -> Html {
    let found = ids.iter().filter_map(|id| story.source(id));
    list("Sources", "inline-list", found.map(short).collect())
}

/// Author and year. Whoever looks for the work needs them as they are.
fn short(source: &Source) -> Html {
    html! { <a href={["#", &source.id].concat()} translate="no">{ &source.short }</a> }
}
