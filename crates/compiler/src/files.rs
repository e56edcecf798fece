//! The files of a story folder, in memory. Only this module and `picture_size` read from disk.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io::{ErrorKind, Read};
use std::ops::Range;
use std::path::{Path, PathBuf};

use crate::diagnostic::{Diagnostic, FileId, closest};
use crate::encoding::{Misread, decoded};
use crate::line_index::LineIndex;

/// The maximum size of a file, in bytes. The largest file of the real story is a fiftieth of that.
const MAX_BYTES: u64 = 16 << 20;

/// The number of bytes needed to recognize `WebVTT`: a byte order mark, the signature and the byte after it.
const MAX_SIGNATURE: u64 = 10;

/// The maximum depth of nested folders of pictures.
const DEPTH: usize = 3;

/// The text files of a story folder, each with whether it is optional.
pub(crate) const NAMES: [(&str, bool); 11] = [
    ("story.toml", false),
    ("article.md", false),
    ("notes.md", true),
    ("people.toml", true),
    ("events.toml", true),
    ("places.toml", true),
    ("sources.json", true),
    ("passages.toml", true),
    ("further.toml", true),
    ("claims.toml", true),
    ("CHANGES.md", true),
];

/// The files that must not be empty. A story needs no people, events, places or sources.
const NEVER_EMPTY: [&str; 2] = ["story.toml", "article.md"];

const EXPECTED: &str = "a story folder has story.toml and article.md, and as needed notes.md, people.toml, events.toml, places.toml \
                        and sources.json; palimpsest new my-story writes one to begin with";

/// Where a page shows a picture.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shown {
    /// In the frame of a portrait.
    Portrait,
    /// Elsewhere, uncut.
    Whole,
}

/// A function that reads a file to its end as a build does, and returns why a page cannot show it.
pub type Probe = fn(&Path, Shown) -> Result<(), String>;

/// The contents of a story folder.
#[derive(Clone, Debug, Default)]
pub struct Folder {
    /// The path that problems show.
    path: String,
    /// The text of each file, or why it cannot be read and how to fix that.
    texts: BTreeMap<&'static str, Result<String, Unreadable>>,
    /// The path on disk, or `None` for a folder in memory.
    place: Option<PathBuf>,
    /// Why there is no story at all, and how to fix that.
    unusable: Option<(String, &'static str)>,
    /// The paths, within the folder, of its other files, such as pictures. For a folder on disk, they include the text
    /// files.
    others: BTreeSet<String>,
    /// What reads pictures to their ends, which takes time.
    probe: Option<Probe>,
}

/// Why a file cannot be read, and how to fix it.
#[derive(Clone, Debug)]
struct Unreadable {
    message: String,
    help: String,
    /// The text to show for the file, and the range in that text to point at.
    shown: (String, Range<usize>),
}

impl Unreadable {
    fn new(message: impl Into<String>, help: &str) -> Self {
        Self { message: message.into(), help: help.to_owned(), shown: (String::new(), 0..0) }
    }
}

impl From<Misread> for Unreadable {
    fn from(Misread { message, help, text, at }: Misread) -> Self {
        Self { message, help, shown: (text, at) }
    }
}

impl Folder {
    /// Reads a folder from disk.
    pub fn read(path: &Path) -> Self {
        let text = |(name, optional): (&'static str, bool)| {
            let file = path.join(name);
            // A link to nothing is there, and was meant to be read.
            let is_absent = fs::symlink_metadata(&file).is_err_and(|error| error.kind() == ErrorKind::NotFound);
            (!optional || !is_absent).then(|| (name, read_text(&file)))
        };
        let mut others = BTreeSet::new();
        let mut folders = vec![(path.to_owned(), String::new())];
        while let Some((folder, prefix)) = folders.pop() {
            // A folder that cannot be listed counts as empty. Reading its text files reports the reason.
            for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
                let name = format!("{prefix}{}", entry.file_name().to_string_lossy());
                if entry.path().is_file() {
                    others.insert(name);
                } else if entry.path().is_dir() && prefix.matches('/').count() < DEPTH {
                    folders.push((entry.path(), name + "/"));
                }
            }
        }
        let shown = path.display();
        let unusable = if path.is_file() {
            Some((format!("\"{shown}\" is a file, not a folder"), "name the folder of the story, which the file is in"))
        } else if !path.is_dir() {
            Some((format!("there is no folder \"{shown}\""), EXPECTED))
        } else if NAMES.iter().all(|(name, optional)| *optional || !path.join(name).exists()) {
            Some((format!("the folder \"{shown}\" has no story"), EXPECTED))
        } else {
            None
        };
        let texts = NAMES.into_iter().filter_map(text).collect();
        let place = Some(path.to_owned());
        Self { path: path.display().to_string(), texts, unusable, others, place, probe: None }
    }

