//! The article is unchanged: the printed page has every word of the original in order, and nothing else in the article.

use html5ever::local_name;
use palimpsest_tests::page::{by_id, elements, page, text};

/// The author's original text.
const ORIGINAL: &str = include_str!("fixtures/article.txt");

fn folded(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn the_printed_article_is_the_original_word_for_word() {
    let page = page();
    let article = by_id(&page, "article").expect("the page has an article");
    let mut blocks = String::new();
    for element in elements(&article) {
        let name = element.local_name().expect("an element has a name");
        if matches!(name, local_name!("h1") | local_name!("h2") | local_name!("p") | local_name!("figcaption")) {
            blocks.push_str(&text(&element.node));
            blocks.push('\n');
        }
    }
    assert_eq!(folded(&blocks), folded(ORIGINAL));
    // There is no text outside those blocks, except the gate's script, which is invisible.
    let letters = |text: &str| text.chars().filter(|letter| !letter.is_whitespace()).count();
    let scripts = elements(&article).into_iter().filter(|element| element.local_name() == Some(local_name!("script")));
    let scripts: usize = scripts.map(|script| letters(&text(&script.node))).sum();
    assert_eq!(letters(&text(&article)) - scripts, letters(ORIGINAL));
}

#[test]
fn every_sentence_of_the_original_has_an_address() {
    let page = page();
    for number in 1..=30 {
        let sentence = by_id(&page, &format!("s{number}")).unwrap_or_else(|| panic!("there is no sentence s{number}"));
        assert!(ORIGINAL.contains(&text(&sentence)), "s{number} is not in the original: {}", text(&sentence));
    }
    assert!(by_id(&page, "s31").is_none(), "the original has thirty sentences");
}
