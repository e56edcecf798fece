//! Where people of `people.toml` lived, one place after another.

use std::collections::BTreeSet;

use palimpsest_story::{Stay, StayId};
use schemars::JsonSchema;
use serde::Deserialize;
use toml::Spanned;

use crate::context::Context;
use crate::date;
use crate::diagnostic::Diagnostic;
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
/// `stay-trotsky-prinkipo-2`.
pub(crate) fn stays(person: &str, raw: Vec<RawStay>, context: &Context, problems: &mut Vec<Diagnostic>) -> Vec<Stay> {
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
    numbered.into_iter().filter_map(|(id, stay)| stay.resolve(id, context, problems)).collect()
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
