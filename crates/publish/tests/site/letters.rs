//! Publishing makes the fonts of a story from its letters, whatever fonts an earlier story needed.

use std::fs;
use std::io::Read;
use std::path::PathBuf;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use palimpsest_publish::{Engine, Options, publish};
use tempfile::TempDir;
use write_fonts::read::tables::cmap::Cmap;
use write_fonts::read::{FontData, FontRead};

use super::{copy, project, template};

/// A copy of the small story, with another title, other authors, and another paragraph.
fn story() -> TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    copy(&project().join("tests/invalid/base"), folder.path());
    let article = folder.path().join("article.md");
    let mut text = fs::read_to_string(&article).expect("there is an article");
    for (from, to) in [
        ("The Clock of Lindow", "The Clock of Žižka Ő"),
        (
            r#"[{ given = "A.", family = "Writer" }]"#,
            r#"[{ given = "Gabriel", family = "García Márquez" }, "Encyclopædia Britannica"]"#,
        ),
        ("A. Writer, May", "Gabriel García Márquez and Encyclopædia Britannica, May"),
        ("who never paid.", "who never paid Žižka Ő."),
    ] {
        assert!(text.contains(from), "the article has {from}");
        text = text.replace(from, to);
    }
    fs::write(&article, text).expect("written");
    folder
}

/// The page of that story, and its styles.
fn published() -> String {
    let (site, story) = (template(), story());
    publish(&Engine::of_build(site.path(), &project()), story.path(), site.path(), &Options::FINISHED).expect("a site");
    let files = fs::read_dir(site.path()).expect("the folder can be listed");
    let files = files.map(|entry| entry.expect("an entry").path());
    let is_text = |file: &PathBuf| file.extension().is_some_and(|ending| ending == "html" || ending == "css");
    files.filter(is_text).map(|file| fs::read_to_string(file).expect("a text")).collect()
}

/// The table of a WOFF2 font that maps characters to glyphs. It comes first, or after others of a known length.
fn character_map(font: &[u8]) -> Vec<u8> {
    const HEADER: usize = 48;
    assert_eq!(font.get(..4), Some(&b"wOF2"[..]));
    let number =
        |at: usize, length: usize| font[at..at + length].iter().fold(0, |sum, byte| sum << 8 | usize::from(*byte));
    let (tables, packed) = (number(12, 2), number(20, 4));
    let mut at = HEADER;
    let length = |at: &mut usize| {
        let mut length = 0;
        loop {
            let byte = font[*at];
            *at += 1;
            length = length << 7 | usize::from(byte & 0x7f);
            if byte < 0x80 {
                return length;
            }
        }
    };
    let (mut end, mut map) = (0, 0..0);
    for _ in 0..tables {
        let (table, version) = (font[at] & 0x3f, font[at] >> 6);
        at += if table == 63 { 1 + 4 } else { 1 };
        let mut stored = length(&mut at);
        // The tables 10 and 11 are the outlines and their places, whose version 3 is the untransformed one.
        if version != if matches!(table, 10 | 11) { 3 } else { 0 } {
            stored = length(&mut at);
        }
        if table == 0 {
            map = end..end + stored;
        }
        end += stored;
    }
    let mut data = Vec::new();
    brotli::Decompressor::new(&font[at..at + packed], 1 << 12).read_to_end(&mut data).expect("it is Brotli");
    data[map].to_vec()
}

#[test]
fn the_fonts_have_the_letters_of_the_story() {
    let page = published();
    let fonts: Vec<Vec<u8>> = page
        .split("data:font/woff2;base64,")
        .skip(1)
        .map(|rest| rest.split([')', '"']).next().unwrap_or_default())
        .map(|data| STANDARD.decode(data).expect("it is base64"))
        .collect();
    // One is for headings, the other for text.
    assert_eq!(fonts.len(), 2);
    for font in fonts {
        let table = character_map(&font);
        let map = Cmap::read(FontData::new(&table)).expect("it maps characters");
        for letter in ['Ž', 'ž', 'Ő'] {
            assert!(map.map_codepoint(letter).is_some(), "{letter}");
        }
        assert!(map.map_codepoint('Ǆ').is_none());
    }
}

#[test]
fn each_author_has_a_tag_for_search_engines_of_scholars() {
    let page = published();
    let authors: Vec<&str> = page
        .split("<meta ")
        .filter(|tag| tag.contains("citation_author"))
        .filter_map(|tag| tag.split_once("content=")?.1.split('>').next())
        .map(|content| content.trim_matches('"'))
        .collect();
    assert_eq!(authors, ["Gabriel García Márquez", "Encyclopædia Britannica"]);
}
