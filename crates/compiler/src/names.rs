//! Finds people in the article by the `names` of `people.toml`.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use aho_corasick::AhoCorasick;
use palimpsest_story::PersonId;

use crate::diagnostic::{Diagnostic, Location};

/// The names of all people, with an automaton that finds them.
pub(crate) struct Names {
    /// Each name with its person and its place in the file, in the order of the automaton's patterns.
    names: Vec<(String, PersonId, Location)>,
    automaton: AhoCorasick,
}

impl Names {
    /// Takes each name with its person and its place in the file. Reports empty names and those given twice.
    pub(crate) fn new(
        names: impl IntoIterator<Item = (String, PersonId, Location)>,
        problems: &mut Vec<Diagnostic>,
    ) -> Self {
        let mut known: BTreeMap<String, (PersonId, Location)> = BTreeMap::new();
        for (name, owner, location) in names {
            if name.trim().is_empty() {
                problems.push(Diagnostic::error(location, "a name is empty").help("write it, or remove it"));
            } else if let Some((other, first)) = known.get(&name) {
                problems.push(
                    Diagnostic::error(location, format!("the name \"{name}\" is given twice"))
                        .related(first.clone(), format!("first given here, for \"{other}\""))
                        .help("a name must mean one person: give a longer form, or link the words in article.md"),
                );
            } else {
                known.insert(name, (owner, location));
            }
        }
        let automaton = AhoCorasick::new(known.keys())
            // Building fails only when there are too many patterns for its 32-bit indices, and files are limited to 16 MiB.
            .unwrap_or_else(|error| unreachable!("names of at most 16 MiB fit an automaton: {error}"));
        let names = known.into_iter().map(|(name, (owner, location))| (name, owner, location)).collect();
        Self { names, automaton }
    }

    /// A warning for each name that is not in `found`.
    pub(crate) fn unused(&self, found: &BTreeSet<usize>) -> impl Iterator<Item = Diagnostic> {
        let unused = self.names.iter().enumerate().filter(|(index, _)| !found.contains(index));
        unused.map(|(_, (name, _, location))| {
            Diagnostic::warning(location.clone(), format!("the name \"{name}\" never occurs in the article"))
                .help("write it as the article does, or remove it")
        })
    }

    /// The person with this name.
    pub(crate) fn owner(&self, name: usize) -> &PersonId {
        &self.names[name].1
    }

    /// The names in the text, as byte ranges with indices of names, in order and without overlaps. Of names that begin at one
    /// place the longest counts. A name is a whole word: "Lenin" is not found in "Leninism".
    pub(crate) fn find(&self, text: &str) -> Vec<(Range<usize>, usize)> {
        let alone = |range: &Range<usize>| {
            !text[..range.start].ends_with(char::is_alphanumeric)
                && !text[range.end..].starts_with(char::is_alphanumeric)
        };
        let mut found: Vec<_> = self
            .automaton
            .find_overlapping_iter(text)
            .map(|found| (found.range(), found.pattern().as_usize()))
            .filter(|(range, _)| alone(range))
            .collect();
        found.sort_by_key(|(range, _)| (range.start, Reverse(range.end)));
        let mut end = 0;
        found.retain(|(range, _)| {
            let free = range.start >= end;
            if free {
                end = range.end;
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

    fn names(list: &[(&str, &str)]) -> (Names, Vec<Diagnostic>) {
        let mut problems = Vec::new();
        let list = list.iter().map(|(name, owner)| ((*name).to_owned(), PersonId::from(*owner), FileId(0).at(0..0)));
        (Names::new(list, &mut problems), problems)
    }

    fn found<'t>(names: &Names, text: &'t str) -> Vec<(&'t str, String)> {
        names.find(text).into_iter().map(|(range, name)| (&text[range], names.owner(name).to_string())).collect()
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
    fn names_are_whole_words_and_may_have_a_genitive() {
        let (names, _) = names(&[("Lenin", "lenin")]);
        assert_eq!(found(&names, "Leninism, Lenin’s, (Lenin)").len(), 2);
    }

    #[test]
    fn a_name_cannot_mean_two_people() {
        let (_, problems) = names(&[("Kamenev", "lev"), ("Kamenev", "sergei")]);
        assert_eq!(problems[0].message, "the name \"Kamenev\" is given twice");
    }
}
