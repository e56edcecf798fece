//! A name, a term or the mark of a note in the article. It is a link that works without the program, never a button:
//! reader modes delete those, and the sentence would lose its subject. With the program it opens a card beside itself.

use palimpsest_story::{Mention, Story, Target};
use yew::prelude::*;

use super::prose::text;

/// The link. The mark of a note has no words, so that the text stays the author's: its number is drawn by the style sheet.
pub(crate) fn mention(mention: &Mention, words: &str, story: &Story) -> Html {
    let id = mention.id.to_string();
    let href = ["#", mention.target.fragment()].concat();
    let note = match &mention.target {
        Target::Note(id) => story.note(id),
        _ => None,
    };
    let number = note.and_then(|note| note.number).filter(|_| words.is_empty()).map(|number| number.to_string());
    let label =
        number.as_ref().zip(note).map(|(number, note)| [note.kind.word(), " ", number, ": ", &note.title].concat());
    let class = match (&mention.target, &number) {
        (_, Some(_)) => "note-mark",
        (Target::Note(_), None) => "mention mention-term",
        // A date is never broken.
        (Target::Event(_), None) if words.bytes().any(|byte| byte.is_ascii_digit()) => "mention mention-event dated",
        (Target::Event(_), None) => "mention mention-event",
        _ => "mention",
    };
    html! { <a {id} {class} {href} aria-label={label} data-number={number}>{ text(words) }</a> }
}

/// A name that is no link, since one stands before it in the paragraph.
pub(crate) fn named(mention: &Mention, words: &str) -> Html {
    html! { <span id={mention.id.to_string()} class="named" data-names={mention.target.fragment().to_owned()}>{ words }</span> }
}
