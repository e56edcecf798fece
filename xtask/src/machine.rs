//! What kind of machine this is: where Rust comes from, who may install packages, where the project and its cache are.
//! It looks at files and variables only and starts no program, so that it costs nothing.

use std::{
    env, fs,
    os::unix::fs::MetadataExt,
    path::{Path, PathBuf},
};

use crate::problem::Problem;

/// The target that the page is compiled for.
pub const WASM: &str = "wasm32-unknown-unknown";

/// Where the compiler for all children comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Rust {
    /// A rustup that may download what is missing.
    Rustup,
    /// Debian 12's own packages, for rustup must not download or is missing.
    Debian {
        /// Whether rustup is there: then Debian's compiler is linked as one of its toolchains.
        linked: bool,
    },
    /// The toolchain that runs xtask: it can already compile for the browser.
    AsItIs,
    /// Nothing that xtask knows how to complete.
    Unknown,
}

/// How packages of the system may be installed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Privilege {
    /// This is root.
    Root,
    /// `sudo` is there.
    Sudo,
    /// Someone else must do it.
    None,
}

/// The machine, as far as xtask has to know it.
#[derive(Debug, Clone)]
pub struct Machine {
    /// The folder with the workspace's `Cargo.toml`.
    pub repository: PathBuf,
    /// Pinned tools and logs; outlives `target`.
    pub cache: PathBuf,
    /// The compiler's origin.
    pub rust: Rust,
    /// The folder that has the children's `bin/rustc` and `lib/rustlib`.
    pub sysroot: PathBuf,
    /// Whether `apt-get` can bring browsers.
    pub is_debian: bool,
    /// Who may call `apt-get`.
    pub privilege: Privilege,
}

impl Machine {
    /// Looks at the machine.
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

    /// Where rustc looks for the compiled libraries of the browser's target.
    pub fn wasm_libraries(&self) -> PathBuf {
        self.sysroot.join("lib/rustlib").join(WASM)
    }

    /// The folder that Cargo builds the workspace in.
    pub fn target_directory(&self) -> PathBuf {
        env::var_os("CARGO_TARGET_DIR").map_or_else(|| self.repository.join("target"), PathBuf::from)
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Rustup {
    Missing,
    MustNotDownload,
    MayDownload,
}

/// The rule that decides between the kinds of machine.
fn choose_rust(rustup: Rustup, is_debian_12: bool, own_sysroot: &Path, compiles_for_wasm: bool) -> Rust {
    if rustup == Rustup::MayDownload {
        return Rust::Rustup;
    }
    // Debian's compiler, even when it runs xtask already: its libraries are ours to keep up to date.
    let is_debians_own = is_debian_12 && own_sysroot == Path::new("/usr");
    match (compiles_for_wasm && !is_debians_own, is_debian_12) {
        (true, _) => Rust::AsItIs,
        (false, true) => Rust::Debian { linked: rustup == Rustup::MustNotDownload },
        (false, false) => Rust::Unknown,
    }
}

/// The sysroot of the Cargo that started xtask: Cargo names itself in a variable.
fn own_sysroot() -> PathBuf {
    let cargo = env::var_os("CARGO").map(PathBuf::from).and_then(|cargo| cargo.canonicalize().ok());
    cargo.and_then(|cargo| Some(cargo.parent()?.parent()?.to_owned())).unwrap_or_else(|| PathBuf::from("/usr"))
}

fn repository() -> Result<PathBuf, Problem> {
    env::var_os("CARGO_MANIFEST_DIR")
        .and_then(|xtask| Some(Path::new(&xtask).parent()?.to_owned()))
        .ok_or_else(|| Problem::new("xtask does not know where the project is").advise("start it as `cargo xtask`"))
}

fn cache() -> Result<PathBuf, Problem> {
    let folder = |name: &str| env::var_os(name).filter(|value| !value.is_empty()).map(PathBuf::from);
    folder("PALIMPSEST_CACHE")
        .or_else(|| Some(folder("XDG_CACHE_HOME")?.join("palimpsest")))
        .or_else(|| Some(folder("HOME")?.join(".cache/palimpsest")))
        .and_then(|cache| std::path::absolute(cache).ok())
        .ok_or_else(|| Problem::new("there is no place for tools").advise("set PALIMPSEST_CACHE to a folder"))
}

/// Whether `/etc/os-release` tells of this distribution, in this version if one is given.
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

/// The file that a shell would start for `program`.
pub fn on_path(program: &str) -> Option<PathBuf> {
    let folders = env::var_os("PATH")?;
    env::split_paths(&folders).map(|folder| folder.join(program)).find(|file| file.is_file())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rustup_is_used_where_it_may_download() {
        let home = Path::new("/opt/me/toolchain");
        assert_eq!(choose_rust(Rustup::MayDownload, true, home, false), Rust::Rustup);
        assert_eq!(choose_rust(Rustup::MayDownload, false, home, true), Rust::Rustup);
    }

    #[test]
    fn debian_helps_where_rustup_must_not_download_or_is_missing() {
        let home = Path::new("/opt/me/toolchain");
        assert_eq!(choose_rust(Rustup::MustNotDownload, true, home, false), Rust::Debian { linked: true });
        assert_eq!(choose_rust(Rustup::Missing, true, Path::new("/usr"), false), Rust::Debian { linked: false });
        // Its own compiler stays ours to look after, complete or not.
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
    fn reads_the_distribution() {
        let bookworm = "NAME=\"Debian GNU/Linux\"\nVERSION_ID=\"12\"\nID=debian\n";
        assert!(is_release(bookworm, "debian", Some("12")));
        assert!(is_release(bookworm, "debian", None));
        assert!(!is_release("ID=debian\nVERSION_ID=\"13\"\n", "debian", Some("12")));
        assert!(!is_release("ID=ubuntu\nID_LIKE=debian\n", "debian", None));
    }
}
