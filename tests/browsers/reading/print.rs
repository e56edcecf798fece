//! Printed, the page shows everything, whatever was open or over it; with filters, it shows what they select. Chromium and
//! Firefox print into a file, whose text Poppler extracts. WebKit's driver does not print: there the print styles are
//! applied on the screen, and the engine is asked what it draws.

use std::fs;
use std::process::Command;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use palimpsest_story::{Event, Story};
use serde_json::json;

use super::words::{authors_words, plain};
use crate::engine::{Engine, Setup, program};
use crate::page::Page;
use crate::site::{Program, Site};
use palimpsest_tests::{built, story};

journeys!(
    prints_everything_that_is_closed,
    prints_everything_behind_a_card,
    prints_everything_behind_a_dialog,
    prints_everything_without_the_program,
    prints_what_the_lens_shows,
    prints_only_a_part,
);

async fn prints_everything_that_is_closed(engine: Engine) {
    prints_everything(engine, "0", "noneOpen()").await;
}

async fn prints_everything_behind_a_card(engine: Engine) {
    prints_everything(engine, "$(\"a.mention[href='#stalin']\").click()", "cardShown()").await;
}

async fn prints_everything_behind_a_dialog(engine: Engine) {
    prints_everything(engine, "$('.search-field').click()", "$('#search_panel').open").await;
}

async fn prints_everything(engine: Engine, does: &str, state: &str) {
    let site = Site::built().await;
    let page = Page::live(engine, &site).await;
    page.evaluate(does).await;
    page.until(&format!("{state} && isStill()")).await;
    has_everything(&printed(&page).await, &story(), engine);
    page.assert_content().await;
}

async fn prints_everything_without_the_program(engine: Engine) {
    let site = Site::serve(&built(), "/", Program::Missing).await;
    let page = Page::open(engine, Setup::default()).await;
    page.goto(&site.url("")).await;
    page.until("document.readyState === 'complete'").await;
    page.assert("!root.hasAttribute('data-live')").await;
    has_everything(&printed(&page).await, &story(), engine);
}

/// Somebody is followed, and only what the article tells is shown. Events outside the selection are printed without their
/// text, and hidden ones are not printed.
async fn prints_what_the_lens_shows(engine: Engine) {
    let site = Site::built().await;
    let page = Page::open(engine, Setup::default()).await;
    page.client.goto(&site.url("?follow=kamenev&scope=told&others=dimmed")).await.unwrap();
    page.until_live().await;
    page.until("$('.events[data-dimmed] > .event:not([data-in-front])') && !$('.following').hidden").await;
    let (printed, story) = (printed(&page).await, story());
    let is_theirs = |event: &Event| event.people.iter().any(|person| &**person == "kamenev");
    let mut count = [0; 3];
    for event in &story.events {
        let text = event.text.iter().all(|paragraph| printed.contains(&letters(&plain(paragraph))));
        let summary = printed.contains(&letters(&plain(&event.summary)));
        let (told, theirs) = (event.told.is_some(), is_theirs(event));
        assert_eq!(summary, told, "{engine:?}: {}: its one line", event.id);
        assert_eq!(text, told && theirs, "{engine:?}: {}: its text", event.id);
        count[if told { 1 + usize::from(theirs) } else { 0 }] += 1;
    }
    assert!(count.iter().all(|count| *count > 0), "there is one of each kind: {count:?}");
    // The author's text is printed as always.
    for words in paragraphs(&story, engine) {
        assert!(printed.contains(&letters(&words)), "{engine:?}: not printed: {words}");
    }
    page.assert_content().await;
}

/// The panel offers to print a part of the page, and nothing else is then printed. Afterward, the browser's own menu prints
/// everything again.
async fn prints_only_a_part(engine: Engine) {
    let site = Site::built().await;
    let page = Page::live(engine, &site).await;
    let story = story();
    let event = story.events.iter().find(|event| &*event.id == "kronstadt").unwrap();
    let [zinoviev, trotsky] = ["zinoviev", "trotsky"].map(|id| story.people.iter().find(|one| &*one.id == id).unwrap());
    let words = [
        paragraphs(&story, engine).into_iter().max_by_key(String::len).unwrap(),
        plain(&story.notes[0].text[0]),
        plain(&event.text[0]),
        plain(&zinoviev.fate),
        plain(&trotsky.fate),
        plain(&story.sources[0].citation),
    ];
    page.evaluate("void (window.print = () => { window.asked = true; })").await;
    // Chromium complains about copying without a user gesture.
    page.evaluate("void Object.defineProperty(navigator, 'clipboard', { value: undefined })").await;
    page.evaluate("$('#zinoviev details').open = true").await;
    page.evaluate("$('#zinoviev .link-mark').click()").await;
    page.until("isReadable('#link_copied')").await;
    page.click("#link_copied button").await;
    page.until("$('#share_panel').open").await;
    for (part, expected) in [
        ("print article", [true, false, false, false, false, false]),
        ("print notes", [true, true, false, false, false, false]),
        ("print timeline", [false, false, true, false, false, false]),
        ("print person", [false, false, false, true, false, false]),
        ("print", [true; 6]),
    ] {
        page.click(&format!("[data-command='{part}']")).await;
        page.until("window.asked").await;
        let printed = printed(&page).await;
        assert_eq!(words.each_ref().map(|words| printed.contains(&letters(words))), expected, "{engine:?}: {part}");
        // Not every driver tells the page that printing is over.
        page.evaluate("void (window.asked = false, dispatchEvent(new Event('afterprint')))").await;
        page.assert("!root.hasAttribute('data-print') && $('[data-printed]') === null").await;
    }
    page.assert_content().await;
}

