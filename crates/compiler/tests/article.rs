//! The article as magazines write it: every block and mark of Markdown is either represented in the model, or rejected with
//! help on what to write instead.

mod common;

use common::{article, blocks, compiled, files, report, sentences, with, words};
use palimpsest_story::Mark::{Stress, Strong, Struck};
use palimpsest_story::{Block, Inline, Mark, MediaKind, Side, words_of};

/// Returns the runs of the first sentence, each with its marks.
fn marks(text: &str) -> Vec<(String, Vec<Mark>)> {
    let article = article(text, &[]);
    let sentence = article.sentences().next().expect("there is a sentence").clone();
    sentence.prose.into_iter().map(|Inline { text, marks, .. }| (text, marks)).collect()
}

#[test]
fn white_space_is_the_authors() {
    for text in [
        "He died.[1] Then it began.",
        "Yahoo!’s rise",
        "see https://example.org/?q=1",
        "成立。随后",
        "St.\u{a0}Petersburg. Then.\u{a0}More.  Two blanks",
        "One.\u{2003}Two!\u{202f}Three",
    ] {
        assert_eq!(words(text), [text]);
    }
    assert_eq!(words("One line\nand another. \nThird"), ["One line and another. Third"]);
    assert_eq!(words("成立。\n随后"), ["成立。随后"]);
}

#[test]
fn what_markdown_would_drop_is_refused() {
    for (text, message, help) in [
        ("[Q]: Why?", "to Markdown this defines a link that nothing uses", "write \\["),
        ("Text.\n\n[1]: Avrich", "to Markdown this defines a link", "write \\["),
        (
            "[a] is [a].\n\n[a]: https://a.example/\n[a]: https://b.example/",
            "to Markdown this defines a link",
            "write \\[",
        ),
        ("> [Q]: Why?\n> A.", "to Markdown this defines a link", "write \\["),
        ("1917\\. ok\n\n1917. That was", "the number 1917 begins an item of a list", "1917\\."),
        ("8. März 1921 begann es.", "the number 8 begins", "8\\."),
        ("1917. One\n\n1921. Two", "the number 1921 begins an item", "1921\\."),
        ("| a | b |\n|---|---|\n| 1 | 2 | 3 |", "this row has 3 cells, and the table 2 columns", "\\|"),
        ("## Title {.wide}", "a heading can be given an id alone", "\\{"),
        ("## {#a}\n\nb", "this heading has no words", "remove it"),
        ("**Note:**text", "\"**\" is printed as it is here", "<strong>"),
        ("![b](c d.png)", "to Markdown this is no picture, but text", "between < and >"),
        ("![b](c.png \"d \\\"e\\\"\")", "the credit \"d \"e\"\" of this picture cannot be read", "“ and ”"),
        ("![b][c]\n\n[c]: c.png \"d\"", "the credit \"d\" of this picture", "in the line"),
        ("| a | b |\n|---|---|\n| 1 | 2 |\n: c", "this line is a row of the table", "a blank line"),
        ("# Title", "a heading of another level", "write ## before"),
        ("Title\n=====", "a heading of another level", "write ## before"),
        ("##### Title", "a heading of another level", "one # more"),
        ("<div>a</div>", "HTML is not allowed", "<sup>"),
        ("a <!-- b --> c", "HTML is not allowed", "remove this comment"),
        ("a <sup>b c", "this tag is not closed", "close it"),
        ("a </sup> c", "this tag closes none", "close each"),
        ("*a <sup>b* c</sup>", "this tag", "close"),
        ("    indented", "a code block (is the text indented by four spaces?)", ""),
        ("[a](/b)", "leads outside the page", "https://"),
        ("[a](javascript:alert)", "leads outside the page", "https://"),
        ("[a](https://a.example/ \"lost\")", "the title \"lost\" of this link is not shown", "into the text"),
        ("a ![b](c.png)", "a picture cannot stand within a line", "a paragraph of its own"),
        ("![b](c.png)", "there is no file \"c.png\"", ""),
        ("![b](https://a.example/c.png)", "is not in the story folder", "save it"),
        ("![b](c.tiff)", "is no kind of file", "JPEG"),
        ("> a[^1]\n>\n> [^1]: b", "a note is not allowed here", "of its own"),
        ("a[^1]\n\n[^1]: b\n\n[^1]: c", "given twice", "[^2]"),
        ("a[^none]", "unknown note \"none\"", "notes.md"),
        ("a[^9]", "the author's note \"9\" has no text", "[^9]: …"),
        ("a[^*] b[^1]\n\n[^1]: c", "the author's note \"*\" has no text", "[^*]: …"),
        ("a [@log]", "a citation is not allowed", "note"),
        ("a^[A note.] b", "a note cannot stand within its sentence", "write [^1] where"),
        ("![b](../c.png)", "\"../c.png\" leads out of the story folder", "copy the file"),
    ] {
        let report = report(text);
        assert!(report.contains(message) && report.contains(help), "{text}\n{report}");
        assert!(report.contains("--> story/article.md:"), "{text}\n{report}");
    }
}

