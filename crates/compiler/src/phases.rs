//! The phases of the timeline, in `story.toml`.

use std::collections::BTreeMap;

use palimpsest_story::{CalendarDay, Event, EventId, Phase};
use schemars::JsonSchema;
use serde::Deserialize;
use toml::Spanned;

use crate::diagnostic::{Diagnostic, Location};
use crate::files::SourceFile;
use crate::ids::{Ids, Kind};
use crate::report::counted;

/// A phase of the timeline, from the beginning of one event to the beginning of another.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct RawPhase {
    /// What the phase is called, in two or three words.
    #[schemars(extend("contentMediaType" = "text/plain"), example = &"In power")]
    name: String,
    /// The id of the event that it begins with.
    #[schemars(with = "String", example = &"october-rising")]
    from: Spanned<String>,
    /// The id of the later event that ends it.
    #[schemars(with = "String", example = &"left-opposition")]
    until: Spanned<String>,
}

/// Resolves the phases, leaving out those whose events are missing. Reports phases that end before they begin, and phases
/// that overlap.
pub(crate) fn resolve(
    raw: Vec<RawPhase>,
    events: &[Event],
    file: &SourceFile,
    ids: &Ids,
    problems: &mut Vec<Diagnostic>,
) -> Vec<Phase> {
    let days: BTreeMap<&EventId, Option<CalendarDay>> =
        events.iter().map(|event| (&event.id, event.date.earliest)).collect();
    let mut last: Option<CalendarDay> = None;
    let mut ends_of: Vec<(CalendarDay, CalendarDay)> = Vec::new();
    let place = raw.first().map(|phase| file.id.at(phase.from.span()));
    let mut phases = Vec::new();
    for RawPhase { name, from, until } in raw {
        let ends = [&from, &until].map(|id| ids.resolve::<EventId>(id, Kind::Event, file, problems));
        let [Some(first), Some(end)] = ends else { continue };
        let day = |id: &EventId| days.get(id).copied().flatten();
        // An event that could not be read has no day. It has already been reported.
        let (Some(begins), Some(ends)) = (day(&first), day(&end)) else { continue };
        if ends <= begins {
            problems.push(
                Diagnostic::error(file.id.at(until.span()), format!("the phase \"{name}\" ends before it begins"))
                    .help("`until` is a later event than `from`"),
            );
        } else if last.is_some_and(|last| begins < last) {
            problems.push(
                Diagnostic::error(
                    file.id.at(from.span()),
                    format!("the phase \"{name}\" begins before the last one ends"),
                )
                .help("list phases from the earliest, each from the event that ends the one before or a later one"),
            );
        }
        last = last.max(Some(ends));
        ends_of.push((begins, ends));
        phases.push(Phase { name, from: first, until: end });
    }
    problems.extend(place.and_then(|place| between(&ends_of, events, place)));
    phases
}

/// Returns a warning about events between two phases, which none of the views shows. Events before the first phase and after
/// the last are the beginning and the aftermath of the story.
fn between(phases: &[(CalendarDay, CalendarDay)], events: &[Event], place: Location) -> Option<Diagnostic> {
    let (first, last) = (phases.first()?.0, phases.last()?.1);
    let is_left_out = |day: CalendarDay| {
        first < day && day < last && !phases.iter().any(|(begins, ends)| *begins <= day && day <= *ends)
    };
    let left_out = events.iter().filter(|event| event.date.earliest.is_some_and(is_left_out));
    let titles: Vec<String> = left_out.map(|event| format!("\"{}\"", event.title)).collect();
    let (one, rest) = titles.split_first()?;
    let message = match rest.len() {
        0 => format!("{one} is in no phase, though it is between two"),
        more => format!(
            "{one} and {} are in no phase, though they are between two",
            counted(more, "other event", "other events")
        ),
    };
    let help = "let a phase begin with the event that ends the one before, or add a phase between them";
    Some(Diagnostic::warning(place, message).help(help))
}
