//! Ranking: which entries match a query, best first.

use super::fold::{Folded, Letter};
use super::matching::{Term, WHOLE_WORD, typos};
use super::{Entry, Hit, Kind, Language};

/// The maximum number of terms, which must not exceed the number of bits in a `u32`.
const MOST_WORDS: usize = 16;

/// The score for two terms that are adjacent as in the query.
const ADJACENT: u32 = 6;

/// The weight of a section or tool that all terms name in whole words. No other match weighs as much.
const NAMED: u32 = 1000;

/// The first character of a tool's id, which no id on the page begins with. The tool's command follows it.
pub(crate) const TOOL: char = '!';

/// The maximum number of hits that are nearest to a query.
const MOST_NEAREST: usize = 3;

/// Returns the hits of a query among entries, as [`add`] finds them.
#[cfg(test)]
pub(super) fn search(entries: &[Entry], query: &str, language: &Language, limit: usize) -> Vec<Hit> {
    let mut hits = Vec::new();
    add(&mut hits, entries, &Folded::of(query), language, limit);
    hits
}

/// Like [`search`], but without the sieve.
#[cfg(test)]
pub(super) fn unsieved(entries: &[Entry], query: &str, language: &Language, limit: usize) -> Vec<Hit> {
    let mut hits = Vec::new();
    add_sieved(&mut hits, entries, &Folded::of(query), language, limit, &|_, _| true);
    hits
}

/// Adds at most `limit` hits of each kind, best first, grouped by kind; the kind with the best hit comes first. Every word
/// of the query must match except stop words; words after the 16th are ignored. Hits with typing errors are left out if
/// there are others. If nothing matches and there are no hits yet, the results nearest to the query and the sections of the
/// page are added; if the query is empty, the queries that the editors suggest.
pub(super) fn add(hits: &mut Vec<Hit>, entries: &[Entry], query: &Folded, language: &Language, limit: usize) {
    add_sieved(hits, entries, query, language, limit, &|entry, terms| entry.sieve.lets_through(terms));
}

/// Like [`add`], but takes the sieve as an argument. Entries that the sieve stops are skipped as long as no typing errors
/// are forgiven.
fn add_sieved(
    hits: &mut Vec<Hit>,
    entries: &[Entry],
    query: &Folded,
    language: &Language,
    limit: usize,
    lets_through: &dyn Fn(&Entry, &[Term]) -> bool,
) {
    let [stop_words, pronouns, protagonist] =
        [&language.stop_words, &language.pronouns, &language.protagonist].map(|words| Folded::of(words));
    let mut groups = Vec::new();
    for group in language.synonyms.split(';') {
        groups.push(Folded::of(group));
    }
    let is_nothing = query.words.is_empty();
    // Pronouns do not stand for the protagonist in a query that names someone.
    let names_somebody = entries.iter().filter(|entry| entry.kind == Kind::Person).any(|person| {
        let title = Folded::of(&person.title);
        query.words.iter().any(|word| title.has(query.letters(word)))
    });
    let central = protagonist.words.last().map(|name| protagonist.letters(name));
    let name = central.filter(|_| !names_somebody);
    let is_dropped = |letters: &[Letter]| stop_words.has(letters) || name.is_none() && pronouns.has(letters);
    let mut words: Vec<_> = query.words.iter().filter(|word| !is_dropped(query.letters(word))).collect();
    if words.is_empty() {
        words = query.words.iter().collect();
    }
    let name = name.filter(|_| words.len() > 1);
    let mut terms = Vec::new();
    for (index, word) in words.iter().take(MOST_WORDS).enumerate() {
        let letters = query.letters(word);
        let next = words.get(index + 1).filter(|next| next.first == word.last && index + 1 < MOST_WORDS);
        let joined = next.and_then(|next| query.letters.get(word.first..next.last)).unwrap_or_default();
        let mut others = Vec::new();
        for group in groups.iter().filter(|group| group.has(letters)) {
            others.extend(group.words.iter().map(|word| group.letters(word)));
        }
        let name = name.filter(|_| pronouns.has(letters));
        let letters = name.unwrap_or(letters);
        terms.push(Term { letters, joined, others, is_pronoun: name.is_some(), typos: 0, score: 0 });
    }
    if is_nothing {
        let mut page = candidates(entries, &|entry| entry.kind == Kind::Suggestion);
        return take(hits, &mut page, limit, None, &|_| true);
    }
    let is_asked = |entry: &Entry| entry.kind != Kind::Suggestion;
    let mut page = Vec::new();
    for forgiving in [None, Some(0)] {
        page = match forgiving {
            None => candidates(entries, &|entry| is_asked(entry) && lets_through(entry, &terms)),
            Some(_) => candidates(entries, &is_asked),
        };
        forgive(&mut terms, forgiving);
        for candidate in &mut page {
            candidate.weigh(&mut terms, false);
            // Of hits that match equally well, those that name the protagonist come first.
            let is_theirs = central.is_some_and(|name| candidate.title.has(name));
            candidate.weight = 2 * candidate.weight + u32::from(candidate.weight > 0 && is_theirs);
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
            take(hits, &mut page, limit, None, &|entry| entry.kind == kind);
        }
        if !hits.is_empty() {
            return;
        }
    }
    forgive(&mut terms, Some(1));
    for candidate in &mut page {
        candidate.weigh(&mut terms, true);
    }
    take(hits, &mut page, limit.min(MOST_NEAREST), Some(Kind::Nearest), &|entry| entry.kind <= Kind::Note);
    for candidate in &mut page {
        candidate.weight = 1;
    }
    take(hits, &mut page, usize::MAX, Some(Kind::Section), &Entry::is_section);
}

