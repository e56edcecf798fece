//! `cargo xtask <command>`: sets up, serves, builds and tests Palimpsest. Unix only.
//!
//! Each command first installs what it needs ([`setup`]) and then runs other programs in one shared environment
//! ([`environment`]). Building the page itself is the job of Trunk and `crates/publish`.
//!
//! [`debian`] contains what is only needed on a Debian machine whose rustup is missing or must not download.

use std::process::ExitCode;

mod bench;
mod cli;
mod commands;
mod debian;
mod dist;
mod environment;
mod install;
mod lockfile;
mod machine;
mod problem;
mod programs;
mod requirement;
mod run;
mod setup;
mod stages;
mod tally;
mod tools;
mod watch;

use cli::Task;
use machine::Machine;
use problem::Problem;
use requirement::Needs;

fn main() -> ExitCode {
    let task = match cli::parse(std::env::args_os().skip(1)) {
        Ok(task) => task,
        Err(error) => {
            eprintln!("error: {error}\n\n{}", cli::USAGE);
            return ExitCode::from(2);
        }
    };
    perform(task).unwrap_or_else(|problem| {
        eprintln!("{problem}");
        ExitCode::FAILURE
    })
}

fn perform(task: Task) -> Result<ExitCode, Problem> {
    if task == Task::Help {
        println!("{}", cli::USAGE);
        return Ok(ExitCode::SUCCESS);
    }
    let machine = Machine::detect()?;
    let needs = match &task {
        Task::Help | Task::Env | Task::Watch(_) => None,
        Task::Check { .. } | Task::Headers { .. } | Task::Sizes => Some(Needs::default()),
        Task::Setup { tests: false } | Task::Serve(_) | Task::Build { .. } | Task::Dist => Some(Needs::BUILD),
        Task::Setup { tests: true } => Some(Needs::TESTS),
        Task::Shots(_) | Task::Bench(_) => Some(Needs::PICTURES),
        Task::Audit => Some(Needs::CRATES),
        Task::Test { only, .. } => Some(stages::needs(only)),
    };
    let installed = needs.map_or(Ok(false), |needs| setup::provide(&machine, needs))?;
    match task {
        Task::Help => {}
        Task::Setup { .. } if installed => {}
        Task::Setup { .. } => println!("Nothing is missing."),
        Task::Env => print!("{}", environment::exports(&machine)),
        Task::Serve(arguments) => return commands::serve(&machine, arguments),
        Task::Dist => return dist::dist(&machine),
        Task::Build { single, arguments } => return commands::build(&machine, single, &arguments),
        Task::Check { folder, options } => return commands::check(&machine, folder, &options),
        Task::Headers { server, site } => return commands::headers(&machine, &server, site),
        Task::Shots(names) => return commands::shots(&machine, &names),
        Task::Sizes => return commands::sizes(&machine),
        Task::Audit => return commands::audit(&machine),
        Task::Bench(plan) => return bench::bench(&machine, &plan),
        Task::Watch(folder) => watch::watch(&machine, &folder),
        Task::Test { only, arguments } => return Ok(stages::run(&machine, &only, &arguments)),
    }
    Ok(ExitCode::SUCCESS)
}
