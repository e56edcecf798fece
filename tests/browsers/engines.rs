//! Missing features: each newer feature disabled, and real older engines.
//!
//! A feature is switched off in the page that the engine gets, in its scripts and its styles, so that all three engines lack
//! it in the same way. Older builds can only be had of Chromium: see `docs/engines.md`.

use std::fs;
use std::process::Stdio;
use std::time::Instant;

use fantoccini::key::Key;
use tempfile::TempDir;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;
use tokio::process::Command;
use tokio::time::sleep;

use crate::engine::{Engine, Setup, unpacked};
use crate::failures::reads_from;
use crate::other_story::copy;
use crate::page::Page;
use crate::patience::{PATIENCE, POLL};
use crate::reading::print::{has_everything, printed};
use crate::security::change;
use crate::site::{Program, Site};
use palimpsest_tests::program::free_port;
use palimpsest_tests::{built, story};

journeys!(
    without_popovers,
    without_anchor_positioning,
    without_styles_for_what_is_closed,
    without_workers,
    without_storage,
    without_newer_calls,
    without_room_in_the_history,
    the_oldest_engine_shows_all,
    an_older_engine_reads,
);

/// The page as an engine that lacks something sees it: `script` runs before all others, and some words in the styles are
/// replaced.
struct Lacking {
    site: Site,
    _folder: TempDir,
}

impl Lacking {
    async fn new(script: &str, styles: &[(&str, &str)]) -> Self {
        let folder = tempfile::tempdir().unwrap();
        copy(&built(), folder.path());
        fs::write(folder.path().join("lacking.js"), script).unwrap();
        let page = folder.path().join("index.html");
        change(&page, "<meta data-published ", "<script src=lacking.js></script><meta data-published ");
        // The policy names the scripts and styles by their hashes, so it is disabled.
        change(&page, "http-equiv=\"Content-Security-Policy\"", "name=none");
        change(&folder.path().join("_headers"), "Content-Security-Policy", "X-None");
        let sheets = fs::read_dir(folder.path()).unwrap().map(|entry| entry.unwrap().path());
        let sheets = sheets.filter(|path| path.extension().is_some_and(|ending| ending == "css"));
        let mut texts: Vec<_> = sheets.chain([page]).map(|path| (fs::read_to_string(&path).unwrap(), path)).collect();
        for (known, unknown) in styles {
            assert!(texts.iter().any(|(text, _)| text.contains(known)), "the styles have no {known}");
            for (text, _) in &mut texts {
                *text = text.replace(known, unknown);
            }
        }
        for (text, path) in texts {
            fs::write(path, text).unwrap();
        }
        Self { site: Site::serve(folder.path(), "/", Program::Sound).await, _folder: folder }
    }
}

/// Cards and panels are popovers: an engine without them gets the page in its plain form, and no program.
async fn without_popovers(engine: Engine) {
    let script = "
        for (const name of ['popover', 'showPopover', 'hidePopover', 'togglePopover']) delete HTMLElement.prototype[name];
        const supports = CSS.supports.bind(CSS);
        CSS.supports = (...asked) => !asked[0].includes(':popover-open') && supports(...asked);";
    let lacking = Lacking::new(script, &[(":popover-open", ":not-known")]).await;
    let page = Page::open(engine, Setup::default()).await;
    reads_from(&page, &lacking.site).await;
    page.assert("!('popover' in root)").await;
    page.assert("getComputedStyle(document.body).maxWidth !== 'none' && root.scrollWidth <= innerWidth").await;
    page.assert("$$('[popover], dialog, .toolbar, .lives, svg').every(part => !part.checkVisibility())").await;
}

/// The card is then at the edge of the window.
async fn without_anchor_positioning(engine: Engine) {
    let lacking = Lacking::new("", &[("position-area", "position-nowhere")]).await;
    let page = Page::open(engine, Setup::default()).await;
    page.goto(&lacking.site.url("")).await;
    page.until_live().await;
    for link in ["#s9 a.mention[href='#stalin']", "a.note-mark[href='#kronstadt-first']", "#s4 a.mention-event"] {
        page.bring(link).await;
        page.click(link).await;
        page.until("cardShown() && isStill()").await;
        // In the corner, wherever the link is.
        page.assert(
            "(({ top, left, right, bottom, height }) => top >= 0 && left >= 0 && height > 100 && innerWidth - right < 60 && right <= innerWidth && innerHeight - bottom < 60 && bottom <= innerHeight)($('#card').getBoundingClientRect())",
        )
        .await;
        page.press(Key::Escape).await;
        page.until(&format!("!cardShown() && location.search === '' && document.activeElement === $(\"{link}\")"))
            .await;
    }
    page.assert_content().await;
}

