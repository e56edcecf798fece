use std::cell::RefCell;
use std::fs;
use std::path::Path;

use lol_html::text;
use palimpsest_render::page;
use palimpsest_words::Words;

use super::*;

fn project() -> &'static Path {
    Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../.."))
}

fn source(face: &Face) -> Vec<u8> {
    fs::read(project().join(face.source)).expect("the face is there")
}

#[test]
fn a_subset_has_the_letters_that_were_asked_for_and_no_others() {
    let letters = BTreeSet::from(['A', 'V', 'f', 'i', 'é']);
    for face in &FACES {
        let subset = face.subset(&source(face), &letters).expect("a subset");
        assert_eq!(
            without_glyph(&subset, &BTreeSet::from(['A', 'f', 'é', 'B', '龍'])).expect("a font"),
            ['B', '龍'].into()
        );
        let font = FontRef::new(&subset).expect("a font");
        let has = |tag: &[u8; 4]| font.table_data(Tag::new(tag)).is_some();
        assert!(has(b"GPOS"), "{}: A and V are kerned", face.source);
        assert!(!has(b"fpgm") && !has(b"STAT"), "{}", face.source);
        assert!(has(b"GSUB") || !face.features.contains(&b"liga"), "{}: f and i are joined", face.source);
        assert_eq!(face.subset(&source(face), &letters).expect("a subset"), subset, "{}: the same bytes", face.source);
        assert_eq!(compressed(&subset, true).expect("compressed").get(..4), Some(&b"wOF2"[..]));
    }
}

#[test]
fn outlines_are_aligned_and_unaltered() {
    for face in &FACES {
        let subset = face.subset(&source(face), &('A'..='Z').collect()).expect("a subset");
        let aligned = aligned(&subset).expect("a font").expect("its offsets are short");
        let [before, after] = [&subset, &aligned].map(|font| FontRef::new(font).expect("a font"));
        let [old, new] = [&before, &after].map(|font| font.loca(None).expect("offsets"));
        assert_eq!(old.len(), new.len());
        let [old_outlines, new_outlines] =
            [&before, &after].map(|font| font.table_data(Tag::new(b"glyf")).expect("outlines"));
        for index in 0..old.len() {
            let place =
                |loca: &write_fonts::read::tables::loca::Loca, index| loca.get_raw(index).expect("a place") as usize;
            let old = &old_outlines.as_bytes()[place(&old, index)..place(&old, index + 1)];
            let start = place(&new, index);
            assert_eq!(start % 4, 0, "{}", face.source);
            assert_eq!(&new_outlines.as_bytes()[start..start + old.len()], old, "{}", face.source);
        }
    }
}

#[test]
fn weights_are_those_that_the_rule_names() {
    for face in &FACES {
        let subset = face.subset(&source(face), &BTreeSet::from(['A'])).expect("a subset");
        let font = FontRef::new(&subset).expect("a font");
        let axes = font.fvar().and_then(|table| table.axes()).map(<[_]>::to_vec).unwrap_or_default();
        let axes: Vec<_> = axes.iter().map(|axis| format!("{} {}", axis.min_value(), axis.max_value())).collect();
        assert_eq!(axes.first().map_or("400", String::as_str), face.weight, "{}", face.source);
    }
}

#[test]
fn a_reserved_name_is_not_carried_on() {
    for face in &FACES {
        let subset = face.subset(&source(face), &BTreeSet::from(['A'])).expect("a subset");
        let font = FontRef::new(&subset).expect("a font");
        let table = font.name().expect("names");
        let family =
            table.name_record().iter().find(|record| record.name_id() == NameId::FAMILY_NAME).expect("a family");
        assert_eq!(family.string(table.string_data()).expect("a text").to_string(), face.family);
    }
}

#[test]
fn rules_stand_before_the_late_styles_and_missing_letters_are_told() {
    let folder = tempfile::tempdir().expect("a folder");
    let html = "<style>a{}</style><div id=reader><style data-late=styles>b{}</style>Žižka</div>";
    let (engine, mut notices) = (Engine::of_build(project(), project()), Vec::new());
    let mut add =
        |html: &str| add(&mut Site::new(folder.path()), html, "cs", &engine, false, &mut notices).expect("a page");
    add(&html.replace("Žižka", "☭"));
    let page = add(html);
    assert_eq!(notices, ["warning: the page's fonts lack ☭ (U+262D): readers see a font of their own there"]);
    assert!(page.starts_with("<style>a{}</style><div id=reader><style data-late=fonts>@supports"), "{page}");
    assert!(page.ends_with("</style><style data-late=styles>b{}</style>Žižka</div>"), "{page}");
    assert_eq!((page.matches("@font-face").count(), page.matches("url(data:font/woff2;base64,").count()), (3, 2));
    for file in FACES.iter().filter_map(|face| face.file) {
        assert!(folder.path().join(file).is_file() && page.contains(file), "{file}");
    }
}

/// Returns the text of all elements that match.
fn text_of(html: &str, selector: &str) -> String {
    let text = RefCell::new(String::new());
    let collect = text!(selector, |chunk| {
        text.borrow_mut().push_str(chunk.as_str());
        Ok(())
    });
    rewrite_str(html, RewriteStrSettings::new().append_element_content_handler(collect)).expect("a page");
    html_escape::decode_html_entities(&text.into_inner()).into_owned()
}

#[test]
fn every_letter_of_the_story_is_in_its_face() {
    let story = palimpsest_compiler::compile(&project().join("story")).story.expect("the story is sound");
    let html = format!("<div id=reader>{}</div>", page(&story, &Words::default()).expect("a page"));
    let letters = Letters::of(&html).expect("letters");
    let [display, text, italic] = &FACES;
    for (face, selector) in [
        (text, "#reader"),
        (italic, "#reader em"),
        (display, "#reader h1, #reader h2, #reader h3, #reader dt, #reader time"),
    ] {
        let shown: BTreeSet<char> = text_of(&html, selector).chars().filter(|letter| !letter.is_whitespace()).collect();
        assert!(shown.len() > 20, "{selector}: {shown:?}");
        let subset = face.subset(&source(face), &(face.letters)(&letters)).expect("a subset");
        assert_eq!(without_glyph(&subset, &shown).expect("a font"), BTreeSet::new(), "{}", face.source);
    }
}
