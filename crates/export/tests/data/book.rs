//! EPUB: the media type first and uncompressed, a container, a package that lists every file, XHTML that is XML, and links
//! that lead somewhere.

use std::collections::{BTreeMap, BTreeSet};
use std::io::{Cursor, Read as _};

use roxmltree::{Document, ParsingOptions};
use zip::ZipArchive;

use crate::Edition;

pub(crate) fn check(edition: &Edition) {
    let files = unzipped(&edition.files["article.epub"].bytes);
    let text = |name: &str| String::from_utf8(files[name].clone()).expect("UTF-8");
    assert!(text("META-INF/container.xml").contains("full-path=\"EPUB/package.opf\""));
    let package = text("EPUB/package.opf");
    let package = Document::parse(&package).expect("it is XML");
    let items: BTreeMap<&str, &str> = package
        .descendants()
        .filter(|node| node.tag_name().name() == "item")
        .map(|item| (item.attribute("href").expect("a file"), item.attribute("media-type").expect("a type")))
        .collect();
    let mut listed: BTreeSet<String> = items.keys().map(|name| format!("EPUB/{name}")).collect();
    listed.extend(["mimetype", "META-INF/container.xml", "EPUB/package.opf"].map(str::to_owned));
    assert_eq!(listed, files.keys().cloned().collect(), "{}", edition.name);
    assert!(items.contains_key("nav.xhtml") && items.contains_key("article.xhtml"));

    let is_text = |(_, kind): &(&&str, &&str)| **kind == "application/xhtml+xml";
    let texts: BTreeMap<&str, String> =
        items.iter().filter(is_text).map(|(name, _)| (*name, text(&format!("EPUB/{name}")))).collect();
    let mut documents: BTreeMap<&str, Document> = BTreeMap::new();
    for (name, text) in &texts {
        let options = ParsingOptions { allow_dtd: true, ..ParsingOptions::default() };
        let document = Document::parse_with_options(text, options).unwrap_or_else(|error| panic!("{name}: {error}"));
        documents.insert(name, document);
    }
    links(edition, &items, &documents);
    let numbered = edition.story.notes.iter().filter(|note| note.number.is_some()).count();
    let marks = documents["article.xhtml"].descendants().filter(|node| node.attribute("class") == Some("note"));
    assert!(marks.count() >= numbered, "each note has its mark");
}

/// The files of a book, by their names.
fn unzipped(bytes: &[u8]) -> BTreeMap<String, Vec<u8>> {
    assert_eq!(&bytes[30..58], b"mimetypeapplication/epub+zip", "it is first, uncompressed and without extra fields");
    let mut archive = ZipArchive::new(Cursor::new(bytes)).expect("it is a ZIP file");
    let mut files = BTreeMap::new();
    for index in 0..archive.len() {
        let mut file = archive.by_index(index).expect("a file");
        let mut contents = Vec::new();
        file.read_to_end(&mut contents).expect("it can be unpacked");
        files.insert(file.name().expect("a name").into_owned(), contents);
    }
    files
}

/// Ids are unique, and every link within the book leads to one.
fn links(edition: &Edition, items: &BTreeMap<&str, &str>, documents: &BTreeMap<&str, Document>) {
    let mut ids: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    for (name, document) in documents {
        let all: Vec<&str> = document.descendants().filter_map(|node| node.attribute("id")).collect();
        let unique: BTreeSet<&str> = all.iter().copied().collect();
        assert_eq!(unique.len(), all.len(), "{}: {name}: ids are unique", edition.name);
        ids.insert(name, unique);
    }
    let mut links = 0;
    for (name, document) in documents {
        for node in document.descendants() {
            for address in ["href", "src"].into_iter().filter_map(|attribute| node.attribute(attribute)) {
                let (file, fragment) = address.split_once('#').unwrap_or((address, ""));
                if file.contains(':') {
                    continue;
                }
                let file = if file.is_empty() { name } else { file };
                assert!(items.contains_key(file), "{}: {name} links to {address}", edition.name);
                let is_there = fragment.is_empty() || ids[file].contains(fragment);
                assert!(is_there, "{}: {name} links to {address}", edition.name);
                links += 1;
            }
        }
    }
    assert!(links > 5, "{}: {links} links", edition.name);
}
