//! The program for editors as `cargo xtask dist` builds it: alone in an empty root, and installed from each of its packages.

use std::fs;
use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::TcpStream;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::Instant;

use palimpsest_tests::repository;
use tempfile::TempDir;

/// The path of the program in the empty root.
const PROGRAM: &str = "/palimpsest";

/// Runs a program, which must succeed, and returns what it writes to standard output.
fn run(command: &mut Command) -> String {
    let output = command.output().unwrap_or_else(|error| panic!("{command:?}: {error}"));
    assert!(output.status.success(), "{command:?}: {}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8_lossy(&output.stdout).into_owned()
}

/// Runs `cargo xtask dist`, and returns its output folder.
fn made() -> PathBuf {
    let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    run(Command::new(cargo).args(["xtask", "dist"]).current_dir(repository()));
    let target = std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| repository().join("target"), PathBuf::from);
    target.join("dist")
}

/// The only file in a folder whose name has this start and this end.
fn only(folder: &Path, start: &str, end: &str) -> PathBuf {
    let names = fs::read_dir(folder).expect("the folder can be listed");
    let mut found = names.map(|entry| entry.expect("an entry").path()).filter(|path| {
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        name.starts_with(start) && name.ends_with(end)
    });
    let one = found.next().unwrap_or_else(|| panic!("no {start}*{end} in {}", folder.display()));
    assert!(found.next().is_none(), "more than one {start}*{end} in {}", folder.display());
    one
}

/// A root directory that contains the program, and otherwise only what a test puts there.
struct Root {
    folder: TempDir,
}

impl Root {
    fn with(program: &Path) -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        fs::copy(program, folder.path().join(&PROGRAM[1..])).expect("the program is copied");
        fs::create_dir(folder.path().join("tmp")).expect("a folder for temporary files");
        Self { folder }
    }

    /// The program in that root, with an empty environment.
    fn command(&self) -> Command {
        let mut command = Command::new("/usr/sbin/chroot");
        command.arg(self.folder.path()).arg(PROGRAM).env_clear();
        command
    }

    fn run(&self, line: &str) -> String {
        run(self.command().args(line.split(' ')))
    }
}

/// Stops the preview when dropped, even if the test panics.
struct Preview(Child);

impl Drop for Preview {
    fn drop(&mut self) {
        // It may have exited already.
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

/// Copies a folder with everything in it.
fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).expect("the folder is made");
    for entry in fs::read_dir(from).expect("the folder can be listed") {
        let entry = entry.expect("an entry");
        let to = to.join(entry.file_name());
        if entry.path().is_dir() {
            copy(&entry.path(), &to);
        } else {
            fs::copy(entry.path(), to).expect("the file is copied");
        }
    }
}

#[test]
#[ignore = "builds the program as it is released; `cargo xtask test --long` runs it, as root, because it calls chroot"]
fn the_program_needs_nothing_else() {
    let dist = made();
    let program = dist.join("palimpsest");
    let root = Root::with(&program);
    let help = root.run("--help");
    assert!(help.contains("palimpsest new my-story"), "{help}");
    assert!(root.run("new tale").contains("palimpsest serve --open tale"));
    copy(&repository().join("examples"), &root.folder.path().join("examples"));
    let examples = fs::read_dir(root.folder.path().join("examples")).expect("the examples");
    let mut stories: Vec<String> = examples
        .map(|entry| entry.expect("an entry"))
        .filter(|entry| entry.path().is_dir())
        .map(|entry| format!("examples/{}", entry.file_name().to_string_lossy()))
        .collect();
    stories.push("tale".to_owned());
    stories.sort();
    assert!(stories.len() > 3, "{stories:?}");
    for story in &stories {
        let began = Instant::now();
        root.run(&format!("build {story} --out page/{story}"));
        println!("{:>6.2} s  {story}", began.elapsed().as_secs_f64());
        let page = fs::read_to_string(root.folder.path().join(format!("page/{story}/index.html"))).expect("a page");
        assert!(page.contains("<h1") && page.contains("application/ld+json"), "{story}");
    }

    let mut preview = root.command();
    preview.args(["serve", "tale"]).stdout(Stdio::piped()).stderr(Stdio::null());
    let mut preview = Preview(preview.spawn().expect("it starts"));
    let mut line = String::new();
    BufReader::new(preview.0.stdout.take().expect("a pipe")).read_line(&mut line).expect("it says where");
    let address = line.split(' ').next().and_then(|url| url.strip_prefix("http://")).expect("an address");
    let address = address.trim().trim_end_matches('/');
    let mut stream = TcpStream::connect(address).expect("it listens");
    write!(stream, "GET / HTTP/1.1\r\nHost: {address}\r\nConnection: close\r\n\r\n").expect("asked");
    let mut answer = String::new();
    stream.read_to_string(&mut answer).expect("answered");
    assert!(answer.starts_with("HTTP/1.1 200") && answer.contains("The Bell of Sandvik"), "{line}");

    let version = root.run("--version");
    for (name, said) in [("archive", of_archive(&dist)), ("npm", of_npm(&dist)), ("wheel", of_wheel(&dist))] {
        assert_eq!(said, version, "{name}");
    }
}

/// The version that the program in the archive prints.
fn of_archive(dist: &Path) -> String {
    let folder = tempfile::tempdir().expect("a folder");
    let archive = only(dist, "palimpsest-", ".tar.gz");
    run(Command::new("sha256sum").arg("--check").arg(format!("{}.sha256", archive.display())).current_dir(dist));
    run(Command::new("tar").arg("--extract").arg("--file").arg(archive).current_dir(folder.path()));
    run(Command::new(only(folder.path(), "palimpsest-", "").join("palimpsest")).arg("--version"))
}

/// The version that the program prints after npm has installed it into an empty folder, without a network.
fn of_npm(dist: &Path) -> String {
    let folder = tempfile::tempdir().expect("a folder");
    let carrier = only(dist, "npm-palimpsest-linux-", ".tgz");
    let starter = dist.join(format!("npm-palimpsest-{}.tgz", env!("CARGO_PKG_VERSION")));
    let mut npm = Command::new("npm");
    npm.args(["install", "--offline", "--no-audit", "--no-fund", "--cache", "cache"]).arg(carrier).arg(starter);
    run(npm.current_dir(folder.path()));
    run(Command::new(folder.path().join("node_modules/.bin/palimpsest")).arg("--version"))
}

/// The version that the program prints after pip has installed it.
fn of_wheel(dist: &Path) -> String {
    let folder = tempfile::tempdir().expect("a folder");
    let mut pip = Command::new("python3");
    pip.args(["-m", "pip", "install", "--quiet", "--no-index", "--no-deps", "--no-cache-dir", "--target", "installed"]);
    run(pip.arg(only(dist, "palimpsest-", ".whl")).current_dir(folder.path()));
    run(Command::new(folder.path().join("installed/bin/palimpsest")).arg("--version"))
}
