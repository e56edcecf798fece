//! The compiler never panics and is fast: for any input it returns a story or a list of problems. The fuzz targets in
//! `fuzz/` search deeper; these are regression tests.

use std::fmt::Write as _;
use std::fs;

use palimpsest_compiler::compile_folder;
use palimpsest_compiler::files::Folder;
use proptest::prelude::*;
use proptest::sample::{Index, select};
use proptest::test_runner::RngSeed;

const NAMES: [&str; 7] =
    ["story.toml", "article.md", "notes.md", "people.toml", "events.toml", "places.toml", "sources.json"];

fn base(name: &str) -> String {
    fs::read_to_string(palimpsest_tests::base().join(name)).expect("the base has this file")
}

/// Compiles the files and renders the report.
fn answers(files: Vec<(&str, String)>) {
    let compilation = compile_folder(&Folder::in_memory(files));
    let report = compilation.report();
    assert!(compilation.story.is_some() || !report.is_empty(), "no story, and no reason");
    if let Some(story) = compilation.story {
        // `Debug` escapes invisible characters.
        let printed = format!("{story:?}");
        let is_hidden = |character: &char| printed.contains(&character.escape_debug().to_string());
        assert!(!HIDDEN.iter().any(is_hidden), "a hidden character came through: {printed}");
    }
}

/// The invisible and bidirectional control characters in [`SCRAPS`], except the right-to-left mark, which is allowed beside
/// right-to-left letters.
const HIDDEN: [char; 3] = ['\u{202e}', '\u{2066}', '\u{200b}'];

/// Texts to insert: characters with a meaning in some format, and a few multi-byte ones.
const SCRAPS: [&str; 44] = [
    "\"",
    "'",
    "\\",
    "\n",
    "\n\n",
    "\r\n",
    " ",
    "\t",
    "[",
    "]",
    "[[",
    "]]",
    "{",
    "}",
    "(",
    ")",
    "#",
    "##",
    "=",
    ",",
    ":",
    ".",
    "[^",
    "[^price]",
    "[^price]: ",
    "[@",
    "[@register-1801]",
    "](#voss)",
    "**",
    "*",
    "_",
    "`",
    "<b>",
    "+++\n",
    "..",
    "1801-02-30",
    "\u{feff}",
    "ü",
    "’",
    "𝄞",
    "\u{202e}",
    "\\u2066",
    "&rlm;",
    "&#x200B;",
];

/// What typing errors leave in TOML: quotation marks, brackets, and fragments of tables.
const SLIPS: [&str; 22] = [
    "\"",
    "\"\"\"",
    "'",
    "'''",
    "“",
    "”",
    "„",
    "«",
    "’",
    "[",
    "]",
    "[[",
    "[[person]]",
    "{",
    "}",
    ",",
    "=",
    "\\",
    "\n",
    "#",
    "id = \"x\"\n",
    "𝄞",
];

/// A change to a text: where, how many bytes are removed, and what is inserted.
fn change() -> impl Strategy<Value = (Index, usize, String)> {
    let scrap = prop_oneof![4 => select(&SCRAPS[..]).prop_map(str::to_owned), 1 => any::<String>()];
    (any::<Index>(), prop_oneof![Just(0_usize), 0_usize..40], scrap)
}

fn changed(text: &mut String, (at, length, scrap): (Index, usize, String)) {
    let boundary =
        |text: &str, at: usize| (at..=text.len()).find(|at| text.is_char_boundary(*at)).unwrap_or(text.len());
    let start = boundary(text, at.index(text.len() + 1));
    let end = boundary(text, (start + length).min(text.len()));
    text.replace_range(start..end, &scrap);
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: 300,
        failure_persistence: None,
        // A fixed seed: a test must not fail at random. `fuzz/` looks for new cases.
        rng_seed: RngSeed::Fixed(1921),
        ..ProptestConfig::default()
    })]

    #[test]
    fn a_story_with_slips_gets_an_answer(
        name in select(&NAMES[..]),
        changes in prop::collection::vec(change(), 1..6),
    ) {
        let mut files: Vec<_> = NAMES.into_iter().map(|known| (known, base(known))).collect();
        for (_, text) in files.iter_mut().filter(|(known, _)| *known == name) {
            for change in changes.clone() {
                changed(text, change);
            }
        }
        answers(files);
    }

    #[test]
    fn slips_in_toml_are_told_where_they_are(
        name in select(&["story.toml", "people.toml", "events.toml", "places.toml"][..]),
        slips in prop::collection::vec((any::<Index>(), 0_usize..3, select(&SLIPS[..])), 1..8),
    ) {
        let mut text = base(name);
        for (at, length, slip) in slips {
            changed(&mut text, (at, length, slip.to_owned()));
        }
        let files = NAMES.into_iter().map(|known| (known, if known == name { text.clone() } else { base(known) }));
        let compilation = compile_folder(&Folder::in_memory(files));
        let places = compilation.problems.iter().filter(|problem| compilation.path(problem).ends_with(name));
        for problem in places {
            let place = problem.location.span.clone();
            prop_assert!(text.get(place.clone()).is_some(), "{place:?} is no part of the file: {}", problem.message);
            prop_assert!(problem.help.is_some(), "nothing says how to mend this: {}", problem.message);
        }
        prop_assert!(compilation.story.is_some() || !compilation.full_report().is_empty());
    }

    #[test]
    fn any_text_gets_an_answer(name in select(&NAMES[..]), text in any::<String>()) {
        let sound = |known: &str| if known == name { text.clone() } else { base(known) };
        answers(NAMES.into_iter().map(|known| (known, sound(known))).collect());
    }
}

