//! The folder's files in memory. The only module that reads from disk.

use std::fs;
use std::path::Path;

use crate::diagnostic::{Diagnostic, FileId};

/// The largest file that is read, in bytes. The real story's largest file is a fiftieth of it.
const MAX_BYTES: u64 = 16 << 20;

/// A text file of the folder.
#[derive(Clone, Debug)]
pub struct SourceFile {
    /// Its index.
    pub id: FileId,
    /// Its path, as problems name it.
    pub path: String,
    /// Its text; empty when it could not be read, which is then a problem of its own.
    pub text: String,
}

/// All files that were read, by [`FileId`].
#[derive(Clone, Debug, Default)]
pub struct Files(Vec<SourceFile>);

impl Files {
    /// The file with this id.
    pub(crate) fn get(&self, id: FileId) -> &SourceFile {
        &self.0[id.0]
    }

    /// Reads `folder/name`; what goes wrong becomes a problem, and the file counts as empty.
    pub(crate) fn read(&mut self, folder: &Path, name: &str, problems: &mut Vec<Diagnostic>) -> FileId {
        let id = FileId(self.0.len());
        let path = folder.join(name);
        let text = read_text(&path).unwrap_or_else(|(message, help)| {
            problems.push(Diagnostic::error(id.at(0..0), message).help(help));
            String::new()
        });
        self.0.push(SourceFile { id, path: path.display().to_string(), text });
        id
    }
}

/// The file's text without a byte order mark, or what is wrong and how to mend it.
fn read_text(path: &Path) -> Result<String, (String, &'static str)> {
    const EXPECTED: &str = "a story folder holds article.md, people.toml, events.toml, places.toml and sources.json";
    let about = |error: std::io::Error| (format!("this file cannot be read: {error}"), EXPECTED);
    let size = fs::metadata(path).map_err(about)?.len();
    if size > MAX_BYTES {
        let message = format!("this file is too large: {size} bytes, where {MAX_BYTES} are the most");
        return Err((message, "is it the right file? Split a story that is truly so long"));
    }
    let bytes = fs::read(path).map_err(about)?;
    let text = String::from_utf8(bytes).map_err(|error| {
        let valid = error.as_bytes()[..error.utf8_error().valid_up_to()].split(|byte| *byte == b'\n');
        let line = valid.count();
        (format!("this file is not UTF-8: the first bad byte stands in line {line}"), "save it again as UTF-8")
    })?;
    Ok(text.strip_prefix('\u{feff}').map(str::to_owned).unwrap_or(text))
}
