//! Works as Zotero, Better BibTeX and Crossref export them, and everything that such exports may contain: each work is
//! cited, or its mistakes are reported. The compiler never panics.

mod citing;
mod kinds;
mod unseen;
mod words;

use std::fs;
use std::path::PathBuf;

use palimpsest_compiler::files::Folder;
use palimpsest_compiler::{Compilation, compile_folder};
use palimpsest_story::{Mark, Source};

const NAMES: [&str; 7] =
    ["story.toml", "article.md", "notes.md", "people.toml", "events.toml", "places.toml", "sources.json"];

/// Compiles the valid story of `tests/invalid/base` with `works` added to its only work, and with replacements in all files.
fn compiled(works: &str, changes: &[(&str, &str)]) -> Compilation {
    let base = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../tests/invalid/base");
    let base_works = fs::read_to_string(base.join("sources.json")).expect("the base has sources");
    let own = base_works.trim().trim_start_matches('[').trim_end_matches(']').trim().to_owned();
    let files = NAMES.map(|name| {
        let text = match name {
            "sources.json" if works.is_empty() => base_works.clone(),
            "sources.json" => format!("[{own}, {works}]"),
            _ => fs::read_to_string(base.join(name)).expect("the base has this file"),
        };
        (name, changes.iter().fold(text, |text, (from, to)| text.replace(from, to)))
    });
    compile_folder(&Folder::in_memory(files))
}

fn sources(works: &str) -> Vec<Source> {
    let compilation = compiled(works, &[]);
    let report = compilation.report();
    let story = compilation.story.unwrap_or_else(|| panic!("{report}"));
    story.sources.into_iter().filter(|source| *source.id != *"register-1801").collect()
}

/// Returns a citation with `_` around stressed words and `*` around strong ones.
fn shown(source: &Source) -> String {
    let mark = |marks: &[Mark]| match marks {
        [] => "",
        [Mark::Strong] => "*",
        _ => "_",
    };
    let parts = source.citation.iter().map(|inline| format!("{0}{1}{0}", mark(&inline.marks), inline.text));
    parts.collect()
}

/// Returns the citation, without the author's name, of a book by Jane Doe whose fields are replaced by `fields`.
fn cited(fields: &str) -> String {
    let sources = sources(&work(fields));
    assert_eq!(sources.len(), 1, "{fields}");
    shown(&sources[0]).replacen("Doe, Jane. ", "", 1)
}

fn work(fields: &str) -> String {
    let mut work = serde_json::json!({
        "id": "work", "type": "book", "title": "A Title", "author": [{"family": "Doe", "given": "Jane"}]
    });
    let fields: serde_json::Value = serde_json::from_str(&format!("{{{fields}}}")).expect("the fields are JSON");
    if let (Some(work), Some(fields)) = (work.as_object_mut(), fields.as_object()) {
        work.extend(fields.clone());
    }
    work.to_string()
}

/// Returns the messages about a work with the given fields.
fn problems(fields: &str) -> Vec<String> {
    let compilation = compiled(&work(fields), &[]);
    let report = compilation.report();
    assert!(compilation.story.is_some() || !report.is_empty(), "{fields}: no story, and no reason");
    let messages = compilation.problems.into_iter().map(|problem| problem.message);
    messages.filter(|message| !message.starts_with("nothing cites")).collect()
}