/// Fields of works as Zotero, Better BibTeX and Crossref export them, and a few that do not exist.
const FIELDS: &[&str] = &[
    "id",
    "type",
    "title",
    "title-short",
    "author",
    "editor",
    "translator",
    "container-title",
    "container-author",
    "recipient",
    "genre",
    "collection-title",
    "issued",
    "accessed",
    "original-date",
    "event-date",
    "submitted",
    "volume",
    "issue",
    "page",
    "number",
    "edition",
    "number-of-volumes",
    "publisher",
    "publisher-place",
    "DOI",
    "URL",
    "ISBN",
    "language",
    "note",
    "abstract",
    "custom",
];

/// Values for these fields, some of which do not fit the field that they end up in.
const VALUES: &[&str] = &[
    "null",
    "true",
    "0",
    "-1",
    "7",
    "1.5",
    "4294967296",
    "-9223372036854775808",
    "18446744073709551615",
    "1e300",
    "[]",
    "{}",
    "[null]",
    "[[]]",
    r#""""#,
    r#"" ""#,
    r#""book""#,
    r#""article-journal""#,
    r#""article-magazine""#,
    r#""entry-encyclopedia""#,
    r#""journal-article""#,
    r#""personal_communication""#,
    r#""bok""#,
    r#""http://zotero.org/users/1/items/AB12""#,
    r#""avrich_kronstadt_1970""#,
    r#""s1""#,
    r#""notes""#,
    r#""ü""#,
    r#""The Battleship <i>Potemkin</i>?""#,
    r#""<i><b>x</i></b> &amp; H<sub>2</sub>O""#,
    r#""<span class=\"nocase\">iPod</span>""#,
    r#""U.S.S.R.""#,
    r#""«Что делать?» ß ŉ İ""#,
    r#""毛泽东""#,
    r#""\u0000\udbc0\udc00""#,
    r#""a\nb""#,
    r#"["The Title", "A Second"]"#,
    r#"["A", 2]"#,
    r#""249-250""#,
    r#""xii–xiv, 3, 4294967296-5""#,
    r#""1st""#,
    r#""MCMXVII""#,
    r#""10.1/abc""#,
    r#""https://doi.org/10.1/abc""#,
    r#""ru-RU""#,
    r#"{"date-parts":[[1938,8,5]]}"#,
    r#"{"date-parts":[["1938","8"],["1939"]]}"#,
    r#"{"date-parts":[[]]}"#,
    r#"{"date-parts":[[""]]}"#,
    r#"{"date-parts":[[null]]}"#,
    r#"{"date-parts":[[-44,3,15]],"circa":"true"}"#,
    r#"{"date-parts":[[0,0,0]]}"#,
    r#"{"date-parts":[[32767,12,31],[-32768]]}"#,
    r#"{"date-parts":[[1938]],"season":"2"}"#,
    r#"{"raw":"1938-08-05/1938-08-09"}"#,
    r#"{"raw":"5 Aug. 1938"}"#,
    r#"{"literal":"circa 1890"}"#,
    r#"{"date-parts":[[2024,1,1]],"date-time":"2024-01-01T00:00:00Z","timestamp":1704067200000}"#,
    r#"[{"family":"García Márquez","given":"Gabriel"},{"literal":"Pravda"},{"name":"Body","sequence":"first"}]"#,
    r#"[{"family":"ван Дейк","given":"Ян","suffix":"мл."},{"given":"J.-P."},{"family":"de"}]"#,
    r#"[{"family":"","given":""},{"family":"A, and B","non-dropping-particle":"van","comma-suffix":1}]"#,
    r#""1917~/1920?""#,
    r#""193X""#,
    r#"{"raw":"../1938"}"#,
    r#"{"literal":"{1938,1939}"}"#,
    r#"{"date-parts":[[1921]],"season":"Pâques"}"#,
    r#""Operatsiia “Utka”""#,
    r#""“\" ”«»”""#,
];

