//! Bibliographies become works, and those of our own pages come back whole.

use std::path::Path;

use palimpsest_compiler::files::Folder;
use palimpsest_compiler::{compile, compile_folder};
use palimpsest_export::Format;
use palimpsest_import::{Draft, Error, build, read};
use palimpsest_story::{CalendarDay, Story};
use palimpsest_words::Words;
use serde_json::{Map, Value, json};

const FOLDERS: [&str; 4] = ["story", "examples/ides-of-march", "examples/granada-1492", "examples/kiel-1918"];

fn draft(name: &str, text: &str) -> Result<Draft, Error> {
    read(name, text.as_bytes(), None)
}

fn story(folder: &str) -> Story {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    compile(&root.join(folder)).story.unwrap_or_else(|| panic!("{folder} compiles"))
}

fn exported(story: &Story, file: &str) -> String {
    let format = Format::ALL.iter().find(|format| format.file_name == file).expect("a format");
    format.export(story, &Words::default()).text
}

#[test]
fn our_own_csl_json_comes_back_whole() {
    for folder in FOLDERS {
        let text = exported(&story(folder), "citations.json");
        let draft = draft("citations.json", &text).unwrap_or_else(|error| panic!("{error}"));
        let works = Value::Array(draft.works.into_iter().map(Value::Object).collect());
        assert_eq!(works, serde_json::from_str::<Value>(&text).expect("JSON"), "{folder}");
        assert_eq!(draft.leftovers, [], "{folder}");
    }
}

#[test]
fn our_own_bibtex_comes_back_but_for_what_bibtex_cannot_say() {
    for folder in FOLDERS {
        let story = story(folder);
        let text = exported(&story, "citations.bib");
        let draft = draft("citations.bib", &text).unwrap_or_else(|error| panic!("{error}"));
        assert_eq!(draft.leftovers, [], "{folder}");
        for source in &story.sources {
            let given: Map<String, Value> = serde_json::from_str(&source.csl).expect("JSON");
            let work = draft.works.iter().find(|work| work["id"] == given["id"]).expect("the work is there");
            // To TeX, all spaces are the same.
            let blanks = |work: Value| work.to_string().split_whitespace().collect::<Vec<_>>().join(" ");
            assert_eq!(blanks(Value::Object(work.clone())), blanks(sayable(given)), "{folder}");
        }
    }
}

/// A work in which what BibTeX cannot express is left out or put differently: types that it does not have; who published
/// what is part of a website; a pamphlet's series; `note`, which our export leaves out; a month in a range; a name of two
/// words without a given name, which reads as given and family name; the kind of dash between pages.
fn sayable(mut work: Map<String, Value>) -> Value {
    let contained = work.contains_key("container-title");
    let given = work["type"].as_str().unwrap_or_default().to_owned();
    let kind = match given.as_str() {
        "article-magazine" | "article-newspaper" | "review" | "article-journal" if contained => "article-journal",
        "entry" | "entry-dictionary" | "entry-encyclopedia" | "chapter" if contained => "chapter",
        kind @ ("book" | "pamphlet" | "manuscript" | "report" | "thesis") => kind,
        "webpage" | "post" | "post-weblog" => "webpage",
        _ => "document",
    };
    work.insert("type".to_owned(), json!(kind));
    match (kind, work.remove("container-title")) {
        ("article-journal" | "chapter", Some(holder)) => drop(work.insert("container-title".to_owned(), holder)),
        ("webpage", Some(holder)) => {
            work.remove("publisher");
            work.insert("container-title".to_owned(), holder);
        }
        ("book", Some(holder)) => drop(work.insert("collection-title".to_owned(), holder)),
        (_, Some(holder)) => drop(work.insert("publisher".to_owned(), holder)),
        ("webpage", None) => {
            if let Some(publisher) = work.remove("publisher") {
                work.insert("container-title".to_owned(), publisher);
            }
        }
        _ => {}
    }
    if let Some(page) = work.get("page").and_then(Value::as_str).map(|page| page.replace('–', "-")) {
        work.insert("page".to_owned(), json!(page));
    }
    for field in ["volume", "issue", "number", "edition", "page"] {
        if let Some(Value::Number(number)) = work.get(field) {
            let text = number.to_string();
            work.insert(field.to_owned(), json!(text));
        }
    }
    if work.get("issue").is_some() && kind != "article-journal" {
        let number = work.remove("issue").unwrap_or_default();
        work.insert("number".to_owned(), number);
    }
    if let Some(dates) =
        work.get_mut("issued").and_then(|date| date.get_mut("date-parts")).and_then(Value::as_array_mut)
        && dates.len() > 1
    {
        dates.iter_mut().filter_map(Value::as_array_mut).for_each(|date| date.truncate(1));
    }
    if work.get("accessed").is_some_and(|date| date["date-parts"][0].as_array().is_none_or(|date| date.len() < 3)) {
        work.remove("accessed");
    }
    for name in ["author", "editor", "translator"]
        .iter()
        .filter_map(|field| work.get(*field).cloned().map(|names| (*field, names)))
        .collect::<Vec<_>>()
    {
        let (field, names) = name;
        let names = names.as_array().cloned().unwrap_or_default().into_iter().map(|name| {
            match (name["family"].as_str().and_then(|family| family.split_once(' ')), name.get("given")) {
                (Some((given, family)), None) => json!({ "family": family, "given": given }),
                _ => name,
            }
        });
        work.insert(field.to_owned(), Value::Array(names.collect()));
    }
    work.remove("note");
    Value::Object(work)
}

