//! Authors and editors.

/// The author of an article, or the editor of an edition. The parts of a person's name are separate because a full name such
/// as "Gabriel García Márquez" does not show where the family name begins.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Author {
    /// A person.
    Person {
        /// The given names; `None` for a person with a single name.
        given: Option<String>,
        /// The family name, with its particles, or the only name.
        family: String,
    },
    /// An organization: an institution, a newspaper, a group.
    Body(String),
}

impl Author {
    /// Returns the name for running text: `Jessica Caroline`.
    pub fn name(&self) -> String {
        match self {
            Self::Person { given: Some(given), family } => format!("{given} {family}"),
            Self::Person { given: None, family: name } | Self::Body(name) => name.clone(),
        }
    }

    /// Returns the name to sort lists by: the family name, or the whole name of an organization.
    pub fn sort_name(&self) -> &str {
        match self {
            Self::Person { family: name, .. } | Self::Body(name) => name,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_read_as_people_write_them() {
        let person = |given: Option<&str>, family: &str| {
            let author = Author::Person { given: given.map(str::to_owned), family: family.to_owned() };
            (author.name(), author.sort_name().to_owned())
        };
        let pair = |name: &str, sorted: &str| (name.to_owned(), sorted.to_owned());
        assert_eq!(person(Some("Gabriel"), "García Márquez"), pair("Gabriel García Márquez", "García Márquez"));
        assert_eq!(person(None, "Caroline"), pair("Caroline", "Caroline"));
        let body = Author::Body("Encyclopædia Britannica".to_owned());
        assert_eq!((body.name(), body.sort_name()), ("Encyclopædia Britannica".to_owned(), "Encyclopædia Britannica"));
    }
}
