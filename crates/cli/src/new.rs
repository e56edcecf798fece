//! `palimpsest new`: writes a story to start from.

use std::path::Path;

use anyhow::{Result, bail, ensure};
use palimpsest_publish::Engine;

use crate::{console, folder};

/// The files of the small story, with their names.
const FILES: [(&str, &str); 8] = [
    ("article.md", include_str!("../template/article.md")),
    ("events.toml", include_str!("../template/events.toml")),
    ("notes.md", include_str!("../template/notes.md")),
    ("passages.toml", include_str!("../template/passages.toml")),
    ("people.toml", include_str!("../template/people.toml")),
    ("places.toml", include_str!("../template/places.toml")),
    ("sources.json", include_str!("../template/sources.json")),
    ("story.toml", include_str!("../template/story.toml")),
];

/// The schema references in the examples: as in the source tree, and as in a story of its own.
const SCHEMAS: [&str; 2] = ["#:schema ../../story/schemas/", "#:schema schemas/"];

/// Writes the small story.
///
/// # Errors
///
/// Returns an error if the folder is not empty, or cannot be written.
pub fn new(place: &Path) -> Result<()> {
    write(place, FILES.map(|(name, text)| (name.to_owned(), text.as_bytes().to_vec())))?;
    let (typed, place) = (console::typed(place), place.display());
    console::say(&format!(
        "{place} holds a small story. Next:\n\n  palimpsest serve --open {typed}\n\nThen change {place}/article.md, and watch \
         the page. {place}/README.md goes on from there."
    ))
}

/// Writes an example story from the engine.
///
/// # Errors
///
/// Returns an error if there is no example of this name, and for the same reasons as [`new`].
pub fn example(place: &Path, name: &str, engine: &Engine) -> Result<()> {
    let files = engine.example(name)?;
    if files.is_empty() {
        let known = engine.examples()?;
        let help = if known.is_empty() {
            "this engine has none".to_owned()
        } else {
            format!("there are {}", known.join(", "))
        };
        bail!("there is no example \"{name}\"\n  = help: {help}");
    }
    let own = |(name, bytes): (String, Vec<u8>)| match String::from_utf8(bytes) {
        Ok(text) => (name, text.replace(SCHEMAS[0], SCHEMAS[1]).into_bytes()),
        Err(picture) => (name, picture.into_bytes()),
    };
    write(place, files.into_iter().map(own))?;
    let (typed, place) = (console::typed(place), place.display());
    console::say(&format!("{place} holds the story {name}. Next:\n\n  palimpsest serve --open {typed}"))
}

/// Writes the files of a story, and the manual.
fn write(place: &Path, files: impl IntoIterator<Item = (String, Vec<u8>)>) -> Result<()> {
    ensure!(
        folder::is_empty(place)?,
        "{} is not empty, and nothing was written\n  = help: name a folder that is new or empty",
        place.display()
    );
    for (name, bytes) in files {
        folder::write(place, &name, bytes)?;
    }
    folder::write_manual(place)
}

#[cfg(test)]
mod tests {
    use std::fs;

    use palimpsest_compiler::{compile, summary};

    use super::*;

    #[test]
    fn the_story_has_no_problems() {
        let outer = tempfile::tempdir().expect("a folder");
        let place = outer.path().join("my story");
        new(&place).expect("written");
        let compilation = compile(&place);
        assert_eq!(compilation.report(), "");
        let story = compilation.story.expect("a story");

        assert_eq!((story.people.len(), story.events.len(), story.notes.len()), (2, 2, 2));
        assert!(new(&place).is_err(), "it is never written over");
    }

    /// Returns the fenced code blocks of a text, each with its language, its lines, and the line before it.
    fn blocks(text: &str) -> Vec<(&str, String, &str)> {
        let mut blocks = Vec::new();
        let mut before = "";
        let mut lines = text.lines();
        while let Some(line) = lines.next() {
            if let Some(kind) = line.strip_prefix("```") {
                let within: Vec<_> = lines.by_ref().take_while(|line| *line != "```").collect();
                blocks.push((kind, within.join("\n") + "\n", before));
            } else if !line.is_empty() {
                before = line;
            }
        }
        blocks
    }

    #[test]
    fn the_tutorial_leads_to_a_page() {
        let folder = tempfile::tempdir().expect("a folder");
        let mut says = Vec::new();
        let mut last = "article.md";
        for (kind, text, before) in blocks(folder::MANUAL[0].1) {
            let compiled = || compile(folder.path());
            if kind == "text" && !text.starts_with("error") {
                let compilation = compiled();
                assert_eq!(compilation.report(), "", "the story is sound where the tutorial says what it has");
                says.push((text, summary(&compilation.story.expect("a story")) + "\n"));
            } else if kind == "text" {
                let report = compiled().report();
                assert!(report.contains(text.trim_end()), "{report}");
            } else if kind != "sh" {
                // The line before the block names the file, unless an earlier paragraph did.
                let is_file = |word: &&str| [".md", ".toml", ".json"].iter().any(|end| word.ends_with(end));
                let named = before.split('`').skip(1).step_by(2).find(is_file);
                last = named.unwrap_or(last);
                let path = folder.path().join(last);
                let is_more = text.starts_with('\n');
                let old = if is_more { fs::read_to_string(&path).expect("the file is there") } else { String::new() };
                fs::write(&path, old + &text).expect("written");
            }
        }
        assert_eq!(says.len(), 2, "the tutorial says twice what the story has");
        assert!(says.iter().all(|(said, has)| said == has), "{says:?}");
    }
}
