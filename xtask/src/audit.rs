//! `cargo xtask audit`: asks `RustSec`'s database for known faults of the crates in Cargo.lock. The database comes by the
//! network, and what it says changes from day to day: so this is no stage of `test`, and fails where it cannot ask.

use std::process::{Command, ExitCode};

use crate::{environment, machine::Machine, problem::Problem};

/// Fetches the database and checks the crates.
pub fn ask(machine: &Machine) -> Result<ExitCode, Problem> {
    let command = |words: &[&str]| {
        let mut command = Command::new("cargo-deny");
        command.args(words).current_dir(&machine.repository);
        environment::of_children(machine).apply(&mut command);
        command.status().map_err(|error| Problem::new(format!("cannot start cargo-deny: {error}")))
    };
    if !command(&["fetch", "db"])?.success() {
        return Err(Problem::new("RustSec's database cannot be fetched: nothing is known of the crates' faults")
            .advise("check that github.com can be reached, then run the same command again"));
    }
    let checked = command(&["check", "--disable-fetch", "advisories"])?;
    Ok(if checked.success() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}
