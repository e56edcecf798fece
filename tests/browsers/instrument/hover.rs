//! A pointer that rests.

use crate::engine::Engine;
use crate::page::Page;
use crate::site::Site;

journeys!(hover_opens_and_leaves);

/// A fine pointer that rests on a name opens its card; it goes with the pointer, unless it was asked for.
async fn hover_opens_and_leaves(engine: Engine) {
    let site = Site::built().await;
    let page = Page::hydrated(engine, &site).await;
    let name = "#s9 a.mention[href='#stalin']";
    page.bring(name).await;
    if page.tell("!matchMedia('(hover: hover) and (pointer: fine)').matches").await == true {
        // This window has no fine pointer, and then nothing may open by itself.
        page.hover(name).await;
        page.settle().await;
        return page.assert("!cardShown()").await;
    }
    page.hover("#s7").await;
    page.tell(&format!(
        "($(\"{name}\").addEventListener('mouseover', () => window.over ??= performance.now()), \
          $('#card').addEventListener('toggle', () => window.shown ??= performance.now()))"
    ))
    .await;
    page.hover(name).await;
    page.until("cardShown() && $('#card h3').textContent === 'Joseph Stalin' && window.shown > 0").await;
    // Not before the pointer has rested for half a second, and the address stays.
    page.assert("shown - over > 480 && location.search === ''").await;
    // Over to the card, and it stays; away from both, and it goes.
    page.hover("#card h3").await;
    page.settle().await;
    page.assert("cardShown()").await;
    page.hover(".scale").await;
    page.until("!cardShown()").await;
    // Asked for, it stays.
    page.hover(name).await;
    page.until("cardShown()").await;
    page.click(name).await;
    page.until("cardShown() && location.search === '?card=stalin' && !$('#card').hasAttribute('data-passing')").await;
    page.hover(".scale").await;
    page.settle().await;
    page.assert("cardShown()").await;
    page.assert_content().await;
}
