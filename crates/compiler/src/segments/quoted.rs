//! Quoted words and titles that end with a question mark or an exclamation mark, within a sentence that goes on: “Who goes
//! there?” Lenin asked. In *What Is to Be Done?* Lenin answers.

use std::ops::Range;

use super::is_starter;
use super::word::last_word;
use crate::abbreviations::Conventions;

/// Marks that open a quotation.
const OPEN: &[char] = &['“', '„', '«', '»', '‘', '‚', '"', '‹', '›'];
/// Marks that close one.
const CLOSE: &[char] = &['”', '“', '»', '«', '’', '‘', '"', '›', '‹'];
/// How many words of a name may precede the verb that says who spoke.
const NAME: usize = 3;

/// Reports whether a sentence goes on after the stops in a range, because they end quoted words or a title. What closes these
/// ends at `closed`, and what follows begins at `begin`. `set` has the ranges of words that are set apart.
pub(super) fn goes_on(
    text: &str,
    stops: Range<usize>,
    closed: usize,
    begin: usize,
    set: &[Range<usize>],
    conventions: &Conventions,
) -> bool {
    if !text[stops.clone()].ends_with(['?', '!', '‽']) {
        return false;
    }
    let quoted = text[stops.end..closed].contains(CLOSE).then(|| text[..stops.start].rfind(OPEN)).flatten();
    let apart = set.iter().find(|range| stops.end <= range.end && range.end <= closed).map(|range| range.start);
    let Some(open) = quoted.into_iter().chain(apart).min() else { return false };
    let next = &text[begin..];
    if is_starter(next, conventions) {
        return false;
    }
    is_said(next, conventions) || is_title(&text[..open], conventions)
}

/// Reports whether a text begins with a name and a verb of saying.
fn is_said(next: &str, conventions: &Conventions) -> bool {
    let mut words = next.split_whitespace();
    for _ in 0..NAME {
        let Some(word) = words.next() else { return false };
        let is_initial = word.chars().count() == 2 && word.ends_with('.');
        let is_name = word.starts_with(char::is_uppercase) && (is_initial || word.ends_with(char::is_alphabetic));
        if !is_name {
            return false;
        }
        let verb = words.clone().next().unwrap_or_default();
        if conventions.is_saying(verb.trim_end_matches(|letter: char| !letter.is_alphabetic())) {
            return true;
        }
    }
    false
}

/// Reports whether words after this text are a title or a term rather than speech: it is a part of a sentence, and ends
/// neither with a mark nor with a verb of saying.
fn is_title(before: &str, conventions: &Conventions) -> bool {
    let sentence = before.trim_end();
    let word = last_word(sentence).1;
    sentence.len() < before.len() && word.ends_with(char::is_alphabetic) && !conventions.is_saying(word)
}
