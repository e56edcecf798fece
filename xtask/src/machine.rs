//! Detects where Rust comes from, who may install packages, and where the project and its cache are. Reads files and
//! variables only and starts no program, so that it takes no time.

use std::{
    env, fs,
    os::unix::fs::MetadataExt,
    path::{Path, PathBuf},
};

use crate::problem::Problem;

/// The target that the page is compiled for.
pub const WASM: &str = "wasm32-unknown-unknown";
/// The rustup toolchain that links to Debian's compiler.
pub const DEBIAN_TOOLCHAIN: &str = "debian";
/// Debian's WebAssembly linker. rustc looks for one without a version in its name.
pub const DEBIAN_LINKER: &str = "wasm-ld-22";
/// The same linker for native programs. GCC calls it by the name that it was itself called by.
pub const DEBIAN_NATIVE_LINKER: &str = "/usr/lib/llvm-22/bin/ld.lld";

/// Where the compiler comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Rust {
    /// A rustup that may download what is missing.
    Rustup,
    /// Debian 12's packages, because rustup must not download or is missing.
    Debian {
        /// Whether Debian's compiler is a rustup toolchain ([`DEBIAN_TOOLCHAIN`]). False without rustup.
        linked: bool,
    },
    /// The toolchain that runs xtask can already compile for the browser.
    AsItIs,
    /// A toolchain that cannot, and that xtask cannot complete.
    Unknown,
}

/// How system packages may be installed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Privilege {
    /// As the current user.
    Root,
    /// Through `sudo`.
    Sudo,
    /// Not at all.
    None,
}

/// The machine that xtask runs on.
#[derive(Debug, Clone)]
pub struct Machine {
    /// The folder with the workspace's `Cargo.toml`.
    pub repository: PathBuf,
    /// Pinned tools and logs. Survives `cargo clean`.
    pub cache: PathBuf,
    pub rust: Rust,
    /// The folder with `bin/rustc` and `lib/rustlib`.
    pub sysroot: PathBuf,
    /// Whether `apt-get` can install browsers.
    pub is_debian: bool,
    pub privilege: Privilege,
}

impl Machine {
    /// Examines the machine.
    ///
    /// # Errors
    ///
    /// If xtask was not started by Cargo, or if there is no folder for the cache.
    pub fn detect() -> Result<Self, Problem> {
        let release = fs::read_to_string("/etc/os-release").unwrap_or_default();
        let own_sysroot = own_sysroot();
        let must_not_download = env::var("RUSTUP_AUTO_INSTALL").is_ok_and(|value| value == "0");
        let rustup = match on_path("rustup") {
            None => Rustup::Missing,
            Some(_) if must_not_download => Rustup::MustNotDownload,
            Some(_) => Rustup::MayDownload,
        };
        let rust = choose_rust(
            rustup,
            is_release(&release, "debian", Some("12")),
            &own_sysroot,
            own_sysroot.join("lib/rustlib").join(WASM).join("lib").is_dir(),
        );
        Ok(Self {
            repository: repository()?,
            cache: cache()?,
            rust,
            sysroot: if matches!(rust, Rust::Debian { .. }) { PathBuf::from("/usr") } else { own_sysroot },
            is_debian: is_release(&release, "debian", None),
            privilege: if is_root() {
                Privilege::Root
            } else if on_path("sudo").is_some() {
                Privilege::Sudo
            } else {
                Privilege::None
            },
        })
    }

    /// Where rustc looks for the libraries of [`WASM`].
    pub fn wasm_libraries(&self) -> PathBuf {
        self.sysroot.join("lib/rustlib").join(WASM)
    }

    /// The folder of the story that is served and built.
    pub fn story(&self) -> PathBuf {
        named("PALIMPSEST_STORY").unwrap_or_else(|| self.repository.join("story"))
    }

