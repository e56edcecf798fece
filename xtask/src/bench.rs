//! `cargo xtask bench`: builds the page, the program that publishes it and the bench, and measures them.
//! [`bench/`](../../bench/README.md) says what is measured and how.

use std::{
    ffi::OsString,
    fs,
    path::{Path, PathBuf},
    process::ExitCode,
};

use lexopt::{Arg, Error, Parser, ValueExt};

use crate::{
    dist, environment,
    machine::{Machine, on_path},
    problem::Problem,
    programs::CHROMIUM,
    run::{run, status},
};

/// The parts that can be measured separately, in the order of a run.
const PARTS: [&str; 4] = ["paint", "growth", "publish", "edit"];
/// The maximum number of runs, and the maximum number of events in a story.
const MOST: [u32; 2] = [99, 100_000];

/// What to measure. `bench/options.mjs` chooses everything that is not set here.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Plan {
    /// Options for `bench/bench.mjs`, all of them checked.
    options: Vec<String>,
}

/// Parses the options, so that a wrong one is reported before anything is built.
pub fn parse(parser: &mut Parser) -> Result<Plan, Error> {
    let mut plan = Plan::default();
    while let Some(argument) = parser.next()? {
        let Arg::Long(name) = argument else { return Err(argument.unexpected()) };
        let name = name.to_owned();
        if name == "quick" {
            plan.options.push("--quick".to_owned());
            continue;
        }
        let value = match name.as_str() {
            "only" | "runs" | "sizes" | "name" => parser.value()?.string()?,
            _ => {
                return Err(format!(
                    "`bench` has no option `--{name}`; it has --only, --runs, --sizes, --name, --quick"
                )
                .into());
            }
        };
        let wrong = match name.as_str() {
            "only" => {
                let unknown = value.split(',').find(|part| !PARTS.contains(part));
                unknown.map(|part| format!("takes {}, joined by commas, and not `{part}`", PARTS.join(", ")))
            }
            "runs" => number(&value, 0).err(),
            "sizes" => value.split(',').find_map(|size| number(size, 1).err()),
            _ => {
                let is_plain = |letter: char| letter.is_ascii_alphanumeric() || letter == '-' || letter == '_';
                (value.is_empty() || !value.chars().all(is_plain))
                    .then(|| format!("takes letters, digits, - and _, and not `{value}`"))
            }
        };
        if let Some(wrong) = wrong {
            return Err(format!("--{name} {wrong}").into());
        }
        plan.options.extend([format!("--{name}"), value]);
    }
    Ok(plan)
}

fn number(word: &str, which: usize) -> Result<u32, String> {
    let most = MOST[which];
    let found = word.parse().ok().filter(|number| (1..=most).contains(number));
    found.ok_or_else(|| format!("takes whole numbers from 1 to {most}, and not `{word}`"))
}

/// Builds and measures everything in the plan.
pub fn bench(machine: &Machine, plan: &Plan) -> Result<ExitCode, Problem> {
    let folder = machine.repository.join("bench");
    let out = machine.target_directory().join("bench");
    let chromium = CHROMIUM.into_iter().rev().find_map(on_path).ok_or_else(|| {
        Problem::new("Chromium is not on PATH").advise("install Chromium or Chrome, which the bench measures in")
    })?;
    install(machine, &folder)?;
    let publisher = dist::publish(machine)?;
    let mut node = environment::command(machine, "node");
    node.arg(folder.join("bench.mjs")).args(&plan.options);
    let places: [(&str, PathBuf); 5] = [
        ("--site", machine.repository.join("dist")),
        ("--publisher", publisher),
        ("--repository", machine.repository.clone()),
        ("--chromium", chromium),
        ("--out", out),
    ];
    node.args(places.into_iter().flat_map(|(name, place)| [OsString::from(name), place.into_os_string()]));
    Ok(if status(&mut node)?.success() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

/// Installs the peers and the browser's driver, unless the installed ones match the lock file.
fn install(machine: &Machine, folder: &Path) -> Result<(), Problem> {
    let changed = |file: &str| fs::metadata(folder.join(file)).and_then(|data| data.modified()).ok();
    let installed = changed("node_modules/.package-lock.json");
    if installed.is_some() && installed >= changed("package-lock.json") {
        return Ok(());
    }
    let mut npm = environment::command(machine, "npm");
    npm.args(["ci", "--no-audit", "--no-fund"]).current_dir(folder);
    run(machine, "fetch the pages of the bench", &mut npm)
        .map_err(|problem| problem.advise("check that npm can reach its registry, then run the same command again"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parsed(line: &str) -> Result<Plan, String> {
        parse(&mut Parser::from_args(line.split_whitespace())).map_err(|error| error.to_string())
    }

    #[test]
    fn options_are_passed_on_once_they_are_checked() {
        let plan = parsed("--only publish,paint --runs=3 --sizes 30,1000 --name before_1 --quick").expect("a plan");
        let options = ["--only", "publish,paint", "--runs", "3", "--sizes", "30,1000", "--name", "before_1", "--quick"];
        assert_eq!(plan.options, options);
        assert_eq!(parsed("").expect("a plan"), Plan::default());
    }

    #[test]
    fn a_wrong_option_says_what_it_takes() {
        for (line, words) in [
            ("--only pain", ["--only", "growth", "`pain`"]),
            ("--only paint,", ["--only", "growth", "``"]),
            ("--runs none", ["--runs", "1 to 99", "`none`"]),
            ("--runs 0", ["--runs", "1 to 99", "`0`"]),
            ("--sizes 30,-1", ["--sizes", "1 to 100000", "`-1`"]),
            ("--sizes 1000000", ["--sizes", "1 to 100000", "`1000000`"]),
            ("--name ../mine", ["--name", "letters", "`../mine`"]),
            ("--fast", ["--fast", "--quick", "--sizes"]),
        ] {
            let error = parsed(line).expect_err(line);
            assert!(words.iter().all(|word| error.contains(word)), "{error}");
        }
        assert!(parsed("--runs").is_err() && parsed("paint").is_err() && parsed("--quick=yes").is_err());
    }
}
