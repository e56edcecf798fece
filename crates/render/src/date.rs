//! Dates in words, where each part that HTML can express carries its machine-readable value.

use palimpsest_contract::hook::class;
use palimpsest_story::{Date, DatePart};
use yew::prelude::*;

/// Renders a date: `<time>8</time>–<time>16 March 1921</time>`.
pub(crate) fn date(date: &Date) -> Html {
    parts(&date.parts)
}

/// Renders the date that follows something. A date that is a single `<time>` needs no element around it.
pub(crate) fn dates(date: &Date) -> Html {
    match date.parts.as_slice() {
        [DatePart { text, datetime: Some(datetime) }] => {
            html! { <time class={class::DATES} datetime={datetime.clone()}>{ text }</time> }
        }
        all => html! { <span class={class::DATES}>{ parts(all) }</span> },
    }
}

fn parts(parts: &[DatePart]) -> Html {
    let part = |part: &DatePart| match &part.datetime {
        Some(datetime) => html! { <time datetime={datetime.clone()}>{ &part.text }</time> },
        None => html! { &part.text },
    };
    parts.iter().map(part).collect()
}
