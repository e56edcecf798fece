//! The color scheme that a reader chooses: applied at once, stored on the device, and applied before the first paint.

use fantoccini::key::Key;

use crate::engine::{Engine, Setup};
use crate::page::Page;
use crate::site::{Program, Site};
use palimpsest_tests::built;

journeys!(chosen_and_remembered, there_before_the_program, type_has_eight_sizes);

const PAPER: &str = "getComputedStyle(root).backgroundColor";
const LIGHT: &str = "rgb(243, 235, 220)";
const DARK: &str = "rgb(20, 17, 14)";

async fn chosen_and_remembered(engine: Engine) {
    let site = Site::built().await;
    let page = Page::live(engine, &site).await;
    page.assert(&format!("{PAPER} === '{LIGHT}' && $('[data-command=\"theme system\"]').checked")).await;

    page.click("[popovertarget=settings_sheet]").await;
    page.until("$('#settings_sheet').matches(':popover-open')").await;
    page.click("label:has([data-command='theme dark'])").await;
    page.until(&format!("{PAPER} === '{DARK}' && $(\"[data-command='theme dark']\").checked")).await;
    // What a browser paints around the page changes too.
    page.assert("$('meta[data-scheme=dark]').media === 'all' && $('meta[data-scheme=light]').media === 'not all'")
        .await;
    page.reload().await;
    page.until(&format!("{PAPER} === '{DARK}' && $(\"[data-command='theme dark']\").checked")).await;

    // The switch is one stop: Tab reaches the chosen option, and the arrow keys choose.
    page.click("[popovertarget=settings_sheet]").await;
    page.press_on("[data-command='theme dark']", Key::Left).await;
    page.until(&format!("{PAPER} === '{LIGHT}' && $(\"[data-command='theme light']\").checked")).await;
    page.assert("localStorage.getItem('palimpsest.settings') === 'light'").await;
    page.press(Key::Left).await;
    page.until("root.dataset.settings === '' && $('[data-command=\"theme system\"]').checked").await;
    page.assert("localStorage.length === 0").await;
    page.assert_content().await;
}

async fn there_before_the_program(engine: Engine) {
    let site = Site::serve(&built(), "/", Program::Late).await;
    let page = Page::open(engine, Setup::default()).await;
    page.goto(&site.url("")).await;
    page.evaluate("localStorage.setItem('palimpsest.settings', 'dark')").await;
    page.goto(&site.url("?again")).await;
    page.until(&format!("{PAPER} === '{DARK}'")).await;
    page.assert("!root.hasAttribute('data-live')").await;
    // Without the program there is no switch, and nothing in its place takes the focus.
    page.assert("getComputedStyle($('.toolbar')).visibility === 'hidden'").await;
    site.release();
    page.until_live().await;
    page.until("$(\"[data-command='theme dark']\").checked").await;
    page.assert(&format!("{PAPER} === '{DARK}'")).await;
    page.assert_content().await;
}

/// With everything open and a card beside the text, all text has one of eight sizes.
async fn type_has_eight_sizes(engine: Engine) {
    let site = Site::built().await;
    let page = Page::open(engine, Setup::default()).await;
    for narrow in [false, true] {
        if narrow {
            page.go_narrow(&site).await;
        } else {
            page.goto(&site.url("")).await;
        }
        page.until_live().await;
        page.click("a.mention[href='#stalin']").await;
        page.until("cardShown()").await;
        page.evaluate("$$('details').forEach(details => details.open = true)").await;
        let sizes = page
            .evaluate(
                "[...new Set($$('#reader *').filter(part => !part.closest('svg, .visually-hidden') && part.checkVisibility()
                    && [...part.childNodes].some(node => node.nodeType === 3 && node.data.trim()))
                    .map(part => parseFloat(getComputedStyle(part).fontSize)))].sort((one, other) => one - other)",
            )
            .await;
        let sizes = sizes.as_array().expect("sizes are a list");
        assert!((5..=8).contains(&sizes.len()), "{engine:?}, narrow: {narrow}: {sizes:?}");
    }
}
