//! The programs and files that the tests need: where they are, and the variables that pass their paths on.

use std::{env, path::Path, path::PathBuf};

use crate::{
    machine::{Machine, on_path},
    tools::{self, Tool},
};

/// The names of Chromium, the best one for tests first. The headless shell is the engine without windows and tabs: the
/// journeys of the cards take 14 s in it, and 24 s in the browser.
pub const CHROMIUM: [&str; 4] = ["chromium-headless-shell", "chromium", "chromium-browser", "google-chrome"];

/// The package of the program for editors, and the name that Cargo gives the program.
pub const PROGRAM: &str = "palimpsest-cli";
/// The command of the program that publishes the story in a page that Trunk has built, which Trunk's hook runs.
pub const HOOK: &str = "trunk-hook";

/// Returns the variable and the path of each program that is installed.
pub fn for_tests(machine: &Machine) -> Vec<(&'static str, PathBuf)> {
    let tool = |tool: &Tool| Some(tool.main_file(machine)).filter(|file| file.exists());
    [
        ("PALIMPSEST_CHROMEDRIVER", on_path("chromedriver")),
        ("PALIMPSEST_CHROMIUM", CHROMIUM.into_iter().find_map(on_path)),
        ("PALIMPSEST_GECKODRIVER", tool(&tools::GECKODRIVER)),
        ("PALIMPSEST_FIREFOX", ["firefox-esr", "firefox"].into_iter().find_map(on_path)),
        ("PALIMPSEST_WEBKITDRIVER", on_path("WebKitWebDriver")),
        ("PALIMPSEST_MINIBROWSER", mini_browser()),
        ("PALIMPSEST_AXE", tool(&tools::AXE)),
        ("PALIMPSEST_NGINX", tool(&tools::NGINX).or_else(nginx)),
        ("PALIMPSEST_CADDY", tool(&tools::CADDY).or_else(|| on_path("caddy"))),
        ("PALIMPSEST_READABILITY", tool(&tools::READABILITY)),
        ("PALIMPSEST_OLDEST_CHROMIUM", tool(&tools::OLDEST_CHROMIUM)),
        ("PALIMPSEST_OLDER_CHROMIUM", tool(&tools::OLDER_CHROMIUM)),
        ("PALIMPSEST_EPUBCHECK", tool(&tools::EPUBCHECK)),
        ("PALIMPSEST_PDFTOTEXT", on_path("pdftotext")),
    ]
    .into_iter()
    .filter_map(|(name, file)| Some((name, file?)))
    .collect()
}

/// Finds nginx, which Debian installs into a folder that is only on root's `PATH`.
fn nginx() -> Option<PathBuf> {
    on_path("nginx").or_else(|| Some(PathBuf::from("/usr/sbin/nginx")).filter(|file| file.is_file()))
}

/// Finds `WebKitGTK`'s test browser, which is never on `PATH`.
fn mini_browser() -> Option<PathBuf> {
    let debian = format!("/usr/lib/{}-linux-gnu", env::consts::ARCH);
    [debian.as_str(), "/usr/libexec", "/usr/lib", "/usr/lib64"]
        .into_iter()
        .flat_map(|folder| ["webkit2gtk-4.1", "webkit2gtk-4.0", "webkitgtk-6.0"].map(|api| Path::new(folder).join(api)))
        .map(|folder| folder.join("MiniBrowser"))
        .find(|file| file.is_file())
}