#[test]
fn texts_of_the_editors_hold_paragraphs_alone() {
    for (text, message, help) in [
        ("1917. That was [@log].", "a list is not allowed here", "write 1917\\. instead"),
        ("- One [@log].", "a list is not allowed here", "this text may hold paragraphs"),
        ("| a | b |\n|---|---|\n| c | d |\n\nX [@log].", "a table is not allowed here", "paragraphs"),
        ("X ~~y~~ [@log].", "struck text is not allowed here", "paragraphs"),
        ("X^[y] [@log].", "a note cannot stand within its sentence", "in the text itself"),
    ] {
        let event = format!(
            "[[event]]\nid = \"e\"\ndate = \"1921\"\ntitle = \"T\"\nsummary = \"S.\"\ntext = \'\'\'\n{text}\n\'\'\'\nsources = [\"log\"]\n"
        );
        let (_, report) = compiled(with(files("It began.", &[]), &[("events.toml", event.as_str())]));
        assert!(report.contains(message) && report.contains(help), "{text}\n{report}");
    }
}

#[test]
fn text_that_looks_like_markdown_is_text() {
    for text in ["f\\*\\*k", "Stop![1] Then 2 * 3.", "`**` and ~5"] {
        assert!(!report(text).contains("is printed as it is"), "{text}");
    }
}

#[test]
fn marks_nest() {
    let run = |text: &str, marks: &[Mark]| (text.to_owned(), marks.to_vec());
    assert_eq!(marks("***both***"), [run("both", &[Stress, Strong])]);
    assert_eq!(
        marks("**a *b* c** ~~d~~"),
        [run("a ", &[Strong]), run("b", &[Strong, Stress]), run(" c", &[Strong]), run(" ", &[]), run("d", &[Struck])]
    );
    assert_eq!(
        marks("H<sub>2</sub>O <span class=\"smallcaps\">ad</span> <SUP>1</SUP>"),
        [
            run("H", &[]),
            run("2", &[Mark::Subscript]),
            run("O ", &[]),
            run("ad", &[Mark::SmallCapitals]),
            run(" ", &[]),
            run("1", &[Mark::Superscript])
        ]
    );
    assert_eq!(marks("`a.b *c*`"), [run("a.b *c*", &[Mark::Code])]);
    let away = Mark::Away("https://a.example/?q=1".to_owned());
    assert_eq!(marks("*[a](https://a.example/?q=1)*"), [run("a", &[Stress, away.clone()])]);
    assert_eq!(marks("[a]\n\n[a]: https://a.example/?q=1"), [run("a", &[away])]);
    assert_eq!(marks("<me@a.example>"), [run("me@a.example", &[Mark::Away("mailto:me@a.example".to_owned())])]);
}

