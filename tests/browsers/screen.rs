//! A screen that nobody sees, for the one engine that has no headless mode. Each browser has its own: where nobody manages
//! the windows a new one takes the keyboard from those before, and in a window without it nothing matches `:focus`.

use std::io::{BufRead, BufReader};
use std::process::{Child, Command, Stdio};

/// An X server; it ends with this.
pub struct Screen {
    /// Its name, as the environment names it.
    pub name: String,
    shell: Child,
}

impl Screen {
    /// Starts one and waits until it answers.
    pub fn start() -> Self {
        // The shell ends the server with its standard input: when this is dropped, or this process ends in whatever way.
        const SCRIPT: &str = "Xvfb -displayfd 1 -screen 0 1600x1200x24 -nolisten tcp & cat; kill $!; wait";
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
        Self { name: format!(":{}", number.trim()), shell }
    }
}

impl Drop for Screen {
    fn drop(&mut self) {
        drop(self.shell.stdin.take());
        // It ended by itself, or does so now.
        let _ = self.shell.wait();
    }
}
