use super::*;
use crate::blocks::blocks;
use crate::files::{Files, Folder};
use crate::ids::Ids;

/// Returns what is reported in a text, each with its position and its severity.
fn found(text: &str, voice: Voice) -> Vec<(String, Severity, String)> {
    let mut files = Files::default();
    let mut problems = Vec::new();
    let folder = Folder::in_memory([("article.md", text.to_owned())]);
    let file = files.load(&folder, "article.md", &mut problems);
    blocks(&file, 0..file.text.len(), voice, &Ids::default(), &mut problems);
    let told = |problem: Diagnostic| {
        let help = problem.help.unwrap_or_default();
        (file.text[problem.location.span].to_owned(), problem.severity, help)
    };
    problems.into_iter().map(told).collect()
}

/// Asserts what is reported in an article.
#[track_caller]
fn check(severity: Severity, cases: &[(&str, &str)]) {
    for (text, mark) in cases {
        let found = found(text, Voice::Author);
        let marks: Vec<_> = found.iter().map(|(mark, severity, _)| (mark.as_str(), *severity)).collect();
        assert_eq!(marks, [(*mark, severity)], "{text}");
    }
}

#[test]
fn what_cannot_be_text_is_an_error() {
    check(
        Severity::Error,
        &[
            ("H~2~O", "~2~"),
            ("CO~2~, they say", "~2~"),
            ("It has 5 m^2^.", "^2^"),
            ("the 10^th^ of May", "^th^"),
            ("10^3^ men", "^3^"),
            ("^14^C dating", "^14^"),
            ("*m*(x)^2^", "^2^"),
            ("$$x^2 + y_1$$", "$$x^2 + y_1$$"),
            ("$$\nx = 2\n$$", "$$\nx = 2\n$$"),
            ("$$\n\nx", "$$"),
            ("::: note", "::: note"),
            ("> ::: {.note}", "::: {.note}"),
            ("- [ ] wind the clock", "[ ]"),
            ("1. [x] wind the clock", "[x]"),
            ("- a\n  - [X] b", "[X]"),
            ("[TOC]", "[TOC]"),
            ("[[_TOC_]]", "[[_TOC_]]"),
            ("> [!NOTE]\n> The clock stood.", "[!NOTE]"),
            ("![[clock.jpg]]", "[[clock.jpg]]"),
        ],
    );
}

#[test]
fn what_may_be_text_is_a_warning() {
    check(
        Severity::Warning,
        &[
            ("It was ==very late== then.", "==very late=="),
            ("++New++ words", "++New++"),
            ("== The Maker ==", "== The Maker =="),
            ("=== The Maker ===", "=== The Maker ==="),
            ("So $x$ it is", "$x$"),
            ("So $x^2$, and $5", "$x^2$"),
            ("So $E = mc^2$.", "$E = mc^2$"),
            ("So $\\frac{a}{b}$.", "$\\frac{a}{b}$"),
            ("So $a + b$.", "$a + b$"),
            ("The end. {#end}", "{#end}"),
            ("The end.{.note}", "{.note}"),
            ("The end.\n{: .note}", "{: .note}"),
            ("[ad]{.smallcaps}", "{.smallcaps}"),
            ("A clock{width=50%}", "{width=50%}"),
            ("See [[Anna Voss]].", "[[Anna Voss]]"),
            ("See [[voss|Anna]].", "[[voss|Anna]]"),
            ("See [the archive][arch].", "[the archive][arch]"),
            ("See [the archive][1].", "[the archive][1]"),
            ("See [the archive][].", "[the archive][]"),
            ("By {{ author }}.", "{{ author }}"),
            ("{% include clock %}", "{% include clock %}"),
            ("It is late :smile:", ":smile:"),
            (":waving_hand: It is late", ":waving_hand:"),
            ("\\newpage", "\\newpage"),
            ("Clock\n: A machine", ":"),
            ("Clock\n\n:   A machine", ":"),
            ("> Clock\n> : A machine", ":"),
            ("It is \\textit{late}.", "\\textit"),
            ("die _Prawda_s", "_Prawda_"),
            ("die *„Prawda“*s", "*„Prawda“*"),
            ("die*„Prawda“* schrieb", "*„Prawda“*"),
            ("他说*中文。*然后", "*中文。*"),
            ("他说*“好”*吧", "*“好”*"),
        ],
    );
}

