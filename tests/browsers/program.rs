//! The programs that tests start, as the environment names them.

use std::env;
use std::net::TcpListener;
use std::path::PathBuf;

/// The program that the environment names.
pub fn program(variable: &str) -> PathBuf {
    let path = PathBuf::from(env::var_os(variable).unwrap_or_else(|| {
        panic!("{variable} is not set: run the tests by `cargo xtask test`, or `eval \"$(cargo xtask env)\"` first")
    }));
    assert!(path.exists(), "{variable} names {}, which does not exist: `cargo xtask setup --tests`", path.display());
    path
}

/// A port that nobody listens on.
pub fn free_port() -> u16 {
    TcpListener::bind(("127.0.0.1", 0)).unwrap().local_addr().unwrap().port()
}
