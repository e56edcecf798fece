//! The commands that hand over to another program.

use std::{ffi::OsString, os::unix::process::CommandExt, path::PathBuf, process::Command, process::ExitCode};

use crate::{
    environment,
    machine::Machine,
    problem::Problem,
    programs::PROGRAM,
    run::{remove_folder, status},
    watch,
};

/// The package with the tests of the whole page.
pub const TESTS: &str = "--package=palimpsest-tests";

/// Serves the page from a folder of its own, so that `dist/` keeps the finished page. After an edit, [`watch`] publishes the
/// story without Trunk.
pub fn serve(machine: &Machine, arguments: Vec<OsString>) -> Result<ExitCode, Problem> {
    let chosen = watch::served(&arguments);
    let folder = chosen.clone().unwrap_or_else(|| "target/serve".into());
    let mut trunk = trunk(machine, "serve");
    if chosen.is_none() {
        trunk.arg("--dist").arg(&folder);
    }
    // A page of the release profile has a policy and a worker, which need all of Trunk's build.
    let is_release = arguments.iter().any(|word| word == "--release");
    let is_help = arguments.iter().any(|word| word == "--help" || word == "-h");
    if !is_release && !is_help {
        trunk.arg("--ignore=story/**");
        watch::start(&machine.repository.join(folder))?;
    }
    exec(trunk.args(arguments))
}

/// Builds the finished page, and also one file of it if `single`.
pub fn build(machine: &Machine, single: bool, arguments: &[OsString]) -> Result<ExitCode, Problem> {
    let mut trunk = trunk(machine, "build");
    trunk.arg("--release").args(arguments);
    if !single {
        return exec(&mut trunk);
    }
    if !status(&mut trunk)?.success() {
        return Ok(ExitCode::FAILURE);
    }
    let target = machine.target_directory();
    let mut program = program(machine, "build");
    program.arg(machine.story()).arg("--single-file").arg("--out").arg(target.join("single"));
    exec(program.arg("--engine").arg(target.join("engine.tar")))
}

/// Checks a story. The program runs in the caller's folder, so the paths in its messages are relative to that.
pub fn check(machine: &Machine, folder: Option<PathBuf>, options: &[OsString]) -> Result<ExitCode, Problem> {
    let is_repository = std::env::current_dir().is_ok_and(|here| here == machine.repository);
    let folder = folder.or_else(|| (!is_repository).then(|| machine.repository.join("story")));
    exec(program(machine, "check").args(options).args(folder))
}

/// Prints a server configuration.
pub fn headers(machine: &Machine, server: &str, site: Option<PathBuf>) -> Result<ExitCode, Problem> {
    let site = site.unwrap_or_else(|| machine.repository.join("dist"));
    exec(program(machine, "headers").arg(server).arg(site))
}

/// Builds the page and takes screenshots of it: those whose names contain one of `names`, or all. An ignored test takes
/// them, because the tests know how to drive a browser.
pub fn shots(machine: &Machine, names: &[String]) -> Result<ExitCode, Problem> {
    let folder = machine.target_directory().join("shots");
    if names.is_empty() {
        remove_folder(&folder)?;
    }
    if !status(trunk(machine, "build").arg("--release"))?.success() {
        return Ok(ExitCode::FAILURE);
    }
    let mut test = environment::command(machine, "cargo");
    test.args(["test", TESTS, "--test=browsers", "--", "--ignored", "--nocapture", "--exact", "shots::pictures"]);
    test.env("PALIMPSEST_SHOTS", &folder).env("PALIMPSEST_SHOTS_NAMED", names.join(","));
    if !status(&mut test)?.success() {
        return Ok(ExitCode::FAILURE);
    }
    println!("\nThe screenshots are in {}.", folder.display());
    Ok(ExitCode::SUCCESS)
}

/// Prints the table that the test of the size budgets writes, without the lines of the test runner around it.
pub fn sizes(machine: &Machine) -> Result<ExitCode, Problem> {
    let mut test = environment::command(machine, "cargo");
    test.args(["test", "--quiet", TESTS, "--test=sizes", "--", "--nocapture"]);
    let output = test.output().map_err(|error| Problem::not_started(&test, &error))?;
    let text = String::from_utf8_lossy(&output.stdout);
    text.lines().filter(|line| is_row(line)).for_each(|line| println!("{line}"));
    if output.status.success() {
        return Ok(ExitCode::SUCCESS);
    }
    eprint!("{}", String::from_utf8_lossy(&output.stderr));
    Err(Problem::new("a size is over its budget, or there is no page to measure")
        .advise("`cargo xtask build` builds the page; the budgets stand in tests/sizes.rs"))
}

/// Whether a line of output belongs to the table of sizes: its columns are aligned on the right.
fn is_row(line: &str) -> bool {
    let is_size = |word: &str| word == "bytes" || word.bytes().all(|byte| byte.is_ascii_digit());
    line.starts_with(' ') && line.split_whitespace().next().is_some_and(is_size)
}

/// Checks the crates for known vulnerabilities. What the database says changes from day to day and comes over the
/// network, so this is not a stage of `test`.
pub fn audit(machine: &Machine) -> Result<ExitCode, Problem> {
    let deny = || environment::command(machine, "cargo-deny");
    if !status(deny().args(["fetch", "db"]))?.success() {
        return Err(Problem::new("cannot fetch RustSec's database")
            .advise("check that github.com can be reached, then run the same command again"));
    }
    let passed = status(deny().args(["check", "--disable-fetch", "advisories"]))?.success();
    Ok(if passed { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

fn trunk(machine: &Machine, subcommand: &str) -> Command {
    let mut trunk = environment::command(machine, "trunk");
    trunk.arg(subcommand);
    trunk
}

/// Returns a command of the program for editors, to run in the caller's folder. Cargo compiles the program as it does for
/// Trunk's hook, and therefore only once.
fn program(machine: &Machine, command: &str) -> Command {
    let mut cargo = Command::new("cargo");
    environment::of_children(machine).apply(&mut cargo);
    cargo.args(["run", "--quiet", "--package", PROGRAM, "--manifest-path"]);
    cargo.arg(machine.repository.join("Cargo.toml")).args(["--", command]);
    cargo
}

/// Replaces this process, so that whoever stops `cargo xtask serve` stops the server. Returns only if that fails.
fn exec(command: &mut Command) -> Result<ExitCode, Problem> {
    let error = command.exec();
    Err(Problem::not_started(command, &error))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_of_sizes_are_recognized() {
        let output = "\nrunning 1 test\n    bytes    brotli  file\n      700       300  sw.js\n                300  worker, of 1500\n.\n\
                      failures:\n    the_page_stays_within_its_budgets\ntest result: ok. 1 passed";
        assert_eq!(output.lines().filter(|line| is_row(line)).count(), 3);
    }
}
