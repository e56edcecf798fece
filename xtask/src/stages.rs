//! The stages of `cargo xtask test`: each a program that succeeds or fails. All that still make sense run, whatever
//! failed before, so that one run tells everything.

use std::{
    io::IsTerminal,
    process::{Command, ExitCode},
    time::{Duration, Instant},
};

use crate::{
    environment::{self, Changes},
    machine::{Machine, WASM},
    requirement::Needs,
    run::{follow, spoken},
    tally::Tally,
};

/// The package with the tests of the whole.
pub const TESTS: &str = "palimpsest-tests";

/// One stage.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stage {
    /// rustfmt.
    Format,
    /// clippy over everything, natively.
    Clippy,
    /// clippy over the page's code as the browser gets it.
    ClippyWasm,
    /// The licences, versions and origins of all crates.
    Deny,
    /// rustdoc's warnings.
    Doc,
    /// All native programs and tests.
    Compile,
    /// The finished page in `dist`, which the tests read.
    Build,
    /// All tests.
    Test,
    /// Ten thousand steps of a reader in each browser.
    Endurance,
    /// The finished page again, in two other folders.
    Reproducible,
}

impl Stage {
    /// All of them, in order.
    pub const ALL: [Self; 8] =
        [Self::Format, Self::Deny, Self::Clippy, Self::ClippyWasm, Self::Doc, Self::Compile, Self::Build, Self::Test];

    /// What takes long, and is run where it is asked for.
    pub const LONG: [Self; 2] = [Self::Endurance, Self::Reproducible];

    /// The stage with this name on the command line.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().chain(Self::LONG).find(|stage| stage.name() == name)
    }

    fn name(self) -> &'static str {
        match self {
            Self::Format => "fmt",
            Self::Deny => "deny",
            Self::Clippy => "clippy",
            Self::ClippyWasm => "clippy-wasm",
            Self::Doc => "doc",
            Self::Compile => "compile",
            Self::Build => "build",
            Self::Test => "test",
            Self::Endurance => "endurance",
            Self::Reproducible => "reproducible",
        }
    }

    fn command_line(self) -> Vec<&'static str> {
        match self {
            Self::Format => vec!["cargo", "fmt", "--all", "--check"],
            Self::Deny => vec!["cargo-deny", "--offline", "check", "-Dwarnings", "licenses", "bans", "sources"],
            Self::Clippy => vec!["cargo", "clippy", "--workspace", "--all-targets", "--", "-Dwarnings"],
            Self::ClippyWasm => {
                vec!["cargo", "clippy", "--package=palimpsest", "--target", WASM, "--", "-Dwarnings"]
            }
            Self::Doc => {
                // There are no examples; asking for them makes Cargo turn on the tests' features of the crates, as in
                // the other stages, and so spares it to check most of them a second time.
                let features = ["--lib", "--bin=xtask", "--examples"];
                ["cargo", "doc", "--workspace", "--no-deps", "--document-private-items"]
                    .into_iter()
                    .chain(features)
                    .collect()
            }
            Self::Compile => vec!["cargo", "build", "--workspace", "--bins", "--tests"],
            Self::Build => vec!["trunk", "build", "--release"],
            Self::Test => vec!["cargo", "test", "--no-fail-fast"],
            Self::Endurance => vec!["cargo", "test", "-p", TESTS, "--test=browsers", "--", "--ignored", "endurance::"],
            Self::Reproducible => vec!["cargo", "test", "-p", TESTS, "--test=reproducible", "--", "--ignored"],
        }
    }
}

/// What these stages need on the machine.
pub fn needs(stages: &[Stage]) -> Needs {
    let runs = |wanted: &[Stage]| stages.iter().any(|stage| wanted.contains(stage));
    Needs {
        build: runs(&[Stage::Build, Stage::Reproducible]),
        lints: runs(&[Stage::Format, Stage::Clippy, Stage::ClippyWasm]),
        browsers: runs(&[Stage::Test, Stage::Endurance]),
        crates: runs(&[Stage::Deny]),
    }
}

