//! Failed requests and crashes: the article stays readable, and everything that is native to the browser works.

use std::fs;
use std::path::Path;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest, Sha256};
use wasm_encoder::MemoryType;
use wasm_encoder::reencode::{Error, Reencode};

use crate::engine::{Engine, Feature, Setup};
use crate::other_story::copy;
use crate::page::Page;
use crate::security::change;
use crate::site::{Delivery, Program, Site, Trouble, is_program};
use crate::without_program::reads;
use palimpsest_tests::built;

journeys!(
    the_page_comes_slowly,
    the_page_is_cut_off,
    the_program_does_not_come,
    the_program_comes_slowly,
    the_program_may_not_run,
    the_engine_knows_no_programs,
    the_program_comes_without_a_type,
    fonts_do_not_come,
    late_styles_do_not_come,
    styles_may_not_apply,
    the_program_stops,
    the_program_finds_no_memory,
);

/// Waits until the start script has reported that the program does not start.
const GAVE_UP: &str = "window.complaints.some(complaint => complaint.includes('The program does not start'))";

async fn reads_with(page: &Page, trouble: Trouble) {
    reads_from(page, &Site::troubled(&built(), "/", trouble).await).await;
}

/// Asserts that the page works without the program, and that no message mentions it.
pub async fn reads_from(page: &Page, site: &Site) {
    page.goto(&site.url("")).await;
    page.until(GAVE_UP).await;
    reads(page).await;
    page.assert("!root.hasAttribute('data-live') && $('.notice').hidden && !$('.notice').innerText").await;
}

/// The article can be read before the rest arrives, and the program takes over once everything is there.
async fn the_page_comes_slowly(engine: Engine) {
    let site = Site::troubled(&built(), "/", Trouble { page: Delivery::Slow, ..Trouble::default() }).await;
    // The second half is sent once the article in the first half can be read.
    let page = Page::live(engine, &site).await;
    page.click("a.mention[href='#stalin']").await;
    page.until("cardShown() && $('#card h3').textContent.includes('Stalin')").await;
    page.assert_content().await;
}

/// The part of the page that arrived can be read, and does not wait for the rest.
async fn the_page_is_cut_off(engine: Engine) {
    let page = Page::open(engine, Setup::default()).await;
    // Cut off in the middle of a sentence, of the people, and of the story's data.
    for (after, last) in [(" made a grab", "#s9"), ("<article id=\"mercader\"", "#s30"), ("[\"Betrayed", "#sources")] {
        let trouble = Trouble { page: Delivery::CutOff(after), ..Trouble::default() };
        let site = Site::troubled(&built(), "/", trouble).await;
        page.goto(&site.url("")).await;
        page.until(&format!("isReadable('#s1') && isReadable('{last}')")).await;
        // The program finds no complete outline, and tells developers so.
        page.until("window.complaints.some(complaint => /was the page cut short|has no #/.test(complaint))").await;
        page.settle().await;
        page.assert("!root.hasAttribute('data-live') && !$('[aria-haspopup]')").await;
        page.assert("$$('.toolbar, .timeline-controls').every(part => !isReadable(part))").await;
        if last != "#s9" {
            page.click("#kronstadt summary").await;
            page.until("isReadable('#kronstadt .event-body')").await;
            page.click("a.mention[href='#stalin']").await;
            page.until("location.hash === '#stalin' && inView('#stalin')").await;
        }
    }
}

async fn the_program_does_not_come(engine: Engine) {
    let page = Page::open(engine, Setup::default()).await;
    for program in [Program::Missing, Program::Corrupt, Program::Changed, Program::CutOff] {
        reads_with(&page, Trouble { program, ..Trouble::default() }).await;
    }
    reads_with(&page, Trouble { missing: Some("js"), ..Trouble::default() }).await;
    // WebKit 2.50 does not check a module against the digest of its preload.
    if engine != Engine::WebKit {
        reads_with(&page, Trouble { changed: Some("js"), ..Trouble::default() }).await;
    }
}

