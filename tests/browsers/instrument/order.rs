//! Events in the order of the article.

use fantoccini::key::Key;
use serde_json::json;

use super::reader::{Reader, Way};
use crate::engine::Engine;

journeys!(read_the_events_in_the_articles_order);

async fn read_the_events_in_the_articles_order(engine: Engine) {
    for (narrow, way) in [(false, Way::Pointer), (true, Way::Pointer), (false, Way::Keys), (true, Way::Keys)] {
        let reader = Reader::of(engine, narrow, way).await;
        let page = &reader.page;
        reader.begin_at("#timeline").await;
        let order = "#timeline [data-command='order article']";
        match way {
            Way::Pointer => page.click("#timeline label:has([data-command='order article'])").await,
            Way::Keys => {
                reader.reach("#timeline [data-command='order time']").await;
                page.press(Key::Right).await;
            }
        }
        page.until("location.search === '?order=article'").await;
        // The focus stays on the chosen option.
        page.until(&format!("document.activeElement === $(\"{order}\") && $(\"{order}\").checked")).await;
        let told = "$$('.events > .event').map(event => event.querySelector('.fact-in-article a')?.hash.slice(2) ?? 99).map(Number)";
        page.assert(&format!("({told}).every((sentence, at, all) => at === 0 || all[at - 1] <= sentence) && ({told}).filter(sentence => sentence === 99).length === 9")).await;
        if engine == Engine::Chromium {
            // On paper every event is open, in the chosen order.
            page.devtools("Emulation.setEmulatedMedia", json!({ "media": "print" })).await;
            page.assert("$$('.events > .event').every(event => isReadable(`#${event.id} .event-body`)) && !isReadable('.timeline-controls') && !isReadable('.toolbar')").await;
            page.assert("$$('.events > .event').every((event, at, all) => at === 0 || all[at - 1].getBoundingClientRect().top < event.getBoundingClientRect().top)").await;
        }
        page.assert_content().await;
    }
}
