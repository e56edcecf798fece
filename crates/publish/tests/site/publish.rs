//! Whole runs: into a site as Trunk leaves it, and again over what an earlier run finished.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use palimpsest_publish::{Engine, Options, media_type, publish};
use tempfile::TempDir;

use super::{copy, project, template};

/// Publishes a story there, and returns the page.
fn published(site: &Path, story: &Path) -> String {
    publish(&Engine::of_build(site, &project()), story, site, &Options::FINISHED).expect("the story is published");
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

/// The files of a site, by their paths.
fn files(folder: &Path) -> BTreeSet<String> {
    palimpsest_publish::files(folder).expect("the folder can be listed").into_iter().collect()
}

#[test]
fn prose_that_names_files_stays_as_it_was_written() {
    const PROSE: &str = "The files sw.js, poster.svg and fonts/pt-serif-italic.woff2 are named here.";
    let site = template();
    let page = published(site.path(), story_with(PROSE).path());
    assert!(
        page.contains("The files sw.js, poster.svg and fonts/pt-serif-italic.woff2 are named here."),
        "the prose is as it was"
    );
    assert!(page.contains("src=\"poster-"), "what is loaded has another name");
    let sheet = fs::read_to_string(site.path().join(sheet(&page, "fonts-"))).expect("there are fonts");
    assert!(sheet.contains("url(fonts/pt-serif-italic-"), "by the page's sheets, too");
    let worker = fs::read_to_string(site.path().join("sw.js")).expect("there is a worker");
    assert!(!worker.contains("\"sw.js\""), "a file that prose names is not loaded: {worker}");
}

#[test]
fn another_story_leaves_nothing_of_the_first() {
    let site = template();
    published(site.path(), &project().join("story"));
    let first = files(site.path());
    assert!(first.iter().any(|name| name.starts_with("poster-")) && first.contains("social.png"), "{first:?}");
    // Somebody else's, one of them under a name like ours.
    let theirs = ["robots.txt", "poster-0123456789abcdef.svg"];
    for name in theirs {
        fs::write(site.path().join(name), "theirs").expect("written");
    }

    // It has a table and no journey, so it needs other style sheets.
    let story = project().join("tests/fixtures/magazine");
    let page = published(site.path(), &story);
    let late = fs::read_to_string(site.path().join(sheet(&page, "styles-"))).expect("there are late styles");
    assert!(late.contains(".table") && !late.contains(".journey-map"), "{late}");
    let fresh = template();
    assert!(published(fresh.path(), &story) == page, "the page is another");
    let mut expected = files(fresh.path());
    expected.extend(theirs.map(str::to_owned));
    assert_eq!(files(site.path()), expected);
}

#[test]
fn the_editors_own_files_stay_and_do_no_harm() {
    let site = template();
    let page = published(site.path(), &project().join("story"));
    let theirs = ["CNAME", ".nojekyll", "clip.mov", ".git/HEAD"];
    fs::create_dir(site.path().join(".git")).expect("made");
    for name in theirs {
        fs::write(site.path().join(name), "theirs").expect("written");
    }
    assert!(published(site.path(), &project().join("story")) == page);
    for name in theirs {
        assert_eq!(fs::read_to_string(site.path().join(name)).expect("it stays"), "theirs", "{name}");
    }
}

#[test]
fn every_published_file_has_a_known_type() {
    let site = template();
    for story in ["story", "examples/kiel-1918"] {
        let options = Options { book: true, ..Options::FINISHED };
        publish(&Engine::of_build(site.path(), &project()), &project().join(story), site.path(), &options)
            .expect("the story is published");
        let record = fs::read_to_string(site.path().join(".published")).expect("there is a record");
        let names: Vec<_> = record.lines().filter_map(|line| line.split_once("  ")).map(|(_, name)| name).collect();
        assert!(names.contains(&"data/article.epub"), "{names:?}");
        for name in names {
            assert!(media_type(name).is_some(), "{name}: its type is in no list, and hosts would not know it either");
        }
    }
}

#[test]
fn publishing_again_changes_nothing() {
    let site = template();
    let page = published(site.path(), &project().join("story"));
    let before = files(site.path());
    assert!(published(site.path(), &project().join("story")) == page);
    assert_eq!(files(site.path()), before);
    let late = fs::read_to_string(site.path().join(sheet(&page, "styles-"))).expect("there are late styles");
    assert!(late.contains("var(--stand-in-text)"), "{late}");
}

#[test]
fn a_page_that_is_served_for_development_has_its_fonts() {
    let site = template();
    let engine = Engine::of_build(site.path(), &project());
    publish(&engine, &project().join("story"), site.path(), &Options::SERVED).expect("it is published");
    let page = fs::read_to_string(site.path().join("index.html")).expect("there is a page");
    let sheet = fs::read_to_string(site.path().join(sheet(&page, "fonts."))).expect("there are fonts");
    let italic = "fonts/pt-serif-italic.woff2";
    assert!(sheet.contains(&format!("url({italic})")) && site.path().join(italic).is_file(), "{sheet}");
    assert_eq!(sheet.matches("url(data:font/woff2;base64,").count(), 2);
}

/// The style sheet that the page loads under a name that starts so.
fn sheet<'page>(page: &'page str, start: &str) -> &'page str {
    let links = page.split("<link rel=\"stylesheet\" href=\"").skip(1);
    let mut names = links.filter_map(|rest| rest.split('"').next());
    names.find(|name| name.starts_with(start)).expect("the page loads it")
}

