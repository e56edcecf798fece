//! From the text to an event and back, and straight to a place by its address.

use crate::engine::{Engine, Setup};
use crate::page::Page;
use crate::site::Site;

journey!(to_an_event_and_back);
journey!(to_the_same_event_again);
journey!(straight_to_an_address);

const DATE: &str = "a.mention-event[href='#tenth-congress']";
const ARRIVED: &str = "location.hash === '#tenth-congress' && isOpen('tenth-congress') && inView('#tenth-congress')";

async fn to_an_event_and_back(engine: Engine) {
    let site = Site::built().await;
    let page = Page::hydrated(engine, &site).await;
    page.bring(DATE).await;
    let place = page.number("scrollY").await;

    page.click(DATE).await;
    page.until(ARRIVED).await;
    page.back().await;
    page.until(&format!("location.hash === '' && Math.abs(scrollY - {place}) <= 4")).await;

    // The event leads to its sentence.
    page.forward().await;
    page.until(ARRIVED).await;
    page.bring("#tenth-congress a.quote-link").await;
    let place = page.number("scrollY").await;
    page.click("#tenth-congress a.quote-link").await;
    page.until("/^#s[0-9]+$/.test(location.hash) && inView(location.hash)").await;
    page.assert(&format!("$(location.hash).contains($(\"{DATE}\"))")).await;
    // Back is where the link was followed, which in a long event is below its beginning.
    page.back().await;
    page.until(&format!(
        "location.hash === '#tenth-congress' && isOpen('tenth-congress') && Math.abs(scrollY - {place}) <= 4"
    ))
    .await;
    page.assert_content().await;
}

async fn to_the_same_event_again(engine: Engine) {
    let site = Site::built().await;
    let page = Page::hydrated(engine, &site).await;
    page.click(DATE).await;
    page.until(ARRIVED).await;
    page.click("#tenth-congress summary").await;
    page.until("!isOpen('tenth-congress') && control('Close all').disabled").await;
    page.bring(DATE).await;
    page.assert("!inView('#tenth-congress')").await;
    page.click(DATE).await;
    page.until(ARRIVED).await;
    page.assert_content().await;
}

async fn straight_to_an_address(engine: Engine) {
    let site = Site::built().await;
    let page = Page::open(engine, Setup::default()).await;
    for (fragment, arrived) in [
        ("#stalin", "inView('#stalin') && noneOpen()"),
        ("#tenth-congress", ARRIVED),
        ("#s4", "inView('#s4') && noneOpen()"),
        ("#card", "scrollY === 0 && noneOpen() && !cardShown()"),
        ("#nothing-here", "scrollY === 0 && noneOpen()"),
        ("#%3Cscript%3E", "scrollY === 0 && noneOpen()"),
        ("#%22%5D%", "scrollY === 0 && noneOpen()"),
    ] {
        // From elsewhere: within the page only the fragment would change.
        page.goto("about:blank").await;
        page.goto(&site.url(fragment)).await;
        page.until_hydrated().await;
        page.until(arrived).await;
        page.settle().await;
        page.assert(arrived).await;
        page.assert(&format!("location.hash === '{fragment}'")).await;
        page.assert_content().await;
    }
}
