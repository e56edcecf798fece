//! The part of a story that the page carries as data.

use std::rc::Rc;

use palimpsest_calendar::Scale;

use crate::message::Catalog;
use crate::wire::{Faults, Json, Read, record};

/// What the program knows of a story: ids, titles, days, and which people and sentences belong to which entries. All texts
/// are on the page.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Outline {
    /// The article's title.
    pub title: String,
    /// Everyone with a card, in page order.
    pub people: Vec<Person>,
    /// The events of the timeline, earliest first.
    pub events: Vec<Event>,
    /// The editors' notes and terms, in page order.
    pub notes: Vec<Titled>,
    /// The works that the editors cite, in page order. The title is the author and the year.
    pub sources: Vec<Titled>,
    /// The days from the first event to the last; `None` if no event is dated.
    pub span: Option<Span>,
    /// The days that take up most of the time line, where the line is broken.
    pub focus: Option<Span>,
    /// The indices of the events in the order of the article. Events that the article does not tell come last.
    pub article_order: Vec<usize>,
    /// The numbers of all targets, sorted by the bytes of their ids. People are numbered first, then events, notes and
    /// sources. [`Outline::target`] searches this list.
    pub alphabet: Vec<usize>,
    /// The names of the people whom the censor's copy of the page leaves out, longest first. Without any, there is no such
    /// copy.
    pub erased: Vec<String>,
    /// 1 if each entry has a small page of its own under a known address, which is then the address to share; otherwise 0.
    pub entry_pages: i32,
    /// How the page cites the article.
    pub article_citation: Citation,
    /// How the page cites an entry of the editors.
    pub entry_citation: Citation,
    /// The titles whose form in citations differs from the default.
    pub cited_titles: Vec<CitedTitle>,
    /// The program's own messages.
    pub catalog: Catalog,
}

record!(Outline {
    title,
    people,
    events,
    notes,
    sources,
    span,
    focus,
    article_order,
    alphabet,
    erased,
    entry_pages,
    article_citation,
    entry_citation,
    cited_titles,
    catalog,
});

/// A person with a card.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Person {
    /// The URL fragment of the person's entry.
    pub id: Rc<str>,
    /// The name that the page uses for them.
    pub name: String,
    /// The numbers of the sentences that name the person, in reading order.
    pub sentences: Vec<i32>,
}

record!(Person { id, name, sentences });

/// An event of the timeline.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Event {
    /// The URL fragment of the event's entry.
    pub id: Rc<str>,
    /// Its title.
    pub title: String,
    /// The days that the event covers; `None` if one of its ends is open.
    pub span: Option<Span>,
    /// The indices of the people who took part.
    pub people: Vec<usize>,
    /// The number of the sentence that tells the event; `None` for context that the editors add.
    pub sentence: Option<i32>,
}

record!(Event { id, title, span, people, sentence });

impl Event {
    /// Reports whether the person with this index takes part.
    pub fn involves(&self, person: usize) -> bool {
        self.people.contains(&person)
    }
}

/// A range of days, counted from 1 January 1970.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Span {
    /// The first day that the range may touch.
    pub first: i32,
    /// The day after the last day that the range may touch.
    pub end: i32,
}

record!(Span { first, end });

impl Span {
    /// Returns the years of the first and the last day.
    pub fn years(self) -> [i32; 2] {
        Scale::new(self.first, self.end).years()
    }
}

/// A note or a source: an entry with a title.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Titled {
    /// The URL fragment of the entry.
    pub id: Rc<str>,
    /// Its title.
    pub title: String,
}

record!(Titled { id, title });

/// A citation in all its forms. Placeholders stand for what only the browser knows; see [`placeholder`](crate::placeholder).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Citation {
    /// The citation in words, in each style that the page offers: Chicago, MLA, APA. The citation of a source has a single
    /// text.
    pub texts: Vec<String>,
    /// In BibTeX.
    pub bibtex: String,
    /// In CSL-JSON.
    pub csl: String,
}

record!(Citation { texts, bibtex, csl });

/// The forms that the title of an entry has in citations. A form is `None` where citations use the default: in words the
/// title with a period, in headline capitals within quotation marks; in BibTeX and CSL-JSON the title itself.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CitedTitle {
    /// The URL fragment of the entry.
    pub id: Rc<str>,
    /// The title in words, within quotation marks.
    pub quoted: Option<String>,
    /// The title in words, without quotation marks.
    pub plain: Option<String>,
    /// The title in BibTeX.
    pub bibtex: Option<String>,
    /// The title in CSL-JSON.
    pub csl: Option<String>,
}

record!(CitedTitle { id, quoted, plain, bibtex, csl });

/// An entry that can be looked up: an index into one of the outline's lists.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Target {
    /// A person with a card.
    Person(usize),
    /// An event of the timeline.
    Event(usize),
    /// A note or a term.
    Note(usize),
    /// A work that the editors cite.
    Source(usize),
}

