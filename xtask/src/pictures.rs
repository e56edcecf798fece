//! `cargo xtask shots`: pictures of the page in all its states, for people to look at. They are taken by an ignored test of
//! `tests/browsers`, which has all it takes to drive a browser.

use std::process::{Command, ExitCode};

use crate::{environment, machine::Machine, problem::Problem, stages::TESTS, tools::remove};

/// Builds the page and takes its pictures: those whose names hold one of `names`, or all.
pub fn take(machine: &Machine, names: &[String]) -> Result<ExitCode, Problem> {
    let folder = machine.target_directory().join("shots");
    if names.is_empty() {
        remove(&folder)?;
    }
    let build = ["trunk", "build", "--release"];
    let test = ["cargo", "test", "-p", TESTS, "--test=browsers", "--", "--ignored", "--nocapture", "--exact"];
    let test = [&test[..], &["shots::pictures"]].concat();
    for words in [&build[..], &test[..]] {
        let mut command = Command::new(words[0]);
        command.args(&words[1..]).current_dir(&machine.repository);
        environment::of_children(machine).apply(&mut command);
        command.env("PALIMPSEST_SHOTS", &folder).env("PALIMPSEST_SHOTS_NAMED", names.join(","));
        let status = command.status().map_err(|error| Problem::new(format!("cannot start {}: {error}", words[0])))?;
        if !status.success() {
            return Ok(ExitCode::FAILURE);
        }
    }
    println!("\nThe pictures are in {}.", folder.display());
    Ok(ExitCode::SUCCESS)
}
