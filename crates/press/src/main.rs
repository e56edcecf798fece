//! `palimpsest-press [SITE [STORY]]`: prints the story into the built site. Trunk calls it after each build and says in
//! the environment what it built and how.

use std::env;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use palimpsest_press::{Order, press};

fn main() -> ExitCode {
    let mut arguments = env::args_os().skip(1).map(PathBuf::from);
    let project = env::var_os("TRUNK_SOURCE_DIR").map_or_else(|| PathBuf::from("."), PathBuf::from);
    let site = arguments.next().or_else(|| env::var_os("TRUNK_STAGING_DIR").map(PathBuf::from));
    let story = arguments.next().unwrap_or_else(|| project.join("story"));
    // Trunk builds for `serve` in its debug profile.
    let strict = env::var_os("TRUNK_PROFILE").is_none_or(|profile| profile == "release");
    let site = site.as_deref().unwrap_or(Path::new("dist"));
    match press(&Order { site, story: &story, project: &project, strict }) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            // Not its `Debug`: problems of a story are for editors, who need no backtrace.
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}
