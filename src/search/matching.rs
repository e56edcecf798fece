//! How the terms of a query match the words of a text.

use super::fold::{Folded, Letter, Match};

/// The scores of a match with a whole word, with its beginning, and with letters inside it. A match in a title counts twice,
/// which is more than any match in a text, except that letters inside a word of a title count less than a whole word of a
/// text.
pub(super) const WHOLE_WORD: u32 = 12;
const PREFIX: u32 = 8;
const INFIX: u32 = 5;
/// The score of a match with typing errors is this less their number.
const MISTYPED: u32 = 3;

/// A word of the query.
pub(super) struct Term<'a> {
    /// Its letters.
    pub letters: &'a [Letter],
    /// The number of typing errors that are forgiven.
    pub typos: u32,
    /// The score of its best match in an entry.
    pub score: u32,
}

impl Folded<'_> {
    /// Matches the terms of the query, and returns a bit for each that follows its predecessor directly.
    pub fn look(&mut self, terms: &mut [Term], times: u32) -> u32 {
        let (mut before, mut adjacent) = (0, 0);
        for word in &mut self.words {
            let letters = self.letters.get(word.first..word.last).unwrap_or_default();
            word.best.score = 0;
            word.terms = 0;
            for (index, one) in terms.iter_mut().enumerate() {
                let found = compare(one, letters);
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

/// How a term of the query matches a word of a text.
fn compare(term: &Term, word: &[Letter]) -> Match {
    let letters = term.letters;
    if word.starts_with(letters) {
        let score = if word.len() == letters.len() { WHOLE_WORD } else { PREFIX };
        return Match { score, first: 0, last: letters.len() };
    }
    if letters.len() >= 3
        && let Some(first) = word.windows(letters.len()).position(|part| part == letters)
    {
        return Match { score: INFIX, first, last: first + letters.len() };
    }
    let typos = (1..=term.typos).find(|typos| is_near(letters, word, *typos));
    typos.map_or(Match::default(), |typos| Match { score: MISTYPED - typos, first: 0, last: word.len() })
}

/// The number of typing errors that a term is forgiven: none when it is short or has digits.
pub(super) fn typos(letters: &[Letter]) -> u32 {
    if letters.iter().any(|letter| letter.code <= u32::from(b'9')) {
        return 0;
    }
    match letters.len() {
        0..4 => 0,
        4..8 => 1,
        _ => 2,
    }
}

/// Whether at most `typos` insertions, deletions, replacements and swaps of neighbors turn a beginning of the word into the
/// term, where no two of them touch the same position (optimal string alignment).
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
    fn fewer_errors_are_better() {
        let entries = [entry(Kind::Person, "Zinoviev", ""), entry(Kind::Person, "Zinovyeff", "")];
        assert_found(&entries, &[("zinovyev", &[0, 1]), ("zinovyewf", &[1]), ("zinovyif", &[1, 0])]);
    }

    #[test]
    fn figures_and_short_words_are_not_forgiven() {
        assert_found(&page(), &[("1921", &[5, 8, 0]), ("1922", &[6]), ("1923", &[]), ("19211", &[])]);
        assert_found(&page(), &[("xyzzy", &[]), ("wor", &[]), ("warr", &[1])]);
    }

    #[test]
    fn errors_are_counted_as_in_the_textbook() {
        /// Optimal string alignment with the best beginning of the word.
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
