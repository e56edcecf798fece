//! Places, and names in the language of a place or a person.

/// A name in another language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NativeName {
    /// The language, a BCP 47 tag.
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
    /// The country that the place belonged to at the time, as the page names it.
    pub country: Option<String>,
    /// The position; `None` if it is not known, in which case no map shows the place.
    pub point: Option<Point>,
    /// The distance in meters by which the true place may differ from the point.
    pub radius: u32,
}

/// A point on the globe, in units of a hundred-thousandth of a degree, about a meter of latitude.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Point {
    /// The latitude, negative in the south.
    pub latitude: i32,
    /// The longitude, negative in the west.
    pub longitude: i32,
}

impl Point {
    /// Returns latitude and longitude in degrees.
    pub fn degrees(self) -> [f64; 2] {
        [self.latitude, self.longitude].map(|side| f64::from(side) / 100_000.0)
    }
}
