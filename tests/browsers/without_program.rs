//! The page without its program: scripts are off, or the program is missing or corrupt. It reads, events open, names
//! lead to people, and nothing speaks of a failure.

use fantoccini::Locator;

use crate::engine::{Engine, Setup};
use crate::page::Page;
use crate::site::{Program, Site, built};

journeys!(reads_without_scripts, reads_when_the_program_fails);

async fn reads_without_scripts(engine: Engine) {
    let site = Site::built().await;
    let page = Page::open(engine, Setup { scriptless: true, dark: false }).await;
    page.goto(&site.url("")).await;
    // WebDriver's own scripts run nevertheless; the page's do not, and the recorder is one.
    page.assert("window.complaints === undefined").await;
    reads(&page).await;
    page.assert("!root.hasAttribute('data-hydrated')").await;

    page.goto("about:blank").await;
    page.goto(&site.url("#tenth-congress")).await;
    page.until("inView('#tenth-congress') && isReadable('#tenth-congress .event-body')").await;
    page.assert("!isReadable('#kronstadt .event-body')").await;
}

async fn reads_when_the_program_fails(engine: Engine) {
    let page = Page::open(engine, Setup::default()).await;
    for program in [Program::Missing, Program::Corrupt] {
        reads_with(&page, program).await;
    }
}

async fn reads_with(page: &Page, program: Program) {
    let engine = page.engine;
    let site = Site::serve(&built(), "/", program).await;
    page.goto(&site.url("")).await;
    page.until("document.readyState === 'complete'").await;
    if engine == Engine::WebKit {
        // It does not report what a module's own `await` throws: the file has come, and two frames later it is refused.
        page.until("performance.getEntriesByType('resource').some(file => file.name.endsWith('.wasm'))").await;
        page.settle().await;
    } else {
        // The script that starts the program has given up once its refusal is reported.
        page.until("window.complaints.some(complaint => /^(error|rejected):/.test(complaint))").await;
    }
    assert!(site.was_asked_for_program(), "{engine:?}");
    reads(page).await;
    page.assert("!root.hasAttribute('data-hydrated')").await;
}

/// The page does what it does by itself.
async fn reads(page: &Page) {
    let engine = page.engine;
    let story = palimpsest_compiler::compile(&crate::site::story()).story.unwrap();
    for (selector, there) in [(".events > li", story.events.len()), ("#people > .person", story.people.len())] {
        let found = page.client.find_all(Locator::Css(selector)).await.unwrap().len();
        assert_eq!(found, there, "{engine:?}: {selector}");
    }
    let text = page.find("#article").await.text().await.unwrap();
    for sentence in story.article.sentences() {
        assert!(text.contains(&sentence.text()), "{engine:?}: does not read: {}", sentence.text());
    }
    page.assert("$$('.event-summary').every(summary => isReadable(`#${summary.parentElement.id} .event-summary`))")
        .await;
    page.assert("[...document.body.children].map(part => part.id || part.getAttribute('class')).join(' ') === 'reader story sprite'").await;
    // The story itself may tell of errors and failures; what stands around it may not.
    page.assert("!$$('#reader > :not(main)').some(part => /\\b(error|failed|sorry)\\b/i.test(part.innerText))").await;
    page.assert("!isReadable('.timeline-controls') && !isReadable('#card')").await;

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