#[test]
fn prose_is_left_alone() {
    for text in [
        "It cost $5 and $10. He had US$5, 10$ and $5.50–$6; from $5 to 6$ a head.",
        "He paid $1,000 (about 20$) for $A 5, and Ke$ha met A$AP and $ign. A $$ place, $$–$$$, or $$ to $$.",
        "At 10:30:45 and at 10:30: nothing. Note: so: it was :a: and ratio 1:2:3. C::d and ::1. (:de:Bern)",
        "Born ~1921, died ~1925, 3~5, 1~2~3 and ~/voss, a~b. 안녕~반가워~하하",
        "x^2 + y^2 = z^2, 2^3^4, ^_^ and ^^ and a ^ b ^ c.",
        "a == b == c, a==b==c, 1+1, C++ and C++, ==, ===, == x, x ++ y ++ z.",
        "He [sic] said “[it] was late”[1] [2] and [1][2], [sic][1], [a] [b], [x] and [ ] and [[",
        "It is {not} {1921} {} {a, b} and }} f{x} {{ open {Anna Voss} {#} {1=2}",
        "C:\\Users\\anna, either\\or, \\o/, \\n, \\\\newpage and \\\\server\\share.",
        "\\[\\[Wiki\\]\\], \\$x$, \\==late==, m\\^2^, H\\~2~O, \\:smile:, \\{{x}}, \\{#id}, \\[a][b]",
        "`H~2~O $x$ [[a]] {{b}} \\newpage :smile:`",
        "<https://example.org/a$b$/{{x}}/~c~d/:smile:> and https://example.org/~anna~b/?a==b==c",
        "She wrote: “so”. +49 30 123 and ++. He is A+ and B++.",
        "- [x](#x) and so\n- [a]() b",
        "```\n::: note\n$$\n- [ ] \\newpage\n```",
        "| a |\n| --- |\n| $5 and $10 |",
        "| a |\n| --- |\n| b |\n\n: Clocks",
        "a | b\n--- | ---\nc | d\n\n: Clocks",
        "Clock\n\\: A machine: it strikes :\nit does",
        "H<sub>2</sub>O, m<sup>2</sup>, ~~late~~",
        "## Words {#words}",
        "成立~1921~年 ^ 年",
        "M*A*S*H, 2*3*4, un*frigging*believable, *Pravda*s and *“Pravda”* here",
        "The price* rose, other* too; * a * and 5 * 3; snake_case_name, a_b and __init__ and _",
        "https://example.org/_a_b and <https://example.org/*a*b>, \\*“a”\\*s and `*“a”*s`",
    ] {
        assert_eq!(found(text, Voice::Author), [], "{text}");
    }
}

#[test]
fn other_texts_are_told_what_they_may_hold() {
    for (text, help) in [
        ("5 m^2^", "write ²; if it is text, write \\^"),
        ("H~2~O", "write ₂; if it is text, write \\~"),
        ("10^th^", "write it without marks; if it is text, write \\^"),
        ("==late==", "for words that stand out write *…*; if it is text, write \\=\\="),
        ("[[voss|Anna]]", "write [Anna](#id) with the id of what it leads to; if it is text, write \\["),
        ("late {.note}", "remove it; nothing here is given an id or a class; if it is text, write \\{"),
    ] {
        for voice in [Voice::Editors, Voice::Log, Voice::Notes] {
            let found = found(text, voice);
            let helps: Vec<_> = found.iter().map(|(_, _, help)| help.as_str()).collect();
            assert!(helps.contains(&help), "{text}: {found:?}");
        }
    }
}

#[test]
fn long_texts_are_read_in_reasonable_time() {
    for sign in ["$", "[", "[[", "{", "{{", ":", "^", "=", "+", "\\a", "$$", "a~", "- [ ", "🙂$"] {
        let text = sign.repeat(5_000);
        found(&text, Voice::Author);
        found(&format!("{text} 🙂 {text}"), Voice::Editors);
    }
}
