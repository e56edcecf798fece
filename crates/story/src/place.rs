//! Places, and names in the language of a place or a person.

/// A name in another language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NativeName {
    /// A BCP 47 tag.
    pub language: String,
    /// The name in that language.
    pub name: String,
}

/// A place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// The name at the time.
    pub name: String,
    /// The name today, if it differs.
    pub now: Option<String>,
    /// The name in the language of the place, if it differs.
    pub native: Option<NativeName>,
    /// The country that it was in at the time, as the page calls it.
    pub country: Option<String>,
    /// Where it is; `None` if that is not known, and then no map shows it.
    pub point: Option<Point>,
    /// How far the true place may be from the point, in meters.
    pub radius: u32,
}

/// A point on the globe, in hundred-thousandths of a degree, each of which is about a meter.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Point {
    /// Negative in the south.
    pub latitude: i32,
    /// Negative in the west.
    pub longitude: i32,
}

impl Point {
    /// Latitude and longitude in degrees.
    pub fn degrees(self) -> [f64; 2] {
        [self.latitude, self.longitude].map(|side| f64::from(side) / 100_000.0)
    }
}
