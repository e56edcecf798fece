//! Where a card is placed and how much it says: it can be read at a glance, and leaves the text that it is about in sight.

use fantoccini::key::Key;
use serde_json::json;

use crate::engine::{Engine, Setup};
use crate::page::Page;
use crate::site::Site;

journeys!(in_the_margin_of_a_wide_window, at_the_bottom_of_a_narrow_window, says_what_somebody_was_then);

/// The number of parts in which the cards are checked: drivers do not wait long for a promise.
const PARTS: usize = 4;

/// Opens, one after the other, the card of the first link to each entry in the article, and lists what is wrong with it:
/// that it scrolls, extends beyond the window, is too tall, or covers the link itself or a word of its sentence.
const EVERY_CARD: &str = "(window.everyCard = async part => {
    const until = async holds => { for (let frames = 0; frames < 200 && !holds(); frames++) await new Promise(requestAnimationFrame); };
    // The first link to each.
    const links = $$('#article a:is(.mention, .note-mark)')
        .filter((link, at, all) => all.findIndex(({ hash }) => hash === link.hash) === at);
    const beside = !CSS.supports('hanging-punctuation: first');
    const wrong = links.length > 40 ? [] : ['few links'];
    for (const link of links.filter((_, at) => at % PARTS === part)) {
        link.scrollIntoView({ block: 'center', behavior: 'instant' });
        link.click();
        await until(() => cardShown() && expanded() === link.id && isStill());
        const card = $('#card'), box = card.getBoundingClientRect();
        const covers = part => [...part?.getClientRects() ?? []].some(({ left, right, top, bottom }) =>
            left < box.right - 1 && box.left < right - 1 && top < box.bottom - 1 && box.top < bottom - 1);
        const { scrollHeight, clientHeight, scrollWidth, clientWidth } = card;
        const faults = {
            shut: !cardShown(),
            scrolls: scrollHeight > clientHeight || scrollWidth > clientWidth,
            leaves: box.top < 0 || box.left < 0 || box.bottom > innerHeight + 1 || box.right > innerWidth + 1,
            // Where the engine can place it there: card.css.
            covers: covers(link) || innerWidth > 1100 && beside && covers(link.closest('.sentence')),
            tall: card.matches('.card-person') && box.height > 0.45 * innerHeight,
        };
        const found = Object.keys(faults).filter(fault => faults[fault]);
        if (found.length) wrong.push(`${link.id} ${card.dataset.shows}: ${found} ${scrollHeight} > ${clientHeight}`);
        card.hidePopover();
        await until(() => expanded() === '' && location.search === '');
    }
    return wrong;
}, true)";

async fn in_the_margin_of_a_wide_window(engine: Engine) {
    let site = Site::built().await;
    let page = Page::live(engine, &site).await;
    every_card_fits(&page).await;
}

async fn at_the_bottom_of_a_narrow_window(engine: Engine) {
    let site = Site::built().await;
    let page = Page::open(engine, Setup::default()).await;
    page.go_phone(&site).await;
    page.until_live().await;
    every_card_fits(&page).await;
}

async fn every_card_fits(page: &Page) {
    // WebKit's driver gives up before the first part is done.
    if page.engine == Engine::WebKit {
        return;
    }
    page.evaluate(&EVERY_CARD.replace("PARTS", &PARTS.to_string())).await;
    for part in 0..PARTS {
        assert_eq!(page.evaluate_promise(&format!("everyCard({part})")).await, json!([]), "{:?}", page.engine);
    }
    page.assert_content().await;
}

/// The card of the same person says something else at two moments of the story.
async fn says_what_somebody_was_then(engine: Engine) {
    let site = Site::built().await;
    for phone in [false, true] {
        let page = Page::open(engine, Setup::default()).await;
        if phone {
            page.go_phone(&site).await;
        } else {
            page.goto(&site.url("")).await;
        }
        page.until_live().await;
        for (link, says) in [
            ("#s3 a[href='#lenin']", "Here aged 50, a rival of Trotsky (December 1920 – March 1921)"),
            ("#s12 a[href='#lenin']", "Here aged 52, an ally of Trotsky (December 1922 – March 1923)"),
            ("#s10 a[href='#zinoviev']", "Here aged 38, a rival of Trotsky (about 1922 – 1925)"),
        ] {
            page.bring(link).await;
            page.click(link).await;
            page.until(&format!("cardShown() && $('#card .card-here')?.textContent === '{says}'")).await;
            page.assert("isReadable('#card .card-here') && isReadable('#card .person-end')").await;
            page.press(Key::Escape).await;
            page.until("!cardShown()").await;
        }
        // In a sentence without a date, it says nothing about the moment.
        let link = "#s25 a[href='#stalin']";
        page.bring(link).await;
        page.click(link).await;
        page.until("cardShown() && $('#card h3').textContent === 'Joseph Stalin' && !$('#card .card-here')").await;
        page.assert_content().await;
    }
}
