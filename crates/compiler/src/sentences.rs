//! Cuts a paragraph into sentences, and each sentence where emphasis or a mention begins and ends.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use palimpsest_story::{Inline, Mention, MentionId, NoteKind, Prose, Sentence, SentenceId, Target};
use unicode_segmentation::UnicodeSegmentation;

use crate::diagnostic::Diagnostic;
use crate::files::SourceFile;
use crate::ids::{Ids, Kind};
use crate::names::Names;
use crate::prose::{LINKED, Link, LinkKind, MarkedText, target};

/// Numbers sentences and mentions through the whole article.
pub(crate) struct Cutter<'a> {
    names: Names,
    /// The names that were found so far.
    found: BTreeSet<usize>,
    /// The kind of each note.
    notes: &'a BTreeMap<String, NoteKind>,
    sentences: usize,
    mentions: usize,
}

/// Something that words name, before it has a number.
struct Found {
    range: Range<usize>,
    target: Target,
    linked: bool,
}

/// What a paragraph names.
struct Marked {
    /// Stretches of words, in order.
    found: Vec<Found>,
    /// Marks of notes: where each stands, in order.
    marks: Vec<(usize, Target)>,
}

impl<'a> Cutter<'a> {
    /// Begins at sentence 1 and mention 1.
    pub(crate) fn new(names: Names, notes: &'a BTreeMap<String, NoteKind>) -> Self {
        Self { names, found: BTreeSet::new(), notes, sentences: 0, mentions: 0 }
    }

    /// A warning for each name that no sentence held.
    pub(crate) fn unused_names(&self) -> impl Iterator<Item = Diagnostic> {
        self.names.unused(&self.found)
    }

    /// The marks of notes that a line of text holds which is cut into no sentences: a title.
    pub(crate) fn marks(
        &mut self,
        text: &MarkedText,
        file: &SourceFile,
        ids: &Ids,
        problems: &mut Vec<Diagnostic>,
    ) -> Vec<Mention> {
        let marks = self.marked(&text.links, file, ids, problems);
        marks.into_iter().map(|(_, target)| self.mention(target, true)).collect()
    }

    /// The sentences of a paragraph.
    pub(crate) fn sentences(
        &mut self,
        text: &MarkedText,
        file: &SourceFile,
        ids: &Ids,
        problems: &mut Vec<Diagnostic>,
    ) -> Vec<Sentence> {
        let marked = self.look(text, file, ids, problems);
        let mut bounds = bounds(&text.words);
        // A full stop inside a name ("J. V. Stalin") ends no sentence.
        bounds.retain(|at| !marked.found.iter().any(|found| found.range.start < *at && *at < found.range.end));
        bounds
            .windows(2)
            .map(|pair| pair[0]..pair[0] + text.words[pair[0]..pair[1]].trim_end().len())
            .filter(|range| !range.is_empty())
            .map(|range| {
                self.sentences += 1;
                let id = SentenceId::from(format!("s{}", self.sentences).as_str());
                Sentence { id, prose: self.inlines(text, range, &marked) }
            })
            .collect()
    }

    /// What the paragraph names: the editors' links, names between them, and marks.
    fn look(&mut self, text: &MarkedText, file: &SourceFile, ids: &Ids, problems: &mut Vec<Diagnostic>) -> Marked {
        let mut found: Vec<Found> = Vec::new();
        for link in text.links.iter().filter(|link| link.kind == LinkKind::Words) {
            match target(&link.target, ids.kind(&link.target)) {
                Some(target) => found.push(Found { range: link.range.clone(), target, linked: true }),
                None => problems.extend(ids.unknown(&link.target, LINKED, file.id.at(link.span.clone()))),
            }
        }
        let free = |range: &Range<usize>| {
            text.links.iter().all(|link| range.end <= link.range.start || link.range.end <= range.start)
        };
        for (range, name) in self.names.find(&text.words) {
            self.found.insert(name);
            if free(&range) {
                found.push(Found { range, target: Target::Person(self.names.owner(name).clone()), linked: false });
            }
        }
        found.sort_by_key(|found| found.range.start);
        let mut seen = BTreeSet::new();
        for found in &mut found {
            found.linked |= seen.insert(found.target.clone());
        }
        Marked { found, marks: self.marked(&text.links, file, ids, problems) }
    }

    fn marked(
        &self,
        links: &[Link],
        file: &SourceFile,
        ids: &Ids,
        problems: &mut Vec<Diagnostic>,
    ) -> Vec<(usize, Target)> {
        let mut marks = Vec::new();
        for link in links.iter().filter(|link| link.kind == LinkKind::Mark) {
            let location = file.id.at(link.span.clone());
            if ids.kind(&link.target) != Some(Kind::Note) {
                problems.extend(ids.unknown(&link.target, &[Kind::Note], location));
                continue;
            }
            if self.notes.get(&link.target) == Some(&NoteKind::Term) {
                problems.push(
                    Diagnostic::error(location, format!("\"{}\" is a term, and terms have no marks", link.target))
                        .help(format!("link the words that it explains: [words](#{})", link.target)),
                );
                continue;
            }
            marks.push((link.range.start, Target::Note(link.target.as_str().into())));
        }
        marks
    }

    fn mention(&mut self, target: Target, linked: bool) -> Mention {
        self.mentions += 1;
        Mention { id: MentionId::from(format!("m{}", self.mentions).as_str()), target, linked }
    }

    fn inlines(&mut self, text: &MarkedText, sentence: Range<usize>, marked: &Marked) -> Prose {
        let Marked { found, marks } = marked;
        let inside = |at: &usize| found.iter().any(|found| found.range.start < *at && *at < found.range.end);
        // A mention stays in one piece: emphasis on a part of it counts from its start or not at all, and a mark inside
        // it stands after it.
        let mut cuts: BTreeSet<usize> = text.emphasis_ends().filter(|at| !inside(at)).collect();
        cuts.extend(marks.iter().map(|(at, _)| *at).filter(|at| !inside(at)));
        cuts.extend(found.iter().flat_map(|found| [found.range.start, found.range.end]));
        cuts.retain(|at| sentence.contains(at));
        cuts.extend([sentence.start, sentence.end]);
        let cuts: Vec<usize> = cuts.into_iter().collect();
        let mut prose = Prose::new();
        for pair in cuts.windows(2) {
            let (start, end) = (pair[0], pair[1]);
            let mention = found.iter().find(|found| found.range.contains(&start));
            let mention = mention.map(|found| self.mention(found.target.clone(), found.linked));
            prose.push(inline(text, start..end, mention));
            let first = start == sentence.start;
            for (_, target) in marks.iter().filter(|(at, _)| (start < *at && *at <= end) || (first && *at == start)) {
                let mention = self.mention(target.clone(), true);
                prose.push(inline(text, end..end, Some(mention)));
            }
        }
        prose
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

fn inline(text: &MarkedText, range: Range<usize>, mention: Option<Mention>) -> Inline {
    let emphasis = text.emphasis_at(range.start).filter(|_| !range.is_empty());
    Inline { text: text.words[range].to_owned(), emphasis, mention, link: None }
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
