//! Facts as a list of terms: the one form that entries and events share. What a fact says is named by its class, such as
//! [`class::FACT_WHERE`], which is also the key of its term in the catalog of words.

use palimpsest_contract::hook::class;
use palimpsest_story::{Date, SourceId};
use yew::prelude::*;

use crate::date::date;
use crate::edition::Edition;

/// The list.
pub(crate) fn facts(facts: impl IntoIterator<Item = Html>) -> Html {
    html! { <dl class={class::FACTS}>{ for facts }</dl> }
}

/// One fact.
pub(crate) fn fact(term: &'static str, content: Html, edition: &Edition) -> Html {
    html! { <div class={term}><dt>{ edition.text(term) }</dt><dd>{ content }</dd></div> }
}

/// A fact that is a list; nothing when the list is empty.
pub(crate) fn list(term: &'static str, class: impl Into<Classes>, items: Vec<Html>, edition: &Edition) -> Html {
    if items.is_empty() {
        return Html::default();
    }
    let items = items.into_iter().map(|item| html! { <li>{ item }</li> });
    fact(term, html! { <ul class={class.into()}>{ for items }</ul> }, edition)
}

/// Something with its date after it.
pub(crate) fn dated(what: Html, when: Option<&Date>) -> Html {
    html! {
        <>
            { what }
            if let Some(when) = when {
                { " " }<span class={class::DATES}>{ date(when) }</span>
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
pub(crate) fn sources(ids: &[SourceId], edition: &Edition) -> Html {
    let found = ids.iter().filter_map(|id| edition.story.source(id));
    let links = found.map(|source| {
        html! { <a href={format!("#{}", source.id)} translate="no">{ &source.short }</a> }
    });
    list(class::FACT_SOURCES, class::INLINE_LIST, links.collect(), edition)
}
