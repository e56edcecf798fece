//! Matching of query terms against the words of a text.

use super::fold::{Folded, Letter, Match};

/// The scores for a match with a whole word, with the beginning of a word, and with letters inside a word. A match in a
/// title counts twice. That is more than any match in a text, except that letters inside a word of a title count less than a
/// whole word of a text.
pub(super) const WHOLE_WORD: u32 = 12;
const PREFIX: u32 = 8;
const INFIX: u32 = 5;
/// The score of a match with typing errors is this value minus the number of errors.
const MISTYPED: u32 = 4;

/// The largest number of letters in a short term.
const SHORT: usize = 4;

/// A term of a query.
pub(super) struct Term<'a> {
    /// The letters of the term.
    pub letters: &'a [Letter],
    /// The letters of this term and the next, if the two are adjacent in the query: “pick-axe” also finds “pickaxe”.
    /// Otherwise empty.
    pub joined: &'a [Letter],
    /// The synonyms of the term.
    pub others: Vec<&'a [Letter]>,
    /// Whether the term stands for a pronoun. It must match, but has almost no weight.
    pub is_pronoun: bool,
    /// The number of typing errors that are forgiven.
    pub typos: u32,
    /// The score of the term's best match in an entry.
    pub score: u32,
}

impl Folded<'_> {
    /// Matches the terms of the query and returns a bit for each term that directly follows the previous term in the text.
    pub fn look(&mut self, terms: &mut [Term], times: u32) -> u32 {
        let (mut before, mut adjacent) = (0, 0);
        // The part of the next word that belongs to a term spanning two words, and the bit of that term.
        let mut rest = (Match::default(), 0);
        for at in 0..self.words.len() {
            let end = self.words.get(at + 1).map(|next| next.last);
            let Some(word) = self.words.get_mut(at) else { break };
            let letters = self.letters.get(word.first..word.last).unwrap_or_default();
            let both = end.and_then(|end| self.letters.get(word.first..end)).unwrap_or_default();
            // The first byte of `-`, and of the hyphens outside ASCII.
            let hyphen = matches!(self.text.as_bytes().get(word.end), Some(b'-' | 0xE2));
            (word.best, word.terms) = std::mem::take(&mut rest);
            // The match that a term shares with the next term.
            let mut shared = Match::default();
            for (index, one) in terms.iter_mut().enumerate() {
                let mut found = compare(one, letters);
                let other = one.letters.len().saturating_sub(letters.len());
                if found.score == 0 && other > 0 && (both == one.letters || hyphen && both.starts_with(one.letters)) {
                    found = Match { score: WHOLE_WORD, first: 0, last: letters.len() };
                    rest = (Match { last: other, ..found }, 1 << index);
                }
                let half = std::mem::take(&mut shared);
                if !one.joined.is_empty() && letters.starts_with(one.joined) {
                    shared = Match { score: WHOLE_WORD, first: 0, last: one.joined.len() };
                    found = shared;
                }
                if half.score > 0 {
                    found = half;
                }
                if found.score > 0 {
                    word.terms |= 1 << index;
                }
                if found.score > word.best.score {
                    word.best = found;
                }
                one.score = one.score.max(found.score * times);
            }
            adjacent |= (before << 1) & word.terms;
            before = word.terms;
        }
        adjacent
    }
}

/// Reports whether a term is also searched for inside words.
pub(super) fn finds_inside(letters: &[Letter]) -> bool {
    letters.len() > SHORT || letters.first().is_some_and(is_written_without_spaces)
}

/// Reports whether a letter belongs to a script without spaces between words: from Thai to Burmese, Khmer, and the scripts
/// of Chinese and Japanese. Korean, which follows them, has spaces, but joins particles to its words.
fn is_written_without_spaces(letter: &Letter) -> bool {
    matches!(letter.code, 0xE00..0x10A0 | 0x1780..0x1800 | 0x2E80..)
}

/// Returns how a term of the query matches a word of a text. Short terms match only whole words and beginnings of words,
/// except in scripts that are written without spaces.
fn compare(term: &Term, word: &[Letter]) -> Match {
    let letters = term.letters;
    let whole = |score| Match { score, first: 0, last: word.len() };
    if word.starts_with(letters) {
        let score = if word.len() == letters.len() { WHOLE_WORD } else { PREFIX };
        return Match { score, first: 0, last: letters.len() };
    }
    let singular = letters.split_last().filter(|(last, stem)| last.code == u32::from(b's') && stem.len() > 2);
    if term.others.contains(&word) || singular.is_some_and(|(_, stem)| stem == word) {
        return whole(PREFIX);
    }
    if finds_inside(letters)
        && let Some(first) = word.windows(letters.len()).position(|part| part == letters)
    {
        return Match { score: INFIX, first, last: first + letters.len() };
    }
    // A reader who makes more than one typing error rarely makes one in the first letter.
    let begins_alike = letters.first() == word.first();
    let typos = (1..=term.typos).find(|typos| (*typos == 1 || begins_alike) && is_near(letters, word, *typos));
    typos.map_or(Match::default(), |typos| whole(MISTYPED - typos))
}

