//! The article is printed letter for letter: random Markdown of the kind that magazines write has the same text on the page
//! as in the output of a plain Markdown renderer.

use html5ever::tendril::TendrilSink;
use html5ever::{ParseOpts, parse_document};
use markup5ever_rcdom::RcDom;
use palimpsest_compiler::compile_folder;
use palimpsest_compiler::files::Folder;
use palimpsest_tests::page::{by_id, elements, text};
use palimpsest_words::Words;
use proptest::prelude::*;
use proptest::sample::select;
use proptest::test_runner::RngSeed;
use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd, html};

/// Words, marks and punctuation, some of which mean something in Markdown.
const PIECES: [&str; 60] = [
    "Voss",
    "clock",
    "He died.",
    "Dr. Smith",
    "U.S.",
    "J. R. R. Tolkien",
    "“Who goes?”",
    "said",
    "[1]",
    "Yahoo!’s",
    "成立。随后",
    "毛泽东",
    "« Oui ! »",
    "„Geh.“",
    "1921 г. Ленин",
    "8. März",
    "St.\u{a0}Petersburg",
    "O’Neil",
    "Anne-Marie",
    "e\u{301}t\u{e9}",
    "…",
    "...",
    "*stress*",
    "**strong**",
    "***both***",
    "~~struck~~",
    "**a *b* c**",
    "*Voss’s* own",
    "`code *x*`",
    "``a`b``",
    "H<sub>2</sub>O",
    "x<sup>2</sup>",
    "<span class=\"smallcaps\">ad</span>",
    "[away](https://example.org/?q=1)",
    "<https://example.org/>",
    "[Voss]()",
    "[the *old* clock](#voss)",
    "[1801](#clock-made)",
    "&amp;",
    "&nbsp;",
    "&copy;",
    "\\*",
    "\\[Q\\]: a",
    "*",
    "_",
    "a_b_c",
    "~",
    "^",
    "|",
    "<",
    ">",
    "#",
    "{#id}",
    "!",
    "?q=1",
    "(see p. 5)",
    "—",
    "100 %",
    "$5.50",
    "$x$",
];

fn line() -> impl Strategy<Value = String> {
    let blank = prop_oneof![8 => Just(" "), 1 => Just("\u{a0}"), 1 => Just("  "), 1 => Just("\n"), 1 => Just("\\\n"), 1 => Just("  \n"), 1 => Just("")];
    // Each line begins with a word, so that it does not begin another kind of block.
    prop::collection::vec((select(&PIECES[..]), blank), 1..12).prop_map(|pieces| {
        let line: String = pieces.into_iter().flat_map(|(piece, blank)| [piece, blank]).collect();
        format!("Then {}", line.trim_end_matches(['\\', '\n', ' ']))
    })
}

/// One line without breaks, for cells and headings.
fn cell() -> impl Strategy<Value = String> {
    line().prop_map(|line| line.replace("\\\n", " ").replace('\n', " ").replace('|', "\\|").replace('`', "'"))
}

/// Removes links, which a heading cannot contain.
fn without_links(words: &str) -> String {
    words.replace("](", "] (").replace("<https://example.org/>", "https://example.org/")
}

fn block() -> impl Strategy<Value = String> {
    let each = |prefix: &'static str| {
        move |line: String| line.lines().map(|line| prefix.to_owned() + line + "\n").collect::<String>()
    };
    prop_oneof![
        6 => line(),
        1 => cell().prop_map(|words| format!("## {}", without_links(&words))),
        1 => cell().prop_map(|words| format!("### {} {{#own-id}}", without_links(&words))),
        2 => line().prop_map(each("> ")),
        1 => (line(), line()).prop_map(move |(one, two)| format!("{}>\n> — {}", each("> ")(one), two.replace('\n', " "))),
        1 => (cell(), cell()).prop_map(|(one, two)| format!("- {one}\n- {two}\n  1. {one}\n  2. {two}")),
        1 => (cell(), cell()).prop_map(|(one, two)| format!("1. {one}\n\n2. {two}")),
        1 => (cell(), cell(), cell()).prop_map(|(one, two, three)| format!("| {one} | {two} |\n|:--|--:|\n| {three} | |\n| {two} | {one} |")),
        1 => line().prop_map(|line| format!("```text\n{}\n```", line.replace('`', "'"))),
        1 => Just("---".to_owned()),
        1 => line().prop_map(|line| format!("{line}[^1] and[^2] again[^1]")),
    ]
}

