//! The stages of `cargo xtask test`. Later stages run even if earlier ones fail, so that one run reports everything.

use std::{
    ffi::OsString,
    io::IsTerminal,
    process::{Command, ExitCode},
    time::{Duration, Instant},
};

use crate::{
    commands::TESTS,
    environment::{self, Changes},
    machine::{Machine, WASM},
    programs::PROGRAM,
    requirement::Needs,
    run::{follow, human},
    tally::Tally,
};

/// A program that succeeds or fails.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stage {
    Format,
    /// cargo-deny: licenses, versions and origins of all crates. It takes minutes to compile; `tests/licenses.rs` checks the
    /// most important rules at once.
    Deny,
    Clippy,
    /// Clippy over the browser program, compiled for the browser.
    ClippyWasm,
    Doc,
    /// The unit tests of `bench/`, which need none of its packages.
    Bench,
    /// Compiles all native programs and tests.
    Compile,
    /// Builds the finished page into `dist`, which the tests read.
    Build,
    Test,
    /// Ten thousand random steps in each browser.
    Endurance,
    /// Builds the page in two more folders and compares the results.
    Reproducible,
    /// Validates the books of all stories with `EPUBCheck`, and their articles in TEI with Jing, which it contains.
    Books,
    /// Builds the program for editors and its packages, and runs them on their own.
    Dist,
}

impl Stage {
    /// All stages, in the order in which they run.
    pub const ALL: [Self; 13] = [
        Self::Format,
        Self::Deny,
        Self::Clippy,
        Self::ClippyWasm,
        Self::Doc,
        Self::Bench,
        Self::Compile,
        Self::Build,
        Self::Test,
        Self::Endurance,
        Self::Reproducible,
        Self::Books,
        Self::Dist,
    ];

    /// Whether the stage takes long and only runs on request.
    pub fn is_long(self) -> bool {
        matches!(self, Self::Deny | Self::Endurance | Self::Reproducible | Self::Books | Self::Dist)
    }

    /// The stage with this name.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|stage| stage.name() == name)
    }

    fn name(self) -> &'static str {
        match self {
            Self::Format => "fmt",
            Self::Deny => "deny",
            Self::Clippy => "clippy",
            Self::ClippyWasm => "clippy-wasm",
            Self::Doc => "doc",
            Self::Bench => "bench",
            Self::Compile => "compile",
            Self::Build => "build",
            Self::Test => "test",
            Self::Endurance => "endurance",
            Self::Reproducible => "reproducible",
            Self::Books => "books",
            Self::Dist => "dist",
        }
    }

    fn command_line(self) -> Vec<&'static str> {
        match self {
            Self::Format => vec!["cargo", "fmt", "--all", "--check"],
            Self::Deny => {
                vec!["cargo-deny", "--offline", "--workspace", "check", "-Dwarnings", "licenses", "bans", "sources"]
            }
            Self::Clippy => vec!["cargo", "clippy", "--workspace", "--all-targets", "--", "-Dwarnings"],
            Self::ClippyWasm => {
                vec!["cargo", "clippy", "--package=palimpsest", "--target", WASM, "--", "-Dwarnings"]
            }
            Self::Doc => {
                // There are no examples. Naming them makes Cargo enable the same features as in the other stages, so that
                // it does not check most crates again.
                let features = ["--lib", "--bin=palimpsest", "--bin=xtask", "--examples"];
                ["cargo", "doc", "--workspace", "--no-deps", "--document-private-items"]
                    .into_iter()
                    .chain(features)
                    .collect()
            }
            Self::Bench => vec!["npm", "--prefix=bench", "--silent", "test"],
            Self::Compile => vec!["cargo", "build", "--workspace", "--bins", "--tests"],
            Self::Build => vec!["trunk", "build", "--release"],
            Self::Test => vec!["cargo", "test", "--no-fail-fast"],
            Self::Endurance => vec!["cargo", "test", TESTS, "--test=browsers", "--", "--ignored", "endurance::"],
            Self::Reproducible => vec!["cargo", "test", TESTS, "--test=reproducible", "--", "--ignored"],
            // The whole workspace, because everything is compiled for it already.
            Self::Books => vec!["cargo", "test", "--workspace", "--test=data", "--", "--ignored"],
            Self::Dist => vec!["cargo", "test", TESTS, "--test=alone", "--", "--ignored", "--show-output"],
        }
    }
}

