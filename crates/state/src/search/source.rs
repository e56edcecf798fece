//! Where on the printed page the things stand that can be found.

use palimpsest_contract::hook::{attribute, id};

use super::{Entry, Kind};

/// A printed element, or the page, as whoever has it can read it.
pub trait Printed {
    /// All its text.
    fn text(&self) -> String;
    /// The texts of the elements in it that match, in the order of the page.
    fn texts(&self, selector: &str) -> Vec<String>;
    /// The value of an attribute; empty where there is none.
    fn attribute(&self, name: &str) -> String;
}

/// How the entries of a kind are found, by selectors.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Source {
    /// Their kind.
    pub kind: Kind,
    /// What matches them.
    pub entries: &'static str,
    /// What matches the parts of an entry that are its title; empty for none.
    pub title: &'static str,
    /// What matches the parts that are its text; empty for the whole.
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
    /// The entry that an element is.
    pub fn read(&self, element: &impl Printed, page: &impl Printed) -> Entry {
        let texts = |selector: &str| element.texts(selector).join(" · ");
        let title = if self.title.is_empty() { String::new() } else { texts(self.title) };
        let mut text = if self.text.is_empty() { element.text() } else { texts(self.text) };
        let (mut id, mut shown) = (element.attribute("id"), 0);
        match self.kind {
            // Who they were and what became of them.
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
