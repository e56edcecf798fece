//! The stories in `examples/`, each as a page in its own language. The library publishes them once, from the engine that the
//! build keeps, and the journey walks through them.

use std::fs;
use std::path::PathBuf;
use std::sync::LazyLock;

use fantoccini::key::Key;
use palimpsest_publish::{Engine as Pages, Options, publish};
use tempfile::TempDir;

use crate::accessibility::axe;
use crate::engine::Engine;
use crate::page::Page;
use crate::reading::print::{letters, printed};
use crate::site::{Program, Site};
use palimpsest_tests::{compiled, repository};

journeys!(are_walked_through);

/// An example, and what the journey tries on its page.
struct Example {
    folder: &'static str,
    language: &'static str,
    direction: &'static str,
    /// An event that the journey opens.
    event: &'static str,
    /// A person whose name in the article opens a card.
    person: &'static str,
    /// A word of the language, and an entry that it finds.
    search: [&'static str; 2],
}

const EXAMPLES: [Example; 3] = [
    Example {
        folder: "kiel-1918",
        language: "de",
        direction: "ltr",
        event: "meuterei",
        person: "artelt",
        search: ["begraben", "beisetzung"],
    },
    Example {
        folder: "granada-1492",
        language: "ar",
        direction: "rtl",
        event: "zahara",
        person: "fernando",
        search: ["مالقة", "malaga"],
    },
    Example {
        folder: "ides-of-march",
        language: "en",
        direction: "ltr",
        event: "killing",
        person: "caesar",
        search: ["Lupercalia", "lupercalia"],
    },
];

/// The pages of all examples, each in a folder of its own.
static PAGES: LazyLock<TempDir> = LazyLock::new(|| {
    let target = std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| repository().join("target"), PathBuf::from);
    let packed = fs::read(target.join("engine.tar")).expect("`cargo xtask build` keeps the engine");
    let engine = Pages::unpack(&packed).unwrap();
    let folder = tempfile::tempdir().unwrap();
    for Example { folder: name, .. } in EXAMPLES {
        publish(&engine, &repository().join("examples").join(name), &folder.path().join(name), &Options::FINISHED)
            .unwrap();
    }
    folder
});

/// Each page starts without an error, an event and a card open, a word of the language is found, and the page fits a phone.
/// In Chromium, axe also checks the page, and the page is printed.
async fn are_walked_through(engine: Engine) {
    // The publisher starts its own runtime.
    let pages = tokio::task::spawn_blocking(|| PAGES.path().to_owned()).await.unwrap();
    for example in EXAMPLES {
        let Example { folder, language, direction, event, person, search: [word, found] } = example;
        let site = Site::serve(&pages.join(folder), "/", Program::Sound).await;
        let page = Page::live(engine, &site).await;
        page.assert(&format!("root.lang === '{language}' && root.dir === '{direction}'")).await;
        if engine == Engine::Chromium {
            let mut wrong = axe::check(&page, folder, "html", &axe::options(engine)).await;
            // Initials take the place of a portrait, and are not the label of the button that they are in.
            wrong.retain(|fault| !fault.contains("label-content-name-mismatch"));
            assert!(wrong.is_empty(), "{wrong:#?}");
            prints_the_article(&page, folder, direction).await;
        }

        page.click(&format!("#{event} summary")).await;
        page.until(&format!("isOpen('{event}') && isStill()")).await;
        page.click(&format!("article a.mention[href='#{person}']")).await;
        page.until(&format!("cardShown() && $('#card h3').textContent === $('#{person} h3').textContent")).await;
        page.press(Key::Escape).await;
        page.until("!cardShown() && !location.search.includes('card=')").await;

        page.click(".search-field").await;
        page.until("$('#search_panel').open && document.activeElement === $('#search_input')").await;
        page.type_text(word).await;
        page.until(&format!("$$('[data-result]').some(answer => answer.dataset.result === '{found}')")).await;
        page.until("$('#search_panel mark') !== null").await;
        page.assert_content().await;

        page.go_phone(&site).await;
        page.assert("root.scrollWidth <= innerWidth").await;
    }
}

/// Each paragraph of the article is on paper. Poppler does not return joined Arabic letters as they were written, so only
/// the Latin words of a page in Arabic are checked.
async fn prints_the_article(page: &Page, folder: &str, direction: &str) {
    let story = compiled(&repository().join("examples").join(folder));
    let paper = printed(page).await;
    let paragraphs: Vec<String> = story
        .article
        .sections
        .iter()
        .flat_map(palimpsest_story::Section::paragraphs)
        .map(palimpsest_story::Paragraph::text)
        .collect();
    assert!(paragraphs.len() > 5, "{folder}");
    let is_latin = |word: &&str| word.len() > 3 && word.chars().all(|letter| letter.is_ascii_alphabetic());
    let looked_for: Vec<String> = match direction {
        "rtl" => {
            paragraphs.iter().flat_map(|text| text.split_whitespace()).filter(is_latin).map(str::to_owned).collect()
        }
        _ => paragraphs,
    };
    assert!(!looked_for.is_empty(), "{folder}");
    let missing: Vec<&String> = looked_for.iter().filter(|words| !paper.contains(&letters(words))).collect();
    assert!(missing.is_empty(), "{folder}: not printed: {missing:#?}");
}
