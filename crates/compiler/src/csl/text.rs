//! Text of CSL-JSON: the markup that its titles may contain, and the words whose capitals no citation style may change.
//!
//! A style passes text through without carrying markup, and sets titles in title case. Markup is therefore replaced by
//! characters of a private-use plane, and letters that must keep their case are moved to another; [`runs`] converts both
//! back.

use palimpsest_story::Mark;
use palimpsest_story::csl::{Markup, Token, tokens};

use crate::csl::case::{Case, cases};

/// The character that stands for the beginning of italics. Here and below, the next code point stands for the end.
const ITALIC: char = '\u{100000}';
const BOLD: char = '\u{100002}';
const RAISED: char = '\u{100004}';
const LOWERED: char = '\u{100006}';

/// The offset of the plane to which letters are moved.
const PLANE: u32 = 0xF_0000;

/// Returns the character that stands for the beginning of markup. There is none for small capitals and for `nocase`, which
/// protects all of its words.
fn stand_in(markup: Markup) -> Option<char> {
    match markup {
        Markup::Italic => Some(ITALIC),
        Markup::Bold => Some(BOLD),
        Markup::Superscript => Some(RAISED),
        Markup::Subscript => Some(LOWERED),
        Markup::SmallCapitals | Markup::NoCase => None,
    }
}

/// Particles of names, which stay in lowercase before a name. None of them is an English word.
const PARTICLES: [&str; 24] = [
    "af", "al", "av", "da", "de", "degli", "dei", "del", "della", "der", "di", "dos", "du", "el", "ibn", "la", "le",
    "van", "vom", "von", "y", "zu", "zum", "zur",
];

/// The emphasis that a style or the markup of a title gives to words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Emphasis {
    Stress,
    Strong,
}

impl From<Emphasis> for Mark {
    fn from(emphasis: Emphasis) -> Self {
        match emphasis {
            Emphasis::Stress => Self::Stress,
            Emphasis::Strong => Self::Strong,
        }
    }
}

/// A character of a text, and whether it belongs to markup or is inside it.
type Marked = (char, bool);

/// Returns the text without its markup.
pub(crate) fn plain(text: &str) -> String {
    parsed(text).into_iter().filter(|(letter, _)| !is_mark(*letter)).map(|(letter, _)| letter).collect()
}

/// Returns the first tag in a text that is printed as it is written, because CSL has no such markup or because it is not
/// closed.
pub(crate) fn printed_tag(text: &str) -> Option<String> {
    let shown = plain(text);
    let mut tags = shown.match_indices('<').filter_map(|(at, _)| {
        let inner = &shown[at + 1..];
        let inner = &inner[..inner.find(['<', '>']).filter(|end| inner[*end..].starts_with('>'))?];
        let name = inner.trim_start_matches('/');
        (name.starts_with(|first: char| first.is_ascii_alphabetic()) && !name.contains('@'))
            .then(|| format!("<{inner}>"))
    });
    tags.next()
}

/// Returns the first of what programs write in the place of characters that a text still has: TeX, or a character reference
/// of no known name.
pub(crate) fn printed_code(text: &str) -> Option<String> {
    let shown = plain(text);
    let command = shown.find('\\').map(|at| {
        let name = shown[at + 1..].find(|letter: char| !letter.is_ascii_alphabetic()).unwrap_or(shown.len() - at - 1);
        let mark = shown[at + 1..].chars().next().filter(|_| name == 0).map_or(0, char::len_utf8);
        &shown[at..at + 1 + name + mark]
    });
    let between = |open: char, close: char| {
        let (at, _) = shown.match_indices(open).next()?;
        let end = at + 1 + shown[at + 1..].find(close)?;
        Some(&shown[at..=end])
    };
    let math = between('$', '$').filter(|math| math.contains(['^', '_', '{', '\\']));
    let reference = between('&', ';').filter(|name| {
        let inner = name.trim_matches(['&', ';', '#']);
        !inner.is_empty() && inner.chars().all(|letter| letter.is_ascii_alphanumeric())
    });
    command.or(math).or_else(|| between('{', '}')).or(reference).map(str::to_owned)
}

