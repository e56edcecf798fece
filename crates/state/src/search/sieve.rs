//! A quick test of whether the terms of a query can match an entry at all. Most entries cannot match, and their texts need
//! not be folded again at each keystroke.

use super::fold::{Folded, Letter};
use super::matching::{Term, finds_inside};

/// The byte before each word.
const WORD: u8 = 1;

/// The folded words of an entry, as UTF-8.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sieve(Vec<u8>);

impl Sieve {
    /// Returns the sieve for the words of these texts.
    pub(super) fn of(texts: &[&str]) -> Self {
        let mut words = Vec::with_capacity(texts.iter().fold(0, |length, text| length + text.len()));
        for text in texts {
            let folded = Folded::of(text);
            for word in &folded.words {
                words.push(WORD);
                words.extend(bytes(folded.letters(word)));
            }
        }
        Self(words)
    }

    /// Reports whether every term may match without typing errors. It may return `true` if a term does not match, but never
    /// `false` if all of them do.
    pub(super) fn lets_through(&self, terms: &[Term]) -> bool {
        let mut joined: &[Letter] = &[];
        for term in terms {
            let letters = term.letters;
            let stem = letters.split_last().map_or(letters, |(_, stem)| stem);
            // What is one word in the text may be two words in the query, and vice versa.
            let begins = [letters, stem, joined].into_iter().chain(term.others.iter().copied());
            let mut begins = begins.filter(|letters| !letters.is_empty()).map(bytes);
            if !(begins.any(|part| self.has(&part, false)) || finds_inside(letters) && self.has(&bytes(letters), true))
            {
                return false;
            }
            joined = term.joined;
        }
        true
    }

    /// Reports whether the letters occur at the beginning of a word or, if `anywhere` is set, at any position. They may
    /// continue into the next word.
    fn has(&self, letters: &[u8], anywhere: bool) -> bool {
        let Some(first) = letters.first() else { return true };
        let mut is_begin = false;
        for (at, byte) in self.0.iter().enumerate() {
            if *byte == WORD {
                is_begin = true;
                continue;
            }
            if (is_begin || anywhere) && byte == first {
                let mut rest = self.0.iter().skip(at).filter(|byte| **byte != WORD);
                if letters.iter().all(|letter| rest.next() == Some(letter)) {
                    return true;
                }
            }
            is_begin = false;
        }
        false
    }
}

fn bytes(letters: &[Letter]) -> Vec<u8> {
    let mut bytes = Vec::with_capacity(letters.len());
    for letter in letters {
        let letter = char::from_u32(letter.code).unwrap_or_default();
        bytes.extend_from_slice(letter.encode_utf8(&mut [0; 4]).as_bytes());
    }
    bytes
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::search::examples::{entry, found_among, page};
    use crate::search::rank::unsieved;
    use crate::search::{Kind, Language};

    #[test]
    fn nothing_is_lost_in_it() {
        let mut entries = page();
        entries.push(entry(
            Kind::Event,
            "Trade-union debate",
            "A pickaxe, an ice-axe; the co-operation of O’Brien, 中文日本.",
        ));
        let texts: Vec<String> = entries.iter().map(|entry| [&*entry.title, " ", &entry.text].concat()).collect();
        let mut queries = Vec::new();
        for text in &texts {
            let words: Vec<&str> = text.split_whitespace().collect();
            for (at, word) in words.iter().enumerate() {
                let letters: Vec<char> = word.chars().collect();
                for first in 0..letters.len() {
                    for last in first + 1..=letters.len() {
                        queries.push(letters[first..last].iter().collect::<String>());
                    }
                }
                queries.extend([
                    [word, "s"].concat(),
                    words[at..].join(" "),
                    words[at..].concat(),
                    word.replace('-', ""),
                ]);
                queries.extend(words.get(at + 1).map(|next| [*word, *next].concat()));
                queries
                    .push(letters.chunks(3).map(|part| part.iter().collect::<String>()).collect::<Vec<_>>().join("-"));
            }
        }
        assert!(queries.len() > 1000);
        for query in queries {
            let all = unsieved(&entries, &query, &Language::default(), 9);
            let all: Vec<_> = all.into_iter().filter(|hit| hit.kind.answers()).map(|hit| hit.entry).collect();
            assert_eq!(found_among(&entries, &query, 9), all, "{query:?}");
        }
    }

    #[test]
    fn most_entries_are_left_out() {
        let entry = entry(Kind::Event, "Genoa conference", "In April 1922 the powers met.");
        let query = Folded::of("kronstadt");
        let letters = query.letters(&query.words[0]);
        let term = Term { letters, joined: &[], others: Vec::new(), is_pronoun: false, typos: 0, score: 0 };
        assert!(!entry.sieve.lets_through(&[term]));
    }
}
