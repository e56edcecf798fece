//! Pages that are opened from a disk: the page in one file, with its program, and the finished site, which can be read there
//! without its program.

use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use fantoccini::key::Key;
use tempfile::TempDir;

use crate::engine::{Engine, Setup};
use crate::other_story::copy;
use crate::page::Page;
use palimpsest_publish::fold;
use palimpsest_tests::built;

journeys!(opens_from_a_disk, works_where_little_is_allowed, the_site_reads_from_a_disk);

const ADDRESS: &str = "https://example.org/trotsky/";
/// Names that need escaping in an address.
const FOLDER: &str = "a folder & 100 % #1";
const FILE: &str = "Часы на башне.html";

/// Records what is copied.
const CLIPBOARD: &str = "void Object.defineProperty(navigator, 'clipboard', { configurable: true,
    value: { writeText: async words => { window.copied = words; } } })";

/// Imitates a strict viewer of files: nothing can be stored, and the address cannot change.
const STRICT: &str = "
    Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('', 'SecurityError'); } });
    for (const name of ['pushState', 'replaceState']) {
        const write = history[name].bind(history);
        history[name] = (state, title, address) => {
            if (address != null && address !== location.href) throw new DOMException('', 'SecurityError');
            write(state, title);
        };
    }";

/// A page on a disk.
struct Disk {
    _folder: TempDir,
    address: String,
}

impl Disk {
    /// The page as one file, published at `address`, with `script` before all other scripts.
    fn single(address: Option<&str>, script: &str) -> Self {
        let site = tempfile::tempdir().unwrap();
        copy(&built(), site.path());
        let link = address.map(|address| format!("<link rel=canonical href=\"{address}\">")).unwrap_or_default();
        change(&site.path().join("index.html"), "</title>", &format!("</title>{link}"));
        let file = fold(site.path()).unwrap();
        let folder = tempfile::tempdir().unwrap();
        fs::create_dir(folder.path().join(FOLDER)).unwrap();
        let path = folder.path().join(FOLDER).join(FILE);
        fs::write(&path, file).unwrap();
        Self::record(folder, &path, script)
    }

    /// The finished site.
    fn site() -> Self {
        let folder = tempfile::tempdir().unwrap();
        copy(&built(), folder.path());
        let path = folder.path().join("index.html");
        Self::record(folder, &path, "")
    }

    /// Adds the recorder before the policy, which therefore need not allow it.
    fn record(folder: TempDir, path: &Path, script: &str) -> Self {
        change(
            path,
            "<meta charset",
            &format!("<script>{}{script}</script><meta charset", include_str!("recorder.js")),
        );
        let mut address = "file://".to_owned();
        for byte in path.to_str().unwrap().bytes() {
            let is_plain = byte.is_ascii_alphanumeric() || b"/-_.".contains(&byte);
            // Writing to a string cannot fail.
            let _ = if is_plain { write!(address, "{}", char::from(byte)) } else { write!(address, "%{byte:02X}") };
        }
        Self { _folder: folder, address }
    }
}

/// Replaces the first occurrence of a text in a file.
fn change(file: &Path, from: &str, to: &str) {
    let text = fs::read_to_string(file).unwrap();
    assert!(text.contains(from), "{}: {from}", file.display());
    fs::write(file, text.replacen(from, to, 1)).unwrap();
}

/// The fonts that come within the styles.
const OWN_FONTS: &str = "fontIs('loaded', 'Oswald') && fontIs('loaded', 'Palimpsest Text')";

