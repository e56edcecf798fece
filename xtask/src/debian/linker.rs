//! LLVM's linker for native programs. Debian's compiler uses GNU's, which takes seconds for each of about sixty test
//! programs. LLVM's is installed for the page anyway.

use std::{
    fs,
    os::unix::fs::symlink,
    path::{Path, PathBuf},
};

use crate::{
    machine::{DEBIAN_NATIVE_LINKER, Machine},
    problem::Problem,
};

/// The folder in which GCC finds the linker, under the name that GCC looks for.
pub fn folder(machine: &Machine) -> PathBuf {
    machine.cache.join("linker")
}

/// Whether that folder contains the linker.
pub fn is_linked(machine: &Machine) -> bool {
    folder(machine)
        .join("ld")
        .canonicalize()
        .is_ok_and(|file| Path::new(DEBIAN_NATIVE_LINKER).canonicalize().is_ok_and(|linker| linker == file))
}

/// Links it into that folder.
pub fn link(machine: &Machine) -> Result<(), Problem> {
    let link = folder(machine).join("ld");
    let linked = fs::create_dir_all(folder(machine)).and_then(|()| {
        // A broken link does not count as existing, and yet is in the way.
        let _ = fs::remove_file(&link);
        symlink(DEBIAN_NATIVE_LINKER, &link)
    });
    linked.map_err(|error| Problem::new(format!("cannot link {}: {error}", link.display())))
}
