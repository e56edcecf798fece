//! The names of authors and editors.

use palimpsest_story::{Author, Story};

/// The name of a person or a body.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Name {
    Person {
        given: String,
        family: String,
    },
    /// An organization, or a person with only one name.
    Body(String),
}

/// Returns the authors of the article.
pub(super) fn authors(story: &Story) -> Vec<Name> {
    story.article.authors.iter().map(Name::of).collect()
}

/// Returns the editors, who are the authors of all entries.
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

    /// Returns the name that lists are sorted by.
    pub(super) fn last(&self) -> &str {
        match self {
            Self::Person { family, .. } => family,
            Self::Body(name) => name,
        }
    }
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;

    /// Sets the only author of the story's article, or removes all authors if the name is empty.
    pub(in crate::citation) fn set_author(story: &mut Story, author: &str) {
        let person = author
            .rsplit_once(' ')
            .map(|(given, family)| Author::Person { given: Some(given.to_owned()), family: family.to_owned() });
        let author = person.or_else(|| (!author.is_empty()).then(|| Author::Body(author.to_owned())));
        story.article.authors = author.into_iter().collect();
    }
}