/// The content of a `<meta>` of a page; empty where there is none.
fn content<'page>(page: &'page str, name: &str) -> &'page str {
    let start = page.find(&format!("\"{name}\" content=\"")).map(|at| at + name.len() + "\"\" content=\"".len());
    start.and_then(|start| page[start..].split('"').next()).unwrap_or_default()
}

#[test]
fn an_engine_makes_the_same_site_elsewhere() {
    let here = template();
    let packed = Engine::of_build(here.path(), &project()).pack().expect("packed");
    let story = project().join("story");
    published(here.path(), &story);

    let engine = Engine::unpack(&packed).expect("unpacked");
    let outer = tempfile::tempdir().expect("a folder");
    let there = outer.path().join("new/site");
    // Over another page, too.
    for story in [&project().join("tests/fixtures/other-story"), &story] {
        publish(&engine, story, &there, &Options::FINISHED).expect("the story is published");
    }
    assert_eq!(files(&there), files(here.path()));
    for name in files(&there) {
        let read = |folder: &Path| fs::read(folder.join(&name)).expect("it is there");
        assert!(read(&there) == read(here.path()), "{name} is another");
    }
}

#[test]
fn an_address_may_be_given_and_problems_leave_the_site_as_it_was() {
    let site = template();
    let engine = Engine::of_build(site.path(), &project());
    let options = Options { address: Some("https://example.org/".to_owned()), ..Options::FINISHED };
    let before = fs::read(site.path().join("index.html")).expect("a page");
    let broken = project().join("tests/invalid/broken-toml");
    assert!(publish(&engine, &broken, site.path(), &options).is_err());
    assert!(fs::read(site.path().join("index.html")).expect("a page") == before);
    publish(&engine, &project().join("story"), site.path(), &options).expect("the story is published");
    let page = fs::read_to_string(site.path().join("index.html")).expect("a page");
    assert!(page.contains("rel=\"canonical\" href=\"https://example.org/\""));
}

#[test]
fn each_entry_has_a_small_page_that_leads_on_to_it() {
    let site = template();
    published(site.path(), &project().join("story"));
    let entry = |id: &str| fs::read_to_string(site.path().join(format!("e/{id}.html"))).expect("there is a page");
    for (id, title, description) in [
        ("kronstadt", "The Kronstadt rising", "March 1–18, 1921. Sailors at the fortress of Kronstadt"),
        (
            "zinoviev",
            "Grigory Zinoviev",
            "Head of the Petrograd Soviet and of the Comintern · 1883–1936, aged 52 · Falsely",
        ),
        ("not-a-pick-axe", "Correction 14: An ice axe", "The weapon was neither a pick-axe nor"),
    ] {
        let page = entry(id);
        assert!(content(&page, "og:title").starts_with(title.split(' ').next().unwrap_or_default()), "{page}");
        assert!(content(&page, "og:title").ends_with(title.rsplit(": ").next().unwrap_or_default()), "{page}");
        assert!(content(&page, "description").starts_with(description), "{page}");
        assert_eq!(content(&page, "description"), content(&page, "og:description"));
        assert_eq!(content(&page, "refresh"), format!("0; url=../#{id}"));
        assert!(page.contains(&format!("<a href=\"../#{id}\">")) && page.starts_with("<!doctype html>"), "{page}");
        assert!(page.contains("default-src 'none'") && !page.contains("<script"), "{page}");
        // Without the site's address there is none that could be named.
        assert!(!page.contains("canonical") && !page.contains("og:url") && !page.contains("og:image"), "{page}");
        assert!((500..2500).contains(&page.len()), "{} bytes", page.len());
    }
    let worker = fs::read_to_string(site.path().join("sw.js")).expect("there is a worker");
    assert!(!worker.contains("e/kronstadt"), "the worker stores no such page");
    let headers = fs::read_to_string(site.path().join("_headers")).expect("there are headers");
    assert!(headers.contains("\n/e/*\n") && !headers.contains("kronstadt"), "all of them share one rule");
}

#[test]
fn where_the_address_is_known_previews_have_a_picture() {
    let site = template();
    let story = story_with("The end.");
    let toml = story.path().join("story.toml");
    let text = fs::read_to_string(&toml).expect("there is a story.toml");
    fs::write(&toml, format!("{text}\naddress = \"https://example.org/trotsky/\"\n")).expect("written");
    let page = published(site.path(), story.path());
    let entry = fs::read_to_string(site.path().join("e/kronstadt.html")).expect("there is a page");
    for (page, address) in
        [(&page, "https://example.org/trotsky/"), (&entry, "https://example.org/trotsky/e/kronstadt.html")]
    {
        assert!(page.contains(&format!("rel=\"canonical\" href=\"{address}\"")), "{address}");
        for (name, value) in [
            ("og:url", address),
            ("og:site_name", "Palimpsest"),
            ("og:image", "https://example.org/trotsky/social.png"),
            ("og:image:width", "1200"),
            ("og:image:height", "630"),
            ("twitter:card", "summary_large_image"),
        ] {
            assert_eq!(content(page, name), value, "{name}");
        }
        assert!(content(page, "og:image:alt").starts_with("Poster drawing"), "{address}");
    }
}

#[test]
fn search_engines_are_asked_to_leave_drafts_alone() {
    let site = template();
    let draft = published(site.path(), &project().join("tests/fixtures/sketch"));
    let entry = |name: &str| fs::read_to_string(site.path().join("e").join(name)).expect("there is a page");
    for page in [&draft, &entry("voss.html"), &entry("cast.html")] {
        assert!(page.contains("name=\"robots\" content=\"noindex\""), "{page}");
    }
    let finished = published(site.path(), &project().join("tests/invalid/base"));
    for page in [&finished, &entry("voss.html")] {
        assert!(!page.contains("noindex"), "{page}");
    }
}
