//! Citations in the words of the page. Nothing of a work is lost or stated twice.

use super::{cited, compiled, problems, shown, sources, work};

#[test]
fn a_date_that_has_no_words_is_told() {
    for issued in [r#"{"raw":"{1938,1939}"}"#, r#"{"literal":"1938-04-1X"}"#] {
        let messages = problems(&format!(r#""issued": {issued}"#));
        let told = "\"issued\" of this work is printed as it is written: ";
        assert!(matches!(messages.as_slice(), [one] if one.starts_with(told)), "{issued}: {messages:?}");
    }
}

/// Returns the full and the short citation of a work with the given fields, on a page in another language.
fn cited_in(language: &str, fields: &str) -> (String, String) {
    let language = format!("language = \"{language}\"");
    let compilation = compiled(&work(fields), &[("language = \"en\"", &language)]);
    let report = compilation.report();
    let story = compilation.story.unwrap_or_else(|| panic!("{report}"));
    let source = story.sources.iter().find(|source| *source.id == *"work").expect("the work is a source");
    (shown(source), source.short.clone())
}

#[test]
fn citations_have_the_words_of_the_page() {
    let pravda =
        |issued: &str| format!(r#""type": "article-newspaper", "container-title": "Pravda", "issued": {issued}"#);
    for (language, fields, shown, short) in [
        ("de", pravda(r#"{"raw":"193X"}"#), "Doe, Jane. 1930er Jahre. „A Title“. _Pravda_.", "Doe 1930er Jahre"),
        ("de", pravda(r#"{"raw":"1921-21"}"#), "Doe, Jane. 1921. „A Title“. _Pravda_, Frühjahr.", "Doe 1921"),
        (
            "de",
            pravda(r#"{"raw":"1921-03-08/1921-03-09"}"#),
            "Doe, Jane. 1921. „A Title“. _Pravda_, März 8–9.",
            "Doe 1921",
        ),
        ("ru", pravda(r#"{"raw":"1936~"}"#), "Doe, Jane. ок. 1936. «A Title». _Pravda_.", "Doe ок. 1936"),
        (
            "ru",
            pravda(r#"{"date-parts":[[1921]],"season":"winter"}"#),
            "Doe, Jane. 1921. «A Title». _Pravda_, зима.",
            "Doe 1921",
        ),
        (
            "fr",
            pravda(r#"{"date-parts":[[1921]],"season":"Pâques"}"#),
            "Doe, Jane. 1921. «\u{a0}A Title\u{a0}». _Pravda_, Pâques.",
            "Doe 1921",
        ),
        ("de", r#""issued": {"raw":"-0043"}"#.to_owned(), "Doe, Jane. 44 v. Chr. _A Title_.", "Doe 44 v. Chr."),
        ("ru", r#""issued": {"raw":"-0043"}"#.to_owned(), "Doe, Jane. 44 до н. э. _A Title_.", "Doe 44 до н. э."),
        (
            "de",
            r#""type": "personal_communication", "recipient": [{"family": "Trotzki", "given": "Leo"}]"#.to_owned(),
            "Doe, Jane. o. J. „A Title“. An Leo Trotzki.",
            "Doe, o. J.",
        ),
    ] {
        let (citation, in_text) = cited_in(language, &fields);
        assert_eq!(citation.replace('\u{a0}', " "), shown.replace('\u{a0}', " "), "{language}: {fields}");
        assert_eq!(in_text.replace('\u{a0}', " "), short, "{language}: {fields}");
    }
}

#[test]
fn nobody_whom_a_work_names_is_lost() {
    let trotsky = r#"[{"family": "Trotsky", "given": "Leon"}]"#;
    for (fields, shown) in [
        (
            format!(r#""type": "personal_communication", "genre": "letter", "recipient": {trotsky}"#),
            "n.d. “A Title.” Letter to Leon Trotsky.",
        ),
        (format!(r#""type": "manuscript", "recipient": {trotsky}"#), "n.d. “A Title.” To Leon Trotsky."),
        (format!(r#""author": [], "editor": {trotsky}"#), "Trotsky, Leon, ed. n.d. _A Title_."),
        (format!(r#""author": [], "translator": {trotsky}"#), "Trotsky, Leon, trans. n.d. _A Title_."),
        (
            r#""author": [], "editor": [{"family": "Serge", "given": "Victor"}, {"family": "Nin", "given": "Andreu"}]"#
                .to_owned(),
            "Serge, Victor, and Andreu Nin, eds. n.d. _A Title_.",
        ),
    ] {
        assert_eq!(cited(&fields), shown, "{fields}");
        assert_eq!(problems(&fields), [""; 0], "{fields}");
    }
    let silent =
        format!(r#""type": "article-newspaper", "recipient": {trotsky}, "guest": {trotsky}, "curator": {trotsky}"#);
    let told = problems(&silent);
    assert!(told.iter().all(|message| message.contains("does not name its")), "{told:?}");
    assert!(sources(&work(&silent)).iter().any(|source| shown(source).contains("Trotsky")) || !told.is_empty());
}

#[test]
fn what_the_style_says_of_a_number_is_said_once() {
    for (fields, shown) in [
        (
            r#""type": "article-newspaper", "container-title": "Pravda", "edition": "Late edition""#,
            "n.d. “A Title.” _Pravda_, Late Edition.",
        ),
        (r#""edition": "2nd ed.""#, "n.d. _A Title_. 2nd ed."),
        (r#""edition": "2""#, "n.d. _A Title_. 2nd ed."),
        (r#""edition": "Rev. ed.""#, "n.d. _A Title_. Rev. ed."),
        (r#""number-of-volumes": "4 vols.""#, "n.d. _A Title_. 4 vols."),
        (r#""volume": "vol. 3""#, "n.d. _A Title_. Vol. 3."),
        (r#""edition": "Editions of the East""#, "n.d. _A Title_. Editions of the East."),
    ] {
        assert_eq!(cited(fields), shown, "{fields}");
    }
}

#[test]
fn dates_beside_the_one_of_publication_are_as_they_are_known() {
    let issued = r#""issued": {"date-parts": [[1970]]}"#;
    for (original, shown) in [
        (r#"{"date-parts": [[1865]]}"#, "(1865) 1970"),
        (r#"{"date-parts": [[1865]], "circa": true}"#, "(ca. 1865) 1970"),
        (r#"{"date-parts": [[1865], [1869]]}"#, "(1865–1869) 1970"),
        (r#"{"literal": "forthcoming"}"#, "(forthcoming) 1970"),
        (r#""186X""#, "(the 1860s) 1970"),
    ] {
        assert_eq!(
            cited(&format!(r#"{issued}, "original-date": {original}"#)),
            format!("{shown}. _A Title_."),
            "{original}"
        );
    }
    let speech = cited(r#""type": "speech", "event-title": "Congress", "event-date": {"literal": "last spring"}"#);
    assert!(speech.contains("last spring") && !speech.contains("999"), "{speech}");
}

#[test]
fn marks_of_the_style_are_set_as_chicago_sets_them() {
    let article = r#""type": "article-journal", "container-title": "J", "volume": "9""#;
    for (fields, shown) in [
        (format!(r#"{article}, "page": "pp. 249--250""#), "n.d. “A Title.” _J_ 9: 249–50."),
        (format!(r#"{article}, "title": "A Title…""#), "n.d. “A Title…” _J_ 9."),
        (r#""title": "A Title:""#.to_owned(), "n.d. _A Title_."),
        (r#""title": "Что делать и как""#.to_owned(), "n.d. _Что делать и как_."),
    ] {
        assert_eq!(cited(&fields), shown, "{fields}");
    }
}

#[test]
fn given_names_are_not_lost_beside_another_of_the_surname() {
    let by = |id: &str, given: &str| {
        let author = format!(r#""author": [{{"family": "Bee", "given": "{given}"}}]"#);
        work(&format!(r#""id": "{id}", {author}, "title": "A {id}", "issued": {{"date-parts": [[1970]]}}"#))
    };
    let works = sources(&[by("one", "A"), by("two", "C"), by("three", "A")].join(", "));
    for source in &works {
        assert!(shown(source).starts_with("Bee, "), "{}", shown(source));
    }
}
