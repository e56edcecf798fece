//! `places.toml`: where things were.

use palimpsest_story::Place;
use serde::Deserialize;
use toml::Spanned;

use crate::diagnostic::Diagnostic;
use crate::files::SourceFile;

/// A `[[place]]` as it is written.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct RawPlace {
    pub id: Spanned<String>,
    name: String,
    now: Option<String>,
    point: Spanned<[f64; 2]>,
    radius: u32,
}

impl RawPlace {
    /// The place; `None` when its point is not on the globe.
    pub(crate) fn resolve(&self, file: &SourceFile, problems: &mut Vec<Diagnostic>) -> Option<Place> {
        let [latitude, longitude] = *self.point.get_ref();
        let point = millionths(latitude, 90.0).zip(millionths(longitude, 180.0));
        let Some((latitude, longitude)) = point else {
            problems.push(
                Diagnostic::error(file.id.at(self.point.span()), "this point is not on the globe")
                    .help("point = [latitude from -90 to 90, longitude from -180 to 180], in degrees"),
            );
            return None;
        };
        Some(Place { name: self.name.clone(), now: self.now.clone(), latitude, longitude, radius: self.radius })
    }
}

fn millionths(degrees: f64, limit: f64) -> Option<i32> {
    let millionths = (degrees * 1e6).round();
    // Within the limit the number is far inside the range of i32.
    #[allow(clippy::cast_possible_truncation)]
    (degrees.abs() <= limit).then_some(millionths as i32)
}