#[test]
fn a_mention_keeps_the_marks_inside_it() {
    let article = article("The *Lev* Kamenev and [the *old* man](#p0).", &["Lev Kamenev"]);
    let sentence = article.sentences().next().expect("a sentence");
    let words: Vec<_> = sentence.mentioned().into_iter().map(|mentioned| mentioned.words).collect();
    assert_eq!(words, ["Lev Kamenev", "the old man"]);
    let stressed = sentence.prose.iter().filter(|inline| inline.marks == [Stress]);
    assert_eq!(stressed.map(|inline| inline.text.as_str()).collect::<Vec<_>>(), ["Lev", "old"]);
    assert_eq!(article.mentions().count(), 2);
}

#[test]
fn blocks_of_every_kind() {
    let all = blocks(
        "> Quoted.\n>\n> — *Her*\n\n- a\n- b\n  1. c\n\n| a | b | |\n|:-:|--:|---|\n| 1 | *2* |\n\n: Caption\n\na\\\nb\n\n***\n\n```\nx  y\n\n z\n```",
    );
    let [
        Block::Quotation(quotation),
        Block::List(list),
        Block::Table(table),
        Block::Paragraph(verse),
        Block::Break,
        Block::Code(code),
    ] = all.as_slice()
    else {
        panic!("{all:#?}")
    };
    assert_eq!(quotation.source.as_ref().map(palimpsest_story::Paragraph::text), Some("— Her".to_owned()));
    assert_eq!((quotation.blocks.len(), list.items.len(), list.tight, list.start), (1, 2, true, None));
    assert!(matches!(&list.items[1][1], Block::List(inner) if inner.start == Some(1)));
    assert_eq!(table.caption.as_ref().map(palimpsest_story::Paragraph::text), Some("Caption".to_owned()));
    let sides: Vec<_> = table.head.iter().map(|cell| cell.side).collect();
    assert_eq!((sides, table.rows[0].len()), (vec![Side::Middle, Side::End, Side::Start], 3));
    assert!(verse.is_verse());
    assert_eq!((verse.text(), code.text()), ("a\nb".to_owned(), "x  y\n\n z".to_owned()));
    assert!(matches!(&blocks("- a\n\n- b")[0], Block::List(list) if !list.tight));
    assert_eq!(words("\\[Q]: a. \\[1]: b"), ["[Q]: a. [1]: b"]);
}

#[test]
fn headings_get_ids_of_their_own() {
    let ids = |text: &str| {
        let article = article(text, &["Lenin"]);
        let inner = |block: &Block| match block {
            Block::Heading(heading) => Some((heading.id.to_string(), heading.level)),
            _ => None,
        };
        let sections = article.sections.iter().flat_map(|section| {
            let own = section.heading.is_some().then(|| (section.id.to_string(), 2));
            own.into_iter().chain(section.blocks.iter().filter_map(inner)).collect::<Vec<_>>()
        });
        sections.collect::<Vec<_>>()
    };
    let found = ids(
        "## Background\n\nLenin.\n\n## Background\n\n### Background\n\n#### *A* `b`\n\n## Notes\n\n## P0\n\n## Überblick\n\n## 背景\n\n## X {#own-id}\n\n## s1",
    );
    let expected = [
        ("background", 2),
        ("background-2", 2),
        ("background-3", 3),
        ("a-b", 4),
        ("notes-2", 2),
        ("p0-2", 2),
        ("uberblick", 2),
        ("part-8", 2),
        ("own-id", 2),
        ("s1-2", 2),
    ];
    assert_eq!(found, expected.map(|(id, level)| (id.to_owned(), level)));
    // Given ids take precedence over generated ones.
    assert_eq!(ids("Lenin.\n\n## A\n\n## B {#a}")[0].0, "a-2");
    let taken = report("## A {#log}\n\nText.");
    assert!(taken.contains("the id \"log\" is used twice") && taken.contains("for a source"), "{taken}");
    assert!(report("## A {#B}\n\nText.").contains("is not a valid id"));
    assert!(report("#### A\n\nText.").contains("more than a level above"));
    assert_eq!(article("## A *b*\n\nText.", &[]).sections[0].heading.as_deref().map(words_of), Some("A b".to_owned()));
}

