//! The author's text. It contains nothing by the editors: no card, no note, no button.

use palimpsest_contract::hook::{class, id};
use palimpsest_story::{OwnNote, Section};
use yew::prelude::*;

use crate::block::blocks;
use crate::censor::scraped;
use crate::edition::{Edition, use_edition};
use crate::masthead::opening;
use crate::mention::{own_mark_id, own_note_id};
use crate::prose::set;

/// The article with its title and picture.
#[component]
pub(crate) fn Article() -> Html {
    let edition = use_edition();
    let article = html! {
        <article id={id::ARTICLE} class={class::ARTICLE}>
            { opening(&edition) }
            <div class={class::RUNNING}>
                { for edition.story.article.sections.iter().map(|part| section(part, &edition)) }
                { own_notes(&edition) }
            </div>
        </article>
    };
    scraped(article, &edition)
}

fn section(part: &Section, edition: &Edition) -> Html {
    let id = part.id.to_string();
    html! {
        <section class={class::ARTICLE_PART}>
            if let Some(heading) = &part.heading {
                <h2 {id}>{ set(heading) }</h2>
            }
            { blocks(&part.blocks, edition) }
        </section>
    }
}

/// Renders the author's own notes. Their heading is not the author's, so the style sheet draws it.
fn own_notes(edition: &Edition) -> Html {
    let notes = &edition.story.article.own_notes;
    if notes.is_empty() {
        return Html::default();
    }
    let title = edition.text("own-notes");
    html! {
        <section class={classes!(class::ARTICLE_PART, class::OWN_NOTES)} role="doc-endnotes" aria-label={title.clone()} data-ours={title}>
            <ol>{ for notes.iter().map(|note| own_note(note, edition)) }</ol>
        </section>
    }
}

/// Renders a note with links back to each of its marks. The text of these links is drawn by the style sheet, so that it is
/// not read as the author's.
fn own_note(note: &OwnNote, edition: &Edition) -> Html {
    let number = note.number;
    let back = |place: u32| {
        let is_first = place == 1;
        let href = format!("#{}", own_mark_id(number, place));
        let label = edition.format("own-back", &[("number", number.into()), ("place", place.into())]);
        let [number, place] = [number, place].map(|number| edition.words.number(number));
        let shown = if is_first { format!("{number}.") } else { format!("({place})") };
        html! { <a class={class::OWN_BACK} {href} role="doc-backlink" aria-label={label} data-number={shown}></a> }
    };
    html! {
        <li id={own_note_id(number)} value={number.to_string()}>
            { for (1..=note.references).map(back) }
            { blocks(&note.blocks, edition) }
        </li>
    }
}