/// Returns the text in the form that is passed to a style, with stand-ins for markup, for letters that keep their case, and
/// for quotation marks. The library drops a mark if the style's own mark of the same form follows: `“Operatsiia “Utka””`
/// would end with a single mark. In English, the library uses quotation marks to decide which words to capitalize, so only a
/// mark at the end is replaced, and the other double marks are preceded by [`OWN`]. `is_cased` says whether the library
/// gives the title the capitals of English ones.
pub(crate) fn protected(text: &str, is_english: bool, is_cased: bool) -> String {
    let letters = parsed(text);
    let ends = |letter: char| letter.is_whitespace() || "-–—/".contains(letter);
    let words: Vec<&[Marked]> = letters.split_inclusive(|(letter, _)| ends(*letter)).collect();
    let written =
        |word: &&[Marked]| word.iter().map(|(letter, _)| *letter).filter(|letter| !is_mark(*letter)).collect();
    let cases = if is_cased { cases(&words.iter().map(written).collect::<Vec<String>>()) } else { Vec::new() };
    let mut protected = String::new();
    for (position, word) in words.iter().enumerate() {
        let next = words.get(position + 1).copied().unwrap_or_default();
        let letters = word.iter().map(|(letter, _)| *letter);
        if keeps_its_case(word, next) {
            protected.extend(letters.map(moved));
            continue;
        }
        match cases.get(position) {
            None | Some(Case::Left) => protected.extend(letters),
            Some(Case::Small) => protected.extend(letters.flat_map(char::to_lowercase).map(moved)),
            Some(Case::Capital) => {
                let first = letters.clone().position(char::is_alphanumeric);
                for (at, letter) in letters.enumerate() {
                    let upper = letter.to_uppercase().next().filter(|_| Some(at) == first);
                    protected.push(moved(upper.unwrap_or(letter)));
                }
            }
        }
    }
    let last = protected.char_indices().rev().find(|(_, letter)| !is_mark(*letter)).map(|(at, _)| at);
    let mut marked = String::new();
    for (at, letter) in protected.char_indices() {
        let is_quotation = is_quotation(letter);
        if is_quotation && (!is_english || Some(at) == last) {
            marked.push(away(letter));
        } else {
            marked.extend((is_quotation && letter != '’' && letter != '‘').then_some(OWN));
            marked.push(letter);
        }
    }
    marked
}

/// The character that is put before a quotation mark of a title to tell it apart from those of the style.
pub(crate) const OWN: char = '"';

/// Reports whether a character is a quotation mark that may surround the title of a work.
fn is_quotation(letter: char) -> bool {
    "“”„‟«»\"‘’「」『』《》〈〉".contains(letter)
}

/// Reports whether a word keeps its case: because markup touches it, because it has a capital after its first letter
/// (`iPhone`, `O’Neil`, `U.S.S.R.`), or because it is the particle of a name or the “v.” of a court case.
fn keeps_its_case(word: &[Marked], next: &[Marked]) -> bool {
    let mut letters = word.iter().map(|(letter, _)| *letter).filter(|letter| letter.is_alphanumeric());
    let begins_large = |word: &[Marked]| {
        word.iter().map(|(letter, _)| *letter).find(|letter| letter.is_alphanumeric()).is_some_and(char::is_uppercase)
    };
    let bare: String = letters.clone().collect();
    let written: String = word.iter().map(|(letter, _)| *letter).collect();
    // The abbreviation between the parties of a court case.
    let is_versus = ["v.", "vs."].contains(&written.trim_end());
    let is_particle = (PARTICLES.contains(&bare.as_str()) || is_versus) && begins_large(next);
    letters.next();
    // Only English titles have capitals, and no word of them is in another script.
    let is_other =
        |letter: char| letter.is_alphabetic() && letter > '\u{36f}' && !('\u{1e00}'..='\u{1eff}').contains(&letter);
    bare.contains(is_other) || is_particle || letters.any(char::is_uppercase) || word.iter().any(|(_, marked)| *marked)
}

