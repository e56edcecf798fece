//! `palimpsest new`: a small story to begin with.

use std::path::Path;

use anyhow::{Result, ensure};

use crate::{console, folder};

/// The files of the story, by their names.
const FILES: [(&str, &str); 10] = [
    ("README.md", include_str!("../template/README.md")),
    ("REFERENCE.md", folder::REFERENCE),
    ("article.md", include_str!("../template/article.md")),
    ("events.toml", include_str!("../template/events.toml")),
    ("notes.md", include_str!("../template/notes.md")),
    ("passages.toml", include_str!("../template/passages.toml")),
    ("people.toml", include_str!("../template/people.toml")),
    ("places.toml", include_str!("../template/places.toml")),
    ("sources.json", include_str!("../template/sources.json")),
    ("story.toml", include_str!("../template/story.toml")),
];

/// Writes the story.
///
/// # Errors
///
/// A folder that is not empty, or that cannot be written.
pub fn new(place: &Path) -> Result<()> {
    ensure!(
        folder::is_empty(place)?,
        "{} is not empty, and nothing was written\n  = help: name a folder that is new or empty",
        place.display()
    );
    for (name, text) in FILES {
        folder::write(place, name, text)?;
    }
    folder::write_schemas(place)?;
    let place = place.display();
    console::say(&format!(
        "{place} holds a small story. Next:\n\n  palimpsest serve --open {place}\n\nThen change {place}/article.md, and watch the page."
    ))
}

#[cfg(test)]
mod tests {
    use palimpsest_compiler::compile;

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
}
