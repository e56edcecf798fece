//! The pinned tools and their cache: `<cache>/<tool>-<version>/`, each installed beside its place first and then renamed,
//! so that an interrupted installation is never taken for a good one.

use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
};

use crate::{
    environment, lockfile,
    machine::{Machine, Rust, on_path},
    packages,
    problem::Problem,
    run::run,
};

/// A program, or a file, at one exact version.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tool {
    /// The name in its registry.
    pub name: &'static str,
    /// The exact version.
    pub version: String,
    /// What it is for.
    pub why: &'static str,
    source: Source,
    /// The file, in the tool's folder, that shows it is there.
    file: &'static str,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Source {
    /// Compiled by `cargo install` with these options, or fetched by `cargo binstall`.
    Cargo {
        options: &'static [&'static str],
        /// How much rustc optimises. Compiling these tools costs more than they will ever run, so: as little as does
        /// not show.
        opt_level: &'static str,
    },
    /// An npm package.
    Npm,
    /// Debian packages, unpacked beside one another and not installed: those of servers would start one, with every boot.
    Debian(&'static [&'static str]),
}

/// Builds, serves and packs the page.
pub fn trunk() -> Tool {
    Tool {
        name: "trunk",
        version: "0.22.1".to_owned(),
        why: "builds and serves the page",
        // It asks for a newer rustc than Debian's and builds well with that. Its update check would be one more thing
        // that asks the network.
        source: Source::Cargo {
            options: &["--locked", "--no-default-features", "--features=rustls", "--ignore-rust-version"],
            opt_level: "0",
        },
        file: "bin/trunk",
    }
}

/// Writes the JavaScript around the WebAssembly; it must be the version of the crate that the page links.
pub fn wasm_bindgen(version: String) -> Tool {
    Tool {
        name: "wasm-bindgen-cli",
        version,
        why: "joins the WebAssembly to the page; the version that Cargo.lock has",
        // Not `--locked`: its lock file names versions that a mirror may lack.
        // No default features: they are about the network, for its other programs.
        source: Source::Cargo {
            options: &["--bin=wasm-bindgen", "--no-default-features"],
            // It reads and writes the whole WebAssembly in every build: without this the developer waits.
            opt_level: "1",
        },
        file: "bin/wasm-bindgen",
    }
}

/// Has `wasm-opt`, which Trunk runs over a release build.
pub fn binaryen() -> Tool {
    Tool {
        name: "binaryen",
        version: "132.0.0".to_owned(),
        why: "has wasm-opt, which makes the WebAssembly smaller",
        source: Source::Npm,
        file: "bin/wasm-opt",
    }
}

/// Drives Firefox.
pub fn geckodriver() -> Tool {
    Tool {
        name: "geckodriver",
        version: "0.37.1".to_owned(),
        why: "drives Firefox in the tests",
        source: Source::Cargo { options: &["--locked"], opt_level: "0" },
        file: "bin/geckodriver",
    }
}

/// Finds accessibility mistakes in the page under test.
pub fn axe() -> Tool {
    Tool {
        name: "axe-core",
        version: "4.14.1".to_owned(),
        why: "finds accessibility mistakes in the tests",
        source: Source::Npm,
        file: "lib/node_modules/axe-core/axe.min.js",
    }
}

/// Checks the licences and origins of all crates.
pub fn cargo_deny() -> Tool {
    Tool {
        name: "cargo-deny",
        version: "0.20.2".to_owned(),
        why: "checks the crates' licences, versions and origins in the tests",
        source: Source::Cargo { options: &["--locked"], opt_level: "0" },
        file: "bin/cargo-deny",
    }
}

/// Serves the built page as hosts do.
pub fn nginx() -> Tool {
    Tool {
        name: "nginx",
        version: "debian".to_owned(),
        why: "serves the page in the tests",
        source: Source::Debian(&["nginx"]),
        file: "usr/sbin/nginx",
    }
}

/// Serves the built page as other hosts do.
pub fn caddy() -> Tool {
    Tool {
        name: "caddy",
        version: "debian".to_owned(),
        why: "serves the page in the tests",
        source: Source::Debian(&["caddy"]),
        file: "usr/bin/caddy",
    }
}

/// Firefox's reader mode: finds the article in a page.
pub fn readability() -> Tool {
    Tool {
        name: "@mozilla/readability",
        version: "0.6.0".to_owned(),
        why: "is the reader mode of the tests",
        source: Source::Npm,
        file: "lib/node_modules/@mozilla/readability/Readability.js",
    }
}

/// The oldest Chromium that the page claims, packed.
pub fn oldest_chromium() -> Tool {
    Tool {
        name: "@sparticuz/chromium",
        version: "123.0.1".to_owned(),
        why: "is the oldest Chromium of the tests",
        source: Source::Npm,
        file: "lib/node_modules/@sparticuz/chromium/bin/chromium.br",
    }
}

/// One that is older than those, packed.
pub fn older_chromium() -> Tool {
    Tool { version: "116.0.0".to_owned(), why: "is a Chromium of before, for the tests", ..oldest_chromium() }
}

/// What serve and build use.
pub fn for_building(machine: &Machine) -> Vec<Tool> {
    let lockfile = fs::read_to_string(machine.repository.join("Cargo.lock")).unwrap_or_default();
    // Without a lock file there is nothing to match yet; `cargo xtask` itself makes one before this runs.
    let wasm_bindgen = lockfile::version_of(&lockfile, "wasm-bindgen").map(wasm_bindgen);
    // The quick ones first: whoever looks on sees something happen.
    [Some(binaryen()), wasm_bindgen, Some(trunk())].into_iter().flatten().collect()
}

