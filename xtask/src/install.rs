//! Installs a tool into the cache. Each is first installed into a temporary folder and then renamed, so that an
//! interrupted installation never looks complete.

use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
};

use crate::{
    debian::packages,
    environment,
    machine::{Machine, Rust, on_path},
    problem::Problem,
    run::{remove_folder, run},
    tools::{Source, Tool},
};

/// Installs `tool`.
pub fn install(machine: &Machine, tool: &Tool) -> Result<(), Problem> {
    let folder = tool.folder(machine);
    let partial = machine.cache.join(format!("{}.partial", tool.folder_name()));
    let cannot_create = |path: &Path, error| Problem::new(format!("cannot create {}: {error}", path.display()));
    remove_folder(&partial)?;
    fs::create_dir_all(&partial).map_err(|error| cannot_create(&partial, error))?;
    match tool.source {
        Source::Cargo { options, opt_level } => from_cargo(machine, tool, options, opt_level, &partial),
        Source::Npm => from_npm(machine, tool, &partial),
        Source::Debian => packages::unpack(machine, tool.name, &partial),
    }?;
    if !partial.join(tool.file).exists() {
        return Err(Problem::new(format!("{} {} was installed without {}", tool.name, tool.version, tool.file)));
    }
    remove_folder(&folder)?;
    fs::rename(&partial, &folder).map_err(|error| cannot_create(&folder, error))
}

/// Removes the files left over from compiling, which are ten times as large as all tools.
pub fn clean_up(machine: &Machine) -> Result<(), Problem> {
    remove_folder(&build_folder(machine))
}

fn from_cargo(machine: &Machine, tool: &Tool, options: &[&str], opt_level: &str, root: &Path) -> Result<(), Problem> {
    let Tool { name, version, .. } = tool;
    if machine.rust == Rust::Rustup && on_path("cargo-binstall").is_some() {
        let mut command = command(machine, "cargo");
        command.args(["binstall", "--no-confirm", "--root"]).arg(root).arg(format!("{name}@{version}"));
        // If there is no binary for this machine, the tool is compiled.
        if run(machine, &format!("fetch {name} {version}"), &mut command).is_ok() {
            return Ok(());
        }
    }
    let mut command = command(machine, "cargo");
    command.arg("install").args(options).arg("--root").arg(root).arg(format!("{name}@{version}"));
    // The tools share crates, and so a target folder.
    command.env("CARGO_TARGET_DIR", build_folder(machine)).env_remove("RUSTFLAGS").envs([
        ("CARGO_PROFILE_RELEASE_OPT_LEVEL", opt_level),
        ("CARGO_PROFILE_RELEASE_LTO", "off"),
        ("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16"),
        ("CARGO_PROFILE_RELEASE_DEBUG", "0"),
    ]);
    run(machine, &format!("compile {name} {version}"), &mut command)
        .map_err(|problem| problem.advise("check that Cargo can reach its registry, then run the same command again"))
}

fn from_npm(machine: &Machine, tool: &Tool, prefix: &Path) -> Result<(), Problem> {
    let Tool { name, version, .. } = tool;
    let mut command = command(machine, "npm");
    // `--global` with a prefix puts programs into its `bin` folder.
    command.args(["install", "--global", "--no-audit", "--no-fund", "--prefix"]).arg(prefix);
    command.arg(format!("{name}@{version}"));
    run(machine, &format!("fetch {name} {version}"), &mut command)
        .map_err(|problem| problem.advise("check that npm can reach its registry, then run the same command again"))
}

fn build_folder(machine: &Machine) -> PathBuf {
    machine.cache.join("build")
}

/// A command that runs in the cache, where the Cargo settings of this repository do not apply.
fn command(machine: &Machine, program: &str) -> Command {
    let mut command = environment::command(machine, program);
    command.current_dir(&machine.cache);
    command
}
