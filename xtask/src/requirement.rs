//! What each command needs on each kind of machine, and whether it is installed. [`crate::setup`] installs it.

use std::{fs, path::PathBuf};

use crate::{
    debian::{
        linker,
        packages::{self, Package},
        toolchain, wasm_std,
    },
    lockfile,
    machine::{Machine, Rust, WASM, home, on_path},
    tools::{self, Tool},
};

/// What a command does.
#[allow(clippy::struct_excessive_bools, reason = "independent flags")]
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Needs {
    /// Builds the page.
    pub build: bool,
    /// Runs clippy and rustfmt.
    pub lints: bool,
    /// Opens the page in browsers.
    pub browsers: bool,
    /// Checks dependencies.
    pub crates: bool,
    /// Validates books.
    pub books: bool,
}

impl Needs {
    /// For `serve` and `build`.
    pub const BUILD: Self = Self { build: true, lints: false, browsers: false, crates: false, books: false };
    /// For `test` without its long stages.
    pub const TESTS: Self = Self { build: true, lints: true, browsers: true, crates: false, books: false };
    /// For `audit`.
    pub const CRATES: Self = Self { build: false, lints: false, browsers: false, crates: true, books: false };
    /// For `shots` and `bench`.
    pub const PICTURES: Self = Self { build: true, lints: false, browsers: true, crates: false, books: false };
}

/// Something that must be installed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Requirement {
    Package(Package),
    /// Debian's compiler as a rustup toolchain.
    LinkedToolchain,
    /// LLVM's linker, in a place where Debian's GCC finds it.
    Linker,
    /// A compiler for the browser that xtask cannot install.
    Compiler,
    /// The rustup target for the browser.
    Target,
    /// A rustup component and a file that it installs.
    Component(&'static str, &'static str),
    /// The standard library for the browser, on Debian.
    WasmStd,
    /// The sources of all crates, so that Trunk builds without the network.
    Crates,
    Tool(Tool),
    /// A program that the developer must install, and its purpose.
    Program(&'static str, &'static str),
}

/// All requirements, in the order in which they must be installed.
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
    let uses_npm = needs.build || needs.browsers || needs.books;
    let has_node = on_path("node").is_some() && on_path("npm").is_some();
    if uses_npm && machine.is_debian && !has_node {
        packages(&packages::NODE);
    }
    if needs.browsers && machine.is_debian {
        packages(&packages::BROWSERS);
    }
    let has_java = on_path("java").is_some();
    if needs.books && machine.is_debian && !has_java {
        packages(&[packages::JAVA]);
    }
    if needs.books && !machine.is_debian {
        all.push(Requirement::Program("java", "Java, which runs EPUBCheck"));
    }
    if uses_npm && !machine.is_debian {
        all.push(Requirement::Program("node", "Node.js, which runs wasm-opt"));
        all.push(Requirement::Program("npm", "npm, which fetches wasm-opt, axe-core and Readability"));
    }

    match machine.rust {
        Rust::Debian { linked } => {
            all.extend(linked.then_some(Requirement::LinkedToolchain));
            all.push(Requirement::Linker);
            // The flags of the standard library depend on the folders of the crates.
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
    if needs.books {
        all.push(Requirement::Tool(tools::EPUBCHECK));
    }
    if needs.crates {
        all.push(Requirement::Tool(tools::CARGO_DENY));
    }
    all
}

impl Requirement {
    /// Whether it is installed.
    pub fn is_met(&self, machine: &Machine) -> bool {
        match self {
            Self::Package(package) => package.is_installed(),
            Self::LinkedToolchain => toolchain::is_linked(machine),
            Self::Linker => linker::is_linked(machine),
            Self::Compiler | Self::Target => machine.wasm_libraries().join("lib").is_dir(),
            Self::Component(_, file) => machine.sysroot.join(file).exists(),
            Self::WasmStd => wasm_std::is_current(machine),
            Self::Crates => are_crates_fetched(machine),
            Self::Tool(tool) => tool.main_file(machine).exists(),
            Self::Program(name, _) => on_path(name).is_some(),
        }
    }

    /// One line: what it is and why it is needed.
    pub fn describe(&self) -> String {
        match self {
            Self::Package(package) => format!("Debian package {}: {}", package.name, package.why),
            Self::LinkedToolchain => {
                "rustup toolchain `debian`: makes plain cargo and trunk use Debian's compiler".into()
            }
            Self::Linker => "LLVM's linker, which links the test programs several times as fast".into(),
            Self::Compiler => format!("a compiler for {WASM}"),
            Self::Target => format!("rustup target {WASM}: compiles for the browser"),
            Self::Component(name, _) => {
                format!("rustup component {name}: checks the code")
            }
            Self::WasmStd => format!("Rust's standard library for {WASM}: compiled from Debian's source, 1–2 min"),
            Self::Crates => "the crates in Cargo.lock: so that the page builds without the network".into(),
            Self::Tool(tool) => format!("{} {}: {}", tool.name, tool.version, tool.why),
            Self::Program(name, why) => format!("{name}: {why}"),
        }
    }
}

/// Whether Cargo has fetched every crate in the lock file. Checking its files takes a millisecond, asking Cargo takes a
/// hundred.
fn are_crates_fetched(machine: &Machine) -> bool {
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
    fn debian_needs_nothing_from_rustup() {
        for needs in [Needs::BUILD, Needs::TESTS] {
            let all = described(Rust::Debian { linked: true }, true, needs);
            assert!(!all.contains("rustup target") && !all.contains("rustup component"), "{all}");
            assert!(all.contains("rustc-web") && all.contains("toolchain `debian`"), "{all}");
        }
        assert!(!described(Rust::Debian { linked: false }, true, Needs::BUILD).contains("toolchain `debian`"));
    }

    #[test]
    fn rustup_needs_nothing_from_debian() {
        let all = described(Rust::Rustup, true, Needs::TESTS);
        assert!(all.contains("rustup target wasm32-unknown-unknown") && all.contains("component clippy"), "{all}");
        assert!(!all.contains("rustc-web") && !all.contains("standard library"), "{all}");
    }

    #[test]
    fn building_needs_no_browsers_and_no_lints() {
        let all = described(Rust::Debian { linked: true }, true, Needs::BUILD);
        for word in ["chromium", "firefox", "geckodriver", "axe-core", "clippy", "rustfmt", "nginx", "cargo-deny"] {
            assert!(!all.contains(word), "{word} in\n{all}");
        }
    }

    #[test]
    fn other_systems_list_programs_to_install() {
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
