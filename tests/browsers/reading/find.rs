//! Find-in-page also shows matches in closed events. Every engine follows a link to words (`#:~:text=…`) with the code that
//! its own find-in-page uses to show a match. Only Firefox's find-in-page is tested itself, since a driver can use its find
//! bar; those of Chromium and WebKitGTK are not part of the page, and no driver reaches them. There, `window.find` shows
//! whether the engine finds the words at all in closed content. It opens nothing, in any page.

use serde_json::json;

use crate::engine::{Engine, Setup};
use crate::page::Page;
use crate::site::{Program, Site};
use palimpsest_tests::built;

journeys!(
    a_link_to_words_opens_what_holds_them,
    a_link_to_words_is_followed_without_the_program,
    the_program_keeps_what_was_found_before_it,
    find_in_page_finds_what_is_closed,
);

/// Words, the closed part that contains them, and an address to add to the link.
///
/// Only Chromium leads to words that are not laid out yet (`content-visibility: auto`): Firefox 153 does not follow such a
/// link, and WebKit 2.50 scrolls to the estimated position from before the layout.
const HIDDEN: [(&str, &str, &str); 4] = [
    ("responsible%20secretary", "#tenth-congress .event-body", ""),
    ("responsible%20secretary", "#tenth-congress .event-body", "?follow=kamenev"),
    ("responsible%20secretary", "#tenth-congress .event-body", "#stalin"),
    // Far down the page, where nothing is laid out yet.
    ("Report%20of%20Court%20Proceedings", "#sources .citation", ""),
];

fn hidden(engine: Engine) -> impl Iterator<Item = (&'static str, &'static str, &'static str)> {
    HIDDEN.into_iter().filter(move |(_, holder, _)| engine == Engine::Chromium || !holder.starts_with("#sources"))
}

/// Follows a link to words. The browser removes them from the address before the page sees it.
async fn follow(page: &Page, site: &Site, rest: &str, words: &str) {
    page.goto("about:blank").await;
    let mark = if rest.contains('#') { "" } else { "#" };
    page.client.goto(&site.url(&format!("{rest}{mark}:~:text={words}"))).await.unwrap();
    page.until("location.protocol === 'http:' && document.readyState === 'complete'").await;
}

/// A condition that is true once the words are drawn in the window.
fn shown(words: &str, holder: &str) -> String {
    let words = words.replace("%20", " ");
    format!(
        "$$('{holder}').some(part => part.textContent.includes('{words}') && part.checkVisibility()
            && part.getBoundingClientRect().top < innerHeight && part.getBoundingClientRect().bottom > 0) && scrollY > 0"
    )
}

async fn a_link_to_words_opens_what_holds_them(engine: Engine) {
    let site = Site::built().await;
    let page = Page::open(engine, Setup::default()).await;
    for (words, holder, rest) in hidden(engine) {
        follow(&page, &site, rest, words).await;
        page.until_live().await;
        page.until(&shown(words, holder)).await;
        page.assert("!location.href.includes(':~:')").await;
        if holder.starts_with("#tenth-congress") {
            // The state has followed: the address and the controls agree.
            page.until("location.search.includes('open=tenth-congress') && isOpen('tenth-congress')").await;
            page.assert("!isOpen('kronstadt') && !isOff(control('Close all'))").await;
        }
        page.settle().await;
        page.assert(&shown(words, holder)).await;
        page.assert_content().await;
    }
}

async fn a_link_to_words_is_followed_without_the_program(engine: Engine) {
    let site = Site::built().await;
    let page = Page::open(engine, Setup { scriptless: true, ..Setup::default() }).await;
    for (words, holder, _) in hidden(engine).filter(|(_, _, rest)| rest.is_empty()) {
        follow(&page, &site, "", words).await;
        page.until(&shown(words, holder)).await;
    }
    page.assert("!root.hasAttribute('data-live')").await;
}

/// The words are found on the printed page, and the program arrives after that.
async fn the_program_keeps_what_was_found_before_it(engine: Engine) {
    let site = Site::serve(&built(), "/", Program::Late).await;
    let page = Page::open(engine, Setup::default()).await;
    page.goto("about:blank").await;
    page.client.goto(&site.url("#:~:text=responsible%20secretary")).await.unwrap();
    let shown = shown("responsible%20secretary", "#tenth-congress .event-body");
    page.until(&format!("location.protocol === 'http:' && {shown}")).await;
    page.assert("!root.hasAttribute('data-live')").await;
    page.settle().await;
    let before = page.number("$('#tenth-congress .event-body').getBoundingClientRect().top").await;
    site.release();
    page.until_live().await;
    page.until("location.search === '?open=tenth-congress'").await;
    page.settle().await;
    page.assert(&shown).await;
    let after = page.number("$('#tenth-congress .event-body').getBoundingClientRect().top").await;
    assert!((before - after).abs() < 4.0, "{engine:?}: what was read stood at {before} and stands at {after}");
    page.assert_content().await;
}

async fn find_in_page_finds_what_is_closed(engine: Engine) {
    let site = Site::built().await;
    let page = Page::live(engine, &site).await;
    page.assert("noneOpen()").await;
    if engine == Engine::Firefox {
        return the_find_bar_opens_what_it_finds(&page).await;
    }
    page.assert("window.find('responsible secretary') && !window.find('irresponsible secretary')").await;
    page.assert_content().await;
}

/// Asserts that the browser's own find bar opens what it finds.
async fn the_find_bar_opens_what_it_finds(page: &Page) {
    page.command("moz/context", json!({ "context": "chrome" })).await;
    let find = "
        const [words, done] = arguments;
        const window = Services.wm.getMostRecentWindow('navigator:browser');
        window.gBrowser.getFindBar().then(bar => {
            bar.browser.finder.addResultListener({ onFindResult: () => done(true) });
            bar.open();
            bar._findField.value = words;
            bar._find();
        }, error => done(String(error)));";
    let found = page.client.execute_async(find, vec!["responsible secretary".into()]).await;
    page.command("moz/context", json!({ "context": "content" })).await;
    assert_eq!(found.unwrap(), true);
    page.until(&shown("responsible%20secretary", "#tenth-congress .event-body")).await;
    page.until("String(getSelection()) === 'responsible secretary' && location.search === '?open=tenth-congress'")
        .await;
    page.assert_content().await;
}
