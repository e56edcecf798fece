//! Invisible characters, and values of TOML as readers see them.

use palimpsest_story::words_of;

use super::{compiled, problems};

const SHY: char = '\u{ad}';

#[test]
fn only_what_readers_see_must_be_visible() {
    for fields in [
        format!(r#""abstract": "The rev{SHY}olt""#),
        r#""abstract": "The rev\u00adolt""#.to_owned(),
        format!(r#""author": [{{"family": "Doe", "given": "Jane", "affiliation": [{{"name": "Uni{SHY}versity"}}]}}]"#),
        format!(r#""author": [{{"family": "Doe", "given": "Jane", "ORCID": "0{SHY}0"}}]"#),
        format!(r#""issued": {{"date-parts": [[1938]], "timestamp": "19{SHY}38"}}"#),
        format!(r#""title": ["A Title", "Another Ti{SHY}tle"]"#),
    ] {
        assert_eq!(problems(&fields), Vec::<String>::new(), "{fields}");
    }
    for fields in [
        format!(r#""title": "The rev{SHY}olt""#),
        r#""title": "The rev\u00adolt""#.to_owned(),
        format!(r#""title": ["The rev{SHY}olt", "Another"]"#),
        format!(r#""author": [{{"family": "D{SHY}oe", "affiliation": []}}]"#),
        format!(r#""issued": {{"literal": "circa{SHY} 1938"}}"#),
    ] {
        assert_eq!(problems(&fields), ["U+00AD, a soft hyphen, is invisible"], "{fields}");
    }
}

#[test]
fn comments_may_hold_anything() {
    let hyphen = format!("# hy{SHY}phen\n");
    for (from, to) in [
        ("id = \"clock-made\"", format!("{hyphen}id = \"clock-made\" {hyphen}")),
        ("title = \"The Clock of Lindow\"", format!("{hyphen}title = \"The Clock of Lindow\" {hyphen}")),
        ("language = \"en\"", format!("language = \"en\" {hyphen}")),
    ] {
        assert_eq!(compiled("", &[(from, &to)]).report(), "", "{to}");
    }
    for (from, to) in [
        ("title = \"The clock is made\"", format!("title = \"The # clo{SHY}ck\"")),
        ("## The Maker", format!("## The Ma{SHY}ker")),
    ] {
        let report = compiled("", &[(from, &to)]).report();
        assert!(report.contains("U+00AD, a soft hyphen, is invisible"), "{to}: {report}");
    }
}

#[test]
fn marks_of_direction_belong_to_lines_that_need_them() {
    const RLM: char = '\u{200f}';
    let compiled = |summary: &str| {
        let summary = format!("summary = \"{summary}\"");
        let changes =
            [("language = \"en\"", "language = \"ar\""), ("summary = \"Anna Voss makes the clock.\"", &summary)];
        compiled("", &changes).report()
    };
    assert_eq!(compiled(&format!("صنعت آنا{RLM} الساعة.")), "");
    let report = compiled(&format!("Anna Voss{RLM} makes the clock."));
    assert!(report.contains("error: U+200F, a text direction mark, is invisible"), "{report}");
}

#[test]
fn escapes_are_what_toml_says() {
    let changes = [
        ("title = \"The clock is made\"", r#"title = "He said \"no\"""#),
        ("summary = \"Anna Voss makes the clock.\"", "summary = \"\"\"\\\n  He said \\\n  \\\"no\\\".\"\"\""),
        ("text = \"It took her *three* months.\"", r#"text = "One.\n\nTwo \u2013 three.""#),
        ("title = \"The Clock of Lindow\"", r#"title = "The \"Clock\" \u2013 of Lindow""#),
    ];
    let compilation = compiled("", &changes);
    let report = compilation.report();
    let story = compilation.story.unwrap_or_else(|| panic!("{report}"));
    let event = &story.events[0];
    let text: Vec<String> = event.text.iter().map(|paragraph| words_of(paragraph)).collect();
    assert_eq!((event.title.as_str(), words_of(&event.summary)), ("He said \"no\"", "He said \"no\".".to_owned()));
    assert_eq!(
        (text, story.article.title.as_str()),
        (vec!["One.".to_owned(), "Two – three.".to_owned()], "The \"Clock\" – of Lindow")
    );
}
