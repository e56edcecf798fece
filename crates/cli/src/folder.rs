//! Finds the folder that a command works on, and checks whether the program may write there.

use std::ffi::OsStr;
use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, ensure};
use palimpsest_compiler::schemas;
use palimpsest_publish::{RECORD, is_single};

/// The files that mark a folder as a story: either of them.
const STORY: [&str; 2] = ["story.toml", "article.md"];

/// The documentation that is written into every new story.
pub const MANUAL: [(&str, &str); 2] = [
    ("README.md", include_str!("../../../story/README.md")),
    ("REFERENCE.md", include_str!("../../../story/REFERENCE.md")),
];

/// Writes a file of a new story into the folder `place`.
///
/// # Errors
///
/// Returns an error if the folder or the file cannot be written.
pub fn write(place: &Path, name: &str, content: impl AsRef<[u8]>) -> Result<()> {
    let path = place.join(name);
    let folder = path.parent().unwrap_or(place);
    fs::create_dir_all(folder)
        .and_then(|()| fs::write(&path, content))
        .with_context(|| format!("cannot write {}", path.display()))
}

/// Writes the manual, and the schemas with which text editors check a story.
///
/// # Errors
///
/// Returns an error if a file cannot be written.
pub fn write_manual(place: &Path) -> Result<()> {
    for (name, text) in MANUAL {
        write(place, name, text)?;
    }
    for (name, schema) in schemas() {
        write(place, &format!("schemas/{name}"), serde_json::to_string_pretty(&schema)? + "\n")?;
    }
    Ok(())
}

/// Returns the folder with the story: the given one, or else the current folder if it has a story, or else `story`.
pub fn story(given: Option<&Path>) -> PathBuf {
    match given {
        Some(folder) => folder.to_owned(),
        None if is_story(Path::new(".")) => PathBuf::from("."),
        None => PathBuf::from("story"),
    }
}

/// Checks that the default folder of a command exists, if no folder is given.
///
/// # Errors
///
/// Returns an error if no folder is given and the default does not exist.
pub fn check_default(given: Option<&Path>, command: &str) -> Result<()> {
    let folder = story(given);
    ensure!(
        given.is_some() || folder.is_dir(),
        "there is no folder `{}`, which `{command}` reads where none is given\n  = help: name the folder of the story, as \
         in palimpsest {command} my-story; palimpsest new my-story writes one",
        folder.display()
    );
    Ok(())
}

/// Checks that a folder has at least the beginning of a story, so that there is something to show.
///
/// # Errors
///
/// Returns an error if the folder does not exist, or has neither `story.toml` nor `article.md`.
pub fn check_story(folder: &Path) -> Result<()> {
    let what = match (folder.is_dir(), folder.exists()) {
        (true, _) => "has no story",
        (false, true) => "is a file, not a folder",
        (false, false) => "is not there",
    };
    ensure!(
        is_story(folder),
        "{} {what}\n  = help: a story is a folder with story.toml and article.md; palimpsest new my-story writes one",
        folder.display()
    );
    Ok(())
}

/// Checks that a page may be written into a folder.
///
/// # Errors
///
/// Returns an error if the folder is that of a story, or contains files that no build wrote, since they could be lost.
pub fn check_site(site: &Path) -> Result<()> {
    ensure!(
        !is_story(site),
        "{} is the folder of a story\n  = help: name another folder for the page: --out dist",
        site.display()
    );
    ensure!(
        is_empty(site)? || site.join(RECORD).is_file(),
        "{} holds files that no build wrote\n  = help: name a folder that is new or empty: --out DIR",
        site.display()
    );
    Ok(())
}

/// Checks that a folder contains a page.
///
/// # Errors
///
/// Returns an error if it does not.
pub fn check_page(site: &Path) -> Result<()> {
    let what = if site.is_dir() { "has no page" } else { "is no folder with a page" };
    ensure!(
        site.join("index.html").is_file(),
        "{} {what}\n  = help: build the page first, and name its folder: palimpsest build --out {0}",
        site.display()
    );
    Ok(())
}

/// Checks that a single-file page may be written to `out`. It must not be in a folder with a published page, because the
/// policy that a server sends for that page would block it.
///
/// # Errors
///
/// Returns an error if the folder contains a published page.
pub fn check_place(out: &Path) -> Result<()> {
    let folder = if is_page(out) { out.parent().unwrap_or(out) } else { out };
    ensure!(
        !folder.join(RECORD).is_file(),
        "{} holds a published page, whose server would not let a single file run\n  = help: name another place: --out page.html",
        folder.display()
    );
    Ok(())
}