/// What these stages need.
pub fn needs(stages: &[Stage]) -> Needs {
    let runs = |wanted: &[Stage]| stages.iter().any(|stage| wanted.contains(stage));
    Needs {
        build: runs(&[Stage::Build, Stage::Reproducible, Stage::Dist]),
        lints: runs(&[Stage::Format, Stage::Clippy, Stage::ClippyWasm]),
        browsers: runs(&[Stage::Test, Stage::Endurance]),
        crates: runs(&[Stage::Deny]),
        books: runs(&[Stage::Books]),
    }
}

/// Runs the stages and prints the sum as the last line. `test_arguments` are passed to `cargo test`.
pub fn run(machine: &Machine, stages: &[Stage], test_arguments: &[OsString]) -> ExitCode {
    let mut sum = Tally::default();
    let mut failed = Vec::new();
    let mut changes = environment::of_children(machine);
    for &stage in stages {
        let mut words: Vec<OsString> = stage.command_line().into_iter().map(OsString::from).collect();
        if stage == Stage::Test {
            if failed.contains(&Stage::Build.name()) {
                println!("\nThere is no page to test, so only the unit tests run.");
                words.extend(["--lib", "--bins"].map(OsString::from));
            }
            if !chooses_packages(test_arguments) {
                words.push("--workspace".into());
            }
            words.extend_from_slice(test_arguments);
        }
        let (tally, time) = run_one(machine, &changes, stage, &words);
        sum = sum.plus(tally);
        let outcome = if tally.failed == 0 { "passed" } else { "FAILED" };
        println!("== {}: {outcome} in {}", stage.name(), human(time));
        if tally.failed > 0 {
            failed.push(stage.name());
        } else if stage == Stage::Compile {
            // Otherwise, Trunk's hook would compile it again with many of its dependencies: Cargo enables fewer of their
            // features for one package than for the whole workspace.
            changes.set_publisher(&machine.target_directory().join("debug").join(PROGRAM));
        }
    }
    println!();
    if !failed.is_empty() {
        println!("failed: {}", failed.join(", "));
    }
    println!("{}", sum.summary());
    if sum.is_good() { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

/// Whether these arguments for `cargo test` select packages.
fn chooses_packages(arguments: &[OsString]) -> bool {
    let mut of_cargo = arguments.iter().take_while(|word| *word != "--").filter_map(|word| word.to_str());
    of_cargo.any(|word| word.starts_with("-p") || word.starts_with("--package"))
}

fn run_one(machine: &Machine, changes: &Changes, stage: Stage, words: &[OsString]) -> (Tally, Duration) {
    let line: Vec<_> = words.iter().map(|word| word.to_string_lossy()).collect();
    println!("\n== {}: {}", stage.name(), line.join(" "));
    let start = Instant::now();
    let mut command = Command::new(&words[0]);
    command.args(&words[1..]).current_dir(&machine.repository);
    changes.apply(&mut command);
    if stage == Stage::Doc {
        command.env("RUSTDOCFLAGS", "-Dwarnings");
    }
    // The output passes through a pipe, for which programs turn colors off.
    if std::io::stdout().is_terminal() && std::env::var_os("NO_COLOR").is_none_or(|value| value.is_empty()) {
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
            println!("`{}` could not be started: {error}", line[0]);
            false
        }
    };
    let tally = match stage {
        Stage::Test | Stage::Endurance | Stage::Reproducible | Stage::Books => {
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
    fn stages_have_unique_names() {
        for stage in Stage::ALL {
            assert_eq!(Stage::named(stage.name()), Some(stage));
        }
        assert_eq!(Stage::named("lint"), None);
    }

    #[test]
    fn packages_are_selected_before_the_dashes() {
        let chosen = |line: &str| chooses_packages(&line.split(' ').map(OsString::from).collect::<Vec<_>>());
        assert!(chosen("--package xtask") && chosen("-pxtask") && chosen("-p xtask -- --nocapture"));
        assert!(!chosen("--test browsers -- -p") && !chosen("timeline"));
    }

    #[test]
    fn each_stage_has_its_own_needs() {
        let usual: Vec<_> = Stage::ALL.into_iter().filter(|stage| !stage.is_long()).collect();
        assert_eq!(needs(&usual), Needs::TESTS);
        assert_eq!(needs(&[Stage::Deny]), Needs::CRATES);
        assert_eq!(needs(&[Stage::Format]), Needs { lints: true, ..Needs::default() });
        assert_eq!(needs(&[Stage::Build]), Needs::BUILD);
    }
}
