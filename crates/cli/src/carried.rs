//! The engine that the program carries.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail};
use palimpsest_publish::Engine;

/// The packed engine; empty where the program was built without one.
static PACKED: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/engine"));

/// The engine in a file, or the one that the program carries.
///
/// # Errors
///
/// A file without an engine, or a program without one.
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
