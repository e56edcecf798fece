//! What each command needs on each kind of machine, and whether it is there. It installs nothing: [`crate::setup`] does.

use std::{env, fs, path::PathBuf};

use crate::{
    lockfile,
    machine::{Machine, Rust, WASM, on_path},
    packages::{self, Package},
    tools::{self, Tool},
    wasm_std,
};

/// What a command is about to do.
#[allow(clippy::struct_excessive_bools, reason = "four questions, each answered by yes or no")]
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Needs {
    /// Compile the page and pack it.
    pub build: bool,
    /// Check the code with clippy and rustfmt.
    pub lints: bool,
    /// Serve the page and open it in browsers.
    pub browsers: bool,
    /// Check the crates of others.
    pub crates: bool,
}

impl Needs {
    /// For `serve` and `build`.
    pub const BUILD: Self = Self { build: true, lints: false, browsers: false, crates: false };
    /// For all of `test`.
    pub const TESTS: Self = Self { build: true, lints: true, browsers: true, crates: true };
    /// For `audit`.
    pub const CRATES: Self = Self { build: false, lints: false, browsers: false, crates: true };
    /// For `shots`.
    pub const PICTURES: Self = Self { build: true, lints: false, browsers: true, crates: false };
}

/// One thing that must be there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Requirement {
    /// A Debian package.
    Package(Package),
    /// Debian's compiler as a toolchain of rustup's.
    LinkedToolchain,
    /// A compiler for the browser, where nothing here can bring one.
    Compiler,
    /// rustup's library for the browser.
    Target,
    /// One of rustup's components, with a file of it.
    Component(&'static str, &'static str),
    /// Debian's library for the browser.
    WasmStd,
    /// The sources of all crates, for Trunk builds without network.
    Crates,
    /// A pinned tool.
    Tool(Tool),
    /// A program that the developer has to install.
    Program(&'static str, &'static str),
}

/// Everything that is needed, in the order in which it has to be installed.
pub fn all(machine: &Machine, needs: Needs) -> Vec<Requirement> {
    let mut all = Vec::new();
    let mut packages = |packages: &[Package]| all.extend(packages.iter().copied().map(Requirement::Package));
    let is_debians_compiler = matches!(machine.rust, Rust::Debian { .. });
    if is_debians_compiler {
        packages(&packages::COMPILER);
        if needs.lints {
            packages(&packages::LINTS);
        }
    }
    let uses_npm = needs.build || needs.browsers;
    let has_node = on_path("node").is_some() && on_path("npm").is_some();
    if uses_npm && machine.is_debian && !has_node {
        packages(&packages::NODE);
    }
    if needs.browsers && machine.is_debian {
        packages(&packages::BROWSERS);
    }
    if uses_npm && !machine.is_debian {
        all.push(Requirement::Program("node", "Node.js, which runs wasm-opt"));
        all.push(Requirement::Program("npm", "npm, which fetches wasm-opt, axe-core and Readability"));
    }

    match machine.rust {
        Rust::Debian { linked } => {
            all.extend(linked.then_some(Requirement::LinkedToolchain));
            // The library is told where the sources of crates lie, so as not to name the place.
            all.extend([Requirement::Crates, Requirement::WasmStd]);
        }
        Rust::Rustup => all.push(Requirement::Target),
        Rust::AsItIs | Rust::Unknown => all.push(Requirement::Compiler),
    }
    if needs.lints && !is_debians_compiler {
        all.push(Requirement::Component("clippy", "bin/cargo-clippy"));
        all.push(Requirement::Component("rustfmt", "bin/cargo-fmt"));
    }
    if !all.contains(&Requirement::Crates) {
        all.push(Requirement::Crates);
    }
    if needs.build {
        all.extend(tools::for_building(machine).into_iter().map(Requirement::Tool));
    }
    if needs.browsers {
        all.extend(tools::for_testing(machine).into_iter().map(Requirement::Tool));
        if !machine.is_debian {
            all.push(Requirement::Program("chromedriver", "drives Chromium or Chrome in the tests"));
            all.push(Requirement::Program("firefox", "a browser for the tests"));
            all.push(Requirement::Program("WebKitWebDriver", "drives WebKit in the tests (part of WebKitGTK)"));
            all.push(Requirement::Program("nginx", "serves the page in the tests"));
            all.push(Requirement::Program("caddy", "serves the page in the tests"));
            all.push(Requirement::Program("pdftotext", "reads printed pages in the tests (part of Poppler)"));
        }
    }
    if needs.crates {
        all.push(Requirement::Tool(tools::cargo_deny()));
    }
    all
}

