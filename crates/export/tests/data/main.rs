//! The folder `data/` of every story in the repository, as other programs read it: each format by its own rules, and all
//! references within and between its files.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use geojson::{FeatureCollection, GeometryValue};
use palimpsest_compiler::compile;
use palimpsest_export::Media;
use palimpsest_export::data::{File, README, files, styles};
use palimpsest_story::Story;
use palimpsest_words::Words;
use roxmltree::{Document, Node};
use serde_json::Value;
use sha2::{Digest as _, Sha256};

mod book;

/// A story with its files, by their names.
struct Edition {
    name: String,
    story: Story,
    files: BTreeMap<String, File>,
}

impl Edition {
    fn of(folder: &Path) -> Self {
        let compilation = compile(folder);
        let report = compilation.report();
        let story = compilation.story.unwrap_or_else(|| panic!("{report}"));
        let words = Words::load(&story.language).expect("the language has a catalog");
        let mut names = story.media_addresses();
        names.extend(story.article.picture.as_ref().map(|picture| picture.address.clone()));
        let portraits = story.people.iter().filter_map(|person| person.portrait.as_ref());
        names.extend(portraits.map(|portrait| portrait.address.clone()));
        let read = |name: String| Media { bytes: fs::read(folder.join(&name)).expect("the picture is there"), name };
        let media: Vec<Media> = names.into_iter().map(read).collect();
        let made = files(&story, &words, &media, true);
        assert!(made == files(&story, &words, &media, true), "the same story gives the same bytes");
        assert_eq!(words.check(), Ok(()));
        let name = folder.file_name().expect("a name").to_string_lossy().into_owned();
        let count = made.len();
        let files: BTreeMap<String, File> = made.into_iter().map(|file| (file.name.clone(), file)).collect();
        assert_eq!(files.len(), count, "{name}: no file is there twice");
        // For validators that do not run here.
        if let Some(out) = std::env::var_os("PALIMPSEST_DATA") {
            for file in files.values() {
                let path = Path::new(&out).join(&name).join(&file.name);
                fs::create_dir_all(path.parent().expect("it is in a folder")).expect("made");
                fs::write(path, &file.bytes).expect("written");
            }
        }
        Self { name, story, files }
    }

    fn text(&self, file: &str) -> &str {
        let file = self.files.get(file).unwrap_or_else(|| panic!("{} has no {file}", self.name));
        std::str::from_utf8(&file.bytes).expect("the file is UTF-8")
    }

    fn json(&self, file: &str) -> Value {
        serde_json::from_str(self.text(file)).expect("the file is JSON")
    }
}

/// Every story in the repository.
fn editions() -> Vec<Edition> {
    let repository = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let examples = fs::read_dir(repository.join("examples")).expect("there are examples");
    let mut folders: Vec<PathBuf> = examples.map(|entry| entry.expect("an entry").path()).collect();
    folders.retain(|folder| folder.is_dir());
    let others = ["story", "tests/fixtures/other-story", "tests/fixtures/magazine"].map(|name| repository.join(name));
    folders.extend(others.into_iter().filter(|folder| folder.is_dir()));
    folders.sort();
    assert!(folders.len() >= 5, "{folders:?}");
    folders.iter().map(|folder| Edition::of(folder)).collect()
}

#[test]
fn every_format_keeps_to_its_rules() {
    for edition in editions() {
        manifest(&edition);
        readme(&edition);
        tables(&edition);
        places(&edition);
        annotations(&edition);
        tei(&edition);
        book::check(&edition);
    }
}

#[test]
#[ignore = "needs EPUBCheck and Java; `cargo xtask test --long` runs it"]
fn books_pass_epubcheck() {
    let checker = std::env::var_os("PALIMPSEST_EPUBCHECK").expect("run `cargo xtask test --only books`");
    let folder = tempfile::tempdir().expect("a folder");
    for edition in editions() {
        let book = folder.path().join(format!("{}.epub", edition.name));
        fs::write(&book, &edition.files["article.epub"].bytes).expect("written");
        let mut java = Command::new("java");
        let output = java.arg("-jar").arg(&checker).arg("--failonwarnings").arg(&book).output().expect("Java starts");
        let said = [output.stdout, output.stderr].map(|text| String::from_utf8_lossy(&text).into_owned()).concat();
        assert!(output.status.success() && said.contains("EPUBCheck completed"), "{}: {said}", edition.name);
    }
}