/// Returns the number of typing errors forgiven for a term, increased by `more`. It is 0 for a term that is short or
/// contains digits.
pub(super) fn typos(letters: &[Letter], more: u32) -> u32 {
    if letters.iter().any(|letter| letter.code <= u32::from(b'9')) {
        return 0;
    }
    match letters.len() {
        0..SHORT => 0,
        SHORT => more,
        5..8 => 1 + more,
        _ => 2 + more,
    }
}

/// Reports whether at most `typos` insertions, deletions, replacements and swaps of neighboring letters turn a beginning of
/// the word into the term, with no two of these touching the same position (optimal string alignment).
fn is_near(mut term: &[Letter], mut word: &[Letter], typos: u32) -> bool {
    while let ([a, term_rest @ ..], [b, word_rest @ ..]) = (term, word)
        && a == b
    {
        (term, word) = (term_rest, word_rest);
    }
    let [a, term_rest @ ..] = term else { return true };
    if term.len() > word.len() + typos as usize {
        return false;
    }
    let Some(typos) = typos.checked_sub(1) else { return false };
    if is_near(term_rest, word, typos) {
        return true;
    }
    let [b, word_rest @ ..] = word else { return false };
    if is_near(term_rest, word_rest, typos) || is_near(term, word_rest, typos) {
        return true;
    }
    match (term_rest, word_rest) {
        ([c, term_rest @ ..], [d, word_rest @ ..]) => a == d && b == c && is_near(term_rest, word_rest, typos),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::search::Kind;
    use crate::search::examples::{assert_found, entry, page};

    #[test]
    fn errors_are_forgiven_only_when_nothing_else_is_found() {
        let entries =
            [entry(Kind::Person, "Martov", ""), entry(Kind::Event, "March", ""), entry(Kind::Event, "Marsh", "")];
        assert_found(&entries, &[("march", &[1]), ("march ", &[1]), ("marth", &[0, 1, 2]), ("narsh", &[2])]);
    }

    #[test]
    fn short_words_are_found_in_scripts_without_spaces() {
        let titles = ["สงครามโลกครั้งที่สอง", "ສົງຄາມໂລກ", "1949年毛泽东宣布", "Weltkriege"];
        let entries = titles.map(|title| entry(Kind::Event, title, ""));
        assert_found(&entries, &[("โลก", &[0]), ("ໂລກ", &[1]), ("毛泽东", &[2]), ("krie", &[])]);
    }

    #[test]
    fn fewer_errors_are_better() {
        let entries = [entry(Kind::Person, "Zinoviev", ""), entry(Kind::Person, "Zinovyeff", "")];
        assert_found(&entries, &[("zinovyev", &[0, 1]), ("zinovyewf", &[1]), ("zinovyif", &[1, 0])]);
    }

    #[test]
    fn figures_and_short_words_are_not_forgiven() {
        assert_found(&page(), &[("1921", &[5, 8, 0]), ("1922", &[6]), ("1923", &[]), ("19211", &[])]);
        assert_found(&page(), &[("xyzzy", &[]), ("wor", &[]), ("warr", &[]), ("marhc", &[5, 6, 0])]);
    }

    #[test]
    fn errors_are_counted_as_in_the_textbook() {
        /// Computes the optimal string alignment distance to the best beginning of the word.
        fn distance(term: &[Letter], word: &[Letter]) -> usize {
            let mut table = vec![vec![0; word.len() + 1]; term.len() + 1];
            for i in 0..=term.len() {
                for j in 0..=word.len() {
                    table[i][j] = if i == 0 || j == 0 {
                        i + j
                    } else {
                        let replaced = table[i - 1][j - 1] + usize::from(term[i - 1] != word[j - 1]);
                        let mut least = replaced.min(table[i - 1][j] + 1).min(table[i][j - 1] + 1);
                        if i > 1 && j > 1 && term[i - 1] == word[j - 2] && term[i - 2] == word[j - 1] {
                            least = least.min(table[i - 2][j - 2] + 1);
                        }
                        least
                    };
                }
            }
            table[term.len()].iter().copied().min().unwrap_or_default()
        }
        let mut words = vec![String::new()];
        for index in 0.. {
            let word = words[index].clone();
            if word.len() == 5 {
                break;
            }
            words.extend(["a", "b", "c"].map(|letter| [&word, letter].concat()));
        }
        let words: Vec<_> = words.iter().map(|word| Folded::of(word).letters).collect();
        for term in &words {
            for word in &words {
                let distance = distance(term, word);
                for typos in 0..3 {
                    assert_eq!(is_near(term, word, typos), distance <= typos as usize);
                }
            }
        }
    }
}
