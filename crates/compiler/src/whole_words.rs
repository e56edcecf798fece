//! Whether words in a text are whole, judging by the characters around them.

use std::ops::Range;

use crate::folded::{is_apostrophe, is_hyphen};

/// Words that end in an apostrophe before a name, in the languages that elide.
const ELIDED: [(&str, &str); 3] = [
    ("fr", "l d j m n s t c qu jusqu lorsqu puisqu quoiqu presqu"),
    ("it", "l un d c m t s v n dell all dall nell sull coll quell quest sant anch"),
    ("ca", "l d s n m t"),
];
/// What may follow a name and an apostrophe in English.
const CONTRACTED: &str = "s d ll ve re m";
/// Particles that Korean attaches to a name.
const PARTICLES: &str = "은 는 이 가 을 를 의 에 에서 에게 에게서 한테 께 께서 께서는 와 과 도 만 로 으로 로서 으로서 부터 까지 처럼 보다 나 이나 며 이며 고 이고 라고 \
     이라고 하고 조차 마저 들 들은 들이 라는 이라는 이다 였다 이었다";
/// Letters that Arabic and Hebrew write before a name, in one word with it, for “and”, “in”, “to”, “like” and so on.
const PROCLITICS: &[char] = &['و', 'ف', 'ب', 'ك', 'ل', 'ו', 'ב', 'ל', 'כ', 'ה', 'מ', 'ש'];

/// Reports whether the words in a range are whole, in a text of the given language. Joiners are not boundaries: neither
/// “Anne” nor “Marie” is whole in “Anne-Marie”, nor is “Neil” in “O’Neil”.
pub(crate) fn is_whole(text: &str, range: &Range<usize>, language: &str) -> bool {
    let (before, words, after) = (&text[..range.start], &text[range.clone()], &text[range.end..]);
    let language = language.split('-').next().unwrap_or_default();
    begins(before, words, language) && ends(words, after, language)
}

fn begins(before: &str, words: &str, language: &str) -> bool {
    let Some(first) = words.chars().next() else { return false };
    let Some(last) = before.chars().next_back() else { return true };
    if is_apart(last, first) {
        return true;
    }
    if is_letter(last) {
        let word = &before[before.trim_end_matches(is_letter).len()..];
        return word.chars().count() <= 2 && word.chars().all(|letter| PROCLITICS.contains(&letter));
    }
    let Some(joined) = before.strip_suffix(is_joiner).filter(|joined| joined.ends_with(is_letter)) else { return true };
    let word = joined[joined.trim_end_matches(is_letter).len()..].to_lowercase();
    !is_hyphen(last) && ELIDED.iter().any(|(known, words)| *known == language && has(words, &word))
}

fn ends(words: &str, after: &str, language: &str) -> bool {
    let Some(last) = words.chars().next_back() else { return false };
    let Some(next) = after.chars().next() else { return true };
    if is_apart(last, next) {
        return true;
    }
    let word = |text: &str| text[..text.find(|letter| !is_letter(letter)).unwrap_or(text.len())].to_owned();
    if is_letter(next) {
        return is_hangul(last) && has(PARTICLES, &word(after));
    }
    let Some(joined) = after.strip_prefix(is_joiner).filter(|joined| joined.starts_with(is_letter)) else {
        return true;
    };
    if is_hyphen(next) {
        return false;
    }
    match language {
        "tr" | "az" => joined.starts_with(char::is_lowercase),
        _ => has(CONTRACTED, &word(joined)),
    }
}

fn has(list: &str, word: &str) -> bool {
    list.split(' ').any(|known| known == word)
}

/// Reports whether a character joins words if there are letters on both sides.
fn is_joiner(letter: char) -> bool {
    is_hyphen(letter) || is_apostrophe(letter)
}

/// Reports whether a character belongs to a word. To Unicode, some apostrophes are letters, and the raised numbers of notes
/// are numbers.
fn is_letter(letter: char) -> bool {
    letter.is_alphanumeric() && !is_joiner(letter) && !matches!(letter, '¹' | '²' | '³' | '⁰'..='⁹' | '①'..='⓿')
}

fn is_hangul(letter: char) -> bool {
    matches!(letter, '\u{ac00}'..='\u{d7a3}' | '\u{1100}'..='\u{11ff}')
}

/// Reports whether two adjacent letters may belong to different words, because one of them is of a script written without
/// spaces. A word in katakana continues as long as the katakana does.
fn is_apart(one: char, other: char) -> bool {
    let is_katakana =
        |letter| matches!(letter, '\u{30a0}'..='\u{30ff}' | '\u{31f0}'..='\u{31ff}' | '\u{ff66}'..='\u{ff9f}');
    is_unspaced(one) || is_unspaced(other) || is_katakana(one) != is_katakana(other)
}

/// Reports whether a letter or a mark is one of Chinese or Japanese, between which a line break of a file is no space.
pub(crate) fn is_solid(letter: char) -> bool {
    matches!(letter, '\u{2e80}'..='\u{30ff}' | '\u{31f0}'..='\u{31ff}' | '\u{3400}'..='\u{9fff}' | '\u{f900}'..='\u{faff}'
        | '\u{ff00}'..='\u{ff9f}' | '\u{20000}'..='\u{3ffff}')
}

/// Reports whether a letter is of a script written without spaces between words. Katakana are none of them, because they
/// write the words of other languages, which stand out from the others.
pub(crate) fn is_unspaced(letter: char) -> bool {
    matches!(letter,
        '\u{2e80}'..='\u{2fdf}' | '\u{3005}'..='\u{3007}' | '\u{3021}'..='\u{309f}' | '\u{3400}'..='\u{4dbf}'
        | '\u{4e00}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3ffff}'
        // Thai, Lao, Myanmar, Khmer.
        | '\u{e00}'..='\u{eff}' | '\u{1000}'..='\u{109f}' | '\u{1780}'..='\u{17ff}')
}