#[test]
fn the_authors_notes_are_theirs() {
    let text = "One.[^2] Two[^A], three[^a].[^2]\n\n[^a]: First *written*. Lenin.[^last]\n\n    More.\n\n[^2]: Second.\n\n[^last]: Third.\n\n[^none]: Fourth.";
    let (story, report) = compiled(files(text, &["Lenin"]));
    let article = story.unwrap_or_else(|| panic!("{report}")).article;
    let notes: Vec<_> =
        article.own_notes.iter().map(|note| (note.number, note.references, note.blocks.len())).collect();
    assert_eq!(notes, [(1, 2, 1), (2, 2, 2), (3, 1, 1), (4, 0, 1)], "{report}");
    assert!(report.contains("nothing refers to the author's note \"none\""), "{report}");
    let marks = article.sentences().flat_map(|sentence| &sentence.prose).filter_map(|inline| inline.own_note);
    let marks: Vec<_> = marks.map(|mark| (mark.number, mark.place)).collect();
    assert_eq!(marks, [(1, 1), (2, 1), (2, 2), (1, 2), (3, 1)]);
    assert_eq!(
        article.sentences().map(palimpsest_story::Sentence::text).collect::<Vec<_>>()[..2],
        ["One.", "Two, three."]
    );
    // The editors' notes and the author's are kept apart.
    let notes = "## Comments\n\n[^2]: **T.** Text [@log].\n";
    let (_, report) = compiled(with(files("One.[^2]\n\n[^2]: x", &[]), &[("notes.md", notes)]));
    assert!(report.contains("is not a valid id"), "{report}");
    let notes = "## Comments\n\n[^x]: **T.** Text [@log].\n";
    let (_, report) = compiled(with(files("One.[^x]\n\n[^x]: x", &[]), &[("notes.md", notes)]));
    assert!(report.contains("is called like something of the editors'"), "{report}");
    let (story, report) = compiled(with(files("One.[^x] Two.[^1]\n\n[^1]: y", &[]), &[("notes.md", notes)]));
    let article = story.unwrap_or_else(|| panic!("{report}")).article;
    assert_eq!((article.own_notes.len(), article.mentions().count()), (1, 1));
}

#[test]
fn figures_have_a_text_a_caption_and_a_credit() {
    let pictures = [("a.png", ""), ("b/c.svg", ""), ("d.mp4", ""), ("d.vtt", ""), ("e.mp3", ""), ("f.mp4", "")];
    let text = "![One *two*](a.png \"By *X*, [CC](https://cc.example/)\")\n![](b/c.svg)\nThe **caption** of Lenin.\n\n![Film](d.mp4)\n\n![Sound](e.mp3)\n\n![Film](f.mp4)";
    let (story, report) = compiled(with(files(text, &["Lenin"]), &pictures));
    let article = story.unwrap_or_else(|| panic!("{report}")).article;
    let figures: Vec<_> = article.sections[0]
        .blocks
        .iter()
        .filter_map(|block| match block {
            Block::Figure(figure) => Some(figure),
            _ => None,
        })
        .collect();
    let [first, second] = first_two(&figures[0].media);
    assert_eq!((first.description.as_str(), words_of(&first.credit)), ("One two", "By X, CC".to_owned()));
    assert_eq!(second.address, "b/c.svg");
    assert_eq!(
        figures[0].caption.as_ref().map(palimpsest_story::Paragraph::text),
        Some("The caption of Lenin.".to_owned())
    );
    assert_eq!(article.mentions().count(), 1);
    assert!(report.contains("\"b/c.svg\" has no text for those who do not see it"), "{report}");
    assert!(report.contains("article.md:9:1"), "{report}");
    assert_eq!((figures[1].media[0].kind, figures[1].media[0].captions.as_deref()), (MediaKind::Film, Some("d.vtt")));
    assert_eq!((figures[2].media[0].kind, report.matches("has no captions").count()), (MediaKind::Sound, 1));
    assert_eq!(article.media_addresses().len(), 6);
}

