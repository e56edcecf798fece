//! What people search for and what the search finds, on the real page, read as the program reads it.

use std::sync::LazyLock;

use html5ever::tendril::TendrilSink;
use html5ever::{ParseOpts, parse_document};
use markup5ever_rcdom::RcDom;
use palimpsest_contract::{Message, Outline};
use palimpsest_state::search::{Entry, Hit, Kind, SOURCES, find};
use palimpsest_tests::page::Element;
use palimpsest_tests::select::select;
use palimpsest_tests::{outline, story};
use palimpsest_words::Words;

/// Everything that can be found on the page, read once for all tests.
static ENTRIES: LazyLock<Vec<Entry>> = LazyLock::new(Page::entries);

/// The page, represented by its outline.
struct Page {
    outline: Outline,
}

impl Page {
    fn read() -> Self {
        Self { outline: outline() }
    }

    fn entries() -> Vec<Entry> {
        let html = palimpsest_render::page(&story(), &Words::default()).expect("the page can be printed");
        let dom = parse_document(RcDom::default(), ParseOpts::default()).one(html);
        let page = Element { node: dom.document.clone() };
        let of = |source: &'static palimpsest_state::search::Source| {
            select(&dom.document, source.entries)
                .into_iter()
                .map(|element| source.read(&element, &page))
                .collect::<Vec<_>>()
        };
        let entries: Vec<Entry> = SOURCES.iter().flat_map(of).collect();
        for source in &SOURCES {
            assert!(entries.iter().any(|entry| entry.kind == source.kind), "nothing matches {}", source.entries);
        }
        // The program leaves out sections that the page does not have.
        let is_there = |entry: &Entry| {
            entry.kind != Kind::Way
                || entry.id.starts_with('!')
                || !select(&dom.document, &format!("#{}", entry.id)).is_empty()
        };
        entries.into_iter().filter(is_there).collect()
    }

    fn find(&self, query: &str) -> Vec<Hit> {
        let counted = |message: Message, count: usize, values: &[(&str, &str)]| {
            let number = i32::try_from(count).expect("a small number");
            let digits = count.to_string();
            let values = [values, &[("count", digits.as_str())]].concat();
            let category = |count| if count == 1 { "one" } else { "other" }.to_owned();
            self.outline.catalog.text(message, Some(number), category, &values)
        };
        find(&ENTRIES, query, &self.outline, &counted)
    }

    /// Returns what answers the query, without results that are only near it.
    fn answers(&self, query: &str) -> Vec<String> {
        self.find(query).into_iter().filter(|hit| hit.kind.answers()).map(|hit| hit.id).collect()
    }

    fn assert_first(&self, query: &str, expected: &[&str]) {
        let answers = self.answers(query);
        let first = &answers[..expected.len().min(answers.len())];
        assert_eq!(first, expected, "{query:?} answers {answers:?}");
    }
}

fn words(hit: &Hit) -> (String, String) {
    let words = |stretches: &[palimpsest_state::search::Stretch]| {
        stretches.iter().map(|stretch| stretch.words.as_str()).collect::<String>()
    };
    (words(&hit.title), words(&hit.excerpt))
}

#[test]
fn questions_are_answered() {
    let page = Page::read();
    for (query, first) in [
        ("who killed trotsky", "assassination"),
        ("Who killed Trotsky?", "assassination"),
        ("who killed him", "assassination"),
        ("who murdered trotsky", "assassination"),
        ("trotsky's killer", "assassination"),
        ("how old was zinoviev", "zinoviev"),
        ("zinoviev age", "zinoviev"),
        ("how old was Lenin when he died", "lenin-dies"),
        ("when was zinoviev born", "zinoviev"),
        ("when did lenin die", "lenin-dies"),
        ("where did Trotsky die", "assassination"),
        ("what is a troika", "troika"),
        ("what was the comintern", "zinoviev"),
        ("what happened at kronstadt", "kronstadt"),
        ("who was sylvia ageloff", "ageloff"),
        ("his wife", "sedova"),
        ("his sons", "sons"),
        ("lenin's wife", "krupskaya"),
        ("the weapon", "not-a-pick-axe"),
        ("find pickaxe", "assassination"),
        ("date of assassination", "assassination"),
        ("the murder", "assassination"),
        ("how old was Zinoviev when he was shot", "zinoviev"),
    ] {
        page.assert_first(query, &[first]);
    }
}

