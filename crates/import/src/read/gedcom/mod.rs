//! Family trees in GEDCOM 5.5.1 and 7.
//!
//! [`encoding`] decodes the bytes, and [`record`] parses the lines into records. [`sources`], [`people`], [`families`] and
//! [`events`] then take everything from the records that a story has a place for. A record knows whether it was taken;
//! [`leftovers`] lists every line that was not, so that nothing is lost silently.

mod ansel;
mod calendars;
mod citations;
mod date;
mod dates;
mod encoding;
mod events;
mod families;
mod leftovers;
mod names;
mod people;
mod places;
mod record;
mod sources;

use std::collections::{BTreeMap, BTreeSet};

use palimpsest_words::Words;

use crate::draft::Draft;
use crate::error::Error;
use dates::{Dated, Need};
use record::{Record, Tree};

/// The languages of the interface, by their names in GEDCOM 5.5.1.
const LANGUAGES: [(&str, &str); 7] = [
    ("ARABIC", "ar"),
    ("CHINESE", "zh"),
    ("ENGLISH", "en"),
    ("FRENCH", "fr"),
    ("GERMAN", "de"),
    ("RUSSIAN", "ru"),
    ("SPANISH", "es"),
];

/// An error in a line that is not GEDCOM.
#[derive(Debug, PartialEq, Eq)]
struct Wrong {
    line: usize,
    message: String,
    help: &'static str,
}

impl Wrong {
    fn new(line: usize, message: String, help: &'static str) -> Self {
        Self { line, message, help }
    }
}

/// Makes a draft from a family tree.
///
/// # Errors
///
/// Returns an error if bytes or lines are not GEDCOM. It has the number of the first such line.
pub(super) fn read(file: &str, bytes: &[u8]) -> Result<Draft, Error> {
    let error = |first: &Wrong, others: &[Wrong]| {
        let lines: Vec<String> = others.iter().map(|wrong| wrong.line.to_string()).collect();
        let more = if lines.is_empty() { String::new() } else { format!("; see also line {}", lines.join(", ")) };
        Error::new(file, format!("{}{more}", first.message), first.help).at(format!("line {}", first.line))
    };
    let text = encoding::decode(bytes).map_err(|wrong| error(&wrong, &[]))?;
    let tree = record::parse(&text).map_err(|wrong| match wrong.split_first() {
        Some((first, others)) => error(first, others),
        None => Error::new(file, "this is not GEDCOM", "check that this is the right file"),
    })?;
    Ok(Reader::new(file, &tree).draft())
}

/// The state of reading a tree.
struct Reader<'a> {
    tree: &'a Tree,
    /// The catalog with which the compiler tries dates.
    words: Words,
    /// The records that others can refer to, by cross-reference.
    records: BTreeMap<&'a str, &'a Record>,
    /// The index of each person in the draft, by cross-reference.
    people: BTreeMap<&'a str, usize>,
    /// The birth and death of each person.
    lives: Vec<(Dated, Dated)>,
    /// The keys of works that are described where they are cited, by their text.
    embedded: BTreeMap<String, String>,
    /// The keys of places.
    places: BTreeSet<String>,
    draft: Draft,
}

impl<'a> Reader<'a> {
    fn new(file: &str, tree: &'a Tree) -> Self {
        let mut records = BTreeMap::new();
        for record in &tree.records {
            if let Some(xref) = &record.xref {
                records.entry(xref.as_str()).or_insert(record);
            }
        }
        Self {
            tree,
            words: Words::default(),
            records,
            people: BTreeMap::new(),
            lives: Vec::new(),
            embedded: BTreeMap::new(),
            places: BTreeSet::new(),
            draft: Draft::of(file),
        }
    }

    fn draft(mut self) -> Draft {
        let tree = self.tree;
        let of = |tag: &'static str| tree.records.iter().filter(move |record| record.tag == tag);
        of("HEAD").for_each(|head| self.head(head));
        of("SOUR").for_each(|source| self.source(source));
        of("INDI").for_each(|person| self.person(person));
        of("FAM").for_each(|family| self.family(family));
        self.last_seen();
        self.leftovers();
        self.draft
    }

    /// For people without a date of birth, sets the last year in which they were seen to that of their latest event.
    fn last_seen(&mut self) {
        for at in 0..self.draft.people.len() {
            let dies = |tag: &&Record| ["DEAT", "BURI", "CREM", "PROB"].contains(&tag.tag.as_str());
            let person = &self.draft.people[at];
            let record = self.records.get(person.key.as_str());
            let is_dead = record.is_none_or(|record| record.parts.iter().any(|part| dies(&part)));
            if person.last_seen.is_some() || is_dead || self.lives[at].0.edtf.is_some() {
                continue;
            }
            let events = self.draft.events.iter().filter(|event| event.people.contains(&person.key));
            let days = events.filter_map(|event| self.tried(event.date.clone()?, Need::Any)?.first);
            let year = days.map(|day| day.year).max();
            self.draft.people[at].last_seen = year;
        }
    }

    /// Takes the header's statements about the format, and the language.
    fn head(&mut self, head: &Record) {
        head.mark();
        head.take_all("GEDC").chain(head.take_all("CHAR")).for_each(Record::mark_all);
        let Some(language) = head.find("LANG") else { return };
        let name = language.value.trim().to_ascii_uppercase();
        let named = LANGUAGES.iter().find(|(known, _)| *known == name).map(|(_, tag)| (*tag).to_owned());
        let tag = named.unwrap_or_else(|| language.value.trim().to_ascii_lowercase());
        if palimpsest_words::languages().any(|known| known == tag) {
            language.mark();
            self.draft.language = Some(tag);
        }
    }

    /// Returns the record that a line refers to, if it has this tag.
    fn record(&self, line: &Record, tag: &str) -> Option<&'a Record> {
        let pointer = line.pointer.as_deref()?;
        self.records.get(pointer).copied().filter(|record| record.tag == tag)
    }

    /// Returns the key of a record in the draft.
    fn key(record: &Record) -> String {
        record.xref.clone().unwrap_or_else(|| format!("line-{}", record.line))
    }
}

/// Returns the number of a line, for editors.
fn at(record: &Record) -> String {
    format!("line {}", record.line)
}