#[test]
fn files_are_found_by_their_addresses() {
    let pictures = [("pic one.png", ""), ("a.png", ""), ("b/50%.svg", "")];
    for (address, path) in [
        ("pic%20one.png", Some("pic one.png")),
        ("<pic one.png>", Some("pic one.png")),
        ("./a.png", Some("a.png")),
        ("./b/../a.png", Some("a.png")),
        ("b//50%.svg", Some("b/50%.svg")),
        ("b/50%25.svg", Some("b/50%.svg")),
        ("b/a.png", None),
    ] {
        let (story, report) = compiled(with(files(&format!("![x]({address})\n\nText."), &[]), &pictures));
        let found = story.and_then(|story| story.article.media_addresses().into_iter().next());
        assert_eq!(found.as_deref(), path, "{address}: {report}");
    }
}

#[test]
fn verse_keeps_its_indentation() {
    for (text, printed) in [
        ("One\\\n  two  \n\tthree", "One\n··two\n····three"),
        ("  One  \ntwo", "··One\ntwo"),
        ("  One\n  two", "One two"),
        ("> One\\\n>   two\\\n> three", "One\n··two\nthree"),
        ("- One\\\n  two\\\n    three", "One\ntwo\n··three"),
        ("- One\\\ntwo", "One\ntwo"),
    ] {
        assert_eq!(words(text).join("").replace('\u{a0}', "·"), printed, "{text}");
    }
}

fn first_two<T>(all: &[T]) -> [&T; 2] {
    match all {
        [first, second] => [first, second],
        _ => panic!("there are {} of them", all.len()),
    }
}

#[test]
fn front_matter_is_markdown() {
    let article_file = "+++\ntitle = \"A *b*: c\"\nauthors = [{ family = \"Lund\" }]\ndate = \"1924-05-03\"\nbyline = \"*Lund*, [R](https://r.example/)\"\ncaption = \"In **1918**\"\npicture = \"a.svg\"\npicture_description = \"A\"\nstandfirst = \"Lenin *goes*. He comes.\"\n+++\n\nText.\n";
    let (story, report) = compiled(with(files("", &["Lenin"]), &[("article.md", article_file), ("a.svg", "")]));
    let article = story.unwrap_or_else(|| panic!("{report}")).article;
    assert_eq!((article.title.as_str(), words_of(&article.byline)), ("A b: c", "Lund, R".to_owned()));
    assert_eq!((words_of(&article.caption), article.standfirst[0].sentences.len()), ("In 1918".to_owned(), 2));
    assert_eq!(article.sentences().count(), 3);
    assert!(article.title_prose.iter().any(|inline| inline.marks == [Stress]));
    for (from, to, message) in [
        ("A *b*: c", "A [b](https://b.example/)", "the title must be one line without links"),
        ("In **1918**", "[In](#p0) 1918", "the caption must be one line"),
        ("Lenin *goes*. He comes.", "- a", "the standfirst may hold paragraphs alone"),
        ("Lenin *goes*. He comes.", "# a", "there are no headings in the front matter"),
    ] {
        let changed = article_file.replace(from, to);
        let (_, report) = compiled(with(files("", &["Lenin"]), &[("article.md", &changed), ("a.svg", "")]));
        assert!(report.contains(message), "{report}");
    }
}

