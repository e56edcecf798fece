//! After one visit the page works offline; a new version arrives on the next visit, complete or not at all.

use std::fs;
use std::path::Path;
use std::time::Instant;

use palimpsest_publish::Options;
use tempfile::TempDir;
use tokio::time::sleep;

use crate::engine::Engine;
use crate::other_story::copy;
use crate::page::Page;
use crate::patience::{PATIENCE, POLL};
use crate::security::change;
use crate::site::{Site, Trouble};
use palimpsest_tests::{built, other_story, repository};

journeys!(
    reads_without_network,
    a_new_version_comes_whole,
    a_broken_version_never_comes,
    half_a_version_is_never_shown,
    two_windows_show_one_version,
    a_window_keeps_its_own_version,
    broken_storage_leaves_the_network,
    a_page_served_for_work_removes_it,
);

/// True once the worker answers for the page. WebKit's page learns the state of its worker late.
const KEPT: &str = "navigator.serviceWorker.controller !== null";
/// True once no worker is left. WebKit keeps an empty registration if a page is left while it registers a worker.
const UNKEPT: &str = "navigator.serviceWorker.getRegistrations()
    .then(all => !all.some(({ installing, waiting, active }) => installing || waiting || active))";
/// The names of the caches. The last one records which version is which.
const STORED: &str = "caches.keys().then(names => names.sort())";

/// Checks for a new version now, whether or not there is one.
const LOOK: &str =
    "navigator.serviceWorker.getRegistration().then(registration => registration.update()).catch(() => {})";

/// What the worker recorded: which version was `stored` last, or which is `used`.
fn written_down(what: &str) -> String {
    format!("caches.match('{what}').then(answer => answer.text())")
}

/// True once another version is stored beside the one in use.
fn newer() -> String {
    let [stored, used] = ["stored", "used"].map(written_down);
    format!("Promise.all([{stored}, {used}]).then(([stored, used]) => stored !== used)")
}

/// Checks for a new version until one is stored beside the one in use. Browsers also check on their own: a check that was in
/// progress when the version was published may have seen half of it.
async fn fetch_newer(page: &Page) {
    page.until_later(&format!("{LOOK}.then(() => {})", newer())).await;
}

/// A site in a folder that the test may change, and a window with its page, stored for offline use.
async fn kept(engine: Engine) -> (TempDir, Site, Page) {
    let folder = tempfile::tempdir().unwrap();
    copy(&built(), folder.path());
    let site = Site::troubled(folder.path(), "/read/", Trouble { unheard: true, ..Trouble::default() }).await;
    let page = Page::live(engine, &site).await;
    page.until(KEPT).await;
    (folder, site, page)
}

async fn reads_without_network(engine: Engine) {
    let (_folder, site, page) = kept(engine).await;
    site.go_down();
    page.goto("about:blank").await;
    page.goto(&site.url("")).await;
    page.until_live().await;
    page.goto(&site.url("?card=stalin#s9")).await;
    page.until("cardShown() && $('#card h3').textContent.includes('Stalin')").await;
    page.goto(&site.url("index.html#tenth-congress")).await;
    page.until_live().await;
    page.until("isOpen('tenth-congress') && inView('#tenth-congress')").await;
    page.click("#tenth-congress summary").await;
    page.until("!isOpen('tenth-congress')").await;
    page.click("a.mention[href='#stalin']").await;
    page.until("cardShown() && $('#card h3').textContent.includes('Stalin')").await;
    page.until("$$('main img').length > 0 && $$('main img').every(image => image.complete && image.naturalWidth > 0)")
        .await;
    let faces = "Promise.all(['1em Oswald', '1em \"Palimpsest Text\"', 'italic 1em \"Palimpsest Text\"'].map(face => document.fonts.load(face)))
        .then(all => all.every(faces => faces.length > 0 && faces.every(face => face.status === 'loaded')))";
    assert_eq!(page.evaluate_promise(faces).await, true, "{engine:?}: the fonts are there");
    // The network is really gone.
    let fetched = page.evaluate_promise("fetch('nowhere').then(() => 'came', () => 'refused')").await;
    assert_eq!(fetched, "refused", "{engine:?}");
    // What plays sounds and films asks for parts of a file, which the worker does not have: it leaves them to the network.
    for (headers, expected) in [("{}", "came"), ("{ Range: 'bytes=0-1' }", "refused")] {
        let asking = format!("fetch('manifest.webmanifest', {{ cache: 'no-store', headers: {headers} }})");
        let fetched = page.evaluate_promise(&format!("{asking}.then(() => 'came', () => 'refused')")).await;
        assert_eq!(fetched, expected, "{engine:?}: {headers}");
    }
}

