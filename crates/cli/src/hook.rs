//! The hidden commands that this project's own build calls. They produce the engine that the program embeds.

use std::path::{Path, PathBuf};
use std::{env, fs};

use anyhow::{Context, Result};
use palimpsest_publish::{Engine, Options, compressed, publish};

use crate::console;

/// The engine that a release build keeps, in Cargo's target directory.
const ENGINE: &str = "engine.tar";

/// Publishes a story in the page that Trunk has built, according to Trunk's environment variables.
///
/// `site` defaults to the page that Trunk is building, or else to `dist/`; `story` defaults to `$PALIMPSEST_STORY`, or else
/// to `story/` in the project. In a release build by Trunk, the engine is kept first.
///
/// # Errors
///
/// Returns an error if the story has problems, or if a file cannot be read or written.
pub fn publish_built(site: Option<&Path>, story: Option<&Path>) -> Result<()> {
    // A variable that is set to nothing names nothing.
    let named = |variable: &str| env::var_os(variable).filter(|value| !value.is_empty()).map(PathBuf::from);
    let project = named("TRUNK_SOURCE_DIR").unwrap_or_else(|| PathBuf::from("."));
    let staged = named("TRUNK_STAGING_DIR");
    let built = site.map(Path::to_owned).or_else(|| staged.clone()).unwrap_or_else(|| PathBuf::from("dist"));
    let story = story.map(Path::to_owned).or_else(|| named("PALIMPSEST_STORY"));
    let story = story.unwrap_or_else(|| project.join("story"));
    // For `trunk serve`, Trunk builds with its debug profile.
    let is_finished = env::var_os("TRUNK_PROFILE").is_none_or(|profile| profile == "release");
    let engine = Engine::of_build(&built, &project);
    if is_finished && staged.is_some_and(|staged| staged == built) {
        keep(&engine, &project)?;
    }
    let options = if is_finished { Options::FINISHED } else { Options::SERVED };
    console::notes(&publish(&engine, &story, &built, &options)?);
    Ok(())
}

/// Keeps the engine that Trunk has just built, before a story is published in it.
fn keep(engine: &Engine, project: &Path) -> Result<()> {
    let target = env::var_os("CARGO_TARGET_DIR").map_or_else(|| project.join("target"), PathBuf::from);
    let writing = || format!("writing {}", target.join(ENGINE).display());
    fs::create_dir_all(&target).with_context(writing)?;
    fs::write(target.join(ENGINE), engine.pack()?).with_context(writing)
}

/// Compresses an engine that a build has kept, for embedding in the executable. The output is not rewritten if it would not
/// change, so that Cargo does not recompile the program.
///
/// # Errors
///
/// Returns an error if a file cannot be read or written, or does not contain an engine.
pub fn compress_engine(kept: &Path, out: &Path) -> Result<()> {
    let reading = || format!("reading {}", kept.display());
    let packed = fs::read(kept).with_context(reading)?;
    Engine::unpack(&packed).with_context(reading)?;
    let bytes = compressed(&packed)?;
    if fs::read(out).is_ok_and(|before| before == bytes) {
        return Ok(());
    }
    fs::write(out, bytes).with_context(|| format!("writing {}", out.display()))
}
