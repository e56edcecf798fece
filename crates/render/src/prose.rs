//! The editors' running text.

use palimpsest_contract::hook::class;
use palimpsest_story::{Inline, Mark, Prose, Target};
use yew::prelude::*;

use crate::edition::Edition;
use crate::facts::{cited_link, link};

/// Renders a text of the editors. Its links lead to entries, and its citations to their sources.
pub(crate) fn prose(prose: &Prose, edition: &Edition) -> Html {
    runs(prose, edition)
}

/// Renders a part of such a text.
pub(crate) fn runs(runs: &[Inline], edition: &Edition) -> Html {
    nested(runs, 0, &|inline| linked(inline, edition))
}

fn linked(inline: &Inline, edition: &Edition) -> Html {
    let words = unbroken(&inline.text, &edition.months);
    let Some(target) = &inline.link else {
        return html! { words };
    };
    match target {
        Target::Source(source) => cited_link(source, &words, Some(class::CITE), edition),
        _ => link(target.fragment(), &words),
    }
}

/// Returns words with a no-break space between a day and its month, so that no line breaks there.
fn unbroken(text: &str, months: &[String]) -> String {
    let mut unbroken = String::new();
    for word in text.split_inclusive(' ') {
        let begins_a_month = months.iter().any(|month| word.starts_with(month.as_str()));
        if begins_a_month && unbroken.strip_suffix(' ').is_some_and(|before| before.ends_with(char::is_numeric)) {
            unbroken.pop();
            unbroken.push('\u{a0}');
        }
        unbroken.push_str(word);
    }
    unbroken
}

/// Renders runs of words inside their marks from index `depth` on, nesting inner marks in outer ones. `inner` renders a run
/// that has no further mark.
pub(crate) fn nested(runs: &[Inline], depth: usize, inner: &dyn Fn(&Inline) -> Html) -> Html {
    let same = |one: &Inline, other: &Inline| one.marks.get(depth) == other.marks.get(depth);
    let parts = runs.chunk_by(same).map(|group| match group.first().and_then(|first| first.marks.get(depth)) {
        None => group.iter().map(inner).collect(),
        Some(mark) => marked(mark, nested(group, depth + 1, inner)),
    });
    parts.collect()
}

/// Renders words inside a mark.
pub(crate) fn marked(mark: &Mark, words: Html) -> Html {
    match mark {
        Mark::Stress => html! { <em>{ words }</em> },
        Mark::Strong => html! { <strong>{ words }</strong> },
        Mark::Struck => html! { <s>{ words }</s> },
        Mark::Code => html! { <code class={class::INLINE_CODE}>{ words }</code> },
        Mark::Superscript => html! { <sup class={class::RAISED}>{ words }</sup> },
        Mark::Subscript => html! { <sub class={class::LOWERED}>{ words }</sub> },
        Mark::SmallCapitals => html! { <span class={class::SMALL_CAPITALS}>{ words }</span> },
        Mark::Away(address) => html! { <a class={class::AWAY} href={address.clone()} rel="external">{ words }</a> },
    }
}

/// Renders words of the author's that contain no mention, such as a heading or a credit.
pub(crate) fn set(words: &[Inline]) -> Html {
    nested(words, 0, &|inline| text(&inline.text))
}

/// Renders words, or no node at all if there are none.
pub(crate) fn text(words: &str) -> Html {
    if words.is_empty() { Html::default() } else { Html::from(words) }
}

#[cfg(test)]
mod tests {
    use super::unbroken;

    #[test]
    fn a_day_stays_with_its_month() {
        let months = ["March", "May", "December"].map(str::to_owned);
        assert_eq!(
            unbroken("On 2 March, in March 1921, on 5 May 1920 and on 30 December 1922.", &months),
            "On 2\u{a0}March, in March 1921, on 5\u{a0}May 1920 and on 30\u{a0}December 1922."
        );
        assert_eq!(unbroken("في ٢ مارس ١٩٢١", &["مارس".to_owned()]), "في ٢\u{a0}مارس ١٩٢١");
    }
}
