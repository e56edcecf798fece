//! What the edition is, and four doors into it. It stands before the article in the page, and under its title on the screen.

use palimpsest_contract::hook::{class, id};
use palimpsest_story::{Note, NoteKind, Section};
use yew::prelude::*;

use crate::edition::use_edition;

/// The introduction. Its links have the three forms that links have in the article.
#[component]
pub(crate) fn Intro() -> Html {
    let edition = use_edition();
    let story = &edition.story;
    let count = |is_one: fn(&&Note) -> bool| story.notes.iter().filter(is_one).count();
    let corrections = count(|note| note.kind == NoteKind::Correction);
    let notes = count(|note| note.number.is_some());
    let minutes = edition.format("reading-time", &[("count", story.article.reading_minutes.into())]);
    let values = [
        ("minutes", minutes.clone().into()),
        ("events", story.events.len().into()),
        ("people", story.people.len().into()),
        ("notes", notes.into()),
    ];
    let phases: Vec<_> = story.phase_years().collect();
    let years = phases.first().zip(phases.last()).map(|((_, [from, _]), (_, [_, to]))| [*from, *to]);
    let between = |key: &str, [from, to]: [i32; 2]| {
        edition.format(key, &[("from", edition.words.number(from).into()), ("to", edition.words.number(to).into())])
    };
    let door = |id: &str, words: String| html! { <li><a href={format!("#{id}")}>{ words }</a></li> };
    let mut paragraphs = story.article.sections.iter().flat_map(Section::paragraphs);
    let first = paragraphs.find_map(|paragraph| paragraph.sentences.first());
    html! {
        <div class={class::INTRO} data-navigate="">
            <p>
                <b>{ edition.text("intro-label") }</b>{ " " }{ edition.format("intro-what", &values) }{ " " }
                { edition.text("intro-tap") }{ " " }
                <a class={class::MENTION} href={format!("#{}", id::PEOPLE)}>{ edition.text("intro-name") }</a>{ edition.words.comma() }
                <a class={classes!(class::MENTION, class::MENTION_EVENT)} href={format!("#{}", id::TIMELINE)}>{ edition.text("intro-date") }</a>
                if notes > 0 {
                    { " " }{ edition.text("intro-or") }{ " " }
                    <a href={format!("#{}", id::NOTES)}>{ edition.text("intro-number") }</a>
                }
                { edition.text("lens-end") }
            </p>
            <ul class={class::DOORS}>
                { for first.map(|sentence| door(&sentence.id.to_string(), edition.format("door-read", &[("minutes", minutes.into())]))) }
                { door(id::TIMELINE, years.map_or_else(|| edition.text("door-timeline"), |years| between("door-years", years))) }
                if corrections > 0 {
                    { door(id::NOTES, edition.format("door-wrong", &[("count", corrections.into())])) }
                }
                if !story.erasure.people.is_empty() {
                    { door(id::CENSOR_SWITCH, edition.text("copy-censor")) }
                }
            </ul>
            if !phases.is_empty() {
                <ol class={class::PHASES}>
                    { for phases.iter().map(|(phase, years)| html! {
                        <li>
                            <a href={format!("?years={}-{}#{}", years[0], years[1], id::TIMELINE)}>
                                { &phase.name }{ " " }<span>{ between("life-years", *years) }</span>
                            </a>
                        </li>
                    }) }
                </ol>
            }
        </div>
    }
}
