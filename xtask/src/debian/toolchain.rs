//! Debian's compiler as a rustup toolchain, so that plain `cargo` and `trunk` use it.

use std::process::Command;

use crate::{
    machine::{DEBIAN_TOOLCHAIN, Machine, home},
    problem::Problem,
    run::run,
};

/// Whether rustup has the toolchain.
pub fn is_linked(machine: &Machine) -> bool {
    let link = home("RUSTUP_HOME", ".rustup").join("toolchains").join(DEBIAN_TOOLCHAIN);
    link.canonicalize().is_ok_and(|target| target == machine.sysroot)
}

/// Adds the toolchain to rustup.
pub fn link(machine: &Machine) -> Result<(), Problem> {
    let mut rustup = Command::new("rustup");
    rustup.args(["toolchain", "link", DEBIAN_TOOLCHAIN]).arg(&machine.sysroot);
    run(machine, "link Debian's compiler as a rustup toolchain", &mut rustup)
}
