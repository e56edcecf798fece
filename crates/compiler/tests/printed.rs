//! Markdown that would be printed as its marks, and texts that only look like it.

mod common;

use common::{compiled, files, report, with, words};

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
        ("Oh![Lind](#p0)", "error: a picture cannot stand within a line", "write \\!"),
    ] {
        check(text, message, help);
    }
}

/// Asserts that a text between two others has one problem, with this message and this help.
#[track_caller]
fn check(text: &str, message: &str, help: &str) {
    let told = report(&format!("Text.\n\n{text}\n\nText."));
    assert!(told.contains(message) && told.contains(help), "{text}: {told}");
    // Nothing cites the only source.
    let told = told.replace("warning: nothing cites", "");
    assert_eq!(told.matches("error: ").count() + told.matches("warning: ").count(), 1, "{text}: {told}");
}

/// Asserts that a text between two others has no problem.
#[track_caller]
fn check_sound(text: &str) {
    let told = report(&format!("Text.\n\n{text}\n\nText."));
    let told = told.replace("warning: nothing cites", "");
    assert!(!told.contains("error: ") && !told.contains("warning: "), "{text}: {told}");
}

#[test]
fn blocks_without_text_are_told() {
    for (text, message, help) in [
        ("*", "error: this item of a list is empty", "if it is text, write \\*;"),
        ("1917.", "error: this item of a list is empty", "if it is text, write 1917\\.;"),
        ("- a\n-\n- b", "error: this item of a list is empty", "if it is text, write \\-;"),
        ("A.[^1]\n\n[^1]:", "error: the author's note \"1\" is empty", "write its text after the colon"),
    ] {
        let told = report(&format!("Text.\n\n{text}\n\nText."));
        assert!(told.contains(message) && told.contains(help), "{text}: {told}");
    }
}

#[test]
fn lists_by_chance_are_told() {
    for (text, number, help) in [
        ("1. Mai 1921 brach der Streik aus.", "1", "write 1\\. instead"),
        ("1917. That was", "1917", "write 1917\\. instead"),
        ("1917) That was", "1917", "write 1917\\) instead"),
        ("08. März kam.", "08", "write 08\\. instead"),
        ("> 8. okt. kam.", "8", "write 8\\. instead"),
        ("1. a\n3. b", "3", "write 3\\. instead"),
    ] {
        check(text, &format!("error: to Markdown, the number {number} begins an item of a list here"), help);
    }
    for (text, message, help) in [
        ("1. Mai kam.\n2. Mai ging.", "the number 1 begins an item", "if it begins a sentence, write 1\\. instead"),
        ("1) Weltkrieg war.", "the number 1 begins an item", "if it begins a sentence, write 1\\) instead"),
        ("4. Es kam.\n5. Mai kam.", "the number 5 begins an item", "write 5\\. instead"),
        ("* 1879 in Janowka", "this * begins a list of one item", "if it is text, write \\* 1879 …"),
        ("- Hola.", "this - begins a list of one item", "write \\- Hola. …"),
        ("- «¿Quién es?»\n  preguntó", "this - begins a list of one item", "write \\- «¿Quién …"),
        ("+ 5 Grad", "this + begins a list of one item", "write \\+ 5 …"),
    ] {
        check(text, &format!("warning: to Markdown, {message}"), help);
    }
    for (text, helps) in [
        ("1917. One\n\n1918. Two", ["write 1917\\. instead", "write 1918\\. instead"]),
        ("8. März kam.\n\n9. März ging.", ["write 8\\. instead", "write 9\\. instead"]),
        ("1. Mai kam.\n\n8. März ging.", ["write 1\\. instead", "write 8\\. instead"]),
    ] {
        let told = report(text);
        assert!(helps.iter().all(|help| told.contains(help)), "{told}");
        assert_eq!(told.matches("error: to Markdown, the number").count(), 2, "{told}");
    }
    let told = report("* 7. November 1879 in Janowka");
    assert!(told.contains("this * begins a list of one item") && told.contains("the number 7 begins"), "{told}");
    for text in [
        "- a\n- b",
        "- It strikes.\n- It stops.",
        "- 5 eggs\n- 2 clocks",
        "- Wind the clock",
        "- a\n  - It strikes.",
        "1. It strikes.\n2. It stops.",
        "1. Wind it",
        "1. a\n1. b",
        "0. a\n1. b",
        "3. Three\n4. Four",
    ] {
        check_sound(text);
    }
}

#[test]
fn fences_lose_nothing() {
    let text = "if it is text, write \\~\\~\\~";
    check("~~~ He said so.\na\n~~~", "error: to Markdown, these words name the language of code", text);
    check("> ~~~~ So\n> a\n> ~~~~", "error: to Markdown, these words name the language of code", "two fences, ~~~~;");
    check("~~~\na\n\nb", "error: this fence is not closed, so the rest is code", text);
    check("> ```\n> a", "error: this fence is not closed", "write ``` in a line of its own after the code");
    check("````\na\n```", "error: this fence is not closed", "write ```` in a line");
    for text in [
        "```toml\na\n```",
        "``` c++\na\n```",
        "~~~~\n~~~\n~~~~",
        "```\n```",
        "> ```\n> a\n> ```",
        "- ```\n  a\n  ```\n- b",
        "  ```\n  a\n  `````",
        "\\~\\~\\~ He said so.",
    ] {
        check_sound(text);
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
        check_sound(text);
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

#[test]
fn line_breaks_are_spaces_but_in_chinese() {
    for (text, printed) in [
        ("成立。\n随后", "成立。随后"),
        ("> 成立。\n> 随后", "成立。随后"),
        ("> > 成立。\n随后", "成立。随后"),
        ("- 成立。\n  随后", "成立。随后"),
        ("成立。\n*随后*", "成立。随后"),
        ("*成立。*\n随后", "成立。随后"),
        ("成立。\n***随*后**", "成立。随后"),
        ("成立。\n<em>随后</em>", "成立。随后"),
        ("成立。\n[^1]随后\n\n[^1]: 注", "成立。随后注"),
        ("他说：\n“好”", "他说：“好”"),
        ("走了——\n然后", "走了——然后"),
        ("成立……\n随后", "成立……随后"),
        ("成立。\n`随后`", "成立。随后"),
        ("成立。\nLenin *came*\nhere. 成立\n[a](https://a.example/)", "成立。 Lenin came here. 成立 a"),
    ] {
        assert_eq!(words(text).join(""), printed, "{text}");
    }
    let (story, report) = compiled(files("成立。\n[毛*泽*东](#p0)走了。\n*他*说“好”。", &["列宁"]));
    let article = story.unwrap_or_else(|| panic!("{report}")).article;
    let mentioned: Vec<_> = article.sentences().flat_map(palimpsest_story::Sentence::mentioned).collect();
    assert_eq!(mentioned.into_iter().map(|mentioned| mentioned.words).collect::<Vec<_>>(), ["毛泽东"]);
    let marked = article.sentences().flat_map(|sentence| &sentence.prose).filter(|inline| !inline.marks.is_empty());
    assert_eq!(marked.map(|inline| inline.text.as_str()).collect::<Vec<_>>(), ["泽", "他"]);
}
