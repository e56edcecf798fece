//! The environment in which every child process runs: Trunk, Cargo, the tests, and through `cargo xtask env` the
//! developer's own shell.

use std::{
    collections::BTreeMap,
    env,
    ffi::{OsStr, OsString},
    fmt::Write as _,
    fs,
    path::{Path, PathBuf},
    process::Command,
};

use crate::{
    debian::linker,
    machine::{DEBIAN_LINKER, DEBIAN_TOOLCHAIN, Machine, Rust, WASM},
    programs, tools,
};

/// Variables that Cargo and rustup set for xtask itself, or that select another compiler than the one that setup has
/// prepared.
const MISLEADING: [&str; 9] = [
    "CARGO",
    "CARGO_BIN_NAME",
    "CARGO_CRATE_NAME",
    "CARGO_PRIMARY_PACKAGE",
    "OUT_DIR",
    "RUSTC",
    "RUSTDOC",
    "RUSTUP_TOOLCHAIN_SOURCE",
    "RUST_RECURSION_COUNT",
];

/// The difference between xtask's own environment and that of its children.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Changes {
    set: BTreeMap<String, OsString>,
    remove: Vec<String>,
}

impl Changes {
    /// Makes Trunk's hook run this program instead of asking Cargo whether it is up to date.
    pub fn set_publisher(&mut self, program: &Path) {
        self.set.insert("PALIMPSEST_PUBLISH".to_owned(), program.into());
    }

    /// The compiler flags for the page.
    pub fn page_flags(&self) -> String {
        self.set.get(&for_page("RUSTFLAGS")).map(|value| value.to_string_lossy().into_owned()).unwrap_or_default()
    }

    /// Applies the changes to a command before it starts.
    pub fn apply(&self, command: &mut Command) {
        for name in &self.remove {
            command.env_remove(name);
        }
        command.envs(&self.set);
    }
}

/// The environment of xtask's children on this machine.
pub fn of_children(machine: &Machine) -> Changes {
    let inherited: BTreeMap<String, OsString> =
        env::vars_os().filter_map(|(name, value)| Some((name.into_string().ok()?, value))).collect();
    changes(machine, &inherited, &programs::for_tests(machine))
}

/// A command that runs in the repository, in that environment.
pub fn command(machine: &Machine, program: &str) -> Command {
    let mut command = Command::new(program);
    command.current_dir(&machine.repository);
    of_children(machine).apply(&mut command);
    command
}

/// The same environment for a POSIX shell: lines to `eval`.
pub fn exports(machine: &Machine) -> String {
    of_children(machine)
        .set
        .iter()
        // Cargo set this one for the current run of xtask.
        .filter(|(name, _)| *name != "LD_LIBRARY_PATH")
        .fold(String::new(), |mut lines, (name, value)| {
            let value = value.to_string_lossy().replace('\'', r"'\''");
            // Writing into a String cannot fail.
            let _ = writeln!(lines, "export {name}='{value}'");
            lines
        })
}

fn changes(machine: &Machine, inherited: &BTreeMap<String, OsString>, tests: &[(&str, PathBuf)]) -> Changes {
    let mut changes = Changes::default();
    let misleads = |name: &str| {
        MISLEADING.contains(&name) || name.starts_with("CARGO_PKG_") || name.starts_with("CARGO_MANIFEST_")
    };
    changes.remove.extend(inherited.keys().filter(|name| misleads(name)).cloned());

    if let Some(value) = inherited.get("LD_LIBRARY_PATH") {
        let kept = env::split_paths(value).filter(|folder| !is_cargos(folder, machine));
        match env::join_paths(kept) {
            Ok(value) if !value.is_empty() => {
                changes.set.insert("LD_LIBRARY_PATH".to_owned(), value);
            }
            _ => changes.remove.push("LD_LIBRARY_PATH".to_owned()),
        }
    }

    let mut first = tools::folders_for_path(machine);
    if let Rust::Debian { linked } = machine.rust {
        if linked {
            changes.set.insert("RUSTUP_TOOLCHAIN".to_owned(), DEBIAN_TOOLCHAIN.into());
        } else {
            changes.remove.push("RUSTUP_TOOLCHAIN".to_owned());
            first.push(PathBuf::from("/usr/bin"));
        }
        changes.set.insert(for_page("LINKER"), DEBIAN_LINKER.into());
        // Where GCC looks for the linker first.
        let folders = inherited.get("COMPILER_PATH").map(OsString::as_os_str).unwrap_or_default();
        changes.set.insert("COMPILER_PATH".to_owned(), with_first(&[linker::folder(machine)], folders));
    } else {
        // The budgets of tests/sizes.rs are those of a library that is compiled for size, as only Debian's is here.
        changes.set.insert("PALIMPSEST_STD".to_owned(), "precompiled".into());
    }
    let flags = for_page("RUSTFLAGS");
    let mut places = crate_sources(inherited);
    // The source of the standard library, if it is installed beside the compiler.
    places.extend(machine.sysroot.join("lib/rustlib/src/rust/library").to_str().map(str::to_owned));
    if let Some(value) = remapping(inherited.get(&flags), &places) {
        changes.set.insert(flags, value.into());
    }
    let path = inherited.get("PATH").map(OsString::as_os_str).unwrap_or_default();
    changes.set.insert("PATH".to_owned(), with_first(&first, path));
    // Otherwise Trunk checks for newer versions of itself and downloads tools that it does not find.
    changes.set.insert("TRUNK_OFFLINE".to_owned(), "true".into());
    changes.set.extend(tests.iter().map(|(name, file)| ((*name).to_owned(), file.clone().into_os_string())));
    changes
}