    /// Returns the folder with a function that reads its pictures to their ends, so that damaged ones are reported.
    #[must_use]
    pub fn probing(self, probe: Probe) -> Self {
        Self { probe: Some(probe), ..self }
    }

    /// Creates a folder from files in memory: the known text files by name, and pictures.
    pub fn in_memory<Name: AsRef<str>>(files: impl IntoIterator<Item = (Name, String)>) -> Self {
        let mut folder = Self { path: "story".to_owned(), ..Self::default() };
        for (name, text) in files {
            match NAMES.into_iter().find(|(known, _)| *known == name.as_ref()) {
                Some((known, _)) => drop(folder.texts.insert(known, Ok(text))),
                None => drop(folder.others.insert(name.as_ref().to_owned())),
            }
        }
        for (name, _) in NAMES.into_iter().filter(|(_, optional)| !optional) {
            folder.texts.entry(name).or_insert_with(|| Err(Unreadable::new("this file is missing", EXPECTED)));
        }
        folder
    }

    /// Reports whether the folder has this text file.
    pub(crate) fn has_text(&self, name: &str) -> bool {
        self.texts.get(name).is_some_and(Result::is_ok)
    }

    /// Returns the problem of a folder without a story. Adds the folder itself to `files`, so that the problem can point at
    /// it.
    pub(crate) fn unusable(&self, files: &mut Files) -> Option<Diagnostic> {
        let (message, help) = self.unusable.as_ref()?;
        Some(Diagnostic::error(files.folder(self).id.at(0..0), message).help(*help))
    }

    /// Reports whether the folder is on disk, so that its files can be read later.
    pub(crate) fn is_on_disk(&self) -> bool {
        self.place.is_some()
    }

    /// Returns the width and the height of a picture in pixels, or `None` if they cannot be read.
    pub(crate) fn size(&self, path: &str) -> Option<[u32; 2]> {
        crate::picture_size::of(&self.place.as_ref()?.join(path))
    }

    /// Returns why no page can show a file, as far as that is known.
    pub(crate) fn damage(&self, path: &str, shown: Shown) -> Option<String> {
        let place = self.place.as_ref()?.join(path);
        if fs::metadata(&place).is_ok_and(|file| file.len() == 0) {
            return Some("it is empty".to_owned());
        }
        self.probe?(&place, shown).err()
    }

    /// Returns the path of the file that was probably meant by one that the folder does not have: the case of letters, the
    /// ending or a few letters of its name differ.
    pub(crate) fn similar(&self, path: &str) -> Option<&str> {
        let parts = |path: &str| {
            let path = path.to_lowercase();
            let (stem, ending) = path.rsplit_once('.').unwrap_or((&path, ""));
            (stem.to_owned(), ending.to_owned())
        };
        let (stem, ending) = parts(path);
        let others =
            || self.others.iter().map(String::as_str).filter(|other| !NAMES.iter().any(|(name, _)| name == other));
        others()
            .find(|other| parts(other) == (stem.clone(), ending.clone()))
            .or_else(|| others().find(|other| parts(other).0 == stem))
            .or_else(|| {
                let alike: Vec<_> = others().filter(|other| parts(other).1 == ending).collect();
                let stems: Vec<_> = alike.iter().map(|other| parts(other).0).collect();
                let meant = closest(&stem, stems.iter().map(String::as_str))?;
                stems.iter().position(|stem| stem == meant).map(|position| alike[position])
            })
    }

