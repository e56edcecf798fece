//! Finds where sentences begin.
//!
//! In scripts that separate words by spaces, the rules below decide which stops end a sentence, because UAX #29 ends a
//! sentence at every “Dr.”, and libraries that implement it, such as `icu_segmenter`, have no lists of abbreviations. All
//! other sentence ends are those of UAX #29.

use std::collections::BTreeSet;
use std::ops::Range;

use unicode_segmentation::UnicodeSegmentation;

use crate::abbreviations::Conventions;
use crate::months;

mod quoted;
mod word;

use word::{has_case, is_initials, is_never_last, is_ordinal, is_within_date, last_word};

/// Marks that end a sentence if whitespace follows.
const STOPS: &[char] = &['.', '!', '?', '…', '؟', '۔', '।', '॥', '։', '።', '‽', '⁇', '⁈', '⁉'];
/// The question marks of Greek. Elsewhere, the first is a semicolon.
const GREEK: &[char] = &[';', '\u{37e}'];
/// Characters that may stand between a stop and the whitespace after it.
const CLOSING: &[char] = &[
    '”', '“', '’', '‘', '"', '\'', ')', ']', '}', '»', '«', '›', '‹', '†', '‡', '*', '」', '』', '）', '】', '》', '〉',
];
/// Characters that may stand between that whitespace and the first word.
const OPENING: &[char] = &[
    '“', '„', '”', '‘', '‚', '’', '"', '\'', '(', '[', '{', '«', '»', '‹', '›', '¿', '¡', '—', '–', '-', ' ', '\u{a0}',
    '\u{202f}',
];
/// Opening marks in scripts written without spaces.
const UNSPACED_OPENING: &[char] = &['“', '‘', '「', '『', '《', '〈', '（', '【', '〔', '[', '('];
/// The minimum length, in letters, of a word that is not taken for an abbreviation if a stop and a number follow it.
const LONG: usize = 5;
/// The maximum length, in characters, of the label of a note, as in `[12–14]`.
const LABEL: usize = 9;

/// Returns the byte offsets at which sentences begin, and the end of the text. `language` is the language tag of the text,
/// and `set` the ranges of words that are set apart, as titles of books are.
pub(crate) fn bounds(words: &str, language: &str, set: &[Range<usize>]) -> Vec<usize> {
    let conventions = Conventions::of(language);
    // A line break does not end a sentence.
    let text = words.replace('\n', " ");
    let by_rule: BTreeSet<usize> = text.split_sentence_bound_indices().map(|(at, _)| at).collect();
    let mut bounds: BTreeSet<usize> = by_rule.iter().filter_map(|at| settled(&text, *at)).collect();
    let mut at = 0;
    while let Some(found) = text[at..].find(|letter| STOPS.contains(&letter) || GREEK.contains(&letter)) {
        let stop = at + found;
        at = stop + run_of_stops(&text[stop..]);
        let next = after_closing(&text, at);
        let blank = text[next..].len() - text[next..].trim_start().len();
        let begin = next + blank;
        if blank > 0
            && begin < text.len()
            && ends_sentence(&text, stop..at, begin, by_rule.contains(&begin), conventions)
            && !quoted::goes_on(&text, stop..at, next, begin, set, conventions)
        {
            bounds.insert(begin);
        }
    }
    bounds.extend([0, text.len()]);
    bounds.into_iter().collect()
}

/// Returns where a sentence begins that UAX #29 begins at an offset, or `None` if the rules for stops decide about it or it
/// goes on there.
fn settled(text: &str, at: usize) -> Option<usize> {
    let is_between = |letter: char| !letter.is_alphanumeric() && !STOPS.contains(&letter);
    // A mark that opens a quotation belongs to the sentence after it.
    let before = text[..at].trim_end_matches(UNSPACED_OPENING);
    let is_stopped = text[..at].trim_end_matches(is_between).ends_with(STOPS);
    // The wide stop of `Ｊ．Ｒ．` and `１．`.
    let is_numbered =
        before.strip_suffix('．').is_some_and(|word| word.ends_with(|last: char| has_case(last) || last.is_numeric()));
    // “…”, she said: Japanese says so with a particle.
    let is_quoted = before.ends_with(['」', '』']) && text[before.len()..].starts_with(['と', 'っ', 'を']);
    // A stop within the title of a work is a part of it.
    if is_stopped || is_numbered || is_quoted || before.ends_with(['》', '〉']) {
        return None;
    }
    // The mark of a note belongs to the sentence before it.
    let rest = &text[before.len()..];
    let marked = without_mark(rest.trim_start_matches(['*', '†', '‡']));
    let is_after = before.ends_with(|last: char| !last.is_whitespace());
    Some(if is_after && marked.len() < rest.len() { text.len() - marked.trim_start().len() } else { before.len() })
}

