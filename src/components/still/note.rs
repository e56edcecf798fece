//! What a note says: shared by its entry and its card.

use palimpsest_story::{Note, NoteKind};
use yew::prelude::*;

use super::prose::plain;

/// What kind of note it is: `Correction 3`.
pub(crate) fn kind(note: &Note) -> Html {
    let word = note.kind.word();
    let number = note.number.map(|number| [" ", &number.to_string()].concat()).unwrap_or_default();
    html! { <p class={classes!("note-kind", note_class(note.kind))}>{ [word, &number].concat() }</p> }
}

fn note_class(kind: NoteKind) -> &'static str {
    match kind {
        NoteKind::Correction => "note-correction",
        NoteKind::Comment => "note-comment",
        NoteKind::Term => "note-term",
    }
}

/// What it says.
pub(crate) fn text(note: &Note) -> Html {
    note.text.iter().map(|paragraph| html! { <p class="note-text">{ plain(paragraph) }</p> }).collect()
}