    /// Returns the paths of the files that begin with `start`, in order.
    pub(crate) fn named<'a>(&'a self, start: &str) -> impl Iterator<Item = &'a str> {
        let start = start.to_owned();
        let others = self.others.range(start.clone()..).map(String::as_str);
        others.take_while(move |path| path.starts_with(&start))
    }

    /// Returns the path of the file that a text refers to by an address, which may contain `%20` for a space or begin with
    /// `./`.
    pub(crate) fn find(&self, address: &str) -> Result<String, (String, String)> {
        if self.has(address) {
            return Ok(address.to_owned());
        }
        let decoded = percent_encoding::percent_decode_str(address).decode_utf8_lossy();
        let mut parts: Vec<&str> = Vec::new();
        for part in decoded.split('/') {
            match part {
                ".." if parts.pop().is_none() => {
                    let message = format!("\"{address}\" leads out of the story folder");
                    let help = "copy the file into the story folder, and name it there: a page has only what is in it";
                    return Err((message, help.to_owned()));
                }
                "" | "." | ".." => {}
                part => parts.push(part),
            }
        }
        let path = parts.join("/");
        if self.has(&path) {
            return Ok(path);
        }
        let message = format!("there is no file \"{address}\" in the story folder");
        let is_elsewhere = decoded.contains('\\') && self.has(&decoded.replace('\\', "/"));
        let help = if is_elsewhere {
            "write / between a folder and what is in it, as in pictures/ice.jpg".to_owned()
        } else {
            self.similar(&path).map_or_else(
                || "write its name as it is, with capitals and ending".to_owned(),
                |meant| format!("did you mean \"{meant}\"?"),
            )
        };
        Err((message, help))
    }

    /// Reports whether a file begins as a `WebVTT` file does. Returns `None` if it cannot be read.
    pub(crate) fn is_web_vtt(&self, path: &str) -> Option<bool> {
        let mut begin = Vec::new();
        let file = fs::File::open(self.place.as_ref()?.join(path)).ok()?;
        file.take(MAX_SIGNATURE).read_to_end(&mut begin).ok()?;
        let begin = begin.strip_prefix(b"\xef\xbb\xbf").unwrap_or(&begin);
        let rest = begin.strip_prefix(b"WEBVTT");
        Some(rest.is_some_and(|rest| matches!(rest.first(), None | Some(b' ' | b'\t' | b'\n' | b'\r'))))
    }

    /// Returns the path of the file whose path is this one but for the case of letters, such as `speech.VTT`. Prefers the one
    /// that is exactly so.
    pub(crate) fn in_any_case(&self, path: &str) -> Option<String> {
        let alike = || self.others.iter().find(|other| other.eq_ignore_ascii_case(path)).cloned();
        self.others.get(path).cloned().or_else(alike)
    }

    /// Reports whether the folder has a file with this path, such as a picture.
    pub(crate) fn has(&self, path: &str) -> bool {
        self.others.contains(path)
    }
}

/// A text file of the folder.
#[derive(Clone, Debug)]
pub struct SourceFile {
    /// The index in [`Files`].
    pub id: FileId,
    /// The path that problems show.
    pub path: String,
    /// The text, or an empty string if the file could not be read, which is reported.
    pub text: String,
    /// Whether the file could not be read.
    pub(crate) unread: bool,
    /// Whether this stands for the folder itself, which has no lines.
    pub(crate) is_folder: bool,
    lines: LineIndex,
}

impl SourceFile {
    /// Returns a file with the same id and path whose text is `text`, a part of the file as it is read. Offsets are relative
    /// to that part.
    pub(crate) fn excerpt(&self, text: String) -> Self {
        let lines = LineIndex::new(&text);
        let Self { id, unread, is_folder, .. } = *self;
        Self { id, path: self.path.clone(), text, unread, is_folder, lines }
    }

