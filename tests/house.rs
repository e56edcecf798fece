//! Rules about the source code: among others, short files, a short root manifest, and no circular imports between modules.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use palimpsest_tests::modules::Modules;
use palimpsest_tests::{repository, rust_files};
use toml::{Table, Value};

/// The maximum number of lines in a Rust file.
const FILE: usize = 400;
/// The maximum number of lines in the root manifest.
const MANIFEST: usize = 99;

/// A path relative to the root of the repository.
fn relative(path: &Path) -> String {
    let path = path.strip_prefix(repository()).expect("the path is in the repository");
    path.to_str().expect("names are UTF-8").replace('\\', "/")
}

fn read(path: &Path) -> String {
    fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// The folders of all packages of the workspace, the root's first.
fn packages() -> Vec<PathBuf> {
    let crates = fs::read_dir(repository().join("crates")).expect("crates/ can be listed");
    let mut crates: Vec<_> = crates.map(|entry| entry.expect("the entry can be read").path()).collect();
    crates.sort();
    let others = ["", "tests", "xtask"].map(|name| repository().join(name));
    let packages: Vec<_> =
        others.into_iter().chain(crates).filter(|folder| folder.join("Cargo.toml").is_file()).collect();
    assert!(packages.len() > 4, "the packages are found: {packages:?}");
    packages
}

/// All Rust files of the project.
fn sources() -> Vec<PathBuf> {
    let folders = ["src", "crates", "tests", "xtask", "fuzz"];
    let files: Vec<_> = folders.iter().flat_map(|folder| rust_files(&repository().join(folder))).collect();
    assert!(files.len() > 100, "the sources are found: {files:?}");
    files
}

#[test]
fn no_file_is_long() {
    let lengths = sources().into_iter().map(|file| (read(&file).lines().count(), relative(&file)));
    let long: Vec<_> = lengths.filter(|(lines, _)| *lines > FILE).collect();
    assert!(long.is_empty(), "split these, {FILE} lines are the most: {long:#?}");
}

#[test]
fn the_root_manifest_is_small() {
    let lines = read(&repository().join("Cargo.toml")).lines().count();
    assert!(lines <= MANIFEST, "Cargo.toml has {lines} lines, {MANIFEST} are the most");
}

#[test]
fn only_the_entry_point_asks_for_the_target() {
    let folders = ["crates", "src"].map(|folder| rust_files(&repository().join(folder)));
    assert!(folders.iter().all(|files| files.len() > 5), "the files are found");
    let asking = folders.iter().flatten().filter(|file| read(file).contains("target_arch")).map(|file| relative(file));
    assert_eq!(asking.collect::<Vec<_>>(), ["src/main.rs"]);
}

#[test]
fn only_one_room_touches_the_browser() {
    let files = rust_files(&repository().join("src"));
    let touching = files.iter().filter(|file| read(file).contains("web_sys::")).map(|file| relative(file));
    let (inside, outside): (Vec<_>, Vec<_>) = touching.partition(|file| file.starts_with("src/browser/"));
    assert!(inside.len() > 5, "the files are found: {inside:?}");
    assert_eq!(outside, Vec::<String>::new());
}

/// Whenever something changes that any `:has()` depends on, engines evaluate `:has()` again for all ancestors of the change.
/// The root is an ancestor of everything, and the styles of the whole page may depend on it.
#[test]
fn no_style_looks_through_the_page_while_scripts_run() {
    let folder = fs::read_dir(repository().join("styles")).expect("styles/ can be listed");
    let sheets: Vec<_> = folder.map(|entry| entry.expect("the entry can be read").path()).collect();
    assert!(sheets.len() > 20, "the sheets are found: {sheets:?}");
    let mut found = Vec::new();
    for sheet in sheets {
        for line in read(&sheet).lines() {
            found.extend(looks_through(line).then(|| format!("{}: {}", relative(&sheet), line.trim())));
        }
    }
    assert!(found.is_empty(), "let the program mark the root, or use :has() further down: {found:#?}");
}

/// Whether a selector in a line has `:has()` on the root. `:not([data-scripts]):has(…)` does not count: while scripts run,
/// its first part keeps engines from evaluating the second.
fn looks_through(line: &str) -> bool {
    let root = [":root", "html", "body", "#reader"].iter().filter_map(|root| line.find(root)).min();
    let Some(root) = root else { return false };
    let mut depth = 0;
    let compound = line[root..].find(|letter| {
        depth += i32::from(letter == '(') - i32::from(letter == ')');
        depth == 0 && matches!(letter, ' ' | ',' | '>')
    });
    let compound = &line[root..compound.map_or(line.len(), |end| root + end)];
    compound.replace(":not([data-scripts]):has(", "").contains(":has(")
}

#[test]
fn a_style_that_looks_through_the_page_is_found() {
    for (line, is_found) in [
        (":root:has(#copy_censor:checked) {", true),
        ("html:not([data-live]:has([open])) .card {", true),
        (".lives, :root:is([data-censored], :has(b)) {", true),
        (":root:is([data-censored], :not([data-scripts]):has(b)) .card {", false),
        (".lives:has([data-followed]) li {", false),
        (":root:not([data-live]) .event:has(> [open]) {", false),
    ] {
        assert_eq!(looks_through(line), is_found, "{line}");
    }
}

#[test]
fn modules_use_each_other_in_one_direction() {
    let mut circles = Vec::new();
    for package in packages() {
        for root in ["src/lib.rs", "src/main.rs", "support/lib.rs", "browsers/main.rs"] {
            let root = package.join(root);
            if root.is_file() {
                let found = Modules::of_crate(&root).circles();
                circles.extend(found.into_iter().map(|circle| (relative(&root), circle)));
            }
        }
    }
    assert!(circles.is_empty(), "these modules use each other: {circles:#?}");
}

#[test]
fn each_version_is_named_once() {
    let mut versions: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for package in packages() {
        let file = package.join("Cargo.toml");
        let manifest: Table = read(&file).parse().expect("a manifest is TOML");
        let targets = manifest.get("target").and_then(Value::as_table).into_iter().flatten();
        let targets = targets.filter_map(|(_, target)| target.as_table());
        for table in std::iter::once(&manifest).chain(targets) {
            let kinds = ["dependencies", "dev-dependencies", "build-dependencies"];
            for (name, dependency) in kinds.iter().filter_map(|kind| table.get(*kind)?.as_table()).flatten() {
                if dependency.is_str() || dependency.get("version").is_some() {
                    versions.entry(name.clone()).or_default().push(relative(&file));
                }
            }
        }
    }
    assert!(versions.len() > 20, "the dependencies are found: {versions:?}");
    versions.retain(|_, files| files.len() > 1);
    assert!(versions.is_empty(), "name these in [workspace.dependencies] instead: {versions:#?}");
}

/// Returns the import circles of a crate with these files, of which the first is the root.
fn circles_of(files: &[(&str, &str)]) -> Vec<Vec<String>> {
    let folder = tempfile::tempdir().expect("a temporary folder can be made");
    for (name, text) in files {
        let file = folder.path().join(name);
        fs::create_dir_all(file.parent().expect("a file lies in a folder")).expect("the folder can be made");
        fs::write(file, text).expect("the file can be written");
    }
    Modules::of_crate(&folder.path().join(files[0].0)).circles()
}

#[test]
fn a_circle_is_found_in_imports_in_paths_and_in_macros() {
    for (first, second) in [
        ("use crate::b::B; pub struct A;", "use super::a::A; pub struct B;"),
        ("pub fn a() { crate::b::b() }", "use crate::{a::{self, a as other}, c}; pub fn b() {}"),
        ("pub fn a() { html! { <p>{ super::b::b() }</p> } }", "use crate::a; pub fn b() { a::a() }"),
        ("use super::*; pub fn a() { super::b::b() }", "pub fn b() { use crate::a::a; a() }"),
    ] {
        let found = circles_of(&[("lib.rs", "mod a; mod b; mod c;"), ("a.rs", first), ("b.rs", second), ("c.rs", "")]);
        assert_eq!(found, [["a", "b"]], "{first}\n{second}");
    }
}

#[test]
fn a_circle_may_be_long_and_go_through_parents_and_inline_modules() {
    let root = ("main.rs", "mod a; mod b; mod c { use crate::a::inner::A; pub struct C; }");
    let found = circles_of(&[
        root,
        ("a/mod.rs", "pub mod inner;"),
        ("a/inner.rs", "use super::super::b::B; pub struct A;"),
        ("b.rs", "pub(crate) use crate::c::C; pub struct B(super::c::C);"),
    ]);
    assert_eq!(found, [["a::inner", "b", "c"]]);
    let parent =
        [("lib.rs", "mod a; pub fn help() {} pub fn run() { a::a() }"), ("a.rs", "pub fn a() { crate::help() }")];
    assert_eq!(circles_of(&parent), [["crate", "a"]]);
}

#[test]
fn a_submodule_may_use_its_parent() {
    let found = circles_of(&[
        ("lib.rs", "mod a;"),
        ("a/mod.rs", "mod inner; pub struct A; pub fn a() { inner::b() }"),
        ("a/inner.rs", "use super::A; pub fn b() {}"),
    ]);
    assert_eq!(found, Vec::<Vec<String>>::new());
}

#[test]
fn re_exports_other_crates_and_tests_make_no_circle() {
    let found = circles_of(&[
        ("lib.rs", "mod a; mod b; pub use a::A; pub(crate) use b::{B, b as two}; pub use yew::Html;"),
        ("a.rs", "use crate::Html; pub struct A; #[cfg(test)] mod tests { use crate::b::B; } #[test] fn a() {}"),
        (
            "b.rs",
            "use crate::A; use a_crate::a::A as Other; pub struct B(A); pub fn b() { value.a::<A>(); } // crate::b",
        ),
    ]);
    assert_eq!(found, Vec::<Vec<String>>::new());
}
