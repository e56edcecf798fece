//! `palimpsest`: a single program for editors. It contains the complete engine, and needs neither a compiler nor a network.
//!
//! `arguments` defines the command line. Each command is a module; `carried` holds the engine, and `console` writes output.
//! Results go to standard output, everything else to standard error. The exit code is 0 for success, 1 for a problem with
//! the story or the system, and 2 for a wrong command line.

use std::process::ExitCode;

use anyhow::Result;
use clap::{CommandFactory as _, Parser as _};

mod arguments;
mod build;
mod carried;
mod check;
mod console;
mod folder;
mod hook;
mod import;
mod new;
mod sarif;
mod serve;

use arguments::{Arguments, Command};

fn main() -> ExitCode {
    let arguments = Arguments::parse();
    arguments.color.write_global();
    run(&arguments).unwrap_or_else(|error| {
        console::problem(&format!("{error:#}"));
        ExitCode::FAILURE
    })
}

fn run(arguments: &Arguments) -> Result<ExitCode> {
    let named = arguments.engine.as_deref().filter(|file| !file.as_os_str().is_empty());
    let engine = || carried::engine(named);
    match &arguments.command {
        Command::New { folder, example: None } => new::new(folder)?,
        Command::New { folder, example: Some(name) } => new::example(folder, name, &engine()?)?,
        Command::Import { file, folder } => import::import(file, folder.as_deref())?,
        Command::Check(options) => return check::check(options),
        Command::Build(options) => return build::build(options, &engine()?),
        Command::Serve(options) => serve::serve(options, &engine()?)?,
        Command::Headers { host, site } => {
            folder::check_page(site)?;
            console::say(palimpsest_publish::headers(site, (*host).into())?.trim_end())?;
        }
        Command::TrunkHook { site, story } => hook::publish_built(site.as_deref(), story.as_deref())?,
        Command::CompressEngine { kept, out } => hook::compress_engine(kept, out)?,
        Command::Completions { shell } => {
            let mut script = Vec::new();
            clap_complete::generate(*shell, &mut Arguments::command(), "palimpsest", &mut script);
            console::say(String::from_utf8_lossy(&script).trim_end())?;
        }
    }
    Ok(ExitCode::SUCCESS)
}
