//! Rust's standard library for WebAssembly, compiled from Debian's source and installed where rustc looks for it. A library
//! works only with the compiler that built it, so a stamp records the compiler's version and flags.

use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
};

use super::packages;
use crate::{
    environment,
    machine::{Machine, WASM},
    problem::Problem,
    run::{remove_folder, run},
};

const COMPILER: &str = "/usr/bin/rustc";
/// A file beside the libraries with the output of `rustc -vV` and the flags.
const STAMP: &str = "palimpsest-stamp";

/// Whether the libraries are installed and match the compiler.
pub fn is_current(machine: &Machine) -> bool {
    let stamp = fs::read_to_string(machine.wasm_libraries().join(STAMP));
    stamp.is_ok_and(|stamp| stamp_of(machine).is_some_and(|now| now == stamp))
}

/// Compiles and installs the libraries.
pub fn install(machine: &Machine) -> Result<(), Problem> {
    let stamp = stamp_of(machine).ok_or_else(|| Problem::new(format!("cannot start {COMPILER}")))?;
    let build = machine.cache.join("wasm-std");
    remove_folder(&build)?;
    let deps = compile(machine, &build)?;

    let image = build.join("image");
    copy_libraries(&deps, &image.join("lib"))
        .and_then(|()| fs::write(image.join(STAMP), stamp))
        .map_err(|error| Problem::new(format!("cannot collect the libraries for {WASM}: {error}")))?;

    // Copied and then renamed, so that an interrupted copy never looks complete.
    let (image, destination) = (image.display(), machine.wasm_libraries());
    let destination = destination.display();
    let line = format!(
        "rm -rf '{destination}' '{destination}.partial' && mkdir -p '{destination}.partial' \
         && cp -r '{image}/.' '{destination}.partial' && mv '{destination}.partial' '{destination}'"
    );
    packages::as_root(machine, &line)?;
    remove_folder(&build)
}

/// Builds the standard library as a dependency of an empty crate. Returns the folder with the libraries.
fn compile(machine: &Machine, build: &Path) -> Result<PathBuf, Problem> {
    let manifest = "[package]\nname = \"nothing\"\nedition = \"2024\"\n[lib]\npath = \"nothing.rs\"\n[workspace]\n";
    fs::create_dir_all(build)
        .and_then(|()| fs::write(build.join("Cargo.toml"), manifest))
        .and_then(|()| fs::write(build.join("nothing.rs"), "#![no_std]\n"))
        .map_err(|error| Problem::new(format!("cannot write to {}: {error}", build.display())))?;

    let mut cargo = Command::new("/usr/bin/cargo");
    environment::of_children(machine).apply(&mut cargo);
    cargo
        .args(["build", "--release", "--target", WASM, "-Zbuild-std=std,panic_abort,test,proc_macro"])
        .arg("-Zbuild-std-features=optimize_for_size")
        .current_dir(build)
        .env("CARGO_TARGET_DIR", build.join("target"))
        .env("RUSTC", COMPILER)
        // Lets a stable compiler use the unstable `build-std`.
        .env("RUSTC_BOOTSTRAP", "1")
        .env("RUSTFLAGS", flags(machine));
    run(machine, &format!("compile the standard library for {WASM}"), &mut cargo)?;
    Ok(build.join("target").join(WASM).join("release/deps"))
}

/// The compiler flags for the libraries. Link-time optimization of the page needs bitcode in them. The page's own flags
/// remove folder names.
///
/// The library is compiled for size, and aborts at once where it would otherwise format the message of a panic: nobody reads
/// that in a browser, and it makes the program 12 kB larger. The compiler has a panic strategy for this, but every other
/// crate would then have to be compiled with it, by unstable flags. With the library's own condition, they need none.
fn flags(machine: &Machine) -> String {
    const ABORT: &str = "--cfg=panic=\"immediate-abort\" -Aexplicit-builtin-cfgs-in-flags -Copt-level=z";
    format!("-Cembed-bitcode=yes {ABORT} {}", environment::of_children(machine).page_flags())
}

fn stamp_of(machine: &Machine) -> Option<String> {
    Some(compiler_version()? + &flags(machine))
}

fn copy_libraries(deps: &Path, libraries: &Path) -> std::io::Result<()> {
    fs::create_dir_all(libraries)?;
    for entry in fs::read_dir(deps)? {
        let entry = entry?;
        let name = entry.file_name();
        let name = name.to_string_lossy();
        if name.ends_with(".rlib") && !name.starts_with("libnothing-") {
            fs::copy(entry.path(), libraries.join(&*name))?;
        }
    }
    Ok(())
}

/// Removes builds that used an earlier standard library. Cargo does not notice that it changed, and mixing both fails
/// with unrelated errors.
pub fn remove_stale_builds(machine: &Machine) -> Result<(), Problem> {
    let target = machine.target_directory().join(WASM);
    let time = |file: PathBuf| fs::metadata(file).and_then(|file| file.modified()).ok();
    match (time(target.join("CACHEDIR.TAG")), time(machine.wasm_libraries().join(STAMP))) {
        (Some(built), Some(library)) if built < library => {
            eprintln!("removing {}: it was built with an earlier standard library", target.display());
            remove_folder(&target)
        }
        _ => Ok(()),
    }
}

fn compiler_version() -> Option<String> {
    let output = Command::new(COMPILER).arg("-vV").env_remove("LD_LIBRARY_PATH").output().ok()?;
    output.status.success().then(|| String::from_utf8_lossy(&output.stdout).into_owned())
}
