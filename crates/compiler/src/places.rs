//! `places.toml`: where things were.

use std::collections::BTreeMap;

use palimpsest_story::Place;
use schemars::JsonSchema;
use serde::Deserialize;
use toml::Spanned;

use crate::diagnostic::Diagnostic;
use crate::files::SourceFile;
use crate::ids::{Ids, Kind};
use crate::native::RawNativeName;

/// A `[[place]]`: where something was.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct RawPlace {
    /// By what people and events name it: a letter, then letters a-z, digits and hyphens.
    #[schemars(with = "String", regex(pattern = "^[a-z][a-z0-9-]*$"))]
    pub id: Spanned<String>,
    /// What it was called then.
    name: String,
    /// What it is called now, where that differs.
    now: Option<String>,
    /// Its name in the language of the place, where that differs.
    native: Option<RawNativeName>,
    /// Latitude from -90 to 90 and longitude from -180 to 180, in degrees; south and west are negative.
    #[schemars(with = "[f64; 2]")]
    point: Spanned<[f64; 2]>,
    /// How far the true place may be from the point, in whole meters.
    radius: u32,
}

impl RawPlace {
    /// The place; `None` when its point is not on the globe.
    pub(crate) fn resolve(&self, file: &SourceFile, problems: &mut Vec<Diagnostic>) -> Option<Place> {
        let native = self.native.as_ref().map(|native| native.resolve(file, problems));
        let [latitude, longitude] = *self.point.get_ref();
        let point = millionths(latitude, 90.0).zip(millionths(longitude, 180.0));
        let Some((latitude, longitude)) = point else {
            problems.push(
                Diagnostic::error(file.id.at(self.point.span()), "this point is not on the globe")
                    .help("point = [latitude from -90 to 90, longitude from -180 to 180], in degrees"),
            );
            return None;
        };
        Some(Place { name: self.name.clone(), now: self.now.clone(), native, latitude, longitude, radius: self.radius })
    }
}

/// The place with this id; if there is none, that is a problem.
pub(crate) fn resolve_place(
    id: &Spanned<String>,
    file: &SourceFile,
    ids: &Ids,
    places: &BTreeMap<String, Place>,
    problems: &mut Vec<Diagnostic>,
) -> Option<Place> {
    // One that is known but not here could not be read, and that is told already.
    if !ids.has(id.get_ref(), Kind::Place) {
        problems.extend(ids.unknown(id.get_ref(), &[Kind::Place], file.id.at(id.span())));
    }
    places.get(id.get_ref()).cloned()
}

fn millionths(degrees: f64, limit: f64) -> Option<i32> {
    let millionths = (degrees * 1e6).round();
    // Within the limit the number is far inside the range of i32.
    #[allow(clippy::cast_possible_truncation)]
    (degrees.abs() <= limit).then_some(millionths as i32)
}
