//! A name in a sentence opens a card beside it, and the reader keeps their place.

use fantoccini::key::Key;

use crate::engine::Engine;
use crate::page::Page;
use crate::site::Site;

journeys!(
    open_beside_the_name,
    close_in_every_way,
    work_by_keys,
    keep_the_focus_on_the_way_back,
    keep_the_focus_as_a_button_goes,
    leave_other_clicks_alone,
);

/// The first mention of Stalin in the article.
const STALIN: &str = "a.mention[href='#stalin']";
const OPEN: &str = "cardShown() && $('#card h3').textContent === 'Joseph Stalin'";
const CLOSED: &str = "!cardShown() && expanded() === ''";
/// Where the card is, and how far it is above or below the line of the name. A name may wrap, so the nearest line counts.
const PLACE: &str = "(() => {
    const card = $('#card').getBoundingClientRect();
    const gaps = [...$(\"a.mention[href='#stalin']\").getClientRects()].map(name =>
        Math.max(name.top - card.bottom, card.top - name.bottom, 0));
    const covered = [...$(\"a.mention[href='#stalin']\").getClientRects()].some(name =>
        name.left < card.right - 1 && card.left < name.right - 1 && name.top < card.bottom - 1 && card.top < name.bottom - 1);
    return { gap: Math.min(...gaps), covered, inWindow: card.top >= 0 && card.left >= 0 && card.bottom <= innerHeight
        && card.right <= innerWidth, box: [card.left, card.top, card.width, card.height], anchors:
        CSS.supports('position-area: block-end') };
})()";

async fn open_beside_the_name(engine: Engine) {
    let site = Site::built().await;
    let page = Page::live(engine, &site).await;
    page.bring(STALIN).await;
    let (steps, place) = (page.number("history.length").await, page.number("scrollY").await);
    assert!(place > 0.0, "{engine:?}: the name is far enough down that the page has scrolled");

    page.click(STALIN).await;
    page.until(OPEN).await;
    page.assert(&format!("expanded() === $(\"{STALIN}\").id")).await;
    page.settle().await;
    // The address says what is shown, and Back would close the card.
    page.assert(&format!("location.search + location.hash === '?card=stalin#s9' && history.length === {steps} + 1"))
        .await;
    same_place(&page, place).await;

    page.until("isStill()").await;
    let stands = page.evaluate(PLACE).await;
    assert_eq!(stands["inWindow"], true, "{engine:?}: the card is not within the window: {stands}");
    // Without anchor positioning, the style sheet places the card elsewhere: see engines.rs.
    assert_eq!(stands["anchors"], true, "{engine:?}: it knows anchor positioning");
    assert_eq!(stands["covered"], false, "{engine:?}: the card covers the name: {stands}");
    // In WebKit 2.50 it is below the line: see card.css.
    let far = if engine == Engine::WebKit { 60.0 } else { 0.0 };
    assert!(
        stands["gap"].as_f64().unwrap() <= far,
        "{engine:?}: the card stands beside the line of the name: {stands}"
    );

    // Directly on to another name, one that the card does not cover.
    let free = "['#lenin', '#zinoviev', '#kamenev'].map(person => `a.mention[href='${person}']`).find(name => {
        const { left, top, width, height } = $(name).getBoundingClientRect();
        return document.elementFromPoint(left + width / 2, top + height / 2) === $(name);
    })";
    let other = page.text(free).await;
    page.click(&other).await;
    page.until(&format!("$('#card h3').textContent !== 'Joseph Stalin' && expanded() === $(\"{other}\").id")).await;
    page.until("cardShown()").await;
    page.assert_content().await;
}

async fn close_in_every_way(engine: Engine) {
    let site = Site::built().await;
    let page = Page::live(engine, &site).await;
    page.bring(STALIN).await;
    let place = page.number("scrollY").await;
    let open = async || {
        page.click(STALIN).await;
        page.until(OPEN).await;
    };

    open().await;
    page.click(STALIN).await;
    page.until(CLOSED).await;
    page.settle().await;
    page.assert(CLOSED).await;

    open().await;
    page.press(Key::Escape).await;
    page.until(CLOSED).await;
    page.until(&format!("document.activeElement === $(\"{STALIN}\")")).await;

    open().await;
    page.click("#card .card-close").await;
    page.until(CLOSED).await;

    open().await;
    let (x, y) = blank(&page).await;
    page.click_at(x, y, None).await;
    page.until(CLOSED).await;
    same_place(&page, place).await;

    // The name opens the card again after each of these ways, and the card leads on to the entry.
    open().await;
    page.click("#card .card-onward a").await;
    page.until(&format!("{CLOSED} && location.hash === '#stalin' && inView('#stalin')")).await;
    page.assert_content().await;
}

