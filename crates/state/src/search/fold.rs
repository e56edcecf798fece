//! Texts folded for comparison: words of letters without case and accents.

/// A text and its words, without case and accents.
pub(super) struct Folded<'a> {
    pub text: &'a str,
    pub letters: Vec<Letter>,
    pub words: Vec<Word>,
}

/// A letter of a word. Equality ignores its position.
pub(super) struct Letter {
    pub code: u32,
    /// The position in the text, in bytes. The second letter of a character that folds to two, such as “æ”, has the position
    /// after that character.
    pub place: usize,
}

impl PartialEq for Letter {
    fn eq(&self, other: &Self) -> bool {
        self.code == other.code
    }
}

/// A word of a text, and how the query matches it.
pub(super) struct Word {
    /// The range of the word's letters among all letters of the text.
    pub first: usize,
    pub last: usize,
    /// The end of the word in the text, in bytes.
    pub end: usize,
    /// The best match of a term.
    pub best: Match,
    /// A bit for each term of the query that matches the word.
    pub terms: u32,
}

/// How well a term matches a word, and in which letters.
#[derive(Clone, Copy, Default)]
pub(super) struct Match {
    /// The score; 0 for no match.
    pub score: u32,
    /// The range of the matched letters within the word.
    pub first: usize,
    pub last: usize,
}

