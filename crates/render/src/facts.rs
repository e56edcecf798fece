//! Facts as a list of terms: the one form that entries and events share.

use palimpsest_contract::hook::class;
use palimpsest_story::{Date, SourceId};
use yew::prelude::*;

use crate::date::date;
use crate::edition::Edition;

/// What a fact says of an entry.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Fact {
    Where,
    Who,
    InArticle,
    Sources,
    Born,
    Died,
    Fate,
    Notes,
    Offices,
    Relations,
    Companions,
    Opponents,
    Family,
    Life,
    Stays,
    Detail,
    Events,
}

impl Fact {
    fn class(self) -> &'static str {
        match self {
            Self::Where => class::FACT_WHERE,
            Self::Who => class::FACT_WHO,
            Self::InArticle => class::FACT_IN_ARTICLE,
            Self::Sources => class::FACT_SOURCES,
            Self::Born => class::FACT_BORN,
            Self::Died => class::FACT_DIED,
            Self::Fate => class::FACT_FATE,
            Self::Notes => class::FACT_NOTES,
            Self::Offices => class::FACT_OFFICES,
            Self::Relations => class::FACT_RELATIONS,
            Self::Companions => class::FACT_COMPANIONS,
            Self::Opponents => class::FACT_OPPONENTS,
            Self::Family => class::FACT_FAMILY,
            Self::Life => class::FACT_LIFE,
            Self::Stays => class::FACT_STAYS,
            Self::Detail => class::FACT_DETAIL,
            Self::Events => class::FACT_EVENTS,
        }
    }

    /// The key of its term in the catalog of words.
    fn key(self) -> &'static str {
        match self {
            Self::Where => "fact-where",
            Self::Who => "fact-who",
            Self::InArticle => "fact-in-article",
            Self::Sources => "fact-sources",
            Self::Born => "fact-born",
            Self::Died => "fact-died",
            Self::Fate => "fact-fate",
            Self::Notes => "fact-notes",
            Self::Offices => "fact-offices",
            Self::Relations => "fact-relations",
            Self::Companions => "fact-companions",
            Self::Opponents => "fact-opponents",
            Self::Family => "fact-family",
            Self::Life => "fact-life",
            Self::Stays => "fact-stays",
            Self::Detail => "fact-detail",
            Self::Events => "fact-events",
        }
    }
}

/// The list.
pub(crate) fn facts(facts: impl IntoIterator<Item = Html>) -> Html {
    html! { <dl class={class::FACTS}>{ for facts }</dl> }
}

/// One fact.
pub(crate) fn fact(fact: Fact, content: Html, edition: &Edition) -> Html {
    html! { <div class={fact.class()}><dt>{ edition.text(fact.key()) }</dt><dd>{ content }</dd></div> }
}

/// A fact that is a list; nothing when the list is empty.
pub(crate) fn list(term: Fact, class: impl Into<Classes>, items: Vec<Html>, edition: &Edition) -> Html {
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
    list(Fact::Sources, class::INLINE_LIST, links.collect(), edition)
}
