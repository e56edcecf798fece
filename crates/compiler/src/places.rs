//! `places.toml`: where things happened.

use std::collections::BTreeMap;

use palimpsest_story::{Place, Point};
use schemars::JsonSchema;
use serde::Deserialize;
use toml::Spanned;

use crate::diagnostic::Diagnostic;
use crate::files::SourceFile;
use crate::ids::{Ids, Kind};
use crate::language::RawNativeName;

/// A `[[place]]`.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct RawPlace {
    /// The name by which people and events refer to it: a letter, then letters a-z, digits and hyphens.
    #[schemars(with = "String", regex(pattern = "^[a-z][a-z0-9-]*$"))]
    pub id: Spanned<String>,
    /// What it was called then.
    name: String,
    /// What it is called now, where that differs.
    now: Option<String>,
    /// Its name in the language of the place, where that differs.
    native: Option<RawNativeName>,
    /// Latitude (-90 to 90) and longitude (-180 to 180) in degrees; south and west are negative. Left out where nobody knows;
    /// a map cannot show the place then.
    #[schemars(with = "Option<[f64; 2]>")]
    point: Option<Spanned<[f64; 2]>>,
    /// How far the true place may be from the point, in whole meters.
    #[serde(default)]
    radius: u32,
    /// The country in which it then lay, for the places of a journey.
    country: Option<String>,
}

impl RawPlace {
    /// The place. Reports a point that is not on the globe, and is `None` then.
    pub(crate) fn resolve(&self, file: &SourceFile, problems: &mut Vec<Diagnostic>) -> Option<Place> {
        let native = self.native.as_ref().map(|native| native.resolve(file, problems));
        let point = match &self.point {
            Some(point) => Some(self::point(point, file, problems)?),
            None => None,
        };
        Some(Place {
            name: self.name.clone(),
            now: self.now.clone(),
            native,
            country: self.country.clone(),
            point,
            radius: self.radius,
        })
    }
}

/// A point. Reports one that is not on the globe.
fn point(given: &Spanned<[f64; 2]>, file: &SourceFile, problems: &mut Vec<Diagnostic>) -> Option<Point> {
    let [latitude, longitude] = *given.get_ref();
    if !(latitude.abs() <= 90.0 && longitude.abs() <= 180.0) {
        problems.push(
            Diagnostic::error(file.id.at(given.span()), "this point is not on the globe")
                .help("point = [latitude from -90 to 90, longitude from -180 to 180], in degrees"),
        );
        return None;
    }
    // Less than 20 million: a whole number of 32 bits.
    #[expect(clippy::cast_possible_truncation, reason = "the point is on the globe")]
    let [latitude, longitude] = [latitude, longitude].map(|degrees| (degrees * 100_000.0).round() as i32);
    Some(Point { latitude, longitude })
}

/// The place with this id. Reports an unknown id.
pub(crate) fn resolve_place(
    id: &Spanned<String>,
    file: &SourceFile,
    ids: &Ids,
    places: &BTreeMap<String, Place>,
    problems: &mut Vec<Diagnostic>,
) -> Option<Place> {
    // A known one that is not in `places` could not be read, which is reported already.
    if !ids.has(id.get_ref(), Kind::Place) {
        problems.extend(ids.unknown(id.get_ref(), &[Kind::Place], file.id.at(id.span())));
    }
    places.get(id.get_ref()).cloned()
}