/// Returns the length of the stops that a text begins with. Blanks may separate those of an ellipsis: `. . .`.
fn run_of_stops(text: &str) -> usize {
    let first = text.chars().next().map_or(0, char::len_utf8);
    let mut rest = text[first..].trim_start_matches(STOPS);
    while let Some(after) = rest.strip_prefix([' ', '\u{a0}', '\u{202f}']).and_then(|rest| rest.strip_prefix('.')) {
        if after.starts_with(char::is_alphanumeric) {
            break;
        }
        rest = after.trim_start_matches(STOPS);
    }
    text.len() - rest.len()
}

/// Returns a text without the marks of notes at its beginning: raised numbers, or a label in brackets.
fn without_mark(text: &str) -> &str {
    let is_raised = |letter| ('⁰'..='⁻').contains(&letter) || "¹²³".contains(letter);
    let raised = text.trim_start_matches(is_raised);
    let is_label = |label: &&str| {
        let is_letter = |letter: char| letter.is_alphanumeric();
        let is_number = |letter: char| letter.is_numeric() || ", –-".contains(letter);
        let length = label.chars().count();
        (1..=4).contains(&length) && label.chars().all(is_letter)
            || (1..=LABEL).contains(&length) && label.starts_with(char::is_numeric) && label.chars().all(is_number)
    };
    let labeled = raised.strip_prefix('[').and_then(|inner| inner.split_once(']')).filter(|(label, _)| is_label(label));
    labeled.map_or(raised, |(_, after)| after)
}

/// Returns the offset after everything that closes a sentence after its stop: quotation marks, brackets and note references.
fn after_closing(text: &str, mut at: usize) -> usize {
    loop {
        let rest = &text[at..];
        let closed = without_mark(rest.trim_start_matches(CLOSING));
        // French puts a space before the closing mark.
        let quoted = closed.trim_start().strip_prefix(['»', '›']);
        let is_end = |after: &&str| !after.starts_with(char::is_alphanumeric);
        let closed = quoted.filter(is_end).unwrap_or(closed);
        if closed.len() == rest.len() {
            return at;
        }
        at = text.len() - closed.len();
    }
}

/// Reports whether the stops in a range end a sentence, if what follows begins at `begin`. `by_rule` says whether UAX #29
/// ends one there.
fn ends_sentence(text: &str, stops: Range<usize>, begin: usize, by_rule: bool, conventions: &Conventions) -> bool {
    let before = &text[..stops.start];
    let next = text[begin..].trim_start_matches(OPENING);
    let Some(first) = next.chars().next() else { return false };
    if first.is_lowercase() {
        return false;
    }
    let run = &text[stops];
    if run.starts_with(GREEK) {
        return before.ends_with(word::is_greek) && word::is_greek(first);
    }
    let dots = run.matches('.').count();
    let is_pause = run.contains('…') || dots > 1 && run.chars().all(|letter| letter == '.' || letter.is_whitespace());
    if is_pause && before.ends_with(char::is_whitespace) {
        return is_starter(next, conventions);
    }
    if run != "." {
        return true;
    }
    let (rest, word) = last_word(before);
    let letters = word.chars().rev().take_while(|letter| letter.is_alphabetic()).count();
    // Thai and Lao write stops after abbreviations alone.
    if is_never_last(before, conventions) || before.ends_with(word::is_thai) && word::is_thai(first) {
        return false;
    }
    let number = &next[..next.find(|letter: char| !letter.is_alphabetic()).unwrap_or(next.len())];
    let is_roman = !number.is_empty() && number.bytes().all(|byte| b"IVXLC".contains(&byte));
    if conventions.is_numbered(word) && is_roman && !conventions.is_starter(number) {
        return false;
    }
    if first.is_numeric() {
        if is_within_date(rest, word, next) {
            return false;
        }
        let is_year = letters == 0 && word.len() == "1921".len() && word.bytes().all(|byte| byte.is_ascii_digit());
        if is_year {
            return true;
        }
        let is_short = conventions.is_numbered(word) || conventions.is_abbreviation(word) || is_initials(word);
        return !is_short && (letters >= LONG || by_rule);
    }
    // In scripts without case, a word that begins sentences may also occur within them.
    if word.contains('.') && is_initials(word) && !has_case(first) && first.is_alphabetic() {
        return false;
    }
    if is_initials(word) {
        let is_counted = ["I", "V", "X"].contains(&word) && conventions.is_counted(last_word(rest.trim_end()).1);
        return is_counted || is_starter(next, conventions);
    }
    let is_ordinal = is_ordinal(word) && (conventions.ordinals || months::is_german(next, rest));
    if is_ordinal || conventions.is_abbreviation(word) {
        return is_starter(next, conventions);
    }
    true
}

/// Reports whether a text begins with a word that typically begins sentences. A word with a stop is an initial instead.
fn is_starter(text: &str, conventions: &Conventions) -> bool {
    let end = text.find(|letter: char| !letter.is_alphabetic()).unwrap_or(text.len());
    !text[end..].starts_with('.') && conventions.is_starter(&text[..end])
}

#[cfg(test)]
mod tests;
