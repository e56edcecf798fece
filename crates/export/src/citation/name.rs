//! The names of authors and editors.

use palimpsest_story::{Author, Story};

/// The name of a person or a body.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Name {
    Person {
        given: String,
        family: String,
    },
    /// A body, or a person with one name alone.
    Body(String),
}

/// The authors of the article.
pub(super) fn authors(story: &Story) -> Vec<Name> {
    story.article.authors.iter().map(Name::of).collect()
}

/// The editors, who are the authors of all entries.
pub(super) fn editors(story: &Story) -> Vec<Name> {
    story.publication.editors.iter().map(Name::of).collect()
}

impl Name {
    fn of(author: &Author) -> Self {
        match author {
            Author::Person { given: Some(given), family } => {
                Self::Person { given: given.clone(), family: family.clone() }
            }
            Author::Person { given: None, family: name } | Author::Body(name) => Self::Body(name.clone()),
        }
    }

    /// The name that lists are sorted by.
    pub(super) fn last(&self) -> &str {
        match self {
            Self::Person { family, .. } => family,
            Self::Body(name) => name,
        }
    }

    /// `Ada Lovelace`.
    fn natural(&self) -> String {
        match self {
            Self::Person { given, family } => format!("{given} {family}"),
            Self::Body(name) => name.clone(),
        }
    }

    /// `Lovelace, Ada`.
    fn inverted(&self) -> String {
        match self {
            Self::Person { given, family } => format!("{family}, {given}"),
            Self::Body(name) => name.clone(),
        }
    }
}

/// Names as a sentence lists them: `Ada Lovelace and Charles Babbage`.
pub(super) fn in_sentence(names: &[Name]) -> String {
    listed(names.iter().map(Name::natural).collect(), false)
}

/// Names as an entry of a bibliography begins with them: `Lovelace, Ada, and Charles Babbage`.
pub(super) fn in_bibliography(names: &[Name]) -> String {
    let Some((first, others)) = names.split_first() else { return String::new() };
    let inverted = matches!(first, Name::Person { .. });
    listed([first.inverted()].into_iter().chain(others.iter().map(Name::natural)).collect(), inverted)
}

fn listed(mut names: Vec<String>, always_comma: bool) -> String {
    let last = names.pop().unwrap_or_default();
    match names.as_slice() {
        [] => last,
        [first] if !always_comma => format!("{first} and {last}"),
        names => format!("{}, and {last}", names.join(", ")),
    }
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;

    /// Makes somebody the one author of the story's article, or nobody for an empty name.
    pub(in crate::citation) fn set_author(story: &mut Story, author: &str) {
        let person = author
            .rsplit_once(' ')
            .map(|(given, family)| Author::Person { given: Some(given.to_owned()), family: family.to_owned() });
        let author = person.or_else(|| (!author.is_empty()).then(|| Author::Body(author.to_owned())));
        story.article.authors = author.into_iter().collect();
    }

    #[test]
    fn names_are_listed_in_a_sentence_and_in_a_bibliography() {
        let person = |given: &str, family: &str| Name::Person { given: given.into(), family: family.into() };
        let body = |name: &str| Name::Body(name.into());
        let names = [person("Ada", "Lovelace"), body("The Press"), person("Charles", "Babbage")];
        for (names, sentence, bibliography) in [
            (&names[..0], "", ""),
            (&names[..1], "Ada Lovelace", "Lovelace, Ada"),
            (&names[..2], "Ada Lovelace and The Press", "Lovelace, Ada, and The Press"),
            (&names[1..], "The Press and Charles Babbage", "The Press and Charles Babbage"),
            (
                &names[..],
                "Ada Lovelace, The Press, and Charles Babbage",
                "Lovelace, Ada, The Press, and Charles Babbage",
            ),
        ] {
            assert_eq!((in_sentence(names).as_str(), in_bibliography(names).as_str()), (sentence, bibliography));
        }
    }
}
