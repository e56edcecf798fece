//! What the fuzz targets share: a small sound story, one file of which is replaced, and what must be true of any input.

use std::cell::OnceCell;

use palimpsest_compiler::diagnostic::Severity;
use palimpsest_compiler::files::Folder;
use palimpsest_compiler::{Compilation, compile_folder, rules};
use palimpsest_import::{Format, build, read};
use palimpsest_story::CalendarDay;
use palimpsest_words::Words;

const BASE: [(&str, &str); 7] = [
    ("story.toml", include_str!("../../tests/invalid/base/story.toml")),
    ("article.md", include_str!("../../tests/invalid/base/article.md")),
    ("notes.md", include_str!("../../tests/invalid/base/notes.md")),
    ("people.toml", include_str!("../../tests/invalid/base/people.toml")),
    ("events.toml", include_str!("../../tests/invalid/base/events.toml")),
    ("places.toml", include_str!("../../tests/invalid/base/places.toml")),
    ("sources.json", include_str!("../../tests/invalid/base/sources.json")),
];

/// What typing errors leave in TOML: quotation marks, brackets, and fragments of tables.
const SLIPS: [&str; 24] = [
    "", "\"", "\"\"\"", "'", "'''", "“", "”", "„", "«", "’", "[", "]", "[[", "[[person]]", "{", "}", ",", "=", "\\", "\n",
    "#", "id = \"x\"\n", "𝄞", "\t",
];

/// The languages in which dates are typed.
const LANGUAGES: [&str; 8] = ["en", "en-US", "de", "fr", "es", "ru", "ar-EG", "zh"];

thread_local! {
    static WORDS: OnceCell<Vec<Words>> = const { OnceCell::new() };
}

/// A file of the sound story; empty when it has no such file.
pub fn base(name: &str) -> &'static str {
    BASE.into_iter().find(|(known, _)| *known == name).map_or("", |(_, text)| text)
}

/// Compiles the sound story with `text` in the place of one file, and renders what is wrong with it.
pub fn compile_with(name: &str, text: &str) -> Compilation {
    let files = BASE.map(|(known, sound)| (known, if known == name { text } else { sound }.to_owned()));
    let compilation = compile_folder(&Folder::in_memory(files));
    let report = compilation.report();
    assert!(compilation.story.is_some() || !report.is_empty(), "no story, and no reason");
    compilation
}

/// Puts slips into one of the TOML files. Each has four bytes: where, how much is removed, and what is inserted.
pub fn slips(data: &[u8]) {
    let Some((file, changes)) = data.split_first() else { return };
    let name = ["story.toml", "people.toml", "events.toml", "places.toml"][usize::from(file % 4)];
    let mut text = base(name).to_owned();
    for change in changes.chunks_exact(4).take(8) {
        let at = usize::from(u16::from_le_bytes([change[0], change[1]])) % (text.len() + 1);
        let boundary = |at: usize| (at.min(text.len())..=text.len()).find(|at| text.is_char_boundary(*at));
        let (Some(start), Some(end)) = (boundary(at), boundary(at + usize::from(change[2] % 8))) else { continue };
        text.replace_range(start..end, SLIPS[usize::from(change[3]) % SLIPS.len()]);
    }
    let compilation = compile_with(name, &text);
    for problem in compilation.problems.iter().filter(|problem| compilation.path(problem).ends_with(name)) {
        let place = problem.location.span.clone();
        assert!(text.get(place.clone()).is_some(), "{place:?} is no part of the file: {}", problem.message);
        assert!(problem.help.is_some(), "nothing says how to mend this: {}", problem.message);
    }
}

/// Reads a date as a person types it, in each language.
pub fn typed(text: &str) {
    WORDS.with(|words| {
        let words = words.get_or_init(|| LANGUAGES.iter().filter_map(|language| Words::load(language).ok()).collect());
        assert_eq!(words.len(), LANGUAGES.len(), "there are words in each language");
        for words in words {
            if let Ok(date) = rules::date(text, words) {
                assert!(!date.text().trim().is_empty(), "a date without words");
                assert!(date.earliest.zip(date.latest).is_none_or(|(first, last)| first <= last), "{text} ends too early");
            }
            for meant in rules::meant_dates(text, words) {
                assert!(rules::date(&meant, words).is_ok(), "\"{meant}\" is suggested for \"{text}\"");
            }
        }
    });
}

/// Removes the Markdown marks of a text.
pub fn plain(text: &str) {
    let plain = rules::plain_text(text);
    assert_eq!(rules::plain_text(&plain), plain);
}

/// Reads a work, and cites it.
pub fn work(text: &str) {
    let refused = rules::refused_fields(text);
    assert!(refused.iter().all(|(_, reason)| !reason.is_empty()));
    compile_with("sources.json", text);
}

/// Recognizes a file, whose first byte chooses its name.
pub fn format(data: &[u8]) {
    const NAMES: [&str; 8] =
        ["export.bib", "export.json", "export.csv", "export.txt", "export.ris", "export.ged", "export.md", "export"];
    let Some((name, data)) = data.split_first() else { return };
    if let Err(error) = Format::of(NAMES[usize::from(name % 8)], data) {
        assert!(error.to_string().contains("= help: "), "{error}");
    }
}

/// Imports a file of another program, and compiles the draft, which must build.
pub fn import(name: &str, bytes: &[u8]) {
    let draft = match read(name, bytes, None) {
        Ok(draft) => draft,
        Err(error) => return assert!(error.to_string().contains("= help: "), "{error}"),
    };
    let written = build(draft, CalendarDay { year: 2026, month: 11, day: 29 });
    let compilation = compile_folder(&Folder::in_memory(written.files.clone()));
    let report = compilation.report();
    let broken = compilation.problems.iter().any(|problem| problem.severity == Severity::Error);
    assert!(!broken, "{report}\n{:#?}", written.files);
}