/// Returns the text of the article's body as the page has it, or `None` if the compiler refuses the article.
fn printed(article: &str) -> Option<String> {
    let base =
        |name: &str| std::fs::read_to_string(palimpsest_tests::base().join(name)).expect("the base has this file");
    let names = ["story.toml", "notes.md", "people.toml", "events.toml", "places.toml", "sources.json"];
    let front = base("article.md");
    let front = front.split("## The Maker").next().expect("there is front matter").to_owned();
    let events = base("events.toml").replace("told = \"made a clock\"\n", "");
    let mut files: Vec<(&str, String)> = names.map(|name| (name, base(name))).into();
    files.retain(|(name, _)| !["notes.md", "events.toml"].contains(name));
    files.push(("events.toml", events));
    files.push(("article.md", front + article));
    let compilation = compile_folder(&Folder::in_memory(files));
    let report = compilation.report();
    let Some(story) = compilation.story else {
        // A refusal that names its place is as good: nothing is lost silently.
        assert!(report.contains("article.md:"), "{article}\n{report}");
        return None;
    };
    let page = palimpsest_render::page(&story, &Words::default()).expect("the page can be printed");
    let dom = parse_document(RcDom::default(), ParseOpts::default()).one(page);
    let body = by_id(&dom.document, "article").expect("there is an article");
    let running = elements(&body).into_iter().find(|element| element.attribute("class").as_deref() == Some("running"));
    Some(text(&running.expect("there is running text").node))
}

/// Returns the text as a plain renderer has it: the HTML that pulldown-cmark writes, read by a parser.
fn plain(article: &str) -> String {
    let options = Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_HEADING_ATTRIBUTES;
    let (mut body, mut notes) = (Vec::new(), Vec::new());
    let mut depth = 0;
    for event in Parser::new_ext(article, options) {
        depth += usize::from(matches!(event, Event::Start(Tag::FootnoteDefinition(_))));
        if depth > 0 {
            notes.push(event.clone());
        } else {
            body.push(event.clone());
        }
        depth -= usize::from(matches!(event, Event::End(TagEnd::FootnoteDefinition)));
    }
    // The labels of footnotes are not part of the author's text.
    notes.retain(|event| {
        !matches!(event, Event::Start(Tag::FootnoteDefinition(_)) | Event::End(TagEnd::FootnoteDefinition))
    });
    let mut written = String::new();
    html::push_html(&mut written, body.into_iter().chain(notes));
    let dom = parse_document(RcDom::default(), ParseOpts::default()).one(written);
    text(&dom.document)
}

/// Returns the letters without whitespace, which a plain renderer also writes between blocks.
fn letters(text: &str) -> String {
    text.chars().filter(|letter| !matches!(letter, ' ' | '\n' | '\t')).collect()
}

const NOTES: &str =
    "\n\n[^1]: A note of *the* author’s. Then more.\n\n[^2]: Another, with Voss.\n\n    And a second paragraph.\n";

proptest! {
    #![proptest_config(ProptestConfig {
        cases: 250,
        failure_persistence: None,
        // A fixed seed: a test must not fail at random.
        rng_seed: RngSeed::Fixed(1921),
        ..ProptestConfig::default()
    })]

    #[test]
    fn a_random_article_is_printed_letter_for_letter(blocks in prop::collection::vec(block(), 1..7)) {
        let mut article = blocks.join("\n\n");
        let has_notes = article.contains("[^2]");
        if has_notes {
            article.push_str(NOTES);
        }
        if let Some(printed) = printed(&article) {
            prop_assert_eq!(letters(&printed), letters(&plain(&article)), "{}", article);
        }
    }
}

/// Collapses each run of whitespace to one space.
fn folded(text: &str) -> String {
    let is_blank = |letter: char| matches!(letter, ' ' | '\n' | '\t');
    text.split(is_blank).filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 150, failure_persistence: None, rng_seed: RngSeed::Fixed(1929), ..ProptestConfig::default() })]

    #[test]
    fn a_random_line_has_its_blanks(line in cell()) {
        if let Some(printed) = printed(&line) {
            prop_assert_eq!(folded(&printed), folded(&plain(&line)), "{}", line);
        }
    }
}

#[test]
fn most_random_articles_are_printed() {
    // The property would mean little if most of the articles were refused.
    let all: Vec<String> = PIECES.iter().map(|piece| format!("Then {piece} went on.")).collect();
    let refused: Vec<_> = all.iter().filter(|article| printed(article).is_none()).collect();
    assert_eq!(refused, Vec::<&String>::new());
}