/// Runs the stages, prints the sum as the last line. `test_arguments` go to `cargo test`.
pub fn run(machine: &Machine, stages: &[Stage], test_arguments: &[String]) -> ExitCode {
    let mut sum = Tally::default();
    let mut failed = Vec::new();
    let mut changes = environment::of_children(machine);
    for &stage in stages {
        let mut words: Vec<&str> = stage.command_line();
        if stage == Stage::Test {
            if failed.contains(&Stage::Build.name()) {
                println!("\nThere is no page to test: only the tests inside the crates run.");
                words.extend(["--lib", "--bins"]);
            }
            if !chooses_packages(test_arguments) {
                words.push("--workspace");
            }
            words.extend(test_arguments.iter().map(String::as_str));
        }
        let (tally, time) = run_one(machine, &changes, stage, &words);
        sum = sum.plus(tally);
        let outcome = if tally.failed == 0 { "passed" } else { "FAILED" };
        println!("== {}: {outcome} in {}", stage.name(), spoken(time));
        if tally.failed > 0 {
            failed.push(stage.name());
        } else if stage == Stage::Compile {
            // Trunk's hook would compile the press again, and half the crates with it: for the press alone Cargo turns
            // on fewer features of them than for the whole workspace.
            changes.set_press(&machine.target_directory().join("debug/palimpsest-press"));
        }
    }
    println!();
    if !failed.is_empty() {
        println!("failed: {}", failed.join(", "));
    }
    println!("{}", sum.summary());
    if sum.is_good() { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

/// Whether these arguments of Cargo's say which packages are meant.
fn chooses_packages(arguments: &[String]) -> bool {
    let mut of_cargo = arguments.iter().take_while(|word| *word != "--");
    of_cargo.any(|word| word.starts_with("-p") || word.starts_with("--package"))
}

fn run_one(machine: &Machine, changes: &Changes, stage: Stage, words: &[&str]) -> (Tally, Duration) {
    println!("\n== {}: {}", stage.name(), words.join(" "));
    let start = Instant::now();
    let mut command = Command::new(words[0]);
    command.args(&words[1..]).current_dir(&machine.repository);
    changes.apply(&mut command);
    if stage == Stage::Doc {
        command.env("RUSTDOCFLAGS", "-Dwarnings");
    }
    // Its output passes through here, so it takes itself for output to a file.
    if std::io::stdout().is_terminal() && std::env::var_os("NO_COLOR").is_none() {
        command.env("CARGO_TERM_COLOR", "always").env("TRUNK_COLOR", "always");
    }
    let mut output = Vec::new();
    let ended = follow(&mut command, Duration::from_secs(1), |line| {
        if let Some(line) = line {
            println!("{line}");
            output.push(line);
        }
    });
    let succeeded = match ended {
        Ok(status) => status.success(),
        Err(error) => {
            println!("`{}` could not be started: {error}", words[0]);
            false
        }
    };
    let tally = match stage {
        Stage::Test | Stage::Endurance | Stage::Reproducible => {
            Tally::of_tests(output.iter().map(String::as_str), succeeded)
        }
        _ => Tally::of_check(succeeded),
    };
    if tally.failed > 0 && stage == Stage::Test && succeeded {
        println!("No test ran.");
    }
    (tally, start.elapsed())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_stage_is_found_by_its_name() {
        for stage in Stage::ALL.into_iter().chain(Stage::LONG) {
            assert_eq!(Stage::named(stage.name()), Some(stage));
        }
        assert_eq!(Stage::named("lint"), None);
    }

    #[test]
    fn packages_are_chosen_before_the_dashes() {
        let chosen = |line: &str| chooses_packages(&line.split(' ').map(str::to_owned).collect::<Vec<_>>());
        assert!(chosen("--package xtask") && chosen("-pxtask") && chosen("-p xtask -- --nocapture"));
        assert!(!chosen("--test browsers -- -p") && !chosen("timeline"));
    }

    #[test]
    fn a_part_needs_no_more_than_its_own() {
        assert_eq!(needs(&Stage::ALL), Needs::TESTS);
        assert_eq!(needs(&[Stage::Format]), Needs { lints: true, ..Needs::default() });
        assert_eq!(needs(&[Stage::Build]), Needs::BUILD);
    }
}
