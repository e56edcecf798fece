//! `cargo xtask dist`: the program for editors, with the finished engine inside, for this machine, and its packages.

use std::{
    env, fs,
    path::{Path, PathBuf},
    process::{Command, ExitCode},
};

use crate::{environment, machine::Machine, problem::Problem, run};

/// The packages that are built natively, always both, so that Cargo enables the same features of what they share.
const PACKAGES: [&str; 2] = ["--package=palimpsest-publish", "--package=palimpsest-cli"];
/// The release profile is for the browser program, where every byte counts. Here speed does, and the time to build.
const PROFILE: [(&str, &str); 4] = [
    ("CARGO_PROFILE_RELEASE_OPT_LEVEL", "2"),
    ("CARGO_PROFILE_RELEASE_LTO", "off"),
    ("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16"),
    ("CARGO_PROFILE_RELEASE_STRIP", "symbols"),
];

/// Builds the engine, the program that carries it, and its packages, into `target/dist`.
pub fn dist(machine: &Machine) -> Result<ExitCode, Problem> {
    let target = machine.target_directory();
    let (kept, engine) = (target.join("engine.tar"), target.join("engine.br"));
    let triple = host(machine)?;

    // Trunk's hook keeps the engine.
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

/// Builds a fast publisher, and the finished page with it. Returns the publisher's path.
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

/// Where Cargo puts a program that is built for a platform by name.
fn built(machine: &Machine, triple: &str, program: &str) -> PathBuf {
    machine.target_directory().join(triple).join("release").join(named(program))
}

fn named(program: &str) -> String {
    format!("{program}{}", env::consts::EXE_SUFFIX)
}

/// Copies a program to a place whose folder may be missing.
fn copy(from: &Path, to: &Path) -> std::io::Result<u64> {
    to.parent().map_or(Ok(()), fs::create_dir_all)?;
    fs::copy(from, to)
}

/// Builds a program for the platform by name: only then do its flags leave build scripts and macros alone.
fn native(machine: &Machine, triple: &str, program: &str) -> Command {
    let mut cargo = environment::command(machine, "cargo");
    cargo.args(["build", "--release", "--target", triple]).args(PACKAGES).arg(format!("--bin={program}")).envs(PROFILE);
    if triple.ends_with("-linux-gnu") {
        // Without the C library of one distribution it runs on all of them.
        let variable = format!("CARGO_TARGET_{}_RUSTFLAGS", triple.to_uppercase().replace('-', "_"));
        cargo.env(variable, "-Ctarget-feature=+crt-static");
    }
    cargo
}
