//! What every component needs: the story and the words of the interface.

use std::rc::Rc;

use palimpsest_calendar::CalendarDay;
use palimpsest_export::place_name;
use palimpsest_story::{Author, Note, NoteKind, Place, Story};
use palimpsest_words::{MONTHS, Value, Words};
use yew::prelude::*;

/// The story with the words of the interface, which components take from the context.
#[derive(Clone, PartialEq)]
pub(crate) struct Edition {
    pub story: Rc<Story>,
    pub words: Words,
    /// The names of the months, from January.
    pub months: Rc<[String]>,
    /// Whether the page is shown in a frame on another site, without the program. Whatever needs the program is then not
    /// printed.
    pub embedded: bool,
}

impl Edition {
    pub fn new(story: Rc<Story>, words: Words) -> Self {
        let months = MONTHS.map(|month| words.text(month)).into();
        Self { story, words, months, embedded: false }
    }

    /// Returns words of the interface by their key.
    pub fn text(&self, key: &str) -> String {
        self.words.text(key)
    }

    /// Like [`Edition::text`], with values filled in.
    pub fn format(&self, key: &str, values: &[(&str, Value)]) -> String {
        self.words.format(key, values)
    }

    /// Returns the names of the article's authors as a list in words.
    pub fn authors(&self) -> String {
        let names: Vec<String> = self.story.article.authors.iter().map(Author::name).collect();
        self.words.list(names.iter().map(String::as_str))
    }

    /// Returns the kind of a note with its number: `Correction 3`.
    pub fn note_kind(&self, note: &Note) -> String {
        let kind = self.text(note_key(note.kind));
        match note.number {
            Some(number) => self.format("note-numbered", &[("kind", kind.into()), ("number", number.into())]),
            None => kind,
        }
    }

    /// Returns a note's kind and title: `Correction 3: Unions, not trade`.
    pub fn note_title(&self, note: &Note) -> String {
        self.format("note-titled", &[("note", self.note_kind(note).into()), ("title", note.title.as_str().into())])
    }

    /// Returns the name of a place at the time and, if it differs, its name today.
    pub fn place(&self, place: &Place) -> String {
        place_name(place, &self.words)
    }

    /// Returns a year in words: `1917`, or `44 BC` for the astronomical year -43.
    pub fn year(&self, year: i32) -> String {
        if year > 0 {
            return self.words.number(year);
        }
        self.format("edtf-before-christ", &[("year", self.words.number(1 - year).into())])
    }

    /// Returns a year in the form that it has within other words, such as after a month.
    pub fn year_within(&self, year: i32) -> String {
        let (key, number) = if year > 0 { ("edtf-year", year) } else { ("edtf-before-christ", 1 - year) };
        self.words.format_of(key, &[("year", self.words.number(number).into())])
    }

    /// Returns a year that appears beside others, the earliest of which is `first`: `AD 14` if that one is before Christ.
    pub fn year_after(&self, year: i32, first: i32) -> String {
        let words = self.year(year);
        if first > 0 || year <= 0 {
            return words;
        }
        self.format("edtf-anno-domini", &[("year", words.into())])
    }

    /// Returns the standalone name of a month, numbered from 1 for January.
    pub fn month(&self, month: u8) -> &str {
        usize::from(month).checked_sub(1).and_then(|index| self.months.get(index)).map_or("", String::as_str)
    }

    /// Returns a day without its year: `24 October`.
    pub fn day(&self, day: CalendarDay) -> String {
        let month = usize::from(day.month).checked_sub(1).and_then(|index| MONTHS.get(index));
        let month = month.map(|key| self.words.format_of(key, &[])).unwrap_or_default();
        self.format("edtf-day-of-month", &[("day", i32::from(day.day).into()), ("month", month.into())])
    }

    /// Returns the years of a stretch of time: `1918`, `1879–1940`, `100 BC – 44 BC`, `6 BC – AD 14`.
    pub fn years(&self, [from, to]: [i32; 2]) -> String {
        if from == to {
            return self.year(from);
        }
        self.between(self.year(from), self.year_after(to, from))
    }

    /// Returns a range of two years, both in words. The dash has spaces around it if one of the years contains a space.
    pub fn between(&self, from: String, to: String) -> String {
        let spaced = from.contains(' ') || to.contains(' ');
        let key = if spaced { "edtf-range-spaced" } else { "life-years" };
        self.format(key, &[("from", from.into()), ("to", to.into())])
    }

    /// Returns words of the article in quotation marks.
    pub fn quotation(&self, text: &str) -> String {
        self.format("quotation", &[("text", text.into())])
    }
}

/// Returns the key of the word for a kind of note.
pub(crate) fn note_key(kind: NoteKind) -> &'static str {
    match kind {
        NoteKind::Correction => "note-correction",
        NoteKind::Comment => "note-comment",
        NoteKind::Term => "note-term",
    }
}

/// Returns the edition that is being printed.
///
/// # Panics
///
/// Panics outside a [`Page`](crate::page::Page) or an [`Embed`](crate::embed::Embed), which provide the edition.
#[hook]
pub(crate) fn use_edition() -> Edition {
    use_context().expect("the component stands in a Page")
}
