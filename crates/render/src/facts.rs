//! Facts as a description list, the form that entries and events share. The class of a fact, such as [`class::FACT_WHERE`],
//! names what it says and is also the key of its term in the catalog of words.

use palimpsest_contract::hook::class;
use palimpsest_story::{Citation, Date, SourceId};
use yew::prelude::*;

use crate::date::dates;
use crate::edition::Edition;

/// Renders the list; nothing if there are no facts.
pub(crate) fn facts(facts: impl IntoIterator<Item = Html>) -> Html {
    let facts: Vec<Html> = facts.into_iter().filter(|fact| *fact != Html::default()).collect();
    if facts.is_empty() {
        return Html::default();
    }
    html! { <dl class={class::FACTS}>{ facts }</dl> }
}

/// Renders one fact.
pub(crate) fn fact(term: &'static str, content: Html, edition: &Edition) -> Html {
    fact_called(term, term, content, edition)
}

/// Renders one fact whose term has a key other than its class.
pub(crate) fn fact_called(class: &'static str, key: &str, content: Html, edition: &Edition) -> Html {
    html! { <div {class}><dt>{ edition.text(key) }</dt><dd>{ content }</dd></div> }
}

/// Renders a fact that is a list; nothing if the list is empty.
pub(crate) fn list(term: &'static str, class: impl Into<Classes>, items: Vec<Html>, edition: &Edition) -> Html {
    if items.is_empty() {
        return Html::default();
    }
    let items = items.into_iter().map(|item| html! { <li>{ item }</li> });
    fact(term, html! { <ul class={class.into()}>{ for items }</ul> }, edition)
}

/// Renders a fact that is a long list, folded under its term and the number of its items; nothing if the list is empty.
pub(crate) fn fold(term: &'static str, class: impl Into<Classes>, items: Vec<Html>, edition: &Edition) -> Html {
    if items.is_empty() {
        return Html::default();
    }
    let count = items.len();
    let items = items.into_iter().map(|item| html! { <li>{ item }</li> });
    let list = html! { <ul class={class.into()}>{ for items }</ul> };
    folded(term, Some(term), count, false, list, edition)
}

/// Renders a list under its title and the number of its items. `title` is the key of the title.
pub(crate) fn folded(
    title: &str,
    class: Option<&'static str>,
    count: usize,
    open: bool,
    list: Html,
    edition: &Edition,
) -> Html {
    let values = [("what", edition.text(title).into()), ("count", count.into())];
    html! {
        <details class={classes!(class::FOLD, class)} {open}>
            <summary>{ edition.format("fold", &values) }</summary>
            { list }
        </details>
    }
}

/// Renders something followed by its date.
pub(crate) fn dated(what: Html, when: Option<&Date>) -> Html {
    html! {
        <>
            { what }
            if let Some(when) = when {
                { " " }{ dates(when) }
            }
        </>
    }
}

/// Renders an age that follows a name or a date.
pub(crate) fn age(age: Option<String>) -> Html {
    age.map(|age| html! { <span class={class::DATES}>{ format!(" {age}") }</span> }).unwrap_or_default()
}

/// Renders a link to a place on the page.
pub(crate) fn link(id: &str, text: &str) -> Html {
    html! { <a href={format!("#{id}")}>{ text }</a> }
}

/// Renders a link to a source. Author and year are never translated: readers search for the work by them, and a translator
/// would turn the author Deutscher into a German.
pub(crate) fn cited_link(source: &str, label: &str, class: Option<&'static str>, edition: &Edition) -> Html {
    let dir = edition.words.direction(label);
    html! { <a {class} href={format!("#{source}")} {dir} translate="no">{ label }</a> }
}

/// Renders the sources of something as a fact. Unlike a citation within a text, they are as large and dark as other facts.
pub(crate) fn sources(cited: &[Citation], edition: &Edition) -> Html {
    let links = labels(cited, edition).into_iter().map(|(source, label)| cited_link(source, &label, None, edition));
    list(class::FACT_SOURCES, class::INLINE_LIST, links.collect(), edition)
}

/// Returns the source of each citation with the label that the citation prints. Equal pairs are returned once.
pub(crate) fn labels<'cited>(cited: &'cited [Citation], edition: &Edition) -> Vec<(&'cited SourceId, String)> {
    let mut labels = Vec::new();
    for citation in cited {
        let label = (&citation.source, edition.story.cited(citation));
        if !labels.contains(&label) {
            labels.push(label);
        }
    }
    labels
}