impl Outline {
    /// Reads an outline that serde wrote.
    ///
    /// # Errors
    ///
    /// Returns an error if the data does not have the form that this version of the program writes.
    pub fn from_json(json: Json) -> Result<Self, &'static str> {
        let mut faults = Faults(false);
        let outline = Self::read(json, &mut faults);
        if faults.0 { Err("the outline was written for another version of the program") } else { Ok(outline) }
    }

    /// Returns the target with this id, found by binary search.
    pub fn target(&self, id: &str) -> Option<Target> {
        let found = self
            .alphabet
            .binary_search_by(|number| self.numbered(*number).map_or("", |target| self.id(target)).cmp(id));
        self.numbered(*self.alphabet.get(found.ok()?)?)
    }

    /// Returns the index of the event with this id.
    pub fn event(&self, id: &str) -> Option<usize> {
        match self.target(id)? {
            Target::Event(index) => Some(index),
            _ => None,
        }
    }

    /// Returns the index of the person with this id.
    pub fn person(&self, id: &str) -> Option<usize> {
        match self.target(id)? {
            Target::Person(index) => Some(index),
            _ => None,
        }
    }

    fn numbered(&self, number: usize) -> Option<Target> {
        let mut index = number;
        for (count, target) in [
            (self.people.len(), Target::Person as fn(usize) -> Target),
            (self.events.len(), Target::Event),
            (self.notes.len(), Target::Note),
            (self.sources.len(), Target::Source),
        ] {
            if index < count {
                return Some(target(index));
            }
            index -= count;
        }
        None
    }

    /// Returns the id of a target, or an empty string if the outline has no such target.
    pub fn id(&self, target: Target) -> &str {
        let id = match target {
            Target::Person(index) => self.people.get(index).map(|person| &person.id),
            Target::Event(index) => self.events.get(index).map(|event| &event.id),
            Target::Note(index) => self.notes.get(index).map(|note| &note.id),
            Target::Source(index) => self.sources.get(index).map(|source| &source.id),
        };
        id.map(|id| &**id).unwrap_or_default()
    }

    /// Returns the title of a target, or an empty string if the outline has no such target.
    pub fn title(&self, target: Target) -> &str {
        let title = match target {
            Target::Person(index) => self.people.get(index).map(|person| &person.name),
            Target::Event(index) => self.events.get(index).map(|event| &event.title),
            Target::Note(index) => self.notes.get(index).map(|note| &note.title),
            Target::Source(index) => self.sources.get(index).map(|source| &source.title),
        };
        title.map(String::as_str).unwrap_or_default()
    }

    /// Returns a year of the timeline in words, with its era if the timeline begins before Christ: `1917`, `44 BC`, `AD 14`.
    pub fn year(&self, year: i32) -> String {
        self.catalog.year(year, self.span.map_or(year, |span| span.years()[0]))
    }

    /// Returns the scale from the first event to the last; `None` if no event is dated.
    pub fn scale(&self) -> Option<Scale> {
        self.span.map(|Span { first, end }| match self.focus {
            Some(focus) => Scale::new(first, end).focused(focus.first, focus.end),
            None => Scale::new(first, end),
        })
    }

    /// Fills in [`Outline::alphabet`], [`Outline::article_order`] and [`Outline::span`], which follow from the other fields.
    #[must_use]
    pub fn indexed(mut self) -> Self {
        let count = self.people.len() + self.events.len() + self.notes.len() + self.sources.len();
        let mut alphabet: Vec<usize> = (0..count).collect();
        alphabet.sort_by_key(|number| self.numbered(*number).map_or("", |target| self.id(target)));
        self.alphabet = alphabet;
        let mut order: Vec<usize> = (0..self.events.len()).collect();
        order.sort_by_key(|index| self.events[*index].sentence.unwrap_or(i32::MAX));
        self.article_order = order;
        let spans = || self.events.iter().filter_map(|event| event.span);
        let ends = spans().map(|span| span.first).min().zip(spans().map(|span| span.end).max());
        self.span = ends.map(|(first, end)| Span { first, end });
        self
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn titled(id: &str) -> Titled {
        Titled { id: id.into(), title: id.to_uppercase() }
    }

    fn event(id: &str, sentence: Option<i32>) -> Event {
        Event { id: id.into(), title: id.to_uppercase(), sentence, ..Event::default() }
    }

    fn outline() -> Outline {
        Outline {
            people: vec![Person { id: "m".into(), name: "M".to_owned(), ..Person::default() }],
            events: vec![event("z", None), event("a", Some(7)), event("k", Some(3))],
            notes: vec![titled("b"), titled("y")],
            sources: vec![titled("c")],
            ..Outline::default()
        }
        .indexed()
    }

    #[test]
    fn every_target_is_found_by_its_id() {
        let outline = outline();
        for (id, target) in [
            ("m", Target::Person(0)),
            ("z", Target::Event(0)),
            ("a", Target::Event(1)),
            ("k", Target::Event(2)),
            ("b", Target::Note(0)),
            ("y", Target::Note(1)),
            ("c", Target::Source(0)),
        ] {
            assert_eq!(
                (outline.target(id), outline.id(target), outline.title(target)),
                (Some(target), id, &*id.to_uppercase())
            );
        }
        for id in ["", "aa", "A", "zz"] {
            assert_eq!(outline.target(id), None);
        }
        assert_eq!(Outline::default().target("a"), None);
    }

    #[test]
    fn events_that_are_not_in_the_article_come_last() {
        assert_eq!(outline().article_order, [2, 1, 0]);
    }
}
