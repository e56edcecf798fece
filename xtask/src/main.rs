//! `cargo xtask <command>`: set up, serve, build and test Palimpsest.
//!
//! Every command first brings what it needs ([`setup`]), then starts other programs in one and the same environment
//! ([`environment`]). Nothing of the page itself is made here: that is Trunk's and `crates/publish`'s work. Unix only.

use std::{
    os::unix::process::CommandExt,
    process::{Command, ExitCode},
};

mod audit;
mod cli;
mod environment;
mod lockfile;
mod machine;
mod packages;
mod pictures;
mod problem;
mod requirement;
mod run;
mod setup;
mod stages;
mod tally;
mod tools;
mod wasm_std;

use cli::Task;
use machine::Machine;
use problem::Problem;
use requirement::Needs;

fn main() -> ExitCode {
    let task = match cli::parse(std::env::args().skip(1)) {
        Ok(task) => task,
        Err(mistake) => {
            eprintln!("error: {mistake}\n\n{}", cli::USAGE);
            return ExitCode::from(2);
        }
    };
    match perform(task) {
        Ok(code) => code,
        Err(problem) => {
            eprintln!("{problem}");
            ExitCode::FAILURE
        }
    }
}

fn perform(task: Task) -> Result<ExitCode, Problem> {
    if task == Task::Help {
        println!("{}", cli::USAGE);
        return Ok(ExitCode::SUCCESS);
    }
    let machine = Machine::detect()?;
    match task {
        Task::Help => {}
        Task::Setup { tests } => {
            let needs = if tests { Needs::TESTS } else { Needs::BUILD };
            if !setup::provide(&machine, needs)? {
                println!("Everything is there.");
            }
        }
        Task::Env => print!("{}", environment::exports(&machine)),
        Task::Serve { arguments } => {
            setup::provide(&machine, Needs::BUILD)?;
            // Not into dist/: what stands there is the finished page.
            let elsewhere =
                arguments.iter().any(|argument| argument.starts_with("--dist") || argument.starts_with("-d"));
            let own = (!elsewhere).then(|| "--dist=target/serve".to_owned());
            let arguments = own.into_iter().chain(arguments);
            return Err(become_trunk(&machine, "serve", &arguments.collect::<Vec<_>>()));
        }
        Task::Check { arguments } => {
            setup::provide(&machine, Needs::default())?;
            return Err(become_checker(&machine, &arguments));
        }
        Task::Build { arguments } => {
            setup::provide(&machine, Needs::BUILD)?;
            let arguments = ["--release".to_owned()].into_iter().chain(arguments);
            return Err(become_trunk(&machine, "build", &arguments.collect::<Vec<_>>()));
        }
        Task::Shots { names } => {
            setup::provide(&machine, Needs::PICTURES)?;
            return pictures::take(&machine, &names);
        }
        Task::Audit => {
            setup::provide(&machine, Needs::CRATES)?;
            return audit::ask(&machine);
        }
        Task::Headers { arguments } => {
            setup::provide(&machine, Needs::default())?;
            return Err(become_publish(&machine, &arguments));
        }
        Task::Test { only, arguments } => {
            setup::provide(&machine, stages::needs(&only))?;
            return Ok(stages::run(&machine, &only, &arguments));
        }
    }
    Ok(ExitCode::SUCCESS)
}

/// Replaces this process by the compiler's own program. It runs where the developer stands, so that the folder and the
/// places of problems are named from there. Returns only when that fails.
fn become_checker(machine: &Machine, arguments: &[String]) -> Problem {
    let mut cargo = Command::new("cargo");
    cargo.args(["run", "--quiet", "--package=palimpsest-compiler", "--bin=palimpsest-check", "--manifest-path"]);
    cargo.arg(machine.repository.join("Cargo.toml")).arg("--").args(arguments);
    let here = std::env::current_dir().is_ok_and(|here| here == machine.repository);
    if !here && !cli::names_folder(arguments) {
        cargo.arg(machine.repository.join("story"));
    }
    environment::of_children(machine).apply(&mut cargo);
    Problem::new(format!("cannot start cargo: {}", cargo.exec()))
}

/// Replaces this process by palimpsest-publish, which knows what is sent with each file. It runs where the developer stands. Returns
/// only when that fails.
fn become_publish(machine: &Machine, arguments: &[String]) -> Problem {
    let mut cargo = Command::new("cargo");
    cargo.args(["run", "--quiet", "--package=palimpsest-publish", "--manifest-path"]);
    cargo.arg(machine.repository.join("Cargo.toml")).args(["--", "headers"]).args(arguments);
    if arguments.len() == 1 {
        cargo.arg(machine.repository.join("dist"));
    }
    environment::of_children(machine).apply(&mut cargo);
    Problem::new(format!("cannot start cargo: {}", cargo.exec()))
}

/// Replaces this process, so that whoever ends `cargo xtask serve` ends the server. Returns only when that fails.
fn become_trunk(machine: &Machine, subcommand: &str, arguments: &[String]) -> Problem {
    let mut trunk = Command::new("trunk");
    trunk.arg(subcommand).args(arguments).current_dir(&machine.repository);
    environment::of_children(machine).apply(&mut trunk);
    Problem::new(format!("cannot start trunk: {}", trunk.exec()))
        .advise("`cargo xtask setup` installs it; see what that says.")
}