async fn work_by_keys(engine: Engine) {
    let site = Site::built().await;
    let page = Page::live(engine, &site).await;
    page.bring(STALIN).await;

    // Focus alone opens nothing.
    page.evaluate(&format!("$(\"{STALIN}\").focus()")).await;
    page.settle().await;
    page.assert(CLOSED).await;

    page.press(Key::Enter).await;
    page.until(OPEN).await;
    page.assert(&format!("document.activeElement === $(\"{STALIN}\")")).await;
    page.press(Key::Tab).await;
    page.until("document.activeElement.closest('#card') !== null").await;
    page.press(Key::Escape).await;
    page.until(CLOSED).await;
    page.until(&format!("document.activeElement === $(\"{STALIN}\")")).await;

    page.press(Key::Enter).await;
    page.until(OPEN).await;
    page.press(Key::Enter).await;
    page.until(CLOSED).await;
    page.until("location.search + location.hash === ''").await;
    // Back closes the card too.
    page.press(Key::Enter).await;
    page.until(OPEN).await;
    page.back().await;
    page.until(&format!("{CLOSED} && location.search === '' && document.activeElement === $(\"{STALIN}\")")).await;
    page.assert_content().await;
}

/// Going back from a card may lead to a fragment, where engines reset the focus.
async fn keep_the_focus_on_the_way_back(engine: Engine) {
    let site = Site::built().await;
    let page = Page::live(engine, &site).await;
    page.goto(&site.url("#stalin")).await;
    for closes in [Key::Enter, Key::Escape] {
        page.bring(STALIN).await;
        page.press_on(STALIN, Key::Enter).await;
        page.until(OPEN).await;
        page.press(closes).await;
        page.until(&format!("{CLOSED} && location.search + location.hash === '#stalin'")).await;
        page.settle().await;
        page.assert(&format!("document.activeElement === $(\"{STALIN}\")")).await;
    }
    page.assert_content().await;
}

/// The button that closes the card disappears with it, and the focus returns to the link.
async fn keep_the_focus_as_a_button_goes(engine: Engine) {
    let site = Site::built().await;
    let page = Page::live(engine, &site).await;
    for (button, address) in [("#card .card-close", ""), ("#card [data-command='follow here']", "?follow=stalin")] {
        page.bring(STALIN).await;
        page.press_on(STALIN, Key::Enter).await;
        page.until(OPEN).await;
        page.press_on(button, Key::Enter).await;
        page.until(&format!("{CLOSED} && location.search === '{address}'")).await;
        page.settle().await;
        page.assert(&format!("document.activeElement === $(\"{STALIN}\")")).await;
    }
    page.assert_content().await;
}

/// A click that opens a new window belongs to the browser, so the program must not handle it.
async fn leave_other_clicks_alone(engine: Engine) {
    let site = Site::built().await;
    let page = Page::live(engine, &site).await;
    page.bring(STALIN).await;
    for key in [Key::Control, Key::Meta, Key::Shift] {
        // The last of all listeners sees what the program did, and then stops the browser from opening a window.
        page.evaluate(
            "window.addEventListener('click', click => {
                window.passed = !click.defaultPrevented && (click.ctrlKey || click.metaKey || click.shiftKey);
                click.preventDefault();
            }, { once: true })",
        )
        .await;
        let middle = format!(
            "(({{ left, top, width, height }}) => [left + width / 2, top + height / 2])($(\"{STALIN}\").getClientRects()[0])"
        );
        let middle = page.evaluate(&middle).await;
        page.click_at(middle[0].as_f64().unwrap(), middle[1].as_f64().unwrap(), Some(key)).await;
        page.until("window.passed !== undefined").await;
        page.assert("window.passed").await;
        page.evaluate("delete window.passed").await;
        page.settle().await;
        page.assert(CLOSED).await;
    }
    page.assert_content().await;
}

/// Finds a point in the plain text of the article that nothing covers.
async fn blank(page: &Page) -> (f64, f64) {
    let point = page
        .evaluate(
            "(() => {
                for (let y = 10; y < innerHeight; y += 10) for (let x = 10; x < innerWidth; x += 10) {
                    const there = document.elementFromPoint(x, y);
                    if (there?.closest('article p') && !there.closest('a, button, #card')) return [x, y];
                }
            })()",
        )
        .await;
    (point[0].as_f64().unwrap(), point[1].as_f64().unwrap())
}

async fn same_place(page: &Page, place: f64) {
    let now = page.number("scrollY").await;
    assert!((now - place).abs() < 1.0, "{:?}: the page scrolled from {place} to {now}", page.engine);
}