/// Closed events are then opened for printing, and closed again afterward.
async fn without_styles_for_what_is_closed(engine: Engine) {
    let script = "
        const supports = CSS.supports.bind(CSS);
        CSS.supports = (...asked) => !asked[0].includes('::details-content') && supports(...asked);";
    let lacking = Lacking::new(script, &[("::details-content", "::details-nowhere")]).await;
    let page = Page::open(engine, Setup::default()).await;
    page.goto(&lacking.site.url("")).await;
    page.until_live().await;
    page.evaluate("$('#kronstadt summary').click()").await;
    page.until("isOpen('kronstadt') && location.search === '?open=kronstadt'").await;
    prints_everything(&page).await;
    page.until("$$('.events details[open]').length === 1 && location.search === '?open=kronstadt'").await;
    page.assert_content().await;
}

async fn prints_everything(page: &Page) {
    let is_played = page.engine == Engine::WebKit;
    if is_played {
        page.evaluate("dispatchEvent(new Event('beforeprint'))").await;
    }
    has_everything(&printed(page).await, &story(), page.engine);
    if is_played {
        page.evaluate("dispatchEvent(new Event('afterprint'))").await;
    }
}

/// The page does not work offline; nothing else changes.
async fn without_workers(engine: Engine) {
    let script = "delete Navigator.prototype.serviceWorker; delete window.caches;";
    let lacking = Lacking::new(script, &[]).await;
    let page = Page::open(engine, Setup::default()).await;
    page.goto(&lacking.site.url("")).await;
    page.until_live().await;
    page.assert("!('serviceWorker' in navigator) && !('caches' in window)").await;
    works(&page).await;
}

/// Storage may be blocked or full; settings then last until the page is left.
async fn without_storage(engine: Engine) {
    const SHUT: &str = "for (const name of ['localStorage', 'sessionStorage']) Object.defineProperty(window, name,
        { get() { throw new DOMException('The operation is insecure.', 'SecurityError'); } });";
    const FULL: &str =
        "Storage.prototype.setItem = () => { throw new DOMException('It is full.', 'QuotaExceededError'); };";
    let page = Page::open(engine, Setup::default()).await;
    for script in [SHUT, FULL] {
        let lacking = Lacking::new(script, &[]).await;
        page.goto(&lacking.site.url("")).await;
        page.until_live().await;
        page.evaluate("$(\"[data-command='theme dark']\").click()").await;
        page.until("root.dataset.settings === 'dark'").await;
        works(&page).await;
        page.reload().await;
        page.assert("!root.dataset.settings").await;
        page.assert_content().await;
    }
}

/// Newer functions that scripts can use but that nothing depends on: everything else works as usual.
async fn without_newer_calls(engine: Engine) {
    let script = "
        delete window.trustedTypes;
        delete Document.prototype.startViewTransition;
        delete Navigator.prototype.share;
        const { showPopover } = HTMLElement.prototype;
        HTMLElement.prototype.showPopover = function () { showPopover.call(this); };
        navigator.serviceWorker.register = async address => { window.registered = address; };";
    let lacking = Lacking::new(script, &[]).await;
    let page = Page::open(engine, Setup::default()).await;
    page.goto(&lacking.site.url("")).await;
    page.until_live().await;
    page.until("window.registered === 'sw.js'").await;
    works(&page).await;
    led_through_a_card(&page).await;
    page.evaluate("$(\"[data-command='order article']\").click()").await;
    page.until("new URLSearchParams(location.search).get('order') === 'article'").await;
    page.evaluate("$('.toolbar [data-command=\"share\"]').click()").await;
    page.until(
        "$('#share_panel').open && isReadable('#share_quote') && !isReadable('[data-command=\"share device\"]')",
    )
    .await;
    page.press(Key::Escape).await;
    page.until("!$('#share_panel').open").await;
    page.assert_content().await;
}

