//! Finds people in the article by the `names` of `people.toml`.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use aho_corasick::AhoCorasick;
use palimpsest_story::PersonId;

use crate::addresses::addresses;
use crate::diagnostic::{Diagnostic, Location};
use crate::folded::{Folded, folded};
use crate::whole_words::is_whole;

/// The names of all people, with an automaton that finds them.
pub(crate) struct Names {
    /// Each name with its person and its place in the file, in the order of the automaton's patterns.
    known: Vec<(String, PersonId, Location)>,
    automaton: AhoCorasick,
    /// The language tag of the texts.
    language: String,
}

impl Names {
    /// Builds the automaton from names, each with its person and its location in the file. Reports names that are given
    /// twice. `language` is the language tag of the texts.
    pub(crate) fn new(
        names: impl IntoIterator<Item = (String, PersonId, Location)>,
        language: &str,
        problems: &mut Vec<Diagnostic>,
    ) -> Self {
        let mut known: BTreeMap<String, (String, PersonId, Location)> = BTreeMap::new();
        for (name, owner, location) in names {
            let form = folded(&name);
            // An empty name is reported when its field is checked.
            if name.trim().is_empty() {
                continue;
            }
            if let Some((_, other, first)) = known.get(&form) {
                problems.push(
                    Diagnostic::error(location, format!("the name \"{name}\" is given twice"))
                        .related(first.clone(), format!("first given here, for \"{other}\""))
                        .help("a name must mean one person: give a longer form, or link the words in article.md"),
                );
            } else {
                known.insert(form, (name, owner, location));
            }
        }
        let automaton = AhoCorasick::new(known.keys())
            // Building fails only if there are too many patterns for 32-bit indices, and files are limited to 16 MiB.
            .unwrap_or_else(|error| unreachable!("names of at most 16 MiB fit an automaton: {error}"));
        Self { known: known.into_values().collect(), automaton, language: language.to_owned() }
    }

    /// Returns a warning for each name that is not in `found`. `within` has the names that occur within longer ones, each
    /// with those longer names.
    pub(crate) fn unused(
        &self,
        found: &BTreeSet<usize>,
        within: &BTreeMap<usize, BTreeSet<usize>>,
    ) -> impl Iterator<Item = Diagnostic> {
        let unused = self.known.iter().enumerate().filter(|(index, _)| !found.contains(index));
        unused.map(|(index, (name, _, location))| {
            let Some(longer) = within.get(&index) else {
                return Diagnostic::warning(
                    location.clone(),
                    format!("the name \"{name}\" never occurs in the article"),
                )
                .help("write it as the article does, or remove it");
            };
            let longer: Vec<_> = longer.iter().map(|name| format!("\"{}\"", self.known[*name].0)).collect();
            let message = format!("the name \"{name}\" occurs only within longer names");
            let help =
                format!("remove it; the article has it only as a part of {}, which is found", longer.join(" and "));
            Diagnostic::warning(location.clone(), message).help(help)
        })
    }

    /// Returns the person to whom the name with this index belongs.
    pub(crate) fn owner(&self, name: usize) -> &PersonId {
        &self.known[name].1
    }

    /// Finds the names in a text. Returns their byte ranges and indices, in order and without overlaps. Of names that begin
    /// at the same place, the longest counts. A name must be a whole word: "Lenin" is not found in "Leninism". Composed and
    /// decomposed accents are equivalent, and so are all kinds of whitespace, all apostrophes and all hyphens. No name is
    /// found in an address.
    ///
    /// Each name that is dropped because it overlaps another is added to `within`, with the name that was found instead.
    pub(crate) fn find(&self, text: &str, within: &mut BTreeMap<usize, BTreeSet<usize>>) -> Vec<(Range<usize>, usize)> {
        let folded = Folded::new(text);
        let addresses = addresses(text);
        let is_outside = |range: &Range<usize>| {
            addresses.iter().all(|address| range.end <= address.start || address.end <= range.start)
        };
        let mut found: Vec<_> = self
            .automaton
            .find_overlapping_iter(&folded.text)
            .filter_map(|found| Some((folded.written(found.range())?, found.pattern().as_usize())))
            .filter(|(range, _)| is_whole(text, range, &self.language) && is_outside(range))
            .collect();
        found.sort_by_key(|(range, _)| (range.start, Reverse(range.end)));
        let (mut end, mut longer) = (0, 0);
        found.retain(|(range, name)| {
            let free = range.start >= end;
            if free {
                (end, longer) = (range.end, *name);
            } else {
                within.entry(*name).or_default().insert(longer);
            }
            free
        });
        found
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::FileId;

    fn names_in(language: &str, list: &[(&str, &str)]) -> (Names, Vec<Diagnostic>) {
        let mut problems = Vec::new();
        let list = list.iter().map(|(name, owner)| ((*name).to_owned(), PersonId::from(*owner), FileId(0).at(0..0)));
        (Names::new(list, language, &mut problems), problems)
    }

    fn names(list: &[(&str, &str)]) -> (Names, Vec<Diagnostic>) {
        names_in("en", list)
    }

    fn found<'t>(names: &Names, text: &'t str) -> Vec<(&'t str, String)> {
        let found = names.find(text, &mut BTreeMap::new());
        found.into_iter().map(|(range, name)| (&text[range], names.owner(name).to_string())).collect()
    }

