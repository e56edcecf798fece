//! Which folder is meant, and whether the program may write there.

use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, ensure};
use palimpsest_compiler::schemas;

/// The files that make a folder a story.
const STORY: [&str; 2] = ["story.toml", "article.md"];
/// The record that publishing leaves in a site.
const PUBLISHED: &str = ".published";

/// What explains every file and field of a story.
pub const REFERENCE: &str = include_str!("../../../story/README.md");

/// Writes a file of a new story.
///
/// # Errors
///
/// A folder that cannot be written.
pub fn write(place: &Path, name: &str, content: impl AsRef<[u8]>) -> Result<()> {
    let path = place.join(name);
    let folder = path.parent().unwrap_or(place);
    fs::create_dir_all(folder)
        .and_then(|()| fs::write(&path, content))
        .with_context(|| format!("cannot write {}", path.display()))
}

/// Writes the schemas with which text editors check a story.
///
/// # Errors
///
/// A folder that cannot be written.
pub fn write_schemas(place: &Path) -> Result<()> {
    for (name, schema) in schemas() {
        write(place, &format!("schemas/{name}"), serde_json::to_string_pretty(&schema)? + "\n")?;
    }
    Ok(())
}

/// The folder with the story: the one that is given, or this one if it has a story, or else `story`.
pub fn story(given: Option<&Path>) -> PathBuf {
    match given {
        Some(folder) => folder.to_owned(),
        None if is_story(Path::new(".")) => PathBuf::from("."),
        None => PathBuf::from("story"),
    }
}

/// Makes sure that a page may be written into a folder.
///
/// # Errors
///
/// A folder with files that no build wrote, for they could be lost.
pub fn check_site(site: &Path) -> Result<()> {
    ensure!(
        !is_story(site),
        "{} is the folder of a story\n  = help: name another folder for the page: --out dist",
        site.display()
    );
    ensure!(
        is_empty(site)? || site.join(PUBLISHED).is_file(),
        "{} holds files that no build wrote\n  = help: name a folder that is new or empty: --out DIR",
        site.display()
    );
    Ok(())
}

/// Whether a folder is empty or is not there yet.
///
/// # Errors
///
/// What is no folder, or cannot be read.
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
        fs::write(site.join(PUBLISHED), "").expect("written");
        assert!(check_site(&site).is_ok(), "a build was there");
        fs::write(site.join("story.toml"), "").expect("written");
        assert!(check_site(&site).is_err());
        assert!(check_site(&site.join("letter.txt")).is_err(), "it is a file");
    }
}