/// The page can be read while half of the program is there, and keeps what was opened until the other half has arrived.
async fn the_program_comes_slowly(engine: Engine) {
    let site = Site::serve(&built(), "/", Program::Slow).await;
    let page = Page::open(engine, Setup::default()).await;
    page.goto(&site.url("")).await;
    reads(&page).await;
    page.assert("!root.hasAttribute('data-live')").await;
    page.click("#kronstadt summary").await;
    page.until("isReadable('#kronstadt .event-body')").await;
    site.release();
    page.until_live().await;
    page.until("isOpen('kronstadt')").await;
    page.evaluate("scrollTo(0, 0)").await;
    page.click("a.mention[href='#stalin']").await;
    page.until("cardShown() && $('#card h3').textContent.includes('Stalin')").await;
    page.assert_content().await;
}

async fn the_program_may_not_run(engine: Engine) {
    let page = Page::open(engine, Setup::default()).await;
    let folder = tempfile::tempdir().unwrap();
    copy(&built(), folder.path());
    // In all policies, because WebKit 2.50 consults only the last one about WebAssembly.
    for file in ["index.html", "_headers"] {
        change(&folder.path().join(file), "'wasm-unsafe-eval'", "");
    }
    reads_from(&page, &Site::serve(folder.path(), "/", Program::Sound).await).await;
}

async fn the_engine_knows_no_programs(engine: Engine) {
    let page = Page::open(engine, Setup { without: Some(Feature::WebAssembly), ..Setup::default() }).await;
    reads_with(&page, Trouble::default()).await;
    page.assert("!('WebAssembly' in window)").await;
}

async fn the_program_comes_without_a_type(engine: Engine) {
    let site = Site::serve(&built(), "/", Program::Untyped).await;
    let page = Page::live(engine, &site).await;
    page.click("a.mention[href='#stalin']").await;
    page.until("cardShown() && $('#card h3').textContent.includes('Stalin')").await;
}

/// Only the italics are missing: the other fonts come with the styles.
///
/// An engine asks for a font when it lays out a text that needs it, and the first screen needs no italics. Fonts of the
/// reader's system that stand in for ours may be missing as well, so the test asks for the italics by name.
async fn fonts_do_not_come(engine: Engine) {
    let site = Site::troubled(&built(), "/", Trouble { missing: Some("woff2"), ..Trouble::default() }).await;
    let page = Page::live(engine, &site).await;
    page.bring(".stop-text em").await;
    page.until("fontIs('error', 'Palimpsest Text', 'italic')").await;
    page.assert("isReadable('h1') && isReadable('#s4')").await;
    page.click("a.mention[href='#stalin']").await;
    page.until("cardShown() && $('#card h3').textContent.includes('Stalin')").await;
}

/// The page can be read in the styles of its first screen.
async fn late_styles_do_not_come(engine: Engine) {
    let site = Site::troubled(&built(), "/", Trouble { missing: Some("css"), ..Trouble::default() }).await;
    let page = Page::live(engine, &site).await;
    page.assert("isReadable('h1') && isReadable('#s4') && !isReadable('#kronstadt .event-body')").await;
    page.assert(
        "getComputedStyle($('.doors a')).borderStyle === 'solid' && getComputedStyle($('#card')).position !== 'static'",
    )
    .await;
    page.click("a.mention[href='#stalin']").await;
    page.until("cardShown() && $('#card h3').textContent.includes('Stalin')").await;
}

async fn styles_may_not_apply(engine: Engine) {
    let policy = Some("style-src 'none'");
    let site = Site::troubled(&built(), "/", Trouble { policy, ..Trouble::default() }).await;
    let page = Page::live(engine, &site).await;
    page.assert("getComputedStyle($('#article')).backgroundColor === 'rgba(0, 0, 0, 0)'").await;
    let text = page.find("#article").await.text().await.unwrap();
    let story = palimpsest_tests::story();
    for sentence in story.article.sentences() {
        assert!(text.contains(&sentence.text()), "{engine:?}: does not read: {}", sentence.text());
    }
    page.assert("!isReadable('#kronstadt .event-body')").await;
    page.click("#kronstadt summary").await;
    page.until("isReadable('#kronstadt .event-body')").await;
}

/// The page is as it was printed, with a one-line notice.
const STOPPED: &str = "!root.hasAttribute('data-live') && isReadable('.notice-stopped p')";

