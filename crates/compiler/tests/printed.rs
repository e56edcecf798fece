//! Markdown that would be printed as its marks, and texts that only look like it.

mod common;

use common::{compiled, files, report, with};

#[test]
fn marks_that_are_printed_are_told() {
    for (text, message, help) in [
        ("##After", "error: a heading needs a blank after ##", "write ## After"),
        ("Before.\n###After it", "error: a heading needs a blank after ###", "write ### After"),
        ("> ##After", "error: a heading needs a blank after ##", "if it is text, write \\##After"),
        ("#After", "warning: \"#\" is printed as it is here", "\\#After"),
        ("| a | b |\n| 1 | 2 |", "error: to Markdown this is no table", "write | --- | --- | in a line"),
        ("a | b\n1 | 2", "error: to Markdown this is no table", "| --- | --- |"),
        ("> | a | b |\n> | 1 | 2 |", "error: to Markdown this is no table", "| --- | --- |"),
        ("| a | b |\n| - |\n| 1 | 2 |", "error: to Markdown this is no table", "has as many cells as it"),
        ("![A](a.png “Holm”)", "error: to Markdown this is no picture", "as in ![A tower](storm.jpg \"Holm\")"),
        ("![A](a.png „Holm“)", "error: to Markdown this is no picture", "straight quotation marks"),
        ("![A](a.png \"Holm)", "error: to Markdown this is no picture", "close the quotation marks"),
        ("![A](the a.png)", "error: to Markdown this is no picture", "between < and >"),
        ("[a](https://a.example/ “b”)", "warning: to Markdown this is no link", "without blanks"),
        ("[a](#p 0)", "warning: to Markdown this is no link", "without blanks"),
        ("[a] (https://a.example/)", "warning: to Markdown this is no link", "without blanks"),
        ("> A.\n>\n> —", "error: this dash names no source", "> — Ada Brandt"),
        ("> A.\n>\n> --", "error: this dash names no source", "> — Ada Brandt"),
        ("> —", "error: this dash names no source", "> — Ada Brandt"),
        ("> A.\n> --", "error: to Markdown the hyphens under this line", "> — Ada Brandt"),
        ("> A.\n>\n> -- Ada", "warning: to the page this is no source", "> — Ada Brandt"),
        ("> A.\n>\n> - Ada", "warning: to Markdown this is an item of a list", "> — Ada Brandt"),
        ("It ends.\n---", "warning: to Markdown the hyphens under these words", "a blank line before the hyphens"),
        ("##### A", "error: a heading of another level", "one # more than the heading above it"),
    ] {
        let told = report(&format!("Text.\n\n{text}\n\nText."));
        assert!(told.contains(message) && told.contains(help), "{text}: {told}");
        // Nothing cites the only source.
        let told = told.replace("warning: nothing cites", "");
        assert_eq!(told.matches("error: ").count() + told.matches("warning: ").count(), 1, "{text}: {told}");
    }
}

#[test]
fn text_that_looks_like_marks_is_left_alone() {
    for text in [
        "\\##After",
        "\\#After",
        "#1 of them.",
        "No. #After",
        "`##After`",
        "Either | or.",
        "\\| a \\| b \\|\n\\| 1 \\| 2 \\|",
        "| a | b |\n| --- | --- |\n| 1 | 2 |",
        "He said a | b,\nand went.",
        "[sic](see below)",
        "\\[a](https://a.example/ “b”)",
        "[a](https://a.example/) [b](https://b.example/)",
        "> A.\n>\n> — Ada",
        "> — A, he said.\n>\n> — B, she said.",
        "> - a\n> - b",
        "> - a",
        "> A.\n\n---\n\nText.",
        "Background\n---",
        "Text.\n\n---",
        "Wait!\n\nWhat?![^1]\n\n[^1]: A.",
    ] {
        let told = report(&format!("Text.\n\n{text}\n\nText."));
        let told = told.replace("warning: nothing cites", "");
        assert!(!told.contains("error: ") && !told.contains("warning: "), "{text}: {told}");
    }
}

/// Returns the report of a story with an event of the given text.
fn told_of_event(text: &str) -> String {
    let event = format!(
        "[[event]]\nid = \"e\"\ndate = \"1891\"\ntitle = \"E\"\nsummary = \"S.\"\ntext = '''{text}'''\nsources = [\"log\"]\n"
    );
    compiled(with(files("P0 sleeps.", &["P0"]), &[("events.toml", &event)])).1
}

#[test]
fn a_citation_has_a_space_before_it() {
    for (text, help) in [
        ("A.[@log]", "… before the Congress [@log]."),
        ("A[@log].", "write a space before it: A [@log]"),
        ("A,[@log] b.", "… before the Congress [@log],"),
        ("“A”[@log].", "write a space before it"),
        ("*A*[@log].", "write a space before it"),
    ] {
        let told = told_of_event(text);
        assert!(told.contains("warning: nothing separates this citation") && told.contains(help), "{text}: {told}");
    }
    for text in
        ["A [@log].", "A ([@log]).", "A\n[@log].", "[@log] says so.", "成立[@log]。", "A –[@log]– b.", "As @log says."]
    {
        assert_eq!(told_of_event(text), "", "{text}");
    }
}

#[test]
fn the_help_for_headings_leads_to_no_other_error() {
    for text in ["# A", "## A", "A\n---"] {
        let told = told_of_event(&format!("{text}\n\nText."));
        assert!(told.contains("error: a heading is not allowed here") && told.contains("this text may hold"), "{told}");
        assert!(told.contains("1 error, 0 warnings") && !told.contains("write ##"), "{told}");
    }
}
