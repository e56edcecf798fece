//! The files of a folder.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};

/// Returns the names of all files in a folder and its subfolders, sorted: their paths relative to the folder, with `/`.
///
/// # Errors
///
/// Returns an error if a folder cannot be read.
pub fn files(folder: &Path) -> Result<Vec<String>> {
    let mut names = Vec::new();
    let mut folders = vec![(folder.to_owned(), String::new())];
    while let Some((folder, prefix)) = folders.pop() {
        let reading = || format!("reading {}", folder.display());
        for entry in fs::read_dir(&folder).with_context(reading)? {
            let entry = entry.with_context(reading)?;
            let name = format!("{prefix}{}", entry.file_name().to_string_lossy());
            if entry.path().is_dir() {
                folders.push((entry.path(), name + "/"));
            } else {
                names.push(name);
            }
        }
    }
    names.sort();
    Ok(names)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_in_subfolders_have_their_paths() {
        let folder = tempfile::tempdir().expect("a folder");
        fs::create_dir_all(folder.path().join("a/b")).expect("made");
        fs::create_dir(folder.path().join("empty")).expect("made");
        for name in ["z.txt", "a/b/c.txt", ".hidden"] {
            fs::write(folder.path().join(name), "").expect("written");
        }
        assert_eq!(files(folder.path()).expect("listed"), [".hidden", "a/b/c.txt", "z.txt"]);
        assert!(files(&folder.path().join("none")).is_err());
    }
}
