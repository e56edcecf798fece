//! Example entries to search, and helpers that compare what is found.

use super::rank::search;
use super::{Entry, Hit, Kind, Language, Stretch};

pub(super) fn entry(kind: Kind, title: &str, text: &str) -> Entry {
    Entry::new(kind, String::new(), title.into(), text.into(), 0)
}

pub(super) fn note(title: &str, text: &str) -> Entry {
    entry(Kind::Note, title, text)
}

pub(super) fn page() -> Vec<Entry> {
    vec![
        entry(Kind::Sentence, "", "In March 1921 the sailors of Kronstadt rose against the Bolsheviks."),
        entry(Kind::Person, "Leon Trotsky", "Лев Давидович Троцкий, Lev Bronstein. People’s Commissar for War."),
        entry(Kind::Person, "Mikhail Tukhachevsky", "Михаил Тухачевский. Commander of the 7th Army."),
        entry(Kind::Person, "Grigory Zinoviev", "Григорий Зиновьев. Trotsky’s rival; chairman in Petrograd."),
        entry(Kind::Person, "Ramón Mercader", "Took an ice axe to Coyoacán in 1940."),
        entry(Kind::Event, "Kronstadt rebellion", "The fortress, in Russian Кронштадт, fell on 18 March 1921."),
        entry(Kind::Event, "Genoa conference", "In April 1922 the powers met; in March they had not."),
        note("Pud", "Пуд, старая мера: 16.38 kilograms. Ещё до Петра; йота."),
        entry(Kind::Source, "Avrich 1970", "Paul Avrich, “Kronstadt 1921”, Princeton."),
    ]
}

/// Returns the hits that answer a query in no particular language.
pub(super) fn answers(entries: &[Entry], query: &str, limit: usize) -> Vec<Hit> {
    search(entries, query, &Language::default(), limit).into_iter().filter(|hit| hit.kind.answers()).collect()
}

/// Returns the indices of the entries that are found, best first.
pub(super) fn found_among(entries: &[Entry], query: &str, limit: usize) -> Vec<usize> {
    answers(entries, query, limit).iter().map(|hit| hit.entry).collect()
}

/// Returns the title and the excerpt of the only hit in a single entry, with brackets around the matches.
pub(super) fn shown(title: &str, text: &str, query: &str) -> (String, String) {
    let hits = answers(&[note(title, text)], query, 1);
    let [hit] = hits.as_slice() else { panic!("{query:?} found {} hits", hits.len()) };
    (marked(&hit.title), marked(&hit.excerpt))
}

fn marked(stretches: &[Stretch]) -> String {
    let marked = stretches
        .iter()
        .map(|stretch| if stretch.found { format!("[{}]", stretch.words) } else { stretch.words.clone() });
    marked.collect()
}

/// Asserts the marked title for each case: a title, a query, and the title with brackets around the matches.
pub(super) fn assert_titles(cases: &[(&str, &str, &str)]) {
    for (title, query, expected) in cases {
        assert_eq!(shown(title, "", query), ((*expected).to_owned(), String::new()), "{query}");
    }
}

/// Asserts the entries found for each case: a query, and the indices of the entries that it finds.
pub(super) fn assert_found(entries: &[Entry], cases: &[(&str, &[usize])]) {
    for (query, expected) in cases {
        assert_eq!(found_among(entries, query, 9), *expected, "{query}");
    }
}