#[test]
fn names_are_found_as_people_write_them() {
    let page = Page::read();
    for (query, first) in [
        ("Кронштадт", "kronstadt"),
        ("kronshtadt", "kronstadt"),
        ("trotski", "trotsky"),
        ("Sinowjew", "zinoviev"),
        ("stlain", "stalin"),
        ("Троцкий", "trotsky"),
        ("ramon mercader", "mercader"),
        ("NKVD", "secret-police"),
        ("coyoacan", "stay-trotsky-blue-house"),
        ("prinkipo", "stay-trotsky-prinkipo"),
        ("Kamenev and Trotsky", "?follow=kamenev,trotsky"),
        ("unions", "unions-not-trade"),
        ("union", "trade-union-debate"),
    ] {
        page.assert_first(query, &[first]);
    }
    for query in ["pickaxe", "pick-axe", "pick axe"] {
        let answers = page.answers(query);
        for expected in ["not-a-pick-axe", "s23"] {
            assert!(answers.iter().any(|answer| answer == expected), "{query} finds {expected}: {answers:?}");
        }
    }
    for query in ["ice axe", "ice-axe", "iceaxe", "Ice axe"] {
        let answers = page.answers(query);
        assert!(["ice-axe", "not-a-pick-axe"].contains(&answers[0].as_str()), "{query}: {answers:?}");
        assert!(answers.iter().any(|answer| answer == "assassination"), "{query}: {answers:?}");
    }
}

#[test]
fn years_lead_to_the_timeline() {
    let page = Page::read();
    for (query, id, title) in [
        ("1927", "?years=1927-1927", "Show 1927 on the timeline (2 events)"),
        ("1927-1929", "?years=1927-1929", "Show 1927–1929 on the timeline (4 events)"),
        ("1927–1929", "?years=1927-1929", "Show 1927–1929 on the timeline (4 events)"),
        ("1927 to 1929", "?years=1927-1929", "Show 1927–1929 on the timeline (4 events)"),
        ("between 1927 and 1929", "?years=1927-1929", "Show 1927–1929 on the timeline (4 events)"),
        ("the 1920s", "?years=1920-1929", "Show 1920–1929 on the timeline (19 events)"),
        ("in 1940?", "?years=1940-1940", "Show 1940 on the timeline (2 events)"),
        ("1988", "?years=1988-1988", "Show 1988 on the timeline (1 event)"),
    ] {
        let hits = page.find(query);
        assert_eq!((hits[0].id.as_str(), words(&hits[0]).0.as_str()), (id, title), "{query}");
        assert!(hits.iter().all(|hit| hit.kind.answers()));
    }
    assert_eq!(page.answers("1812"), Vec::<String>::new());
    let together = page.find("Lenin & Stalin");
    assert_eq!(together[0].id, "?follow=lenin,stalin");
    assert!(words(&together[0]).0.starts_with("Vladimir Lenin and Joseph Stalin on the timeline ("));
    for query in ["lev sedov", "trotsky", "kamenev trotsky stalin", "trotsky trotsky"] {
        assert!(!page.answers(query)[0].starts_with('?'), "{query}");
    }
    assert_eq!(page.answers("kronstadt 1921")[0], "kronstadt");
}