/// Tab leads from a name into its card and out of it to the next link, and back, as it does where a card has a source.
async fn led_through_a_card(page: &Page) {
    let [name, next] = ["#s9 a.mention[href='#stalin']", "#s9 a.mention[href='#stalin'] ~ a"];
    // Keep the pointer out of the way, so that it affects nothing.
    page.move_to(2.0, 2.0).await;
    let before = page.text("location.search").await;
    page.press_on(name, Key::Enter).await;
    page.until(&format!("cardShown() && document.activeElement === $(\"{name}\")")).await;
    page.tabs(1, false).await;
    page.until("document.activeElement.matches('#card :is(a, button)')").await;
    page.tabs(1, true).await;
    page.until(&format!("cardShown() && document.activeElement === $(\"{name}\")")).await;
    page.tabs(1, false).await;
    page.until("document.activeElement.matches('#card :is(a, button)')").await;
    while page.evaluate("document.activeElement.matches('.card-onward a')").await != true {
        page.assert("document.activeElement.closest('#card') !== null").await;
        page.tabs(1, false).await;
        page.settle().await;
    }
    page.tabs(1, false).await;
    page.until(&format!("!cardShown() && document.activeElement === $(\"{next}\") && location.search === '{before}'"))
        .await;
}

/// Engines limit how many history entries a page may write in a given time. What is refused is shown nevertheless, and
/// closing it does not go back over an entry that was never written.
async fn without_room_in_the_history(engine: Engine) {
    let script = "
        for (const name of ['pushState', 'replaceState']) {
            const write = History.prototype[name];
            History.prototype[name] = function (...entry) {
                if (window.refuses) throw new DOMException('Too often.', 'SecurityError');
                write.apply(this, entry);
            };
        }
        window.again = 0;
        const later = setTimeout;
        window.setTimeout = (work, time, ...rest) => {
            if (time === 1000) window.again++;
            return later(work, time, ...rest);
        };";
    let lacking = Lacking::new(script, &[]).await;
    let page = Page::open(engine, Setup::default()).await;
    // Nothing is refused here, however the engine spells the address.
    page.goto(&lacking.site.url("#%3Cscript%3E")).await;
    page.until_live().await;
    page.evaluate("$('#kronstadt summary').click()").await;
    page.until("location.search === '?open=kronstadt'").await;
    page.evaluate("$('#kronstadt summary').click()").await;
    page.until("location.search === ''").await;
    page.assert("window.again === 0").await;
    page.goto(&lacking.site.url("?scope=told")).await;
    page.until_live().await;
    page.goto(&lacking.site.url("")).await;
    page.until_live().await;
    page.evaluate("window.refuses = true").await;
    let name = "#s9 a.mention[href='#stalin']";
    for _ in 0..2 {
        page.click(name).await;
        page.until("cardShown() && $('#card h3').textContent === 'Joseph Stalin' && location.search === ''").await;
        page.press(Key::Escape).await;
        page.until("!cardShown() && location.search === ''").await;
    }
    page.evaluate("$('#kronstadt summary').click()").await;
    page.until("isOpen('kronstadt') && location.search === ''").await;
    page.until("window.again > 0").await;
    // An accepted write then contains everything that is shown, and closing the card goes back over it as usual.
    page.evaluate("window.refuses = false").await;
    page.click(name).await;
    page.until("cardShown() && ['card=stalin', 'open=kronstadt'].every(said => location.search.includes(said))").await;
    page.press(Key::Escape).await;
    page.until("!cardShown() && isOpen('kronstadt') && location.search === '?open=kronstadt'").await;
    page.assert("root.hasAttribute('data-live')").await;
    page.assert_content().await;
}

