//! `palimpsest-publish [SITE [STORY]]`: publishes the story in the built site. Trunk calls it after each build and says
//! in the environment what it built and how. Without an argument, the story is `$PALIMPSEST_STORY` or else `story/`. Of a
//! release build it also keeps the engine, as `engine.tar` in Cargo's target folder.
//!
//! `palimpsest-publish engine FILE OUT`: compresses such an engine, for the executable that carries it.
//!
//! `palimpsest-publish single FILE OUT [STORY]`: makes one HTML file of the story with such an engine, in the folder OUT.
//!
//! `palimpsest-publish headers nginx|caddy [SITE]`: prints what such a host needs to serve the built site.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::{Context, Result, bail};
use palimpsest_compiler::compile;
use palimpsest_publish::{Engine, Host, Options, compressed, file_name, headers, publish, single_file};

/// The engine that a release build keeps, in Cargo's target folder.
const ENGINE: &str = "engine.tar";

fn main() -> ExitCode {
    let mut arguments = env::args_os().skip(1).map(PathBuf::from).peekable();
    let command =
        arguments.next_if(|first| ["headers", "engine", "single"].iter().any(|known| first == Path::new(known)));
    let done = match command.as_deref().and_then(Path::to_str) {
        Some("headers") => print_headers(arguments),
        Some("single") => write_single(arguments),
        Some(_) => compress_engine(arguments),
        None => publish_story(arguments),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            // Not its `Debug`: problems of a story are for editors, who need no backtrace.
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn print_headers(mut arguments: impl Iterator<Item = PathBuf>) -> Result<()> {
    let host = match arguments.next().as_deref().and_then(Path::to_str) {
        Some("nginx") => Host::Nginx,
        Some("caddy") => Host::Caddy,
        _ => bail!("for which host? `headers nginx` or `headers caddy`"),
    };
    let site = arguments.next();
    print!("{}", headers(site.as_deref().unwrap_or(Path::new("dist")), host)?);
    Ok(())
}

fn publish_story(mut arguments: impl Iterator<Item = PathBuf>) -> Result<()> {
    let project = env::var_os("TRUNK_SOURCE_DIR").map_or_else(|| PathBuf::from("."), PathBuf::from);
    let staged = env::var_os("TRUNK_STAGING_DIR").map(PathBuf::from);
    let built = arguments.next().or_else(|| staged.clone()).unwrap_or_else(|| PathBuf::from("dist"));
    let story = arguments.next().or_else(|| env::var_os("PALIMPSEST_STORY").map(PathBuf::from));
    let story = story.unwrap_or_else(|| project.join("story"));
    // Trunk builds for `serve` in its debug profile.
    let is_finished = env::var_os("TRUNK_PROFILE").is_none_or(|profile| profile == "release");
    let engine = Engine::of_build(&built, &project);
    if is_finished && staged.is_some_and(|staged| staged == built) {
        keep(&engine, &project)?;
    }
    publish(&engine, &story, &built, &if is_finished { Options::FINISHED } else { Options::SERVED })
}

/// Keeps the engine that Trunk has just built, before a story is published in it.
fn keep(engine: &Engine, project: &Path) -> Result<()> {
    let target = env::var_os("CARGO_TARGET_DIR").map_or_else(|| project.join("target"), PathBuf::from);
    let writing = || format!("writing {}", target.join(ENGINE).display());
    fs::create_dir_all(&target).with_context(writing)?;
    fs::write(target.join(ENGINE), engine.pack()?).with_context(writing)
}

/// Writes the page as one file, with the engine that a build kept.
fn write_single(mut arguments: impl Iterator<Item = PathBuf>) -> Result<()> {
    let (Some(kept), Some(out)) = (arguments.next(), arguments.next()) else {
        bail!("`single` takes a file and a folder")
    };
    let packed = fs::read(&kept).with_context(|| format!("reading {}", kept.display()))?;
    let engine = Engine::unpack(&packed).with_context(|| format!("reading {}", kept.display()))?;
    let folder = env::var_os("PALIMPSEST_STORY").map(PathBuf::from).or_else(|| arguments.next());
    let folder = folder.unwrap_or_else(|| PathBuf::from("story"));
    let compilation = compile(&folder);
    let Some(story) = compilation.story else { bail!("the story has problems\n\n{}", compilation.report()) };
    let file = out.join(file_name(&story.article.title));
    let page = single_file(&engine, story, &folder, &Options::FINISHED)?;
    let writing = || format!("writing {}", file.display());
    fs::create_dir_all(&out).with_context(writing)?;
    fs::write(&file, page).with_context(writing)?;
    println!("{}", file.display());
    Ok(())
}

/// Writes the engine that a build kept in fewer bytes.
fn compress_engine(mut arguments: impl Iterator<Item = PathBuf>) -> Result<()> {
    let (Some(kept), Some(out)) = (arguments.next(), arguments.next()) else { bail!("`engine` takes two files") };
    let packed = fs::read(&kept).with_context(|| format!("reading {}", kept.display()))?;
    Engine::unpack(&packed).with_context(|| format!("reading {}", kept.display()))?;
    fs::write(&out, compressed(&packed)?).with_context(|| format!("writing {}", out.display()))
}
