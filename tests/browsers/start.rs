//! The program takes over the printed page: quietly, under any path, and without changing it.

use std::path::Path;

use serde_json::Value;

use crate::engine::{Engine, Setup};
use crate::page::Page;
use crate::site::{Program, Site, is_program};
use palimpsest_tests::built;

journeys!(starts, changes_nothing);

async fn starts(engine: Engine) {
    let page = Page::open(engine, Setup::default()).await;
    let mut italics = Vec::new();
    for base in ["/", "/deep/er/path/"] {
        italics.push(takes_over_quietly(&page, base).await);
    }
    // Nothing at the top of the page is in italics, so a first visit does not load them (tests/sizes.rs). Only Chromium is
    // checked: WebKit 2.50 loads every font that some text uses, laid out or not, and Firefox sometimes lays out text far
    // below the window before it knows that it need not.
    if engine == Engine::Chromium {
        assert_eq!(italics, [false, false]);
    }
}

/// Asserts that the program starts without errors and without requests to other origins. Returns whether the italic font was
/// requested.
async fn takes_over_quietly(page: &Page, base: &str) -> bool {
    let engine = page.engine;
    let site = Site::serve(&built(), base, Program::Sound).await;
    page.goto(&site.url("")).await;
    page.until_live().await;

    let elsewhere = format!(
        "performance.getEntriesByType('resource').map(entry => entry.name).filter(url => !url.startsWith('{}/'))",
        site.origin()
    );
    assert_eq!(page.evaluate(&elsewhere).await, Value::Array(Vec::new()), "{engine:?}: requests to other origins");
    let asked = site.asked();
    // Once, because the preloaded program is the one that starts.
    let programs = asked.iter().filter(|request| is_program(Path::new(&request.path))).count();
    assert_eq!(programs, 1, "{asked:#?}");
    for request in &asked {
        assert_eq!(format!("http://{}", request.host), site.origin(), "{engine:?}: {request:?}");
        assert!(request.path.starts_with(base), "{engine:?}: asked for outside of {base}: {request:?}");
    }
    page.assert_content().await;
    asked.iter().any(|request| request.path.contains("italic"))
}

async fn changes_nothing(engine: Engine) {
    let site = Site::built().await;
    let page = Page::live(engine, &site).await;
    // The links get their attributes in slices.
    page.until(
        "$$('main a[href^=\"#\"]:not([data-command])').filter(link => !link.closest('[data-navigate], svg') && \
         document.getElementById(link.hash.slice(1))?.matches('.person, .event, .note, .source-list > li')) \
         .every(link => link.ariaHasPopup === 'dialog')",
    )
    .await;
    let running = snapshot(&page).await;
    let names = page.number("$$('a[aria-haspopup]').length").await;
    page.assert("isReadable('.timeline-controls') && $$('#article a.mention, a.note-mark').every(link => link.ariaHasPopup === 'dialog')")
        .await;
    page.assert_content().await;

    let without = Site::serve(&built(), "/", Program::Missing).await;
    page.goto(&without.url("")).await;
    page.until("document.readyState === 'complete'").await;
    page.assert("!root.hasAttribute('data-live')").await;
    let printed = snapshot(&page).await;

    // The allowed differences are removed from the running page, in which they must have been present.
    let mut enhanced = 0;
    let reverted: Vec<String> = running.iter().map(|line| revert(line, &mut enhanced)).collect();
    let changed: Vec<_> = printed.iter().zip(&reverted).filter(|(printed, reverted)| printed != reverted).collect();
    assert!(changed.is_empty(), "{engine:?}: {} elements, each as printed and as it runs: {changed:#?}", changed.len());
    assert_eq!(printed.len(), reverted.len(), "{engine:?}: elements in #reader");
    assert!(
        (f64::from(enhanced) - names).abs() < 0.5,
        "{engine:?}: {enhanced} of {names} names, terms and marks open a card"
    );
}

async fn snapshot(page: &Page) -> Vec<String> {
    let lines = page.client.execute(include_str!("snapshot.js"), Vec::new()).await.unwrap();
    lines.as_array().unwrap().iter().map(|line| line.as_str().unwrap().to_owned()).collect()
}

/// Restores a line of the running page to what was printed: links that open a card say so, controls that would change
/// nothing are disabled, and parts of drawings to scale have their measures. Everything else must be unchanged.
fn revert(line: &str, enhanced: &mut i32) -> String {
    const MEASURED: [&str; 3] = [" class=\"scale-window\"", " class=\"brush\"", " id=\"marker_island\""];
    const LINK: [&str; 3] = [" aria-controls=\"card\"", " aria-expanded=\"false\"", " aria-haspopup=\"dialog\""];
    let mut line = line.to_owned();
    if LINK.iter().all(|attribute| line.contains(attribute)) {
        *enhanced += 1;
        line = LINK.iter().fold(line, |line, attribute| line.replace(attribute, ""));
    }
    // The program marks the part of the page that is being read.
    line = line.replace("<a aria-current=\"true\" href=\"#article\">", "<a href=\"#article\">");
    if line.contains("data-command=") {
        line = line.replace(" disabled=\"\"", "").replace(" aria-disabled=\"true\"", "");
    }
    if MEASURED.iter().any(|part| line.contains(part))
        && let Some((before, rest)) = line.split_once(" style=\"--")
    {
        let (_, after) = rest.split_once('"').expect("an attribute ends");
        line = [before, after].concat();
    }
    line
}
