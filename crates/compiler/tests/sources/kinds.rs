//! Works of every type, also without an author and without an id.

use std::fs;
use std::path::PathBuf;

use palimpsest_compiler::compile_folder;
use palimpsest_compiler::files::Folder;

use super::{NAMES, cited, shown, sources, work};

#[test]
fn every_type_of_csl_is_cited_in_full() {
    for kind in [
        "article",
        "article-journal",
        "article-magazine",
        "article-newspaper",
        "bill",
        "book",
        "broadcast",
        "chapter",
        "classic",
        "collection",
        "dataset",
        "document",
        "entry",
        "entry-dictionary",
        "entry-encyclopedia",
        "event",
        "figure",
        "graphic",
        "hearing",
        "interview",
        "legal_case",
        "legislation",
        "manuscript",
        "map",
        "motion_picture",
        "musical_score",
        "pamphlet",
        "paper-conference",
        "patent",
        "performance",
        "periodical",
        "personal_communication",
        "post",
        "post-weblog",
        "regulation",
        "report",
        "review",
        "review-book",
        "software",
        "song",
        "speech",
        "standard",
        "thesis",
        "treaty",
        "webpage",
        "journal-article",
        "reference-entry",
    ] {
        for author in ["", r#", "author": []"#] {
            for container in [r#", "container-title": "Holder""#, ""] {
                let issued = r#", "issued": {"date-parts": [[1931]]}"#;
                let citation = cited(&format!(r#""type": "{kind}"{author}{container}{issued}"#));
                assert!(citation.contains("A Title") && citation.contains("1931"), "{kind}: {citation}");
            }
        }
    }
}

/// Crossref has records without ids: in lists, in the answers of its API, or alone.
#[test]
fn works_of_crossref_are_read_as_they_come() {
    let record = r#"{"DOI": "10.1017/s0020859000008877", "type": "journal-article", "title": ["The Rising"],
        "author": [{"family": "Getzler", "given": "Israel", "sequence": "first"}], "container-title": ["The Journal"],
        "issued": {"date-parts": [[1983, 8]]}, "volume": "28"}"#;
    for file in [
        format!("[{record}]"),
        record.to_owned(),
        format!(r#"{{"status": "ok", "message-type": "work", "message": {record}}}"#),
        format!(r#"{{"status": "ok", "message": {{"total-results": 1, "items": [{record}]}}}}"#),
    ] {
        let cites = "10.1017/s0020859000008877";
        let changes = [("register-1801", cites)];
        let files = NAMES.map(|name| {
            let base = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../tests/invalid/base");
            let text = fs::read_to_string(base.join(name)).expect("the base has this file");
            let text = changes.iter().fold(text, |text, (from, to)| text.replace(from, to));
            (name, if name == "sources.json" { file.clone() } else { text })
        });
        let compilation = compile_folder(&Folder::in_memory(files));
        assert_eq!(compilation.report(), "", "{file}");
        let story = compilation.story.expect("the story is sound");
        let [source] = story.sources.as_slice() else { panic!("{file}") };
        assert_eq!(shown(source), "Getzler, Israel. 1983. “The Rising.” _The Journal_ 28 (August).", "{file}");
        let csl: serde_json::Value = serde_json::from_str(&source.csl).expect("it is JSON");
        assert_eq!((&csl["id"], &csl["type"]), (&cites.into(), &"article-journal".into()));
    }
    let alone = work(r#""id": null, "issued": {"date-parts": [[1937]]}"#);
    let ids: Vec<_> = sources(&alone).iter().map(|source| source.id.to_string()).collect();
    assert_eq!(ids, ["doe-1937"]);
}

/// What has no author is cited under what it appeared in, and its title stays that of a part.
#[test]
fn unsigned_works_are_set_as_parts_of_larger_ones() {
    for (kind, container, shown) in [
        ("article-newspaper", "Pravda", "_Pravda_. 1921. “A Title.” March 8."),
        ("article-magazine", "Time", "_Time_. 1921. “A Title.” March 8."),
        ("article-journal", "The Journal", "“A Title.” 1921. _The Journal_, March 8."),
        ("review", "Time", "_Time_. 1921. Unsigned review of _A Title_. March 8."),
        ("post-weblog", "A Blog", "“A Title.” 1921. _A Blog_, March 8."),
        ("entry-encyclopedia", "Britannica", "“A Title.” 1921. In _Britannica_."),
        ("webpage", "A Site", "A Site. 1921. “A Title.” March 8."),
        ("broadcast", "A Series", "_A Series_. 1921. “A Title.” Aired March 8."),
        ("chapter", "A Book", "“A Title.” 1921. In _A Book_."),
        ("motion_picture", "", "_A Title_. 1921."),
        ("broadcast", "", "_A Title_. 1921. Aired March 8."),
        ("article-newspaper", "", "“A Title.” 1921. March 8."),
    ] {
        let held = if container.is_empty() { String::new() } else { format!(r#", "container-title": "{container}""#) };
        let fields = format!(r#""type": "{kind}", "author": []{held}, "issued": {{"date-parts": [[1921, 3, 8]]}}"#);
        assert_eq!(cited(&fields), shown, "{fields}");
    }
}
