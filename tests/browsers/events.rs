//! Events open and close, one by one and together.

use fantoccini::key::Key;

use crate::engine::{Engine, Setup};
use crate::page::Page;
use crate::site::{Program, Site};
use palimpsest_tests::built;

journeys!(
    open_by_click_and_keys,
    open_together,
    open_by_a_click_beside_the_controls,
    stay_open_when_the_program_comes_late,
);

async fn open_by_click_and_keys(engine: Engine) {
    let site = Site::built().await;
    let page = Page::live(engine, &site).await;
    let summary = "#tenth-congress summary";

    page.click(summary).await;
    page.until("isOpen('tenth-congress') && !isOff(control('Close all'))").await;
    page.click(summary).await;
    page.until("!isOpen('tenth-congress') && isOff(control('Close all'))").await;
    for key in [Key::Enter, Key::Space] {
        page.press_on(summary, key).await;
        page.until("isOpen('tenth-congress') && !isOff(control('Close all'))").await;
        page.press_on(summary, key).await;
        page.until("!isOpen('tenth-congress') && isOff(control('Close all'))").await;
    }
    page.assert_content().await;
}

async fn open_together(engine: Engine) {
    let site = Site::built().await;
    let page = Page::live(engine, &site).await;

    page.click("#tenth-congress summary").await;
    page.click("#kronstadt summary").await;
    page.until("isOpen('tenth-congress') && isOpen('kronstadt')").await;
    page.assert("$$('.events details[open]').length === 2").await;

    page.click("[data-command='open all']").await;
    page.until("allOpen() && isOff(control('Open all')) && !isOff(control('Close all'))").await;
    // An event that the reader closes is not opened again by what follows.
    page.click("#kronstadt summary").await;
    page.until("!isOpen('kronstadt') && isOpen('tenth-congress') && !isOff(control('Open all'))").await;
    page.click("[data-command='close all']").await;
    page.until("noneOpen() && isOff(control('Close all')) && !isOff(control('Open all'))").await;
    page.assert_content().await;
}

async fn open_by_a_click_beside_the_controls(engine: Engine) {
    let site = Site::built().await;
    let page = Page::live(engine, &site).await;

    page.click("#tenth-congress .event-summary").await;
    page.until("isOpen('tenth-congress') && !isOff(control('Close all'))").await;

    // In an event too, a name opens its card, and the event stays open.
    page.click("#tenth-congress .event-body a[href='#lenin']").await;
    page.until("cardShown() && $('#card h3').textContent === 'Vladimir Lenin'").await;
    page.assert("isOpen('tenth-congress') && location.search.includes('card=lenin')").await;
    page.press(Key::Escape).await;
    page.until("!cardShown() && location.search + location.hash === '?open=tenth-congress'").await;

    // Opened text is for reading: a click in it closes nothing.
    page.click("#tenth-congress .event-body p").await;
    page.settle().await;
    page.assert("isOpen('tenth-congress')").await;

    page.click("#tenth-congress .event-summary").await;
    page.until("!isOpen('tenth-congress') && isOff(control('Close all'))").await;
    page.assert_content().await;
}

async fn stay_open_when_the_program_comes_late(engine: Engine) {
    let site = Site::serve(&built(), "/", Program::Late).await;
    let page = Page::open(engine, Setup::default()).await;
    page.goto(&site.url("")).await;

    page.click("#kronstadt summary").await;
    page.until("isOpen('kronstadt')").await;
    page.assert("!root.hasAttribute('data-live')").await;
    let place = page.number("$('#kronstadt summary').getBoundingClientRect().top").await;
    site.release();
    page.until_live().await;
    page.settle().await;
    page.assert("isOpen('kronstadt') && !isOff(control('Close all'))").await;
    let moved = page.number("$('#kronstadt summary').getBoundingClientRect().top").await - place;
    assert!(moved.abs() < 1.0, "{engine:?}: the page jumped by {moved} px when the program took over");

    page.click("#kronstadt summary").await;
    page.until("!isOpen('kronstadt') && isOff(control('Close all'))").await;
    page.click("#kronstadt summary").await;
    page.until("isOpen('kronstadt')").await;
    page.click("[data-command='close all']").await;
    page.until("noneOpen()").await;
    page.assert_content().await;
}
