//! The page's URL: its fragment names a place. Nothing here touches the browser.

use palimpsest_story::{EventId, PersonId, Story};

/// A place on the page that a fragment names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Address {
    /// No fragment: the page as it opens.
    Page,
    /// A person's entry.
    Person(PersonId),
    /// An event on the timeline.
    Event(EventId),
    /// Any other place: a sentence, a section, a source, or nothing that the page has.
    Elsewhere(String),
}

impl Address {
    /// Reads a fragment, with or without its `#`. Every text is an address: one that names nothing opens the page.
    pub fn parse(fragment: &str, story: &Story) -> Self {
        let fragment = fragment.strip_prefix('#').unwrap_or(fragment);
        if fragment.is_empty() {
            Self::Page
        } else if let Some(event) = story.event(&fragment.into()) {
            Self::Event(event.id.clone())
        } else if let Some(person) = story.person(&fragment.into()) {
            Self::Person(person.id.clone())
        } else {
            Self::Elsewhere(fragment.to_owned())
        }
    }

    /// The fragment, without `#`.
    pub fn fragment(&self) -> &str {
        match self {
            Self::Page => "",
            Self::Person(id) => id,
            Self::Event(id) => id,
            Self::Elsewhere(fragment) => fragment,
        }
    }
}
