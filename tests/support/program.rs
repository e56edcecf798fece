//! The programs that tests start, as the environment names them.

use std::collections::BTreeSet;
use std::env;
use std::net::TcpListener;
use std::path::PathBuf;
use std::sync::Mutex;

/// The program that the environment names.
pub fn program(variable: &str) -> PathBuf {
    let path = PathBuf::from(env::var_os(variable).unwrap_or_else(|| {
        panic!("{variable} is not set: run the tests by `cargo xtask test`, or `eval \"$(cargo xtask env)\"` first")
    }));
    assert!(path.exists(), "{variable} names {}, which does not exist: `cargo xtask setup --tests`", path.display());
    path
}

/// A port that nobody listens on, and that nobody had.
pub fn free_port() -> u16 {
    loop {
        let port = TcpListener::bind(("127.0.0.1", 0)).unwrap().local_addr().unwrap().port();
        if is_new(port) {
            return port;
        }
    }
}

/// Whether a port is asked for the first time in this run. A system gives its ports again, and a browser keeps what came from
/// an origin: files, and workers.
pub fn is_new(port: u16) -> bool {
    static KNOWN: Mutex<BTreeSet<u16>> = Mutex::new(BTreeSet::new());
    KNOWN.lock().unwrap().insert(port)
}
