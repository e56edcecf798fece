//! Lists the catalogs in `locales/`: the file itself is all that a new language needs.

use std::env::var_os;
use std::fs;
use std::path::PathBuf;

type Error = Box<dyn std::error::Error>;

fn main() -> Result<(), Error> {
    let variable = |name| var_os(name).map(PathBuf::from).ok_or_else(|| format!("Cargo sets no {name}"));
    let folder = variable("CARGO_MANIFEST_DIR")?.join("../../locales");
    println!("cargo::rerun-if-changed={}", folder.display());
    let mut catalogs = Vec::new();
    for entry in fs::read_dir(folder)? {
        let file = entry?.path();
        if file.extension().is_some_and(|extension| extension == "ftl") {
            let [tag, path] =
                [file.file_stem(), Some(file.as_os_str())].map(|name| name.and_then(|name| name.to_str()));
            let (Some(tag), Some(path)) = (tag, path) else {
                return Err(format!("{} is not UTF-8", file.display()).into());
            };
            catalogs.push(format!("    ({tag:?}, include_str!({path:?})),\n"));
        }
    }
    catalogs.sort();
    let list = format!("&[\n{}]\n", catalogs.concat());
    Ok(fs::write(variable("OUT_DIR")?.join("catalogs.rs"), list)?)
}
