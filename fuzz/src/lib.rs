//! What all fuzz targets share: a small sound story, one file of which is replaced.

use palimpsest_compiler::compile_folder;
use palimpsest_compiler::files::Folder;

const BASE: [(&str, &str); 7] = [
    ("story.toml", include_str!("../../tests/invalid/base/story.toml")),
    ("article.md", include_str!("../../tests/invalid/base/article.md")),
    ("notes.md", include_str!("../../tests/invalid/base/notes.md")),
    ("people.toml", include_str!("../../tests/invalid/base/people.toml")),
    ("events.toml", include_str!("../../tests/invalid/base/events.toml")),
    ("places.toml", include_str!("../../tests/invalid/base/places.toml")),
    ("sources.json", include_str!("../../tests/invalid/base/sources.json")),
];

/// A file of the sound story; empty when it has no such file.
pub fn base(name: &str) -> &'static str {
    BASE.into_iter().find(|(known, _)| *known == name).map_or("", |(_, text)| text)
}

/// Compiles the sound story with `text` in the place of one file, and renders what is wrong with it.
pub fn compile_with(name: &str, text: &str) {
    let files = BASE.map(|(known, sound)| (known, if known == name { text } else { sound }.to_owned()));
    let compilation = compile_folder(&Folder::in_memory(files));
    let report = compilation.report();
    assert!(compilation.story.is_some() || !report.is_empty(), "no story, and no reason");
}
