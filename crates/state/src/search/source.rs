//! Where on the printed page the entries of the search are.

use palimpsest_contract::hook::{attribute, id};

use super::{Entry, Kind};

/// A printed element, or the whole page, as the caller can read it.
pub trait Printed {
    /// Returns its whole text.
    fn text(&self) -> String;
    /// Returns the texts of its matching descendants, in page order.
    fn texts(&self, selector: &str) -> Vec<String>;
    /// Returns the value of an attribute, or an empty string if it has none.
    fn attribute(&self, name: &str) -> String;
}

/// The selectors that find the entries of a kind.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Source {
    /// The kind of the entries.
    pub kind: Kind,
    /// The selector of the entries.
    pub entries: &'static str,
    /// The selector of the parts of an entry that form its title; empty for no title.
    pub title: &'static str,
    /// The selector of the parts that form its text; empty for the whole entry.
    pub text: &'static str,
}

/// All sources.
pub const SOURCES: [Source; 7] = [
    Source {
        kind: Kind::Person,
        entries: "#people .person",
        title: "h3",
        text: ".person-role, .person-names, .fact-born dt, .fact-born dd, .fact-died dt, .fact-died dd, .fact-fate dd, .fact-detail dd, \
               .fact-offices li, .fact-stays li",
    },
    Source {
        kind: Kind::Event,
        entries: ".events > .event, .stops > .stop",
        title: ".event-title, .stop-title",
        text: ".event-summary, .event-body > p:not(.tools), .fact-where dd, .stop > :not(.stop-title)",
    },
    Source { kind: Kind::Note, entries: ".note-list > .note", title: "h3", text: ".note-text" },
    Source { kind: Kind::Source, entries: ".source-list > li", title: "", text: ".citation" },
    Source {
        kind: Kind::Sentence,
        entries: "#article .sentence, #article h2, #article h3, #article h4",
        title: "",
        text: "",
    },
    Source { kind: Kind::Way, entries: "#search_index > [data-way]", title: "b", text: "span" },
    Source { kind: Kind::Suggestion, entries: "#search_index > [data-suggestion]", title: "", text: "" },
];

impl Source {
    /// Reads the entry that an element contains.
    pub fn read(&self, element: &impl Printed, page: &impl Printed) -> Entry {
        let texts = |selector: &str| element.texts(selector).join(" · ");
        let title = if self.title.is_empty() { String::new() } else { texts(self.title) };
        let mut text = if self.text.is_empty() { element.text() } else { texts(self.text) };
        let (mut id, mut shown) = (element.attribute("id"), 0);
        match self.kind {
            // The text begins with who the person was and what became of them.
            Kind::Person => {
                for about in page.texts(&["#", id::SEARCH_INDEX, " [", attribute::ABOUT, "='", &id, "']"].concat()) {
                    (shown, text) = (about.len(), [&about, " · ", &text].concat());
                }
            }
            Kind::Way => id = element.attribute(attribute::WAY),
            Kind::Suggestion => (id, shown) = (["=", &text].concat(), text.len()),
            _ => {}
        }
        Entry::new(self.kind, id, title, text, shown)
    }
}
