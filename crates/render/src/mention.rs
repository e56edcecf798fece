//! The article's running text with its names, terms and note marks. These are links, which work without the program, and
//! never buttons: reader modes delete buttons, and the sentence would lose its subject. With the program, each opens a card
//! beside itself.

use palimpsest_contract::hook::class;
use palimpsest_story::{Inline, Mention, MentionId, Note, NoteKind, OwnMark, Prose, Target, words_of};
use yew::prelude::*;

use crate::edition::Edition;
use crate::moment::Moment;
use crate::prose::{nested, text};

/// Renders the article's text with its mentions.
pub(crate) fn article_prose(prose: &Prose, moment: &Moment, edition: &Edition) -> Html {
    let same = |one: &Inline, other: &Inline| mention_of(one) == mention_of(other);
    let mut runs = Vec::new();
    let mut mentioned = Vec::new();
    // A mention becomes a single run, with the marks that apply to all of it.
    for group in prose.chunk_by(same) {
        let Some(there) = &group[0].mention else {
            runs.extend(group.iter().cloned());
            continue;
        };
        let shared = (0..).take_while(|at| {
            let mark = group[0].marks.get(*at);
            mark.is_some() && group.iter().all(|inline| inline.marks.get(*at) == mark)
        });
        let shared = shared.count();
        let words = words_of(group);
        let content = nested(group, shared, &|inline| lines(&inline.text));
        mentioned.push((there.id.clone(), mention(there, &words, content, moment, edition)));
        runs.push(Inline { text: words, marks: group[0].marks[..shared].to_vec(), ..group[0].clone() });
    }
    nested(&runs, 0, &|inline| {
        let drawn = inline.mention.as_ref().and_then(|there| mentioned.iter().find(|(id, _)| *id == there.id));
        match (drawn, &inline.own_note) {
            (Some((_, drawn)), _) => drawn.clone(),
            (None, Some(mark)) => own_mark(*mark, edition),
            (None, None) => lines(&inline.text),
        }
    })
}

fn mention_of(inline: &Inline) -> Option<&MentionId> {
    inline.mention.as_ref().map(|mention| &mention.id)
}

/// Renders words with the line breaks that the author made in them.
pub(crate) fn lines(words: &str) -> Html {
    if !words.contains('\n') {
        return text(words);
    }
    let lines = words.split('\n').enumerate();
    lines.map(|(index, line)| html! { <>if index > 0 { <br /> }{ text(line) }</> }).collect()
}

/// Renders the mark of one of the author's notes. Its number is the author's, so it is printed as text.
pub(crate) fn own_mark(mark: OwnMark, edition: &Edition) -> Html {
    let OwnMark { number, place } = mark;
    let label = edition.format("own-note", &[("number", number.into())]);
    html! {
        <sup class={class::OWN_MARK}>
            <a id={own_mark_id(number, place)} href={format!("#{}", own_note_id(number))} role="doc-noteref" aria-label={label}>{ number }</a>
        </sup>
    }
}

/// Returns the id of a mark of one of the author's notes, from the note's number and the position of the mark among the
/// marks of that note.
pub(crate) fn own_mark_id(number: u32, place: u32) -> String {
    format!("mark_{number}_{place}")
}

/// Returns the id of one of the author's notes.
pub(crate) fn own_note_id(number: u32) -> String {
    format!("note_{number}")
}

fn mention(there: &Mention, words: &str, content: Html, moment: &Moment, edition: &Edition) -> Html {
    if there.linked { link(there, words, content, moment, edition) } else { named(there, content) }
}

/// Renders the mark of a note after the title.
pub(crate) fn title_mark(mention: &Mention, edition: &Edition) -> Html {
    link(mention, "", Html::default(), &Moment::default(), edition)
}

/// Renders the link. The link of a person carries, for their card, who they were at the moment that the sentence tells of.
/// The mark of a note has no words, so that the text remains the author's: a style sheet draws its number.
fn link(mention: &Mention, words: &str, content: Html, moment: &Moment, edition: &Edition) -> Html {
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
        // A date is never broken across lines.
        (Target::Event(_), None) if words.contains(char::is_numeric) => {
            classes!(class::MENTION, class::MENTION_EVENT, class::DATED)
        }
        (Target::Event(_), None) => classes!(class::MENTION, class::MENTION_EVENT),
        (Target::Person(_) | Target::Source(_), None) => classes!(class::MENTION),
    };
    // The margin shows what a correction corrects. There are too many comments to show those as well.
    let lead = note.filter(|note| number.is_some() && note.kind == NoteKind::Correction).map(Note::lead_words);
    let number = number.map(|number| edition.words.number(number));
    let here = moment.here(&mention.target, edition);
    html! {
        <a {id} {class} {href} aria-label={label} data-number={number} data-lead={lead} data-here={here}>{ content }</a>
    }
}

/// Renders a name that is not a link, because an earlier mention in the paragraph is one.
fn named(mention: &Mention, content: Html) -> Html {
    let person = mention.target.fragment().to_owned();
    html! { <span id={mention.id.to_string()} class={class::NAMED} data-names={person}>{ content }</span> }
}
