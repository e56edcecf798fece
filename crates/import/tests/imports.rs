//! Files from other programs become drafts that build, and nothing in them is lost silently.

use std::fs;
use std::path::PathBuf;

use palimpsest_compiler::diagnostic::Severity;
use palimpsest_compiler::files::Folder;
use palimpsest_compiler::{compile, compile_folder};
use palimpsest_export::Format;
use palimpsest_import::{Written, build, read};
use palimpsest_story::{CalendarDay, Story};
use palimpsest_words::Words;
use serde_json::Value;

const TODAY: CalendarDay = CalendarDay { year: 2026, month: 11, day: 29 };

fn fixture(name: &str) -> Vec<u8> {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures").join(name);
    fs::read(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// The draft of a file, and the story in it.
fn draft(name: &str, bytes: &[u8]) -> (Written, Story) {
    let draft = read(name, bytes, None).unwrap_or_else(|error| panic!("{error}"));
    let written = build(draft, TODAY);
    let compilation = compile_folder(&Folder::in_memory(written.files.clone()));
    let report = compilation.full_report();
    let broken = compilation.problems.iter().any(|problem| problem.severity == Severity::Error);
    assert!(!broken, "{report}\n{:#?}", written.files);
    (written, compilation.story.expect("a story"))
}

fn edtf(story: &Story) -> Vec<(&str, &str)> {
    story.events.iter().map(|event| (&*event.title, &*event.date.edtf)).collect()
}

/// Asserts that each text stands in a file of the draft.
fn has_all(written: &Written, texts: &[&str]) {
    let all: String = written.files.iter().map(|(_, text)| text.as_str()).collect();
    for text in texts {
        assert!(all.contains(text), "\"{text}\" is lost: {all}");
    }
}

#[test]
fn a_timeline_of_timelinejs_is_a_draft() {
    let (written, story) = draft("timelinejs.json", &fixture("timelinejs.json"));
    assert_eq!(
        edtf(&story),
        [
            ("The Ides", "-0043-03-15"),
            ("The lamp is lit", "1801-03-04/1801-05"),
            ("A date in words", "1850~"),
            ("Herring", "1860"),
            ("Said", "1871"),
        ]
    );
    assert_eq!(story.article.title, "The Lamp of Sandvik");
    assert_eq!(story.phases.len(), 1);
    has_all(
        &written,
        &[
            "No such day",
            "day 30",
            "Oil",
            "Wick",
            "A lamp & who lit it.",
            "https://www.youtube.com/watch?v=abc",
            "A. Holm",
            "https://example.org/film",
            "https://example.org/lamp",
            "images/lamp.png",
            "https://example.org/t.jpg",
            "A lamp",
            "Lamp",
            "https://example.org/more",
            "Keepers",
            "#333",
            "https://example.org/b.jpg",
            "Sea",
            "hour 11",
            "when the herring came",
            "Light is *work*.",
            "Brandt",
            "nonsense",
            "Gas",
            "\"a\":1",
        ],
    );
    assert!(story.publication.draft.is_some(), "its page says that it is a draft");
}

#[test]
fn a_sheet_is_the_same_in_each_format() {
    let drafts = ["timeline.csv", "timeline.xlsx", "timeline.ods"].map(|name| draft(name, &fixture(name)));
    for (written, story) in &drafts {
        assert_eq!(edtf(story), [("A long time", "-0043/0014"), ("The lamp is lit", "1801-03-04")]);
        assert_eq!(story.article.title, "The Lamp of Sandvik");
        has_all(
            written,
            &["https://example.org/lamp.jpg", "A. Holm", "The lamp", "Keepers", "#ffffff", "The first years"],
        );
    }
    let [csv, xlsx, ods] = drafts.map(|(_, story)| (story.events, story.sources));
    assert_eq!((&csv, &csv), (&xlsx, &ods));
}

#[test]
fn an_article_keeps_its_letters() {
    let (written, story) = draft("article.md", &fixture("article.md"));
    assert_eq!((story.article.title.as_str(), story.article.date.as_str()), ("The Lamp of Sandvik", "2020-05-01"));
    assert_eq!(story.article.authors[0].name(), "Ada Brandt");
    let words: Vec<String> = story.article.sentences().map(palimpsest_story::Sentence::text).collect();
    let words = words.join(" ");
    for text in [
        "The lamp was lit in 1801.",
        "the archive",
        "the other page",
        "or not",
        "mark[^gone]",
        "old tag",
        "In a box.",
        "By Ada Brandt.",
    ] {
        assert!(
            words.contains(text) || story.article.own_notes.len() == 1 && text.starts_with("By"),
            "{text}: {words}"
        );
    }
    has_all(
        &written,
        &[
            "other.html",
            "<u>",
            "tower.png",
            "https://example.org/far.jpg",
            "How it burned",
            "## Setext heading",
            "Deep",
            "3. three",
            "| 1 | 2 | 3 |",
            "https://example.org/unused",
            "lamps, sea",
            "yes",
        ],
    );
}

#[test]
fn bad_input_says_where_and_what_to_do() {
    for (name, text, at) in [
        ("a.json", "{\n \"events\": [,]\n}", "line 2, column 13"),
        ("a.json", "{\"events\": 3, \"title\": {}}", ""),
        ("a.csv", "Foo,Bar\n1,2\n", "row 1"),
        ("a.csv", "Year,Headline\n1,\"x\n", "row 2"),
        ("a.csv", "", ""),
        ("a.xlsx", "no archive", ""),
        ("a.md", "+++\ntitle = \"x\"\n", "line 1"),
        ("a.md", "+++\ntitle = \"x\"\nauthors = x\n+++\n", "line 3"),
        ("a.md", "\n", ""),
        ("a.zip", "x", ""),
    ] {
        let error = read(name, text.as_bytes(), None).expect_err(text);
        assert_eq!(error.at, at, "{error}");
        assert!(!error.help.is_empty() && error.to_string().contains(name), "{error}");
    }
    assert_eq!(read("a.md", b"a\n\xff", None).expect_err("bytes").at, "line 2");
}

/// The story of this repository, and each of its exports that can be imported.
fn exported(story: &Story) -> Vec<(&'static str, String)> {
    let words = Words::load(&story.language).expect("its language has a catalog");
    Format::ALL.iter().map(|format| (format.file_name, format.export(story, &words).text)).collect()
}

#[test]
fn our_own_timelines_come_back_whole() {
    for folder in ["story", "examples/granada-1492", "examples/ides-of-march", "examples/kiel-1918"] {
        let place = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../..").join(folder);
        let story = compile(&place).story.expect("the story compiles");
        let labels =
            ["export-in-article", "export-context"].map(|key| Words::load(&story.language).expect("known").text(key));
        // Without the article, nobody can tell whether it tells an event; the draft marks that.
        let without = |text: String| {
            text.replace(&labels[0], &labels[1]).replace("\"in_article\": true", "\"in_article\": false")
        };
        for (name, text) in
            exported(&story).into_iter().filter(|(name, _)| name.starts_with("timeline") && !name.ends_with("ics"))
        {
            let (written, again) = draft(name, text.as_bytes());
            let (_, back) =
                exported(&again).into_iter().find(|(other, _)| *other == name).expect("it is exported again");
            // The letter after a year depends on the author's other works, not all of which are cited here.
            // Nonbreaking spaces come back as ordinary ones, and two works with the same citation as one.
            let same_citation: Vec<&str> = story
                .sources
                .iter()
                .map(|source| source.short.as_str())
                .filter(|short| story.sources.iter().filter(|other| other.short == *short).count() > 1)
                .collect();
            let unlettered = |text: String| {
                let merged = |text: String, short: &&str| {
                    let short = short.replace('\u{a0}', " ");
                    text.replace(&format!("{short}; {short}"), &short)
                };
                let text = same_citation.iter().fold(text.replace('\u{a0}', " "), merged);
                let mut parts = text.split('-').map(str::to_owned).collect::<Vec<_>>();
                for part in parts.iter_mut().skip(1) {
                    let is_letter = part.starts_with(|letter: char| letter.is_ascii_lowercase());
                    if is_letter && part[1..].starts_with([';', '"', ')', ',']) {
                        part.remove(0);
                    }
                }
                parts.join("-").replace("-;", ";").replace("-\"", "\"").replace("-)", ")").replace("-,", ",")
            };
            let [text, back] = [text, back].map(|text| unlettered(without(text)));
            if name == "timeline.json" {
                let [mut one, mut other] = [text, back].map(|text| serde_json::from_str::<Value>(&text).expect("JSON"));
                // Passages stand in passages.csv; here they are left over.
                for event in one["events"].as_array_mut().expect("a list") {
                    for work in event["sources"].as_array_mut().expect("a list") {
                        if let Some(passages) = work.as_object_mut().and_then(|work| work.remove("passages")) {
                            let listed: Vec<_> =
                                passages.as_array().expect("a list").iter().filter_map(Value::as_str).collect();
                            assert!(written.leftovers.iter().any(|leftover| leftover.what == listed.join(", ")));
                        }
                    }
                }
                for (one, other) in
                    one["events"].as_array().expect("a list").iter().zip(other["events"].as_array().expect("a list"))
                {
                    assert_eq!(one, other, "{folder}: {name}");
                }
                assert_eq!(one["events"].as_array().map(Vec::len), other["events"].as_array().map(Vec::len));
                other["events"] = one["events"].clone();
                assert_eq!(one, other, "{folder}: {name}");
            } else {
                for (one, other) in text.lines().zip(back.lines()) {
                    assert_eq!(one, other, "{folder}: {name}");
                }
                assert_eq!(text.lines().count(), back.lines().count(), "{folder}: {name}");
            }
        }
        if let Some((_, text)) =
            exported(&story).iter().find(|(name, text)| *name == "passages.csv" && text.lines().count() > 1)
        {
            let (_, again) = draft("passages.csv", text.as_bytes());
            let passages = |story: &Story| {
                let all = story.sources.iter().flat_map(|source| source.passages.iter());
                let mut all: Vec<_> = all
                    .map(|passage| {
                        format!(
                            "{} {:?} {} {:?} {:?} {}",
                            passage.id, passage.at, passage.read.edtf, passage.extent, passage.grade, passage.says
                        )
                    })
                    .collect();
                all.sort();
                all
            };
            assert_eq!(passages(&story), passages(&again));
        }
    }
}

/// Pseudorandom numbers, the same in each run.
fn numbers(mut seed: u64) -> impl FnMut(usize) -> usize {
    move |below| {
        seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(seed >> 33).unwrap_or(0) % below.max(1)
    }
}

#[test]
fn no_bytes_stop_the_program() {
    let mut number = numbers(7);
    for name in ["timelinejs.json", "timeline.csv", "timeline.xlsx", "timeline.ods", "article.md"] {
        let whole = fixture(name);
        for round in 0..120 {
            let mut bytes = whole.clone();
            if round % 3 == 0 {
                bytes.truncate(number(whole.len()));
            }
            for _ in 0..number(4) {
                let (at, to) = (number(bytes.len()), number(256));
                if let Some(byte) = bytes.get_mut(at) {
                    *byte = u8::try_from(to).unwrap_or(b'"');
                }
            }
            if round % 4 == 1 {
                let (from, to, at) = (number(bytes.len()), number(bytes.len()), number(bytes.len()));
                let part = bytes[from.min(to)..from.max(to)].to_vec();
                bytes.splice(at..at, part);
            }
            // Whatever can be read becomes a draft that can be written.
            if let Ok(draft) = read(name, &bytes, None)
                && round % 6 == 0
            {
                assert!(build(draft, TODAY).files.len() > 2);
            }
        }
    }
}

#[test]
fn words_in_place_of_a_date_wait_with_the_reason() {
    let table = "Year,Month,Day,Display Date,Headline,Text\n1801,,,,The lamp,It burns.\n\
                 ,,,In the year of the frost,Frost,Cold.\n";
    let (written, story) = draft("timeline.csv", table.as_bytes());
    assert_eq!(edtf(&story), [("The lamp", "1801")]);
    has_all(&written, &["# TODO the date was shown as: In the year of the frost"]);
    let left = written.leftovers.iter().find(|leftover| leftover.what == "In the year of the frost");
    assert!(left.is_some_and(|leftover| leftover.why.contains("these words and no date")), "{:?}", written.leftovers);
}

#[test]
fn an_end_before_its_start_is_left_over() {
    let table = "Year,End Year,Headline,Text\n1802,1801,The lamp,It burns.\n";
    let (written, story) = draft("timeline.csv", table.as_bytes());
    assert_eq!(edtf(&story), [("The lamp", "1802")]);
    let left = written.leftovers.iter().find(|leftover| leftover.what == "1801");
    assert!(left.is_some_and(|leftover| leftover.why.contains("ends before it begins")), "{:?}", written.leftovers);
}

#[test]
fn control_characters_are_removed_and_told() {
    for (name, file) in [
        ("works.bib", "@book{a, title = {The \u{12}Bell\u{8}}, publisher = {B\u{0}C}, year = {1931}}"),
        ("timeline.csv", "Year,Headline,Text\n1801,The \u{12}Bell\u{8},It\u{0} tolls.\n"),
    ] {
        let (written, _) = draft(name, file.as_bytes());
        has_all(&written, &["The Bell", "invisible characters"]);
    }
}
