//! Debian packages: which there are, whether they are installed, how they get installed; and where the browsers are,
//! on Debian or elsewhere.

use std::{
    env,
    ffi::OsStr,
    path::{Path, PathBuf},
    process::Command,
};

use crate::{
    machine::{Machine, Privilege, on_path},
    problem::Problem,
    run::run,
};

/// A Debian package that something here needs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Package {
    /// Its name.
    pub name: &'static str,
    /// A file of it.
    pub file: &'static str,
    /// What it is for.
    pub why: &'static str,
}

const fn package(name: &'static str, file: &'static str, why: &'static str) -> Package {
    Package { name, file, why }
}

/// A compiler, with what it takes to make its WebAssembly library.
pub const COMPILER: [Package; 4] = [
    package("rustc-web", "/usr/bin/rustc", "the compiler"),
    package("cargo-web", "/usr/bin/cargo", "Cargo for it"),
    package("rust-web-src", "/usr/lib/rustlib/src/rust", "the source of its standard library"),
    package("lld-22", "/usr/bin/wasm-ld-22", "the linker for WebAssembly"),
];

/// What checks the code.
pub const LINTS: [Package; 2] = [
    package("rust-web-clippy", "/usr/bin/cargo-clippy", "clippy, for the tests"),
    package("rustfmt-web", "/usr/bin/cargo-fmt", "rustfmt, for the tests"),
];

/// Three browsers, what drives them, and what reads the pages that they print.
pub const BROWSERS: [Package; 7] = [
    package("chromium", "/usr/bin/chromium", "a browser for the tests"),
    package("chromium-driver", "/usr/bin/chromedriver", "drives Chromium"),
    package("firefox-esr", "/usr/bin/firefox-esr", "a browser for the tests"),
    package("webkit2gtk-driver", "/usr/bin/WebKitWebDriver", "WebKit, a browser for the tests, and what drives it"),
    package("xvfb", "/usr/bin/Xvfb", "a screen for WebKit, which cannot do without"),
    package("fonts-dejavu-core", "/usr/share/fonts/truetype/dejavu/DejaVuSerif.ttf", "letters, Russian ones too"),
    package("poppler-utils", "/usr/bin/pdftotext", "reads printed pages in the tests, and turns them into pictures"),
];

/// Node.js and npm.
pub const NODE: [Package; 2] = [
    package("nodejs", "/usr/bin/node", "runs wasm-opt"),
    package("npm", "/usr/bin/npm", "fetches wasm-opt, axe-core and Readability"),
];

impl Package {
    /// Whether it is installed. dpkg's own list of its files tells it from another package with the same program, and
    /// the program from a package that was removed and left its settings.
    pub fn is_installed(&self) -> bool {
        let list = Path::new("/var/lib/dpkg/info").join(format!("{}.list", self.name));
        list.exists() && Path::new(self.file).exists()
    }
}

/// Installs all of them in one go.
pub fn install(machine: &Machine, packages: &[Package]) -> Result<(), Problem> {
    let names = packages.iter().map(|package| package.name);
    let arguments: Vec<&OsStr> =
        ["install", "--yes", "--no-install-recommends"].into_iter().chain(names).map(OsStr::new).collect();
    if machine.privilege == Privilege::None {
        let line: Vec<_> = arguments.iter().map(|word| word.to_string_lossy()).collect();
        return Err(Problem::new("packages are missing, and this user may not install any (no root, no sudo)")
            .advise(format!("run as root: apt-get update && apt-get {}", line.join(" "))));
    }
    // Lists that are old, or lack the security updates, name versions that are not there or too old. Fetching them may
    // fail for a source that has nothing to do with us: what counts is whether the packages come.
    let update = apt(machine, "fetch the lists of packages", &["update".as_ref()]);
    let title = format!("install {} Debian packages", packages.len());
    apt(machine, &title, &arguments).map_err(|problem| update.err().unwrap_or(problem))
}

