//! A line at the edge of the window that says what the timeline shows, for as long as the lens hides or dims anything.

use palimpsest_contract::hook::id;
use palimpsest_contract::{Message, Outline};
use palimpsest_state::{Command, Lens, Scope};
use yew::prelude::*;

use super::{button, naming};
use crate::words::Words;

/// Renders the line.
pub(crate) fn lens_line(lens: &Lens, outline: &Outline, words: &Words) -> Html {
    let is_shown = lens.is_narrowed();
    let summary = if is_shown { summary(lens, outline, words) } else { String::new() };
    // The status line exists before its text, because only changes in it are announced.
    html! {
        <>
            <p role="status">{ if is_shown { naming(&summary, outline) } else { Html::default() } }</p>
            if is_shown {
                <p class="following-ways">
                    <a href={["#", id::TIMELINE].concat()} data-navigate="">{ words.text(Message::LensTimeline) }</a>
                    { button(Command::ClearLens, words.text(Message::LensClear).into()) }
                </p>
            }
        </>
    }
}

/// Returns the text of the line: `Following Leon Trotsky: 12 of 30 events, 1917–1929; 24 sentences of the article.`
fn summary(lens: &Lens, outline: &Outline, words: &Words) -> String {
    let names: Vec<&str> =
        lens.follow.iter().filter_map(|person| Some(outline.people.get(*person)?.name.as_str())).collect();
    let mut summary = match names.as_slice() {
        [] => String::new(),
        [name] => words.with(Message::LensFollowing, &[("name", name)]),
        [first, second, ..] => words.with(Message::LensSharing, &[("first", first), ("second", second)]),
    };
    let front = outline.events.iter().filter(|event| lens.shows(event) && lens.favors(event)).count();
    let total = words.number(outline.events.len());
    summary.push_str(&words.counted(Message::LensEvents, front, &[("total", &total)]));
    if let Some(years) = lens.years {
        let [from, to] = [years.from, years.to].map(|year| words.year(year));
        summary.push_str(&words.with(Message::LensYears, &[("from", &from), ("to", &to)]));
    }
    if lens.scope == Scope::Article {
        summary.push_str(&words.text(Message::LensScope));
    }
    if !names.is_empty() {
        summary.push_str(&words.counted(Message::LensSentences, lens.sentences(outline).len(), &[]));
    }
    summary.push_str(&words.text(Message::LensEnd));
    summary
}
