//! The stories in `examples/`: each compiles without problems, each of its statements rests on something that was read, and
//! each is printed and exported in its own language.

use std::collections::BTreeMap;
use std::fs;
use std::path::PathBuf;

use palimpsest_compiler::{Gaps, compile};
use palimpsest_export::Format;
use palimpsest_render::{outline, page, summaries};
use palimpsest_story::Story;
use palimpsest_tests::repository;
use palimpsest_words::Words;

/// The stories, by the names of their folders.
fn examples() -> BTreeMap<String, Story> {
    let folders = fs::read_dir(repository().join("examples")).expect("there are examples");
    let folders: Vec<PathBuf> =
        folders.map(|entry| entry.expect("an entry").path()).filter(|path| path.is_dir()).collect();
    let name = |folder: &PathBuf| folder.file_name().expect("a name").to_string_lossy().into_owned();
    let compiled = |folder: &PathBuf| {
        let compilation = compile(folder);
        assert!(compilation.problems.is_empty(), "{}", compilation.full_report());
        compilation.story.expect("without a problem there is a story")
    };
    folders.iter().map(|folder| (name(folder), compiled(folder))).collect()
}

#[test]
fn each_compiles_and_rests_on_what_was_read() {
    let examples = examples();
    let languages: Vec<(&str, &str)> =
        examples.iter().map(|(name, story)| (name.as_str(), story.language.as_str())).collect();
    assert_eq!(languages, [("granada-1492", "ar"), ("ides-of-march", "en"), ("kiel-1918", "de")]);
    for (name, story) in &examples {
        let gaps = Gaps::of(story);
        assert!(gaps.statements > 40, "{name} has {} statements", gaps.statements);
        assert_eq!(gaps.unread, Vec::<String>::new(), "{name}");
    }
}

#[test]
fn each_has_the_words_of_its_language() {
    for (name, story) in examples() {
        let words = Words::load(&story.language).expect("the language has a catalog");
        let printed = page(&story, &words).unwrap_or_else(|error| panic!("{name}: {error}"));
        assert!(printed.contains("<article"), "{name}");
        outline(&story, &words).unwrap_or_else(|error| panic!("{name}: {error}"));
        summaries(&story, &words).unwrap_or_else(|error| panic!("{name}: {error}"));
        for format in Format::of(&story) {
            let export = format.export(&story, &words);
            assert!(!export.text.is_empty(), "{name}: {}", format.file_name);
        }
        assert_eq!(words.check(), Ok(()), "{name}");
    }
}