/// `EPUBCheck` contains Jing, which validates XML against schemas in RELAX NG.
#[test]
#[ignore = "needs EPUBCheck and Java; `cargo xtask test --long` runs it"]
fn articles_keep_to_the_schema() {
    let checker = std::env::var_os("PALIMPSEST_EPUBCHECK").expect("run `cargo xtask test --only books`");
    let schema = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/data/article.rnc");
    let folder = tempfile::tempdir().expect("a folder");
    let validate = |article: &str, name: &str| {
        let file = folder.path().join(format!("{name}.xml"));
        fs::write(&file, article).expect("written");
        let mut java = Command::new("java");
        let jing = java.arg("-cp").arg(&checker).args(["com.thaiopensource.relaxng.util.Driver", "-c"]);
        let output = jing.arg(&schema).arg(file).output().expect("Java starts");
        let said = [output.stdout, output.stderr].map(|text| String::from_utf8_lossy(&text).into_owned()).concat();
        (output.status.success(), said)
    };
    for edition in editions() {
        let article = edition.text("article.xml");
        let (is_valid, said) = validate(article, &edition.name);
        assert!(is_valid && said.is_empty(), "{}: {said}", edition.name);
        let spoiled =
            article.replacen("<titlePart>", "<titlePart><note>", 1).replacen("</titlePart>", "</note></titlePart>", 1);
        let (is_valid, said) = validate(&spoiled, "spoiled");
        assert!(!is_valid && said.contains("\"note\" not allowed"), "{}: {said}", edition.name);
    }
}

/// The manifest lists every file but itself and the page for people, with its digest; the page links to each.
fn manifest(edition: &Edition) {
    let manifest = edition.json("manifest.json");
    let resources = manifest["resources"].as_array().expect("a list");
    let mut named = BTreeSet::new();
    for resource in resources {
        let path = resource["path"].as_str().expect("a path");
        let File { bytes, media_type, .. } = &edition.files[path];
        let digest = format!("{:x}", Sha256::digest(bytes));
        assert_eq!(resource["hash"], format!("sha256:{digest}"), "{path}");
        assert_eq!(
            (&resource["bytes"], &resource["mediatype"]),
            (&bytes.len().into(), &(*media_type).into()),
            "{path}"
        );
        assert!(resource["rights"].is_array());
        named.insert(path);
        assert!(edition.text(README).contains(&format!("href=\"{path}\"")), "{path}");
    }
    let mut all: BTreeSet<&str> = edition.files.keys().map(String::as_str).collect();
    all.retain(|name| !["manifest.json", README].contains(name));
    assert_eq!(named, all, "{}", edition.name);
    let names: BTreeSet<&str> = resources.iter().filter_map(|resource| resource["name"].as_str()).collect();
    assert_eq!(names.len(), resources.len(), "names are unique");
}

/// The page for people has its rules as they are, and a policy that lets them apply.
fn readme(edition: &Edition) {
    let page = edition.text(README);
    let (before, rules) = page.split_once("<style>").expect("it has rules");
    let (rules, _) = rules.split_once("</style>").expect("they end");
    assert!(rules.contains("light-dark(") && !rules.contains('&'), "nothing is escaped: {rules}");
    let hash = format!("'sha256-{}'", STANDARD.encode(Sha256::digest(rules)));
    let before = before.replace("&apos;", "'");
    assert!(before.contains(&format!("style-src {hash};")) && hash == styles(), "{before}");
}

/// Each table has the columns that the manifest gives, unique keys, and references to rows that exist.
fn tables(edition: &Edition) {
    let manifest = edition.json("manifest.json");
    let resources = manifest["resources"].as_array().expect("a list");
    let mut keys: BTreeMap<&str, BTreeSet<String>> = BTreeMap::new();
    let mut references = Vec::new();
    for table in resources.iter().filter(|resource| resource["type"] == "table") {
        let (name, path) = (table["name"].as_str().expect("a name"), table["path"].as_str().expect("a path"));
        let mut reader = csv::Reader::from_reader(edition.text(path).as_bytes());
        let header: Vec<String> = reader.headers().expect("a header").iter().map(str::to_owned).collect();
        let fields = table["schema"]["fields"].as_array().expect("fields").iter();
        assert_eq!(header, fields.filter_map(|field| field["name"].as_str()).collect::<Vec<_>>(), "{path}");
        let rows: Vec<_> = reader.records().map(|row| row.expect("a row")).collect();
        let column = |name: &str| {
            let at = header.iter().position(|column| column == name).expect("the column is there");
            rows.iter().map(move |row| row[at].to_owned()).collect::<BTreeSet<String>>()
        };
        if table["schema"]["primaryKey"].is_array() {
            let ids = column("id");
            assert_eq!(ids.len(), rows.len(), "{}: {path}", edition.name);
            keys.insert(name, ids);
        }
        for key in table["schema"]["foreignKeys"].as_array().into_iter().flatten() {
            let field = key["fields"][0].as_str().expect("a field");
            let other = key["reference"]["resource"].as_str().expect("a table").to_owned();
            references.push((path, field.to_owned(), other, column(field)));
        }
    }
    assert!(keys.contains_key("tables-sentences.csv"));
    for (path, field, other, values) in references {
        let absent: Vec<_> = values.iter().filter(|id| !id.is_empty() && !keys[&*other].contains(*id)).collect();
        assert!(absent.is_empty(), "{}: {path}.{field}: {absent:?}", edition.name);
    }
}