const BIB: &str = r#"% Exported by a reference manager
@string{pup = "Princeton University Press"}
@Comment{jabref-meta: databaseType:bibtex;}

@book{avrich_kronstadt_1970,
  title = {Kronstadt 1921: {The} \emph{Petropavlovsk} and {{H}{\textsubscript{2}}O}},
  author = {Avrich, Paul and {War and Peace Society} and van Heijenoort, Jean and G{\"o}del, Kurt and others},
  publisher = pup # ", Inc.",
  year = 1970, month = mar,
  address = {Princeton},
  series = {Studies}, number = {3},
  note = {Read},
  file = {C\:\\papers\\a.pdf},
  shelf = {B 12}
}

@inproceedings{part, crossref = {whole}, title = {A Part}, pages = {3--5}, eventtitle = {The Congress}}
@proceedings{whole, title = {The Whole}, subtitle = {Papers}, date = {1921-03~}, location = {Moskva}}
@misc{web, title = {A Page}, howpublished = {\url{https://example.org/a_b}}, urldate = {2020-05-01}, journal = undefinedabbr}
@phdthesis{thesis, title = "On \"{U}bersee -- and ``more''", school = {Kiel}, author = {Brandt, Jr., Ada}}
@newtype{odd, title = {Odd}, year = {in press}}
@book{web, title = {Twice}}
"#;

#[test]
fn entries_of_other_programs_become_works() {
    let draft = draft("library.bib", BIB).unwrap_or_else(|error| panic!("{error}"));
    let works: Vec<Value> = draft.works.iter().cloned().map(Value::Object).collect();
    let expected = json!([
        {
            "id": "avrich_kronstadt_1970", "type": "book",
            "title": "Kronstadt 1921: <span class=\"nocase\">The</span> <i>Petropavlovsk</i> and <span class=\"nocase\"><span class=\"nocase\">H</span><span class=\"nocase\"><sub>2</sub></span>O</span>",
            "author": [
                { "family": "Avrich", "given": "Paul" }, { "literal": "War and Peace Society" },
                { "family": "Heijenoort", "given": "Jean", "non-dropping-particle": "van" },
                { "family": "Gödel", "given": "Kurt" }, { "literal": "et al." }
            ],
            "publisher": "Princeton University Press, Inc.", "publisher-place": "Princeton",
            "issued": { "date-parts": [[1970, 3]] }, "collection-title": "Studies", "collection-number": "3", "note": "Read"
        },
        {
            "id": "part", "type": "paper-conference", "title": "A Part", "container-title": "The Whole: Papers", "page": "3-5",
            "event-title": "The Congress", "issued": { "date-parts": [[1921, 3]], "circa": true }, "publisher-place": "Moskva"
        },
        {
            "id": "whole", "type": "book", "title": "The Whole: Papers", "issued": { "date-parts": [[1921, 3]], "circa": true },
            "publisher-place": "Moskva"
        },
        {
            "id": "web", "type": "document", "title": "A Page", "URL": "https://example.org/a_b",
            "accessed": { "date-parts": [[2020, 5, 1]] }, "container-title": "undefinedabbr"
        },
        {
            "id": "thesis", "type": "thesis", "genre": "PhD thesis", "title": "On Übersee – and “more”", "publisher": "Kiel",
            "author": [{ "family": "Brandt", "given": "Ada", "suffix": "Jr." }]
        },
        { "id": "odd", "type": "document", "title": "Odd", "issued": { "literal": "in press" } }
    ]);
    for (work, expected) in works.iter().zip(expected.as_array().expect("a list")) {
        assert_eq!(work, expected);
    }
    assert_eq!(Some(works.len()), expected.as_array().map(Vec::len));
    for (at, what) in [
        ("line 1", "reference manager"),
        ("line 3", "jabref-meta"),
        ("line 13", "a.pdf"),
        ("line 14", "shelf = {B 12}"),
        ("line 19", "undefinedabbr"),
        ("line 21", "newtype"),
        ("line 22", "Twice"),
    ] {
        let is_told = draft.leftovers.iter().any(|leftover| leftover.at == at && leftover.what.contains(what));
        assert!(is_told, "{at} {what}: {:#?}", draft.leftovers);
    }
}

#[test]
fn malformed_bibliographies_are_reported_with_their_place() {
    for (text, at) in [
        ("@book{a,\n title = {A\n", "line 3, column 1"),
        ("@book{a,\n title = A},\n}\n@book{b\n title = {B}}", "line 5, column 2"),
        ("@book a", "line 1, column 7"),
        ("@book{a, title = \"b}c\"}", "line 1"),
    ] {
        let error = draft("a.bib", text).expect_err("it is not BibTeX");
        assert_eq!(error.at, at, "{text}: {error}");
    }
    let deep = format!("@book{{a,\n title = {{{}x{}}}}}", "{a".repeat(99), "}".repeat(99));
    assert_eq!(draft("a.bib", &deep).map_err(|error| error.at), Err("line 2".to_owned()));
    let round = "@string{a = b # \"x\"}\n@string{b = a}\n@book{k, title = a}";
    let draft = draft("a.bib", round).expect("it is BibTeX");
    assert!(draft.leftovers.iter().any(|leftover| leftover.why.contains("stands for itself")));
}

#[test]
fn csl_of_other_programs_is_taken_as_it_is() {
    let text = r#"{"status": "ok", "message": {"items": [
        {"DOI": "10.1/a", "type": "journal-article", "title": ["A Title"], "author": [{"family": "B", "given": "A", "sequence": "first"}],
         "issued": {"date-parts": [[1938, 8]]}, "page": "1-2"},
        {"id": 7, "type": "unheard-of", "title": "T", "issued": {"date-parts": "1938"}, "author": "Nobody"},
        {"id": "http://zotero.org/users/1/items/AB", "type": "book", "citation-key": "b1938", "abstract": "x"},
        {"id": 7, "type": "book", "title": "Again"},
        "words"
    ]}}"#;
    let draft = draft("items.json", text).unwrap_or_else(|error| panic!("{error}"));
    let ids: Vec<&Value> = draft.works.iter().map(|work| &work["id"]).collect();
    assert_eq!(ids, ["10.1/a", "7", "http://zotero.org/users/1/items/AB", "7"]);
    assert_eq!(draft.works[0]["author"][0]["sequence"], "first");
    assert_eq!(draft.works[1].keys().collect::<Vec<_>>(), ["id", "title"]);
    let left: Vec<String> = draft.leftovers.iter().map(|left| format!("{}: {}", left.at, left.what)).collect();
    let left = left.join("\n");
    for told in [
        "line 1: status: \"ok\"",
        "line 4: 7: type: \"unheard-of\"",
        "line 4: 7: issued: ",
        "line 4: 7: author: \"Nobody\"",
        "line 6: 7",
        "line 7: \"words\"",
    ] {
        assert!(left.contains(told), "{told}\n{left}");
    }
    let zotero = "[\n{\"itemType\": \"book\", \"title\": \"T\"}]";
    assert_eq!(draft_error("a.json", zotero), "line 2");
    assert_eq!(draft_error("a.json", "[\n{\"id\": }]"), "line 2, column 8");
}

fn draft_error(name: &str, text: &str) -> String {
    draft(name, text).expect_err("it cannot be read").at
}

/// Whatever a file contains, the result is a draft or an error.
#[test]
fn cut_and_changed_bibliographies_never_panic() {
    let mut seed = 11_u32;
    let mut random = move |below: usize| {
        seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        (seed >> 8) as usize % below
    };
    let letters: Vec<char> = BIB.chars().collect();
    for end in 0..letters.len() {
        let _ = draft("a.bib", &letters[..end].iter().collect::<String>());
    }
    for _ in 0..2_000 {
        let mut text = letters.clone();
        for _ in 0..=random(5) {
            let at = random(text.len());
            match random(3) {
                0 => text[at] = ['{', '}', '\\', '"', ',', '=', '@', ' ', '$', '#', 'é', '\'', '\n', '~'][random(14)],
                1 => drop(text.remove(at)),
                _ => {
                    let from = random(text.len());
                    let part = text[from..(from + random(30)).min(text.len())].to_vec();
                    text.splice(at..at, part);
                }
            }
        }
        let _ = draft("a.bib", &text.iter().collect::<String>());
    }
}

/// Messages of the check name works by the page's ids, which the list of leftovers gives with the keys of the file.
#[test]
fn a_key_that_the_page_calls_otherwise_is_listed_with_both_names() {
    let bib = "@book{oakes_1994, title = {The Hoard}}\n@book{oakes-1994, title = {The Find}}\n\
               @book{plain, title = {A Book}}\n@book{Müller+1990, title = {Tides}}";
    let draft = draft("refs.bib", bib).unwrap_or_else(|error| panic!("{error}"));
    let written = build(draft, CalendarDay { year: 2026, month: 11, day: 29 });
    let left = |what: &str| written.leftovers.iter().any(|leftover| leftover.what.lines().any(|line| line == what));
    let compilation = compile_folder(&Folder::in_memory(written.files.clone()));
    let ids: Vec<String> =
        compilation.story.expect("it builds").sources.iter().map(|source| source.id.to_string()).collect();
    // The page calls the first by the key of the second, which gives way in sources.json.
    assert!(left("oakes_1994: oakes-1994") && left("oakes-1994: oakes-1994-2"), "{:?}", written.leftovers);
    assert!(["oakes-1994", "oakes-1994-2"].iter().all(|id| ids.iter().any(|other| other == id)), "{ids:?}");
    assert!(left("Müller+1990: muller-1990") && ids.iter().any(|id| id == "muller-1990"), "{:?}", written.leftovers);
    assert!(!written.leftovers.iter().any(|leftover| leftover.what.contains("plain")), "{:?}", written.leftovers);
}

/// Crossref has no ids; its API answers with one work or with a list.
#[test]
fn what_crossref_answers_becomes_a_draft() {
    let record = r#"{"DOI": "10.1/A(b)c", "type": "journal-article", "title": ["A Title"], "publisher": "B",
        "author": [{"family": "Doe", "given": "Jane"}], "issued": {"date-parts": [[1938]]}}"#;
    let bare = r#"{"type": "book", "title": "T", "author": [{"family": "Doe"}], "issued": {"date-parts": [[1937]]}}"#;
    for (text, id) in [
        (record.to_owned(), "10.1/A(b)c"),
        (format!("[{record}]"), "10.1/A(b)c"),
        (format!(r#"{{"status": "ok", "message": {record}}}"#), "10.1/A(b)c"),
        (format!(r#"{{"message": {{"items": [{record}]}}}}"#), "10.1/A(b)c"),
        (bare.to_owned(), "doe-1937"),
    ] {
        let draft = draft("works.json", &text).unwrap_or_else(|error| panic!("{error}"));
        assert_eq!(draft.works.iter().map(|work| &work["id"]).collect::<Vec<_>>(), [id], "{text}");
        let written = build(draft, CalendarDay { year: 2026, month: 11, day: 29 });
        let compilation = compile_folder(&Folder::in_memory(written.files));
        assert_eq!(compilation.story.map(|story| story.sources.len()), Some(1), "{text}");
    }
}

#[test]
fn a_file_without_works_is_refused() {
    for (name, text, message) in [
        ("a.bib", "", "the file has no entries"),
        ("a.bib", "@comment{jabref}\n@string{a = {b}}\n", "the file has no entries"),
        ("a.json", "[]", "the file has no works"),
        ("a.json", r#"{"message": {"items": []}}"#, "the file has no works"),
        ("a.csv", "Year,Headline,Text\n", "the file has no events"),
        ("a.json", r#"{"events": []}"#, "the file has no events"),
        ("a.md", "\n", "the file has no text"),
        ("a.txt", "TY  - BOOK\nTI  - T\nER  - \n", "RIS cannot be imported"),
    ] {
        let error = draft(name, text).expect_err("there is nothing in it");
        assert_eq!(error.message, message, "{name}: {text}");
    }
}