/// The name of a Cargo setting for the page's target alone.
fn for_page(name: &str) -> String {
    format!("CARGO_TARGET_{}_{name}", WASM.to_uppercase().replace('-', "_"))
}

/// The folders with the sources of crates, one for each registry.
fn crate_sources(inherited: &BTreeMap<String, OsString>) -> Vec<String> {
    let in_home = || inherited.get("HOME").map(|home| Path::new(home).join(".cargo"));
    let cargo = inherited.get("CARGO_HOME").map(PathBuf::from).or_else(in_home);
    let registries = cargo.and_then(|cargo| fs::read_dir(cargo.join("registry/src")).ok());
    let mut folders: Vec<String> = registries
        .into_iter()
        .flatten()
        .flatten()
        .filter_map(|entry| entry.path().to_str().map(str::to_owned))
        .collect();
    folders.sort();
    folders
}

/// Compiler flags that keep folder names out of panic messages, so that the page is the same wherever it is built.
/// Cargo separates flags by spaces, so a folder with a space in its name cannot be remapped.
fn remapping(inherited: Option<&OsString>, folders: &[String]) -> Option<String> {
    let own = inherited.map(|flags| flags.to_string_lossy().into_owned()).unwrap_or_default();
    let mut flags: Vec<String> = own.split_whitespace().map(str::to_owned).collect();
    for folder in folders.iter().filter(|folder| !folder.contains(char::is_whitespace)) {
        let flag = format!("--remap-path-prefix={folder}=");
        if !flags.contains(&flag) {
            flags.push(flag);
        }
    }
    (!flags.is_empty()).then(|| flags.join(" "))
}

/// Whether `cargo run` added this folder to the library path. Another compiler must not load the libraries in it.
fn is_cargos(folder: &Path, machine: &Machine) -> bool {
    folder.starts_with(machine.target_directory())
        || folder.components().any(|part| part.as_os_str() == "toolchains" || part.as_os_str() == "rustlib")
        || folder == machine.sysroot.join("lib")
}

/// `path` with these folders moved to its start.
fn with_first(first: &[PathBuf], path: &OsStr) -> OsString {
    let rest = env::split_paths(path).filter(|folder| !folder.as_os_str().is_empty() && !first.contains(folder));
    env::join_paths(first.iter().cloned().chain(rest)).unwrap_or_else(|_| path.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::machine::Privilege;

    fn machine(rust: Rust) -> Machine {
        Machine {
            repository: "/project".into(),
            cache: "/nowhere/cache".into(),
            rust,
            sysroot: "/usr".into(),
            is_debian: true,
            privilege: Privilege::None,
        }
    }

    fn inherited(variables: &[(&str, &str)]) -> BTreeMap<String, OsString> {
        variables.iter().map(|(name, value)| ((*name).to_owned(), OsString::from(value))).collect()
    }

    #[test]
    fn variables_that_cargo_sets_for_xtask_are_removed() {
        let outer = inherited(&[
            ("CARGO", "/toolchain/bin/cargo"),
            ("CARGO_HOME", "/opt/me/.cargo"),
            ("CARGO_MANIFEST_DIR", "/project/xtask"),
            ("CARGO_PKG_NAME", "xtask"),
            ("LD_LIBRARY_PATH", "/project/target/debug/deps:/opt/me/.rustup/toolchains/stable/lib"),
            ("PATH", "/bin"),
        ]);
        let changes = changes(&machine(Rust::Rustup), &outer, &[]);
        assert_eq!(changes.remove, ["CARGO", "CARGO_MANIFEST_DIR", "CARGO_PKG_NAME", "LD_LIBRARY_PATH"]);
        assert!(!changes.set.contains_key("RUSTUP_TOOLCHAIN"));
    }

    #[test]
    fn debians_compiler_is_a_rustup_toolchain_or_first_on_the_path() {
        let outer = inherited(&[("PATH", "/opt/me/.cargo/bin:/usr/bin:/bin")]);
        let linked = changes(&machine(Rust::Debian { linked: true }), &outer, &[]);
        assert_eq!(linked.set["RUSTUP_TOOLCHAIN"], "debian");
        assert_eq!(linked.set["CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_LINKER"], "wasm-ld-22");
        assert_eq!(linked.set["COMPILER_PATH"], "/nowhere/cache/linker");
        let bare = changes(&machine(Rust::Debian { linked: false }), &outer, &[]);
        assert!(bare.set["PATH"].to_string_lossy().ends_with("/usr/bin:/opt/me/.cargo/bin:/bin"));
        let library = "--remap-path-prefix=/usr/lib/rustlib/src/rust/library=";
        assert_eq!(bare.set["CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS"], library);
    }

    #[test]
    fn source_folders_are_remapped_once() {
        let folders = ["/me/.cargo/registry/src/one".to_owned(), "/my home/registry/src/two".to_owned()];
        let flags = "--remap-path-prefix=/me/.cargo/registry/src/one=";
        assert_eq!(remapping(None, &folders).as_deref(), Some(flags));
        assert_eq!(remapping(Some(&flags.into()), &folders).as_deref(), Some(flags));
        let own = format!("-Cdebuginfo=0 {flags}");
        assert_eq!(remapping(Some(&"-Cdebuginfo=0".into()), &folders), Some(own));
        assert_eq!(remapping(None, &[]), None);
    }

    #[test]
    fn tests_receive_the_paths_of_browsers() {
        let browsers = [("PALIMPSEST_CHROMIUM", PathBuf::from("/usr/bin/chromium"))];
        let changes = changes(&machine(Rust::AsItIs), &inherited(&[("PATH", "/bin")]), &browsers);
        assert_eq!(changes.set["PALIMPSEST_CHROMIUM"], "/usr/bin/chromium");
        assert_eq!(changes.set["TRUNK_OFFLINE"], "true");
    }
}