/// Publishes the other story into the folder: a new version of the page, with another picture.
async fn publish(folder: &Path) {
    let site = folder.to_owned();
    let publishing = move || {
        let built = palimpsest_publish::Engine::of_build(&site, repository());
        palimpsest_publish::publish(&built, &other_story(), &site, &Options::FINISHED)
    };
    tokio::task::spawn_blocking(publishing).await.unwrap().unwrap();
}

async fn a_new_version_comes_whole(engine: Engine) {
    let (folder, site, page) = kept(engine).await;
    publish(folder.path()).await;
    // The stored page appears at once, and the new one is fetched meanwhile. If the browser had already checked on its own,
    // this visit may show the new one.
    let early = site.asked().iter().filter(|asked| asked.path == "/read/sw.js").count() > 1;
    visit(&page, &site).await;
    if !early {
        page.assert("document.title.startsWith('Betrayed')").await;
        fetch_newer(&page).await;
        page.assert("document.title.startsWith('Betrayed')").await;
    }
    // The next visit shows the new version and nothing of the old one. A reload is a visit.
    page.reload().await;
    page.until("document.title === 'The Lamp at Skarholm' && root.hasAttribute('data-live')").await;
    page.until(KEPT).await;
    site.go_down();
    visit(&page, &site).await;
    page.assert("document.title === 'The Lamp at Skarholm'").await;
}

async fn a_broken_version_never_comes(engine: Engine) {
    let (folder, site, page) = kept(engine).await;
    publish(folder.path()).await;
    // The version is broken: the page differs from its digest in the worker's list.
    let index = folder.path().join("index.html");
    let sound = fs::read_to_string(&index).unwrap();
    fs::write(&index, sound.replace("Skarholm", "Nowhere")).unwrap();
    // The visits are answered from the cache; it is the new version that asks for the page.
    for _ in 0..2 {
        let before = asked(&site);
        visit(&page, &site).await;
        page.assert("document.title.startsWith('Betrayed')").await;
        // The host is asked after the copy in the browser's cache did not match.
        until_asked(&site, before).await;
    }
    visit(&page, &site).await;
    page.assert("document.title.startsWith('Betrayed')").await;
    page.click("a.mention[href='#stalin']").await;
    page.until("cardShown() && $('#card h3').textContent.includes('Stalin')").await;
    // Once the version is repaired, it is installed. A visit may join a check that is still in progress and that has seen
    // the broken version, so the test checks until the version is stored. Or the visit's own check sees the repaired one,
    // and has stored it already.
    let stored = page.evaluate_promise(&written_down("stored")).await;
    fs::write(&index, sound).unwrap();
    visit(&page, &site).await;
    page.until_later(&format!("{LOOK}.then(() => {}).then(stored => stored !== {stored})", written_down("stored")))
        .await;
    page.reload().await;
    page.until("document.title === 'The Lamp at Skarholm'").await;
}

/// A browser that is closed while it stores a version leaves half of it, and a host may take a version back.
async fn half_a_version_is_never_shown(engine: Engine) {
    let (folder, site, page) = kept(engine).await;
    let first = page.evaluate_promise(STORED).await;
    assert_eq!(first.as_array().unwrap().len(), 2, "{engine:?}: {first}");
    visit(&page, &site).await;
    publish(folder.path()).await;
    fetch_newer(&page).await;
    let leave = "caches.open(`palimpsest ${new URL('.', location).href} half`)
        .then(cache => cache.put('./', new Response('Half a page', { headers: { 'Content-Type': 'text/html' } })))
        .then(() => true)";
    assert_eq!(page.evaluate_promise(leave).await, true, "{engine:?}");
    page.reload().await;
    page.until("document.title === 'The Lamp at Skarholm' && root.hasAttribute('data-live')").await;
    page.until_later("caches.keys().then(names => !names.some(name => name.endsWith(' half')))").await;

    // The previous version is published again. It is still stored, so only the worker is requested.
    copy(&built(), folder.path());
    let before = site.asked().len();
    fetch_newer(&page).await;
    let asked: Vec<_> = site.asked().split_off(before).into_iter().map(|asked| asked.path).collect();
    assert!(
        asked.iter().all(|path| path == "/read/sw.js"),
        "{engine:?}: a version that is stored is fetched again: {asked:?}"
    );
    page.reload().await;
    page.until("document.title.startsWith('Betrayed') && root.hasAttribute('data-live')").await;
    page.until(KEPT).await;
    site.go_down();
    visit(&page, &site).await;
    page.assert("document.title.startsWith('Betrayed')").await;
    page.click("a.mention[href='#stalin']").await;
    page.until("cardShown() && $('#card h3').textContent.includes('Stalin')").await;
}