    /// Returns the line and the column of a byte offset. Both count from 1, columns in characters.
    pub(crate) fn line_and_column(&self, offset: usize) -> (usize, usize) {
        self.lines.line_and_column(&self.text, offset)
    }
}

/// All files of a compilation, indexed by [`FileId`].
#[derive(Clone, Debug, Default)]
pub struct Files(Vec<SourceFile>);

impl Files {
    pub(crate) fn text(&self, path: &str) -> Option<&str> {
        self.0.iter().find(|file| file.path == path).map(|file| file.text.as_str())
    }

    /// Returns the file of the folder with this name.
    pub(crate) fn named(&self, name: &str) -> Option<&SourceFile> {
        self.0.iter().find(|file| Path::new(&file.path).file_name().is_some_and(|known| known == name))
    }

    pub(crate) fn get(&self, id: FileId) -> &SourceFile {
        &self.0[id.0]
    }

    /// Adds a file of the folder. Reports a file that cannot be read, and a required one that is empty; both count as empty.
    pub(crate) fn load(&mut self, folder: &Folder, name: &str, problems: &mut Vec<Diagnostic>) -> SourceFile {
        let id = FileId(self.0.len());
        let path = Path::new(&folder.path).join(name).display().to_string();
        let text = match folder.texts.get(name) {
            Some(Ok(text)) if text.trim().is_empty() && NEVER_EMPTY.contains(&name) => {
                problems.push(Diagnostic::error(id.at(0..0), "this file is empty").help(EXPECTED));
                String::new()
            }
            Some(Ok(text)) => text.clone(),
            Some(Err(Unreadable { message, help, shown: (text, place) })) => {
                problems.push(Diagnostic::error(id.at(place.clone()), message).help(help));
                // Problems show this text, and nothing else reads it.
                self.add(path, text.clone());
                return SourceFile { unread: true, ..self.get(id).excerpt(String::new()) };
            }
            None => String::new(),
        };
        self.add(path, text);
        self.get(id).clone()
    }

    /// Adds the folder itself, for problems that no line of a file has.
    pub(crate) fn folder(&mut self, folder: &Folder) -> SourceFile {
        let id = self.add(folder.path.clone(), String::new());
        self.0[id.0].is_folder = true;
        self.get(id).clone()
    }

    pub(crate) fn add(&mut self, path: String, text: String) -> FileId {
        let id = FileId(self.0.len());
        let lines = LineIndex::new(&text);
        self.0.push(SourceFile { id, path, text, unread: false, is_folder: false, lines });
        id
    }
}

/// Reads the text of a file, without a byte order mark.
///
/// # Errors
///
/// Returns why the file cannot be read, and how to fix that.
fn read_text(path: &Path) -> Result<String, Unreadable> {
    let about = |error: std::io::Error| match error.kind() {
        ErrorKind::NotFound if fs::symlink_metadata(path).is_ok() => {
            Unreadable::new("this is a link to a file that is not there", "put the file itself in its place")
        }
        ErrorKind::NotFound => Unreadable::new("this file is missing", EXPECTED),
        ErrorKind::PermissionDenied => Unreadable::new(
            "this file may not be read",
            "change its permissions, as with chmod u+r on a command line, or save a copy of it under the same name",
        ),
        _ => Unreadable::new(format!("this file cannot be read: {error}"), "save it again under the same name"),
    };
    let data = fs::metadata(path).map_err(about)?;
    if !data.is_file() {
        let what = if data.is_dir() { "a folder" } else { "a device or a pipe" };
        let message = format!("this is {what}, where a text file is expected");
        return Err(Unreadable::new(message, "move it elsewhere, and save the text under this name"));
    }
    let size = data.len();
    if size > MAX_BYTES {
        let message = format!("this file is too large: {size} bytes, where the limit is {MAX_BYTES}");
        return Err(Unreadable::new(message, "check that it is the right file, or split the story"));
    }
    Ok(decoded(fs::read(path).map_err(about)?)?)
}
