//! The engine: everything that the pages of different stories share. It consists of the output of Trunk's release build (the
//! template, the program with its script, the icons), the style sheets and complete fonts that publishing reads, and the
//! example stories. Packed into one file, it makes pages where neither Trunk nor the sources are available.

use std::collections::BTreeMap;
use std::fs;
use std::io::{Cursor, Read};
use std::path::{Component, Path, PathBuf};

use anyhow::{Context, Result, ensure};
use brotli::enc::BrotliEncoderParams;
use lol_html::{RewriteStrSettings, element, rewrite_str};

use crate::folder::files;

/// The file name of the page.
pub(crate) const INDEX: &str = "index.html";

/// The folders of a packed engine: the files that are copied into the site, and those that are only read.
const BUILT: &str = "built";
const PROJECT: &str = "project";
/// The folder of the complete fonts in the project, and the extension of their names.
const FACES: (&str, &str) = ("fonts", ".ttf");

/// The folder of the example stories in the project, each in a folder of its own.
const EXAMPLES: &str = "examples";

/// Trunk's marker that a build is under way.
const LOCK: &str = ".trunk-lock";

/// Everything that the pages of different stories share.
#[derive(Clone, Debug)]
pub struct Engine {
    built: Files,
    project: Files,
}

/// Files by their paths, whose parts are separated by `/`.
#[derive(Clone, Debug)]
enum Files {
    Folder(PathBuf),
    Packed(BTreeMap<String, Vec<u8>>),
}

impl Engine {
    /// Creates an engine from the output of a build in the folder `built`. `project` is the folder with `fonts/` and with
    /// the style sheets that the page names. Files are read when they are needed.
    pub fn of_build(built: &Path, project: &Path) -> Self {
        Self { built: Files::Folder(built.to_owned()), project: Files::Folder(project.to_owned()) }
    }

    /// Packs all files into a tar archive. Packing the same engine again produces the same bytes.
    ///
    /// # Errors
    ///
    /// Returns an error if a file cannot be read, such as a missing style sheet that the page names.
    pub fn pack(&self) -> Result<Vec<u8>> {
        let mut archive = tar::Builder::new(Vec::new());
        let mut add = |folder: &str, name: &str, bytes: &[u8]| -> Result<()> {
            let mut header = tar::Header::new_gnu();
            header.set_size(bytes.len() as u64);
            header.set_mode(0o644);
            let path = format!("{folder}/{name}");
            archive.append_data(&mut header, &path, bytes).with_context(|| format!("packing {path}"))
        };
        for name in self.built.names("")? {
            add(BUILT, &name, &self.built.read(&name)?)?;
        }
        for name in self.sources()? {
            add(PROJECT, &name, &self.source(&name)?)?;
        }
        archive.into_inner().context("packing")
    }

    /// Unpacks an engine, which may be [`compressed`].
    ///
    /// # Errors
    ///
    /// Returns an error if the bytes were not written by [`Engine::pack`].
    pub fn unpack(packed: &[u8]) -> Result<Self> {
        let [mut built, mut project] = [BTreeMap::new(), BTreeMap::new()];
        let reader: Box<dyn Read> = if packed.starts_with(BUILT.as_bytes()) {
            Box::new(packed)
        } else {
            Box::new(brotli::Decompressor::new(packed, 1 << 16))
        };
        let mut archive = tar::Archive::new(reader);
        for entry in archive.entries()? {
            let mut entry = entry.context("this is no engine")?;
            let path = String::from_utf8(entry.path_bytes().into_owned()).context("a name is not UTF-8")?;
            let is_inside = Path::new(&path).components().all(|part| matches!(part, Component::Normal(_)));
            let (folder, name) =
                path.split_once('/').filter(|_| is_inside).with_context(|| format!("{path}: no file of an engine"))?;
            let mut bytes = Vec::new();
            entry.read_to_end(&mut bytes).with_context(|| format!("unpacking {path}"))?;
            let files = if folder == BUILT { &mut built } else { &mut project };
            files.insert(name.to_owned(), bytes);
        }
        ensure!(built.contains_key(INDEX), "this is no engine: it has no {INDEX}");
        Ok(Self { built: Files::Packed(built), project: Files::Packed(project) })
    }