    /// Cargo's target folder for the workspace.
    pub fn target_directory(&self) -> PathBuf {
        named("CARGO_TARGET_DIR").unwrap_or_else(|| self.repository.join("target"))
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Rustup {
    Missing,
    MustNotDownload,
    MayDownload,
}

fn choose_rust(rustup: Rustup, is_debian_12: bool, own_sysroot: &Path, compiles_for_wasm: bool) -> Rust {
    if rustup == Rustup::MayDownload {
        return Rust::Rustup;
    }
    // If Debian's compiler runs xtask, the library that we compiled for it must still be kept up to date.
    let is_debians_own = is_debian_12 && own_sysroot == Path::new("/usr");
    match (compiles_for_wasm && !is_debians_own, is_debian_12) {
        (true, _) => Rust::AsItIs,
        (false, true) => Rust::Debian { linked: rustup == Rustup::MustNotDownload },
        (false, false) => Rust::Unknown,
    }
}

/// The sysroot of the Cargo that started xtask.
fn own_sysroot() -> PathBuf {
    let cargo = env::var_os("CARGO").map(PathBuf::from).and_then(|cargo| cargo.canonicalize().ok());
    cargo.and_then(|cargo| Some(cargo.parent()?.parent()?.to_owned())).unwrap_or_else(|| PathBuf::from("/usr"))
}

fn repository() -> Result<PathBuf, Problem> {
    env::var_os("CARGO_MANIFEST_DIR")
        .and_then(|xtask| Some(Path::new(&xtask).parent()?.to_owned()))
        .ok_or_else(|| Problem::new("cannot find the repository").advise("run `cargo xtask`, not the program itself"))
}

/// Returns the path in a variable of the environment. One that is set to nothing names none.
pub fn named(variable: &str) -> Option<PathBuf> {
    env::var_os(variable).filter(|value| !value.is_empty()).map(PathBuf::from)
}

fn cache() -> Result<PathBuf, Problem> {
    named("PALIMPSEST_CACHE")
        .or_else(|| Some(named("XDG_CACHE_HOME")?.join("palimpsest")))
        .or_else(|| Some(named("HOME")?.join(".cache/palimpsest")))
        .and_then(|cache| std::path::absolute(cache).ok())
        .ok_or_else(|| Problem::new("there is no folder for tools").advise("set PALIMPSEST_CACHE to a folder"))
}

/// Whether `/etc/os-release` names this distribution, and this version if one is given.
fn is_release(os_release: &str, id: &str, version: Option<&str>) -> bool {
    let value = |key: &str| {
        os_release
            .lines()
            .find_map(|line| line.strip_prefix(key)?.strip_prefix('='))
            .map(|value| value.trim_matches('"'))
    };
    value("ID") == Some(id) && (version.is_none() || value("VERSION_ID") == version)
}

fn is_root() -> bool {
    fs::metadata("/proc/self").is_ok_and(|process| process.uid() == 0)
}

/// The file that a shell would run for `program`.
pub fn on_path(program: &str) -> Option<PathBuf> {
    let folders = env::var_os("PATH")?;
    env::split_paths(&folders).map(|folder| folder.join(program)).find(|file| file.is_file())
}

/// The folder in an environment variable, or else this folder in the user's home.
pub fn home(variable: &str, below_home: &str) -> PathBuf {
    let in_home = || PathBuf::from(env::var_os("HOME").unwrap_or_default()).join(below_home);
    named(variable).unwrap_or_else(in_home)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rustup_is_used_if_it_may_download() {
        let home = Path::new("/opt/me/toolchain");
        assert_eq!(choose_rust(Rustup::MayDownload, true, home, false), Rust::Rustup);
        assert_eq!(choose_rust(Rustup::MayDownload, false, home, true), Rust::Rustup);
    }

    #[test]
    fn debian_is_used_if_rustup_must_not_download_or_is_missing() {
        let home = Path::new("/opt/me/toolchain");
        assert_eq!(choose_rust(Rustup::MustNotDownload, true, home, false), Rust::Debian { linked: true });
        assert_eq!(choose_rust(Rustup::Missing, true, Path::new("/usr"), false), Rust::Debian { linked: false });
        // Even if it can already compile for the browser.
        assert_eq!(choose_rust(Rustup::MustNotDownload, true, Path::new("/usr"), true), Rust::Debian { linked: true });
    }

    #[test]
    fn a_complete_toolchain_is_left_alone() {
        let home = Path::new("/opt/me/toolchain");
        assert_eq!(choose_rust(Rustup::MustNotDownload, true, home, true), Rust::AsItIs);
        assert_eq!(choose_rust(Rustup::MustNotDownload, false, home, true), Rust::AsItIs);
        assert_eq!(choose_rust(Rustup::MustNotDownload, false, home, false), Rust::Unknown);
    }

    #[test]
    fn reads_os_release() {
        let bookworm = "NAME=\"Debian GNU/Linux\"\nVERSION_ID=\"12\"\nID=debian\n";
        assert!(is_release(bookworm, "debian", Some("12")));
        assert!(is_release(bookworm, "debian", None));
        assert!(!is_release("ID=debian\nVERSION_ID=\"13\"\n", "debian", Some("12")));
        assert!(!is_release("ID=ubuntu\nID_LIKE=debian\n", "debian", None));
    }
}
