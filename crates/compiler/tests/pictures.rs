//! Pictures outside of the article's text: portraits, and the figures of events.

mod common;

use common::{compiled, files, with};
use palimpsest_story::{Illustration, MediaKind, Portrait, words_of};

/// Returns the portrait and the report of a story whose only person has the given fields, and whose folder has the given
/// files.
fn portrait(fields: &str, pictures: &[&'static str]) -> (Option<Portrait>, String) {
    let mut files = files("P0 sleeps.", &["P0"]);
    let people = files.iter_mut().find(|(name, _)| *name == "people.toml").expect("there are people");
    people.1 = people.1.replacen("role =", &format!("{fields}\nrole ="), 1);
    files.extend(pictures.iter().map(|name| (*name, String::new())));
    let (story, report) = compiled(files);
    (story.and_then(|story| story.people.into_iter().next()?.portrait), report)
}

#[test]
fn a_portrait_is_a_drawing_or_a_photograph() {
    let credit = "portrait_credit = \" Anna Lund, CC BY 4.0 \"";
    for (fields, file, is_photograph, said, focus) in [
        ("", "portraits/p0.svg", false, "", [500, 350]),
        (credit, "portraits/p0.svg", false, "Anna Lund, CC BY 4.0", [500, 350]),
        (credit, "portraits/p0.jpg", true, "Anna Lund, CC BY 4.0", [500, 350]),
        (credit, "portraits/p0.JPEG", true, "Anna Lund, CC BY 4.0", [500, 350]),
        (credit, "portraits/p0.png", true, "Anna Lund, CC BY 4.0", [500, 350]),
        (
            &format!("{credit}\nportrait_focus = [1, 0.2504]"),
            "portraits/p0.webp",
            true,
            "Anna Lund, CC BY 4.0",
            [1000, 250],
        ),
    ] {
        let (portrait, report) = portrait(fields, &[file]);
        let portrait = portrait.unwrap_or_else(|| panic!("{file}: {report}"));
        assert_eq!((portrait.address.as_str(), portrait.is_photograph()), (file, is_photograph));
        assert_eq!((portrait.credit.as_str(), portrait.focus), (said, focus), "{file}");
        assert_eq!(report, "", "{file}");
    }
}

#[test]
fn a_portrait_of_nobody_is_told() {
    let (portrait, report) = portrait("", &["portraits/p01.jpg", "portraits/Gustave.SVG", "portraits/read me.txt"]);
    assert_eq!(portrait, None);
    for words in ["the file \"portraits/p01.jpg\" is not read", "did you mean \"p0\"?"] {
        assert!(report.contains(words), "{report}");
    }
    assert!(
        report.contains("\"portraits/Gustave.SVG\" is not read") && report.contains("the id of its person"),
        "{report}"
    );
    assert!(!report.contains("read me"), "{report}");
}

#[test]
fn what_is_wrong_with_a_portrait_is_told() {
    let credit = "portrait_credit = \"Lund\"";
    let focused = |focus: &str| format!("{credit}\nportrait_focus = {focus}");
    for (fields, pictures, is_refused, message, help) in [
        (
            "",
            &["portraits/p0.jpg"][..],
            false,
            "the photograph \"portraits/p0.jpg\" has no credit",
            "portrait_credit = ",
        ),
        ("portrait_credit = \" \"", &["portraits/p0.jpg"], false, "has no credit", "under what license"),
        (credit, &["portraits/p0.jpg", "portraits/p0.svg"], true, "\"P0\" has two portraits", "keep one of them"),
        (credit, &["portraits/p0.jpg", "portraits/p0.gif"], false, "\"portraits/p0.gif\" is no kind of file", "save"),
        (credit, &[], false, "there is no portrait of \"P0\"", "portraits/p0.jpg"),
        ("portrait_focus = [0.5, 0.5]", &["portraits/p0.svg"], false, "no photograph of \"P0\"", "remove"),
        (&focused("[0.5, 1.1]"), &["portraits/p0.jpg"], true, "not in the picture", "[0.5, 0.3]"),
        (&focused("[nan, 0]"), &["portraits/p0.jpg"], true, "not in the picture", "[0.5, 0.3]"),
        (&focused("[0.5]"), &["portraits/p0.jpg"], true, "portrait_focus", "portrait_focus"),
    ] {
        let (portrait, report) = portrait(fields, pictures);
        assert_eq!(report.starts_with("error"), is_refused, "{report}");
        assert!(!is_refused || portrait.is_none(), "{report}");
        assert!(report.contains(message) && report.contains(help), "{message}: {report}");
        assert!(report.contains("people.toml:"), "{report}");
    }
}

/// Returns the figure and the report of a story whose only event has the given figure.
fn figure(fields: &str) -> (Option<Illustration>, String) {
    let event = format!(
        "[[event]]\nid = \"e\"\ndate = \"1891\"\ntitle = \"E\"\nsummary = \"S.\"\ntext = \"T.\"\nsources = [\"log\"]\n\
         figure = {{ {fields} }}\n"
    );
    let pictures =
        [("ice.jpg", ""), ("film.webm", ""), ("film.vtt", ""), ("TALK.MP4", ""), ("talk.VTT", ""), ("ideas.txt", "")];
    let (story, report) = compiled(with(with(files("P0 sleeps.", &["P0"]), &pictures), &[("events.toml", &event)]));
    let addresses = story.as_ref().map(palimpsest_story::Story::media_addresses).unwrap_or_default();
    let figure = story.and_then(|story| story.events.into_iter().next()?.figure);
    assert_eq!(addresses.len(), figure.iter().flat_map(|figure| figure.media.addresses()).count());
    (figure, report)
}

#[test]
fn an_event_may_have_a_figure() {
    let described = "description = \"Sailors on  the ice\"";
    let (found, report) = figure(&format!(
        "file = \"ice.jpg\", {described}, caption = \"On the *ice* [@log].\", credit = \"A. Holm, CC BY 4.0\""
    ));
    let found = found.unwrap_or_else(|| panic!("{report}"));
    assert_eq!((found.media.address.as_str(), found.media.kind), ("ice.jpg", MediaKind::Picture));
    assert_eq!(found.media.description, "Sailors on the ice");
    assert!(words_of(&found.caption).starts_with("On the ice"), "{found:?}");
    assert_eq!(words_of(&found.media.credit), "A. Holm, CC BY 4.0");
    let (film, report) = figure(&format!("file = \"film.webm\", {described}"));
    let film = film.unwrap_or_else(|| panic!("{report}")).media;
    assert_eq!((film.kind, film.captions.as_deref()), (MediaKind::Film, Some("film.vtt")));
    let (film, report) = figure(&format!("file = \"TALK.MP4\", {described}"));
    let film = film.unwrap_or_else(|| panic!("{report}")).media;
    assert_eq!((film.kind, film.captions.as_deref(), report.as_str()), (MediaKind::Film, Some("talk.VTT"), ""));
    for (fields, message, help) in [
        (format!("file = \"sea.jpg\", {described}"), "no file \"sea.jpg\"", "with capitals"),
        (format!("file = \"https://a.example/b.jpg\", {described}"), "not in the story folder", "other sites"),
        (format!("file = \"ideas.txt\", {described}"), "no kind of file", "JPEG"),
        ("file = \"ice.jpg\", description = \" \"".to_owned(), "no text for those", "description = \"Sailors"),
        ("file = \"ice.jpg\"".to_owned(), "description", "description"),
        (format!("file = \"ice.jpg\", {described}, caption = \"A.\\n\\nB.\""), "more than one paragraph", "blank line"),
        (format!("file = \"ice.jpg\", {described}, caption = \"[@none]\""), "unknown source \"none\"", "events.toml"),
    ] {
        let (_, report) = figure(&fields);
        assert!(report.contains(message) && report.contains(help) && report.contains("events.toml:"), "{report}");
    }
}
