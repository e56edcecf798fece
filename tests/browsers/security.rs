//! The content security policy: injected content neither runs nor loads, no other site can frame the page, and real
//! servers send it.

use std::fs;
use std::path::Path;

use fantoccini::key::Key;
use palimpsest_publish::Host;
use serde_json::{Map, Value};

use crate::engine::{Engine, Setup};
use crate::other_story::copy;
use crate::page::Page;
use crate::patience::PATIENCE;
use crate::site::{Program, Site};
use palimpsest_tests::built;
use palimpsest_tests::host::Server;

journeys!(
    refuses_what_is_not_its_own,
    is_shown_by_no_other_site,
    works_as_hosts_serve_it,
    opens_whatever_is_asked,
    opens_whatever_is_stored
);

async fn refuses_what_is_not_its_own(engine: Engine) {
    let page = Page::open(engine, Setup::default()).await;
    // Without a policy, all attempts succeed, so it is the policy that refuses them.
    let (outcomes, _, _open) = attempts(&page, false).await;
    let refused: Vec<_> = outcomes.iter().filter(|(_, outcome)| *outcome != "done").collect();
    assert!(refused.is_empty() && outcomes.len() == 13, "{engine:?}: without a policy: {outcomes:#?}");

    let (outcomes, complaints, _) = attempts(&page, true).await;
    assert!(outcomes.values().all(|outcome| outcome != "done"), "{engine:?}: {outcomes:#?}");
    // All engines tested here enforce that text does not become markup.
    for (attempt, error) in [("eval", "EvalError"), ("function", "EvalError"), ("markup", "TypeError")] {
        assert_eq!(outcomes[attempt], error, "{engine:?}: {attempt}");
    }
    for directive in [
        "require-trusted-types-for",
        "style-src-attr",
        "style-src-elem",
        "connect-src",
        "img-src",
        "frame-src",
        "base-uri",
    ] {
        let told = complaints.iter().any(|complaint| complaint.contains(&format!("policy: {directive} forbids")));
        assert!(told, "{engine:?}: no report of {directive}: {complaints:#?}");
    }
}

/// Returns the outcome of each attempt in `breaches.js`, by its name, the errors that the page reports, and the site, so
/// that it keeps answering what the page still requests.
async fn attempts(page: &Page, with_policy: bool) -> (Map<String, Value>, Vec<String>, Site) {
    let folder = tempfile::tempdir().unwrap();
    copy(&built(), folder.path());
    // Files of the site itself may run, so the attempts are made from one.
    fs::write(folder.path().join("breaches.js"), include_str!("breaches.js")).unwrap();
    change(&folder.path().join("index.html"), "<title>", "<script src=breaches.js></script><title>");
    if !with_policy {
        change(&folder.path().join("index.html"), "http-equiv=\"Content-Security-Policy\"", "name=none");
        change(&folder.path().join("_headers"), "Content-Security-Policy", "X-None");
    }
    let site = Site::serve(folder.path(), "/", Program::Sound).await;
    page.goto(&site.url("")).await;
    page.until_live().await;
    page.assert_content().await;
    let elsewhere = site.url("").replace("127.0.0.1", "localhost");
    // Attempts that succeed are waited for. Those that are refused give no result, but the page reports them.
    let patience = if with_policy { 1000 } else { PATIENCE.as_millis() };
    let script = format!(
        "const done = arguments[0]; attempts('{elsewhere}', {patience}).then(done, error => done(String(error)))"
    );
    let outcomes = page.client.execute_async(&script, Vec::new()).await.unwrap();
    let Value::Object(outcomes) = outcomes else { panic!("{outcomes}") };
    (outcomes, page.complaints().await, site)
}

/// Replaces the first occurrence of a text in a file.
pub fn change(file: &Path, from: &str, to: &str) {
    let text = fs::read_to_string(file).unwrap();
    assert!(text.contains(from), "{from} is not in {}", file.display());
    fs::write(file, text.replacen(from, to, 1)).unwrap();
}

async fn is_shown_by_no_other_site(engine: Engine) {
    let site = Site::built().await;
    let page = Page::open(engine, Setup::default()).await;
    for (host, is_shown) in [("127.0.0.1", true), ("localhost", false)] {
        // The same server under another name is another site.
        let around = site.narrow_url().replace("127.0.0.1", host).replace("?/", &format!("?{}", site.url("")));
        page.goto(&around).await;
        page.until("document.readyState === 'complete'").await;
        page.client.enter_frame(0).await.unwrap();
        if is_shown {
            page.until("root.hasAttribute('data-live')").await;
        } else {
            page.settle().await;
            page.assert("$('#reader') === null").await;
        }
        page.client.enter_parent_frame().await.unwrap();
    }
}

async fn works_as_hosts_serve_it(engine: Engine) {
    let page = Page::open(engine, Setup::default()).await;
    for host in [Host::Nginx, Host::Caddy] {
        let server = Server::start(host, &built());
        page.goto(&format!("{}/", server.origin())).await;
        page.until_live().await;
        page.click("a.mention[href='#stalin']").await;
        page.until("cardShown()").await;
        if engine == Engine::Chromium {
            assert_eq!(page.log().await, Vec::<String>::new(), "{host:?}");
        }
    }
}

/// Others can write addresses and storage. Nothing in them becomes markup or script, or stops the page.
async fn opens_whatever_is_asked(engine: Engine) {
    let site = Site::built().await;
    let page = Page::open(engine, Setup::default()).await;
    let long = "kronstadt,".repeat(500);
    for address in [
        "?follow=__proto__&order=%3Csvg%20onload=alert(1)%3E&scope=constructor".to_owned(),
        "?years=-99999999999999999999-99999999999999999999&open=%00%ff%E2%80%AE".to_owned(),
        format!("?open={long}&card={long}#{long}"),
        "?card=stalin.4294967296,javascript:alert(1)#s9'\"><img src=x onerror=window.ran=1>".to_owned(),
        "?follow&&==?#?card=stalin#%".to_owned(),
    ] {
        page.goto("about:blank").await;
        page.client.goto(&site.url(&address)).await.unwrap();
        page.until_live().await;
        page.settle().await;
        page.assert("!window.ran && $('#reader h1').textContent !== ''").await;
        page.assert(
            "!$('#reader script:not(.opening > link + script), #reader iframe, #reader [onerror], #reader [onload]')",
        )
        .await;
        page.assert_content().await;
    }
}

async fn opens_whatever_is_stored(engine: Engine) {
    let site = Site::built().await;
    let page = Page::live(engine, &site).await;
    for stored in [
        "'<img src=x onerror=window.ran=1>'",
        "'dark'.repeat(500000)",
        "'__proto__ constructor \\u202e \\u0000 dark'",
        "'light dark large small'",
    ] {
        page.evaluate(&format!("localStorage.setItem('palimpsest.settings', {stored})")).await;
        page.evaluate("history.replaceState({ spot: '<b>', scroll: 1e308, number: -1, index: 'x' }, '')").await;
        page.reload().await;
        page.until("/^((light|dark|small|large|larger)( |$))*$/.test(root.dataset.settings)").await;
        page.assert("!window.ran").await;
        page.click("a.mention[href='#stalin']").await;
        page.until("cardShown()").await;
        page.press(Key::Escape).await;
        page.until("!cardShown() && location.search === ''").await;
        page.assert_content().await;
    }
}
