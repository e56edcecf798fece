//! The program as an editor runs it, in an empty environment: no other program is found there.

use std::fs;
use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::TcpStream;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Output, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use palimpsest_publish::{Engine, Options, files, publish};
use serde_json::{Value, json};
use tempfile::TempDir;

/// What Trunk leaves of `index.html`, with two style sheets and no program.
const BUILT: &str = "<!doctype html><html lang=en><head><meta charset=utf-8><title>T</title>\
    <link rel=stylesheet href=styles/tokens.css><link rel=stylesheet href=styles/faces.css data-late></head>\
    <body><div id=reader></div></body></html>";

/// How long a change may take until the page has it, on a machine with other work.
const PATIENCE: Duration = Duration::from_mins(2);

fn project() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

/// A desk: a folder to work in, with a small engine.
struct Desk {
    folder: TempDir,
}

impl Desk {
    fn new() -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        let built = folder.path().join("built");
        fs::create_dir(&built).expect("made");
        fs::write(built.join("index.html"), BUILT).expect("written");
        let engine = Engine::of_build(&built, &project()).pack().expect("packed");
        fs::write(folder.path().join("engine.tar"), engine).expect("written");
        Self { folder }
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    fn command(&self, line: &str) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_palimpsest-cli"));
        command.args(line.split_whitespace()).current_dir(self.folder.path()).env_clear();
        command.env("PALIMPSEST_ENGINE", self.path("engine.tar")).stdin(Stdio::null());
        command
    }

    fn run(&self, line: &str) -> Run {
        Run::of(self.command(line).output().expect("the program starts"))
    }

    /// Writes a file of a story anew, with one text in place of another.
    fn edit(&self, name: &str, from: &str, to: &str) {
        let text = fs::read_to_string(self.path(name)).expect("the file is there");
        assert!(text.contains(from), "{name} has {from}");
        fs::write(self.path(name), text.replace(from, to)).expect("written");
    }
}

/// What a run came to.
struct Run {
    status: Option<i32>,
    out: String,
    err: String,
}

impl Run {
    fn of(output: Output) -> Self {
        let text = |bytes| String::from_utf8(bytes).expect("UTF-8");
        Self { status: output.status.code(), out: text(output.stdout), err: text(output.stderr) }
    }

    /// Asserts how it ended.
    fn ends(self, status: i32) -> Self {
        assert_eq!(self.status, Some(status), "{}\n{}", self.out, self.err);
        self
    }
}

#[test]
fn it_says_what_it_can_do() {
    let desk = Desk::new();
    let help = desk.run("--help").ends(0);
    for word in ["palimpsest new my-story", "check", "build", "serve", "headers", "completions", "NO_COLOR"] {
        assert!(help.out.contains(word), "{word}: {}", help.out);
    }
    assert!(help.err.is_empty());
    for hidden in ["trunk-hook", "compress-engine"] {
        assert!(!help.out.contains(hidden) && desk.run(&format!("help {hidden}")).status == Some(0), "{hidden}");
    }
    assert_eq!(desk.run("--version").ends(0).out, format!("palimpsest {}\n", env!("CARGO_PKG_VERSION")));
    for shell in ["bash", "zsh", "fish", "powershell", "elvish"] {
        assert!(desk.run(&format!("completions {shell}")).ends(0).out.contains("gaps"), "{shell}");
    }
    for line in ["bild", "check --format xml", "serve --port many", "build --base example.org", "new", "headers apache"]
    {
        let run = desk.run(line).ends(2);
        assert!(run.out.is_empty() && run.err.contains("error:"), "{line}: {}", run.err);
    }
    assert!(desk.run("bild").err.contains("build"), "it offers what was meant");
}

