//! What a reader takes from one entry: its link with one press, and its citation in a style of their choice.

use fantoccini::key::Key;

use crate::engine::{Engine, Setup};
use crate::page::Page;
use crate::site::Site;

journeys!(send_one_event, send_one_event_on_a_phone, cite_an_event_in_mla, cite_an_event_in_mla_on_a_phone);

/// Replaces the clipboard by one that keeps what it is given.
const CLIPBOARD: &str = "void Object.defineProperty(navigator, 'clipboard', { configurable: true,
    value: { writeText: async words => { window.copied = words; } } })";
const MARK: &str = "#kronstadt .link-mark";

async fn desk(engine: Engine) -> Page {
    let site = Site::built().await;
    Page::live(engine, &site).await
}

async fn phone(engine: Engine) -> Page {
    let site = Site::built().await;
    let page = Page::open(engine, Setup::default()).await;
    page.go_narrow(&site).await;
    page.until_live().await;
    page
}

async fn send_one_event(engine: Engine) {
    send(&desk(engine).await).await;
}

async fn send_one_event_on_a_phone(engine: Engine) {
    send(&phone(engine).await).await;
}

/// Pressing the mark beside the title once copies the address and says so. Nothing else changes.
async fn send(page: &Page) {
    page.evaluate(CLIPBOARD).await;
    page.assert(&format!("$('{MARK}').getAttribute('aria-label') === 'Copy the link to The Kronstadt rising'")).await;
    page.click(MARK).await;
    page.until("window.copied === location.href.split('#')[0] + '#kronstadt'").await;
    page.until("$('#copied_status').textContent === 'Link copied' && isReadable('#link_copied')").await;
    page.assert("$('#copied_status').getAttribute('role') === 'status'").await;
    page.assert("!isOpen('kronstadt') && location.hash === '' && !cardShown()").await;
    page.assert(&format!("document.activeElement === $('{MARK}')")).await;
    // From that message to the citation, and back to the mark.
    page.click("#link_copied button").await;
    page.until("$('#share_panel').open && $('#share_address').value === window.copied").await;
    page.assert("$('#share_name').textContent.endsWith('The Kronstadt rising') && !isReadable('#link_copied')").await;
    page.assert("!isReadable(\"[data-command='print person']\")").await;
    page.press(Key::Escape).await;
    page.until(&format!("!$('#share_panel').open && document.activeElement === $('{MARK}')")).await;
    // By keyboard. Esc closes the message.
    page.evaluate("void delete window.copied").await;
    page.press_on(MARK, Key::Enter).await;
    page.until("window.copied?.endsWith('#kronstadt') && isReadable('#link_copied')").await;
    page.press(Key::Escape).await;
    page.until(&format!("!isReadable('#link_copied') && document.activeElement === $('{MARK}')")).await;
    // A browser that does not allow copying.
    page.evaluate("void Object.defineProperty(navigator, 'clipboard', { configurable: true, value: undefined })").await;
    page.click(MARK).await;
    page.until("$('#copied_status').textContent === 'The browser did not allow copying.'").await;
    page.press(Key::Escape).await;
    page.until("!isReadable('#link_copied')").await;
    // On touch screens with a share sheet, the sheet opens.
    page.evaluate(
        "void (navigator.share = async shared => { window.shared = shared; }, window.matchMedia = () => ({ matches: true }))",
    )
    .await;
    page.click(MARK).await;
    page.until("window.shared?.url.endsWith('#kronstadt') && window.shared.title.endsWith('The Kronstadt rising')")
        .await;
    page.until("isReadable('#link_copied button')").await;
    page.assert_content().await;
}

async fn cite_an_event_in_mla(engine: Engine) {
    cite(&desk(engine).await).await;
}

async fn cite_an_event_in_mla_on_a_phone(engine: Engine) {
    cite(&phone(engine).await).await;
}

/// The style is chosen beside the citation, and is remembered from then on.
async fn cite(page: &Page) {
    page.evaluate(CLIPBOARD).await;
    page.click(MARK).await;
    page.until("isReadable('#link_copied')").await;
    page.click("#link_copied button").await;
    page.until(
        "$('#share_panel').open && $('#share_citation').value.includes('Palimpsest ed., by Caroline. Accessed')",
    )
    .await;
    page.assert("$(\"[data-command='citation chicago']\").checked").await;
    page.click("[data-command='citation mla']").await;
    page.until(
        "/^The founders of Palimpsest. “The Kronstadt Rising.” Betrayed by a Brother: When Stalin Assassinated Trotsky, by \
         Caroline, Palimpsest ed., http\\S+#kronstadt. Accessed \\d+ (May|June|July|[A-Z][a-z]{2,3}\\.) 20\\d\\d.$/\
         .test($('#share_citation').value)",
    )
    .await;
    page.click("[data-command='copy citation']").await;
    page.until("window.copied === $('#share_citation').value && $('#share_status').textContent === 'Copied.'").await;
    // Formats for other programs are folded away.
    page.assert("!isReadable('#share_bibtex')").await;
    page.evaluate("$('#share_files summary').scrollIntoView({ block: 'center', behavior: 'instant' })").await;
    page.click("#share_files summary").await;
    page.until("isReadable('#share_bibtex') && $('#share_bibtex').value.startsWith('@incollection{')").await;
    page.press(Key::Escape).await;
    page.until("!$('#share_panel').open").await;
    // The citation of the article has the same style, and then another.
    page.assert("root.dataset.settings === 'mla'").await;
    page.evaluate("$('[data-command=\"share\"]').click()").await;
    page.until(
        "/^Caroline. “Betrayed by a Brother: When Stalin Assassinated Trotsky.” Palimpsest ed., 26 Dec. 2016, http\\S+\\.$/\
         .test($('#share_citation').value)",
    )
    .await;
    page.click("[data-command='citation apa']").await;
    page.until(
        "$('#share_citation').value.startsWith('Caroline. (2016, December 26). Betrayed by a brother: When Stalin \
         assassinated Trotsky (Palimpsest ed.). http')",
    )
    .await;
    page.assert_content().await;
}
