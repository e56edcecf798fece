//! The page without its program: it can be read, events open, names link to people, and no message mentions a failure.

use fantoccini::Locator;

use crate::engine::{Engine, Setup};
use crate::page::Page;
use crate::site::Site;

journeys!(reads_without_scripts);

async fn reads_without_scripts(engine: Engine) {
    let site = Site::built().await;
    let page = Page::open(engine, Setup { scriptless: true, ..Setup::default() }).await;
    page.goto(&site.url("")).await;
    // WebDriver's own scripts still run. Those of the page do not, and the recorder is one of them.
    page.assert("window.complaints === undefined").await;
    reads(&page).await;
    page.assert("!root.hasAttribute('data-live')").await;
    // Nothing will make these controls work, so they take up no room.
    page.assert("$$('.toolbar, .tools, .timeline-controls').every(part => part.getClientRects().length === 0)").await;

    page.goto("about:blank").await;
    page.goto(&site.url("#tenth-congress")).await;
    page.until("inView('#tenth-congress') && isReadable('#tenth-congress .event-body')").await;
    page.assert("!isReadable('#kronstadt .event-body')").await;
}

/// Asserts everything that the page does without the program.
pub async fn reads(page: &Page) {
    let engine = page.engine;
    let story = palimpsest_tests::story();
    for (selector, there) in [(".events > li", story.events.len()), ("#people .person", story.people.len())] {
        let found = page.client.find_all(Locator::Css(selector)).await.unwrap().len();
        assert_eq!(found, there, "{engine:?}: {selector}");
    }
    let text = page.find("#article").await.text().await.unwrap();
    for sentence in story.article.sentences() {
        assert!(text.contains(&sentence.text()), "{engine:?}: does not read: {}", sentence.text());
    }
    page.assert("$$('.event-summary').every(summary => isReadable(`#${summary.parentElement.id} .event-summary`))")
        .await;
    page.assert("[...document.body.children].map(part => part.id || part.getAttribute('class') || part.type).join(' ') === 'reader story sprite application/ld+json'").await;
    // The story itself may mention errors and failures, but nothing around it may.
    page.assert("!$$('#reader > :not(main)').some(part => part.checkVisibility() && /\\b(error|failed|sorry)\\b/i.test(part.innerText))").await;
    page.assert("$$('.toolbar, .tools, .timeline-controls, .scale-search, #card').every(part => !isReadable(part))")
        .await;

    page.assert("!isReadable('#kronstadt .event-body')").await;
    page.click("#kronstadt summary").await;
    page.until("isReadable('#kronstadt .event-body')").await;
    page.click("#kronstadt summary").await;
    page.until("!isReadable('#kronstadt .event-body')").await;

    page.click("a.mention[href='#stalin']").await;
    page.until("location.hash === '#stalin' && inView('#stalin')").await;
    page.click("a.mention-event[href='#tenth-congress']").await;
    page.until("location.hash === '#tenth-congress' && inView('#tenth-congress')").await;
}
