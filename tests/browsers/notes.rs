//! Notes and terms open beside the sentence, are listed with links back, and add nothing to the author's text.

use fantoccini::key::Key;

use crate::engine::{Engine, Setup};
use crate::page::Page;
use crate::site::Site;

journeys!(open_beside_the_sentence, work_without_the_program);

const MARK: &str = "a.note-mark[href='#kronstadt-first']";
const TERM: &str = "a.mention-term[href='#ice-axe']";

async fn open_beside_the_sentence(engine: Engine) {
    let site = Site::built().await;
    let page = Page::live(engine, &site).await;
    page.assert(&format!(
        "$(\"{MARK}\").textContent === '' && $(\"{MARK}\").getAttribute('aria-label').startsWith('Correction ')"
    ))
    .await;

    page.bring(MARK).await;
    page.click(MARK).await;
    let open = "cardShown() && $('#card .note-kind').textContent.startsWith('Correction ')";
    page.until(open).await;
    page.assert(&format!(
        "$('#card h3').textContent === $('#kronstadt-first h3').textContent && expanded() === $(\"{MARK}\").id"
    ))
    .await;
    page.assert("$('#card .cite').getAttribute('href') === '#kotkin-2014'").await;
    page.press(Key::Escape).await;
    page.until(&format!("!cardShown() && expanded() === '' && document.activeElement === $(\"{MARK}\")")).await;
    page.press(Key::Enter).await;
    page.until(open).await;

    // From the card to the list, and back to the sentence.
    page.click("#card .card-onward a").await;
    page.until("!cardShown() && location.hash === '#kronstadt-first' && inView('#kronstadt-first')").await;
    page.click("#kronstadt-first .note-pair dt + dd > a").await;
    page.until("location.hash === '#s5' && inView('#s5')").await;

    page.bring(TERM).await;
    page.click(TERM).await;
    page.until("cardShown() && $('#card .note-kind').textContent === 'Term'").await;
    page.assert_content().await;

    // From the card to the entry, which opens.
    page.click("#card .card-onward a").await;
    page.until("!cardShown() && location.hash === '#ice-axe' && $('#ice-axe > details').open && inView('#ice-axe')")
        .await;
}

async fn work_without_the_program(engine: Engine) {
    let site = Site::built().await;
    let page = Page::open(engine, Setup { scriptless: true, ..Setup::default() }).await;
    page.goto(&site.url("")).await;
    page.click(MARK).await;
    page.until("location.hash === '#kronstadt-first' && inView('#kronstadt-first')").await;
    page.assert("!root.hasAttribute('data-live')").await;
    // A citation leads to its source. The list of what rests on the source opens separately.
    page.click("#kronstadt-first .cite").await;
    page.until("location.hash === '#kotkin-2014' && inView('#kotkin-2014')").await;
    page.click("#kotkin-2014 summary").await;
    page.until("isReadable('#kotkin-2014 a[href=\"#kronstadt-first\"]')").await;
}