/// Converts what a style printed into runs of words. `emphasis` is the emphasis that the style gave to the whole. Italics
/// within italics are upright.
pub(crate) fn runs(printed: &str, emphasis: Option<Emphasis>) -> Vec<(String, Option<Emphasis>)> {
    let mut runs: Vec<(String, Option<Emphasis>)> = Vec::new();
    let (mut italic, mut bold, mut raised, mut lowered) = (0_usize, 0_usize, 0_usize, 0_usize);
    for letter in printed.chars() {
        let depth = match letter {
            '\u{100000}' | '\u{100001}' => &mut italic,
            '\u{100002}' | '\u{100003}' => &mut bold,
            '\u{100004}' | '\u{100005}' => &mut raised,
            '\u{100006}' | '\u{100007}' => &mut lowered,
            letter => {
                let letter = back(letter);
                let letter = if raised > 0 { superscript(letter) } else { letter };
                let letter = if lowered > 0 { subscript(letter) } else { letter };
                let stressed = (emphasis == Some(Emphasis::Stress)) != (italic % 2 == 1);
                let emphasis = match emphasis {
                    Some(Emphasis::Strong) => Some(Emphasis::Strong),
                    _ if bold > 0 => Some(Emphasis::Strong),
                    _ => stressed.then_some(Emphasis::Stress),
                };
                match runs.last_mut() {
                    Some((run, last)) if *last == emphasis => run.push(letter),
                    _ => runs.push((letter.to_string(), emphasis)),
                }
                continue;
            }
        };
        *depth = if u32::from(letter).is_multiple_of(2) { *depth + 1 } else { depth.saturating_sub(1) };
    }
    runs
}

/// Returns what a style printed, as plain words.
pub(crate) fn words(printed: &str) -> String {
    runs(printed, None).into_iter().map(|(run, _)| run).collect()
}

/// Parses markup and character references. A text whose markup does not nest is kept as it is written.
fn parsed(text: &str) -> Vec<Marked> {
    let mut depth = 0_usize;
    let mut letters = Vec::new();
    for token in tokens(text) {
        match token {
            Token::Letter(letter) => {
                let own = if u32::from(letter) >= PLANE { char::REPLACEMENT_CHARACTER } else { letter };
                letters.push((own, depth > 0));
            }
            Token::Start(markup) => {
                depth += 1;
                letters.extend(stand_in(markup).map(|mark| (mark, true)));
            }
            Token::End(markup) => {
                depth = depth.saturating_sub(1);
                // The end of markup is the code point after its beginning, which always exists.
                let mark = stand_in(markup).and_then(|mark| char::from_u32(u32::from(mark) + 1));
                letters.extend(mark.map(|mark| (mark, true)));
            }
        }
    }
    letters
}

fn is_mark(letter: char) -> bool {
    u32::from(letter) >= 0x10_0000
}

/// Moves a letter that has a case to the plane where no style recognizes it.
fn moved(letter: char) -> char {
    if letter.is_lowercase() || letter.is_uppercase() { away(letter) } else { letter }
}

/// Moves a letter to the plane of letters that stay as they are, if it fits there.
fn away(letter: char) -> char {
    let moved = char::from_u32(u32::from(letter) + PLANE);
    moved.filter(|moved| u32::from(*moved) < 0x10_0000).unwrap_or(letter)
}

/// Returns the original of a letter that was moved, and any other letter unchanged.
pub(crate) fn back(letter: char) -> char {
    u32::from(letter).checked_sub(PLANE).and_then(char::from_u32).unwrap_or(letter)
}