/// Unpacks packages into a folder, which takes no rights, and runs nothing of theirs.
pub fn unpack(machine: &Machine, names: &[&str], folder: &Path) -> Result<(), Problem> {
    let title = format!("fetch Debian's {}", names.join(" and "));
    let download = || {
        let mut command = Command::new("apt-get");
        command.arg("download").args(names).current_dir(folder);
        run(machine, &title, &mut command)
    };
    // Lists that are old, or not there: see `install`.
    if download().is_err() {
        apt(machine, "fetch the lists of packages", &["update".as_ref()])?;
        download()?;
    }
    let line = "for package in *.deb; do dpkg-deb --extract \"$package\" . && rm \"$package\" || exit 1; done";
    let mut command = Command::new("sh");
    command.args(["-c", line]).current_dir(folder);
    run(machine, &format!("unpack Debian's {}", names.join(" and ")), &mut command)
}

/// nginx, which Debian keeps where only root looks.
pub fn nginx() -> Option<PathBuf> {
    on_path("nginx").or_else(|| Some(PathBuf::from("/usr/sbin/nginx")).filter(|file| file.is_file()))
}

fn apt(machine: &Machine, title: &str, arguments: &[&OsStr]) -> Result<(), Problem> {
    let mut command = root_command(machine, "apt-get");
    // Another apt, of an automatic upgrade say, is waited for.
    command.arg("-oDPkg::Lock::Timeout=300").args(arguments);
    run(machine, title, &mut command)
        .map_err(|problem| problem.advise("mend what apt-get says above, then run the same command again"))
}

/// Runs a short line of shell with root's rights.
pub fn as_root(machine: &Machine, line: &str) -> Result<(), Problem> {
    if machine.privilege == Privilege::None {
        return Err(
            Problem::new("only root may do the next step (no root, no sudo)").advise(format!("run as root: {line}"))
        );
    }
    let failed = |why: String| Problem::new(format!("with root's rights, `{line}` {why}"));
    match root_command(machine, "sh").args(["-c", line]).output() {
        Ok(output) if output.status.success() => Ok(()),
        Ok(output) => Err(failed(format!("failed: {}", String::from_utf8_lossy(&output.stderr).trim()))),
        Err(error) => Err(failed(format!("could not be started: {error}"))),
    }
}

fn root_command(machine: &Machine, program: &str) -> Command {
    // Through `env`, for sudo lets no variable pass.
    let mut command = Command::new(if machine.privilege == Privilege::Root { "env" } else { "sudo" });
    if machine.privilege != Privilege::Root {
        command.arg("env");
    }
    command.args(["DEBIAN_FRONTEND=noninteractive", program]);
    command
}

/// The `WebDriver` of Chromium or Chrome.
pub fn chromedriver() -> Option<PathBuf> {
    on_path("chromedriver")
}

/// Chromium or Chrome.
pub fn chromium() -> Option<PathBuf> {
    ["chromium", "chromium-browser", "google-chrome"].into_iter().find_map(on_path)
}

/// Firefox.
pub fn firefox() -> Option<PathBuf> {
    ["firefox-esr", "firefox"].into_iter().find_map(on_path)
}

/// Poppler's reader of PDF files.
pub fn pdf_to_text() -> Option<PathBuf> {
    on_path("pdftotext")
}

/// The `WebDriver` of `WebKitGTK`.
pub fn webkit_driver() -> Option<PathBuf> {
    on_path("WebKitWebDriver")
}

/// The browser of `WebKitGTK`: it is meant for tests and therefore not on `PATH`.
pub fn mini_browser() -> Option<PathBuf> {
    let debian = format!("/usr/lib/{}-linux-gnu", env::consts::ARCH);
    [debian.as_str(), "/usr/libexec", "/usr/lib", "/usr/lib64"]
        .into_iter()
        .flat_map(|folder| ["webkit2gtk-4.1", "webkit2gtk-4.0", "webkitgtk-6.0"].map(|api| Path::new(folder).join(api)))
        .map(|folder| folder.join("MiniBrowser"))
        .find(|file| file.is_file())
}
