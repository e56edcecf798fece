//! The reader's settings.

use fantoccini::key::Key;

use crate::engine::Engine;
use crate::page::Page;
use crate::site::Site;

journeys!(choices_are_remembered_and_forgotten);

async fn choices_are_remembered_and_forgotten(engine: Engine) {
    let site = Site::built().await;
    let page = Page::live(engine, &site).await;
    let size = page.number("parseFloat(getComputedStyle($('#s1')).fontSize)").await;
    page.click("[popovertarget=settings_sheet]").await;
    page.until("$('#settings_sheet').matches(':popover-open')").await;
    page.click("label:has([data-command='size large'])").await;
    page.until(&format!("parseFloat(getComputedStyle($('#s1')).fontSize) > {size} * 1.1")).await;
    page.click("#settings_sheet label:has([data-command='order article'])").await;
    page.until(
        "location.search === '?order=article' && localStorage.getItem('palimpsest.settings') === 'large article'",
    )
    .await;

    page.goto("about:blank").await;
    page.client.goto(&site.url("")).await.unwrap();
    page.until_live().await;
    page.until("location.search === '?order=article' && $(\"[data-command='size large']\").checked").await;
    page.click("[popovertarget=settings_sheet]").await;
    page.click("[data-command='forget settings']").await;
    page.until("location.search === '' && localStorage.length === 0 && $(\"[data-command='size normal']\").checked && isOff($('[data-command=\"forget settings\"]'))").await;
    assert!((page.number("parseFloat(getComputedStyle($('#s1')).fontSize)").await - size).abs() < 0.1, "{engine:?}");

    // The help explains what there is, and needs nothing but the browser.
    page.press(Key::Escape).await;
    page.click("[popovertarget=help_sheet]").await;
    page.until("isReadable('#help_sheet .help-keys')").await;
    page.press(Key::Escape).await;
    page.until("!isReadable('#help_sheet')").await;
    page.assert_content().await;
}
