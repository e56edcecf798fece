//! A date in words, each part that HTML can express with its machine-readable value.

use palimpsest_story::Date;
use yew::prelude::*;

/// The date: `<time>8</time>–<time>16 March 1921</time>`.
pub(crate) fn date(date: &Date) -> Html {
    // Two texts side by side would be printed as one: what HTML cannot express stands in a <span>.
    let parts = date.parts.iter().map(|part| match &part.datetime {
        Some(datetime) => html! { <time datetime={datetime.clone()}>{ &part.text }</time> },
        None => html! { <span>{ &part.text }</span> },
    });
    parts.collect()
}
