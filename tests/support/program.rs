//! Programs that tests start, and ports for them.

use std::collections::BTreeSet;
use std::env;
use std::net::TcpListener;
use std::path::PathBuf;
use std::sync::Mutex;

/// Returns the path of the program that an environment variable names.
pub fn program(variable: &str) -> PathBuf {
    let path = PathBuf::from(env::var_os(variable).unwrap_or_else(|| {
        panic!("{variable} is not set: run the tests by `cargo xtask test`, or `eval \"$(cargo xtask env)\"` first")
    }));
    assert!(path.exists(), "{variable} names {}, which does not exist: `cargo xtask setup --tests`", path.display());
    path
}

/// Returns a free port that was not used before in this run.
pub fn free_port() -> u16 {
    loop {
        let port = TcpListener::bind(("127.0.0.1", 0)).unwrap().local_addr().unwrap().port();
        if is_new(port) {
            return port;
        }
    }
}

/// Whether a port is new in this run. The system reuses ports, and a browser stores data by origin: files and service
/// workers.
pub fn is_new(port: u16) -> bool {
    static KNOWN: Mutex<BTreeSet<u16>> = Mutex::new(BTreeSet::new());
    KNOWN.lock().unwrap().insert(port)
}