#[test]
fn byline_and_caption_may_be_missing_and_the_title_may_call_a_note() {
    let article_file = "+++\ntitle = \"A *b*[^1]\"\nauthors = [\"Lund\"]\ndate = \"1924-05-03\"\n+++\n\nText.[^2]\n\n[^2]: Two.\n\n[^1]: One.\n";
    let (story, report) = compiled(with(files("", &[]), &[("article.md", article_file)]));
    let article = story.unwrap_or_else(|| panic!("{report}")).article;
    assert_eq!((article.title.as_str(), article.byline.len(), article.caption.len()), ("A b", 0, 0));
    let marks: Vec<_> = article.title_own_notes.iter().map(|mark| (mark.number, mark.place)).collect();
    assert_eq!((marks.as_slice(), article.title_notes.len()), ([(1, 1)].as_slice(), 0));
    let notes: Vec<_> = article.own_notes.iter().map(|note| note.number).collect();
    assert_eq!(notes, [1, 2], "the title comes first");
}

#[test]
fn a_name_can_be_exempted() {
    let names = |text: &str| article(text, &["Paul"]).mentions().count();
    assert_eq!((names("Paul met St. Paul."), names("Paul met St. [Paul](). And [Paul](#)")), (2, 1));
    let (_, report) = compiled(files("Paul [went]().", &["Paul"]));
    assert!(report.contains("these words name nobody as it is"), "{report}");
    assert_eq!(names("[Paul’s life](https://a.example/) and Paul"), 1);
}

#[test]
fn sentences_end_where_they_end() {
    assert_eq!(
        sentences(
            "Dr. Smith of the U.S. Army met J. R. R. Tolkien. “Who goes there?” he asked. Am 8. März 1921 ging es."
        ),
        ["Dr. Smith of the U.S. Army met J. R. R. Tolkien.", "“Who goes there?” he asked.", "Am 8. März 1921 ging es."]
    );
    assert_eq!(sentences("> One. Two.\n\n- Three. Four.\n\na.\\\nb."), ["One.", "Two.", "Three.", "Four.", "a.\nb."]);
    assert_eq!(sentences("Run `a. B` now. Then."), ["Run a. B now.", "Then."]);
}

#[test]
fn told_is_found_across_a_boundary() {
    let event = |told: &str| {
        format!(
            "[[event]]\nid = \"e\"\ndate = \"1917\"\ntitle = \"t\"\nsummary = \"s\"\ntext = \"t\"\ntold = \"{told}\"\nsources = [\"log\"]\n"
        )
    };
    let told = |told: &str| {
        let text = "He came to St.\u{a0}Petersburg in 1917. It was O’Neil who met him there.";
        let (story, report) = compiled(with(files(text, &[]), &[("events.toml", &event(told))]));
        (story.and_then(|story| story.events[0].told.as_ref().map(ToString::to_string)), report)
    };
    for (words, sentence) in
        [("came to St. Petersburg", "s1"), ("in 1917. It was", "s1"), ("was O'Neil who", "s2"), ("him  there", "s2")]
    {
        let (found, report) = told(words);
        assert_eq!(found.as_deref(), Some(sentence), "{words}\n{report}");
    }
    let (_, report) = told("came to St. Moscow in 1917");
    assert!(report.contains("after “came to St.” the article has “Petersburg in 1917. It”"), "{report}");
}

#[test]
fn initials_end_no_sentence_in_a_chinese_article() {
    let zh = "language = \"zh\"\ndescription = \"d\"\neditors = [\"e\"]\n";
    let text = "1921年3月8日，大会开幕。J. R. R. 托尔金也来了！他是V. I. 列宁。完。";
    let (story, report) = compiled(with(files(text, &[]), &[("story.toml", zh)]));
    let article = story.unwrap_or_else(|| panic!("{report}")).article;
    let sentences: Vec<String> = article.sentences().map(|sentence| words_of(&sentence.prose)).collect();
    assert_eq!(sentences, ["1921年3月8日，大会开幕。", "J. R. R. 托尔金也来了！", "他是V. I. 列宁。", "完。"]);
}
