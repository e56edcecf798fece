//! Facts as a list of terms: the one form that entries and events share. What a fact says is named by its class, such as
//! [`class::FACT_WHERE`], which is also the key of its term in the catalog of words.

use palimpsest_contract::hook::class;
use palimpsest_story::{Citation, Date, SourceId};
use yew::prelude::*;

use crate::date::dates;
use crate::edition::Edition;

/// The list; nothing when there are none.
pub(crate) fn facts(facts: impl IntoIterator<Item = Html>) -> Html {
    let facts: Vec<Html> = facts.into_iter().filter(|fact| *fact != Html::default()).collect();
    if facts.is_empty() {
        return Html::default();
    }
    html! { <dl class={class::FACTS}>{ facts }</dl> }
}

/// One fact.
pub(crate) fn fact(term: &'static str, content: Html, edition: &Edition) -> Html {
    fact_called(term, term, content, edition)
}

/// One fact whose term has another key than its class.
pub(crate) fn fact_called(class: &'static str, key: &str, content: Html, edition: &Edition) -> Html {
    html! { <div {class}><dt>{ edition.text(key) }</dt><dd>{ content }</dd></div> }
}

/// A fact that is a list; nothing when the list is empty.
pub(crate) fn list(term: &'static str, class: impl Into<Classes>, items: Vec<Html>, edition: &Edition) -> Html {
    if items.is_empty() {
        return Html::default();
    }
    let items = items.into_iter().map(|item| html! { <li>{ item }</li> });
    fact(term, html! { <ul class={class.into()}>{ for items }</ul> }, edition)
}

/// A fact that is a long list, folded under its term and the number of its items; nothing when the list is empty.
pub(crate) fn fold(term: &'static str, class: impl Into<Classes>, items: Vec<Html>, edition: &Edition) -> Html {
    if items.is_empty() {
        return Html::default();
    }
    let values = [("what", edition.text(term).into()), ("count", items.len().into())];
    let items = items.into_iter().map(|item| html! { <li>{ item }</li> });
    html! {
        <details class={classes!(class::FOLD, term)}>
            <summary>{ edition.format("fold", &values) }</summary>
            <ul class={class.into()}>{ for items }</ul>
        </details>
    }
}

/// Something with its date after it.
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

/// An age after a name or a date.
pub(crate) fn age(age: Option<String>) -> Html {
    age.map(|age| html! { <span class={class::DATES}>{ format!(" {age}") }</span> }).unwrap_or_default()
}

/// A link to a place on the page.
pub(crate) fn link(id: &str, text: &str) -> Html {
    html! { <a href={format!("#{id}")}>{ text }</a> }
}

/// The sources of something as a fact. Author and year, never translated: readers search for the work by them.
pub(crate) fn sources(cited: &[Citation], edition: &Edition) -> Html {
    let links = labels(cited, edition).into_iter().map(|(source, label)| {
        let dir = edition.words.direction(&label);
        html! { <a href={format!("#{source}")} {dir} translate="no">{ label }</a> }
    });
    list(class::FACT_SOURCES, class::INLINE_LIST, links.collect(), edition)
}

/// The source of each citation, with what the citation prints; the same is printed once.
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