/// Asserts that everything in the page was printed.
pub fn has_everything(printed: &str, story: &Story, engine: Engine) {
    let mut told = paragraphs(story, engine);
    for event in &story.events {
        told.push(plain(&event.summary));
        told.extend(event.text.iter().map(plain));
        told.extend(event.place.iter().map(|place| place.name.clone()));
    }
    for note in &story.notes {
        told.extend(note.text.iter().map(plain));
    }
    for source in &story.sources {
        told.push(plain(&source.citation));
        told.extend(source.url.clone());
    }
    for person in &story.people {
        told.extend([person.role.clone(), plain(&person.fate)]);
        told.extend(person.born.iter().map(|born| born.place.clone()));
        told.extend(person.died.iter().map(|died| died.place.clone()));
        told.extend(person.detail.iter().map(plain));
        told.extend(person.offices.iter().map(|office| office.title.clone()));
        told.extend(person.relations.iter().map(|relation| plain(&relation.text)));
        told.extend(person.stays.iter().map(|stay| plain(&stay.text)));
    }
    // Firefox's file has no text for headings.
    if engine != Engine::Firefox {
        told.extend(story.events.iter().map(|event| event.title.clone()));
        told.extend(story.people.iter().map(|person| person.name.clone()));
        told.extend(story.notes.iter().map(|note| note.title.clone()));
    }
    let missing: Vec<_> = told.iter().filter(|words| !printed.contains(&letters(words))).collect();
    assert!(missing.is_empty(), "{engine:?}: not printed: {missing:#?}\nin {printed}");
    // And nothing that needs the program is printed.
    for words in ["Copy link", "Open all", "Full entry", "Skip to the article"] {
        assert!(!printed.contains(&letters(words)), "{engine:?}: printed: {words}");
    }
}

/// Returns the author's words. Firefox draws bold letters of a variable font as outlines, so its file has no text for
/// headings.
fn paragraphs(story: &Story, engine: Engine) -> Vec<String> {
    let is_heading = |words: &String| story.article.sections.iter().any(|section| section.headings().contains(words));
    let mut words = authors_words(story);
    words.retain(|words| engine != Engine::Firefox || !is_heading(words));
    words
}

/// Keeps only the letters: lines break anywhere, and numbers of notes and pages stand between words. The letters f, i and l
/// are left out, because a file need not say which letters a ligature consists of.
pub fn letters(words: &str) -> String {
    words.chars().filter(|letter| letter.is_alphabetic() && !"filﬁﬂﬀﬃﬄ".contains(*letter)).collect()
}

/// Prints the page, and returns the letters in it.
pub async fn printed(page: &Page) -> String {
    let file = match page.engine {
        // There, WebDriver's own command gives up after ten seconds.
        Engine::Chromium => page.devtools("Page.printToPDF", json!({})).await["data"].clone(),
        Engine::Firefox => page.command("print", json!({})).await,
        Engine::WebKit => return drawn_for_print(page).await,
    };
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("page.pdf");
    fs::write(&path, STANDARD.decode(file.as_str().unwrap()).unwrap()).unwrap();
    // In the order of the page and not by lines, because notes are in two columns.
    let read = Command::new(program("PALIMPSEST_PDFTOTEXT")).arg("-raw").arg(&path).arg("-").output().unwrap();
    assert!(read.status.success(), "pdftotext: {}", String::from_utf8_lossy(&read.stderr));
    letters(&String::from_utf8(read.stdout).unwrap())
}

/// Returns the words that are drawn while the print styles apply, with the addresses that these add.
async fn drawn_for_print(page: &Page) -> String {
    let script = "
        const media = [];
        const walk = rules => [...rules].forEach(rule => {
            if (rule.media && /print|screen/.test(rule.media.mediaText)) media.push([rule.media, rule.media.mediaText]);
            if (rule.cssRules) walk(rule.cssRules);
        });
        [...document.styleSheets].forEach(sheet => walk(sheet.cssRules));
        const was = media.map(([list, text]) => text);
        media.forEach(([list, text]) => list.mediaText = text.includes('print') ? 'all' : 'not all');
        const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
        const words = [];
        while (texts.nextNode()) {
            const { parentElement, data } = texts.currentNode;
            if (parentElement.checkVisibility({ visibilityProperty: true })) words.push(data);
        }
        for (const link of document.links) {
            if (link.checkVisibility()) words.push(getComputedStyle(link, '::after').content);
        }
        media.forEach(([list], index) => list.mediaText = was[index]);
        return [media.length, words.join(' ')];";
    let answer = page.client.execute(script, Vec::new()).await.unwrap();
    assert!(answer[0].as_u64() > Some(0), "there are rules for print");
    letters(answer[1].as_str().unwrap())
}
