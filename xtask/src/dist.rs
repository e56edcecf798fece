//! `cargo xtask dist`: builds the program for editors on this machine, with the finished engine inside, and its packages.

use std::{
    env, fs,
    path::{Path, PathBuf},
    process::{Command, ExitCode},
};

use crate::{environment, machine::Machine, problem::Problem, programs::PROGRAM, run};

/// The release profile is for the browser program, where every byte counts. Here, speed and build time matter, and a fault
/// of a library is a problem of the work at which it occurs, which `catch_unwind` in the compiler finds only while panics
/// unwind.
const PROFILE: [(&str, &str); 5] = [
    ("CARGO_PROFILE_RELEASE_OPT_LEVEL", "2"),
    ("CARGO_PROFILE_RELEASE_LTO", "off"),
    ("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16"),
    ("CARGO_PROFILE_RELEASE_PANIC", "unwind"),
    ("CARGO_PROFILE_RELEASE_STRIP", "symbols"),
];

/// Builds the engine, the program that contains it, and its packages, into `target/dist`.
pub fn dist(machine: &Machine) -> Result<ExitCode, Problem> {
    let target = machine.target_directory();

    // Trunk's hook keeps the engine in `target/engine.tar`.
    let program = publish(machine)?;
    let mut compress = Command::new(&program);
    compress.arg("compress-engine").arg(target.join("engine.tar")).arg(engine(machine));
    run::run(machine, "compress the engine", &mut compress)?;
    let triple = host(machine)?;
    let built = native(machine, &triple, "build the program with the engine")?;

    let folder = target.join("dist");
    let program = folder.join(named("palimpsest"));
    copy(&built, &program).map_err(|error| Problem::new(format!("cannot write {}: {error}", program.display())))?;
    println!("{}", program.display());

    let mut pack = environment::command(machine, "python3");
    pack.arg("packages/pack.py").arg("--program").arg(&program).arg("--out").arg(&folder);
    pack.args(["--triple", &triple, "--version", env!("CARGO_PKG_VERSION")]);
    let packed =
        run::status(&mut pack).map_err(|problem| problem.advise("install Python 3, which packs the program"))?;
    Ok(if packed.success() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

/// Builds an optimized program for editors, and with it the finished page. Returns the path of the program, which contains
/// the engine of an earlier build, or none.
pub fn publish(machine: &Machine) -> Result<PathBuf, Problem> {
    let engine = engine(machine);
    if !engine.exists() {
        empty(&engine).map_err(|error| Problem::new(format!("cannot write {}: {error}", engine.display())))?;
    }
    let program = native(machine, &host(machine)?, "build the program")?;
    let mut trunk = environment::command(machine, "trunk");
    trunk.args(["build", "--release"]).env("PALIMPSEST_PUBLISH", &program).env_remove("PALIMPSEST_STORY");
    run::run(machine, "build the page", &mut trunk)?;
    Ok(program)
}

/// The path of the compressed engine that the program contains.
fn engine(machine: &Machine) -> PathBuf {
    machine.target_directory().join("engine.br")
}

/// The platform of this machine, as Rust names it.
fn host(machine: &Machine) -> Result<String, Problem> {
    let mut rustc = environment::command(machine, "rustc");
    let output = rustc.arg("-vV").output().map_err(|error| Problem::not_started(&rustc, &error))?;
    let text = String::from_utf8_lossy(&output.stdout);
    let host = text.lines().find_map(|line| line.strip_prefix("host: "));
    host.map(str::to_owned).ok_or_else(|| Problem::new("`rustc -vV` does not name this platform"))
}

fn named(program: &str) -> String {
    format!("{program}{}", env::consts::EXE_SUFFIX)
}

/// Copies a program, and creates the folder for it if it is missing.
fn copy(from: &Path, to: &Path) -> std::io::Result<u64> {
    to.parent().map_or(Ok(()), fs::create_dir_all)?;
    fs::copy(from, to)
}

/// Writes an empty file, and creates the folder for it if it is missing.
fn empty(file: &Path) -> std::io::Result<()> {
    file.parent().map_or(Ok(()), fs::create_dir_all)?;
    fs::write(file, "")
}

/// Builds the program for editors, and returns its path. The target is explicit, because only then do its flags not apply to
/// build scripts and macros.
fn native(machine: &Machine, triple: &str, title: &str) -> Result<PathBuf, Problem> {
    let mut cargo = environment::command(machine, "cargo");
    cargo.args(["build", "--release", "--target", triple, "--package", PROGRAM]).envs(PROFILE);
    if triple.ends_with("-linux-gnu") {
        // Linked statically, it runs on every distribution, whatever its C library.
        let variable = format!("CARGO_TARGET_{}_RUSTFLAGS", triple.to_uppercase().replace('-', "_"));
        cargo.env(variable, "-Ctarget-feature=+crt-static");
    }
    run::run(machine, title, cargo.env("PALIMPSEST_EMBED", engine(machine)))?;
    Ok(machine.target_directory().join(triple).join("release").join(named(PROGRAM)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_profile_of_the_browser_program_is_not_that_of_the_native_one() {
        let manifest = include_str!("../../Cargo.toml");
        let profile = manifest.split("[profile.release]\n").nth(1).and_then(|rest| rest.split("\n[").next());
        let lines = profile.expect("there is a release profile").lines();
        let settings: Vec<&str> = lines.filter_map(|line| Some(line.split_once(" = ")?.0)).collect();
        assert!(settings.contains(&"panic"), "{settings:?}");
        for setting in settings {
            let variable = format!("CARGO_PROFILE_RELEASE_{}", setting.to_uppercase().replace('-', "_"));
            assert!(PROFILE.iter().any(|(known, _)| *known == variable), "{variable} is not set");
        }
        assert!(PROFILE.contains(&("CARGO_PROFILE_RELEASE_PANIC", "unwind")));
    }
}
