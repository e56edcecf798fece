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
}

impl Place {
    /// The name at the time and, if it differs, today: `Alma-Ata, now Almaty`.
    pub fn text(&self) -> String {
        match &self.now {
            Some(now) => format!("{}, now {now}", self.name),
            None => self.name.clone(),
        }
    }
}
