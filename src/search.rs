//! Finding words on the page: in names, events, notes, sources and sentences. Words are compared without case and
//! accents, may be unfinished, and are forgiven a typing error when nothing else is found. Pure, and small on purpose:
//! the tables of the standard library, its sorting and its searching would cost the browser more than all of this.

/// What kind of thing; in the order in which groups are shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// Somebody.
    Person,
    /// Something that happened.
    Event,
    /// An explanation.
    Note,
    /// A work that the story relies on.
    Source,
    /// A sentence of the story.
    Sentence,
}

impl Kind {
    /// All of them, in their order.
    pub const ALL: [Self; 5] = [Self::Person, Self::Event, Self::Note, Self::Source, Self::Sentence];
}

/// Something that can be found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// What kind of thing it is.
    pub kind: Kind,
    /// Where it is: the fragment of its address.
    pub id: String,
    /// What it is called; empty for a sentence.
    pub title: String,
    /// Everything it says, other spellings and scripts included.
    pub text: String,
}

/// A stretch of words, and whether the query matched it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stretch {
    /// The words, as they are written.
    pub words: String,
    /// Whether the query matched them.
    pub found: bool,
}

/// Something that was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hit {
    /// Which: an index into the entries.
    pub entry: usize,
    /// Its whole title.
    pub title: Vec<Stretch>,
    /// Some words around the match in its text; empty when only the title matched.
    pub excerpt: Vec<Stretch>,
}

/// At most `limit` hits of each kind, best first, grouped by kind; the kind with the best hit comes first. Every word of the query must match,
/// but those after the 16th are not looked for. What is found only by forgiving typing errors is left out when there
/// is anything else.
pub fn search(entries: &[Entry], query: &str, limit: usize) -> Vec<Hit> {
    let query = Folded::of(query);
    let sought = query.words.iter().take(MOST_WORDS);
    let mut sought: Vec<_> = sought.map(|word| Sought { letters: query.letters(word), typos: 0, worth: 0 }).collect();
    let mut hits = Vec::new();
    if sought.is_empty() {
        return hits;
    }
    let mut page = Vec::new();
    for entry in entries {
        let (title, text) = (Folded::of(&entry.title), Folded::of(&entry.text));
        page.push(Candidate { entry, title, text, weight: 0 });
    }
    for _ in 0..2 {
        for candidate in &mut page {
            candidate.weigh(&mut sought);
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
                hits.push(Hit { entry, title, excerpt: candidate.text.excerpt() });
            }
        }
        if !hits.is_empty() {
            break;
        }
        for word in &mut sought {
            word.typos = typos(word.letters);
        }
    }
    hits
}

/// How many words of a query are looked for: no more than a `u32` has bits.
const MOST_WORDS: usize = 16;

/// What a match is worth: of a whole word, of its beginning, of letters inside it. In a title it is worth twice as much:
/// more than any in a text, but that letters inside a word of a title are worth less than a whole word of a text.
const EQUAL: u32 = 12;
const BEGINNING: u32 = 8;
const INSIDE: u32 = 5;
/// A match with typing errors is worth this less their number.
const MISTYPED: u32 = 3;
/// What it is worth that two words stand together as in the query.
const TOGETHER: u32 = 6;

/// How many words of a text are shown before the match, and how many from it on.
const BEFORE: usize = 8;
const AFTER: usize = 13;
/// What is shorter than this is not cut off.
const SCRAP: usize = 12;

/// A word of the query.
struct Sought<'a> {
    letters: &'a [Letter],
    /// How many typing errors are forgiven.
    typos: u32,
    /// What its best match in an entry is worth.
    worth: u32,
}

/// What may become a hit.
struct Candidate<'a> {
    entry: &'a Entry,
    title: Folded<'a>,
    text: Folded<'a>,
    /// How good a hit it is; 0 when it is none.
    weight: u32,
}

impl Candidate<'_> {
    fn weigh(&mut self, sought: &mut [Sought]) {
        for one in &mut *sought {
            one.worth = 0;
        }
        let together = self.title.look(sought, 2) | self.text.look(sought, 1);
        self.weight = together.count_ones() * TOGETHER;
        for one in sought {
            if one.worth == 0 {
                self.weight = 0;
                break;
            }
            self.weight += one.worth;
        }
    }
}

