//! Reads a picture to its end, as publishing does, so that a check finds what a build would refuse.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use palimpsest_compiler::files::Shown;

use crate::{pictures, raster, sprite};

/// Reads the picture at `path`.
///
/// # Errors
///
/// Returns why a page cannot show it.
pub fn probe(path: &Path, shown: Shown) -> Result<(), String> {
    read(path, shown).map_err(|error| format!("{error:#}"))
}

fn read(path: &Path, shown: Shown) -> Result<()> {
    let is_photograph = pictures::ending(&path.to_string_lossy()).is_some();
    match shown {
        _ if is_photograph => {
            let raster = raster::read(&fs::read(path)?)?;
            if shown == Shown::Portrait {
                raster.context(pictures::UNCUT)?;
            }
        }
        Shown::Portrait => drop(sprite::symbol("", &fs::read_to_string(path)?)?),
        Shown::Whole => {}
    }
    Ok(())
}
