//! The banner of an unfinished edition.

use palimpsest_contract::hook::class;
use palimpsest_story::Lack;
use yew::prelude::*;

use crate::censor::scraped;
use crate::edition::{Edition, use_edition};
use crate::facts::link;

/// The banner, which says that the page is a draft and lists the entries whose statements lack sources, each with the lines
/// in the files. Renders nothing in a finished edition.
#[component]
pub(crate) fn Draft() -> Html {
    let edition = use_edition();
    let Some(lacks) = &edition.story.publication.draft else { return Html::default() };
    let what = edition.format("draft-lacks", &[("count", lacks.len().into())]);
    let title = html! { <><b>{ edition.text("draft") }</b>{ " " }{ what }</> };
    // Groups consecutive statements of the same entry and file.
    let entries = lacks.chunk_by(|one, next| one.of == next.of && one.file == next.file);
    html! {
        <aside class={class::DRAFT}>
            if lacks.is_empty() {
                <p>{ title }</p>
            } else {
                <details>
                    <summary>{ title }</summary>
                    <ul>{ for entries.map(|lacks| entry(lacks, &edition)) }</ul>
                </details>
            }
        </aside>
    }
}

/// Renders an entry, with the lines where it lacks sources.
fn entry(lacks: &[Lack], edition: &Edition) -> Html {
    let Some(Lack { of, file, .. }) = lacks.first() else { return Html::default() };
    let lines: Vec<String> = lacks.iter().map(|lack| edition.words.number(lack.line)).collect();
    let values = [
        ("file", file.as_str().into()),
        ("count", lines.len().into()),
        ("lines", lines.join(&edition.words.comma()).into()),
    ];
    let place = edition.format("draft-place", &values);
    let way = scraped(link(of.fragment(), edition.story.title(of)), edition);
    html! { <li>{ way }{ " " }<span class={class::DATES}>{ place }</span></li> }
}
