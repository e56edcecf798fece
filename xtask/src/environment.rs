//! The one environment in which every child runs: Trunk, Cargo, the tests, and through `cargo xtask env` the
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
    machine::{Machine, Rust, WASM, on_path},
    packages,
    tools::{self, Tool},
};

/// The name under which rustup knows Debian's compiler.
pub const DEBIAN_TOOLCHAIN: &str = "debian";
/// Debian's WebAssembly linker has its version in its name, and rustc looks for the bare one.
pub const DEBIAN_LINKER: &str = "wasm-ld-22";

/// What Cargo, rustup and `cargo run` set for xtask itself, and what would choose another compiler than the one that
/// setup has made ready.
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

/// The difference between xtask's own environment and its children's.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Changes {
    set: BTreeMap<String, OsString>,
    remove: Vec<String>,
}

impl Changes {
    /// Tells Trunk's hook to run this program, rather than have Cargo look whether it must be compiled.
    pub fn set_publish(&mut self, program: &Path) {
        self.set.insert("PALIMPSEST_PUBLISH".to_owned(), program.into());
    }

    /// What a variable is set to.
    pub fn value(&self, name: &str) -> Option<String> {
        self.set.get(name).map(|value| value.to_string_lossy().into_owned())
    }

    /// Makes the changes to a command that is about to start.
    pub fn apply(&self, command: &mut Command) {
        for name in &self.remove {
            command.env_remove(name);
        }
        command.envs(&self.set);
    }
}

/// What to change for the children of xtask on this machine.
pub fn of_children(machine: &Machine) -> Changes {
    let inherited: BTreeMap<String, OsString> =
        env::vars_os().filter_map(|(name, value)| Some((name.into_string().ok()?, value))).collect();
    changes(machine, &inherited, &test_programs(machine))
}

/// The same for a POSIX shell: lines to `eval`.
pub fn exports(machine: &Machine) -> String {
    of_children(machine)
        .set
        .iter()
        // xtask's own library path is none of the shell's business: Cargo made it up for this run.
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

    let mut first: Vec<PathBuf> = tools::all(machine).iter().filter_map(|tool| tool.folder_for_path(machine)).collect();
    if let Rust::Debian { linked } = machine.rust {
        if linked {
            changes.set.insert("RUSTUP_TOOLCHAIN".to_owned(), DEBIAN_TOOLCHAIN.into());
        } else {
            changes.remove.push("RUSTUP_TOOLCHAIN".to_owned());
            first.push(PathBuf::from("/usr/bin"));
        }
        changes.set.insert(for_page("LINKER"), DEBIAN_LINKER.into());
    }
    let flags = page_flags();
    let mut places = crates_folders(inherited);
    // The standard library's own, where its source lies beside the compiler.
    places.extend(machine.sysroot.join("lib/rustlib/src/rust/library").to_str().map(str::to_owned));
    if let Some(value) = without_places(inherited.get(&flags), &places) {
        changes.set.insert(flags, value.into());
    }
    let path = inherited.get("PATH").map(OsString::as_os_str).unwrap_or_default();
    changes.set.insert("PATH".to_owned(), with_first(&first, path));
    // Without it Trunk looks for newer versions of itself, and downloads a tool that it does not find.
    changes.set.insert("TRUNK_OFFLINE".to_owned(), "true".into());
    changes.set.extend(tests.iter().map(|(name, file)| ((*name).to_owned(), file.clone().into_os_string())));
    changes
}

/// The variable with the compiler's flags for the page.
pub fn page_flags() -> String {
    for_page("RUSTFLAGS")
}

/// One of Cargo's variables, for the page's target alone.
fn for_page(name: &str) -> String {
    format!("CARGO_TARGET_{}_{name}", WASM.to_uppercase().replace('-', "_"))
}