/// A card, an event, a person who is followed, and the search work.
async fn works(page: &Page) {
    page.click("#s9 a.mention[href='#stalin']").await;
    page.until("cardShown() && $('#card h3').textContent === 'Joseph Stalin' && location.search === '?card=stalin'")
        .await;
    page.press(Key::Escape).await;
    page.until("!cardShown() && location.search === ''").await;
    page.evaluate("$('#kronstadt summary').click()").await;
    page.until("isOpen('kronstadt') && location.search === '?open=kronstadt'").await;
    page.evaluate("$(\"#kamenev [data-command='follow here']\").click()").await;
    page.until("$('.faces [aria-pressed=true]') !== null && !$('.following').hidden").await;
    page.evaluate("$('.search-field').click()").await;
    page.until("document.activeElement === $('#search_input')").await;
    page.type_text("ice axe").await;
    page.until("$$('[data-result]').length > 0").await;
    page.press(Key::Escape).await;
    page.until("!$('#search_panel').open").await;
    page.assert_content().await;
}

/// The oldest Chromium that we support. No builds of Firefox and WebKit that old are available.
async fn the_oldest_engine_shows_all(engine: Engine) {
    if engine != Engine::Chromium {
        return;
    }
    let site = Site::built().await;
    let page = Page::open(engine, Setup { oldest: true, ..Setup::default() }).await;
    page.goto(&site.url("")).await;
    page.until_live().await;
    page.assert("navigator.userAgent.includes('Chrome/123.')").await;
    page.assert("!CSS.supports('position-area: end') && getComputedStyle(root).backgroundColor !== 'rgba(0, 0, 0, 0)'")
        .await;
    works(&page).await;
    led_through_a_card(&page).await;
    page.assert("root.scrollWidth <= innerWidth && !CSS.supports('selector(::details-content)')").await;
    page.evaluate("$('[data-command=\"clear lens\"]').click()").await;
    page.until("$('.following').hidden").await;
    prints_everything(&page).await;
    page.until("$$('.events details[open]').length === 1").await;
}

/// An older Chromium, which no current driver supports: the page writes what it shows into its title, and the browser
/// reports the title.
async fn an_older_engine_reads(engine: Engine) {
    const TELLS: &str = "
        const waiting = setInterval(() => {
            if (!window.complaints.some(complaint => complaint.includes('The program does not start'))) return;
            clearInterval(waiting);
            const shown = selector => [...document.querySelectorAll(selector)].some(part => part.getClientRects().length > 0);
            const { hash } = document.querySelector(\"#s9 a.mention[href='#stalin']\");
            document.querySelector('#kronstadt summary').click();
            document.title = Object.entries({
                agent: navigator.userAgent.match(/Chrome.(\\d+)/)[1],
                program: document.documentElement.hasAttribute('data-live'),
                plain: getComputedStyle(document.body).maxWidth !== 'none',
                needless: shown('[popover], dialog, .toolbar, .timeline-controls, svg'),
                reads: shown('#s1') && shown('#stalin') && shown('#sources') && shown('#kronstadt .event-body'),
                leads: document.querySelector(hash) !== null,
                wide: document.documentElement.scrollWidth > innerWidth,
            }).map(told => told.join(' ')).join(', ');
        }, 50);";
    if engine != Engine::Chromium {
        return;
    }
    let lacking = Lacking::new(TELLS, &[]).await;
    let folder = tempfile::tempdir().unwrap();
    let port = free_port();
    let _browser = Command::new(unpacked("PALIMPSEST_OLDER_CHROMIUM"))
        .args(["--headless", "--no-sandbox", "--disable-gpu", "--no-zygote", "--single-process"])
        .arg(format!("--remote-debugging-port={port}"))
        .arg(format!("--user-data-dir={}", folder.path().display()))
        .arg(lacking.site.url(""))
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .kill_on_drop(true)
        .spawn()
        .unwrap();
    let expected = "\"agent 116, program false, plain true, needless false, reads true, leads true, wide false\"";
    let deadline = Instant::now() + PATIENCE;
    loop {
        let told = pages(port).await.unwrap_or_default();
        if told.contains(expected) {
            return;
        }
        assert!(Instant::now() < deadline, "{told}");
        sleep(POLL).await;
    }
}

/// The pages that a Chromium shows, as its debugging port lists them.
async fn pages(port: u16) -> std::io::Result<String> {
    let mut stream = TcpStream::connect(("127.0.0.1", port)).await?;
    stream.write_all(b"GET /json/list HTTP/1.1\r\nHost: localhost\r\n\r\n").await?;
    let mut answer = vec![0; 16384];
    let length = stream.read(&mut answer).await?;
    Ok(String::from_utf8_lossy(&answer[..length]).into_owned())
}
