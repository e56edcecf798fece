//! The word before a stop: an initial, an ordinal, a part of a date.

use super::OPENING;
use crate::abbreviations::Conventions;
use crate::whole_words::{is_solid, is_unspaced};

/// The number of parts of an abbreviation before its last one.
const PARTS: usize = 2;

/// Returns the text before the last word, and the last word.
pub(super) fn last_word(text: &str) -> (&str, &str) {
    let mut start = text.rfind(|letter: char| letter.is_whitespace() || OPENING.contains(&letter) && letter != '-');
    // In a script without spaces, nothing separates a foreign word from what precedes it.
    if text.ends_with(has_case) {
        start = start.max(text.rfind(|letter| is_unspaced(letter) || is_solid(letter) && !has_case(letter)));
    }
    let start = start.map_or(0, |at| at + text[at..].chars().next().map_or(0, char::len_utf8));
    text.split_at(start)
}

/// Reports whether a word consists of initials: a single letter, letters joined by hyphens, or groups of up to three letters
/// with stops between them, as in `U.S`.
pub(super) fn is_initials(word: &str) -> bool {
    let is_part = |part: &str| (1..=3).contains(&part.chars().count()) && part.chars().all(char::is_alphabetic);
    let is_spaced = |letter: char| letter.is_alphabetic() && !is_unspaced(letter) && !is_solid(letter);
    let is_letter = word.chars().count() == 1 && word.chars().all(|letter| has_case(letter) || is_spaced(letter));
    is_letter
        || word.contains(['.', '-'])
            && word.split(['.', '-']).filter(|part| !part.is_empty()).all(is_part)
            && word.contains('.')
        || word.split('-').all(|part| part.chars().count() == 1 && part.chars().all(has_case)) && !word.is_empty()
}

pub(super) fn has_case(letter: char) -> bool {
    letter.is_lowercase() || letter.is_uppercase()
}

/// Reports whether a number with a stop is an ordinal, as for a day, a century or a ruler. A year is not.
pub(super) fn is_ordinal(word: &str) -> bool {
    let is_number = word.len() <= 2 && !word.is_empty() && word.bytes().all(|byte| byte.is_ascii_digit());
    is_number || !word.is_empty() && word.len() <= 5 && word.bytes().all(|byte| b"IVXLC".contains(&byte))
}

/// Reports whether a number with a stop, followed by another number, is part of a date: `2. 3. 1900`, `2. III. 1900`.
pub(super) fn is_within_date(rest: &str, word: &str, next: &str) -> bool {
    let digits = |text: &str| text.bytes().take_while(u8::is_ascii_digit).count();
    let is_day = |word: &str| (1..=2).contains(&word.len()) && digits(word) == word.len();
    if !is_ordinal(word) {
        return false;
    }
    let count = digits(next);
    // A day before a month that is followed by a year or by the rest of the sentence.
    let is_month = (1..=2).contains(&count)
        && next[count..].strip_prefix('.').is_some_and(|rest| {
            rest.trim_start().starts_with(|next: char| next.is_ascii_digit() || next.is_lowercase())
        });
    // A month between a day and a year.
    let day = rest.trim_end().strip_suffix('.').map(|before| last_word(before).1);
    is_day(word) && is_month || (2..=4).contains(&count) && day.is_some_and(is_day)
}

/// Reports whether a text ends with an abbreviation after which no sentence ends. Blanks may separate its parts: `z. B`.
pub(super) fn is_never_last(text: &str, conventions: &Conventions) -> bool {
    let (mut rest, word) = last_word(text);
    // In “Brig.-Gen.”, the last part decides.
    if conventions.is_title(word) || word.rsplit('-').next().is_some_and(|last| conventions.is_title(last)) {
        return true;
    }
    let mut joined = word.to_owned();
    for _ in 0..PARTS {
        let Some(earlier) = rest.strip_suffix(char::is_whitespace).and_then(|rest| rest.strip_suffix('.')) else {
            break;
        };
        let (before, part) = last_word(earlier);
        joined = format!("{part}.{joined}");
        if conventions.is_title(&joined) {
            return true;
        }
        rest = before;
    }
    false
}

pub(super) fn is_greek(letter: char) -> bool {
    matches!(letter, '\u{370}'..='\u{3ff}' | '\u{1f00}'..='\u{1fff}')
}

/// Reports whether a letter is Thai or Lao.
pub(super) fn is_thai(letter: char) -> bool {
    matches!(letter, '\u{e00}'..='\u{eff}')
}