/// A text and its words, without case and accents.
struct Folded<'a> {
    text: &'a str,
    letters: Vec<Letter>,
    words: Vec<Word>,
}

/// A letter of a word. It equals the same letter elsewhere.
struct Letter {
    code: u32,
    /// Where it stands in the text; the second of “æ” stands behind it.
    place: usize,
}

impl PartialEq for Letter {
    fn eq(&self, other: &Self) -> bool {
        self.code == other.code
    }
}

/// A word of a text, and what was found in it.
struct Word {
    /// Its letters.
    first: usize,
    last: usize,
    /// Where it ends in the text.
    end: usize,
    /// How it matches best.
    best: Match,
    /// A bit for each word of the query that it matches.
    sought: u32,
}

/// How well words match, and in which letters.
#[derive(Clone, Copy, Default)]
struct Match {
    /// 0 when they don't.
    worth: u32,
    first: usize,
    last: usize,
}

impl<'a> Folded<'a> {
    fn of(text: &'a str) -> Self {
        let mut folded = Self { text, letters: Vec::new(), words: Vec::new() };
        let mut first = 0;
        let mut end = 0;
        // How many letters there were before the last apostrophe, and where they ended.
        let mut stem = (0, 0);
        let mut rest = text.chars();
        loop {
            let place = text.len() - rest.as_str().len();
            let letter = rest.next();
            let last = folded.letters.len();
            match letter.map_or(GAP, fold) {
                GAP => {
                    if first < last {
                        let mut word = Word { first, last, end, best: Match::default(), sought: 0 };
                        // “Lenin’s” is “Lenin”.
                        if first < stem.0
                            && stem.0 + 1 == last
                            && folded.letters.last().is_some_and(|letter| letter.code == u32::from(b's'))
                        {
                            (word.last, word.end) = stem;
                        }
                        folded.words.push(word);
                        first = last;
                    }
                }
                APOSTROPHE => stem = (last, end),
                code => {
                    end = text.len() - rest.as_str().len();
                    folded.push(code, place);
                    folded.push(letter.map_or(NOTHING, second), end);
                }
            }
            if letter.is_none() {
                return folded;
            }
        }
    }

    fn push(&mut self, code: u32, place: usize) {
        if code != NOTHING {
            self.letters.push(Letter { code, place });
        }
    }

    fn letters(&self, word: &Word) -> &[Letter] {
        self.letters.get(word.first..word.last).unwrap_or_default()
    }

