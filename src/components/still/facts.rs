//! Facts as a list of terms: the one form that entries, cards and events share.

use palimpsest_story::Date;
use yew::prelude::*;

use super::date::date;

/// The list.
pub(crate) fn facts(facts: impl IntoIterator<Item = Html>) -> Html {
    html! { <dl class="facts">{ for facts }</dl> }
}

/// One fact.
pub(crate) fn fact(term: &'static str, what: Html) -> Html {
    let class = ["fact-", &term.to_lowercase().replace(' ', "-")].concat();
    html! { <div {class}><dt>{ term }</dt><dd>{ what }</dd></div> }
}

/// A fact that is a list; nothing when the list is empty.
pub(crate) fn list(term: &'static str, class: &'static str, items: Vec<Html>) -> Html {
    if items.is_empty() {
        return Html::default();
    }
    fact(term, html! { <ul {class}>{ for items.into_iter().map(|item| html! { <li>{ item }</li> }) }</ul> })
}

/// Something with its date after it.
pub(crate) fn dated(what: Html, when: Option<&Date>) -> Html {
    html! {
        <>
            { what }
            if let Some(when) = when {
                { " " }<span class="dates">{ date(when) }</span>
            }
        </>
    }
}

/// A link to a place on the page.
pub(crate) fn link(id: &str, text: &str) -> Html {
    html! { <a href={["#", id].concat()}>{ text }</a> }
}
