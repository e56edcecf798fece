//! Debian packages: which ones are needed, whether they are installed, and how to install them.

use std::{path::Path, process::Command};

use crate::{
    machine::{Machine, Privilege},
    problem::Problem,
    run::run,
};

/// A Debian package.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Package {
    pub name: &'static str,
    /// A file that it installs.
    pub file: &'static str,
    pub why: &'static str,
}

const fn package(name: &'static str, file: &'static str, why: &'static str) -> Package {
    Package { name, file, why }
}

/// The compiler, and what [`super::wasm_std`] needs.
pub const COMPILER: [Package; 4] = [
    package("rustc-web", "/usr/bin/rustc", "the compiler"),
    package("cargo-web", "/usr/bin/cargo", "Cargo for it"),
    package("rust-web-src", "/usr/lib/rustlib/src/rust", "the source of its standard library"),
    package("lld-22", "/usr/bin/wasm-ld-22", "the linker for WebAssembly"),
];

/// The linters.
pub const LINTS: [Package; 2] = [
    package("rust-web-clippy", "/usr/bin/cargo-clippy", "clippy, for the tests"),
    package("rustfmt-web", "/usr/bin/cargo-fmt", "rustfmt, for the tests"),
];

/// Three browsers with their drivers, and a reader for the PDF files that they print.
pub const BROWSERS: [Package; 7] = [
    package("chromium-headless-shell", "/usr/bin/chromium-headless-shell", "a browser for the tests"),
    package("chromium-driver", "/usr/bin/chromedriver", "drives Chromium"),
    package("firefox-esr", "/usr/bin/firefox-esr", "a browser for the tests"),
    package("webkit2gtk-driver", "/usr/bin/WebKitWebDriver", "WebKit, a browser for the tests, and its driver"),
    package("xvfb", "/usr/bin/Xvfb", "a screen for WebKit, which has no headless mode"),
    package(
        "fonts-dejavu-core",
        "/usr/share/fonts/truetype/dejavu/DejaVuSerif.ttf",
        "a font with Latin and Cyrillic letters",
    ),
    package("poppler-utils", "/usr/bin/pdftotext", "reads printed pages in the tests"),
];

/// The runtime for `EPUBCheck`.
pub const JAVA: Package = package("default-jre-headless", "/usr/bin/java", "runs EPUBCheck");

/// Node.js and npm.
pub const NODE: [Package; 2] = [
    package("nodejs", "/usr/bin/node", "runs wasm-opt"),
    package("npm", "/usr/bin/npm", "fetches wasm-opt, axe-core and Readability"),
];

impl Package {
    /// Whether the package is installed. Another package may install the same program, and dpkg keeps the list of files of
    /// a removed package that left configuration behind, so both are checked.
    pub fn is_installed(&self) -> bool {
        let list = Path::new("/var/lib/dpkg/info").join(format!("{}.list", self.name));
        list.exists() && Path::new(self.file).exists()
    }
}

/// Installs all `packages` at once.
pub fn install(machine: &Machine, packages: &[Package]) -> Result<(), Problem> {
    let names = packages.iter().map(|package| package.name);
    let arguments: Vec<&str> = ["install", "--yes", "--no-install-recommends"].into_iter().chain(names).collect();
    if machine.privilege == Privilege::None {
        return Err(Problem::new("packages are missing, and this user may not install any (no root, no sudo)")
            .advise(format!("run as root: apt-get update && apt-get {}", arguments.join(" "))));
    }
    // The lists may be out of date or lack the security updates. `update` also fails for sources that have nothing to do
    // with these packages, so its error matters only if the installation fails too.
    let update = apt(machine, "fetch the lists of packages", &["update"]);
    let title = format!("install {} Debian packages", packages.len());
    apt(machine, &title, &arguments).map_err(|problem| update.err().unwrap_or(problem))
}

/// Unpacks a package into `folder`. Needs no privileges and runs none of the package's scripts.
pub fn unpack(machine: &Machine, name: &str, folder: &Path) -> Result<(), Problem> {
    let download = || {
        let mut command = Command::new("apt-get");
        command.args(["download", name]).current_dir(folder);
        run(machine, &format!("fetch Debian's {name}"), &mut command)
    };
    // The lists of packages may be missing or out of date.
    if download().is_err() {
        apt(machine, "fetch the lists of packages", &["update"])?;
        download()?;
    }
    let line = "dpkg-deb --extract *.deb . && rm *.deb";
    let mut command = Command::new("sh");
    command.args(["-c", line]).current_dir(folder);
    run(machine, &format!("unpack Debian's {name}"), &mut command)
}

fn apt(machine: &Machine, title: &str, arguments: &[&str]) -> Result<(), Problem> {
    let mut command = root_command(machine, "apt-get");
    // Waits for another apt, such as an automatic upgrade.
    command.arg("-oDPkg::Lock::Timeout=300").args(arguments);
    run(machine, title, &mut command)
        .map_err(|problem| problem.advise("fix what apt-get reports above, then run the same command again"))
}

/// Runs a shell command as root.
pub fn as_root(machine: &Machine, line: &str) -> Result<(), Problem> {
    if machine.privilege == Privilege::None {
        return Err(
            Problem::new("only root may do the next step (no root, no sudo)").advise(format!("run as root: {line}"))
        );
    }
    let failed = |why: String| Problem::new(format!("as root, `{line}` {why}"));
    match root_command(machine, "sh").args(["-c", line]).output() {
        Ok(output) if output.status.success() => Ok(()),
        Ok(output) => Err(failed(format!("failed: {}", String::from_utf8_lossy(&output.stderr).trim()))),
        Err(error) => Err(failed(format!("could not be started: {error}"))),
    }
}

fn root_command(machine: &Machine, program: &str) -> Command {
    // Through `env`, because sudo clears the environment.
    let mut command = Command::new(if machine.privilege == Privilege::Root { "env" } else { "sudo" });
    if machine.privilege != Privilege::Root {
        command.arg("env");
    }
    command.args(["DEBIAN_FRONTEND=noninteractive", program]);
    command
}