/// Returns the superscript form of a letter, or the letter itself if there is none.
fn superscript(letter: char) -> char {
    counterpart(letter, "0123456789+-−=()in", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ⁱⁿ")
}

/// Returns the subscript form of a letter, or the letter itself if there is none.
fn subscript(letter: char) -> char {
    counterpart(letter, "0123456789+-−=()", "₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎")
}

fn counterpart(letter: char, from: &str, to: &str) -> char {
    from.chars().position(|known| known == letter).and_then(|at| to.chars().nth(at)).unwrap_or(letter)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(text: &str, emphasis: Option<Emphasis>) -> String {
        let mark = |(run, emphasis): (String, Option<Emphasis>)| match emphasis {
            None => run,
            Some(Emphasis::Stress) => format!("_{run}_"),
            Some(Emphasis::Strong) => format!("*{run}*"),
        };
        runs(&protected(text, true, false), emphasis).into_iter().map(mark).collect()
    }

    #[test]
    fn markup_becomes_emphasis_and_raised_letters() {
        for (text, alone, in_italics) in [
            ("The Battleship <i>Potemkin</i>", "The Battleship _Potemkin_", "_The Battleship _Potemkin"),
            ("H<sub>2</sub>O and 10<sup>-3</sup>", "H₂O and 10⁻³", "_H₂O and 10⁻³_"),
            ("<b><i>a</i></b> < b", "*a* < b", "*a*_ < b_"),
            ("<span class=\"nocase\">iPod</span> &amp; <sc>ad</sc>", "iPod & ad", "_iPod & ad_"),
            ("&lt;I&gt;a&lt;/i&gt; <EM>b</em>", "_a_ _b_", "a_ _b"),
            ("Lenin&#8217;s &#x41; &rsquo;&#x200B;", "Lenin’s A ’&#x200B;", "_Lenin’s A ’&#x200B;_"),
            ("<i>a", "<i>a", "_<i>a_"),
            ("a</i>", "a</i>", "_a</i>_"),
            ("<i>a<b>c</i>d</b>", "<i>a<b>c</i>d</b>", "_<i>a<b>c</i>d</b>_"),
        ] {
            assert_eq!(shown(text, None), alone);
            assert_eq!(shown(text, Some(Emphasis::Stress)), in_italics);
        }
        assert_eq!(plain("The <i>Potemkin</i> &amp; H<sub>2</sub>O"), "The Potemkin & H2O");
    }

    #[test]
    fn tags_that_are_printed_are_found() {
        for (text, tag) in [
            ("The <u>Potemkin</u>", Some("<u>")),
            ("The <i>Potemkin", Some("<i>")),
            ("The Potemkin</i>", Some("</i>")),
            ("<i>The Potemkin</i>", None),
            ("a < b and c > d", None),
            ("1<2>1", None),
            ("<a@example.org>", None),
            ("x < y <br/> z", Some("<br/>")),
            ("<", None),
        ] {
            assert_eq!(printed_tag(text).as_deref(), tag, "{text}");
        }
    }

    #[test]
    fn code_that_is_printed_is_found() {
        for (text, code) in [
            ("{Kronstadt} 1921", Some("{Kronstadt}")),
            (r#"M{\"u}ller"#, Some(r#"\""#)),
            (r"The \emph{Last}", Some(r"\emph")),
            ("The $x^2$", Some("$x^2$")),
            ("The $5 and $6", None),
            ("A &foo; B", Some("&foo;")),
            ("A & B; C &amp; D", None),
            ("\\", Some("\\")),
        ] {
            assert_eq!(printed_code(text).as_deref(), code, "{text}");
        }
    }

    #[test]
    fn letters_of_names_stay_where_no_style_changes_them() {
        let kept = |text: &str| {
            let letters = protected(text, true, false);
            letters.split(' ').map(|word| u32::from(word.chars().next().unwrap_or(' ')) >= PLANE).collect::<Vec<_>>()
        };
        assert_eq!(kept("the U.S.S.R. and iPhone"), [false, true, false, true]);
        assert_eq!(kept("memoirs of Jean van Heijenoort"), [false, false, false, true, false]);
        assert_eq!(kept("the van and O’Neil"), [false, false, false, true]);
        assert_eq!(kept("a <span class=\"nocase\">soviet</span> ship"), [false, true, false]);
    }

    #[test]
    fn private_characters_of_a_title_mean_nothing() {
        assert_eq!(words(&protected("a\u{100000}b\u{F0041}", true, false)), "a\u{FFFD}b\u{FFFD}");
        assert_eq!(plain("<i>\u{100000}"), "<i>\u{FFFD}");
    }
}