/// The folders that the sources of crates lie in, one for each registry.
fn crates_folders(inherited: &BTreeMap<String, OsString>) -> Vec<String> {
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

/// The compiler's flags for the page, which shall be the same wherever it is built: the messages of panics name files.
/// Flags are parted by blanks, so a folder with a blank in its name keeps its place.
fn without_places(inherited: Option<&OsString>, folders: &[String]) -> Option<String> {
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

/// `cargo run` puts the libraries of its build and of its own compiler first; another compiler must not load them.
fn is_cargos(folder: &Path, machine: &Machine) -> bool {
    folder.starts_with(machine.target_directory())
        || folder.components().any(|part| part.as_os_str() == "toolchains" || part.as_os_str() == "rustlib")
        || folder == machine.sysroot.join("lib")
}

/// `path` with these folders at its head, each once.
fn with_first(first: &[PathBuf], path: &OsStr) -> OsString {
    let rest = env::split_paths(path).filter(|folder| !first.contains(folder));
    env::join_paths(first.iter().cloned().chain(rest)).unwrap_or_else(|_| path.to_owned())
}

/// The programs and files that the tests start and read, as far as they are there.
fn test_programs(machine: &Machine) -> Vec<(&'static str, PathBuf)> {
    let tool = |tool: Tool| Some(tool.proof(machine)).filter(|file| file.exists());
    [
        ("PALIMPSEST_CHROMEDRIVER", packages::chromedriver()),
        ("PALIMPSEST_CHROMIUM", packages::chromium()),
        ("PALIMPSEST_GECKODRIVER", tool(tools::geckodriver())),
        ("PALIMPSEST_FIREFOX", packages::firefox()),
        ("PALIMPSEST_WEBKITDRIVER", packages::webkit_driver()),
        ("PALIMPSEST_MINIBROWSER", packages::mini_browser()),
        ("PALIMPSEST_AXE", tool(tools::axe())),
        ("PALIMPSEST_NGINX", tool(tools::nginx()).or_else(packages::nginx)),
        ("PALIMPSEST_CADDY", tool(tools::caddy()).or_else(|| on_path("caddy"))),
        ("PALIMPSEST_READABILITY", tool(tools::readability())),
        ("PALIMPSEST_OLDEST_CHROMIUM", tool(tools::oldest_chromium())),
        ("PALIMPSEST_OLDER_CHROMIUM", tool(tools::older_chromium())),
        ("PALIMPSEST_PDFTOTEXT", packages::pdf_to_text()),
    ]
    .into_iter()
    .filter_map(|(name, file)| Some((name, file?)))
    .collect()
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
    fn what_cargo_set_for_xtask_does_not_reach_the_children() {
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
    fn debians_compiler_is_named_to_rustup_or_put_first_on_the_path() {
        let outer = inherited(&[("PATH", "/opt/me/.cargo/bin:/usr/bin:/bin")]);
        let linked = changes(&machine(Rust::Debian { linked: true }), &outer, &[]);
        assert_eq!(linked.set["RUSTUP_TOOLCHAIN"], "debian");
        assert_eq!(linked.set["CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_LINKER"], "wasm-ld-22");
        let bare = changes(&machine(Rust::Debian { linked: false }), &outer, &[]);
        assert!(bare.set["PATH"].to_string_lossy().ends_with("/usr/bin:/opt/me/.cargo/bin:/bin"));
        let library = "--remap-path-prefix=/usr/lib/rustlib/src/rust/library=";
        assert_eq!(bare.set["CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS"], library);
    }

    #[test]
    fn the_page_does_not_say_where_it_was_built() {
        let folders = ["/me/.cargo/registry/src/one".to_owned(), "/my home/registry/src/two".to_owned()];
        let flags = "--remap-path-prefix=/me/.cargo/registry/src/one=";
        assert_eq!(without_places(None, &folders).as_deref(), Some(flags));
        assert_eq!(without_places(Some(&flags.into()), &folders).as_deref(), Some(flags));
        let own = format!("-Cdebuginfo=0 {flags}");
        assert_eq!(without_places(Some(&"-Cdebuginfo=0".into()), &folders), Some(own));
        assert_eq!(without_places(None, &[]), None);
    }

    #[test]
    fn the_tests_learn_where_the_browsers_are() {
        let browsers = [("PALIMPSEST_CHROMIUM", PathBuf::from("/usr/bin/chromium"))];
        let changes = changes(&machine(Rust::AsItIs), &inherited(&[("PATH", "/bin")]), &browsers);
        assert_eq!(changes.set["PALIMPSEST_CHROMIUM"], "/usr/bin/chromium");
        assert_eq!(changes.set["TRUNK_OFFLINE"], "true");
    }
}
