//! The three browsers: their programs and their configuration.

use std::fs::{self, Permissions};
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::{Mutex, PoisonError};

use serde_json::{Map, Value, json};

use crate::screen::Screen;
pub use palimpsest_tests::program::program;

/// A browser engine.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Engine {
    Chromium,
    Firefox,
    WebKit,
}

impl Engine {
    pub const ALL: [Self; 3] = [Self::Chromium, Self::Firefox, Self::WebKit];

    /// The name of the engine in test names.
    pub fn name(self) -> String {
        format!("{self:?}").to_lowercase()
    }
}

/// The configuration of a browser.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Setup {
    /// JavaScript is disabled.
    pub scriptless: bool,
    /// `prefers-color-scheme: dark`.
    pub dark: bool,
    /// Another preference of the system.
    pub wish: Wish,
    /// A feature that is disabled.
    pub without: Option<Feature>,
    /// Use the oldest supported Chromium.
    pub oldest: bool,
}

/// A preference of the reader's system.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Wish {
    #[default]
    None,
    /// `prefers-reduced-motion`.
    LessMotion,
    /// `forced-colors`, which WebKitGTK does not support.
    ForcedColors,
}

/// A feature that a browser may lack or a reader may disable.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Feature {
    WebAssembly,
}

impl Engine {
    /// The virtual screen that this engine needs, if any.
    pub fn screen(self) -> Option<Screen> {
        (self == Self::WebKit).then(Screen::start)
    }

    /// Returns the command that starts this engine's WebDriver on `port`, with its windows on `screen` and its data in
    /// `folder`.
    pub fn driver(self, port: u16, screen: Option<&Screen>, folder: &Path, setup: Setup) -> Command {
        let mut command = match self {
            Self::Chromium => {
                let mut command = Command::new(program("PALIMPSEST_CHROMEDRIVER"));
                if setup.oldest {
                    // The driver can control older versions, as long as it does not check the version.
                    command.arg("--disable-build-check");
                }
                command
            }
            Self::Firefox => {
                let mut command = Command::new(program("PALIMPSEST_GECKODRIVER"));
                // Lets a journey use Firefox's own find bar (reading/find.rs).
                command.arg("--allow-system-access").arg("--profile-root").arg(folder);
                command
            }
            Self::WebKit => {
                let mut command = Command::new(program("PALIMPSEST_WEBKITDRIVER"));
                command.env_remove("WAYLAND_DISPLAY");
                // GTK takes the preferred color scheme from its theme.
                command.env("GTK_THEME", if setup.dark { "Adwaita:dark" } else { "Adwaita" });
                if setup.without == Some(Feature::WebAssembly) {
                    command.env("JSC_useWasm", "0");
                }
                command
            }
        };
        if self == Self::WebKit && setup.wish == Wish::LessMotion {
            let settings = folder.join("config/gtk-3.0");
            fs::create_dir_all(&settings).unwrap();
            fs::write(settings.join("settings.ini"), "[Settings]\ngtk-enable-animations=0\n").unwrap();
        }
        for (variable, name) in
            [("HOME", ""), ("XDG_CACHE_HOME", "cache"), ("XDG_CONFIG_HOME", "config"), ("XDG_DATA_HOME", "data")]
        {
            command.env(variable, folder.join(name));
        }
        if let Some(screen) = screen {
            command.env("DISPLAY", &screen.name);
        }
        command.arg(format!("--port={port}")).stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
        command
    }

    /// The capabilities to request from the engine's WebDriver.
    pub fn capabilities(self, folder: &Path, setup: Setup) -> Map<String, Value> {
        let asked = match self {
            Self::Chromium => json!({
                "browserName": "chrome",
                "goog:chromeOptions": {
                    "binary": chromium(folder, setup),
                    "args": [
                        "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
                        "--disable-background-networking", "--disable-component-update", "--disable-sync",
                        // A mouse, as on a desktop. Without a window, Chromium assumes that there is no pointer.
                        "--blink-settings=primaryHoverType=2,availableHoverTypes=2,primaryPointerType=4,availablePointerTypes=4",
                        format!("--user-data-dir={}", folder.join("profile").display()),
                        match setup.without {
                            Some(Feature::WebAssembly) => "--js-flags=--jitless",
                            None => "--no-default-browser-check",
                        },
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
                        // No spare processes, and only one for content: each browser shows one page.
                        "dom.ipc.processPrelaunch.enabled": false,
                        "fission.autostart": false,
                        "dom.ipc.processCount": 1,
                        "javascript.enabled": !setup.scriptless,
                        "javascript.options.wasm": setup.without != Some(Feature::WebAssembly),
                        // 0 is dark, 1 is light.
                        "layout.css.prefers-color-scheme.content-override": i32::from(!setup.dark),
                        // The usual limit on writes of the address in ten seconds, which the driver lifts.
                        "dom.navigation.navigationRateLimit.count": 200,
                        // A mouse, as on a desktop: a fine pointer that can hover.
                        "ui.primaryPointerCapabilities": 6,
                        "ui.allPointerCapabilities": 6,
                        "ui.prefersReducedMotion": i32::from(setup.wish == Wish::LessMotion),
                        // 0 follows the system, 2 is always.
                        "browser.display.document_color_use": if setup.wish == Wish::ForcedColors { 2 } else { 0 },
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
        // The load event would wait for a program that a journey holds back. WebKit's driver stops responding if it waits
        // for an earlier event while a frame or a fragment is loading, so it does not wait at all, and `Page::goto` does.
        let patience = if self == Self::WebKit { "none" } else { "eager" };
        asked.insert("pageLoadStrategy".to_owned(), patience.into());
        asked
    }
}

/// Unpacks a program that is distributed as a Brotli archive, beside the archive, unless it is unpacked already.
pub fn unpacked(variable: &str) -> PathBuf {
    static UNPACKING: Mutex<()> = Mutex::new(());
    let packed = program(variable);
    let unpacked = packed.with_extension("");
    let _one_at_a_time = UNPACKING.lock().unwrap_or_else(PoisonError::into_inner);
    if !unpacked.exists() {
        let partial = packed.with_extension("partial");
        let unpack =
            "const { brotliDecompressSync: unpack } = require('zlib'), { readFileSync, writeFileSync } = require('fs');
            const [, packed, partial] = process.argv;
            writeFileSync(partial, unpack(readFileSync(packed)), { mode: 0o755 });";
        let done = Command::new("node").arg("-e").arg(unpack).arg(&packed).arg(&partial).status().unwrap();
        assert!(done.success(), "{} cannot be unpacked", packed.display());
        fs::rename(partial, &unpacked).unwrap();
    }
    unpacked
}

/// Writes a script into `folder` that starts Chromium with an empty page. The oldest Chromium and the headless shell open
/// none by themselves, and the driver waits for one.
fn chromium(folder: &Path, setup: Setup) -> PathBuf {
    let (binary, options) = if setup.oldest {
        // It only runs as a single process.
        (unpacked("PALIMPSEST_OLDEST_CHROMIUM"), "--no-zygote --single-process ")
    } else {
        (program("PALIMPSEST_CHROMIUM"), "")
    };
    let script = folder.join("chromium");
    let start = format!("#!/bin/sh\nexec '{}' {options}\"$@\" about:blank\n", binary.display());
    fs::write(&script, start).unwrap();
    fs::set_permissions(&script, Permissions::from_mode(0o755)).unwrap();
    script
}
