//! Where people of `people.toml` lived, one place after another.

use std::collections::BTreeSet;

use palimpsest_story::{Date, PersonKind, Stay, StayId};
use schemars::JsonSchema;
use serde::Deserialize;
use toml::Spanned;

use crate::context::Context;
use crate::date;
use crate::diagnostic::Diagnostic;
use crate::lives::Life;
use crate::places::resolve_place;
use crate::statements::cited;

/// A place where the person lived.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct RawStay {
    /// When, as a date. `~` and `?` make its number on the map hollow.
    #[schemars(with = "String", extend("format" = "edtf"), example = &"1928-01-25/1929-01-22")]
    date: Spanned<String>,
    /// The id of the place.
    ///
    /// Without it, the person was traveling.
    #[schemars(with = "Option<String>", example = &"almaty")]
    place: Option<Spanned<String>>,
    /// What the stay was like, in one paragraph that cites a source.
    #[schemars(with = "String", example = &"He arrived on 25 January [@kommersant-2023].")]
    text: Spanned<String>,
}

/// Resolves the stays of a person. Each has an id that names the person and the place: `stay-trotsky-prinkipo`, then
/// `stay-trotsky-prinkipo-2`. Reports stays outside of the life, out of order, or at the same time.
pub(crate) fn stays(
    person: &str,
    life: &Life,
    raw: Vec<RawStay>,
    context: &Context,
    problems: &mut Vec<Diagnostic>,
) -> Vec<Stay> {
    let mut taken = BTreeSet::new();
    let mut id = |stay: &RawStay| {
        let place = stay.place.as_ref().map_or("way", |place| place.get_ref());
        let first = format!("stay-{person}-{place}");
        let later = (2..).map(|number| format!("{first}-{number}"));
        let id = [first.clone()].into_iter().chain(later).find(|id| !taken.contains(id)).unwrap_or_default();
        taken.insert(id.clone());
        StayId::from(id.as_str())
    };
    let numbered: Vec<_> = raw.into_iter().map(|stay| (id(&stay), stay)).collect();
    let resolved = numbered.into_iter().filter_map(|(id, stay)| {
        let place = context.file.id.at(stay.date.span());
        stay.resolve(id, context, problems).map(|stay| (stay, place))
    });
    let resolved: Vec<_> = resolved.collect();
    for (stay, place) in &resolved {
        if let Some(message) = life.lacks(&stay.date, "stay") {
            let help = match life.kind {
                PersonKind::Person => "check its date, and those of `born` and `died`",
                PersonKind::Body => "check its date, and those of `founded` and `dissolved`",
            };
            problems.push(Diagnostic::error(place.clone(), message).help(help));
        }
    }
    for pair in resolved.windows(2) {
        let [(before, above), (stay, place)] = pair else { continue };
        if stay.date.latest.zip(before.date.earliest).is_some_and(|(last, first)| last < first) {
            problems.push(
                Diagnostic::warning(place.clone(), "this stay is earlier than the one above it")
                    .related(above.clone(), "the one above")
                    .help("list the stays in the order of time, in which the map numbers them"),
            );
        }
    }
    for (index, (stay, place)) in resolved.iter().enumerate() {
        if let Some((_, other)) = resolved[..index].iter().find(|(other, _)| are_apart(other, stay)) {
            let message = format!("\"{}\" is at two places at once", life.name);
            problems.push(
                Diagnostic::warning(place.clone(), message).related(other.clone(), "the other stay").help(
                    "a stay ends on the day on which the next begins; where that day is unknown, write ~ after it",
                ),
            );
        }
    }
    resolved.into_iter().map(|(stay, _)| stay).collect()
}

/// Reports whether two stays at different places have more than one day in common for certain.
fn are_apart(one: &Stay, other: &Stay) -> bool {
    let name = |stay: &Stay| stay.place.as_ref().map(|place| place.name.clone());
    let both = certain(&one.date).zip(certain(&other.date));
    name(one) != name(other) && both.is_some_and(|(one, other)| one.1.min(other.1) - one.0.max(other.0) > 1)
}

/// Returns the first day of which all of a range is known, and the day after the last. Returns `None` for a date that only
/// says when something began or happened, or that is not certain.
fn certain(date: &Date) -> Option<(i32, i32)> {
    let is_range = date.edtf.contains('/') || date.earliest == date.latest;
    let extent = date.extent.filter(|_| is_range && !date.edtf.contains(['~', '?', '%', '[', 'X']))?;
    Some((extent.first + extent.rising, extent.end() - extent.falling))
}

impl RawStay {
    fn resolve(self, id: StayId, context: &Context, problems: &mut Vec<Diagnostic>) -> Option<Stay> {
        let Context { words, file, ids, places, .. } = *context;
        let date = date::read(&self.date, words, file, problems);
        let place = self.place.and_then(|id| {
            let place = resolve_place(&id, file, ids, places, problems)?;
            if place.point.is_none() {
                let message = format!("the map leaves out \"{}\", which has no point", id.get_ref());
                problems.push(
                    Diagnostic::warning(file.id.at(id.span()), message)
                        .help("give the place its point in places.toml, as in point = [55.75, 37.62]"),
                );
            }
            Some(place)
        });
        let text = cited(&self.text, file, ids, problems);
        Some(Stay { id, date: date?, place, text })
    }
}
