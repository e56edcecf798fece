//! The program contains no story: published with the same program, another story makes another page.

use std::fs;
use std::path::Path;

use palimpsest_publish::{Options, publish};

use fantoccini::key::Key;

use crate::engine::Engine;
use crate::page::Page;
use crate::site::{Program, Site, is_program};
use palimpsest_tests::{built, other_story, repository};

journeys!(shows_another_story);

async fn shows_another_story(engine: Engine) {
    let folder = tempfile::tempdir().unwrap();
    copy(&built(), folder.path());
    let before = programs(folder.path());
    let site = folder.path().to_owned();
    // The publisher starts its own runtime.
    let publishing = move || {
        publish(&palimpsest_publish::Engine::of_build(&site, repository()), &other_story(), &site, &Options::FINISHED)
    };
    tokio::task::spawn_blocking(publishing).await.unwrap().unwrap();
    assert!(!before.is_empty());
    assert!(programs(folder.path()) == before, "publishing changed the program");

    let site = Site::serve(folder.path(), "/", Program::Sound).await;
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
