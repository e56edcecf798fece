//! Answers queries about the page: a search in the language of the page, preceded by a view of the timeline for a query that
//! names years or two people.

use palimpsest_contract::{Message, Outline};

use super::fold::{Folded, Letter};
use super::period::period;
use super::rank::add;
use super::{Entry, Hit, Kind, Language, Stretch};
use crate::address::Address;
use crate::lens::Lens;
use crate::years::Years;

/// The maximum number of hits of each kind.
const MOST_HITS: usize = 6;

/// A function that fills in a message in the form for a number, with other values.
pub type Counted<'a> = &'a dyn Fn(Message, usize, &[(&str, &str)]) -> String;

/// Returns the hits for a query.
pub fn find(entries: &[Entry], query: &str, outline: &Outline, counted: Counted) -> Vec<Hit> {
    let language = Language::of(outline, counted);
    let (folded, stop_words) = (Folded::of(query), Folded::of(&language.stop_words));
    let words = folded.without(&stop_words);
    let years = Years::of(outline).and_then(|whole| period(&words, whole));
    let lens = Lens { years, follow: pair(&words, outline), ..Lens::default() };
    let count = outline.events.iter().filter(|event| lens.favors(event)).count();
    let mut hits = Vec::new();
    if lens.dims() && count > 0 {
        hits.push(view(lens, count, outline, counted));
    }
    add(&mut hits, entries, &folded, &language, MOST_HITS);
    hits
}

/// Returns the two people whom a query names by the last words of their names; none if the query contains anything else.
fn pair(words: &[&[Letter]], outline: &Outline) -> Vec<usize> {
    let mut pair = Vec::new();
    for word in words {
        for (index, person) in outline.people.iter().enumerate() {
            let name = Folded::of(&person.name);
            if name.words.last().is_some_and(|last| name.letters(last) == *word) {
                pair.push(index);
                break;
            }
        }
    }
    if words.len() != 2 || pair.len() != 2 || pair.first() == pair.last() {
        pair.clear();
    }
    pair
}

impl Language {
    /// Returns what the page's catalog and outline say about its language.
    fn of(outline: &Outline, counted: Counted) -> Self {
        let text = |message| counted(message, 0, &[]);
        let most = outline.people.iter().fold(0, |most, person| most.max(person.sentences.len()));
        let protagonist = outline.people.iter().find(|person| person.sentences.len() == most);
        Self {
            stop_words: text(Message::SearchStopWords),
            synonyms: text(Message::SearchSynonyms),
            pronouns: text(Message::SearchPronouns),
            protagonist: protagonist.map(|person| person.name.clone()).unwrap_or_default(),
        }
    }
}

/// Returns a view of the timeline as a hit, with the number of its events.
fn view(lens: Lens, count: usize, outline: &Outline, counted: Counted) -> Hit {
    let name = |slot: usize| {
        let person = lens.follow.get(slot).and_then(|person| outline.people.get(*person));
        person.map(|person| person.name.as_str()).unwrap_or_default()
    };
    let (from, to) = lens.years.map_or((0, 0), |years| (years.from, years.to));
    let message = match lens.years {
        None => Message::SearchTogether,
        Some(_) if from == to => Message::SearchYear,
        Some(_) => Message::SearchYears,
    };
    let [from, to] = [from, to].map(|year| outline.year(year));
    let title = counted(message, count, &[("first", name(0)), ("second", name(1)), ("from", &from), ("to", &to)]);
    let id = Address { lens, ..Address::default() }.url(outline);
    Hit { entry: 0, kind: Kind::View, id, title: vec![Stretch { words: title, found: false }], excerpt: Vec::new() }
}
