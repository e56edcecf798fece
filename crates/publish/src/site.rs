//! The folder that is published, and the record of the files that publishing wrote there.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;
use std::io::ErrorKind;
use std::path::{Component, Path, PathBuf};

use anyhow::{Context, Result};
use palimpsest_export::sha256;

/// The record: a line per file, `DIGEST  NAME`, in the format of `sha256sum`. Hosts do not serve it.
pub const RECORD: &str = ".published";

/// A folder that is being published. All files of a story are written through it, so that publishing another story in the
/// same folder removes them again.
pub(crate) struct Site<'a> {
    folder: &'a Path,
    /// The SHA-256 digests of the files that this run wrote, by name: the path relative to the folder, with `/`.
    written: BTreeMap<String, String>,
}

impl<'a> Site<'a> {
    pub(crate) fn new(folder: &'a Path) -> Self {
        Self { folder, written: BTreeMap::new() }
    }

    pub(crate) fn has(&self, name: &str) -> bool {
        is_inside(name) && self.path(name).is_file()
    }

    pub(crate) fn read(&self, name: &str) -> Result<Vec<u8>> {
        let path = self.path(name);
        fs::read(&path).with_context(|| format!("reading {}", path.display()))
    }

    pub(crate) fn read_text(&self, name: &str) -> Result<String> {
        String::from_utf8(self.read(name)?).with_context(|| format!("{name} is not UTF-8"))
    }

    /// Writes a file, and creates the folders that it needs.
    pub(crate) fn write(&mut self, name: &str, contents: impl AsRef<[u8]>) -> Result<()> {
        let path = self.path(name);
        let writing = || format!("writing {}", path.display());
        if let Some(folder) = path.parent() {
            fs::create_dir_all(folder).with_context(writing)?;
        }
        fs::write(&path, contents.as_ref()).with_context(writing)?;
        self.written.insert(name.to_owned(), sha256(contents.as_ref()));
        Ok(())
    }

    /// Removes a file if it exists.
    pub(crate) fn remove(&mut self, name: &str) -> Result<()> {
        self.written.remove(name);
        let path = self.path(name);
        match fs::remove_file(&path) {
            Err(error) if error.kind() != ErrorKind::NotFound => {
                Err(error).with_context(|| format!("removing {}", path.display()))
            }
            _ => Ok(()),
        }
    }

    /// Removes the files that an earlier run wrote and this one did not, and records what this run wrote. A file that has
    /// been changed since then is kept, because its digest no longer matches the record.
    pub(crate) fn finish(mut self) -> Result<()> {
        for (name, digest) in self.recorded()? {
            if !self.written.contains_key(&name) && self.has(&name) && sha256(&self.read(&name)?) == digest {
                self.remove(&name)?;
            }
        }
        let mut record = String::new();
        for (name, digest) in &self.written {
            // Writing into a String cannot fail.
            let _ = writeln!(record, "{digest}  {name}");
        }
        let path = self.path(RECORD);
        fs::write(&path, record).with_context(|| format!("writing {}", path.display()))
    }

    /// Returns the names and digests that the last run recorded.
    fn recorded(&self) -> Result<Vec<(String, String)>> {
        if !self.has(RECORD) {
            return Ok(Vec::new());
        }
        let record = self.read_text(RECORD)?;
        let lines = record.lines().filter_map(|line| line.split_once("  "));
        Ok(lines.map(|(digest, name)| (name.to_owned(), digest.to_owned())).collect())
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.join(name)
    }
}

/// Reports whether a name stays within the folder.
fn is_inside(name: &str) -> bool {
    Path::new(name).components().all(|part| matches!(part, Component::Normal(_)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn publish(folder: &Path, files: &[(&str, &str)]) {
        let mut site = Site::new(folder);
        for (name, contents) in files {
            site.write(name, contents).expect("written");
        }
        site.finish().expect("finished");
    }

    #[test]
    fn only_what_an_earlier_run_wrote_is_removed() {
        let folder = tempfile::tempdir().expect("a folder");
        let has = |name: &str| folder.path().join(name).exists();
        fs::write(folder.path().join("theirs.svg"), "theirs").expect("written");
        publish(folder.path(), &[("kept.svg", "1"), ("fonts/old.woff2", "1"), ("changed.svg", "1")]);
        assert!(has("fonts/old.woff2"));
        fs::write(folder.path().join("changed.svg"), "by hand").expect("written");

        publish(folder.path(), &[("kept.svg", "2"), ("new.svg", "1")]);
        assert!(!has("fonts/old.woff2"));
        assert!(has("kept.svg") && has("new.svg") && has("theirs.svg") && has("changed.svg"));
    }

    #[test]
    fn a_record_never_leads_out_of_the_folder() {
        let outer = tempfile::tempdir().expect("a folder");
        let folder = outer.path().join("site");
        fs::create_dir(&folder).expect("made");
        fs::write(outer.path().join("precious"), "").expect("written");
        fs::write(folder.join(RECORD), format!("{}  ../precious\n", sha256(b""))).expect("written");
        publish(&folder, &[]);
        assert!(outer.path().join("precious").exists());
    }
}