impl Requirement {
    /// Whether it is there.
    pub fn is_met(&self, machine: &Machine) -> bool {
        match self {
            Self::Package(package) => package.is_installed(),
            Self::LinkedToolchain => linked_toolchain().canonicalize().is_ok_and(|target| target == machine.sysroot),
            Self::Compiler | Self::Target => machine.wasm_libraries().join("lib").is_dir(),
            Self::Component(_, file) => machine.sysroot.join(file).exists(),
            Self::WasmStd => wasm_std::is_current(machine),
            Self::Crates => are_crates_there(machine),
            Self::Tool(tool) => tool.proof(machine).exists(),
            Self::Program(name, _) => on_path(name).is_some(),
        }
    }

    /// One line: what it is, and what for.
    pub fn describe(&self) -> String {
        match self {
            Self::Package(package) => format!("Debian package {}: {}", package.name, package.why),
            Self::LinkedToolchain => {
                "rustup toolchain `debian`: lets plain cargo and trunk use Debian's compiler".into()
            }
            Self::Compiler => format!("a compiler for {WASM}"),
            Self::Target => format!("rustup target {WASM}: compiles for the browser"),
            Self::Component(name, _) => {
                format!("rustup component {name}: checks the code in the tests")
            }
            Self::WasmStd => format!("Rust's standard library for {WASM}: compiled from Debian's source, 1-2 min"),
            Self::Crates => "the crates in Cargo.lock: the page builds without network then".into(),
            Self::Tool(tool) => format!("{} {}: {}", tool.name, tool.version, tool.why),
            Self::Program(name, why) => format!("{name}: {why}"),
        }
    }
}

/// Where rustup keeps the toolchain that links to Debian's compiler.
fn linked_toolchain() -> PathBuf {
    home("RUSTUP_HOME", ".rustup").join("toolchains").join(crate::environment::DEBIAN_TOOLCHAIN)
}

/// Whether Cargo has fetched every crate of the lock file. Looking at its files takes a millisecond, asking it a
/// hundred.
fn are_crates_there(machine: &Machine) -> bool {
    let Ok(lockfile) = fs::read_to_string(machine.repository.join("Cargo.lock")) else {
        return false;
    };
    let Ok(registries) = fs::read_dir(home("CARGO_HOME", ".cargo").join("registry/cache")) else {
        return false;
    };
    let registries: Vec<PathBuf> = registries.flatten().map(|registry| registry.path()).collect();
    lockfile::packages(&lockfile).iter().filter(|package| package.from_registry).all(|package| {
        let file = format!("{}-{}.crate", package.name, package.version);
        registries.iter().any(|registry| registry.join(&file).exists())
    })
}

fn home(variable: &str, below_home: &str) -> PathBuf {
    let in_home = || PathBuf::from(env::var_os("HOME").unwrap_or_default()).join(below_home);
    env::var_os(variable).map_or_else(in_home, PathBuf::from)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::machine::Privilege;

    fn described(rust: Rust, is_debian: bool, needs: Needs) -> String {
        let machine = Machine {
            repository: "/nowhere".into(),
            cache: "/nowhere".into(),
            rust,
            sysroot: "/nowhere".into(),
            is_debian,
            privilege: Privilege::None,
        };
        all(&machine, needs).iter().map(Requirement::describe).collect::<Vec<_>>().join("\n")
    }

    #[test]
    fn rustup_is_asked_for_nothing_where_debian_provides() {
        for needs in [Needs::BUILD, Needs::TESTS] {
            let all = described(Rust::Debian { linked: true }, true, needs);
            assert!(!all.contains("rustup target") && !all.contains("rustup component"), "{all}");
            assert!(all.contains("rustc-web") && all.contains("toolchain `debian`"), "{all}");
        }
        assert!(!described(Rust::Debian { linked: false }, true, Needs::BUILD).contains("toolchain `debian`"));
    }

    #[test]
    fn rustup_is_enough_where_it_may_download() {
        let all = described(Rust::Rustup, true, Needs::TESTS);
        assert!(all.contains("rustup target wasm32-unknown-unknown") && all.contains("component clippy"), "{all}");
        assert!(!all.contains("rustc-web") && !all.contains("standard library"), "{all}");
    }

    #[test]
    fn building_needs_no_browser_and_no_lints() {
        let all = described(Rust::Debian { linked: true }, true, Needs::BUILD);
        for word in ["chromium", "firefox", "geckodriver", "axe-core", "clippy", "rustfmt", "nginx", "cargo-deny"] {
            assert!(!all.contains(word), "{word} in\n{all}");
        }
    }

    #[test]
    fn other_systems_are_told_which_programs_to_install() {
        let all = described(Rust::Rustup, false, Needs::TESTS);
        assert!(
            all.contains("chromedriver")
                && all.contains("WebKitWebDriver")
                && all.contains("caddy")
                && !all.contains("Debian"),
            "{all}"
        );
    }
}