/// As long as two windows are open, both show the old version.
async fn two_windows_show_one_version(engine: Engine) {
    let (folder, site, page) = kept(engine).await;
    let client = &page.client;
    let first = client.window().await.unwrap();
    let second = client.new_window(true).await.unwrap().handle;
    client.switch_to_window(second.clone()).await.unwrap();
    page.goto(&site.url("#stalin")).await;
    page.until_live().await;
    publish(folder.path()).await;
    page.reload().await;
    fetch_newer(&page).await;
    for _ in 0..2 {
        page.reload().await;
        page.assert("document.title.startsWith('Betrayed')").await;
    }
    client.close_window().await.unwrap();
    client.switch_to_window(first).await.unwrap();
    page.assert("document.title.startsWith('Betrayed')").await;
    page.click("a.mention[href='#stalin']").await;
    page.until("cardShown() && $('#card h3').textContent.includes('Stalin')").await;
    // Now this is the only window.
    page.reload().await;
    page.until("document.title === 'The Lamp at Skarholm' && root.hasAttribute('data-live')").await;
}

/// A second window opens after a new version was stored.
async fn a_window_keeps_its_own_version(engine: Engine) {
    let (folder, site, page) = kept(engine).await;
    visit(&page, &site).await;
    publish(folder.path()).await;
    fetch_newer(&page).await;
    let first = page.client.window().await.unwrap();
    let second = page.client.new_window(true).await.unwrap().handle;
    page.client.switch_to_window(second).await.unwrap();
    page.goto(&site.url("")).await;
    page.until_live().await;
    page.assert("document.title === 'The Lamp at Skarholm'").await;
    page.client.close_window().await.unwrap();
    page.client.switch_to_window(first).await.unwrap();
    site.go_down();
    page.assert("document.title.startsWith('Betrayed')").await;
    let own =
        "Promise.all([...document.querySelectorAll('link[href], main img[src]')].map(({ href, src }) => href ?? src)
        .filter(address => !address.endsWith('.png')).map(address => fetch(address)))
        .then(answers => answers.length > 5 && answers.every(answer => answer.ok))";
    page.until_later(own).await;
    page.click("a.mention[href='#stalin']").await;
    page.until("cardShown() && $('#card h3').textContent.includes('Stalin')").await;
}

/// What is stored can no longer be read, as in browsers whose storage was damaged.
async fn broken_storage_leaves_the_network(engine: Engine) {
    let folder = tempfile::tempdir().unwrap();
    copy(&built(), folder.path());
    let worker = folder.path().join("sw.js");
    let sound = fs::read_to_string(&worker).unwrap();
    fs::write(&worker, format!("caches.match = () => Promise.reject(new Error('it is damaged'));\n{sound}")).unwrap();
    let site = Site::troubled(folder.path(), "/read/", Trouble { unheard: true, ..Trouble::default() }).await;
    let page = Page::live(engine, &site).await;
    page.until(KEPT).await;
    let before = asked(&site);
    visit(&page, &site).await;
    page.assert(KEPT).await;
    assert_eq!(asked(&site), before + 1, "{engine:?}: the page came from the host");
}

/// A development page is served at the address of a finished one: the worker that was left there disappears.
async fn a_page_served_for_work_removes_it(engine: Engine) {
    let (folder, site, page) = kept(engine).await;
    let index = folder.path().join("index.html");
    change(&index, " data-worker=\"sw.js\"", "");
    change(&index, "<title>", "<title>At work: ");
    fs::write(folder.path().join("sw.js"), include_str!("../../crates/publish/src/remover.js")).unwrap();
    page.goto("about:blank").await;
    // The old page appears, and then reloads by itself. WebKit's driver does not always survive a question in between.
    let before = asked(&site);
    page.client.goto(&site.url("")).await.unwrap();
    until_asked(&site, before).await;
    page.until("document.title.startsWith('At work: ') && root.hasAttribute('data-live')").await;
    page.until_later("caches.keys().then(names => names.length === 0)").await;
    page.reload().await;
    page.assert("document.title.startsWith('At work: ') && navigator.serviceWorker.controller === null").await;
    page.until_later(UNKEPT).await;
}

/// How many times the page itself was requested from the host.
fn asked(site: &Site) -> usize {
    site.asked().iter().filter(|asked| asked.path == "/read/").count()
}

/// Waits until the page has been requested from the host again since the count was `before`.
async fn until_asked(site: &Site, before: usize) {
    let deadline = Instant::now() + PATIENCE;
    while asked(site) == before {
        assert!(Instant::now() < deadline, "the page is not asked for");
        sleep(POLL).await;
    }
}

/// Visits the page again.
async fn visit(page: &Page, site: &Site) {
    page.goto("about:blank").await;
    page.goto(&site.url("")).await;
    page.until_live().await;
}