/// RFC 7946: longitude before latitude, in no coordinate system but WGS 84. Every feature of the story is there.
fn places(edition: &Edition) {
    let stays = edition.story.people.iter().flat_map(|person| &person.stays).filter(|stay| stay.place.is_some());
    let events = edition.story.events.iter().filter(|event| event.place.is_some());
    let expected = stays.count() + events.count();
    assert_eq!(edition.files.contains_key("places.geojson"), expected > 0, "{}", edition.name);
    if expected == 0 {
        return;
    }
    let collection: FeatureCollection = edition.text("places.geojson").parse().expect("it is GeoJSON");
    assert_eq!(collection.foreign_members, None, "nothing but the standard's members");
    assert_eq!(collection.features.len(), expected, "{}", edition.name);
    for feature in &collection.features {
        assert!(feature.id.is_some() && feature.properties.is_some());
        let Some(geometry) = &feature.geometry else { continue };
        let GeometryValue::Point { coordinates } = &geometry.value else { panic!("{geometry} is a point") };
        let [longitude, latitude] = coordinates.as_slice() else { panic!("{geometry} has two numbers") };
        assert!(longitude.abs() <= 180.0 && latitude.abs() <= 90.0, "{geometry}");
    }
}

/// The W3C's model: each annotation has an IRI, a body and a target, and each selector has a type and a value.
fn annotations(edition: &Edition) {
    let notes = &edition.story.notes;
    if notes.is_empty() {
        return;
    }
    let list = |value: &Value| value.as_array().cloned().unwrap_or_else(|| vec![value.clone()]);
    let collection = edition.json("annotations.jsonld");
    assert_eq!(collection["@context"], "http://www.w3.org/ns/anno.jsonld");
    assert_eq!(collection["type"], "AnnotationCollection");
    assert_eq!(collection["first"]["type"], "AnnotationPage");
    let items = list(&collection["first"]["items"]);
    assert_eq!((items.len(), &collection["total"]), (notes.len(), &notes.len().into()));
    let ids: BTreeSet<&str> = items.iter().map(|item| item["id"].as_str().expect("an id")).collect();
    assert_eq!(ids.len(), items.len());
    for item in &items {
        let motivation = item["motivation"].as_str().expect("a motivation");
        assert!(item["type"] == "Annotation" && ["assessing", "commenting", "describing"].contains(&motivation));
        let body = &item["body"];
        assert!(body["type"] == "TextualBody" && body["format"] == "text/plain" && body["language"].is_string());
        assert!(body["value"].as_str().is_some_and(|text| !text.is_empty()));
        let targets = list(&item["target"]);
        assert!(!targets.is_empty());
        for target in targets.iter().filter(|target| !target.is_string()) {
            assert!(target["type"] == "SpecificResource" && target["source"].is_string(), "{target}");
            for selector in list(&target["selector"]) {
                let value = match selector["type"].as_str() {
                    Some("TextQuoteSelector") => &selector["exact"],
                    Some("FragmentSelector") => &selector["value"],
                    other => panic!("{other:?} is not one of our selectors"),
                };
                assert!(value.as_str().is_some_and(|value| !value.is_empty()), "{selector}");
            }
        }
    }
}

/// The document is XML in TEI's namespace, its ids are unique, each reference in it resolves, and it has each sentence of
/// the article word for word.
fn tei(edition: &Edition) {
    const XML: &str = "http://www.w3.org/XML/1998/namespace";
    const TEI: &str = "http://www.tei-c.org/ns/1.0";
    let document = Document::parse(edition.text("article.xml")).expect("it is XML");
    let elements = || document.descendants().filter(Node::is_element);
    assert!(elements().all(|element| element.tag_name().namespace() == Some(TEI)));
    let all: Vec<&str> = elements().filter_map(|element| element.attribute((XML, "id"))).collect();
    let ids: BTreeSet<&str> = all.iter().copied().collect();
    let twice: Vec<_> = ids.iter().filter(|id| all.iter().filter(|other| other == id).count() > 1).collect();
    assert!(twice.is_empty(), "{}: {twice:?}", edition.name);
    for element in elements() {
        for name in ["target", "ref", "where", "active", "passive"] {
            for place in element.attribute(name).unwrap_or_default().split_whitespace() {
                let is_there = place.strip_prefix('#').is_none_or(|id| ids.contains(id));
                assert!(is_there, "{}: {name}={place:?} leads nowhere", edition.name);
            }
        }
    }
    let words = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
    let read = elements().filter(|element| element.has_tag_name((TEI, "s"))).map(|sentence| {
        let parts = sentence.descendants().filter_map(|node| match node.tag_name().name() {
            "lb" => Some("\n"),
            _ => node.text().filter(|_| node.is_text()),
        });
        words(&parts.collect::<String>())
    });
    let written = edition.story.article.sentences().map(|sentence| words(&sentence.text()));
    let (mut read, mut written): (Vec<_>, Vec<_>) = (read.collect(), written.collect());
    read.sort();
    written.sort();
    assert_eq!(read, written, "{}", edition.name);
}