    /// Returns the names of the example stories.
    ///
    /// # Errors
    ///
    /// Returns an error if a folder cannot be read.
    pub fn examples(&self) -> Result<Vec<String>> {
        let files = self.example_files()?;
        let mut names: Vec<String> = files.iter().filter_map(|path| Some(path.split('/').nth(1)?.to_owned())).collect();
        names.dedup();
        Ok(names)
    }

    /// Returns the files of an example story, by their paths in its folder. The list is empty if there is no such story.
    ///
    /// # Errors
    ///
    /// Returns an error if a file cannot be read.
    pub fn example(&self, name: &str) -> Result<Vec<(String, Vec<u8>)>> {
        let prefix = format!("{EXAMPLES}/{name}/");
        let files = self.example_files()?;
        let own = files.iter().filter_map(|path| Some((path.strip_prefix(&prefix)?, path)));
        own.map(|(within, path)| Ok((within.to_owned(), self.project.read(path)?))).collect()
    }

    /// Returns the paths of the files of all example stories in the project, sorted.
    fn example_files(&self) -> Result<Vec<String>> {
        let files = match &self.project {
            Files::Folder(folder) if !folder.join(EXAMPLES).is_dir() => Vec::new(),
            project => project.names(EXAMPLES)?,
        };
        // Files directly in the examples folder do not belong to a story.
        Ok(files.into_iter().filter(|path| path.matches('/').count() > 1).collect())
    }

    /// Copies the built files into a site, unless the site is where they were built. The page is left out: it is written once
    /// the story is in it, so that a failure leaves the previous one.
    pub(crate) fn lay(&self, site: &Path) -> Result<()> {
        if let Files::Folder(folder) = &self.built
            && is_same(folder, site)
        {
            return Ok(());
        }
        for name in self.built.names("")?.into_iter().filter(|name| name != INDEX) {
            let path = site.join(&name);
            let writing = || format!("writing {}", path.display());
            fs::create_dir_all(path.parent().unwrap_or(site)).with_context(writing)?;
            fs::write(&path, self.built.read(&name)?).with_context(writing)?;
        }
        Ok(())
    }

    /// Reads the page that stories are written into.
    pub(crate) fn template(&self) -> Result<String> {
        String::from_utf8(self.built.read(INDEX)?).with_context(|| format!("{INDEX} is not UTF-8"))
    }

    /// Reads a style sheet or a font by its path in the project, such as `styles/base.css`.
    pub(crate) fn source(&self, name: &str) -> Result<Vec<u8>> {
        self.project.read(name)
    }

    /// Reads a style sheet as text.
    pub(crate) fn source_text(&self, name: &str) -> Result<String> {
        String::from_utf8(self.source(name)?).with_context(|| format!("{name} is not UTF-8"))
    }

    /// Returns the names of the files that are only read: the style sheets that the page links, the fonts, and the example
    /// stories.
    fn sources(&self) -> Result<Vec<String>> {
        let mut names = sheets(&self.template()?)?;
        let (folder, ending) = FACES;
        names.extend(self.project.names(folder)?.into_iter().filter(|name| name.ends_with(ending)));
        names.extend(self.example_files()?);
        Ok(names)
    }
}

impl Files {
    fn read(&self, name: &str) -> Result<Vec<u8>> {
        match self {
            Self::Folder(folder) => {
                let path = folder.join(name);
                fs::read(&path).with_context(|| format!("reading {}", path.display()))
            }
            Self::Packed(files) => files.get(name).cloned().with_context(|| format!("the engine has no {name}")),
        }
    }

    /// Returns the names of all files in the folder `within` and its subfolders, sorted. If `within` is empty, returns all
    /// files.
    fn names(&self, within: &str) -> Result<Vec<String>> {
        let prefix = if within.is_empty() { String::new() } else { format!("{within}/") };
        let folder = match self {
            Self::Packed(files) => return Ok(files.keys().filter(|name| name.starts_with(&prefix)).cloned().collect()),
            Self::Folder(folder) => folder,
        };
        let names = files(&folder.join(within))?.into_iter().map(|name| prefix.clone() + &name);
        Ok(names.filter(|name| name != LOCK).collect())
    }
}

