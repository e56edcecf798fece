//! What can be found on the page, read in slices so that typing is never held up. It is read from the page itself, as it then
//! is: the page may have been translated.

use web_sys::Element;

use super::page::{elements, within};
use crate::search::{Entry, Kind};

/// The number of entries that are read in one slice.
const SLICE: usize = 100;

/// How the entries of a kind are found.
struct Source {
    kind: Kind,
    entries: &'static str,
    title: &'static str,
    text: &'static str,
}

const SOURCES: [Source; 5] = [
    Source {
        kind: Kind::Person,
        entries: "#people > .person",
        title: "h3",
        text: ".person-names, .fact-fate dd, .fact-detail dd, .fact-offices li",
    },
    Source {
        kind: Kind::Event,
        entries: ".events > .event",
        title: ".event-title",
        text: ".event-summary, .event-body > p:not(.tools), .fact-where dd",
    },
    Source { kind: Kind::Note, entries: ".note-list > .note", title: "h3", text: ".note-text" },
    Source { kind: Kind::Source, entries: ".source-list > li", title: "", text: ".citation" },
    Source { kind: Kind::Sentence, entries: "#article .sentence", title: "", text: "" },
];

/// A reading of the page in progress.
#[derive(Default)]
pub struct Reading {
    source: usize,
    entries: Vec<Element>,
    next: usize,
}

impl Reading {
    /// Reads the next slice; `None` when everything was read.
    pub fn slice(&mut self) -> Option<Vec<Entry>> {
        while self.next == self.entries.len() {
            let source = SOURCES.get(self.source)?;
            (self.source, self.entries, self.next) = (self.source + 1, elements(source.entries).collect(), 0);
        }
        let source = SOURCES.get(self.source.checked_sub(1)?)?;
        let end = (self.next + SLICE).min(self.entries.len());
        let read = self.entries.get(self.next..end)?.iter().map(|element| source.read(element)).collect();
        self.next = end;
        Some(read)
    }
}

impl Source {
    fn read(&self, element: &Element) -> Entry {
        let texts = |selector: &str| {
            let texts: Vec<String> = within(element, selector).filter_map(|found| found.text_content()).collect();
            texts.join(" · ")
        };
        Entry {
            kind: self.kind,
            id: element.id(),
            title: if self.title.is_empty() { String::new() } else { texts(self.title) },
            text: if self.text.is_empty() { element.text_content().unwrap_or_default() } else { texts(self.text) },
        }
    }
}
