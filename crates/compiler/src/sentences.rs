//! Cuts a paragraph into sentences, and each sentence where emphasis or a mention begins and ends.

use std::collections::BTreeSet;
use std::ops::Range;

use palimpsest_story::{Inline, Mention, MentionId, Prose, Sentence, SentenceId, Target};
use unicode_segmentation::UnicodeSegmentation;

use crate::diagnostic::Diagnostic;
use crate::files::SourceFile;
use crate::ids::{Ids, Kind};
use crate::names::Names;
use crate::prose::MarkedText;

/// Numbers sentences and mentions through the whole article.
pub(crate) struct Cutter {
    names: Names,
    sentences: usize,
    mentions: usize,
}

/// Something that words name, before it has a number.
struct Found {
    range: Range<usize>,
    target: Target,
    linked: bool,
}

impl Cutter {
    /// Begins at sentence 1 and mention 1.
    pub(crate) fn new(names: Names) -> Self {
        Self { names, sentences: 0, mentions: 0 }
    }

    /// The sentences of a paragraph.
    pub(crate) fn sentences(
        &mut self,
        text: &MarkedText,
        file: &SourceFile,
        ids: &Ids,
        problems: &mut Vec<Diagnostic>,
    ) -> Vec<Sentence> {
        let found = self.found(text, file, ids, problems);
        let mut bounds = bounds(&text.words);
        // A full stop inside a name ("J. V. Stalin") ends no sentence.
        bounds.retain(|at| !found.iter().any(|found| found.range.start < *at && *at < found.range.end));
        bounds
            .windows(2)
            .map(|pair| pair[0]..pair[0] + text.words[pair[0]..pair[1]].trim_end().len())
            .filter(|range| !range.is_empty())
            .map(|range| {
                self.sentences += 1;
                let id = SentenceId::from(format!("s{}", self.sentences).as_str());
                Sentence { id, prose: self.inlines(text, range, &found) }
            })
            .collect()
    }

    /// What the paragraph names, in order: the editors' links, and names between them.
    fn found(&self, text: &MarkedText, file: &SourceFile, ids: &Ids, problems: &mut Vec<Diagnostic>) -> Vec<Found> {
        let mut found: Vec<Found> = Vec::new();
        for link in &text.links {
            let target = match ids.kind(&link.target) {
                Some(Kind::Person) => Target::Person(link.target.as_str().into()),
                Some(Kind::Event) => Target::Event(link.target.as_str().into()),
                _ => {
                    let location = file.id.at(link.span.clone());
                    problems.extend(ids.unknown(&link.target, &[Kind::Person, Kind::Event], location));
                    continue;
                }
            };
            found.push(Found { range: link.range.clone(), target, linked: true });
        }
        let free = |range: &Range<usize>| {
            text.links.iter().all(|link| range.end <= link.range.start || link.range.end <= range.start)
        };
        let names = self.names.find(&text.words).into_iter().filter(|(range, _)| free(range));
        found.extend(names.map(|(range, person)| Found {
            range,
            target: Target::Person(person.clone()),
            linked: false,
        }));
        found.sort_by_key(|found| found.range.start);
        let mut seen = BTreeSet::new();
        for found in &mut found {
            found.linked |= seen.insert(found.target.clone());
        }
        found
    }

    fn inlines(&mut self, text: &MarkedText, sentence: Range<usize>, found: &[Found]) -> Prose {
        let inside = |at: &usize| found.iter().any(|found| found.range.start < *at && *at < found.range.end);
        // A mention stays in one piece: emphasis on a part of it counts from its start or not at all.
        let mut cuts: BTreeSet<usize> = emphasis_ends(text).filter(|at| !inside(at)).collect();
        cuts.extend(found.iter().flat_map(|found| [found.range.start, found.range.end]));
        cuts.retain(|at| sentence.contains(at));
        cuts.extend([sentence.start, sentence.end]);
        let cuts: Vec<usize> = cuts.into_iter().collect();
        cuts.windows(2)
            .map(|pair| {
                let mention = found.iter().find(|found| found.range.contains(&pair[0])).map(|found| {
                    self.mentions += 1;
                    let id = MentionId::from(format!("m{}", self.mentions).as_str());
                    Mention { id, target: found.target.clone(), linked: found.linked }
                });
                inline(text, pair[0]..pair[1], mention)
            })
            .collect()
    }
}

/// Where sentences begin, and the end: by Unicode's rules (UAX #29), which join "… government. 16 of his allies" because
/// a number may follow an abbreviation; after a word of five letters or more it does not.
fn bounds(words: &str) -> Vec<usize> {
    let numbers = words.match_indices(". ").map(|(at, _)| (at, at + 2)).filter(|(stop, next)| {
        let letters = words[..*stop].chars().rev().take_while(|letter| letter.is_alphabetic()).count();
        letters >= 5 && words[*next..].starts_with(char::is_numeric)
    });
    let mut bounds: BTreeSet<usize> = words.split_sentence_bound_indices().map(|(at, _)| at).collect();
    bounds.extend(numbers.map(|(_, next)| next));
    bounds.insert(words.len());
    bounds.into_iter().collect()
}

fn emphasis_ends(text: &MarkedText) -> impl Iterator<Item = usize> {
    text.emphasis.iter().flat_map(|(range, _)| [range.start, range.end])
}

fn inline(text: &MarkedText, range: Range<usize>, mention: Option<Mention>) -> Inline {
    let emphasis = text.emphasis.iter().find(|(emphasis, _)| emphasis.contains(&range.start)).map(|(_, kind)| *kind);
    Inline { text: text.words[range].to_owned(), emphasis, mention }
}

/// The inlines of a text of ours: emphasis, and no mentions.
pub(crate) fn plain(text: &MarkedText) -> Prose {
    let mut cuts: BTreeSet<usize> = emphasis_ends(text).collect();
    cuts.extend([0, text.words.len()]);
    let cuts: Vec<usize> = cuts.into_iter().collect();
    cuts.windows(2).map(|pair| inline(text, pair[0]..pair[1], None)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cut(words: &str) -> Vec<&str> {
        bounds(words).windows(2).map(|pair| words[pair[0]..pair[1]].trim_end()).collect()
    }

    #[test]
    fn a_number_begins_a_sentence_unless_it_follows_an_abbreviation() {
        assert_eq!(cut("He fled. 16 of his allies died."), ["He fled. 16 of his allies died."]);
        assert_eq!(
            cut("He blamed the government. 16 of his allies died."),
            ["He blamed the government.", "16 of his allies died."]
        );
        assert_eq!(cut("It is no. 16 of them. Then came more."), ["It is no. 16 of them.", "Then came more."]);
    }
}
