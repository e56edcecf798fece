//! The page on a window 320 px wide, which is a phone, or a desk at 400 % zoom: nothing needs scrolling sideways.

use crate::engine::{Engine, Setup};
use crate::page::Page;
use crate::site::Site;

journeys!(fits_a_narrow_window);

/// What sticks out of the window.
const OUTSIDE: &str = "$$('body *').filter(part => part.checkVisibility() && part.getBoundingClientRect().right > 321)
    .slice(0, 5).map(part => part.outerHTML.slice(0, 120))";

async fn fits_a_narrow_window(engine: Engine) {
    let site = Site::built().await;
    let page = Page::open(engine, Setup::default()).await;
    page.go_narrow(&site).await;
    page.until_hydrated().await;
    fits(&page, "at rest").await;

    page.click("a.mention[href='#stalin']").await;
    page.until("cardShown() && isStill()").await;
    fits(&page, "with a card open").await;
    page.assert(
        "(({ left, right, top, bottom }) => left >= 0 && right <= 320 && top >= 0 && bottom <= innerHeight)(\
        $('#card').getBoundingClientRect())",
    )
    .await;

    page.click("#card .card-close").await;
    page.until("!cardShown()").await;
    page.click("[data-do='open all']").await;
    page.until("allOpen()").await;
    fits(&page, "with all events open").await;
    page.assert_content().await;
}

async fn fits(page: &Page, state: &str) {
    let width = page.number("root.scrollWidth").await;
    assert!(width <= 320.0, "{:?}: {state}: {width} px wide: {:#}", page.engine, page.tell(OUTSIDE).await);
}
