//! Larger and wider text: nothing is clipped, overlaps, or needs horizontal scrolling.

use super::states::{self, dress, lines};
use crate::engine::{Engine, Setup};
use crate::page::Page;
use crate::site::Site;

journeys!(
    text_as_it_is,
    text_twice_as_large,
    text_twice_as_large_on_half_the_width,
    text_spaced,
    text_spaced_on_a_narrow_page
);

/// The text spacing that a reader may set according to WCAG 1.4.12.
const SPACED: &str =
    "* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }
    p { margin-block-end: 2em !important }";
/// All lengths of text depend on the size of the root, as they do on the size that a reader sets in the browser.
const TWICE: &str = "html { font-size: 200% !important }";

async fn text_as_it_is(engine: Engine) {
    let site = Site::built().await;
    fits(&Page::live(engine, &site).await, "").await;
}

async fn text_twice_as_large(engine: Engine) {
    let site = Site::built().await;
    fits(&Page::live(engine, &site).await, TWICE).await;
}

async fn text_twice_as_large_on_half_the_width(engine: Engine) {
    let site = Site::built().await;
    let page = Page::open(engine, Setup::default()).await;
    page.client.set_window_size(640, 900).await.unwrap();
    page.goto(&site.url("")).await;
    page.until_live().await;
    page.assert("innerWidth <= 640").await;
    fits(&page, TWICE).await;
}

async fn text_spaced(engine: Engine) {
    let site = Site::built().await;
    fits(&Page::live(engine, &site).await, SPACED).await;
}

async fn text_spaced_on_a_narrow_page(engine: Engine) {
    let site = Site::built().await;
    let page = Page::open(engine, Setup::default()).await;
    page.go_narrow(&site).await;
    page.until_live().await;
    fits(&page, SPACED).await;
}

async fn fits(page: &Page, rules: &str) {
    let mut wrong = Vec::new();
    states::each(page, async |state, _| {
        dress(page, state, rules).await;
        let found = lines(page, include_str!("crowded.js"), Vec::new()).await;
        wrong.extend(found.into_iter().map(|found| format!("{state}: {found}")));
    })
    .await;
    assert!(wrong.is_empty(), "{:?}:\n{}", page.engine, wrong.join("\n"));
}
