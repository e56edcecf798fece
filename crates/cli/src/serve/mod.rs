//! `palimpsest serve`: a live preview of the story. One thread watches the story and publishes it into a temporary folder;
//! the others answer the browser. The page checks for a newer version by itself (`crates/publish`); a script that is added
//! here shows the story's problems in it.

use std::net::{Ipv4Addr, TcpListener};
use std::path::Path;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Instant;
use std::{env, fs, thread};

use anyhow::{Context, Result, anyhow};
use palimpsest_compiler::compile;
use palimpsest_publish::{Engine, Options, publish_compiled};
use palimpsest_story::Story;
use tempfile::TempDir;
use tiny_http::Server;

use crate::arguments::Serve;
use crate::{console, folder};

mod answer;
mod place;
mod problems;
mod watch;

use problems::Problems;

/// The first port to try, and the number of ports to try.
const FIRST: u16 = 8000;
const TRIED: u16 = 100;
/// The number of requests that are answered at the same time.
const THREADS: usize = 4;
/// The prefix of the names of preview folders.
const FOLDER: &str = "palimpsest-preview-";

/// The state that the threads share.
struct Preview {
    /// The folder that the page is published into.
    site: TempDir,
    problems: Mutex<Problems>,
}

/// Serves the preview until the program is stopped.
///
/// # Errors
///
/// Returns an error if the story does not exist, the port is taken, or a folder cannot be created.
pub fn serve(options: &Serve, engine: &Engine) -> Result<()> {
    folder::check_default(options.folder.as_deref(), "serve")?;
    let story = folder::story(options.folder.as_deref());
    folder::check_story(&story)?;
    let listener = listen(options.port)?;
    let address = listener.local_addr().context("cannot listen")?;
    let site = site_folder(address.port())?;
    let address = format!("http://{address}/");
    let preview = Arc::new(Preview { site, problems: Mutex::default() });
    // List the files before reading them, so that no change is missed.
    let mut seen = watch::files(&story);
    let mut shown = None;
    publish(&preview, engine, &story, &mut shown);

    let server = Server::from_listener(listener, None).map_err(|error| anyhow!("cannot serve: {error}"))?;
    let server = Arc::new(server);
    for _ in 0..THREADS {
        let (server, preview) = (Arc::clone(&server), Arc::clone(&preview));
        thread::spawn(move || {
            while let Ok(request) = server.recv() {
                answer::answer(request, preview.site.path(), &preview.problems);
            }
        });
    }
    console::say(&format!("{address} shows {}. Ctrl+C stops it.", story.display()))?;
    if options.open
        && let Err(error) = open::that_detached(&address)
    {
        console::note(&format!("warning: no browser could be opened: {error}"));
    }
    loop {
        seen = watch::changed(&story, seen);
        publish(&preview, engine, &story, &mut shown);
    }
}

/// Creates an empty folder for the page, and removes any that an earlier preview on the same port left behind when it was
/// stopped. Since this process holds the port, such a folder cannot be in use.
fn site_folder(port: u16) -> Result<TempDir> {
    let prefix = format!("{FOLDER}{port}-");
    for entry in fs::read_dir(env::temp_dir()).into_iter().flatten().flatten() {
        if entry.file_name().to_string_lossy().starts_with(&prefix) {
            // This fails if the folder belongs to another user.
            let _ = fs::remove_dir_all(entry.path());
        }
    }
    tempfile::Builder::new().prefix(&prefix).tempdir().context("cannot make a folder for the page")
}

/// Listens on the loopback interface, on the given port or else on a free one.
fn listen(port: Option<u16>) -> Result<TcpListener> {
    let bind = |port: u16| TcpListener::bind((Ipv4Addr::LOCALHOST, port));
    match port {
        Some(port) => bind(port).with_context(|| {
            format!("port {port} cannot be used\n  = help: leave out --port, and a free one is chosen\n  = note: the system says")
        }),
        None => (FIRST..FIRST + TRIED).find_map(|port| bind(port).ok()).map_or_else(|| bind(0), Ok).context("no port is free"),
    }
}

