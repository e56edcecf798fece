//! Rust's standard library for WebAssembly, where Debian's packages have its source only: compiled once, laid where
//! rustc looks, and stamped with the compiler's version and its flags, for a library works with the compiler that made it only.

use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
};

use crate::{
    environment,
    machine::{Machine, WASM},
    packages,
    problem::Problem,
    run::run,
    tools,
};

const COMPILER: &str = "/usr/bin/rustc";
/// Beside the libraries; holds what `rustc -vV` said when they were made, and with which flags.
const STAMP: &str = "palimpsest-stamp";

/// Whether the libraries are there and belong to the compiler that is installed now.
pub fn is_current(machine: &Machine) -> bool {
    let stamp = fs::read_to_string(machine.wasm_libraries().join(STAMP));
    stamp.is_ok_and(|stamp| stamp_of(machine).is_some_and(|now| now == stamp))
}

/// Compiles and installs them.
pub fn install(machine: &Machine) -> Result<(), Problem> {
    let stamp = stamp_of(machine).ok_or_else(|| Problem::new(format!("{COMPILER} does not start")))?;
    let build = machine.cache.join("wasm-std");
    tools::remove(&build)?;
    let deps = compile(machine, &build)?;

    let image = build.join("image");
    lay_out(&deps, &image.join("lib"))
        .and_then(|()| fs::write(image.join(STAMP), stamp))
        .map_err(|error| Problem::new(format!("cannot gather the libraries for {WASM}: {error}")))?;

    // Copied beside its place and renamed: a copy that is cut short is never taken for a good one.
    let (image, destination) = (image.display(), machine.wasm_libraries());
    let destination = destination.display();
    let line = format!(
        "rm -rf '{destination}' '{destination}.partial' && mkdir -p '{destination}.partial' \
         && cp -r '{image}/.' '{destination}.partial' && mv '{destination}.partial' '{destination}'"
    );
    packages::as_root(machine, &line)?;
    tools::remove(&build)
}

/// Builds the standard library for the sake of an empty crate; returns the folder with what came out.
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
        .current_dir(build)
        .env("CARGO_TARGET_DIR", build.join("target"))
        .env("RUSTC", COMPILER)
        // `build-std` is not stable yet; this is how a distribution's stable compiler is allowed it.
        .env("RUSTC_BOOTSTRAP", "1")
        .env("RUSTFLAGS", flags(machine));
    run(machine, &format!("compile the standard library for {WASM}"), &mut cargo)?;
    Ok(build.join("target").join(WASM).join("release/deps"))
}

/// Link-time optimisation of the page fails on libraries without bitcode; and the page shall not say where it was built.
fn flags(machine: &Machine) -> String {
    let places = environment::of_children(machine).value(&environment::page_flags()).unwrap_or_default();
    format!("-Cembed-bitcode=yes {places}")
}

fn stamp_of(machine: &Machine) -> Option<String> {
    Some(compiler_version()? + &flags(machine))
}

fn lay_out(deps: &Path, libraries: &Path) -> std::io::Result<()> {
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

/// Removes what was compiled against an earlier standard library: Cargo does not notice that it changed, and the mixture
/// fails with errors that name neither.
pub fn remove_stale_builds(machine: &Machine) -> Result<(), Problem> {
    let target = machine.target_directory().join(WASM);
    let time = |file: PathBuf| fs::metadata(file).and_then(|file| file.modified()).ok();
    match (time(target.join("CACHEDIR.TAG")), time(machine.wasm_libraries().join(STAMP))) {
        (Some(built), Some(library)) if built < library => {
            eprintln!("removing {}: it was built with an earlier standard library", target.display());
            tools::remove(&target)
        }
        _ => Ok(()),
    }
}

fn compiler_version() -> Option<String> {
    let output = Command::new(COMPILER).arg("-vV").env_remove("LD_LIBRARY_PATH").output().ok()?;
    output.status.success().then(|| String::from_utf8_lossy(&output.stdout).into_owned())
}
