//! Builds are reproducible: the same sources give the same bytes in any folder and for any user.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use palimpsest_tests::{built, repository};

/// The output of a program, which must succeed.
fn run(command: &mut Command) -> Vec<u8> {
    let output = command.output().unwrap_or_else(|error| panic!("{command:?}: {error}"));
    assert!(output.status.success(), "{command:?}: {}", String::from_utf8_lossy(&output.stderr));
    output.stdout
}

/// The contents of all files in a folder by relative path.
fn files(folder: &Path) -> BTreeMap<PathBuf, Vec<u8>> {
    let mut found = BTreeMap::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(inner) = folders.pop() {
        for entry in fs::read_dir(inner).expect("the folder can be listed") {
            let path = entry.expect("the entry can be read").path();
            if path.is_dir() {
                folders.push(path);
            } else if path.file_name().is_some_and(|name| name != ".trunk-lock") {
                let bytes = fs::read(&path).expect("the file can be read");
                found.insert(path.strip_prefix(folder).expect("it lies there").to_owned(), bytes);
            }
        }
    }
    found
}

#[test]
fn the_page_does_not_say_where_it_was_built() {
    let home = std::env::var("CARGO_HOME").or_else(|_| std::env::var("HOME")).expect("there is a home");
    let repository = repository().to_str().expect("the path is UTF-8");
    for (name, bytes) in files(&built()) {
        for place in [repository, &format!("{home}/")] {
            let found = bytes.windows(place.len()).any(|window| window == place.as_bytes());
            assert!(!found, "{} names {place}: was it built by `cargo xtask`?", name.display());
        }
    }
}

/// Builds the page twice from scratch in different folders.
#[test]
#[ignore = "compiles the program twice; `cargo xtask test --long` runs it"]
fn two_folders_give_the_same_page() {
    let listed = run(Command::new("git").args(["ls-files", "-z"]).current_dir(repository()));
    let sources: Vec<PathBuf> = listed
        .split(|byte| *byte == 0)
        .filter(|name| !name.is_empty())
        .map(|name| PathBuf::from(String::from_utf8(name.to_vec()).expect("names are UTF-8")))
        .collect();
    let sites = ["first", "the/second"].map(|name| {
        let outside = tempfile::tempdir().expect("a folder");
        let folder = outside.path().join(name);
        for source in &sources {
            let target = folder.join(source);
            fs::create_dir_all(target.parent().expect("it lies in a folder")).expect("made");
            fs::copy(repository().join(source), target).expect("copied");
        }
        let mut trunk = Command::new("trunk");
        trunk.args(["build", "--release"]).current_dir(&folder).env("CARGO_TARGET_DIR", outside.path().join("target"));
        // Each build compiles its own program to publish with.
        trunk.env_remove("PALIMPSEST_PUBLISH");
        run(&mut trunk);
        files(&folder.join("dist"))
    });
    let [first, second] = &sites;
    assert!(first.keys().eq(second.keys()), "{:?}\n{:?}", first.keys(), second.keys());
    for (name, bytes) in first {
        assert!(second[name] == *bytes, "{} is another in another folder", name.display());
    }
    assert!(first.len() > 10);
    let here = files(&built());
    assert!(here.keys().eq(first.keys()), "dist/ is not of these sources: {:?}", here.keys());
}
