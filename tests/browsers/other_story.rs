//! The program contains no story: published with the same program, another story makes another page.

use std::fs;
use std::path::Path;

use palimpsest_publish::{Options, publish};

use fantoccini::key::Key;

use crate::engine::Engine;
use crate::page::Page;
use crate::site::{Program, Site, is_program};
use palimpsest_tests::{built, other_story, repository};

journeys!(shows_another_story, lays_out_many_events_when_they_are_near);

async fn shows_another_story(engine: Engine) {
    let folder = tempfile::tempdir().unwrap();
    let site = published(folder.path(), &other_story()).await;
    let page = Page::live(engine, &site).await;
    page.assert("document.title === 'The Lamp at Skarholm'").await;
    page.assert("$('h1').textContent === document.title").await;
    page.assert("$$('.person h3').map(name => name.textContent).join() === 'Ada Brandt,Jonas Vik'").await;
    page.assert("$$('.events > li').map(event => event.id).join() === 'lamp-lit,winter-storm,lamp-out'").await;
    page.assert("!root.textContent.includes('Trotsky')").await;

    page.click("a.mention[href='#vik']").await;
    page.until("cardShown() && $('#card h3').textContent === 'Jonas Vik'").await;
    page.press(Key::Escape).await;
    page.until("!cardShown() && location.search === ''").await;
    page.click("a.mention-event[href='#winter-storm']").await;
    page.until("cardShown() && $('#card .event-title') !== null").await;
    page.click("#card .card-onward a").await;
    page.until("isOpen('winter-storm') && inView('#winter-storm') && !cardShown()").await;
    page.assert_content().await;
}

/// The number of events that are added to the story for [`lays_out_many_events_when_they_are_near`].
const ADDED: usize = 150;

/// Where a browser can draw outside an event that it skips, events are laid out when they come near the window. They read,
/// open and fold as others do, with the date beside them.
async fn lays_out_many_events_when_they_are_near(engine: Engine) {
    let story = tempfile::tempdir().unwrap();
    copy(&other_story(), story.path());
    let mut events = fs::read_to_string(story.path().join("events.toml")).unwrap();
    for number in 0..ADDED {
        let person = if number % 10 == 0 { "\npeople = [\"vik\"]" } else { "" };
        let [year, month] = [1900 + number / 12, number % 12 + 1];
        let event = format!(
            "\n[[event]]\nid = \"watch-{number}\"\ndate = \"{year}-{month:02}\"\ntitle = \"Watch {number}\"\nsummary = \"A month \
             passes.\"\ntext = \"Nothing is in the log.\"{person}\nsources = [\"keepers-log\"]\n"
        );
        events.push_str(&event);
    }
    fs::write(story.path().join("events.toml"), events).unwrap();
    let folder = tempfile::tempdir().unwrap();
    let site = published(folder.path(), story.path()).await;

    let page = Page::live(engine, &site).await;
    page.assert(&format!("$$('.events > .event').length === {}", 3 + ADDED)).await;
    let skips = "CSS.supports('overflow-clip-margin', '1px') ? 'auto' : 'visible'";
    page.assert(&format!(
        "$$('.events > .event').every(event => getComputedStyle(event).contentVisibility === ({skips}))"
    ))
    .await;
    // An event is found at its address, far from everything that was laid out, with its date beside it.
    page.evaluate("location.hash = '#watch-100'").await;
    page.until("isOpen('watch-100') && inView('#watch-100')").await;
    page.assert("isOnTop('#watch-100 .event-date time') && isOnTop('#watch-100 .event-title')").await;
    page.click("#watch-102 summary").await;
    page.until("isOpen('watch-102') && isReadable('#watch-102 .event-body')").await;
    page.evaluate("$(\"#vik [data-command='follow here']\").click()").await;
    page.until("$$('.event:not([hidden])').length < 20 && $('#watch-101').hasAttribute('hidden')").await;
    page.bring("#watch-140").await;
    page.assert("isOnTop('#watch-140 .event-date time') && inView('#watch-140')").await;
    page.assert_content().await;
}

/// Publishes a story with the built program, in a folder, and serves it.
async fn published(folder: &Path, story: &Path) -> Site {
    copy(&built(), folder);
    let before = programs(folder);
    assert!(!before.is_empty());
    let (site, story) = (folder.to_owned(), story.to_owned());
    // The publisher starts its own runtime.
    let publishing =
        move || publish(&palimpsest_publish::Engine::of_build(&site, repository()), &story, &site, &Options::FINISHED);
    tokio::task::spawn_blocking(publishing).await.unwrap().unwrap();
    assert!(programs(folder) == before, "publishing changed the program");
    Site::serve(folder, "/", Program::Sound).await
}

/// The programs in a folder, by name, with their contents.
fn programs(folder: &Path) -> Vec<(String, Vec<u8>)> {
    let mut programs: Vec<_> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| is_program(path))
        .map(|path| (path.display().to_string(), fs::read(path).unwrap()))
        .collect();
    programs.sort();
    programs
}

/// Copies a folder recursively.
pub fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        let target = to.join(entry.file_name());
        if entry.file_type().unwrap().is_dir() {
            copy(&entry.path(), &target);
        } else {
            fs::copy(entry.path(), target).unwrap();
        }
    }
}
