//! `palimpsest-publish [SITE [STORY]]`: publishes the story in the built site. Trunk calls it after each build and says
//! in the environment what it built and how. Without an argument, the story is `$PALIMPSEST_STORY` or else `story/`.
//!
//! `palimpsest-publish headers nginx|caddy [SITE]`: prints what such a host needs to serve the built site.

use std::env;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::{Result, bail};
use palimpsest_publish::{Host, Options, headers, publish};

fn main() -> ExitCode {
    let mut arguments = env::args_os().skip(1).map(PathBuf::from).peekable();
    let done = match arguments.next_if(|first| first == Path::new("headers")) {
        Some(_) => print_headers(arguments),
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
    let site = arguments.next().or_else(|| env::var_os("TRUNK_STAGING_DIR").map(PathBuf::from));
    let story = arguments.next().or_else(|| env::var_os("PALIMPSEST_STORY").map(PathBuf::from));
    let story = story.unwrap_or_else(|| project.join("story"));
    // Trunk builds for `serve` in its debug profile.
    let strict = env::var_os("TRUNK_PROFILE").is_none_or(|profile| profile == "release");
    let site = site.as_deref().unwrap_or(Path::new("dist"));
    publish(&Options { site, story: &story, project: &project, strict })
}