/// With its program, cards, events, search and addresses work as they do on a server, and what is copied names the published
/// page.
async fn opens_from_a_disk(engine: Engine) {
    let disk = Disk::single(Some(ADDRESS), "");
    let page = Page::open(engine, Setup::default()).await;
    page.goto(&disk.address).await;
    page.until_live().await;
    page.assert("location.protocol === 'file:' && $('#reader h1').getClientRects().length === 1").await;
    page.until(OWN_FONTS).await;

    page.click("a.mention[href='#stalin']").await;
    page.until("cardShown() && location.search === '?card=stalin'").await;
    page.back().await;
    page.until("!cardShown() && location.search === ''").await;
    page.click("#kronstadt summary").await;
    page.until("isOpen('kronstadt')").await;

    page.evaluate(CLIPBOARD).await;
    page.click("#kronstadt .link-mark").await;
    page.until(&format!("window.copied === '{ADDRESS}#kronstadt'")).await;
    page.click("#link_copied button").await;
    page.until("$('#share_panel').open").await;
    page.assert(&format!("$('#share_citation').value.includes('{ADDRESS}#kronstadt')")).await;
    page.assert("$$('#share_panel input, #share_panel textarea').every(field => !field.value.includes('file:'))").await;
    page.assert(&format!("$$('a[download]').every(link => link.href.startsWith('{ADDRESS}'))")).await;
    page.press(Key::Escape).await;
    page.until("!$('#share_panel').open").await;

    page.chord(Key::Control, 'k').await;
    page.until("$('#search_panel').open && document.activeElement === $('#search_input')").await;
    page.type_text("Кронштадт").await;
    page.until("$('[data-result=kronstadt]') !== null").await;
    page.press(Key::Escape).await;
    page.until("!$('#search_panel').open").await;
    // All files may share one storage, so each page has a key of its own there.
    page.evaluate("$(\"[data-command='theme dark']\").click()").await;
    page.until("root.dataset.settings === 'dark'").await;
    page.assert(
        "localStorage.getItem(`palimpsest.settings${root.dataset.story}`) === 'dark' && root.dataset.story !== ''",
    )
    .await;
    page.assert("localStorage.getItem('palimpsest.settings') === null").await;
    page.evaluate("$(\"[data-command='theme system']\").click()").await;
    page.assert_content().await;

    page.goto("about:blank").await;
    page.goto(&format!("{}?order=article#kronstadt", disk.address)).await;
    page.until_live().await;
    page.until("isOpen('kronstadt') && $(\"[data-command='order article']\").checked").await;
    // WebKit opens the event, but stays at the top of a file.
    if engine != Engine::WebKit {
        page.until("inView('#kronstadt')").await;
    }
    page.assert_content().await;
}

/// The page has no published address, and neither the storage nor the address may change.
async fn works_where_little_is_allowed(engine: Engine) {
    let disk = Disk::single(None, STRICT);
    let page = Page::open(engine, Setup::default()).await;
    page.goto(&disk.address).await;
    page.until_live().await;
    page.click("a.mention[href='#stalin']").await;
    page.until("cardShown() && location.search === ''").await;
    page.back().await;
    page.until("!cardShown()").await;
    page.assert("!isReadable('#kronstadt .link-mark') && $$('a[download]').every(link => !isReadable(link))").await;
    page.press_on(".toolbar [data-command='share']", Key::Enter).await;
    page.until("$('#share_panel').open && isReadable('#share_citation')").await;
    page.assert("!isReadable('#share_address') && !isReadable(\"[data-command='share device']\")").await;
    page.assert("$$('#share_panel input, #share_panel textarea').every(field => !field.value.includes('file:'))").await;
    page.press(Key::Escape).await;
    page.until("!$('#share_panel').open").await;
    page.evaluate("$(\"[data-command='theme dark']\").click()").await;
    page.until("root.dataset.settings === 'dark'").await;
    page.assert_content().await;
}

/// Browsers load no program from a disk: the page is as it was printed, in its own fonts, and reports no error.
async fn the_site_reads_from_a_disk(engine: Engine) {
    let disk = Disk::site();
    let page = Page::open(engine, Setup::default()).await;
    page.goto(&disk.address).await;
    page.until("document.readyState === 'complete'").await;
    page.settle().await;
    page.assert("!root.hasAttribute('data-live') && $$('.event-summary').every(summary => isReadable(summary))").await;
    page.assert("$$('.toolbar, .timeline-controls').every(part => !isReadable(part))").await;
    page.until(OWN_FONTS).await;
    page.click("#kronstadt summary").await;
    page.until("isReadable('#kronstadt .event-body')").await;
    page.click("a.mention[href='#stalin']").await;
    page.until("location.hash === '#stalin' && inView('#stalin')").await;
    page.assert_content().await;
}
