//! `cargo xtask dist`: the program for editors, with the finished engine inside, for this machine.

use std::{env, fs, path::Path, process::Command, process::ExitCode};

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

/// Builds the engine, and the program that carries it, into `target/dist`.
pub fn dist(machine: &Machine) -> Result<ExitCode, Problem> {
    let target = machine.target_directory();
    let named = |name: &str| format!("{name}{}", env::consts::EXE_SUFFIX);
    let publisher = target.join("release").join(named("palimpsest-publish"));
    let (kept, engine) = (target.join("engine.tar"), target.join("engine.br"));

    run::run(machine, "build the publisher", &mut native(machine, "palimpsest-publish"))?;
    let mut trunk = environment::command(machine, "trunk");
    // Trunk's hook keeps the engine.
    trunk.args(["build", "--release"]).env("PALIMPSEST_PUBLISH", &publisher).env_remove("PALIMPSEST_STORY");
    run::run(machine, "build the page", &mut trunk)?;
    let mut compress = Command::new(&publisher);
    run::run(machine, "compress the engine", compress.arg("engine").arg(&kept).arg(&engine))?;
    run::run(machine, "build the program", native(machine, "palimpsest-cli").env("PALIMPSEST_EMBED", &engine))?;

    let folder = target.join("dist");
    let program = folder.join(named("palimpsest"));
    copy(&target.join("release").join(named("palimpsest-cli")), &program)
        .map_err(|error| Problem::new(format!("cannot write {}: {error}", program.display())))?;
    println!("{}", program.display());
    Ok(ExitCode::SUCCESS)
}

/// Copies a program to a place whose folder may be missing.
fn copy(from: &Path, to: &Path) -> std::io::Result<u64> {
    to.parent().map_or(Ok(()), fs::create_dir_all)?;
    fs::copy(from, to)
}

fn native(machine: &Machine, program: &str) -> Command {
    let mut cargo = environment::command(machine, "cargo");
    cargo.args(["build", "--release"]).args(PACKAGES).arg(format!("--bin={program}")).envs(PROFILE);
    cargo
}
