//! Brings what is missing: says first what and why, then installs it. It does nothing, and needs no network, when all
//! is there.

use std::{
    fs::{self, File},
    process::Command,
};

use crate::{
    environment::{self, DEBIAN_TOOLCHAIN},
    machine::{Machine, Rust, WASM},
    packages::{self, Package},
    problem::Problem,
    requirement::{self, Needs, Requirement},
    run::run,
    tools, wasm_std,
};

/// Makes sure that everything for `needs` is there. Returns whether anything was missing.
pub fn provide(machine: &Machine, needs: Needs) -> Result<bool, Problem> {
    if missing(machine, needs).is_empty() {
        keep_up(machine)?;
        return Ok(false);
    }
    // Two setups at a time would trip over each other: the second waits, and finds the work done.
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
    // Asked anew: new packages may have brought a new compiler, and that makes the library for the browser old.
    for requirement in requirement::all(machine, needs) {
        if !is_by_hand(&requirement) && !requirement.is_met(machine) {
            install(machine, &requirement)?;
        }
    }
    tools::clean_up(machine)?;
    keep_up(machine)?;
    eprintln!("Everything that can be installed from here is there.");
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
        let note = if is_by_hand(requirement) { " (to be installed by hand)" } else { "" };
        eprintln!("  - {}{note}", requirement.describe());
    }
}

fn is_by_hand(requirement: &Requirement) -> bool {
    matches!(requirement, Requirement::Program(..) | Requirement::Compiler)
}

/// Without a compiler or npm nothing goes on; without one of the browsers the others can still be tested.
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

fn install(machine: &Machine, requirement: &Requirement) -> Result<(), Problem> {
    match requirement {
        Requirement::Package(package) => Err(Problem::new(format!(
            "Debian's package {} is installed and {} is not there",
            package.name, package.file
        ))),
        Requirement::LinkedToolchain => {
            let mut rustup = Command::new("rustup");
            rustup.args(["toolchain", "link", DEBIAN_TOOLCHAIN]).arg(&machine.sysroot);
            run(machine, "link Debian's compiler as a rustup toolchain", &mut rustup)
        }
        Requirement::Target => rustup(machine, &["target", "add", WASM]),
        Requirement::Component(name, _) if machine.rust == Rust::Rustup => rustup(machine, &["component", "add", name]),
        Requirement::Component(name, _) => Err(Problem::new(format!("{name} is missing"))
            .advise(format!("install it for the compiler in {}", machine.sysroot.display()))),
        Requirement::WasmStd => wasm_std::install(machine),
        Requirement::Crates => {
            let mut cargo = Command::new("cargo");
            environment::of_children(machine).apply(&mut cargo);
            cargo.arg("fetch").current_dir(&machine.repository);
            run(machine, "fetch the crates in Cargo.lock", &mut cargo)
                .map_err(|problem| problem.advise("check that Cargo reaches its registry, then run it again"))
        }
        Requirement::Tool(tool) => tool.install(machine),
        Requirement::Compiler | Requirement::Program(..) => Ok(()),
    }
}

fn rustup(machine: &Machine, arguments: &[&str]) -> Result<(), Problem> {
    let mut rustup = Command::new("rustup");
    rustup.args(arguments).current_dir(&machine.repository);
    run(machine, &format!("rustup {}", arguments.join(" ")), &mut rustup)
        .map_err(|problem| problem.advise("check that rustup reaches its server, then run the same command again"))
}

fn keep_up(machine: &Machine) -> Result<(), Problem> {
    match machine.rust {
        Rust::Debian { .. } => wasm_std::remove_stale_builds(machine),
        _ => Ok(()),
    }
}

/// Held until it is dropped, and given back by the system should this process die.
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
