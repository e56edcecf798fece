//! Whole runs: into a site as Trunk leaves it, and again over what an earlier run finished.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use palimpsest_publish::{Options, publish};
use tempfile::TempDir;

/// What Trunk leaves of `index.html`, with one style sheet and no program.
const BUILT: &str = "<!doctype html><html lang=en><head><meta charset=utf-8><title>T</title>\
    <link rel=stylesheet href=styles/tokens.css><link rel=manifest href=manifest.webmanifest></head>\
    <body><div id=reader></div></body></html>";

fn project() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

fn built() -> TempDir {
    let site = tempfile::tempdir().expect("a folder");
    fs::write(site.path().join("index.html"), BUILT).expect("written");
    fs::write(site.path().join("manifest.webmanifest"), "{}").expect("written");
    site
}

/// Publishes a story there, and returns the page.
fn published(site: &Path, story: &Path) -> String {
    publish(&Options { site, story, project: &project(), strict: true }).expect("the story is published");
    fs::read_to_string(site.join("index.html")).expect("there is a page")
}

/// A copy of the real story whose article ends with this paragraph.
fn story_with(paragraph: &str) -> TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    copy(&project().join("story"), folder.path());
    let article = folder.path().join("article.md");
    let text = fs::read_to_string(&article).expect("there is an article");
    fs::write(&article, format!("{text}\n{paragraph}\n")).expect("written");
    folder
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).expect("made");
    for entry in fs::read_dir(from).expect("the folder can be listed") {
        let entry = entry.expect("an entry");
        let target = to.join(entry.file_name());
        if entry.path().is_dir() {
            copy(&entry.path(), &target);
        } else {
            fs::copy(entry.path(), target).expect("copied");
        }
    }
}

/// The files of a site, by their paths.
fn files(folder: &Path) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    for prefix in ["", "fonts/"] {
        for entry in fs::read_dir(folder.join(prefix)).expect("the folder can be listed") {
            let entry = entry.expect("an entry");
            if entry.path().is_file() {
                found.insert(format!("{prefix}{}", entry.file_name().to_string_lossy()));
            }
        }
    }
    found
}

#[test]
fn prose_that_names_files_stays_as_it_was_written() {
    const PROSE: &str = "The files sw.js, poster.svg and fonts/pt-serif.woff2 are named here.";
    let site = built();
    let page = published(site.path(), story_with(PROSE).path());
    assert!(
        page.contains("The files sw.js, poster.svg and fonts/pt-serif.woff2 are named here."),
        "the prose is as it was"
    );
    let loads = |start: &str| page.contains(&format!("src=\"{start}-")) || page.contains(&format!("url({start}-"));
    assert!(loads("poster") && loads("fonts/pt-serif"), "what is loaded has another name");
    let worker = fs::read_to_string(site.path().join("sw.js")).expect("there is a worker");
    assert!(!worker.contains("\"sw.js\""), "a file that prose names is not loaded: {worker}");
}

#[test]
fn another_story_leaves_nothing_of_the_first() {
    let site = built();
    published(site.path(), &project().join("story"));
    let first = files(site.path());
    assert!(first.iter().any(|name| name.starts_with("poster-")) && first.contains("social.png"), "{first:?}");
    // Somebody else's, one of them under a name like ours.
    let theirs = ["robots.txt", "poster-0123456789abcdef.svg"];
    for name in theirs {
        fs::write(site.path().join(name), "theirs").expect("written");
    }

    published(site.path(), &project().join("tests/fixtures/other-story"));
    let second = files(site.path());
    let fresh = built();
    published(fresh.path(), &project().join("tests/fixtures/other-story"));
    let mut expected = files(fresh.path());
    expected.extend(theirs.map(str::to_owned));
    assert_eq!(second, expected);
}

#[test]
fn publishing_again_changes_nothing() {
    let site = built();
    let page = published(site.path(), &project().join("story"));
    let before = files(site.path());
    assert!(published(site.path(), &project().join("story")) == page);
    assert_eq!(files(site.path()), before);
}

#[test]
fn a_page_that_is_served_for_development_has_its_fonts() {
    let site = built();
    let (project, story) = (project(), project().join("story"));
    publish(&Options { site: site.path(), story: &story, project: &project, strict: false }).expect("it is published");
    let page = fs::read_to_string(site.path().join("index.html")).expect("there is a page");
    for name in ["fonts/oswald.woff2", "fonts/pt-serif.woff2", "fonts/pt-serif-italic.woff2"] {
        assert!(page.contains(&format!("url({name})")) && site.path().join(name).is_file(), "{name}");
    }
}
