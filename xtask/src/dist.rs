//! `cargo xtask dist`: the program for editors on this machine, with the finished engine inside, and its packages.

use std::{
    env, fs,
    path::{Path, PathBuf},
    process::{Command, ExitCode},
};

use crate::{environment, machine::Machine, problem::Problem, run};

/// The packages that are built natively. Both are always built, so that Cargo enables the same features in what they share.
const PACKAGES: [&str; 2] = ["--package=palimpsest-publish", "--package=palimpsest-cli"];
/// The release profile is for the program in the browser, where every byte counts. Here speed and build time do.
const PROFILE: [(&str, &str); 4] = [
    ("CARGO_PROFILE_RELEASE_OPT_LEVEL", "2"),
    ("CARGO_PROFILE_RELEASE_LTO", "off"),
    ("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16"),
    ("CARGO_PROFILE_RELEASE_STRIP", "symbols"),
];

/// Builds the engine, the program that contains it, and its packages, into `target/dist`.
pub fn dist(machine: &Machine) -> Result<ExitCode, Problem> {
    let target = machine.target_directory();
    let (kept, engine) = (target.join("engine.tar"), target.join("engine.br"));
    let triple = host(machine)?;

    // Trunk's hook keeps the engine in `target/engine.tar`.
    let publisher = publish(machine)?;
    let mut compress = Command::new(&publisher);
    run::run(machine, "compress the engine", compress.arg("engine").arg(&kept).arg(&engine))?;
    let mut build = native(machine, &triple, "palimpsest-cli");
    run::run(machine, "build the program", build.env("PALIMPSEST_EMBED", &engine))?;

    let folder = target.join("dist");
    let program = folder.join(named("palimpsest"));
    copy(&built(machine, &triple, "palimpsest-cli"), &program)
        .map_err(|error| Problem::new(format!("cannot write {}: {error}", program.display())))?;
    println!("{}", program.display());

    let mut pack = environment::command(machine, "python3");
    pack.arg("packages/pack.py").arg("--program").arg(&program).arg("--out").arg(&folder);
    pack.args(["--triple", &triple, "--version", env!("CARGO_PKG_VERSION")]);
    let packed =
        run::status(&mut pack).map_err(|problem| problem.advise("install Python 3, which packs the program"))?;
    Ok(if packed.success() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

/// Builds an optimized publisher, and with it the finished page. Returns the publisher's path.
pub fn publish(machine: &Machine) -> Result<PathBuf, Problem> {
    let triple = host(machine)?;
    run::run(machine, "build the publisher", &mut native(machine, &triple, "palimpsest-publish"))?;
    let publisher = built(machine, &triple, "palimpsest-publish");
    let mut trunk = environment::command(machine, "trunk");
    trunk.args(["build", "--release"]).env("PALIMPSEST_PUBLISH", &publisher).env_remove("PALIMPSEST_STORY");
    run::run(machine, "build the page", &mut trunk)?;
    Ok(publisher)
}

/// The platform of this machine, as Rust names it.
fn host(machine: &Machine) -> Result<String, Problem> {
    let mut rustc = environment::command(machine, "rustc");
    let output = rustc.arg("-vV").output().map_err(|error| Problem::not_started(&rustc, &error))?;
    let text = String::from_utf8_lossy(&output.stdout);
    let host = text.lines().find_map(|line| line.strip_prefix("host: "));
    host.map(str::to_owned).ok_or_else(|| Problem::new("`rustc -vV` does not name this platform"))
}

/// Where Cargo puts a program that is built with an explicit target.
fn built(machine: &Machine, triple: &str, program: &str) -> PathBuf {
    machine.target_directory().join(triple).join("release").join(named(program))
}

fn named(program: &str) -> String {
    format!("{program}{}", env::consts::EXE_SUFFIX)
}

/// Copies a program, and creates the folder for it if it is missing.
fn copy(from: &Path, to: &Path) -> std::io::Result<u64> {
    to.parent().map_or(Ok(()), fs::create_dir_all)?;
    fs::copy(from, to)
}

/// A command that builds a program with an explicit target. Only then do its flags not apply to build scripts and macros.
fn native(machine: &Machine, triple: &str, program: &str) -> Command {
    let mut cargo = environment::command(machine, "cargo");
    cargo.args(["build", "--release", "--target", triple]).args(PACKAGES).arg(format!("--bin={program}")).envs(PROFILE);
    if triple.ends_with("-linux-gnu") {
        // Linked statically, it runs on every distribution, whatever its C library.
        let variable = format!("CARGO_TARGET_{}_RUSTFLAGS", triple.to_uppercase().replace('-', "_"));
        cargo.env(variable, "-Ctarget-feature=+crt-static");
    }
    cargo
}
