//! The exact messages for mistakes in a story: the files of each folder in `tests/invalid/` replace those of the valid
//! story in `tests/invalid/base`, and `problems.txt` is what the compiler must print.
//!
//! `PALIMPSEST_BLESS=1 cargo test -p palimpsest-tests --test invalid` rewrites the files: review the diff.

use std::fs;
use std::path::Path;

use palimpsest_compiler::diagnostic::Severity;
use palimpsest_compiler::{Compilation, compile};
use palimpsest_tests::{base, invalid};

fn copy(from: &Path, to: &Path) {
    for entry in fs::read_dir(from).expect("the fixture can be listed") {
        let entry = entry.expect("the entry can be read");
        if entry.file_name() != "problems.txt" {
            fs::copy(entry.path(), to.join(entry.file_name())).expect("the file can be copied");
        }
    }
}

/// Compiles the valid story with a fixture's files in place of its own; paths in the report begin with `story/`.
fn compiled(fixture: &Path, change: impl FnOnce(&Path)) -> (Compilation, String) {
    let folder = tempfile::tempdir().expect("a temporary folder can be made");
    copy(&base(), folder.path());
    copy(fixture, folder.path());
    change(folder.path());
    let compilation = compile(folder.path());
    let report = compilation.report().replace(&folder.path().display().to_string(), "story");
    (compilation, report)
}

#[test]
fn the_base_is_sound() {
    let (compilation, report) = compiled(&base(), |_| {});
    assert_eq!(report, "");
    assert!(compilation.story.is_some());
}

#[test]
fn every_mistake_is_told_with_its_place_and_its_mend() {
    let mut differing = Vec::new();
    let mut checked = 0;
    for entry in fs::read_dir(invalid()).expect("the fixtures can be listed") {
        let fixture = entry.expect("the entry can be read").path();
        if fixture.ends_with("base") {
            continue;
        }
        let (compilation, report) = compiled(&fixture, |_| {});
        let golden = fixture.join("problems.txt");
        if std::env::var_os("PALIMPSEST_BLESS").is_some() {
            fs::write(&golden, format!("{report}\n")).expect("the file can be written");
        }
        let expected = fs::read_to_string(&golden).unwrap_or_default();
        let errors = compilation.problems.iter().any(|problem| problem.severity == Severity::Error);
        assert_eq!(compilation.story.is_none(), errors, "{}", fixture.display());
        assert!(!compilation.problems.is_empty(), "{} has no problem", fixture.display());
        if expected.trim_end() != report.trim_end() {
            differing.push(format!("{}:\n{report}\n", fixture.display()));
        }
        checked += 1;
    }
    assert!(checked >= 50, "only {checked} fixtures were found");
    assert!(differing.is_empty(), "these differ from their problems.txt:\n\n{}", differing.join("\n"));
}

#[test]
fn a_missing_file_is_named() {
    let (compilation, report) = compiled(&base(), |folder| {
        fs::remove_file(folder.join("article.md")).expect("the file was there");
    });
    assert!(compilation.story.is_none());
    assert!(report.contains("story/article.md:1:1"), "{report}");
    assert!(report.contains("error: this file is missing") && report.contains("palimpsest new"), "{report}");
}

#[test]
fn a_file_that_is_not_utf_8_is_told_with_its_line() {
    let (_, report) = compiled(&base(), |folder| {
        fs::write(folder.join("events.toml"), b"# one\n# two \xff\n").expect("the file can be written");
    });
    let place = "error: this file is most likely Windows-1252, not UTF-8\n --> story/events.toml:2:7\n";
    assert!(report.contains(place) && report.contains("2 | # two ÿ\n"), "{report}");
}

#[test]
fn a_file_of_absurd_size_is_not_read() {
    let (compilation, report) = compiled(&base(), |folder| {
        let file = fs::File::create(folder.join("events.toml")).expect("the file can be made");
        file.set_len(17 << 20).expect("a file can have a hole");
    });
    assert!(compilation.story.is_none());
    assert!(report.contains("this file is too large: 17825792 bytes, where the limit is 16777216"), "{report}");
}

#[test]
fn a_folder_in_the_place_of_a_file_is_told() {
    let (compilation, report) = compiled(&base(), |folder| {
        fs::remove_file(folder.join("notes.md")).expect("the file was there");
        fs::create_dir(folder.join("notes.md")).expect("a folder can be made");
    });
    assert!(compilation.story.is_none());
    assert!(report.contains("this is a folder, where a text file is expected"), "{report}");
}

#[cfg(unix)]
#[test]
fn a_link_to_nothing_is_told_where_its_file_may_be_left_out() {
    let (compilation, report) = compiled(&base(), |folder| {
        std::os::unix::fs::symlink("nowhere", folder.join("claims.toml")).expect("a link can be made");
    });
    assert!(compilation.story.is_none());
    assert!(report.contains("this is a link to a file that is not there"), "{report}");
}

#[test]
fn an_empty_file_is_told() {
    for name in ["story.toml", "article.md"] {
        let (compilation, report) = compiled(&base(), |folder| {
            fs::write(folder.join(name), "\n").expect("the file can be written");
        });
        assert!(compilation.story.is_none());
        assert!(report.contains(&format!("error: this file is empty\n --> story/{name}:1:1")), "{report}");
    }
}

#[test]
fn a_story_may_be_its_article_alone() {
    let (compilation, report) = compiled(&base(), |folder| {
        for name in ["notes.md", "people.toml", "events.toml", "places.toml", "sources.json"] {
            fs::remove_file(folder.join(name)).expect("the file was there");
        }
        let matter = "+++\ntitle = \"A\"\nauthors = [\"B\"]\ndate = \"2016-12-26\"\nbyline = \"B\"\n+++\n";
        fs::write(folder.join("article.md"), format!("{matter}\n## Once\n\nOne. Two. Three.\n"))
            .expect("it can be written");
    });
    assert_eq!(report, "");
    let story = compilation.story.expect("the story is sound");
    assert!(story.people.is_empty() && story.events.is_empty() && story.sources.is_empty());
}

#[test]
fn what_a_missing_file_does_not_hold_is_unknown() {
    let (_, report) = compiled(&base(), |folder| {
        fs::remove_file(folder.join("places.toml")).expect("the file was there");
    });
    assert!(report.contains("unknown place \"lindow\""), "{report}");
}

#[test]
fn a_story_may_do_without_notes() {
    let (compilation, report) = compiled(&base(), |folder| {
        fs::remove_file(folder.join("notes.md")).expect("the file was there");
        let article = fs::read_to_string(folder.join("article.md")).expect("the article can be read");
        let article = article.replace("[^price]", "").replace("[astronomical clock](#astronomical)", "clock");
        fs::write(folder.join("article.md"), article).expect("the article can be written");
    });
    assert_eq!(report, "");
    assert!(compilation.story.is_some());
}

#[test]
fn a_folder_without_a_story_is_told_once() {
    let folder = tempfile::tempdir().expect("a temporary folder can be made");
    let empty = compile(folder.path()).report();
    assert!(empty.starts_with("error: the folder \"") && empty.contains("\" has no story\n"), "{empty}");
    assert!(empty.ends_with("1 error, 0 warnings"), "{empty}");
    let missing = compile(&folder.path().join("nowhere")).report();
    assert!(missing.starts_with("error: there is no folder \"") && missing.contains("nowhere\"\n"), "{missing}");
    assert!(![&empty, &missing].iter().any(|report| report.contains("-->")), "a folder has no lines");
    let file = compile(&base().join("story.toml")).report();
    assert!(file.contains("is a file, not a folder"), "{file}");
}
