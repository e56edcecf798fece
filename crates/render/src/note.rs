//! The editors' notes: corrections and comments in the order of the article, then the terms.

use palimpsest_contract::hook::{class, id};
use palimpsest_story::{Note, NoteKind, Target};
use yew::prelude::*;

use crate::control::EntryTools;
use crate::edition::{Edition, use_edition};
use crate::excerpt::excerpt;
use crate::facts::{facts, link, list};
use crate::prose::prose;

/// The notes, and the terms.
#[component]
pub(crate) fn Notes() -> Html {
    let edition = use_edition();
    let (terms, notes): (Vec<&Note>, _) = edition.story.notes.iter().partition(|note| note.kind == NoteKind::Term);
    html! {
        <>
            { section(id::NOTES, ["notes-title", "notes-lead"], &notes, &edition) }
            { section(id::TERMS, ["terms-title", "terms-lead"], &terms, &edition) }
        </>
    }
}

fn section(id: &'static str, [title, lead]: [&str; 2], notes: &[&Note], edition: &Edition) -> Html {
    if notes.is_empty() {
        return Html::default();
    }
    let title_id = format!("{id}_title");
    html! {
        <section {id} class={classes!(class::NOTES, class::EXTRA)} aria-labelledby={title_id.clone()}>
            <h2 id={title_id}>{ edition.text(title) }</h2>
            <p class={class::LEAD} data-ours={edition.text("editors")}>{ edition.text(lead) }</p>
            <ol class={class::NOTE_LIST}>{ for notes.iter().map(|note| entry(note, edition)) }</ol>
        </section>
    }
}

fn entry(note: &Note, edition: &Edition) -> Html {
    let target = Target::Note(note.id.clone());
    let article = &edition.story.article;
    let mut places: Vec<Html> = article.excerpts(&target).iter().map(excerpt).collect();
    if article.title_notes.iter().any(|mention| mention.target == target) {
        places.push(link(id::ARTICLE, &article.title));
    }
    let kind = match note.kind {
        NoteKind::Correction => class::NOTE_CORRECTION,
        NoteKind::Comment => class::NOTE_COMMENT,
        NoteKind::Term => class::NOTE_TERM,
    };
    html! {
        <li id={note.id.to_string()} class={class::NOTE}>
            <p class={classes!(class::NOTE_KIND, kind)}>{ edition.note_kind(note) }</p>
            <h3>{ &note.title }</h3>
            { for note.text.iter().map(|paragraph| html! { <p class={class::NOTE_TEXT}>{ prose(paragraph, edition) }</p> }) }
            { facts([list(class::FACT_IN_ARTICLE, class::MENTIONS, places, edition)]) }
            <EntryTools />
        </li>
    }
}
