//! How the words of a query match those of a text.

use super::fold::{Folded, Letter};

/// What a match is worth: of a whole word, of its beginning, of letters inside it. In a title it is worth twice as much:
/// more than any in a text, but that letters inside a word of a title are worth less than a whole word of a text.
pub(super) const EQUAL: u32 = 12;
const BEGINNING: u32 = 8;
const INSIDE: u32 = 5;
/// A match with typing errors is worth this less their number.
const MISTYPED: u32 = 3;

/// A word of the query.
pub(super) struct Sought<'a> {
    /// Its letters.
    pub letters: &'a [Letter],
    /// How many typing errors are forgiven.
    pub typos: u32,
    /// What its best match in an entry is worth.
    pub worth: u32,
}

/// How well words match, and in which letters.
#[derive(Clone, Copy, Default)]
pub(super) struct Match {
    /// 0 when they don't.
    pub worth: u32,
    /// The first letter, and the one after the last.
    pub first: usize,
    pub last: usize,
}

impl Folded<'_> {
    /// Looks for the words of the query, and tells which of them stand together with the one before.
    pub fn look(&mut self, sought: &mut [Sought], times: u32) -> u32 {
        let (mut before, mut together) = (0, 0);
        for word in &mut self.words {
            let letters = self.letters.get(word.first..word.last).unwrap_or_default();
            word.best.worth = 0;
            word.sought = 0;
            for (index, one) in sought.iter_mut().enumerate() {
                let found = compare(one, letters);
                if found.worth > 0 {
                    word.sought |= 1 << index;
                }
                if found.worth > word.best.worth {
                    word.best = found;
                }
                one.worth = one.worth.max(found.worth * times);
            }
            together |= (before << 1) & word.sought;
            before = word.sought;
        }
        together
    }
}

/// How a word of the query matches a word of a text.
fn compare(sought: &Sought, word: &[Letter]) -> Match {
    let letters = sought.letters;
    if word.starts_with(letters) {
        let worth = if word.len() == letters.len() { EQUAL } else { BEGINNING };
        return Match { worth, first: 0, last: letters.len() };
    }
    if letters.len() >= 3
        && let Some(first) = word.windows(letters.len()).position(|part| part == letters)
    {
        return Match { worth: INSIDE, first, last: first + letters.len() };
    }
    let typos = (1..=sought.typos).find(|typos| is_near(letters, word, *typos));
    typos.map_or(Match::default(), |typos| Match { worth: MISTYPED - typos, first: 0, last: word.len() })
}

/// How many typing errors a word of the query is forgiven: none when it is short or has digits.
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

/// Whether the word, or a beginning of it, becomes what is sought by so many insertions, deletions, replacements and swaps
/// of neighbours, none of them at a place where another was.
fn is_near(mut sought: &[Letter], mut word: &[Letter], typos: u32) -> bool {
    while let ([a, sought_rest @ ..], [b, word_rest @ ..]) = (sought, word)
        && a == b
    {
        (sought, word) = (sought_rest, word_rest);
    }
    let [a, sought_rest @ ..] = sought else { return true };
    if sought.len() > word.len() + typos as usize {
        return false;
    }
    let Some(typos) = typos.checked_sub(1) else { return false };
    if is_near(sought_rest, word, typos) {
        return true;
    }
    let [b, word_rest @ ..] = word else { return false };
    if is_near(sought_rest, word_rest, typos) || is_near(sought, word_rest, typos) {
        return true;
    }
    match (sought_rest, word_rest) {
        ([c, sought_rest @ ..], [d, word_rest @ ..]) => a == d && b == c && is_near(sought_rest, word_rest, typos),
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
        fn distance(sought: &[Letter], word: &[Letter]) -> usize {
            let mut table = vec![vec![0; word.len() + 1]; sought.len() + 1];
            for i in 0..=sought.len() {
                for j in 0..=word.len() {
                    table[i][j] = if i == 0 || j == 0 {
                        i + j
                    } else {
                        let replaced = table[i - 1][j - 1] + usize::from(sought[i - 1] != word[j - 1]);
                        let mut least = replaced.min(table[i - 1][j] + 1).min(table[i][j - 1] + 1);
                        if i > 1 && j > 1 && sought[i - 1] == word[j - 2] && sought[i - 2] == word[j - 1] {
                            least = least.min(table[i - 2][j - 2] + 1);
                        }
                        least
                    };
                }
            }
            table[sought.len()].iter().copied().min().unwrap_or_default()
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
        for sought in &words {
            for word in &words {
                let distance = distance(sought, word);
                for typos in 0..3 {
                    assert_eq!(is_near(sought, word, typos), distance <= typos as usize);
                }
            }
        }
    }
}
