//! Announces and installs what is missing. If nothing is, it does nothing and needs no network.

use std::fs::{self, File};

use crate::{
    debian::{
        linker,
        packages::{self, Package},
        toolchain, wasm_std,
    },
    environment, install,
    machine::{Machine, Rust, WASM},
    problem::Problem,
    requirement::{self, Needs, Requirement},
    run::run,
};

/// Installs everything that `needs` requires. Returns whether anything was missing.
pub fn provide(machine: &Machine, needs: Needs) -> Result<bool, Problem> {
    if missing(machine, needs).is_empty() {
        remove_stale_builds(machine)?;
        return Ok(false);
    }
    // A second setup at the same time waits, and then finds everything installed.
    let _lock = lock(machine)?;
    let missing = missing(machine, needs);
    announce(&missing);
    let (by_hand, by_us): (Vec<_>, Vec<_>) = missing.into_iter().partition(is_by_hand);
    for requirement in &by_hand {
        refuse_if_vital(machine, requirement)?;
    }
    let packages: Vec<Package> = by_us
        .iter()
        .filter_map(|requirement| if let Requirement::Package(package) = requirement { Some(*package) } else { None })
        .collect();
    if !packages.is_empty() {
        packages::install(machine, &packages)?;
    }
    // Checked again, because new packages may contain a new compiler, which makes the standard library stale.
    for requirement in requirement::all(machine, needs) {
        if !is_by_hand(&requirement) && !requirement.is_met(machine) {
            install_one(machine, &requirement)?;
        }
    }
    install::clean_up(machine)?;
    remove_stale_builds(machine)?;
    eprintln!("Everything that xtask can install is installed.");
    Ok(true)
}

fn missing(machine: &Machine, needs: Needs) -> Vec<Requirement> {
    let mut all = requirement::all(machine, needs);
    all.retain(|requirement| !requirement.is_met(machine));
    all
}

fn announce(missing: &[Requirement]) {
    if !missing.is_empty() {
        eprintln!("Missing:");
    }
    for requirement in missing {
        let note = if is_by_hand(requirement) { " (install it yourself)" } else { "" };
        eprintln!("  - {}{note}", requirement.describe());
    }
}

fn is_by_hand(requirement: &Requirement) -> bool {
    matches!(requirement, Requirement::Program(..) | Requirement::Compiler)
}

/// Nothing works without a compiler and npm. If a browser is missing, the others can still be tested.
fn refuse_if_vital(machine: &Machine, requirement: &Requirement) -> Result<(), Problem> {
    match requirement {
        Requirement::Compiler => Err(Problem::new(format!(
            "{} cannot compile for {WASM}, rustup must not download or is missing, and this is not Debian 12",
            machine.sysroot.join("bin/rustc").display()
        ))
        .advise(format!("with rustup: unset RUSTUP_AUTO_INSTALL, or run `rustup target add {WASM}` yourself"))
        .advise(format!("without: install your system's package of Rust's standard library for {WASM}"))),
        Requirement::Program(name @ ("node" | "npm"), _) => Err(Problem::new(format!("{name} is not on PATH"))
            .advise("install Node.js with npm (Debian: apt-get install nodejs npm)")),
        _ => Ok(()),
    }
}

fn install_one(machine: &Machine, requirement: &Requirement) -> Result<(), Problem> {
    match requirement {
        Requirement::Package(package) => Err(Problem::new(format!(
            "Debian's package {} is installed, but {} does not exist",
            package.name, package.file
        ))),
        Requirement::LinkedToolchain => toolchain::link(machine),
        Requirement::Linker => linker::link(machine),
        Requirement::Target => rustup(machine, &["target", "add", WASM]),
        Requirement::Component(name, _) if machine.rust == Rust::Rustup => rustup(machine, &["component", "add", name]),
        Requirement::Component(name, _) => Err(Problem::new(format!("{name} is missing"))
            .advise(format!("install it for the compiler in {}", machine.sysroot.display()))),
        Requirement::WasmStd => wasm_std::install(machine),
        Requirement::Crates => {
            let mut cargo = environment::command(machine, "cargo");
            cargo.arg("fetch");
            run(machine, "fetch the crates in Cargo.lock", &mut cargo).map_err(|problem| {
                problem.advise("check that Cargo can reach its registry, then run the same command again")
            })
        }
        Requirement::Tool(tool) => install::install(machine, tool),
        Requirement::Compiler | Requirement::Program(..) => Ok(()),
    }
}

fn rustup(machine: &Machine, arguments: &[&str]) -> Result<(), Problem> {
    let mut rustup = environment::command(machine, "rustup");
    rustup.args(arguments);
    run(machine, &format!("rustup {}", arguments.join(" ")), &mut rustup)
        .map_err(|problem| problem.advise("check that rustup can reach its server, then run the same command again"))
}

fn remove_stale_builds(machine: &Machine) -> Result<(), Problem> {
    match machine.rust {
        Rust::Debian { .. } => wasm_std::remove_stale_builds(machine),
        _ => Ok(()),
    }
}

/// Locks the cache until the file is dropped or the process ends.
fn lock(machine: &Machine) -> Result<File, Problem> {
    let file = machine.cache.join("lock");
    fs::create_dir_all(&machine.cache)
        .and_then(|()| File::create(&file))
        .and_then(|lock| {
            if lock.try_lock().is_err() {
                eprintln!("Waiting for another `cargo xtask` that installs ...");
                lock.lock()?;
            }
            Ok(lock)
        })
        .map_err(|error| Problem::new(format!("cannot lock {}: {error}", file.display())))
}