    /// Looks for the words of the query, and tells which of them stand together with the one before.
    fn look(&mut self, sought: &mut [Sought], times: u32) -> u32 {
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

    /// Words around the first of the best matches: where most words of the query are near.
    fn excerpt(&self) -> Vec<Stretch> {
        let (mut most, mut middle) = (0, 0);
        for (index, word) in self.words.iter().enumerate() {
            let near = self.words.iter().skip(index).take(AFTER).fold(0, |near, other| near | other.sought);
            // More than any match is worth.
            let worth = near.count_ones() * (EQUAL + 1) + word.best.worth;
            if word.best.worth > 0 && worth > most {
                (most, middle) = (worth, word.end);
            }
        }
        let mut excerpt = Vec::new();
        if most > 0 {
            let (before, after) = self.text.as_bytes().split_at_checked(middle).unwrap_or_default();
            // The word that matched is the last before the middle.
            let mut spaces = 0;
            let space = before.iter().rposition(|byte| is_nth_space(*byte, &mut spaces, BEFORE + 1));
            let start = space.filter(|space| *space >= SCRAP).map_or(0, |space| space + 1);
            spaces = 0;
            let space = after.iter().position(|byte| is_nth_space(*byte, &mut spaces, AFTER));
            let end = space.filter(|space| after.len() - space > SCRAP).map_or(self.text.len(), |space| middle + space);
            if start > 0 {
                push(&mut excerpt, Some("… "), false);
            }
            self.mark(&mut excerpt, start, end);
            if end < self.text.len() {
                push(&mut excerpt, Some(" …"), false);
            }
        }
        excerpt
    }

    /// The text from `start` to `end`, with what was found in its words.
    fn mark(&self, stretches: &mut Vec<Stretch>, mut start: usize, end: usize) {
        for word in &self.words {
            let place = |index: usize| match self.letters.get(index) {
                Some(letter) if index < word.last => letter.place,
                _ => word.end,
            };
            let (from, to) = (place(word.first + word.best.first), place(word.first + word.best.last));
            if word.best.worth > 0 && start <= from && to <= end {
                push(stretches, self.text.get(start..from), false);
                push(stretches, self.text.get(from..to), true);
                start = to;
            }
        }
        push(stretches, self.text.get(start..end), false);
    }
}

fn push(stretches: &mut Vec<Stretch>, words: Option<&str>, found: bool) {
    let words = words.unwrap_or_default();
    if !words.is_empty() {
        stretches.push(Stretch { words: words.to_owned(), found });
    }
}

/// Whether a byte is a space, and as many were there with it.
fn is_nth_space(byte: u8, spaces: &mut usize, nth: usize) -> bool {
    *spaces += usize::from(byte <= b' ');
    *spaces == nth
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
fn typos(letters: &[Letter]) -> u32 {
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

/// What `fold` makes of a letter that doesn't count, of one between words, and of an apostrophe.
const NOTHING: u32 = 0;
const GAP: u32 = 1;
const APOSTROPHE: u32 = 2;

/// The letters from À to ſ without accents.
const LATIN: &[u8; 192] = b"aaaaaaaceeeeiiiidnooooo\x01ouuuuytsaaaaaaaceeeeiiiidnooooo\x01ouuuuyty\
    aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiiiiijjkkklllllllllln\
    nnnnnnnnoooooooorrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs";

/// The second letter of one that stands for two.
fn second(letter: char) -> u32 {
    match letter {
        'ß' => u32::from(b's'),
        'Æ' | 'æ' | 'Œ' | 'œ' => u32::from(b'e'),
        'Þ' | 'þ' => u32::from(b'h'),
        _ => NOTHING,
    }
}

/// A letter without case and accents.
fn fold(letter: char) -> u32 {
    let code = u32::from(letter);
    let code = match letter {
        'A'..='Z' | 'А'..='Я' => code + 32,
        '0'..='9' | 'a'..='z' => code,
        '\'' | '‘' | '’' => APOSTROPHE,
        // Soft hyphens, modifiers and combining accents, marks without width, variation selectors.
        '\u{AD}' | '\u{2B0}'..='\u{36F}' | '\u{200B}'..='\u{200F}' | '\u{2060}' | '\u{FE00}'..='\u{FE0F}' => NOTHING,
        'À'..='ſ' => LATIN.get(code as usize - 0xC0).copied().map_or(GAP, u32::from),
        '\0'..='¿' | '\u{2000}'..='\u{2BFF}' | '\u{2E00}'..='\u{303F}' => GAP,
        'Ș' | 'ș' => u32::from(b's'),
        'Ț' | 'ț' => u32::from(b't'),
        'Ѐ'..='Џ' => code + 80,
        // Capitals are even here.
        'Ѡ'..='ҿ' | 'Ӑ'..='ԯ' => code | 1,
        _ => code,
    };
    match code {
        0x439 | 0x45D => 0x438,
        0x450 | 0x451 => 0x435,
        0x453 => 0x433,
        0x457 => 0x456,
        0x45C => 0x43A,
        0x45E => 0x443,
        _ => code,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn entry(kind: Kind, title: &str, text: &str) -> Entry {
        Entry { kind, id: String::new(), title: title.into(), text: text.into() }
    }

    fn page() -> Vec<Entry> {
        vec![
            entry(Kind::Sentence, "", "In March 1921 the sailors of Kronstadt rose against the Bolsheviks."),
            entry(Kind::Person, "Leon Trotsky", "Лев Давидович Троцкий, Lev Bronstein. People’s Commissar for War."),
            entry(Kind::Person, "Mikhail Tukhachevsky", "Михаил Тухачевский. Commander of the 7th Army."),
            entry(Kind::Person, "Grigory Zinoviev", "Григорий Зиновьев. Trotsky’s rival; chairman in Petrograd."),
            entry(Kind::Person, "Ramón Mercader", "Took an ice axe to Coyoacán in 1940."),
            entry(Kind::Event, "Kronstadt rebellion", "The fortress, in Russian Кронштадт, fell on 18 March 1921."),
            entry(Kind::Event, "Genoa conference", "In April 1922 the powers met; in March they had not."),
            entry(Kind::Note, "Pud", "Пуд, старая мера: 16.38 kilograms. Ещё до Петра; йота."),
            entry(Kind::Source, "Avrich 1970", "Paul Avrich, “Kronstadt 1921”, Princeton."),
        ]
    }

    fn found(query: &str) -> Vec<usize> {
        search(&page(), query, 9).iter().map(|hit| hit.entry).collect()
    }

    fn plain(stretches: &[Stretch]) -> String {
        stretches.iter().map(|stretch| stretch.words.as_str()).collect()
    }

    /// With brackets around what was found.
    fn marked(stretches: &[Stretch]) -> String {
        let marked = stretches
            .iter()
            .map(|stretch| if stretch.found { format!("[{}]", stretch.words) } else { stretch.words.clone() });
        marked.collect()
    }

    /// Title and excerpt of the only hit among one entry.
    fn shown(title: &str, text: &str, query: &str) -> (String, String) {
        let hits = search(&[entry(Kind::Note, title, text)], query, 1);
        let [hit] = hits.as_slice() else { panic!("{query:?} found {} hits", hits.len()) };
        (marked(&hit.title), marked(&hit.excerpt))
    }

    fn title(title: &str, query: &str) -> String {
        shown(title, "", query).0
    }

    fn letters(text: &str) -> Vec<u32> {
        text.chars().map(fold).collect()
    }

    #[test]
    fn names_are_found_in_their_spellings() {
        for query in ["Кронштадт", "кронштадт", "КРОНШТ"] {
            assert_eq!(found(query), [5], "{query}");
        }
        for query in ["Kronstad", "kronstadt", "Kronshtadt", "Kornstadt", "Kronstdat", "Kronstädt"] {
            assert_eq!(found(query), [5, 8, 0], "{query}");
        }
        for query in ["Trotsky", "TROTSKI", "trotzky"] {
            assert_eq!(found(query), [1, 3], "{query}");
        }
        for (query, entry) in [
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
            assert_eq!(found(query), [entry], "{query}");
        }
    }

    #[test]
    fn every_word_must_match() {
        assert_eq!(found("march 1921"), [5, 0]);
        assert_eq!(found("1921, March!"), [5, 0]);
        assert_eq!(found("march 1922"), [6]);
        assert_eq!(found("march princeton"), []);
        assert_eq!(found("kronstadt avrich"), [8]);
        assert_eq!(found("avrich trotsky"), []);
    }

    #[test]
    fn figures_and_short_words_are_not_forgiven() {
        assert_eq!(found("1921"), [5, 8, 0]);
        assert_eq!(found("1922"), [6]);
        assert_eq!(found("1923"), []);
        assert_eq!(found("19211"), []);
        assert_eq!(found("xyzzy"), []);
        assert_eq!(found("wor"), []);
        assert_eq!(found("warr"), [1]);
    }

    #[test]
    fn nothing_asked_finds_nothing() {
        for query in ["", "   ", "…?! — «» “”", "'", "’’’", "\u{301}\u{AD}", "´ · \0", "\u{200B}"] {
            assert_eq!(found(query), [], "{query:?}");
        }
        assert!(search(&[], "war", 9).is_empty());
        assert!(search(&page(), "war", 0).is_empty());
        assert!(search(&[entry(Kind::Note, "", "")], "war", 9).is_empty());
    }

    #[test]
    fn long_queries_are_harmless() {
        assert_eq!(found(&"x".repeat(10_000)), []);
        assert_eq!(found(&"k".repeat(10_000)), []);
        assert_eq!(found(&"Kronstadt".repeat(1000)), []);
        assert_eq!(found(&"kr ".repeat(3000)), [5, 8, 0]);
        assert_eq!(found(&"?".repeat(10_000)), []);
        assert_eq!(found(&"’".repeat(10_000)), []);
        assert_eq!(found(&"🙂".repeat(10_000)), []);
        let long = "ab".repeat(50_000);
        assert_eq!(search(&[entry(Kind::Note, &long, &long)], &"ba".repeat(5000), 1).len(), 1);
        assert_eq!(search(&[entry(Kind::Note, &long, &long)], &"ab".repeat(50_001), 1).len(), 1);
    }

    #[test]
    fn better_matches_come_first() {
        let entries = [
            entry(Kind::Note, "", "a warlike text"),
            entry(Kind::Note, "", "a text on antiwar things"),
            entry(Kind::Note, "", "a text on war"),
            entry(Kind::Note, "Postwar", ""),
            entry(Kind::Note, "Warsaw", "war"),
            entry(Kind::Note, "Warsaw", "in vain"),
            entry(Kind::Note, "War", ""),
            entry(Kind::Note, "Civil war", ""),
        ];
        let found = |limit| search(&entries, "war", limit).iter().map(|hit| hit.entry).collect::<Vec<_>>();
        assert_eq!(found(9), [6, 7, 4, 5, 2, 3, 0, 1]);
        assert_eq!(found(3), [6, 7, 4]);
        assert_eq!(found(usize::MAX).len(), 8);
    }

    #[test]
    fn words_that_stand_together_come_first() {
        let apart = entry(Kind::Sentence, "", "The army was red.");
        let together = entry(Kind::Sentence, "", "The Red Army.");
        let hits = search(&[apart, together], "red army", 2);
        assert_eq!(hits.iter().map(|hit| hit.entry).collect::<Vec<_>>(), [1, 0]);
    }

    #[test]
    fn hits_are_grouped_by_kind_and_the_kind_with_the_best_comes_first() {
        let entries: Vec<_> = (0..20).map(|index| entry(Kind::ALL[4 - index % 5], "War", "")).collect();
        let found = |entries: &[Entry]| search(entries, "war", 2).iter().map(|hit| hit.entry).collect::<Vec<_>>();
        assert_eq!(found(&entries), [4, 9, 3, 8, 2, 7, 1, 6, 0, 5], "as they are listed where all are as good");
        let mut entries = entries;
        for person in entries.iter_mut().filter(|entry| entry.kind == Kind::Person) {
            "A warden".clone_into(&mut person.title);
        }
        assert_eq!(found(&entries), [3, 8, 2, 7, 1, 6, 0, 5, 4, 9]);
    }

    #[test]
    fn errors_are_forgiven_only_when_nothing_else_is_found() {
        let entries =
            [entry(Kind::Person, "Martov", ""), entry(Kind::Event, "March", ""), entry(Kind::Event, "Marsh", "")];
        let found = |query| search(&entries, query, 9).iter().map(|hit| hit.entry).collect::<Vec<_>>();
        assert_eq!(found("march"), [1]);
        assert_eq!(found("march "), [1]);
        assert_eq!(found("marth"), [0, 1, 2]);
        assert_eq!(found("narsh"), [2]);
    }

    #[test]
    fn fewer_errors_are_better() {
        let entries = [entry(Kind::Person, "Zinoviev", ""), entry(Kind::Person, "Zinovyeff", "")];
        let found = |query| search(&entries, query, 9).iter().map(|hit| hit.entry).collect::<Vec<_>>();
        assert_eq!(found("zinovyev"), [0, 1]);
        assert_eq!(found("zinovyewf"), [1]);
        assert_eq!(found("zinovyif"), [1, 0]);
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

    #[test]
    fn letters_lose_case_and_accents() {
        for (text, expected) in [
            ("ÀÉÎÕÜÝÇÑØÅß", "aeiouycnoas"),
            ("àéîõüýçñøåÿ", "aeiouycnoay"),
            ("ĀĆĐĘĞĦİĴĶŁŃŐŘŠŢŮŴŶŽſ", "acdeghijklnorstuwyzs"),
            ("āćđęğħıĵķłńőřšţůŵŷžŸ", "acdeghijklnorstuwyzy"),
            ("ȘșȚț", "sstt"),
            ("АБВГДЕЁЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯ", "абвгдеежзииклмнопрстуфхцчшщъыьэюя"),
            ("абвгдеёжзийклмнопрстуфхцчшщъыьэюя", "абвгдеежзииклмнопрстуфхцчшщъыьэюя"),
            ("ІЇЄЎЂЃЌҐѢѲҚ", "іієуђгкґѣѳқ"),
            ("ії", "іі"),
            ("სტალინი", "სტალინი"),
        ] {
            let expected: Vec<_> = expected.chars().map(u32::from).collect();
            assert_eq!(letters(text), expected, "{text}");
        }
        assert!(letters(" \n!/:@[`{~×÷«»\u{A0}–—“”…№™→。").iter().all(|letter| *letter == GAP));
        assert!(letters("\u{AD}\u{300}\u{36F}\u{200B}ʹʺ").iter().all(|letter| *letter == NOTHING));
        for letter in 'À'..='ſ' {
            let is_letter = (u32::from(b'a')..=u32::from(b'z')).contains(&fold(letter));
            assert_eq!(is_letter, !"×÷".contains(letter), "{letter}");
            assert_eq!(letter.to_lowercase().next().map(fold), Some(fold(letter)), "{letter}");
        }
        for letter in ('Ѐ'..='ԯ').filter(|letter| !('\u{482}'..='\u{489}').contains(letter)) {
            let lower = letter.to_lowercase().next().map(fold);
            assert!(lower == Some(fold(letter)) || ('Ӏ'..='ӏ').contains(&letter), "{letter}");
        }
    }

    #[test]
    fn what_matched_is_marked() {
        assert_eq!(title("Leon Trotsky", "leon trotsky"), "[Leon] [Trotsky]");
        assert_eq!(title("Leon Trotsky", "trot"), "Leon [Trot]sky");
        assert_eq!(title("Leon Trotsky", "sky"), "Leon Trot[sky]");
        assert_eq!(title("Leon Trotsky", "trotzky"), "Leon [Trotsky]");
        assert_eq!(title("“Ramón”!", "ramo"), "“[Ramó]n”!");
        assert_eq!(title("Ramo\u{301}n", "ramo"), "[Ramo\u{301}]n");
        assert_eq!(title("Ramo\u{301}", "ramo"), "[Ramo\u{301}]");
        assert_eq!(title("Große Straße", "strasse"), "Große [Straße]");
        assert_eq!(title("Große Straße", "grosse"), "[Große] Straße");
        assert_eq!(title("Ægir", "aegir"), "[Ægir]");
        assert_eq!(title("Ægir", "a"), "[Æ]gir");
        assert_eq!(title("Ægir", "ægi"), "[Ægi]r");
        assert_eq!(title("Brest-Litovsk", "litovsk"), "Brest-[Litovsk]");
        assert_eq!(title("Brest-Litovsk", "brest-lit"), "[Brest]-[Lit]ovsk");
        assert_eq!(title("Kron\u{AD}stadt", "kronstadt"), "[Kron\u{AD}stadt]");
    }

    #[test]
    fn apostrophes_do_not_count() {
        assert_eq!(title("Lenin’s death", "lenin"), "[Lenin]’s death");
        assert_eq!(title("Lenin's death", "lenin’s"), "[Lenin]'s death");
        assert_eq!(title("Death of Lenin", "Lenin's"), "Death of [Lenin]");
        assert_eq!(title("‘Lenin’", "lenin"), "‘[Lenin]’");
        assert_eq!(title("O’Brien", "obrien"), "[O’Brien]");
        assert_eq!(title("O’Brien", "o'brien"), "[O’Brien]");
        assert_eq!(title("O’Brien", "brien"), "O’[Brien]");
        assert_eq!(title("Vasilʹev", "vasilev"), "[Vasilʹev]");
        assert_eq!(title("The sailors’ s", "s"), "The [s]ailors’ [s]");
    }

    #[test]
    fn an_excerpt_is_what_stands_around_the_match() {
        let numbers: Vec<_> = (10..60).map(|number| number.to_string()).collect();
        let text = numbers.join(" ");
        assert_eq!(shown("", &text, "30").1, "… 22 23 24 25 26 27 28 29 [30] 31 32 33 34 35 36 37 38 39 40 41 42 …");
        assert_eq!(shown("", &text, "10").1, "[10] 11 12 13 14 15 16 17 18 19 20 21 22 …");
        assert_eq!(shown("", &text, "59").1, "… 51 52 53 54 55 56 57 58 [59]");
        // It isn’t worth cutting off a word or two.
        assert_eq!(
            shown("", &text, "20").1,
            "10 11 12 13 14 15 16 17 18 19 [20] 21 22 23 24 25 26 27 28 29 30 31 32 …"
        );
        assert_eq!(
            shown("", &text, "45").1,
            "… 37 38 39 40 41 42 43 44 [45] 46 47 48 49 50 51 52 53 54 55 56 57 58 59"
        );
        // Where most of the query is.
        assert_eq!(
            shown("", &text, "1 45 46").1,
            "… 37 38 39 40 41 42 43 44 [45] [46] 47 48 49 50 51 52 53 54 55 56 57 58 59"
        );
        assert_eq!(shown("Twenty", &text, "twenty"), ("[Twenty]".into(), String::new()));
        assert_eq!(shown("Twenty", "(20)", "twenty 20"), ("[Twenty]".into(), "([20])".into()));
        assert_eq!(shown("", "A hundred men of the Red Army.", "red").1, "A hund[red] men of the [Red] Army.");
    }

    #[test]
    fn an_excerpt_is_cut_at_spaces() {
        let text = "one two three (four) Brest-Litovsk six seven eight nine ten eleven twelve here \
            two three four five six seven eight nine ten eleven (twelve thirteen-fourteen) fifteen sixteen seventeen";
        assert_eq!(
            shown("", text, "here").1,
            "… Brest-Litovsk six seven eight nine ten eleven twelve [here] \
             two three four five six seven eight nine ten eleven (twelve thirteen-fourteen) …"
        );
    }

    #[test]
    fn nothing_is_lost() {
        let texts = [
            "",
            " ",
            "Ramón, “Ćwierć”; Кронштадт’s Ёлка",
            "  a\n\tb  (c) – d…  ",
            "e\u{301}\u{301}e\u{301} \u{301}e ß ßß æß",
            "s's 's s' ’s’s’ o’s",
            "🙂 a🙂b 漢字 Straße\u{200B} \u{AD}x\u{AD}",
        ];
        let queries =
            ["a", "e", "s", "ss", "r", "cw", "ronst", "ramnon", "елка", "b d", "x", "🙂", "漢", "asse", "aess", "o's"];
        let mut hits = 0;
        for title in texts {
            for text in texts {
                for query in queries {
                    let long = ["x y z ", &[text; 30].join(" "), "\n"].concat();
                    for text in [text, &long] {
                        for hit in search(&[entry(Kind::Note, title, text)], query, 1) {
                            assert_eq!(plain(&hit.title), title);
                            let excerpt = plain(&hit.excerpt);
                            let excerpt = excerpt.strip_prefix("… ").unwrap_or(&excerpt);
                            let excerpt = excerpt.strip_suffix(" …").unwrap_or(excerpt);
                            assert!(text.contains(excerpt), "{excerpt}");
                            let shown = [hit.title, hit.excerpt].concat();
                            assert!(shown.iter().any(|stretch| stretch.found), "{query} {title} {text}");
                            assert!(shown.iter().all(|stretch| !stretch.words.is_empty()));
                            hits += 1;
                        }
                    }
                }
            }
        }
        assert!(hits > 100, "{hits}");
    }
}
