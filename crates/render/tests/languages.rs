//! A page is wholly in the language of its story.

mod common;

use std::collections::BTreeSet;

use common::{attributes, story, texts};
use palimpsest_export::Format;
use palimpsest_render::{outline, page, summaries};
use palimpsest_story::{NoteKind, Story};
use palimpsest_words::{Words, languages};

/// Everything of a page that is read or heard, without the story's own words in Latin letters.
fn shown(html: &str) -> Vec<String> {
    let read = ["aria-label", "alt", "title", "placeholder", "data-ours", "data-here", "data-lead"];
    let labels = attributes(html).into_iter().filter(|(_, name, _)| read.contains(&name.as_str()));
    texts(html).into_iter().chain(labels.map(|(.., value)| value)).collect()
}

#[test]
fn every_language_has_all_words_of_a_page_and_of_its_program() {
    for language in languages() {
        let of = |folder: &str| Story { language: language.to_owned(), ..story(folder) };
        let words = Words::load(language).unwrap_or_else(|error| panic!("{error}"));
        let print = |story: &Story| page(story, &words).unwrap_or_else(|error| panic!("{error}"));
        let printed = [print(&of("story")), print(&of("tests/fixtures/magazine")), print(&of("tests/invalid/base"))];
        assert!(printed.iter().all(|page| !page.contains('\u{f0030}')), "{language}: digits are set");
        // Citations take long, so that only a small story has them here.
        let small = of("tests/invalid/base");
        outline(&small, &words).unwrap_or_else(|error| panic!("{error}"));
        summaries(&small, &words).unwrap_or_else(|error| panic!("{error}"));
        for format in Format::ALL {
            format.export(&small, &words);
        }
        assert_eq!(words.check(), Ok(()));
    }
}

/// The words of the interface in English that are longer than a few letters, one by one.
fn english() -> BTreeSet<String> {
    let catalog = include_str!("../../../locales/en.ftl");
    let values =
        catalog.lines().filter(|line| !line.starts_with('#')).filter_map(|line| match line.split_once(" = ") {
            Some((_, value)) => Some(value),
            None if line.starts_with(' ') => Some(line),
            None => None,
        });
    let words = values.flat_map(|value| value.split(|letter: char| !letter.is_ascii_alphabetic()));
    words.filter(|word| word.len() > 3).map(str::to_lowercase).collect()
}

/// Words of the page that are English ones of the interface, but for those that the language has too.
fn left_over(html: &str, own: &[&str]) -> BTreeSet<String> {
    let english = english();
    let texts = shown(html);
    let words = texts.iter().flat_map(|text| text.split(|letter: char| !letter.is_alphabetic()));
    let words = words.map(str::to_lowercase).filter(|word| english.contains(word));
    words.filter(|word| !own.contains(&word.as_str())).collect()
}

fn printed(folder: &str) -> (Story, String) {
    let story = story(folder);
    let html = common::print(&story);
    (story, html)
}

#[test]
fn a_german_page_has_no_english_word() {
    let (story, html) = printed("tests/fixtures/deutsch");
    // Names, and words that are the same in German.
    let own = [
        "browser",
        "download",
        "essay",
        "export",
        "json",
        "minute",
        "online",
        "original",
        "position",
        "route",
        "theme",
        "winter",
        "zoom",
        "zotero",
        "palimpsest",
        "chicago",
        "bibtex",
        "timeline",
        "name",
        "person",
        "text",
        "normal",
        "link",
        "strg",
        "cited",
    ];
    assert_eq!(left_over(&html, &own), BTreeSet::new());
    let dates: Vec<String> = story.events.iter().map(|event| event.date.text()).collect();
    assert_eq!(dates, ["1891 oder 1892", "Juni 1894", "1.–4. Dezember 1896", "18. Januar – 12. Februar 1899"]);
    assert_eq!(story.people[0].born.as_ref().map(|born| born.date.text()), Some("etwa März 1862".to_owned()));
    let terms = story.notes.iter().filter(|note| note.kind == NoteKind::Term);
    let terms: Vec<&str> = terms.map(|note| note.title.as_str()).collect();
    assert_eq!(terms, ["Ölhaus", "Ostwache", "Zunder"], "umlauts are sorted as their letters");
    let cited = story.sources.iter().flat_map(|source| &source.citation).map(|inline| inline.text.as_str());
    let cited: String = cited.collect();
    assert!(cited.contains("Ärmel, Uwe") && cited.find("Ärmel") < cited.find("Brandt, Ada"), "{cited}");
    assert!(cited.contains("„Wer löschte das Licht?“"), "quotation marks are those of the language: {cited}");
    assert!(cited.contains("1. Mai 2020") && !cited.contains("Accessed"), "{cited}");
}

#[test]
fn an_arabic_page_has_no_english_word_and_its_own_digits() {
    let (story, html) = printed("tests/fixtures/arabic");
    assert_eq!(
        left_over(&html, &["palimpsest", "chicago", "bibtex", "json", "ctrl", "enter", "shift", "zotero"]),
        BTreeSet::new()
    );
    for (event, digits) in story.events.iter().zip(["١٨٩١", "١٨٩٦", "١٨٩٩"]) {
        let date = event.date.text();
        assert!(date.contains(digits) && !date.contains(|letter: char| letter.is_ascii_digit()), "{date}");
    }
    assert!(html.contains("<bdi"), "names of other scripts are isolated");
    assert_eq!(html.matches("class=\"mention mention-event dated\"").count(), 2, "dates are not broken across lines");
    assert_eq!(story.article.sentences().count(), 6);
}
