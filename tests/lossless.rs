//! Nothing of an article is lost: its words are on the page or something is told, and its sentences put together are its
//! text.

use palimpsest_compiler::compile_folder;
use palimpsest_compiler::files::Folder;
use proptest::prelude::*;
use proptest::sample::select;
use proptest::test_runner::RngSeed;

/// Returns the files of the valid story in a language, with an article of this text. Nothing else refers to the article.
fn files(text: &str, language: &str) -> Vec<(&'static str, String)> {
    let base =
        |name: &str| std::fs::read_to_string(palimpsest_tests::base().join(name)).expect("the base has this file");
    let article = base("article.md");
    let (front, _) = article.split_once("## The Maker").expect("the base has this heading");
    let mut files: Vec<_> = ["people.toml", "places.toml", "sources.json"].map(|name| (name, base(name))).into();
    files.extend([
        ("story.toml", base("story.toml").replace("\"en\"", &format!("\"{language}\""))),
        ("article.md", format!("{front}{text}")),
        ("a.png", String::new()),
    ]);
    files
}

/// Pieces of an article. Each `%` stands for a word of its own.
const PIECES: &[&str] = &[
    "%",
    "% %\n%",
    "%.[1] %!’s % St.\u{a0}%. % J. %… %",
    "## %",
    "### % *%* `%` #",
    "## % {#own-%}",
    "%\n---",
    "> %\n%\n>\n> — %, *%*",
    "> > %\n>\n> - %\n> - %",
    "- %\n- %\n\n  %\n\n  > %",
    "- %\n  1. %\n     - %\n\n       %",
    "3. %\n4. %",
    "| % | % |\n|---|:-:|\n| %[^1] | *%* \\| % |\n| % |",
    "%\n% | %\n--- | ---\n% | %",
    "| % |\n|---|\n| % |\n\n: % %",
    "%\\\n  %  \n%<br>%",
    "```text\n%  %\n\n  %\n```",
    "***",
    "![%](a.png \"%\")\n% %",
    "![%][%]\n\n[%]: a.png",
    "[%][a] [%](#voss) [%](https://example.org/) <https://%.example/> [%]()\n\n[a]: https://example.org/",
    "[%]: %",
    "[%] % [%][%] [^%] ![%]",
    "***%** %* __%__ ~~%~~ %*%*% _%_% *“%”*%",
    "*% **%* %** `%`` % `% ``%`` `",
    "<sup>%</sup> <em>%</em> <span class=\"smallcaps\">%</span> <s>% <i>%</i></s>",
    "<b>%</b> <u>%</u>",
    "<div>\n%\n</div>\n\n%",
    "% <!-- % --> %",
    "% &amp; &lt;%&gt; &nbsp;% &#37;% &copy% < % > %",
    "%[^1]%[^1] %[^2]",
    "[^2]: %\n\n    %\n\n    - %\n      %",
    "[^1]: % [^2] *%\n%*",
    "1917. %\n\n1917\\. %",
    "* %. %",
    "\\*%\\* \\[%\\] \\# % \\\\%",
    "成立%。%“%”%（%）[1]%",
    "% ? « % ! » % ¿¡%!? — %",
    "    %",
    "\t%\n%",
    "% | %\n% | %",
    "::: %\n%\n:::",
    "$$%$$ ==%== {{%}} [[%]] {#%}",
    "~~~\n%\n~~~",
    "```\n%",
    "%\n: %",
    "# %",
    "##%",
    "%  ",
    "%\\",
    "+++",
];

/// Letters, stops, marks and blanks of many scripts, none of which has a meaning in Markdown.
const LETTERS: &[&str] = &[
    "a", "B", "Dr", "1", "23", "é", "e\u{301}", "ß", "И", "в", "ا", "ש", "א", "आ", "ก", "毛", "は", "ア", "Ω", "α",
    ".", ".", "!", "?", "…", "‽", "؟", "।", "。", "！", "．", ";", ",", ":", "“", "”", "„", "«", "»", "’", "'", "\"",
    "「", "」", "『", "（", "）", "¿", "¡", "(", ")", "—", "–", "-", "¹", "⁻", "†", "%", "/", "@", " ", " ", " ", "  ",
    "\u{a0}", "\u{202f}", "\u{2009}", "\u{3000}", "\t",
];

proptest! {
    #![proptest_config(ProptestConfig {
        cases: 600,
        failure_persistence: None,
        rng_seed: RngSeed::Fixed(1917),
        ..ProptestConfig::default()
    })]

    #[test]
    fn no_word_of_an_article_is_lost_silently(
        pieces in prop::collection::vec((select(PIECES), select(&["\n\n", "\n\n", "\n", "\r\n\r\n", "\n> ", "\n  "][..])), 1..5),
    ) {
        let mut body = String::new();
        for (piece, end) in pieces {
            body.push_str(piece);
            body.push_str(end);
        }
        let mut words = Vec::new();
        let mut text = String::new();
        for (number, part) in body.split('%').enumerate() {
            if number > 0 {
                words.push(format!("q{number}q"));
                text.push_str(&words[number - 1]);
            }
            text.push_str(part);
        }
        let compilation = compile_folder(&Folder::in_memory(files(&text, "en")));
        let Some(story) = &compilation.story else {
            prop_assert!(!compilation.report().is_empty());
            return Ok(());
        };
        let printed = format!("{:?}", story.article);
        for word in words {
            prop_assert!(printed.contains(&word), "{word} is lost:\n{text}\n{}", compilation.full_report());
        }
    }

    #[test]
    fn sentences_put_together_are_the_text(
        letters in prop::collection::vec(select(LETTERS), 1..40),
        language in select(&["en", "de", "fr", "es", "ru", "ar", "zh"][..]),
    ) {
        let text = letters.concat();
        let text = text.trim_matches([' ', '\t']);
        let compilation = compile_folder(&Folder::in_memory(files(&format!("A{text}"), language)));
        let Some(story) = &compilation.story else {
            prop_assert!(false, "{text:?}\n{}", compilation.report());
            return Ok(());
        };
        let paragraphs = story.article.paragraphs();
        prop_assert_eq!(paragraphs.len(), 1);
        let printed: String = paragraphs[0].sentences.iter().map(|sentence| sentence.text() + &sentence.space).collect();
        prop_assert_eq!(printed, format!("A{text}"));
    }
}