fn is_same(one: &Path, other: &Path) -> bool {
    matches!((one.canonicalize(), other.canonicalize()), (Ok(one), Ok(other)) if one == other)
}

/// Compresses a packed engine with Brotli.
///
/// # Errors
///
/// Returns an error if compression fails. The bytes themselves cannot cause this.
pub fn compressed(packed: &[u8]) -> Result<Vec<u8>> {
    let mut small = Vec::new();
    // The largest window that every decoder supports.
    let options = BrotliEncoderParams { quality: 11, lgwin: 24, size_hint: packed.len(), ..Default::default() };
    brotli::BrotliCompress(&mut Cursor::new(packed), &mut small, &options).context("compressing")?;
    Ok(small)
}

/// Returns the addresses of the style sheets that a page links.
fn sheets(html: &str) -> Result<Vec<String>> {
    let mut names = Vec::new();
    let collect = element!("link[rel=stylesheet][href]", |link| {
        names.extend(link.get_attribute("href"));
        Ok(())
    });
    rewrite_str(html, RewriteStrSettings::new().append_element_content_handler(collect))?;
    Ok(names)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn project() -> PathBuf {
        Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
    }

    /// Creates a folder with the output of a build.
    fn built() -> tempfile::TempDir {
        let folder = tempfile::tempdir().expect("a folder");
        let page = "<link rel=stylesheet href=styles/tokens.css><link rel=icon href=icons/icon.svg>";
        fs::create_dir(folder.path().join("icons")).expect("made");
        for (name, text) in [(INDEX, page), ("icons/icon.svg", "<svg/>"), (LOCK, "")] {
            fs::write(folder.path().join(name), text).expect("written");
        }
        folder
    }

    #[test]
    fn a_packed_engine_is_the_same() {
        let folder = built();
        let engine = Engine::of_build(folder.path(), &project());
        let packed = engine.pack().expect("packed");
        let again = Engine::unpack(&packed).expect("unpacked");
        assert_eq!(again.pack().expect("packed"), packed);
        assert_eq!(again.built.names("").expect("names"), ["icons/icon.svg", INDEX]);
        let faces = again.project.names("fonts").expect("names");
        assert!(faces.len() > 2);
        for face in faces {
            assert_eq!(again.source(&face).expect("read"), engine.source(&face).expect("read"));
        }
        assert_eq!(again.examples().expect("read"), ["granada-1492", "ides-of-march", "kiel-1918"]);
        let example = again.example("kiel-1918").expect("read");
        assert!(example.iter().any(|(name, text)| name == "story.toml" && !text.is_empty()));
        assert_eq!(example, engine.example("kiel-1918").expect("read"));
        assert_eq!(again.example("kiel").expect("read"), []);
        let small = Engine::unpack(&compressed(b"").expect("compressed"));
        assert!(small.is_err_and(|error| error.to_string().contains(INDEX)));
        assert_eq!(again.source("styles/tokens.css").expect("read"), engine.source("styles/tokens.css").expect("read"));
        let site = tempfile::tempdir().expect("a folder");
        again.lay(site.path()).expect("laid");
        assert_eq!(fs::read_to_string(site.path().join("icons/icon.svg")).expect("read"), "<svg/>");
        assert!(!site.path().join(INDEX).exists() && again.template().expect("read").contains("icons/icon.svg"));
    }

    #[test]
    fn an_engine_without_a_sheet_cannot_be_packed_and_other_files_are_none() {
        let folder = built();
        fs::create_dir(folder.path().join(FACES.0)).expect("made");
        let problem = Engine::of_build(folder.path(), folder.path()).pack().expect_err("no sheet").to_string();
        assert!(problem.contains("tokens.css"), "{problem}");
        for bytes in [&b""[..], b"no engine", &[0; 4096]] {
            assert!(Engine::unpack(bytes).is_err());
        }
    }
}