#[test]
fn sections_and_tools_are_known_by_other_words() {
    let page = Page::read();
    for (query, first) in [
        ("wrong", "notes"),
        ("mistake", "notes"),
        ("mistakes", "notes"),
        ("errors", "notes"),
        ("correction", "notes"),
        ("corrections", "notes"),
        ("What the article gets wrong", "notes"),
        ("what is wrong with the article", "notes"),
        ("timeline", "timeline"),
        ("people", "people"),
        ("glossary", "terms"),
        ("sources", "sources"),
        ("bibliography", "sources"),
        ("print", "!print"),
        ("cite", "!share"),
        ("share", "!share"),
        ("how do I cite this", "!share"),
        ("dark", "!theme dark"),
        ("dark mode", "!theme dark"),
        ("light mode", "!theme light"),
        ("font size", "!size large"),
        ("larger text", "!size large"),
        ("censor", "!copy censor"),
        ("censor's copy", "!copy censor"),
        ("help", "!help"),
    ] {
        page.assert_first(query, &[first]);
    }
    // While the word is still being typed, a tool ranks below what the page tells.
    let answers = page.answers("prin");
    assert_eq!(answers.last().map(String::as_str), Some("!print"), "{answers:?}");
    assert!(answers.len() > 1, "{answers:?}");
    // It finds no city, and nobody's citizenship.
    assert_eq!(page.answers("cite"), ["!share"]);
}

#[test]
fn headings_of_the_article_are_found_with_its_sentences() {
    let page = Page::read();
    page.assert_first("record erased", &["trotsky-in-exile-his-record-erased"]);
    assert!(page.answers("dispute party").contains(&"dispute-within-the-party".to_owned()));
    assert_eq!(page.answers("trotsky")[0], "trotsky");
}

#[test]
fn people_are_answered_with_who_they_were() {
    let page = Page::read();
    for (query, about) in [
        (
            "how old was zinoviev",
            "Head of the Petrograd Soviet and of the Comintern · 1883–1936, aged 52 · Falsely accused in the first Moscow \
             trial, he was shot. The Soviet Supreme Court cleared him on June 13, 1988.",
        ),
        (
            "Sosso",
            "General secretary of the party and ruler of the Soviet Union · 1878–1953, aged 74 · He fell ill early in March \
             1953 and died on the 5th; that day Georgy Malenkov became head of government.",
        ),
        (
            "ageloff",
            "American Trotskyist through whom Mercader entered Trotsky’s house · about 1909 – ? · After the murder she was \
             held in Mexico City on suspicion of complicity. Conquest calls her entirely innocent; one Trotskyist series \
             argues that she was an accomplice.",
        ),
    ] {
        let hits = page.find(query);
        assert_eq!(words(&hits[0]).1, about, "{query}");
    }
}

#[test]
fn where_nothing_matches_the_nearest_and_the_sections_are_offered() {
    let page = Page::read();
    let near = |query: &str| {
        let hits = page.find(query);
        assert!(hits.iter().all(|hit| !hit.kind.answers()), "{query}");
        let sections: Vec<_> = hits.iter().filter(|hit| hit.kind == Kind::Section).map(|hit| hit.id.clone()).collect();
        assert_eq!(
            sections,
            ["notes", "article", "timeline", "journey", "people", "terms", "sources", "about_edition"],
            "{query}"
        );
        hits.into_iter().filter(|hit| hit.kind == Kind::Nearest).map(|hit| hit.id).collect::<Vec<_>>()
    };
    for query in ["gulag", "xyzzy", "1812", "moby dick"] {
        assert_eq!(near(query), Vec::<String>::new(), "{query}");
    }
    assert_eq!(near("stalin gulag")[0], "stalin");
    assert_eq!(near("Zinofjew")[0], "zinoviev");
    assert!(near("lenn").contains(&"lenin".to_owned()), "{:?}", near("lenn"));
}

#[test]
fn what_is_suggested_is_answered() {
    let page = Page::read();
    let suggested: Vec<String> = page.find("").into_iter().map(|hit| words(&hit).1).collect();
    assert_eq!(suggested, story().publication.suggestions);
    assert_eq!(suggested.len(), 6);
    for query in suggested {
        assert!(!page.answers(&query).is_empty(), "{query}");
    }
}
