//! The works that the editors' statements rest on, each with what was read of it, and further reading.

use palimpsest_contract::hook::{class, id};
use palimpsest_story::{Further, ReadExtent, Source, Target, words_of};
use yew::prelude::*;

use crate::control::EntryTools;
use crate::edition::{Edition, use_edition};
use crate::facts::{folded, link};
use crate::prose::prose;

/// All sources, grouped by how much of them was read, followed by the works that nobody has opened. Each group is folded.
#[component]
pub(crate) fn Sources() -> Html {
    let edition = use_edition();
    if edition.story.sources.is_empty() {
        return Html::default();
    }
    let title = format!("{}_title", id::SOURCES);
    let (further, cited): (Vec<&Source>, _) = edition.story.sources.iter().partition(|source| source.further.is_some());
    let read = EXTENTS.map(Some).into_iter().chain([None]).map(|extent| {
        let sources = cited.iter().copied().filter(|source| furthest(source) == extent).collect();
        group(extent.map_or("sources-cited", |extent| extents(extent)[0]), sources, &edition)
    });
    html! {
        <section id={id::SOURCES} class={classes!(class::SOURCES, class::EXTRA)} aria-labelledby={title.clone()}>
            <h2 id={title}>{ edition.text("sources-title") }</h2>
            <p class={class::LEAD} data-ours={edition.text("editors")}>{ edition.text("sources-lead") }</p>
            { for read }
            { group("further-title", further, &edition) }
        </section>
    }
}

/// Renders a group of works under its title; nothing if there are none.
fn group(title: &str, sources: Vec<&Source>, edition: &Edition) -> Html {
    if sources.is_empty() {
        return Html::default();
    }
    let count = sources.len();
    let list = html! {
        <>
            if title == "further-title" {
                <p class={class::LEAD} data-ours={edition.text("editors")}>{ edition.text("further-lead") }</p>
            }
            <ul class={class::SOURCE_LIST}>{ for sources.into_iter().map(|source| entry(source, edition)) }</ul>
        </>
    };
    folded(title, None, count, false, list, edition)
}

/// How much of a work can have been read, from most to least.
const EXTENTS: [ReadExtent; 3] = [ReadExtent::Whole, ReadExtent::Part, ReadExtent::Excerpt];

/// Returns the most that was read of a work for any of its passages; `None` if no passage is known.
fn furthest(source: &Source) -> Option<ReadExtent> {
    EXTENTS.into_iter().find(|extent| source.passages.iter().any(|passage| passage.extent == *extent))
}

/// Returns the message keys for an extent: the title of the group of works read to that extent, and the line about one
/// reading with its date.
fn extents(extent: ReadExtent) -> [&'static str; 2] {
    match extent {
        ReadExtent::Whole => ["sources-whole", "read-whole"],
        ReadExtent::Part => ["sources-part", "read-part"],
        ReadExtent::Excerpt => ["sources-excerpt", "read-excerpt"],
    }
}

fn entry(source: &Source, edition: &Edition) -> Html {
    let dir = edition.words.direction(&words_of(&source.citation));
    html! {
        <li id={source.id.to_string()}>
            <p class={class::CITATION} {dir} translate="no">{ prose(&source.citation, edition) }</p>
            if let Some(url) = &source.url {
                { " " }<a href={url.clone()} rel="external noreferrer">{ edition.text("source-online") }</a>
            }
            if let Some(further) = &source.further {
                { why(further, edition) }
            } else {
                { for reads(source, edition).into_iter().map(|read| html! { <p class={class::SOURCE_READ}>{ read }</p> }) }
                { uses(&source.supports, edition) }
            }
            <EntryTools />
        </li>
    }
}

/// Returns what was read of a work, how much, when and where in it: a line for each extent and day.
fn reads(source: &Source, edition: &Edition) -> Vec<String> {
    let mut lines: Vec<(String, Vec<&str>)> = Vec::new();
    for passage in &source.passages {
        let line = edition.format(extents(passage.extent)[1], &[("date", passage.read.text().into())]);
        let position = lines.iter().position(|(known, _)| *known == line).unwrap_or_else(|| {
            lines.push((line, Vec::new()));
            lines.len() - 1
        });
        lines[position].1.extend(passage.at.as_deref());
    }
    let whole = |(line, places): (String, Vec<&str>)| {
        if places.is_empty() {
            line
        } else {
            edition.format("read-at", &[("read", line.into()), ("places", places.join("; ").into())])
        }
    };
    lines.into_iter().map(whole).collect()
}

/// Renders the places whose statements rest on a work.
fn uses(targets: &[Target], edition: &Edition) -> Html {
    let mut places: Vec<Html> = Vec::new();
    for target in targets {
        if !places.is_empty() {
            places.push(html! { "\u{a0}· " });
        }
        places.push(link(target.fragment(), edition.story.title(target)));
    }
    let summary = edition.format("source-uses", &[("count", targets.len().into())]);
    html! { <details class={class::SOURCE_USES}><summary>{ summary }</summary>{ places }</details> }
}

/// Renders why a work that nobody has opened is listed.
fn why(further: &Further, edition: &Edition) -> Html {
    let named = further.named_by.as_ref().and_then(|id| edition.story.passage(id)).map(|(source, _)| {
        let words = edition.format("further-named", &[("source", source.short.as_str().into())]);
        html! { <>{ " " }{ link(&source.id, &words) }</> }
    });
    html! { <p class={class::SOURCE_READ}><span>{ &further.why }</span>{ named.unwrap_or_default() }</p> }
}