/// What the tests use beside that.
pub fn for_testing(machine: &Machine) -> Vec<Tool> {
    let servers = if machine.is_debian { vec![nginx(), caddy()] } else { Vec::new() };
    servers.into_iter().chain([axe(), readability(), oldest_chromium(), older_chromium(), geckodriver()]).collect()
}

/// All of them.
pub fn all(machine: &Machine) -> Vec<Tool> {
    for_building(machine).into_iter().chain(for_testing(machine)).chain([cargo_deny()]).collect()
}

impl Tool {
    fn folder(&self, machine: &Machine) -> PathBuf {
        machine.cache.join(self.folder_name())
    }

    /// One folder, also where npm's name has the scope of its publisher before a slash.
    fn folder_name(&self) -> String {
        format!("{}-{}", self.name.trim_start_matches('@').replace('/', "-"), self.version)
    }

    /// The file whose being there means that the tool is there.
    pub fn proof(&self, machine: &Machine) -> PathBuf {
        self.folder(machine).join(self.file)
    }

    /// The folder that belongs on `PATH`, if the tool is a program.
    pub fn folder_for_path(&self, machine: &Machine) -> Option<PathBuf> {
        self.file.starts_with("bin/").then(|| self.folder(machine).join("bin"))
    }

    /// Brings the tool into the cache.
    pub fn install(&self, machine: &Machine) -> Result<(), Problem> {
        let folder = self.folder(machine);
        let partial = machine.cache.join(format!("{}.partial", self.folder_name()));
        remove(&partial)?;
        fs::create_dir_all(&partial)
            .map_err(|error| Problem::new(format!("cannot make {}: {error}", partial.display())))?;
        let installed = match self.source {
            Source::Cargo { options, opt_level } => self.install_crate(machine, options, opt_level, &partial),
            Source::Npm => self.install_package(machine, &partial),
            Source::Debian(names) => packages::unpack(machine, names, &partial),
        };
        installed?;
        if !partial.join(self.file).exists() {
            return Err(Problem::new(format!("{} {} came without {}", self.name, self.version, self.file)));
        }
        remove(&folder)?;
        fs::rename(&partial, &folder)
            .map_err(|error| Problem::new(format!("cannot make {}: {error}", folder.display())))
    }

    fn install_crate(&self, machine: &Machine, options: &[&str], opt_level: &str, root: &Path) -> Result<(), Problem> {
        let Self { name, version, .. } = self;
        if machine.rust == Rust::Rustup && on_path("cargo-binstall").is_some() {
            let mut command = command(machine, "cargo");
            command.args(["binstall", "--no-confirm", "--root"]).arg(root).arg(format!("{name}@{version}"));
            // No ready binary for this machine is no failure: it is compiled instead.
            if run(machine, &format!("fetch {name} {version}"), &mut command).is_ok() {
                return Ok(());
            }
        }
        let mut command = command(machine, "cargo");
        command.arg("install").args(options).arg("--root").arg(root).arg(format!("{name}@{version}"));
        // One target folder for all: they share crates.
        command.env("CARGO_TARGET_DIR", build_folder(machine)).env_remove("RUSTFLAGS").envs([
            ("CARGO_PROFILE_RELEASE_OPT_LEVEL", opt_level),
            ("CARGO_PROFILE_RELEASE_LTO", "off"),
            ("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16"),
            ("CARGO_PROFILE_RELEASE_DEBUG", "0"),
        ]);
        run(machine, &format!("compile {name} {version}"), &mut command)
            .map_err(|problem| problem.advise("check that Cargo reaches its registry, then run the same command again"))
    }

    fn install_package(&self, machine: &Machine, prefix: &Path) -> Result<(), Problem> {
        let Self { name, version, .. } = self;
        let mut command = command(machine, "npm");
        // `--global` with a prefix lays programs into its `bin` folder.
        command.args(["install", "--global", "--no-audit", "--no-fund", "--prefix"]).arg(prefix);
        command.arg(format!("{name}@{version}"));
        run(machine, &format!("fetch {name} {version}"), &mut command)
            .map_err(|problem| problem.advise("check that npm reaches its registry, then run the same command again"))
    }
}

/// Throws away what compiling left behind; it is as large as all the tools ten times over.
pub fn clean_up(machine: &Machine) -> Result<(), Problem> {
    remove(&build_folder(machine))
}

/// Removes a folder that may be missing.
pub fn remove(folder: &Path) -> Result<(), Problem> {
    match fs::remove_dir_all(folder) {
        Err(error) if error.kind() != std::io::ErrorKind::NotFound => {
            Err(Problem::new(format!("cannot remove {}: {error}", folder.display())))
        }
        _ => Ok(()),
    }
}

fn build_folder(machine: &Machine) -> PathBuf {
    machine.cache.join("build")
}

/// A command that runs in the cache: the project's own Cargo settings must not reach the tools.
fn command(machine: &Machine, program: &str) -> Command {
    let mut command = Command::new(program);
    command.current_dir(&machine.cache);
    environment::of_children(machine).apply(&mut command);
    command
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_tool_has_one_folder_of_its_own() {
        assert_eq!(axe().folder_name(), "axe-core-4.14.1");
        assert_eq!(readability().folder_name(), "mozilla-readability-0.6.0");
    }
}
