//! Lists of authors and editors: `[{ given = "Ada", family = "Lovelace" }, "Encyclopædia Britannica"]`.

use std::fmt;

use palimpsest_story::Author;
use schemars::JsonSchema;
use serde::de::value::MapAccessDeserializer;
use serde::de::{Deserialize, Deserializer, MapAccess, Visitor};
use toml::Spanned;

use crate::diagnostic::Diagnostic;
use crate::files::SourceFile;
use crate::folded::loosely;
use crate::plain_text::markdown;

/// Help text on how to write a list of authors.
pub(crate) const HELP: &str = "write a person as { given = \"Ada\", family = \"Lovelace\" }, \
                               an organization as \"Encyclopædia Britannica\"";

/// A person or an organization.
#[derive(JsonSchema)]
#[schemars(untagged)]
pub(crate) enum RawAuthor {
    /// The name of an organization.
    Body(String),
    /// A person.
    Person(RawPersonName),
}

/// The name of a person, in its parts.
#[derive(serde::Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct RawPersonName {
    /// Given names.
    ///
    /// Without them, it is a person with a single name.
    #[schemars(example = &"Gabriel")]
    given: Option<String>,
    /// The family name with its particles, or the single name. Citations sort by it.
    #[schemars(example = &"García Márquez")]
    family: String,
}

// serde's own untagged enums lose the position of a mistake, and say only that nothing matched.
impl<'de> Deserialize<'de> for RawAuthor {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct AuthorVisitor;

        impl<'de> Visitor<'de> for AuthorVisitor {
            type Value = RawAuthor;

            fn expecting(&self, f: &mut fmt::Formatter) -> fmt::Result {
                f.write_str("{ given = \"…\", family = \"…\" }, or the name of an organization")
            }

            fn visit_str<E>(self, name: &str) -> Result<RawAuthor, E> {
                Ok(RawAuthor::Body(name.to_owned()))
            }

            fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<RawAuthor, A::Error> {
                RawPersonName::deserialize(MapAccessDeserializer::new(map)).map(RawAuthor::Person)
            }
        }

        deserializer.deserialize_any(AuthorVisitor)
    }
}

/// Resolves a list of authors. Reports names that are empty or contain Markdown.
pub(crate) fn resolve(list: Vec<Spanned<RawAuthor>>, file: &SourceFile, problems: &mut Vec<Diagnostic>) -> Vec<Author> {
    let mut authors = Vec::new();
    for author in list {
        let location = file.id.at(author.span());
        let author = match author.into_inner() {
            RawAuthor::Body(name) => Author::Body(name.trim().to_owned()),
            RawAuthor::Person(RawPersonName { given, family }) => {
                let given = given.map(|given| given.trim().to_owned()).filter(|given| !given.is_empty());
                Author::Person { given, family: family.trim().to_owned() }
            }
        };
        if author.sort_name().is_empty() {
            problems.push(Diagnostic::error(location, "a name is empty").help(HELP));
        } else {
            let name = author.name();
            if let Some(mark) = markdown(&name) {
                let message = format!("a name is plain text: \"{}\" is printed as it is written", &name[mark]);
                problems.push(Diagnostic::error(location, message).help("write the name without marks"));
            }
            authors.push(author);
        }
    }
    authors
}

/// Reports whether a byline lacks the family name of a person. It may name nobody: "By our correspondent".
pub(crate) fn is_left_out(author: &Author, byline: &str) -> bool {
    match author {
        Author::Person { family, .. } => !loosely(byline).contains(&loosely(family)),
        Author::Body(_) => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_byline_names_an_author_however_it_is_written() {
        let person = |family: &str| Author::Person { given: None, family: family.to_owned() };
        for (family, byline) in [
            ("O'Neil", "Mary O’Neil, 1921"),
            ("García Márquez", "Gabriel García\u{a0}Márquez"),
            ("García Márquez", "Gabriel Garci\u{301}a Ma\u{301}rquez"),
            ("García Márquez", "BY GABRIEL GARCÍA MÁRQUEZ"),
        ] {
            assert!(!is_left_out(&person(family), byline), "{byline}");
        }
        assert!(is_left_out(&person("Lind"), "A. Lund"));
        assert!(!is_left_out(&Author::Body("The Times".to_owned()), "By our correspondent"));
    }
}
