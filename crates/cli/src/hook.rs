//! What the build of this project calls, and `--help` does not list: it makes the engine that the program carries.

use std::path::{Path, PathBuf};
use std::{env, fs};

use anyhow::{Context, Result};
use palimpsest_publish::{Engine, Options, compressed, publish};

/// The engine that a release build keeps, in Cargo's target folder.
const ENGINE: &str = "engine.tar";

/// Publishes a story in the page that Trunk has built, as Trunk's variables say. Without arguments, the page is the one
/// that Trunk is building, or else `dist/`, and the story is `$PALIMPSEST_STORY`, or else `story/`. Of a release build it
/// first keeps the engine.
///
/// # Errors
///
/// Every problem of the story, or a file that cannot be read or written.
pub fn publish_built(site: Option<&Path>, story: Option<&Path>) -> Result<()> {
    let named = |variable: &str| env::var_os(variable).map(PathBuf::from);
    let project = named("TRUNK_SOURCE_DIR").unwrap_or_else(|| PathBuf::from("."));
    let staged = named("TRUNK_STAGING_DIR");
    let built = site.map(Path::to_owned).or_else(|| staged.clone()).unwrap_or_else(|| PathBuf::from("dist"));
    let story = story.map(Path::to_owned).or_else(|| named("PALIMPSEST_STORY"));
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

/// Compresses an engine that a build kept, for the executable that is to carry it. A file that would not change is not
/// written, so that Cargo does not compile the program again.
///
/// # Errors
///
/// A file that cannot be read or written, or that holds no engine.
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
