//! What can be found on the page, read in slices so that typing is never held up. It is read from the page in its current
//! form, because the page may have been translated.

use palimpsest_state::search::{Entry, Kind, Printed, SOURCES};
use wasm_bindgen::JsCast;
use web_sys::{Element, Node};

use super::page::{document, elements, has_place, within};

/// The number of entries read in one slice.
const SLICE: usize = 100;

/// A reading of the page in progress.
#[derive(Default)]
pub struct Reading {
    source: usize,
    entries: Vec<Element>,
    next: usize,
}

impl Reading {
    /// Reads the next slice; `None` if everything has been read.
    pub fn slice(&mut self) -> Option<Vec<Entry>> {
        while self.next == self.entries.len() {
            let source = SOURCES.get(self.source)?;
            (self.source, self.entries, self.next) = (self.source + 1, elements(source.entries).collect(), 0);
        }
        let source = SOURCES.get(self.source.checked_sub(1)?)?;
        let end = (self.next + SLICE).min(self.entries.len());
        let page = Part(document().into());
        let elements = self.entries.get(self.next..end)?.iter().cloned();
        let read = elements.map(|element| source.read(&Part(element.into()), &page));
        // Not every story has every section.
        let is_there = |entry: &Entry| entry.kind != Kind::Way || entry.id.starts_with('!') || has_place(&entry.id);
        let read = read.filter(is_there).collect();
        self.next = end;
        Some(read)
    }
}

/// The page, or an element of it.
struct Part(Node);

impl Printed for Part {
    fn text(&self) -> String {
        self.0.text_content().unwrap_or_default()
    }

    fn texts(&self, selector: &str) -> Vec<String> {
        within(&self.0, selector).filter_map(|found| found.text_content()).collect()
    }

    fn attribute(&self, name: &str) -> String {
        self.0.unchecked_ref::<Element>().get_attribute(name).unwrap_or_default()
    }
}