#[test]
fn a_new_story_is_checked_and_built_at_once() {
    let desk = Desk::new();
    assert!(desk.run("new tale").ends(0).out.contains("palimpsest serve --open tale"));
    assert!(desk.run("new tale").ends(1).err.contains("tale is not empty"));
    assert!(desk.run("new ides --example ides").ends(1).err.contains("granada-1492, ides-of-march, kiel-1918"));
    desk.run("new ides --example ides-of-march").ends(0);
    assert!(desk.run("check ides").ends(0).out.contains("sentences"));
    let schema = fs::read_to_string(desk.path("ides/schemas/people.json")).expect("it is there");
    assert_eq!(fs::read_to_string(desk.path("tale/schemas/people.json")).expect("it is there"), schema);
    let check = desk.run("check tale").ends(0);
    assert_eq!(check.out, "5 sentences, 2 people, 2 events, 1 note, 1 term, 1 source\n");
    assert!(check.err.contains("note: story.toml has no `address`"), "{}", check.err);

    let build = desk.run("build tale --out page --base https://example.org/bell").ends(0);
    assert!(build.out.starts_with("page: ") && build.out.contains(" files, "), "{}", build.out);
    assert!(build.err.is_empty(), "{}", build.err);
    let engine = Engine::unpack(&fs::read(desk.path("engine.tar")).expect("there")).expect("an engine");
    let options = Options { address: Some("https://example.org/bell/".to_owned()), ..Options::FINISHED };
    publish(&engine, &desk.path("tale"), &desk.path("same"), &options).expect("published");
    let names = files(&desk.path("page")).expect("it can be listed");
    assert_eq!(names, files(&desk.path("same")).expect("it can be listed"));
    for name in &names {
        let read = |folder: &str| fs::read(desk.path(folder).join(name)).expect("it is there");
        assert!(read("page") == read("same"), "{name} is another");
    }
    let page = fs::read_to_string(desk.path("page/index.html")).expect("a page");
    assert!(page.contains("The Bell of Sandvik") && page.contains("href=\"https://example.org/bell/\""));
    assert!(desk.run("headers caddy page").ends(0).out.contains("Content-Security-Policy"));

    // A book is made on request, and gone without it.
    desk.run("build tale --out page --epub").ends(0);
    assert!(desk.path("page/data/article.epub").is_file());

    // Again over itself, but never over what is not its own.
    desk.run("build tale --out page").ends(0);
    assert!(!desk.path("page/data/article.epub").exists() && desk.path("page/data/story.json").is_file());
    assert!(desk.run("build tale --out tale").ends(1).err.contains("folder of a story"));
    assert!(desk.run("build tale --out built").ends(1).err.contains("no build wrote"));
}

#[test]
fn a_page_can_be_one_file() {
    let desk = Desk::new();
    desk.run("new tale").ends(0);
    let build = desk.run("build tale --single-file --base https://example.org/bell").ends(0);
    assert!(build.out.starts_with("The Bell of Sandvik.html: one file, "), "{}", build.out);
    let page = fs::read_to_string(desk.path("The Bell of Sandvik.html")).expect("a page");
    assert!(
        page.contains("href=\"https://example.org/bell/timeline.csv\"") && !page.contains(" src=\"fonts"),
        "{page:.2000}"
    );
    assert!(!desk.path("dist").exists());
    // Where the page has no address, its citations name none.
    desk.edit("tale/article.md", "title = \"The Bell of Sandvik\"", "title = \"Колокол: песня\"");
    desk.run("build tale --single-file --out out").ends(0);
    let page = fs::read_to_string(desk.path("out/Колокол песня.html")).expect("a page");
    let outline =
        page.split("id=\"story\">").nth(1).and_then(|rest| rest.split("</script>").next()).expect("an outline");
    assert!(outline.contains("Колокол") && !outline.contains("⟨page⟩"), "{outline}");

    // Again over itself, but never over what is not its own, and not where a server delivers.
    desk.run("build tale --single-file --out out").ends(0);
    fs::write(desk.path("letter.html"), "<p>Dear").expect("written");
    assert!(desk.run("build tale --single-file --out letter.html").ends(1).err.contains("no build wrote"));
    desk.run("build tale").ends(0);
    assert!(desk.run("build tale --single-file --out dist").ends(1).err.contains("published page"));
    assert!(desk.run("build tale --single-file --epub").ends(1).err.contains("build --epub --out book"));
}

