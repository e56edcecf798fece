//! The program makes the page that the build makes.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

fn repository() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

/// The contents of all files in a folder, by their paths.
fn contents(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let names = palimpsest_publish::files(folder).expect("the folder can be listed");
    let names = names.into_iter().filter(|name| name != ".trunk-lock");
    names.map(|name| (name.clone(), fs::read(folder.join(name)).expect("the file can be read"))).collect()
}

#[test]
fn it_makes_the_page_of_the_build_byte_for_byte() {
    let target = std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| repository().join("target"), PathBuf::from);
    let engine = target.join("engine.tar");
    let built = std::env::var_os("PALIMPSEST_SITE")
        .filter(|site| !site.is_empty())
        .map_or_else(|| repository().join("dist"), PathBuf::from);
    let is_there = engine.is_file() && built.join("index.html").is_file();
    assert!(is_there, "run `cargo xtask build`, or `cargo xtask test`, which does it first");

    let folder = tempfile::tempdir().expect("a folder");
    let mut program = Command::new(env!("CARGO_BIN_EXE_palimpsest-cli"));
    program.arg("build").arg(repository().join("story")).arg("--engine").arg(engine).env_clear();
    let run = program.current_dir(folder.path()).output().expect("it starts");
    assert!(run.status.success(), "{}", String::from_utf8_lossy(&run.stderr));
    let [expected, found] = [contents(&built), contents(&folder.path().join("dist"))];
    assert!(found.keys().eq(expected.keys()), "{:?}\n{:?}", found.keys(), expected.keys());
    for (name, bytes) in &expected {
        assert!(found[name] == *bytes, "{name} is another");
    }
    let is_program = |name: &String| Path::new(name).extension().is_some_and(|extension| extension == "wasm");
    assert!(expected.keys().any(is_program));
}
