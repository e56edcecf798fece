//! The article's running text, and in it names, terms and the marks of notes. They are links that work without the program,
//! never buttons: reader modes delete those, and the sentence would lose its subject. With the program each opens a card
//! beside itself.

use palimpsest_contract::hook::class;
use palimpsest_story::{Inline, Mention, Note, NoteKind, Prose, Target};
use yew::prelude::*;

use crate::edition::Edition;
use crate::moment::Moment;
use crate::prose::{stressed, text};

/// The article's text, with its mentions.
pub(crate) fn article_prose(prose: &Prose, moment: &Moment, edition: &Edition) -> Html {
    prose.iter().map(|inline| stressed(inline.emphasis, mentioned(inline, moment, edition))).collect()
}

fn mentioned(inline: &Inline, moment: &Moment, edition: &Edition) -> Html {
    match &inline.mention {
        None => html! { &inline.text },
        Some(there) if there.linked => mention(there, &inline.text, moment, edition),
        Some(there) => named(there, &inline.text),
    }
}

/// The link. Of somebody, it holds what they were at the moment that the sentence tells of, for their card. The mark of a note has no words, so that the text stays the author's: a style sheet draws its number.
pub(crate) fn mention(mention: &Mention, words: &str, moment: &Moment, edition: &Edition) -> Html {
    let id = mention.id.to_string();
    let href = format!("#{}", mention.target.fragment());
    let note = match &mention.target {
        Target::Note(id) => edition.story.note(id),
        _ => None,
    };
    let number = note.and_then(|note| note.number).filter(|_| words.is_empty());
    let label = note.filter(|_| number.is_some()).map(|note| edition.note_title(note));
    let class = match (&mention.target, number) {
        (_, Some(_)) => classes!(class::NOTE_MARK),
        (Target::Note(_), None) => classes!(class::MENTION, class::MENTION_TERM),
        // A date is never broken.
        (Target::Event(_), None) if words.bytes().any(|byte| byte.is_ascii_digit()) => {
            classes!(class::MENTION, class::MENTION_EVENT, class::DATED)
        }
        (Target::Event(_), None) => classes!(class::MENTION, class::MENTION_EVENT),
        (Target::Person(_) | Target::Source(_), None) => classes!(class::MENTION),
    };
    // The margin says what a correction corrects: comments are too many for that.
    let lead = note.filter(|note| number.is_some() && note.kind == NoteKind::Correction).map(Note::lead_words);
    let number = number.map(|number| number.to_string());
    let here = moment.here(&mention.target, edition);
    html! {
        <a {id} {class} {href} aria-label={label} data-number={number} data-lead={lead} data-here={here}>{ text(words) }</a>
    }
}

/// A name that is no link, because the paragraph has one before it.
fn named(mention: &Mention, words: &str) -> Html {
    let person = mention.target.fragment().to_owned();
    html! { <span id={mention.id.to_string()} class={class::NAMED} data-names={person}>{ words }</span> }
}
