//! The colours that a reader chooses: at once, remembered on the device, and there before the page is painted.

use fantoccini::key::Key;

use crate::engine::{Engine, Setup};
use crate::page::Page;
use crate::site::{Program, Site, built};

journey!(chosen_and_remembered);
journey!(there_before_the_program);

const PAPER: &str = "getComputedStyle(root).backgroundColor";
const LIGHT: &str = "rgb(243, 235, 220)";
const DARK: &str = "rgb(20, 17, 14)";

async fn chosen_and_remembered(engine: Engine) {
    let site = Site::built().await;
    let page = Page::hydrated(engine, &site).await;
    page.assert(&format!("{PAPER} === '{LIGHT}' && $('.theme input').checked")).await;

    page.click(".theme label:last-child").await;
    page.until(&format!("{PAPER} === '{DARK}' && $('.theme label:last-child input').checked")).await;
    // What a browser paints around the page goes along.
    page.assert("$('meta[data-scheme=dark]').media === 'all' && $('meta[data-scheme=light]').media === 'not all'")
        .await;
    page.reload().await;
    page.until(&format!("{PAPER} === '{DARK}' && $('.theme label:last-child input').checked")).await;

    // One switch for the keyboard: Tab reaches what is chosen, arrows choose.
    page.press_on(".theme label:last-child input", Key::Left).await;
    page.until(&format!("{PAPER} === '{LIGHT}' && $('.theme label:nth-of-type(2) input').checked")).await;
    page.assert("localStorage.getItem('palimpsest.theme') === 'light'").await;
    page.press(Key::Left).await;
    page.until("root.dataset.theme === '' && $('.theme input').checked").await;
    page.assert("localStorage.length === 0").await;
    page.assert_content().await;
}

async fn there_before_the_program(engine: Engine) {
    let site = Site::serve(&built(), "/", Program::Late).await;
    let page = Page::open(engine, Setup::default()).await;
    page.goto(&site.url("")).await;
    page.tell("localStorage.setItem('palimpsest.theme', 'dark')").await;
    page.goto(&site.url("?again")).await;
    page.until(&format!("{PAPER} === '{DARK}'")).await;
    page.assert("!root.hasAttribute('data-hydrated')").await;
    // Without the program there is no switch, and nothing to be reached in its place.
    page.assert("getComputedStyle($('.theme')).visibility === 'hidden'").await;
    site.release();
    page.until_hydrated().await;
    page.until("$('.theme label:last-child input').checked").await;
    page.assert(&format!("{PAPER} === '{DARK}'")).await;
    page.assert_content().await;
}
