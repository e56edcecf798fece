//! Shared code of the tests: paths in the repository, the parsed page, real servers, the module graph.

#![allow(clippy::missing_panics_doc, reason = "a test that cannot get what it needs ends there")]
#![allow(clippy::unwrap_used, reason = "a test that cannot get what it needs ends there")]

pub mod headers;
pub mod host;
pub mod modules;
pub mod page;
pub mod program;
pub mod select;

use std::fs;
use std::path::{Path, PathBuf};

use palimpsest_contract::Outline;
use palimpsest_story::Story;
use palimpsest_words::Words;

/// The root of the repository.
pub fn repository() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("tests/ is a folder of the repository")
}

/// The folder with data that only tests read.
pub fn fixtures() -> PathBuf {
    repository().join("tests/fixtures")
}

/// The folder of a second story, with other people, events and title than the one in `story/`.
pub fn other_story() -> PathBuf {
    fixtures().join("other-story")
}

/// The folder with a fixture for each mistake that the compiler reports.
pub fn invalid() -> PathBuf {
    repository().join("tests/invalid")
}

/// The folder of a small valid story: each fixture in [`invalid`] replaces some of its files.
pub fn base() -> PathBuf {
    invalid().join("base")
}

/// The folder with the style sheets.
pub fn styles() -> PathBuf {
    repository().join("styles")
}

/// The folder of the story that the built page shows.
pub fn story_folder() -> PathBuf {
    repository().join("story")
}

/// The story that the built page shows.
pub fn story() -> Story {
    compiled(&story_folder())
}

/// The outline of that story, as it travels in the page.
pub fn outline() -> Outline {
    palimpsest_render::outline(&story(), &Words::load(&story().language).expect("there are words"))
        .expect("the outline is complete")
}

/// The story in a folder, which must compile without problems.
pub fn compiled(folder: &Path) -> Story {
    let compilation = palimpsest_compiler::compile(folder);
    assert_eq!(compilation.report(), "", "{} has problems", folder.display());
    compilation.story.expect("a folder without problems gives a story")
}

/// All Rust files in a folder and its subfolders, sorted, except those in `target/`.
pub fn rust_files(folder: &Path) -> Vec<PathBuf> {
    let mut files = Vec::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display())) {
            let path = entry.unwrap().path();
            if path.is_dir() && !path.ends_with("target") {
                folders.push(path);
            } else if path.extension().is_some_and(|extension| extension == "rs") {
                files.push(path);
            }
        }
    }
    files.sort();
    files
}

/// The folder with the built page: `dist/`, or the one that `PALIMPSEST_SITE` names.
pub fn built() -> PathBuf {
    let named = std::env::var_os("PALIMPSEST_SITE").filter(|site| !site.is_empty());
    let folder = named.map_or_else(|| repository().join("dist"), PathBuf::from);
    let index = folder.join("index.html");
    assert!(
        index.is_file(),
        "{} is missing: run `cargo xtask build`, or `cargo xtask test`, which does it first",
        index.display()
    );
    folder
}