/// A work with a random choice of these fields, plus an id, a type and a title if those are not among them.
fn any_work() -> impl Strategy<Value = String> {
    let field = (select(FIELDS), select(VALUES));
    prop::collection::vec(field, 0..9).prop_map(|fields| {
        let head = [("id", r#""work""#), ("type", r#""book""#), ("title", r#""A Title""#)];
        let fields =
            head.into_iter().filter(|(name, _)| !fields.iter().any(|(known, _)| known == name)).chain(fields.clone());
        let fields: Vec<_> = fields.map(|(name, value)| format!("\"{name}\": {value}")).collect();
        format!("{{{}}}", fields.join(", "))
    })
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: 300,
        failure_persistence: None,
        rng_seed: RngSeed::Fixed(1938),
        ..ProptestConfig::default()
    })]

    #[test]
    fn any_work_gets_an_answer(works in prop::collection::vec(any_work(), 1..4)) {
        let mut files: Vec<_> = NAMES.into_iter().map(|name| (name, base(name))).collect();
        for (_, text) in files.iter_mut().filter(|(name, _)| *name == "sources.json") {
            *text = text.replacen('[', &format!("[{},", works.join(",")), 1);
        }
        let compilation = compile_folder(&Folder::in_memory(files));
        let report = compilation.report();
        prop_assert!(compilation.story.is_some() || !report.is_empty());
        prop_assert!(!report.contains("cannot be cited"), "the library gave up: {report}");
        for source in compilation.story.iter().flat_map(|story| &story.sources) {
            let target = palimpsest_export::Cited::Source(source.id.clone());
            let story = compilation.story.as_ref().expect("it has a source");
            prop_assert!(palimpsest_export::cite(story, &target, None).is_some());
        }
    }
}

#[test]
fn ten_thousand_events_and_a_thousand_people_compile() {
    let mut people = String::new();
    let mut events = String::new();
    let mut article = base("article.md");
    article.push('\n');
    for number in 0..1000 {
        write!(
            people,
            "[[person]]\nid = \"person-{number}\"\nname = \"Person {number}\"\nnames = [\"Person N{number}\"]\nspellings = [\"P. \
             {number}\"]\nrole = \"one of many\"\nborn = {{ date = \"1770\", place = \"Lindow\" }}\ndied = {{ date = \
             \"1840\", place = \"Lindow\" }}\nrelations = [{{ with = \"person-{}\", stance = \"ally\", text = \"Neighbors \
             [@register-1801].\" }}]\nfate = \"Unknown [@register-1801].\"\nsources = [\"register-1801\"]\n\n",
            (number + 1) % 1000
        )
        .expect("writing to memory");
        write!(article, "\nPerson N{number} came to Lindow as number {number} of all.\n").expect("writing to memory");
    }
    for number in 0..10_000 {
        let person = number % 1000;
        write!(
            events,
            "[[event]]\nid = \"event-{number}\"\ndate = \"{}-{:02}-{:02}\"\ntitle = \"Event {number}\"\nsummary = \"Something \
             happens.\"\ntext = \"More of it [@register-1801].\"\nplace = \"lindow\"\npeople = [\"person-{person}\"]\ntold = \"as \
             number {person} of\"\nsources = [\"register-1801\"]\n\n",
            1771 + number % 69,
            number % 12 + 1,
            number % 28 + 1
        )
        .expect("writing to memory");
    }
    people.push_str(&base("people.toml"));
    events.push_str(&base("events.toml"));
    let files = NAMES.map(|name| match name {
        "people.toml" => (name, people.clone()),
        "events.toml" => (name, events.clone()),
        "article.md" => (name, article.clone()),
        _ => (name, base(name)),
    });
    let compilation = compile_folder(&Folder::in_memory(files));
    assert_eq!(compilation.report(), "");
    let story = compilation.story.expect("a story without problems comes out");
    assert_eq!((story.people.len(), story.events.len()), (1002, 10_001));
    assert!(story.people[..1000].iter().all(|person| person.sentences.len() == 1 && person.spellings.len() == 1));
}