impl<'a> Folded<'a> {
    /// Folds a text.
    pub fn of(text: &'a str) -> Self {
        // A word has about six letters. Growing the vectors would copy their content.
        let mut folded =
            Self { text, letters: Vec::with_capacity(text.len()), words: Vec::with_capacity(text.len() / 5) };
        let mut first = 0;
        let mut end = 0;
        // The number of letters before the last apostrophe, and the end of these letters in the text.
        let mut stem = (0, 0);
        let mut rest = text.chars();
        loop {
            let place = text.len() - rest.as_str().len();
            let letter = rest.next();
            let last = folded.letters.len();
            match letter.map_or(GAP, fold) {
                GAP => {
                    if first < last {
                        let mut word = Word { first, last, end, best: Match::default(), terms: 0 };
                        // “Lenin’s” counts as the word “Lenin”.
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

    /// Returns the letters of one of the words.
    pub fn letters(&self, word: &Word) -> &[Letter] {
        self.letters.get(word.first..word.last).unwrap_or_default()
    }

    /// Returns the words that are not among the words of `dropped`.
    pub fn without(&self, dropped: &Folded) -> Vec<&[Letter]> {
        let mut kept = Vec::new();
        for word in &self.words {
            let letters = self.letters(word);
            if !dropped.has(letters) {
                kept.push(letters);
            }
        }
        kept
    }

    /// Reports whether these letters are one of the words.
    pub fn has(&self, letters: &[Letter]) -> bool {
        self.words.iter().any(|word| self.letters(word) == letters)
    }
}

/// The codes that [`fold`] returns for an ignored character, for a character between words, and for an apostrophe.
const NOTHING: u32 = 0;
const GAP: u32 = 1;
const APOSTROPHE: u32 = 2;

/// The letters from À to ſ, folded.
const LATIN: &[u8; 192] = b"aaaaaaaceeeeiiiidnooooo\x01ouuuuytsaaaaaaaceeeeiiiidnooooo\x01ouuuuyty\
    aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiiiiijjkkklllllllllln\
    nnnnnnnnoooooooorrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs";

/// The letters from Ḁ to ỿ, folded, one for each pair of upper and lower case. In two pairs, which serve transliteration,
/// the two letters differ.
const LATIN_MORE: &[u8; 128] = b"abbbcdddddeeeeefghhhhhiikkkllllmmmnnnnoooopprrrrsssssttttuuuuuvvwwwwwxxyzzzhwass\
    aaaaaaaaaaaaeeeeeeeeiioooooooooooouuuuuuuyyyylvy";

/// Returns the second letter of a character that folds to two, or [`NOTHING`].
fn second(letter: char) -> u32 {
    match letter {
        'ß' => u32::from(b's'),
        'Æ' | 'æ' | 'Œ' | 'œ' => u32::from(b'e'),
        'Þ' | 'þ' => u32::from(b'h'),
        _ => NOTHING,
    }
}

/// Folds a character: removes its case and its accents.
fn fold(letter: char) -> u32 {
    let code = u32::from(letter);
    let code = match letter {
        'A'..='Z' | 'А'..='Я' | 'Α'..='Ω' => code + 32,
        '0'..='9' | 'a'..='z' => code,
        '\'' | '‘' | '’' => APOSTROPHE,
        // The digits of Arabic and of Persian.
        '٠'..='٩' | '۰'..='۹' => (code & 0xF) + u32::from(b'0'),
        // Letters, digits and marks as wide as Chinese characters.
        '！'..='～' => return char::from_u32(code - 0xFEE0).map_or(GAP, fold),
        // Soft hyphens, modifier letters and combining accents, the vowel marks of Arabic and its line that only stretches a
        // word, zero-width characters, variation selectors.
        '\u{AD}'
        | '\u{2B0}'..='\u{36F}'
        | '\u{640}'
        | '\u{64B}'..='\u{652}'
        | '\u{200B}'..='\u{200F}'
        | '\u{2060}'
        | '\u{FE00}'..='\u{FE0F}' => NOTHING,
        '\u{1E00}'..='\u{1EFF}' => LATIN_MORE.get((code as usize - 0x1E00) / 2).copied().map_or(GAP, u32::from),
        'À'..='ſ' => LATIN.get(code as usize - 0xC0).copied().map_or(GAP, u32::from),
        '\0'..='¿' | '\u{2000}'..='\u{2BFF}' | '\u{2E00}'..='\u{303F}' | '،' | '؛' | '؟' | '۔' => GAP,
        'Ș' | 'ș' => u32::from(b's'),
        'Ț' | 'ț' => u32::from(b't'),
        'Ѐ'..='Џ' => code + 80,
        // In these blocks, capitals have even code points.
        'Ѡ'..='ҿ' | 'Ӑ'..='ԯ' => code | 1,
        _ => code,
    };
    match code {
        0x439 | 0x45D => 0x438,
        // Greek letters with accents, and the final form of sigma.
        0x386 | 0x3AC => 0x3B1,
        0x388 | 0x3AD => 0x3B5,
        0x389 | 0x3AE => 0x3B7,
        0x38A | 0x3AF | 0x390 | 0x3CA => 0x3B9,
        0x38C | 0x3CC => 0x3BF,
        0x38E | 0x3CD | 0x3B0 | 0x3CB => 0x3C5,
        0x38F | 0x3CE => 0x3C9,
        0x3C2 => 0x3C3,
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
    use crate::search::examples::assert_titles;

    fn folded(text: &str) -> Vec<u32> {
        text.chars().map(fold).collect()
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
            ("ẞẾếỲẠṂḥ", "seeyamh"),
            ("ΆΈΉΊΌΎΏάέήίόύώΑΩς", "αεηιουωαεηιουωαωσ"),
            ("٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹０１９", "01234567890123456789019"),
            ("Ｌｅｎｉｎ", "lenin"),
        ] {
            let expected: Vec<_> = expected.chars().map(u32::from).collect();
            assert_eq!(folded(text), expected, "{text}");
        }
        assert!(folded(" \n!/:@[`{~×÷«»\u{A0}–—“”…№™→。،؛؟۔！（），．：；？").iter().all(|letter| *letter == GAP));
        assert!(folded("\u{AD}\u{300}\u{36F}\u{200B}ʹʺـًُّْ").iter().all(|letter| *letter == NOTHING));
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
    fn composed_and_combined_accents_are_alike() {
        assert_titles(&[
            ("Hồ Chí Minh", "ho\u{302}\u{300} chi\u{301}", "[Hồ] [Chí] Minh"),
            ("Ho\u{302}\u{300} Chi\u{301} Minh", "hồ chí", "[Ho\u{302}\u{300}] [Chi\u{301}] Minh"),
            ("Ελευθέριος", "ελευθεριος", "[Ελευθέριος]"),
            ("Lev\u{a0}Kamenev", "lev kamenev", "[Lev]\u{a0}[Kamenev]"),
            ("Anne\u{2011}Marie", "anne-marie", "[Anne]\u{2011}[Marie]"),
            ("مالقة، ١٤٨٧؟", "مالقة 1487", "[مالقة]، [١٤٨٧]؟"),
            ("محمّد", "محمد", "[محمّد]"),
            ("１９４９年，毛泽东", "1949年", "[１９４９年]，毛泽东"),
            ("1949年毛泽东宣布", "毛泽东", "1949年[毛泽东]宣布"),
            ("1949年毛泽东宣布", "宣布", "1949年毛泽东[宣布]"),
            ("และเลนินกล่าว", "เลนิน", "และ[เลนิน]กล่าว"),
        ]);
    }

    #[test]
    fn apostrophes_do_not_count() {
        assert_titles(&[
            ("Lenin’s death", "lenin", "[Lenin]’s death"),
            ("Lenin's death", "lenin’s", "[Lenin]'s death"),
            ("Death of Lenin", "Lenin's", "Death of [Lenin]"),
            ("‘Lenin’", "lenin", "‘[Lenin]’"),
            ("O’Brien", "obrien", "[O’Brien]"),
            ("O’Brien", "o'brien", "[O’Brien]"),
            ("O’Brien", "brien", "O’[Brien]"),
            ("Vasilʹev", "vasilev", "[Vasilʹev]"),
            ("The sailors’ s", "s", "The [s]ailors’ [s]"),
        ]);
    }
}