/// Returns the file to write a single-file page to: `out` if it names an HTML file, or else the file `name` in the folder
/// `out`.
///
/// # Errors
///
/// Returns an error if the file exists and was not written by a build, since it would be lost, or if it cannot be read.
pub fn file(out: &Path, name: &str) -> Result<PathBuf> {
    let file = if is_page(out) { out.to_owned() } else { out.join(name) };
    match fs::read(&file) {
        Ok(before) => ensure!(
            is_single(&before),
            "{} is a file that no build wrote\n  = help: name another: --out page.html",
            file.display()
        ),
        Err(error) if error.kind() == ErrorKind::NotFound => {}
        Err(error) => return Err(error).with_context(|| format!("cannot write {}", file.display())),
    }
    Ok(file)
}

/// Reports whether a path is meant as an HTML file.
fn is_page(path: &Path) -> bool {
    let ending = path.extension().and_then(OsStr::to_str).unwrap_or_default();
    ["html", "htm"].iter().any(|known| ending.eq_ignore_ascii_case(known)) && !path.is_dir()
}

/// Reports whether a folder is empty or does not exist yet.
///
/// # Errors
///
/// Returns an error if the path is not a folder, or cannot be read.
pub fn is_empty(folder: &Path) -> Result<bool> {
    match fs::read_dir(folder) {
        Ok(mut entries) => Ok(entries.next().is_none()),
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(true),
        Err(error) => Err(error).with_context(|| format!("cannot use the folder {}", folder.display())),
    }
}

fn is_story(folder: &Path) -> bool {
    STORY.iter().any(|name| folder.join(name).is_file())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_a_build_wrote_is_written_over() {
        let folder = tempfile::tempdir().expect("a folder");
        let site = folder.path().join("site");
        assert!(check_site(&site).is_ok(), "it is new");
        fs::create_dir(&site).expect("made");
        assert!(check_site(&site).is_ok(), "it is empty");
        fs::write(site.join("letter.txt"), "").expect("written");
        assert!(check_site(&site).is_err());
        fs::write(site.join(RECORD), "").expect("written");
        assert!(check_site(&site).is_ok(), "a build was there");
        fs::write(site.join("story.toml"), "").expect("written");
        assert!(check_site(&site).is_err());
        assert!(check_site(&site.join("letter.txt")).is_err(), "it is a file");
        assert!(check_place(&site).is_err() && check_place(&site.join("a.html")).is_err(), "a build was there");
        assert!(check_place(folder.path()).is_ok() && check_place(Path::new("")).is_ok());
    }

    #[test]
    fn a_folder_that_is_not_there_is_named() {
        let folder = tempfile::tempdir().expect("a folder");
        assert!(check_default(Some(&folder.path().join("none")), "check").is_ok(), "reading it says so");
        // Tests run in the folder of this crate, which contains no story.
        let problem = check_default(None, "check").expect_err("there is none").to_string();
        assert!(problem.starts_with("there is no folder `story`, which `check` reads"), "{problem}");
        for (place, what) in [(folder.path().to_owned(), "has no story"), (folder.path().join("none"), "is not there")]
        {
            let problem = check_story(&place).expect_err("there is no story").to_string();
            assert!(problem.contains(what) && problem.contains("palimpsest new"), "{problem}");
        }
        let problem = check_page(folder.path()).expect_err("there is no page").to_string();
        assert!(problem.contains("has no page") && problem.contains("build the page first"), "{problem}");
        assert!(check_page(&folder.path().join("none")).is_err());
        fs::write(folder.path().join("index.html"), "").expect("written");
        assert!(check_page(folder.path()).is_ok());
    }

    #[test]
    fn a_file_is_named_or_gets_the_name_of_the_page() {
        let folder = tempfile::tempdir().expect("a folder");
        let here = |name: &str| folder.path().join(name);
        assert_eq!(file(folder.path(), "Die Glocke.html").expect("new"), here("Die Glocke.html"));
        assert_eq!(file(&here("b.HTM"), "Die Glocke.html").expect("new"), here("b.HTM"));
        fs::write(here("letter.html"), "<p>Dear").expect("written");
        assert!(file(&here("letter.html"), "").is_err(), "it is somebody’s");
    }
}
