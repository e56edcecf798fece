//! Opening cards with a resting pointer.

use fantoccini::key::Key;

use crate::engine::Engine;
use crate::page::Page;
use crate::site::Site;

journeys!(hover_opens_and_leaves);

/// A fine pointer that rests on a name opens its card, which closes when the pointer leaves, unless the reader asked for it.
async fn hover_opens_and_leaves(engine: Engine) {
    let site = Site::built().await;
    let page = Page::live(engine, &site).await;
    let name = "#s9 a.mention[href='#stalin']";
    page.bring(name).await;
    page.assert("matchMedia('(hover: hover) and (pointer: fine)').matches").await;
    page.hover("#s7").await;
    page.evaluate(&format!(
        "($(\"{name}\").addEventListener('mouseover', () => window.over ??= performance.now()), \
          $('#card').addEventListener('toggle', () => window.shown ??= performance.now()))"
    ))
    .await;
    page.hover(name).await;
    page.until("cardShown() && $('#card h3').textContent === 'Joseph Stalin' && window.shown > 0").await;
    // Not before the pointer has rested for half a second, and the address stays the same.
    page.assert("shown - over > 480 && location.search === ''").await;
    // The card stays while the pointer is on it, and closes when the pointer leaves both.
    page.hover("#card h3").await;
    page.settle().await;
    page.assert("cardShown()").await;
    page.hover(".scale").await;
    page.until("!cardShown()").await;
    // Esc closes it too, without a movement of the pointer.
    page.hover(name).await;
    page.until("cardShown() && $('#card').hasAttribute('data-transient')").await;
    page.press(Key::Escape).await;
    page.until("!cardShown()").await;
    page.hover(".scale").await;
    // A link that moves under a resting pointer opens nothing: the pointer itself did not move.
    page.evaluate("void (window.opened = 0, $('#card').addEventListener('beforetoggle', () => window.opened++))").await;
    let [x, y] = page.point(name, [0.5, 0.5]).await;
    page.evaluate("scrollBy({ top: 200, behavior: 'instant' })").await;
    page.move_to(x, y).await;
    page.until(&format!("document.elementFromPoint({x}, {y}) !== $(\"{name}\")")).await;
    page.evaluate("scrollBy({ top: -200, behavior: 'instant' })").await;
    page.until(&format!("document.elementFromPoint({x}, {y}) === $(\"{name}\")")).await;
    // There is no state to wait for when nothing happens: wait for longer than a pointer would have to rest.
    page.evaluate_promise("new Promise(done => setTimeout(done, 700))").await;
    page.assert("window.opened === 0 && !cardShown()").await;
    page.hover(".scale").await;
    // A card that the reader asked for stays.
    page.hover(name).await;
    page.until("cardShown()").await;
    page.click(name).await;
    page.until("cardShown() && location.search === '?card=stalin' && !$('#card').hasAttribute('data-transient')").await;
    page.hover(".scale").await;
    page.settle().await;
    page.assert("cardShown()").await;
    page.assert_content().await;
}