#[test]
fn dates_of_any_shape_are_read_or_named() {
    for (issued, shown) in [
        (r#"{"date-parts":[[1938,8,5]]}"#, "1938"),
        (r#"{"date-parts":[["1938","8"]]}"#, "1938"),
        (r#"{"date-parts":[[1954],[1963]]}"#, "1954–1963"),
        (r#"{"date-parts":[[1938,8,5],[1938,8,9]]}"#, "1938"),
        (r#"{"raw":"1938-08-05/1938-08-09"}"#, "1938"),
        (r#"{"raw":"5 August 1938"}"#, "5 August 1938"),
        (r#"{"literal":"circa 1890"}"#, "circa 1890"),
        (r#"{"literal":"undated"}"#, "undated"),
        (r#"{"literal":"n. d."}"#, "n.d"),
        (r#"{"literal":"[1930]"}"#, "[1930]"),
        (r#"{"literal":"forthcoming"}"#, "forthcoming"),
        (r#"{"date-parts":[[1890]],"circa":true}"#, "ca. 1890"),
        (r#""1890~""#, "ca. 1890"),
        (r#""1938-08-05""#, "1938"),
        (r#"{"date-parts":[[-44]]}"#, "44 BC"),
        (r#"{"date-parts":[[79]]}"#, "AD 79"),
        ("-44", "44 BC"),
        (r#"{"year":1938,"month":8}"#, "1938"),
        (r#"{"date-time":"1938-08-05T00:00:00Z"}"#, "1938"),
        (r#""1938-8-5""#, "1938"),
        (r#""19380805""#, "1938"),
        (r#""1938-08-05 12:00:00""#, "1938"),
        (r#"{"literal":1938}"#, "1938"),
        (r#"{"literal":"<i>circa</i> 1890"}"#, "circa 1890"),
        (r#"{"date-parts":[[-12001]]}"#, "12001 BC"),
        (r#"{"raw":"Y-12000"}"#, "12001 BC"),
        (r#"{"raw":"Y-12000~"}"#, "ca. 12001 BC"),
        (r#"{"date-parts":[[-12001],[-11001]]}"#, "12001 BC – 11001 BC"),
        (r#"{"date-parts":[[-32769]]}"#, "32769 BC"),
        (r#"{"raw":"Y-32768"}"#, "32769 BC"),
        ("1938", "1938"),
        (r#"{"date-parts":[[1938]],"season":2}"#, "1938"),
        (r#"{"date-parts":[[1938,22]]}"#, "1938"),
        (r#"{"literal":"193X"}"#, "the 1930s"),
        (r#"{"raw":"1938/.."}"#, "since 1938"),
        (r#"{"raw":"../1938"}"#, "until 1938"),
        (r#"{"raw":"1936~"}"#, "ca. 1936"),
        (r#"{"literal":"1936?"}"#, "1936?"),
        (r#"{"literal":"1936%"}"#, "ca. 1936?"),
        (r#"{"literal":"[1936,1937]"}"#, "1936 or 1937"),
    ] {
        let citation = cited(&format!(r#""issued": {issued}"#));
        let stop = if shown.ends_with('?') { "" } else { "." };
        assert_eq!(citation, format!("{shown}{stop} _A Title_."), "{issued}");
    }
    for issued in [
        r#"{"date-parts":[[]]}"#,
        r#"{"date-parts":[[""]]}"#,
        r#"{"date-parts":[[null]]}"#,
        r#"{"date-parts":[null]}"#,
        r#"{"date-parts":[[0]]}"#,
        "0",
        "{}",
        r#""""#,
    ] {
        assert_eq!(problems(&format!(r#""issued": {issued}"#)), ["\"issued\" of this work says nothing"], "{issued}");
    }
    for issued in [
        "true",
        "[]",
        r#"{"date-parts":{}}"#,
        r#"{"date-parts":[1938]}"#,
        r#"{"date-parts":[[1938,17]]}"#,
        r#"{"date-parts":[[1938,2,30]]}"#,
        r#"{"date-parts":[["soon"]]}"#,
        r#"{"date-parts":[[99999999]]}"#,
        r#"{"date-parts":[[-32770]]}"#,
        r#"{"date-parts":[[-9223372036854775808]]}"#,
        r#"{"date-parts":[[1938.5]]}"#,
        r#"{"date-parts":[[1963],[1954]]}"#,
        r#""1938-02-30""#,
        r#"{"date-parts":[[1],[2],[3]]}"#,
        "99999999",
    ] {
        for field in ["issued", "accessed", "original-date"] {
            let messages = problems(&format!(r#""{field}": {issued}"#));
            let named = format!("\"{field}\" of this work is not a date");
            assert!(matches!(messages.as_slice(), [one] if one.starts_with(&named)), "{field} {issued}: {messages:?}");
        }
    }
}

#[test]
fn fields_of_any_shape_are_read_or_named() {
    assert_eq!(
        cited(r#""title": ["The Title", "A Second"], "volume": 2, "publisher": null"#),
        "n.d. _The Title_. Vol. 2."
    );
    assert!(problems(r#""custom": {"a": [1]}, "categories": [], "score": 1.5, "open": true"#).is_empty());
    for value in ["true", r#"{"a": 1}"#, "[1, 2]"] {
        let messages = problems(&format!(r#""publisher": {value}"#));
        assert_eq!(messages, ["\"publisher\" of this work is not a text"], "{value}");
    }
    for author in [r#""Jane Doe""#, "{}", "3"] {
        assert_eq!(problems(&format!(r#""author": {author}"#)), ["\"author\" of this work is not a list of names"]);
    }
    for author in ["[3]", "[{}]", r#"[{"family": " "}]"#] {
        let messages = problems(&format!(r#""author": {author}"#));
        assert_eq!(messages, ["\"author\" of this work has something that is not a name"]);
    }
    assert_eq!(problems(r#""type": "journal""#), ["\"journal\" is not a type of work in CSL"]);
    assert_eq!(problems(r#""type": 3, "title": """#).len(), 2);
    for title in ["", " ", "<i> </i>"] {
        assert_eq!(problems(&format!(r#""title": "{title}""#)), ["this work has no \"title\""]);
    }
}

#[test]
fn a_mistake_in_a_work_is_told_once_and_not_at_its_citations() {
    let broken = work(r#""id": "other", "publisher": true"#);
    let compilation = compiled(&broken, &[("[@register-1801]", "[@register-1801; @other]")]);
    let messages: Vec<_> = compilation.problems.iter().map(|problem| problem.message.as_str()).collect();
    assert_eq!(messages, ["\"publisher\" of this work is not a text"]);
}

#[test]
fn ids_as_programs_write_them_work() {
    let works = [
        work(r#""id": "http://zotero.org/users/1/items/AB12""#),
        work(r#""id": "avrich_kronstadt_1970", "title": "B""#),
        work(r#""id": 7, "title": "C""#),
        work(r#""id": "s12", "title": "D""#),
    ];
    let cited = "[@http://zotero.org/users/1/items/AB12; @avrich_kronstadt_1970, p. 5; @7; @s12]";
    let compilation = compiled(&works.join(", "), &[("[@register-1801]", &format!("[@register-1801] {cited}"))]);
    assert_eq!(compilation.report(), "");
    let story = compilation.story.expect("the story is sound");
    let ids: Vec<_> = story.sources.iter().map(|source| source.id.to_string()).collect();
    for id in ["http-zotero-org-users-1-items-ab12", "avrich-kronstadt-1970", "source-7", "source-s12"] {
        assert!(ids.contains(&id.to_owned()), "{ids:?}");
    }
    assert!(story.sources.iter().all(|source| !source.supports.is_empty()));
}

#[test]
fn ids_that_would_be_one_on_the_page_are_told_apart() {
    let works = [work(r#""id": "A_b""#), work(r#""id": "a_b", "title": "B""#), work(r#""id": "a-b", "title": "C""#)];
    let ids: Vec<_> = sources(&works.join(", ")).iter().map(|source| source.id.to_string()).collect();
    assert_eq!(ids, ["a-b-2", "a-b-3", "a-b"]);
    let twice = [work(r#""id": "A_b""#), work(r#""id": "A_b", "title": "B""#)].join(", ");
    let report = compiled(&twice, &[]).report();
    assert!(report.contains("the id \"A_b\" is used twice") && report.contains("first used here"), "{report}");
}

#[test]
fn titles_keep_their_markup_and_their_capitals() {
    let title = |title: &str| {
        let citation = cited(&format!(r#""title": {}"#, serde_json::Value::from(title)));
        citation.strip_prefix("n.d. ").map(str::to_owned).unwrap_or(citation)
    };
    assert_eq!(title("The Battleship <i>Potemkin</i>"), "_The Battleship _Potemkin.");
    assert_eq!(title("Water is H<sub>2</sub>O"), "_Water Is H₂O_.");
    assert_eq!(title("history of the U.S.S.R."), "_History of the U.S.S.R._");
    assert_eq!(title("the iPhone of Scott O’Neil and McMeekin"), "_The iPhone of Scott O’Neil and McMeekin_.");
    assert_eq!(title("memoirs of Jean van Heijenoort"), "_Memoirs of Jean van Heijenoort_.");
    assert_eq!(title("a <span class=\"nocase\">soviet of workers</span> speaks"), "_A soviet of workers Speaks_.");
    assert_eq!(title("War &amp; peace"), "_War & Peace_.");
    assert_eq!(title("Why? <i>"), "_Why? <i>_.");
    assert_eq!(title("at 2 p.m. on a day"), "_At 2 p.m. on a Day_.");
    assert_eq!(title("paris, the artists and a city; the end"), "_Paris, the Artists and a City; the End_.");
    assert_eq!(
        title("paris—the city (and the U.S. in war): the end"),
        "_Paris—the City (and the U.S. in War): The End_."
    );
    assert_eq!(
        title("why? the popular front in spain and what it is for"),
        "_Why? The Popular Front in Spain and What It Is For_."
    );
}

#[test]
fn people_of_one_surname_and_year_are_told_apart() {
    let by = |id: &str, role: &str, name: &str, given: &str| {
        let people = format!(r#""author": [], "{role}": [{{{name}, "given": "{given}"}}]"#);
        work(&format!(r#""id": "{id}", {people}, "title": "{id}", "issued": {{"date-parts": [[1937]]}}"#))
    };
    let shorts = |role: &str, name: &str, given: [&str; 2]| {
        let sources = sources(&[by("one", role, name, given[0]), by("two", role, name, given[1])].join(", "));
        assert!(sources.iter().zip(given).all(|(source, given)| shown(source).contains(given)), "{sources:?}");
        sources.into_iter().map(|source| source.short).collect::<Vec<_>>()
    };
    let serge = r#""family": "Serge""#;
    for role in ["author", "editor", "translator"] {
        assert_eq!(shorts(role, serge, ["Nikolai", "Victor"]), ["N. Serge 1937", "V. Serge 1937"], "{role}");
    }
    assert_eq!(shorts("author", serge, ["Vera", "Victor"]), ["Vera Serge 1937", "Victor Serge 1937"]);
    for particle in ["non-dropping-particle", "dropping-particle"] {
        let van = format!(r#""{particle}": "van", "family": "Heijenoort""#);
        let [jean, pieter] = shorts("author", &van, ["Jean", "Pieter"]).try_into().expect("there are two");
        assert!(jean.starts_with("J. ") && pieter.starts_with("P. "), "{jean}, {pieter}");
        assert_eq!(jean.replacen("J.", "P.", 1), pieter);
    }
    let van = r#""non-dropping-particle": "van", "family": "Heijenoort""#;
    assert_eq!(shorts("author", van, ["Jean", "Pieter"]), ["J. van Heijenoort 1937", "P. van Heijenoort 1937"]);
    let whole = r#""family": "van Heijenoort""#;
    assert_eq!(shorts("author", whole, ["Jean", "Pieter"]), ["J. van Heijenoort 1937", "P. van Heijenoort 1937"]);
}

#[test]
fn addresses_have_one_prefix() {
    for doi in ["10.1/abc", "https://doi.org/10.1/abc", "http://dx.doi.org/10.1/abc", "doi:10.1/abc", "DOI 10.1/abc"] {
        let sources = sources(&work(&format!(r#""DOI": "{doi}""#)));
        assert_eq!(sources[0].url.as_deref(), Some("https://doi.org/10.1/abc"), "{doi}");
    }
    for (fields, url) in [
        (r#""DOI": "10.1002/(SICI)1<1::AID>2""#, Some("https://doi.org/10.1002/(SICI)1%3C1::AID%3E2")),
        (r#""DOI": "none", "URL": "www.example.org/a b""#, Some("https://www.example.org/a%20b")),
        (r#""URL": "<HTTPS://example.org/>""#, Some("https://example.org/")),
        (r#""DOI": "none""#, None),
    ] {
        assert_eq!(sources(&work(fields))[0].url.as_deref(), url, "{fields}");
    }
}

#[test]
fn magazines_are_whole_and_stops_single() {
    let magazine = r#""type": "article-magazine", "container-title": "The Month", "volume": "4", "issue": "8",
        "page": "249-250", "issued": {"date-parts": [[1938, 8]]}"#;
    assert_eq!(cited(magazine), "1938. “A Title.” _The Month_ 4 (8): 249–50.");
    let question = format!(r#"{magazine}, "title": "Who Killed Trotsky?""#);
    assert_eq!(cited(&question), "1938. “Who Killed Trotsky?” _The Month_ 4 (8): 249–50.");
    let looked_up = r#""type": "webpage", "URL": "https://example.org/", "accessed": {"date-parts": [[2020, 5, 1]]}"#;
    assert_eq!(cited(looked_up), "n.d. “A Title.” Accessed May 1, 2020.");
}

#[test]
fn seasons_stand_where_months_would() {
    let paper = |issued: &str| {
        cited(&format!(r#""type": "article-newspaper", "container-title": "Pravda", "issued": {issued}"#))
    };
    let month = paper(r#"{"date-parts": [[1921, 4]]}"#);
    assert!(month.contains("April"), "{month}");
    for spring in [r#"{"date-parts": [[1921, 21]]}"#, r#"{"date-parts": [[1921]], "season": 1}"#, r#""1921-21""#] {
        assert_eq!(paper(spring), month.replace("April", "Spring"), "{spring}");
    }
}

#[test]
fn quotation_marks_in_quoted_titles_are_single() {
    let article = r#""type": "article-magazine", "container-title": "The Month", "title": "Who Said “No”?""#;
    let citation = cited(article);
    assert!(citation.contains("“Who Said ‘No’?”"), "{citation}");
    let book = cited(r#""title": "Who Said “No”?""#);
    assert!(book.contains("_Who Said “No”?_"), "{book}");
    // The library drops a mark before one of the same form.
    let page = cited(r#""type": "webpage", "title": "The Forgery of the “Testament”""#);
    assert_eq!(page, "n.d. “The Forgery of the ‘Testament.’”");
    let book = cited(r#""title": "Who Said “No”""#);
    assert_eq!(book, "n.d. _Who Said “No”_.");
}

#[test]
fn names_of_any_form_are_read() {
    let author = |author: &str| cited(&format!(r#""author": [{author}]"#));
    for (given, shown) in [
        (r#"{"family": "García Márquez", "given": "Gabriel"}"#, "García Márquez, Gabriel. "),
        (r#"{"family": "Heijenoort", "given": "Jean", "non-dropping-particle": "van"}"#, "Heijenoort, Jean van. "),
        (r#"{"literal": "Ministry of War"}"#, "Ministry of War. "),
        (r#"{"name": "Crossref Body"}"#, "Crossref Body. "),
        (r#"{"given": "Pravda", "affiliation": []}"#, "Pravda. "),
        (r#""Jane Doe""#, "Jane Doe. "),
        (r#"{"family": "ван Дейк", "given": "Ян"}"#, ""),
        (r#"{"family": "Alembert", "given": "Jean", "non-dropping-particle": "d’"}"#, "d’Alembert, Jean. "),
        (r#"{"family": "{Ministry of War}"}"#, "Ministry of War. "),
        (r#"{"family": "Ministry of War", "given": "", "isInstitution": true}"#, "Ministry of War. "),
        (r#"{"family": "Doe", "given": 3}"#, "Doe, 3. "),
        (r#"{"family": "Doe", "given": "Jane", "suffix": "Jr.", "comma-suffix": 1}"#, "Doe, Jane, Jr. "),
    ] {
        let citation = author(given);
        assert!(citation.starts_with(shown), "{given}: {citation}");
    }
}

#[test]
fn a_work_without_an_id_is_told_and_not_dropped() {
    for id in ["null", "[]", r#"" ""#, r#""""#] {
        assert_eq!(problems(&format!(r#""id": {id}"#)), ["this work has no \"id\""], "{id}");
    }
}

#[test]
fn fields_of_exports_are_whole() {
    for (fields, shown) in [
        (r#""title": "Kronstadt", "subtitle": ["A Rising"]"#, "n.d. _Kronstadt: A Rising_."),
        (
            r#""type": "article-journal", "container-title": "J", "volume": "12", "number": "3", "page": "15-20""#,
            "n.d. “A Title.” _J_ 12 (3): 15–20.",
        ),
        (r#""title": "Roe v. Wade""#, "n.d. _Roe v. Wade_."),
        (r#""issued": {"date-parts": [[1938]], "circa": 0}"#, "1938. _A Title_."),
    ] {
        assert_eq!(cited(fields), shown, "{fields}");
    }
}
