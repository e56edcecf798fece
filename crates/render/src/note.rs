//! The editors' notes: corrections and comments, each contrasting what the article says with what the record says; and the
//! terms.

use palimpsest_contract::hook::{class, id};
use palimpsest_story::{Inline, Note, NoteKind, Target};
use yew::prelude::*;

use crate::claim::claims;
use crate::control::LinkMark;
use crate::edition::{Edition, use_edition};
use crate::excerpt::excerpt;
use crate::facts::{facts, link, list};
use crate::prose::runs;

/// The corrections, then the comments, each in the order of the article.
#[component]
pub(crate) fn Notes() -> Html {
    let edition = use_edition();
    let of = |kind: NoteKind| edition.story.notes.iter().filter(move |note| note.kind == kind);
    let notes: Vec<&Note> = of(NoteKind::Correction).chain(of(NoteKind::Comment)).collect();
    section(id::NOTES, ["notes-title", "notes-lead"], &notes, &edition)
}

/// The terms.
#[component]
pub(crate) fn Terms() -> Html {
    let edition = use_edition();
    let terms: Vec<&Note> = edition.story.notes.iter().filter(|note| note.kind == NoteKind::Term).collect();
    section(id::TERMS, ["terms-title", "terms-lead"], &terms, &edition)
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
    let paragraph = |prose: &[Inline]| html! { <p class={class::NOTE_TEXT}>{ runs(prose, edition) }</p> };
    let whole = || note.text.iter().map(|prose| paragraph(prose)).collect::<Html>();
    let claims = claims(&target, edition);
    let (kind, text) = match note.kind {
        NoteKind::Term => {
            let places = list(class::FACT_IN_ARTICLE, class::MENTIONS, places, edition);
            return term(note, html! { <>{ whole() }{ facts([claims, places]) }</> }, edition);
        }
        NoteKind::Correction => (class::NOTE_CORRECTION, vec![whole(), facts([claims])]),
        NoteKind::Comment => {
            let first = note.text.first().map(Vec::as_slice).unwrap_or_default();
            let rest = (note.lead < first.len()).then(|| paragraph(&first[note.lead..]));
            let others = note.text.iter().skip(1).map(|prose| paragraph(prose));
            let rest = rest.into_iter().chain(others).chain([facts([claims])]).collect();
            (class::NOTE_COMMENT, vec![paragraph(note.lead()), more(note, rest, edition)])
        }
    };
    // The article and the record stand side by side, because a reader compares them.
    let side = |key: &str, content: Vec<Html>| html! { <div><dt>{ edition.text(key) }</dt><dd>{ content }</dd></div> };
    html! {
        <li id={note.id.to_string()} class={class::NOTE}>
            <p class={classes!(class::NOTE_KIND, kind)}>{ edition.note_kind(note) }</p>
            <h3>{ &note.title }</h3>
            <LinkMark id={note.id.to_string()} title={note.title.clone()} />
            <dl class={class::NOTE_PAIR}>{ side("note-article", places) }{ side("note-record", text) }</dl>
        </li>
    }
}

/// Renders a term, which opens in place: most readers meet it on a card.
fn term(note: &Note, text: Html, edition: &Edition) -> Html {
    html! {
        <li id={note.id.to_string()} class={class::NOTE}>
            <LinkMark id={note.id.to_string()} title={note.title.clone()} />
            <details class={classes!(class::FOLD, class::NOTE_MORE)}>
                <summary>
                    <span class={classes!(class::NOTE_KIND, class::NOTE_TERM)}>{ edition.note_kind(note) }</span>
                    <h3>{ &note.title }</h3>
                </summary>
                { text }
            </details>
        </li>
    }
}

/// Renders what a note says after its first sentence, folded; nothing if there is no more.
fn more(note: &Note, rest: Vec<Html>, edition: &Edition) -> Html {
    if rest.iter().all(|part| *part == Html::default()) {
        return Html::default();
    }
    html! {
        <details class={classes!(class::FOLD, class::NOTE_MORE)}>
            <summary>
                { edition.text("show-more") }
                <span class={class::VISUALLY_HIDDEN}>{ edition.format("show-more-of", &[("title", note.title.as_str().into())]) }</span>
            </summary>
            { rest }
        </details>
    }
}