#[test]
fn problems_are_told_to_people_and_to_programs() {
    let desk = Desk::new();
    desk.run("new story").ends(0);
    desk.edit("story/people.toml", "role = \"Ringer", "rolle = \"Ringer");
    let check = desk.run("check").ends(1);
    assert!(
        check.err.contains("rolle") && check.err.contains("story/people.toml:") && check.out.is_empty(),
        "{}",
        check.err
    );
    assert!(!check.err.contains('\x1b'), "no colors in a pipe");
    assert!(desk.run("check --color always").ends(1).err.contains("\x1b[1;31merror\x1b[0m:"));
    let list: Value = serde_json::from_str(&desk.run("check --format json").ends(1).out).expect("JSON");
    assert!(list.as_array().expect("a list").iter().any(|entry| entry["file"] == "story/people.toml"));
    let log: Value = serde_json::from_str(&desk.run("check --format sarif").ends(1).out).expect("JSON");
    assert_eq!(log["version"], "2.1.0");
    assert_eq!(log["runs"][0]["results"].as_array().map(Vec::len), list.as_array().map(Vec::len));

    let build = desk.run("build").ends(1);
    assert!(build.err.contains("no page was written") && build.out.is_empty(), "{}", build.err);
    assert!(!desk.path("dist").exists());
    let missing = desk.run("check nowhere").ends(1).err;
    assert!(missing.contains("there is no folder \"nowhere\"") && !missing.contains("-->"), "{missing}");
    assert!(desk.run("headers caddy nowhere").ends(1).err.contains("build the page first"));
    desk.edit("story/people.toml", "rolle = \"Ringer", "role = \"Ringer");
    fs::create_dir(desk.path("story/portraits")).expect("made");
    fs::write(desk.path("story/portraits/lund.png"), b"\x89PNG\r\n\x1a\n").expect("written");
    let damaged = desk.run("check").ends(1).err;
    assert!(damaged.contains("no page can show \"portraits/lund.png\""), "{damaged}");
    fs::remove_dir_all(desk.path("story/portraits")).expect("removed");
    let gaps = desk.run("check --gaps").ends(0).out;
    assert!(gaps.contains("statements rest on") && gaps.contains("of 1 work has no"), "{gaps}");
    assert!(gaps.contains("people.toml:") && !gaps.contains("works have"), "{gaps}");
    let told: Value = serde_json::from_str(&desk.run("check --gaps --format json").ends(0).out).expect("JSON");
    assert_eq!((&told["problems"], &told["gaps"]["works"]), (&json!([]), &json!(1)));
    assert!(desk.run("check --gaps --format sarif").ends(1).err.contains("--format json"));
}

#[test]
fn a_story_that_is_not_there_is_named() {
    let desk = Desk::new();
    for command in ["check", "build", "serve"] {
        let missing = desk.run(command).ends(1).err;
        assert!(missing.contains(&format!("no folder `story`, which `{command}` reads")), "{missing}");
    }
    let list: Value = serde_json::from_str(&desk.run("check --format json").ends(1).out).expect("JSON");
    assert_eq!(list[0]["message"], "there is no folder \"story\"");
    // A preview of nothing would never end.
    for (folder, what) in [("nowhere", "is not there"), ("built", "has no story"), ("engine.tar", "is a file")] {
        let missing = desk.run(&format!("serve {folder}")).ends(1).err;
        assert!(missing.contains(what) && missing.contains("palimpsest new"), "{missing}");
    }
}

#[test]
fn without_an_engine_it_says_so() {
    let desk = Desk::new();
    desk.run("new story").ends(0);
    let mut build = desk.command("build");
    let run = Run::of(build.env_remove("PALIMPSEST_ENGINE").output().expect("it starts"));
    assert!(run.ends(1).err.contains("built without an engine"));
    assert!(desk.run("build --engine story/story.toml").ends(1).err.contains("holds no engine"));
    assert!(desk.run("build --engine nowhere").ends(1).err.contains("cannot read the engine nowhere"));
}

