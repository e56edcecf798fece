//! What the edition is, and up to four links into it. In the page it comes before the article; on the screen it appears
//! under the article's title.

use palimpsest_contract::hook::{class, id};
use palimpsest_story::{Date, EventId, Note, NoteKind, Phase, Section};
use yew::prelude::*;

use crate::drawing::story_scale;
use crate::edition::{Edition, use_edition};

/// The introduction. It shows the three forms that links have in the article.
#[component]
pub(crate) fn Intro() -> Html {
    let edition = use_edition();
    let story = &edition.story;
    let count = |is_one: fn(&&Note) -> bool| story.notes.iter().filter(is_one).count();
    let corrections = count(|note| note.kind == NoteKind::Correction);
    let notes = count(|note| note.number.is_some());
    let minutes = edition.format("reading-time", &[("count", story.article.reading_minutes.into())]);
    let counted = [("intro-events", story.events.len()), ("intro-people", story.people.len()), ("intro-notes", notes)];
    let counted = counted.into_iter().filter(|(_, count)| *count > 0);
    let what: Vec<String> = counted.map(|(key, count)| edition.format(key, &[("count", count.into())])).collect();
    let key = if what.is_empty() { "intro-alone" } else { "intro-what" };
    let about =
        edition.format(key, &[("minutes", minutes.clone().into()), ("what", what.join(&edition.words.comma()).into())]);
    let phases: Vec<_> = story.phase_years().collect();
    let years = phases.first().zip(phases.last()).map(|((_, [from, _]), (_, [_, to]))| [*from, *to]);
    let years = years.filter(|[from, to]| from < to);
    let is_short = story_scale(story).is_some_and(|scale| scale.years()[0] == scale.years()[1]);
    let timeline = if is_short { "door-days" } else { "door-timeline" };
    let door_years = |years: [i32; 2]| edition.format("door-years", &[("years", edition.years(years).into())]);
    let door = |id: &str, words: String| html! { <li><a href={format!("#{id}")}>{ words }</a></li> };
    let mut paragraphs = story.article.sections.iter().flat_map(Section::paragraphs);
    let first = paragraphs.find_map(|paragraph| paragraph.sentences.first());
    html! {
        <div class={class::INTRO} data-navigate="">
            <p>
                <b>{ edition.text("intro-label") }</b>{ " " }{ about }
                { tap(notes > 0, &edition) }
            </p>
            <ul class={class::DOORS}>
                { for first.map(|sentence| door(&sentence.id.to_string(), edition.format("door-read", &[("minutes", minutes.into())]))) }
                if !story.events.is_empty() {
                    { door(id::TIMELINE, years.map_or_else(|| edition.text(timeline), door_years)) }
                }
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
                                { &phase.name }{ " " }<span>{ days(phase, &edition).filter(|_| is_short).unwrap_or_else(|| edition.years(*years)) }</span>
                            </a>
                        </li>
                    }) }
                </ol>
            }
        </div>
    }
}

/// Returns the days on which the first and the last event of a phase begin: `24 October – 3 November`, or the one day on which
/// both do. Returns `None` if one of them is not known to the day.
fn days(phase: &Phase, edition: &Edition) -> Option<String> {
    let day = |id: &EventId| {
        let date = &edition.story.event(id)?.date;
        date.earliest.filter(|_| begins_on_a_day(date))
    };
    let [from, to] = [day(&phase.from)?, day(&phase.until)?].map(|day| edition.day(day));
    Some(if from == to { from } else { edition.between(from, to) })
}

/// Reports whether a date is a day, or a range that begins with one, and that day is certain.
fn begins_on_a_day(date: &Date) -> bool {
    let Some(extent) = date.extent else { return false };
    if date.edtf.contains('/') { extent.rising == 0 } else { extent.length == 1 && !date.is_qualified() }
}

/// Renders what a reader can tap in the article (a name, a date or a number), each as a link to the section that it leads
/// to. Renders nothing if the article has none of these.
fn tap(has_notes: bool, edition: &Edition) -> Html {
    let story = &edition.story;
    let link =
        |class: Classes, id: &str, key: &str| html! { <a {class} href={format!("#{id}")}>{ edition.text(key) }</a> };
    let mut ways = Vec::new();
    if !story.people.is_empty() {
        ways.push(link(classes!(class::MENTION), id::PEOPLE, "intro-name"));
    }
    if !story.events.is_empty() {
        ways.push(link(classes!(class::MENTION, class::MENTION_EVENT), id::TIMELINE, "intro-date"));
    }
    if has_notes {
        ways.push(link(Classes::new(), id::NOTES, "intro-number"));
    }
    let count = ways.len();
    if count == 0 {
        return Html::default();
    }
    let before = |place: usize| match count - place {
        _ if place == 0 => html! { " " },
        1 => html! { <>{ " " }{ edition.text("intro-or") }{ " " }</> },
        _ => html! { edition.words.comma() },
    };
    let ways = ways.into_iter().enumerate().map(|(place, way)| html! { <>{ before(place) }{ way }</> });
    html! { <>{ " " }{ edition.text("intro-tap") }{ for ways }{ edition.text("lens-end") }</> }
}
