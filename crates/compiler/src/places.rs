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
    /// The name by which events and stays refer to it: a letter, then letters a-z, digits and hyphens.
    #[schemars(with = "String", regex(pattern = "^[a-z][a-z0-9-]*$"), example = &"almaty")]
    pub id: Spanned<String>,
    /// What it was called then. On a map it is called by its town: the last part that is neither the country nor begins
    /// in lowercase, so that “Domène, near Grenoble, France” is Domène.
    #[schemars(extend("contentMediaType" = "text/plain"), example = &"Alma-Ata")]
    name: String,
    /// What it is called now.
    ///
    /// Without it, it has the same name.
    #[schemars(extend("contentMediaType" = "text/plain"), example = &"Almaty, Kazakhstan")]
    now: Option<String>,
    /// Its name in the language of the place.
    ///
    /// Without it, it has the same name there.
    #[schemars(example = serde_json::json!({ "language": "ru", "name": "Алма-Ата" }))]
    native: Option<RawNativeName>,
    /// Latitude, then longitude, in degrees; south and west are negative.
    ///
    /// Without it, no map can show the place, and the check warns where one would have to.
    #[schemars(with = "Option<[f64; 2]>", example = serde_json::json!([43.238, 76.945]))]
    point: Option<Spanned<[f64; 2]>>,
    /// How far the true place may be from the point, in whole meters: about 1000 for a building or a small town, 5000
    /// for a city, more where you know less.
    ///
    /// Without it, the point is exact.
    #[serde(default)]
    #[schemars(example = 5000)]
    radius: u32,
    /// The country that it was in at the time, for the strip under the map of a journey.
    ///
    /// Without it, the strip has no line for the country.
    #[schemars(extend("contentMediaType" = "text/plain"), example = &"Soviet Union")]
    country: Option<String>,
}

impl RawPlace {
    /// Returns the names then and now, each with the id.
    pub(crate) fn called(&self) -> impl Iterator<Item = (&str, &str)> {
        [Some(&self.name), self.now.as_ref()]
            .into_iter()
            .flatten()
            .map(|name| (name.as_str(), self.id.get_ref().as_str()))
    }

    /// Resolves the place. Reports a point that is not on the globe, and returns `None` for it.
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

/// Converts a point from degrees to hundred-thousandths of a degree. Reports one that is not on the globe.
fn point(given: &Spanned<[f64; 2]>, file: &SourceFile, problems: &mut Vec<Diagnostic>) -> Option<Point> {
    let [latitude, longitude] = *given.get_ref();
    if !(latitude.abs() <= 90.0 && longitude.abs() <= 180.0) {
        problems.push(
            Diagnostic::error(file.id.at(given.span()), "this point is not on the globe")
                .help("point = [latitude from -90 to 90, longitude from -180 to 180], in degrees"),
        );
        return None;
    }
    // The values are below 20 million, so they fit into 32 bits.
    #[expect(clippy::cast_possible_truncation, reason = "the point is on the globe")]
    let [latitude, longitude] = [latitude, longitude].map(|degrees| (degrees * 100_000.0).round() as i32);
    Some(Point { latitude, longitude })
}

/// Returns the place with this id. Reports an unknown id.
pub(crate) fn resolve_place(
    id: &Spanned<String>,
    file: &SourceFile,
    ids: &Ids,
    places: &BTreeMap<String, Place>,
    problems: &mut Vec<Diagnostic>,
) -> Option<Place> {
    // A known place that is not in `places` could not be read, which has already been reported.
    if !ids.has(id.get_ref(), Kind::Place) {
        problems.extend(ids.unknown(id.get_ref(), &[Kind::Place], file.id.at(id.span())));
    }
    places.get(id.get_ref()).cloned()
}
