//! A part of the page in a frame on another site: it is as high as its content, does not interfere with the page around it,
//! and is shown only by sites that the story names.

use std::fs;

use fantoccini::key::Key;
use palimpsest_publish::{Options, publish};

use crate::engine::{Engine, Setup};
use crate::other_story::copy;
use crate::page::Page;
use crate::security::change;
use crate::site::{Program, Site, Trouble};
use palimpsest_tests::{built, other_story, repository};

journeys!(is_shown_where_it_may_be);

async fn is_shown_where_it_may_be(engine: Engine) {
    // One server with two names counts as two sites, of which the story names one.
    let around = tempfile::tempdir().unwrap();
    fs::write(around.path().join("_headers"), "").unwrap();
    let theirs = Site::serve(around.path(), "/", Program::Sound).await;
    let named = theirs.origin().replace("127.0.0.1", "localhost");

    let [story, folder] = [(); 2].map(|()| tempfile::tempdir().unwrap());
    copy(&other_story(), story.path());
    let embed = format!("embed = [\"{named}\"]\nlanguage = ");
    change(&story.path().join("story.toml"), "language = ", &embed);
    copy(&built(), folder.path());
    let [from, site] = [&story, &folder].map(|folder| folder.path().to_owned());
    let publishing =
        move || publish(&palimpsest_publish::Engine::of_build(&site, repository()), &from, &site, &Options::FINISHED);
    // The publisher starts its own runtime.
    tokio::task::spawn_blocking(publishing).await.unwrap().unwrap();
    // The page's policy would not let the recorder run.
    let ours = Site::troubled(folder.path(), "/", Trouble { unheard: true, ..Trouble::default() }).await;

    let page = format!(
        "<!doctype html><html lang=en><meta charset=utf-8><title>Around</title><link rel=icon href=data:,><input>\
         <iframe src=\"{}\" title=Timeline width=600 height=100></iframe><div style=\"height: 3000px\"></div>\
         <script async src=\"{}\"></script>",
        ours.url("embed.html?show=timeline"),
        ours.url("embed.js"),
    );
    fs::write(around.path().join("index.html"), page).unwrap();
    let page = Page::open(engine, Setup::default()).await;
    page.goto(&format!("{named}/")).await;
    fits(&page).await;
    let closed = page.number("$('iframe').clientHeight").await;

    page.client.enter_frame(0).await.unwrap();
    page.assert("$('#show_timeline') !== null && $('#show_people') === null && localStorage.length === 0").await;
    page.assert(&format!("$('#lamp-lit .link-mark').href === '{}'", ours.url("#lamp-lit"))).await;
    page.assert("$('base').target === '_blank'").await;
    // The frame takes neither keys nor the wheel from the page around it.
    for event in ["KeyboardEvent('keydown', { key: 'k', ctrlKey: true,", "WheelEvent('wheel', { deltaY: 100,"] {
        page.assert(&format!("$('#lamp-lit').dispatchEvent(new {event} bubbles: true, cancelable: true }}))")).await;
    }
    page.click("#lamp-lit summary").await;
    page.until("isOpen('lamp-lit')").await;
    page.client.enter_parent_frame().await.unwrap();
    page.until(&format!("$('iframe').clientHeight > {closed}")).await;
    fits(&page).await;
    // The page around it still receives its keys.
    page.click("input").await;
    page.press(Key::End).await;
    page.assert("document.activeElement === $('input')").await;

    // A single entry, in the narrowest frame.
    page.evaluate("$('iframe').width = 280").await;
    page.evaluate(&format!("$('iframe').src = '{}'", ours.url("embed.html?show=vik"))).await;
    page.client.enter_frame(0).await.unwrap();
    page.until("$$('main h3').map(name => name.textContent).join() === 'Jonas Vik' && $('#vik details').open").await;
    page.assert("innerWidth === 280 && root.scrollWidth <= 280").await;
    page.client.enter_parent_frame().await.unwrap();
    fits(&page).await;
    page.assert_content().await;
    let asked: Vec<String> = ours.asked().into_iter().map(|asked| asked.path).collect();
    assert!(asked.iter().all(|path| ["/embed.html", "/embed.js"].contains(&path.as_str())), "{asked:?}");

    page.goto(&theirs.url("")).await;
    page.until("document.readyState === 'complete'").await;
    page.client.enter_frame(0).await.unwrap();
    page.settle().await;
    page.assert("$('.embed') === null").await;
    page.client.enter_parent_frame().await.unwrap();
    page.assert("$('iframe').clientHeight === 100").await;
}

/// Waits until the frame is as high as its content and needs no scrolling.
async fn fits(page: &Page) {
    page.until("$('iframe').style.height !== ''").await;
    page.client.enter_frame(0).await.unwrap();
    page.until("Math.abs(innerHeight - root.getBoundingClientRect().height) < 1.5 && root.scrollHeight <= innerHeight")
        .await;
    page.client.enter_parent_frame().await.unwrap();
}