/// A running preview, which is ended when it is dropped.
struct Preview {
    child: Child,
    address: String,
}

impl Drop for Preview {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

impl Preview {
    fn start(desk: &Desk) -> Self {
        let mut command = desk.command("serve");
        command.env("TMPDIR", desk.folder.path()).stdout(Stdio::piped()).stderr(Stdio::null());
        let mut child = command.spawn().expect("it starts");
        let mut line = String::new();
        BufReader::new(child.stdout.take().expect("a pipe")).read_line(&mut line).expect("it says where");
        let address = line.split(' ').next().and_then(|url| url.strip_prefix("http://")).expect("an address");
        Self { address: address.trim_end_matches('/').to_owned(), child }
    }

    /// The answer to a request: status and body.
    fn get(&self, path: &str) -> (String, String) {
        let mut stream = TcpStream::connect(&self.address).expect("it listens");
        write!(stream, "GET {path} HTTP/1.1\r\nHost: {}\r\nConnection: close\r\n\r\n", self.address).expect("asked");
        let mut answer = Vec::new();
        stream.read_to_end(&mut answer).expect("answered");
        let answer = String::from_utf8_lossy(&answer).into_owned();
        let (head, body) = answer.split_once("\r\n\r\n").expect("a head and a body");
        (head.lines().next().unwrap_or_default().to_owned(), body.to_owned())
    }

    /// Waits until the body of an answer is as it is to be.
    fn until(&self, path: &str, is_so: impl Fn(&str) -> bool) -> String {
        let start = Instant::now();
        loop {
            let (_, body) = self.get(path);
            if is_so(&body) {
                return body;
            }
            assert!(start.elapsed() < PATIENCE, "{path} stays {body}");
            thread::sleep(Duration::from_millis(50));
        }
    }
}

#[test]
fn a_preview_follows_the_story_and_shows_its_problems() {
    let desk = Desk::new();
    desk.run("new story").ends(0);
    let preview = Preview::start(&desk);
    let (status, page) = preview.get("/?order=article");
    assert!(
        status.ends_with("200 OK") && page.contains("The Bell of Sandvik") && page.contains("/-/preview.js"),
        "{status}"
    );
    assert!(preview.get("/-/preview.js").1.contains("attachShadow"));
    assert!(preview.get("/fonts/pt-serif-italic.woff2").0.contains("200"));
    assert!(preview.get("/../engine.tar").0.contains("404") && preview.get("/%2e%2e/engine.tar").0.contains("404"));
    let published = preview.get("/published.txt").1;

    // An error: the page stays, and is told what is wrong and where.
    desk.edit("story/people.toml", "id = \"holm\"\nname = ", "id = \"holm\"\nnam = ");
    let told = preview.until("/-/problems.json", |told| told.contains("nam"));
    let told: Value = serde_json::from_str(&told).expect("JSON");
    assert_eq!(told["published"], true);
    assert!(told["problems"].as_array().expect("a list").iter().all(|problem| problem["place"] == "holm"), "{told}");
    assert!(preview.get("/").1.contains("The Bell of Sandvik"));

    // Mended, with other words: the page is published anew.
    desk.edit("story/people.toml", "nam = \"Per Holm\"", "name = \"Peter Holm\"");
    preview.until("/-/problems.json", |told| told.contains("\"problems\":[]"));
    preview.until("/published.txt", |digest| digest != published);
    assert!(preview.get("/").1.contains("Peter Holm"));
}

#[test]
fn a_preview_of_a_broken_story_begins_once_it_is_mended() {
    let desk = Desk::new();
    desk.run("new story").ends(0);
    desk.edit("story/story.toml", "language = ", "langauge = ");
    let preview = Preview::start(&desk);
    assert!(preview.get("/").0.contains("503"));
    desk.edit("story/story.toml", "langauge = ", "language = ");
    preview.until("/", |page| page.contains("The Bell of Sandvik"));
}
