//! A virtual screen for the engine that has no headless mode. Each browser has its own: without a window manager, the window
//! under the pointer has the keyboard, and in any other window nothing matches `:focus`.

use std::io::{BufRead, BufReader};
use std::process::{Child, Command, Stdio};

use x11rb::connection::Connection;
use x11rb::protocol::xproto::ConnectionExt;
use x11rb::rust_connection::RustConnection;

/// An X server, stopped when dropped.
pub struct Screen {
    /// The value of `DISPLAY`.
    pub name: String,
    /// The pointer stays where it is as long as a client is connected.
    _connection: RustConnection,
    shell: Child,
}

impl Screen {
    /// Starts a server and waits until it is ready.
    pub fn start() -> Self {
        // The shell stops the server when its standard input closes: when this value is dropped, or this process exits in
        // any way.
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
        let name = format!(":{}", number.trim());
        let connection = rest(&name);
        Self { name, _connection: connection, shell }
    }
}

/// Moves the screen's own pointer, which is not WebDriver's, into the corner, which every window covers, however small it
/// is, and no page.
fn rest(name: &str) -> RustConnection {
    let (connection, screen) = x11rb::connect(Some(name)).unwrap();
    let root = connection.setup().roots[screen].root;
    connection.warp_pointer(x11rb::NONE, root, 0, 0, 0, 0, 4, 4).unwrap().check().unwrap();
    connection
}

impl Drop for Screen {
    fn drop(&mut self) {
        drop(self.shell.stdin.take());
        // The shell exited by itself, or does so now.
        let _ = self.shell.wait();
    }
}