    /// Returns the occurrences of one name.
    fn words<'t>(language: &str, name: &str, text: &'t str) -> Vec<&'t str> {
        let (names, _) = names_in(language, &[(name, "one")]);
        names.find(text, &mut BTreeMap::new()).into_iter().map(|(range, _)| &text[range]).collect()
    }

    #[test]
    fn the_longest_name_counts() {
        let (names, _) = names(&[("Kamenev", "kamenev"), ("Lev Kamenev", "kamenev"), ("Lev", "sedov")]);
        assert_eq!(
            found(&names, "Lev met Lev Kamenev."),
            [("Lev", "sedov".to_owned()), ("Lev Kamenev", "kamenev".to_owned())]
        );
    }

    #[test]
    fn a_name_within_longer_ones_alone_is_told_as_such() {
        let (names, _) =
            names(&[("Oakes", "oakes"), ("Dr. Oakes", "oakes"), ("Philip Oakes", "oakes"), ("Lind", "lind")]);
        let unused = |text: &str| {
            let mut within = BTreeMap::new();
            let found = names.find(text, &mut within).into_iter().map(|(_, name)| name).collect();
            let told = |problem: Diagnostic| (problem.message, problem.help.unwrap_or_default());
            names.unused(&found, &within).map(told).collect::<Vec<_>>()
        };
        let told = unused("Lind met Dr. Oakes. Philip Oakes left.");
        assert_eq!(told.len(), 1);
        assert_eq!(told[0].0, "the name \"Oakes\" occurs only within longer names");
        assert!(told[0].1.contains("\"Dr. Oakes\" and \"Philip Oakes\""), "{}", told[0].1);
        let told = unused("Dr. Oakes met Oakes and Philip Oakes.");
        assert_eq!(
            told.into_iter().map(|(message, _)| message).collect::<Vec<_>>(),
            ["the name \"Lind\" never occurs in the article"]
        );
    }

    #[test]
    fn names_are_whole_words_and_may_have_a_genitive() {
        assert_eq!(words("en", "Lenin", "Leninism, Lenin’s, (Lenin), Lenin'd, Lenin’ll").len(), 4);
    }

    #[test]
    fn what_joins_words_is_no_boundary() {
        for (name, text) in [
            ("Neil", "O’Neil met O'Neil, O´Neil, O`Neil, O‘Neil, O＇Neil and O\u{2bc}Neil."),
            ("Anne", "Anne-Marie"),
            ("Marie", "Anne\u{2010}Marie and Anne\u{2011}Marie"),
            ("Paul", "Jean-Paul Sartre"),
            ("Kim Il", "Kim Il-sung"),
            ("Assad", "al-Assad"),
        ] {
            assert_eq!(words("en", name, text), Vec::<&str>::new(), "{name}");
        }
        assert_eq!(words("en", "Lenin", "Lenin\u{2bc}s, Lenin´s, Lenin`s, Lenin‘s, Lenin＇s"), ["Lenin"; 5]);
        assert_eq!(words("en", "Lenin", "Lenin\u{2bc}sk, \u{2bc}Lenin\u{2bc}, `Lenin`"), ["Lenin"; 2]);
        assert_eq!(words("en", "Paul", "Paul – or -Paul-, ‘Paul’, Paul’ Paul—Anne"), ["Paul"; 5]);
    }

    /// A compound is a single word, an adjective, and not the person. An editor who wants a link to the person links the
    /// name in it.
    #[test]
    fn a_compound_with_a_name_is_not_the_name() {
        assert_eq!(words("en", "Lenin", "Lenin-era laws, post-Lenin, the Lenin–Stalin years"), ["Lenin"]);
    }

    #[test]
    fn articles_are_elided_before_names() {
        assert_eq!(words("fr", "Anne", "l’Anne, d'Anne, qu’Anne, O’Anne"), ["Anne"; 3]);
        assert_eq!(words("it", "Anna", "dell’Anna"), ["Anna"]);
        assert_eq!(words("en", "Artagnan", "d’Artagnan"), Vec::<&str>::new());
        assert_eq!(words("tr", "Lenin", "Lenin’in"), ["Lenin"]);
        assert_eq!(words("en", "Lenin", "Lenin’in"), Vec::<&str>::new());
    }

    #[test]
    fn accents_blanks_and_apostrophes_are_alike() {
        assert_eq!(words("en", "Ramo\u{301}n", "Ramón and Ramo\u{301}n"), ["Ramón", "Ramo\u{301}n"]);
        assert_eq!(words("en", "Ramón", "Ramo\u{301}n"), ["Ramo\u{301}n"]);
        assert_eq!(words("en", "Ramo", "Ramo\u{301}n, Ramo\u{301}"), Vec::<&str>::new());
        assert_eq!(
            words("en", "Lev Kamenev", "Lev\u{a0}Kamenev, Lev\nKamenev, Lev  Kamenev"),
            ["Lev\u{a0}Kamenev", "Lev\nKamenev", "Lev  Kamenev"]
        );
        assert_eq!(words("en", "Lev\u{a0}Kamenev", "Lev Kamenev"), ["Lev Kamenev"]);
        assert_eq!(words("en", "O'Neil", "O’Neil O\u{2bc}Neil"), ["O’Neil", "O\u{2bc}Neil"]);
        assert_eq!(words("en", "Anne-Marie", "Anne\u{2011}Marie"), ["Anne\u{2011}Marie"]);
        let (_, problems) = names(&[("Lev Kamenev", "lev"), ("Lev\u{a0}Kamenev", "other")]);
        assert_eq!(problems.len(), 1);
    }

    #[test]
    fn scripts_without_blanks_have_names_inside_of_a_run() {
        assert_eq!(words("zh", "毛泽东", "1949年毛泽东宣布"), ["毛泽东"]);
        assert_eq!(words("ja", "レーニン", "レーニンは、レーニングラードで"), ["レーニン"]);
        assert_eq!(words("ja", "毛沢東", "毛沢東は言った"), ["毛沢東"]);
        assert_eq!(words("th", "เลนิน", "และเลนินกล่าว"), ["เลนิน"]);
        assert_eq!(words("ko", "레닌", "레닌은 레닌의 레닌그라드"), ["레닌"; 2]);
        assert_eq!(words("ar", "لينين", "ولينين قال للينين"), ["لينين"; 2]);
        assert_eq!(words("he", "לנין", "ולנין"), ["לנין"]);
    }

    #[test]
    fn raised_numbers_and_addresses_have_no_part_in_names() {
        assert_eq!(words("en", "Lenin", "Lenin¹ met Lenin⁴, and Lenin② left"), ["Lenin"; 3]);
        assert_eq!(words("en", "Lenin", "https://example.org/Lenin, www.Lenin.com, Lenin@example.org"), [""; 0]);
        assert_eq!(words("en", "Lenin", "https://example.org/a Lenin"), ["Lenin"]);
    }

    #[test]
    fn names_are_found_however_their_marks_are_typed() {
        assert_eq!(words("he", "בן-גוריון", "בן־גוריון"), ["בן־גוריון"]);
        assert_eq!(words("he", "צה\"ל", "צה״ל"), ["צה״ל"]);
        assert_eq!(words("he", "ג'ורג'", "ג׳ורג׳"), ["ג׳ורג׳"]);
        assert_eq!(words("ko", "레닌", "레닌에게서 레닌한테 레닌이며 레닌들은"), ["레닌"; 4]);
        assert_eq!(words("zh", "列夫·托洛茨基", "列夫・托洛茨基和列夫•托洛茨基").len(), 2);
    }

    #[test]
    fn a_name_cannot_mean_two_people() {
        let (_, problems) = names(&[("Kamenev", "lev"), ("Kamenev", "sergei")]);
        assert_eq!(problems[0].message, "the name \"Kamenev\" is given twice");
    }
}