/// Publishes the story in its current state, or, if it has errors, keeps the page and shows the errors. `shown` is the story
/// on the page.
fn publish(preview: &Preview, engine: &Engine, folder: &Path, shown: &mut Option<Story>) {
    let start = Instant::now();
    let compilation = compile(folder);
    let report = compilation.report();
    if !report.is_empty() {
        console::note(&report);
    }
    let outcome = match &compilation.story {
        Some(story) => {
            publish_compiled(engine, story.clone(), folder, preview.site.path(), &Options::SERVED).map(|notices| {
                console::notes(&notices);
                *shown = Some(story.clone());
            })
        }
        None => Ok(()),
    };
    let mut problems = preview.problems.lock().unwrap_or_else(PoisonError::into_inner);
    problems.update(&compilation, shown.as_ref(), outcome.as_ref().err());
    match (&outcome, &compilation.story) {
        (Ok(()), Some(_)) => {
            console::note(&format!("The page is up to date, in {:.1} s.", start.elapsed().as_secs_f64()));
        }
        (Ok(()), None) if shown.is_none() => console::note("There is no page yet. The browser shows what is wrong."),
        (Ok(()), None) => console::note("The page stays as it was, and shows what is wrong."),
        (Err(error), _) => console::problem(&format!("{error:#}")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_that_cannot_be_written_leaves_the_previous_one() {
        let project = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
        let outer = tempfile::tempdir().expect("a folder");
        let [story, built] = ["story", "built"].map(|name| outer.path().join(name));
        crate::new::new(&story).expect("written");
        fs::create_dir(&built).expect("made");
        let template = "<!doctype html><html lang=en><head><meta charset=utf-8><title>T</title>\
            <link rel=stylesheet href=styles/tokens.css></head><body><div id=reader></div></body></html>";
        fs::write(built.join("index.html"), template).expect("written");
        let engine = Engine::of_build(&built, &project);
        let preview = Preview { site: site_folder(0).expect("a folder"), problems: Mutex::default() };
        let page = || fs::read_to_string(preview.site.path().join("index.html")).expect("there is a page");
        let title = |shown: &Option<Story>| shown.as_ref().expect("a story is shown").article.title.clone();
        let mut shown = None;
        publish(&preview, &engine, &story, &mut shown);
        let before = page();
        assert!(title(&shown) == "The Bell of Sandvik" && before.contains("The Bell of Sandvik"));

        // It compiles, but what it names cannot be drawn.
        let article = fs::read_to_string(story.join("article.md")).expect("there is an article");
        fs::write(story.join("article.md"), article.replace("The Bell of", "The Drum of")).expect("written");
        fs::create_dir(story.join("portraits")).expect("made");
        let drawing = story.join("portraits/holm.svg");
        fs::write(&drawing, "<svg viewBox=\"0 0 1 1\"><script/></svg>").expect("written");
        publish(&preview, &engine, &story, &mut shown);
        assert!(preview.problems.lock().expect("whole").json().contains("<script> cannot stand"));
        assert_eq!(title(&shown), "The Bell of Sandvik");
        assert!(page() == before, "the page stays");

        fs::remove_file(&drawing).expect("removed");
        publish(&preview, &engine, &story, &mut shown);
        assert!(title(&shown) == "The Drum of Sandvik" && page().contains("The Drum of Sandvik"));
    }

    #[test]
    fn a_taken_port_is_said_and_a_free_one_found() {
        let taken = listen(None).expect("a port is free");
        let port = taken.local_addr().expect("an address").port();
        let problem = format!("{:#}", listen(Some(port)).expect_err("it is taken"));
        assert!(problem.contains(&port.to_string()) && problem.contains("--port"), "{problem}");
        let other = listen(None).expect("another is free");
        assert_ne!(other.local_addr().expect("an address").port(), port);
        let left = site_folder(port).expect("a folder").keep();
        let kept = site_folder(port).expect("a folder");
        assert!(kept.path().is_dir() && !left.exists());
    }
}