/// Returns the entries for which `are` returns `true`, folded.
fn candidates<'a>(entries: &'a [Entry], are: &dyn Fn(&Entry) -> bool) -> Vec<Candidate<'a>> {
    let mut candidates = Vec::new();
    for (index, entry) in entries.iter().enumerate() {
        if are(entry) {
            let (title, text) = (Folded::of(&entry.title), Folded::of(&entry.text));
            candidates.push(Candidate { index, entry, title, text, weight: 1 });
        }
    }
    candidates
}

/// Sets how many typing errors each term is forgiven: none, or `more` than its length allows.
fn forgive(terms: &mut [Term], more: Option<u32>) {
    for term in terms {
        term.typos = more.map_or(0, |more| typos(term.letters, more));
    }
}

/// Turns the best candidates for which `are` returns `true` into hits, at most `limit`, of the given kind or of their own.
fn take(hits: &mut Vec<Hit>, page: &mut [Candidate], limit: usize, kind: Option<Kind>, are: &dyn Fn(&Entry) -> bool) {
    for _ in 0..limit {
        let mut best = (0, None);
        for candidate in page.iter_mut() {
            if candidate.weight > best.0 && are(candidate.entry) {
                best = (candidate.weight, Some(candidate));
            }
        }
        let Some(candidate) = best.1 else { break };
        candidate.weight = 0;
        let Candidate { index, entry, title, text, .. } = candidate;
        let mut words = Vec::new();
        title.mark(&mut words, 0, title.text.len());
        // The other words by which a section or tool is found are for the search alone.
        let excerpt = if entry.kind == Kind::Way { Vec::new() } else { text.excerpt(entry.shown) };
        hits.push(Hit { entry: *index, kind: kind.unwrap_or(entry.kind), id: entry.id.clone(), title: words, excerpt });
    }
}

impl Entry {
    /// Reports whether the entry is a section of the page rather than a tool.
    fn is_section(&self) -> bool {
        self.kind == Kind::Way && !self.id.starts_with(TOOL)
    }
}

/// An entry that may become a hit.
struct Candidate<'a> {
    /// The index of the entry.
    index: usize,
    entry: &'a Entry,
    title: Folded<'a>,
    text: Folded<'a>,
    /// The score; 0 for no hit.
    weight: u32,
}

impl Candidate<'_> {
    /// Computes the weight: from all terms or, if `near` is set, from the terms that match the title.
    fn weigh(&mut self, terms: &mut [Term], near: bool) {
        for one in &mut *terms {
            one.score = 0;
        }
        let is_way = self.entry.kind == Kind::Way;
        let mut adjacent = self.title.look(terms, if is_way { 1 } else { 2 });
        if !near {
            adjacent |= self.text.look(terms, 1);
        }
        let (mut least, mut sum) = (NAMED, 0);
        for one in terms {
            least = least.min(one.score);
            sum += if one.is_pronoun { one.score / WHOLE_WORD } else { one.score };
        }
        self.weight = match least {
            0 if !near => 0,
            WHOLE_WORD.. if is_way => NAMED,
            1.. if is_way => 1,
            _ if sum == 0 => 0,
            _ => sum + adjacent.count_ones() * ADJACENT,
        };
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::search::examples::{answers, assert_found, entry, found_among, note, page};

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
        assert!(answers(&[], "war", 9).is_empty());
        assert!(answers(&page(), "war", 0).is_empty());
        assert!(answers(&[note("", "")], "war", 9).is_empty());
    }

    #[test]
    fn long_queries_are_harmless() {
        for words in ["x", "k", "Kronstadt", "?", "’", "🙂"] {
            assert_found(&page(), &[(&words.repeat(10_000), &[])]);
        }
        assert_found(&page(), &[(&"kr ".repeat(3000), &[5, 8, 0])]);
        let long = "ab".repeat(50_000);
        assert_eq!(answers(&[note(&long, &long)], &"ba".repeat(5000), 1).len(), 1);
        assert_eq!(answers(&[note(&long, &long)], &"ab".repeat(50_001), 1).len(), 1);
    }

    #[test]
    fn better_matches_come_first() {
        let entries = [
            note("", "an unionized text"),
            note("", "a text on reunions of friends"),
            note("", "a text on union"),
            note("Reunion", ""),
            note("Unionist", "union"),
            note("Unionist", "in vain"),
            note("Union", ""),
            note("Trade union", ""),
        ];
        let best = [6, 7, 4, 5, 2, 3, 0, 1];
        for (limit, found) in [(9, 8), (3, 3), (usize::MAX, 8)] {
            assert_eq!(found_among(&entries, "union", limit), best[..found]);
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
        let kinds = &Kind::ALL[..5];
        let mut entries: Vec<_> = (0..20).map(|index| entry(kinds[4 - index % 5], "War", "")).collect();
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
