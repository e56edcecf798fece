//! The engine that is embedded in the program.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail};
use palimpsest_publish::Engine;

/// The packed engine; empty if the program was built without one.
static PACKED: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/engine"));

/// Returns the engine in `file`, or the embedded one if no file is given.
///
/// # Errors
///
/// Returns an error if the file cannot be read or contains no engine, or if none is embedded in the program.
pub fn engine(file: Option<&Path>) -> Result<Engine> {
    match file {
        Some(file) => {
            let packed = fs::read(file).with_context(|| format!("cannot read the engine {}", file.display()))?;
            Engine::unpack(&packed).with_context(|| format!("{} holds no engine", file.display()))
        }
        None if PACKED.is_empty() => bail!(
            "this program was built without an engine, and cannot make pages\n  = help: `cargo xtask dist` builds one that \
             can; or name the engine that `cargo xtask build` keeps: --engine target/engine.tar"
        ),
        None => Engine::unpack(PACKED).context("the engine of this program is broken: download the program again"),
    }
}
