//! The three browsers: their programs, and how each is told the same thing.

use std::env;
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::OnceLock;

use serde_json::{Map, Value, json};

/// A browser engine.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Engine {
    Chromium,
    Firefox,
    WebKit,
}

impl Engine {
    pub const ALL: [Self; 3] = [Self::Chromium, Self::Firefox, Self::WebKit];

    /// Its name in the name of a test.
    pub fn name(self) -> String {
        format!("{self:?}").to_lowercase()
    }
}

/// How a browser is set up before it sees the page.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Setup {
    /// Scripts are switched off.
    pub scriptless: bool,
    /// The reader prefers dark pages.
    pub dark: bool,
}

impl Engine {
    /// The command that starts this engine's WebDriver on `port`; what it keeps goes into `folder`.
    pub fn driver(self, port: u16, folder: &Path, setup: Setup) -> Command {
        let mut command = match self {
            Self::Chromium => Command::new(program("PALIMPSEST_CHROMEDRIVER")),
            Self::Firefox => {
                let mut command = Command::new(program("PALIMPSEST_GECKODRIVER"));
                command.arg("--profile-root").arg(folder);
                command
            }
            Self::WebKit => {
                let mut command = Command::new(program("PALIMPSEST_WEBKITDRIVER"));
                command.env("DISPLAY", display()).env_remove("WAYLAND_DISPLAY");
                // GTK says which scheme is preferred, by its theme.
                command.env("GTK_THEME", if setup.dark { "Adwaita:dark" } else { "Adwaita" });
                command
            }
        };
        for (variable, name) in
            [("HOME", ""), ("XDG_CACHE_HOME", "cache"), ("XDG_CONFIG_HOME", "config"), ("XDG_DATA_HOME", "data")]
        {
            command.env(variable, folder.join(name));
        }
        command.arg(format!("--port={port}")).stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
        command
    }

    /// What to ask of this engine's WebDriver.
    pub fn capabilities(self, folder: &Path, setup: Setup) -> Map<String, Value> {
        let asked = match self {
            Self::Chromium => json!({
                "browserName": "chrome",
                "goog:chromeOptions": {
                    "binary": program("PALIMPSEST_CHROMIUM"),
                    "args": [
                        "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
                        "--disable-background-networking", "--disable-component-update", "--disable-sync",
                        format!("--user-data-dir={}", folder.join("profile").display()),
                    ],
                },
                "goog:loggingPrefs": { "browser": "ALL" },
            }),
            Self::Firefox => json!({
                "browserName": "firefox",
                "moz:firefoxOptions": {
                    "binary": program("PALIMPSEST_FIREFOX"),
                    "args": ["-headless"],
                    "prefs": {
                        // No processes in reserve, and one for the only site: each browser shows one page.
                        "dom.ipc.processPrelaunch.enabled": false,
                        "fission.autostart": false,
                        "dom.ipc.processCount": 1,
                        "javascript.enabled": !setup.scriptless,
                        // 0 is dark, 1 is light.
                        "layout.css.prefers-color-scheme.content-override": i32::from(!setup.dark),
                    },
                },
            }),
            Self::WebKit => json!({
                "browserName": "MiniBrowser",
                "webkitgtk:browserOptions": {
                    "binary": program("PALIMPSEST_MINIBROWSER"),
                    "args": [
                        "--automation",
                        format!("--enable-javascript={}", !setup.scriptless),
                    ],
                },
            }),
        };
        let Value::Object(mut asked) = asked else { unreachable!("each is an object") };
        // The load event would wait for a program that a journey holds back. WebKit's driver stops to answer when it
        // waits for less than that while a frame or a fragment is under way: it does not wait at all, and Page::goto does.
        let patience = if self == Self::WebKit { "none" } else { "eager" };
        asked.insert("pageLoadStrategy".to_owned(), patience.into());
        asked
    }
}

/// The program that the environment names.
pub fn program(variable: &str) -> PathBuf {
    let path = PathBuf::from(env::var_os(variable).unwrap_or_else(|| {
        panic!("{variable} is not set: run the tests by `cargo xtask test`, or `eval \"$(cargo xtask env)\"` first")
    }));
    assert!(path.exists(), "{variable} names {}, which does not exist: `cargo xtask setup --tests`", path.display());
    path
}

/// The X display of this run, for the one engine that has no headless mode.
fn display() -> &'static str {
    struct Server {
        name: String,
        _shell: Child,
    }
    // The shell ends the server when this process ends in whatever way, and its standard input with it.
    const SCRIPT: &str = "Xvfb -displayfd 1 -screen 0 1600x1200x24 -nolisten tcp & cat; kill $!";
    static SERVER: OnceLock<Server> = OnceLock::new();
    let server = SERVER.get_or_init(|| {
        let mut shell = Command::new("sh")
            .args(["-c", SCRIPT])
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        let mut number = String::new();
        BufReader::new(shell.stdout.take().unwrap()).read_line(&mut number).unwrap();
        assert!(!number.is_empty(), "Xvfb does not start: `cargo xtask setup --tests` installs it");
        Server { name: format!(":{}", number.trim()), _shell: shell }
    });
    &server.name
}
