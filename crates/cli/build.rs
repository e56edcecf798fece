//! Puts the engine that `$PALIMPSEST_EMBED` names where the program includes it; an empty file where that is not set.

use std::path::PathBuf;
use std::{env, fs};

fn main() -> Result<(), String> {
    const VARIABLE: &str = "PALIMPSEST_EMBED";
    println!("cargo::rerun-if-env-changed={VARIABLE}");
    println!("cargo::rerun-if-changed=build.rs");
    let out = PathBuf::from(env::var_os("OUT_DIR").ok_or("Cargo names no folder")?).join("engine");
    let engine = match env::var_os(VARIABLE).filter(|file| !file.is_empty()).map(PathBuf::from) {
        Some(file) => {
            println!("cargo::rerun-if-changed={}", file.display());
            fs::read(&file).map_err(|error| format!("${VARIABLE} names {}: {error}", file.display()))?
        }
        None => Vec::new(),
    };
    fs::write(&out, engine).map_err(|error| format!("{}: {error}", out.display()))
}