async fn the_program_stops(engine: Engine) {
    let site = Site::built().await;
    let page = Page::live(engine, &site).await;
    page.evaluate("$(\"#kamenev [data-command='follow here']\").click()").await;
    page.until("$('.faces [aria-pressed=true]') !== null").await;
    page.evaluate("$(\"[data-command='others show']\").click()").await;
    page.until("!$('#kronstadt').hasAttribute('hidden') && isStill()").await;
    page.click("#kronstadt summary").await;
    page.until("isOpen('kronstadt')").await;
    page.bring("#s9 a.mention[href='#stalin']").await;
    page.evaluate("$(\"#s9 a.mention[href='#stalin']\").focus({ preventScroll: true })").await;
    let place = page.number("$('#s9').getBoundingClientRect().top").await;

    // Yew treats a node that cannot be inserted as a bug of its own, and panics.
    page.evaluate("window.insert = Node.prototype.insertBefore").await;
    page.evaluate("Node.prototype.insertBefore = () => { throw new Error('out of order') }").await;
    page.evaluate("$(\"#s9 a.mention[href='#stalin']\").click()").await;
    page.until(STOPPED).await;
    page.evaluate("Node.prototype.insertBefore = window.insert").await;
    page.until(
        "!cardShown() && !$('.faces [aria-pressed=true]') && isOpen('kronstadt') && $('.notice').role === 'status'",
    )
    .await;
    page.assert(&format!("Math.abs($('#s9').getBoundingClientRect().top - {place}) <= 2")).await;
    page.assert("document.activeElement === $(\"#s9 a.mention[href='#stalin']\")").await;
    page.assert("$$('#article a.mention').every(link => !link.ariaHasPopup)").await;
    page.assert("$('.notice').innerText.trim() === 'Part of this page has stopped working. All of it can still be read. Load again'")
        .await;

    // Whatever the reader does, the stopped program is not called again; the browser handles it.
    let told = page.number("window.complaints.length").await;
    assert!(told > 0.0, "{engine:?}: developers are told");
    page.click("#s9 a.mention[href='#stalin']").await;
    page.until("location.hash === '#stalin' && inView('#stalin')").await;
    page.back().await;
    page.until("location.hash !== '#stalin'").await;
    page.evaluate("$('#kronstadt summary').click()").await;
    page.until("!isReadable('#kronstadt .event-body')").await;
    page.click("a.mention-event[href='#tenth-congress']").await;
    page.until("location.hash === '#tenth-congress' && inView('#tenth-congress')").await;
    page.settle().await;
    page.assert(&format!("window.complaints.length === {told}")).await;

    let address = page.text("location.href").await;
    page.evaluate("window.isOld = true").await;
    page.click(".notice-stopped button").await;
    page.until("!window.isOld && root.hasAttribute('data-live') && $('.notice').hidden").await;
    page.until(&format!("location.href === '{address}'")).await;
}

async fn the_program_finds_no_memory(engine: Engine) {
    let page = Page::open(engine, Setup::default()).await;
    // No memory beyond the initial memory, and one page, which is used up while the program takes over.
    for pages in [0, 1] {
        let folder = tempfile::tempdir().unwrap();
        copy(&built(), folder.path());
        cramp(folder.path(), pages);
        let site = Site::serve(folder.path(), "/", Program::Sound).await;
        page.goto(&site.url("")).await;
        page.until(STOPPED).await;
        page.assert("isReadable('#s4') && !isReadable('.timeline-controls')").await;
        page.click("a.mention[href='#stalin']").await;
        page.until("location.hash === '#stalin' && inView('#stalin')").await;
    }
}

/// Limits the memory of a site's program to this many pages of 64 KiB beyond its initial memory.
fn cramp(site: &Path, pages: u64) {
    struct Cramping(u64);

    impl Reencode for Cramping {
        type Error = std::convert::Infallible;

        fn memory_type(&mut self, memory: wasmparser::MemoryType) -> Result<MemoryType, Error<Self::Error>> {
            Ok(MemoryType { maximum: Some(memory.initial + self.0), ..memory.into() })
        }
    }

    let file = fs::read_dir(site).unwrap().map(|entry| entry.unwrap().path()).find(|path| is_program(path)).unwrap();
    let program = fs::read(&file).unwrap();
    let mut module = wasm_encoder::Module::new();
    Cramping(pages).parse_core_module(&mut module, wasmparser::Parser::new(0), &program).unwrap();
    let cramped = module.finish();
    // The page vouches for the changed program, too.
    let digest = |program: &[u8]| ["sha256-", &STANDARD.encode(Sha256::digest(program))].concat();
    change(&site.join("index.html"), &digest(&program), &digest(&cramped));
    fs::write(file, cramped).unwrap();
}
