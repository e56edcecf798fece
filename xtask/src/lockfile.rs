//! Reads the names, versions and origins of crates from `Cargo.lock`. A TOML parser would have to be compiled before
//! anything else on a fresh machine, and Cargo always writes one `key = "value"` per line under `[[package]]`.

/// A `[[package]]` entry.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Locked {
    pub name: String,
    pub version: String,
    /// False for members of this workspace.
    pub from_registry: bool,
}

/// All packages, in the order of the file.
pub fn packages(lockfile: &str) -> Vec<Locked> {
    lockfile.split("[[package]]").skip(1).map(package).collect()
}

/// The version of the package `name`; the highest one if there are several.
pub fn version_of(lockfile: &str, name: &str) -> Option<String> {
    packages(lockfile).into_iter().rev().find(|package| package.name == name).map(|package| package.version)
}

fn package(text: &str) -> Locked {
    let mut locked = Locked::default();
    for line in text.lines() {
        let Some((key, value)) = line.split_once(" = ") else {
            continue;
        };
        let value = value.trim_matches('"');
        match key {
            "name" => value.clone_into(&mut locked.name),
            "version" => value.clone_into(&mut locked.version),
            "source" => {
                locked.from_registry = value.starts_with("registry+") || value.starts_with("sparse+");
            }
            _ => {}
        }
    }
    locked
}

#[cfg(test)]
mod tests {
    use super::*;

    const LOCKFILE: &str = r#"# @generated
version = 4

[[package]]
name = "palimpsest"
version = "0.1.0"
dependencies = [
 "wasm-bindgen",
]

[[package]]
name = "wasm-bindgen"
version = "0.2.126"
source = "registry+https://example.org/index"
checksum = "00"

[[package]]
name = "wasm-bindgen-macro"
version = "0.2.125"
source = "registry+https://example.org/index"
"#;

    #[test]
    fn finds_the_exact_name() {
        assert_eq!(version_of(LOCKFILE, "wasm-bindgen").as_deref(), Some("0.2.126"));
        assert_eq!(version_of(LOCKFILE, "wasm"), None);
    }

    #[test]
    fn knows_which_crates_come_from_a_registry() {
        let from_registry: Vec<bool> = packages(LOCKFILE).iter().map(|package| package.from_registry).collect();
        assert_eq!(from_registry, [false, true, true]);
    }
}
