//! Our notes: corrections and comments in the order of the article, then the terms.

use palimpsest_story::{Note, NoteKind, Story, Target};
use yew::prelude::*;

use super::facts::{facts, link, list};
use super::note::{kind, text};
use super::people::excerpt;
use super::tools::tools;

/// The notes, and the terms.
pub(crate) fn notes(story: &Story) -> Html {
    let (terms, numbered): (Vec<&Note>, _) = story.notes.iter().partition(|note| note.kind == NoteKind::Term);
    html! {
        <>
            { section("notes", "Notes", "Where the record differs from the article, and where what the article says is \
                disputed. The article’s words stay as they are.", &numbered, story) }
            { section("terms", "Terms", "Words of the time, in short.", &terms, story) }
        </>
    }
}

fn section(id: &'static str, title: &'static str, lead: &'static str, notes: &[&Note], story: &Story) -> Html {
    if notes.is_empty() {
        return Html::default();
    }
    let title_id = [id, "_title"].concat();
    html! {
        <section {id} class="notes extra" aria-labelledby={title_id.clone()}>
            <h2 id={title_id}>{ title }</h2>
            <p class="lead">{ lead }</p>
            <ol class="note-list">{ for notes.iter().map(|note| entry(note, story)) }</ol>
        </section>
    }
}

fn entry(note: &Note, story: &Story) -> Html {
    let target = Target::Note(note.id.clone());
    let article = &story.article;
    let mut places: Vec<Html> = article.excerpts(&target).iter().map(excerpt).collect();
    if article.title_notes.iter().any(|mention| mention.target == target) {
        places.push(link("article", &article.title));
    }
    html! {
        <li id={note.id.to_string()} key={note.id.to_string()} class="note">
            { kind(note) }
            <h3>{ &note.title }</h3>
            { text(note) }
            { facts([list("In the article", "mentions", places)]) }
            { tools(false) }
        </li>
    }
}
