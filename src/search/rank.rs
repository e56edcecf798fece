//! Ranking: which entries match, best first.

use super::fold::Folded;
use super::matching::{Term, typos};
use super::{Entry, Hit, Kind};

/// The greatest number of terms: no more than a `u32` has bits.
const MOST_WORDS: usize = 16;

/// The score of two terms that are adjacent as in the query.
const ADJACENT: u32 = 6;

/// At most `limit` hits of each kind, best first, grouped by kind; the kind with the best hit comes first. Every word of
/// the query must match; those after the 16th are ignored. Hits with typing errors are left out when there are others.
pub fn search(entries: &[Entry], query: &str, limit: usize) -> Vec<Hit> {
    let query = Folded::of(query);
    let words = query.words.iter().take(MOST_WORDS);
    let mut terms: Vec<_> = words.map(|word| Term { letters: query.letters(word), typos: 0, score: 0 }).collect();
    let mut hits = Vec::new();
    if terms.is_empty() {
        return hits;
    }
    let mut page = Vec::new();
    for entry in entries {
        let (title, text) = (Folded::of(&entry.title), Folded::of(&entry.text));
        page.push(Candidate { entry, title, text, weight: 0 });
    }
    for _ in 0..2 {
        for candidate in &mut page {
            candidate.weigh(&mut terms);
        }
        let mut kinds = Kind::ALL.to_vec();
        while !kinds.is_empty() {
            let best_of = |kind: Kind| {
                let theirs = page.iter().filter(|candidate| candidate.entry.kind == kind);
                theirs.fold(0, |best, candidate| best.max(candidate.weight))
            };
            let next =
                (1..kinds.len()).fold(0, |next, at| if best_of(kinds[at]) > best_of(kinds[next]) { at } else { next });
            let kind = kinds.remove(next);
            for _ in 0..limit {
                let mut best = (0, None);
                for (index, candidate) in page.iter_mut().enumerate() {
                    if candidate.entry.kind == kind && candidate.weight > best.0 {
                        best = (candidate.weight, Some((index, candidate)));
                    }
                }
                let Some((entry, candidate)) = best.1 else { break };
                candidate.weight = 0;
                let mut title = Vec::new();
                candidate.title.mark(&mut title, 0, candidate.title.text.len());
                let id = candidate.entry.id.clone();
                hits.push(Hit { entry, kind, id, title, excerpt: candidate.text.excerpt() });
            }
        }
        if !hits.is_empty() {
            break;
        }
        for term in &mut terms {
            term.typos = typos(term.letters);
        }
    }
    hits
}

/// An entry that may become a hit.
struct Candidate<'a> {
    entry: &'a Entry,
    title: Folded<'a>,
    text: Folded<'a>,
    /// Its score; 0 for no hit.
    weight: u32,
}

impl Candidate<'_> {
    fn weigh(&mut self, terms: &mut [Term]) {
        for one in &mut *terms {
            one.score = 0;
        }
        let adjacent = self.title.look(terms, 2) | self.text.look(terms, 1);
        self.weight = adjacent.count_ones() * ADJACENT;
        for one in terms {
            if one.score == 0 {
                self.weight = 0;
                break;
            }
            self.weight += one.score;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::search::examples::{assert_found, entry, found_among, note, page};

    #[test]
    fn names_are_found_in_their_spellings() {
        for query in ["Kronstad", "kronstadt", "Kronshtadt", "Kornstadt", "Kronstdat", "Kronstädt"] {
            assert_found(&page(), &[(query, &[5, 8, 0])]);
        }
        for query in ["Trotsky", "TROTSKI", "trotzky"] {
            assert_found(&page(), &[(query, &[1, 3])]);
        }
        for (query, entry) in [
            ("Кронштадт", 5),
            ("кронштадт", 5),
            ("КРОНШТ", 5),
            ("Tukhachevski", 2),
            ("Tukachevsky", 2),
            ("тухачевский", 2),
            ("ТУХАЧЕВСКИИ", 2),
            ("zinovyev", 3),
            ("зиновьев", 3),
            ("ramon", 4),
            ("RAMÓN", 4),
            ("Ramo\u{301}n", 4),
            ("coyoacan", 4),
            ("еще", 7),
            ("Ёще", 7),
            ("иота", 7),
        ] {
            assert_found(&page(), &[(query, &[entry])]);
        }
    }

    #[test]
    fn every_word_must_match() {
        assert_found(
            &page(),
            &[
                ("march 1921", &[5, 0]),
                ("1921, March!", &[5, 0]),
                ("march 1922", &[6]),
                ("march princeton", &[]),
                ("kronstadt avrich", &[8]),
                ("avrich trotsky", &[]),
            ],
        );
    }

    #[test]
    fn nothing_asked_finds_nothing() {
        for query in ["", "   ", "…?! — «» “”", "'", "’’’", "\u{301}\u{AD}", "´ · \0", "\u{200B}"] {
            assert_found(&page(), &[(query, &[])]);
        }
        assert!(search(&[], "war", 9).is_empty());
        assert!(search(&page(), "war", 0).is_empty());
        assert!(search(&[note("", "")], "war", 9).is_empty());
    }

    #[test]
    fn long_queries_are_harmless() {
        for words in ["x", "k", "Kronstadt", "?", "’", "🙂"] {
            assert_found(&page(), &[(&words.repeat(10_000), &[])]);
        }
        assert_found(&page(), &[(&"kr ".repeat(3000), &[5, 8, 0])]);
        let long = "ab".repeat(50_000);
        assert_eq!(search(&[note(&long, &long)], &"ba".repeat(5000), 1).len(), 1);
        assert_eq!(search(&[note(&long, &long)], &"ab".repeat(50_001), 1).len(), 1);
    }

    #[test]
    fn better_matches_come_first() {
        let entries = [
            note("", "a warlike text"),
            note("", "a text on antiwar things"),
            note("", "a text on war"),
            note("Postwar", ""),
            note("Warsaw", "war"),
            note("Warsaw", "in vain"),
            note("War", ""),
            note("Civil war", ""),
        ];
        let best = [6, 7, 4, 5, 2, 3, 0, 1];
        for (limit, found) in [(9, 8), (3, 3), (usize::MAX, 8)] {
            assert_eq!(found_among(&entries, "war", limit), best[..found]);
        }
    }

    #[test]
    fn words_that_stand_together_come_first() {
        let apart = entry(Kind::Sentence, "", "The army was red.");
        let adjacent = entry(Kind::Sentence, "", "The Red Army.");
        assert_found(&[apart, adjacent], &[("red army", &[1, 0])]);
    }

    #[test]
    fn hits_are_grouped_by_kind_and_the_kind_with_the_best_comes_first() {
        let mut entries: Vec<_> = (0..20).map(|index| entry(Kind::ALL[4 - index % 5], "War", "")).collect();
        assert_eq!(
            found_among(&entries, "war", 2),
            [4, 9, 3, 8, 2, 7, 1, 6, 0, 5],
            "as they are listed where all are as good"
        );
        for person in entries.iter_mut().filter(|entry| entry.kind == Kind::Person) {
            "A warden".clone_into(&mut person.title);
        }
        assert_eq!(found_among(&entries, "war", 2), [3, 8, 2, 7, 1, 6, 0, 5, 4, 9]);
    }
}
