//! Splits paragraphs into sentences, and sentences into inlines at emphases and mentions.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use palimpsest_story::{Inline, Mention, MentionId, NoteKind, Prose, Sentence, SentenceId, Target};
use unicode_segmentation::UnicodeSegmentation;

use crate::diagnostic::Diagnostic;
use crate::files::SourceFile;
use crate::ids::{Ids, Kind};
use crate::names::Names;
use crate::prose::{AnnotatedText, LINK_TARGETS, Link, LinkKind, target};

/// Splits the article into sentences, and numbers sentences and mentions in reading order.
pub(crate) struct SentenceSplitter<'a> {
    names: Names,
    /// The names found so far.
    found: BTreeSet<usize>,
    notes: &'a BTreeMap<String, NoteKind>,
    sentences: usize,
    mentions: usize,
}

/// A mention without its number.
struct Found {
    range: Range<usize>,
    target: Target,
    linked: bool,
}

/// The mentions of a paragraph.
struct Mentions {
    /// Those on words, in order, without overlaps.
    found: Vec<Found>,
    /// Note references and their byte offsets, in order.
    references: Vec<(usize, Target)>,
}

impl<'a> SentenceSplitter<'a> {
    /// Starts at sentence 1 and mention 1. `notes` has the kind of each note by its id.
    pub(crate) fn new(names: Names, notes: &'a BTreeMap<String, NoteKind>) -> Self {
        Self { names, found: BTreeSet::new(), notes, sentences: 0, mentions: 0 }
    }

    /// A warning for each name that was not found.
    pub(crate) fn unused_names(&self) -> impl Iterator<Item = Diagnostic> {
        self.names.unused(&self.found)
    }

    /// The note references of a text that is not split into sentences: the title.
    pub(crate) fn note_references(
        &mut self,
        text: &AnnotatedText,
        file: &SourceFile,
        ids: &Ids,
        problems: &mut Vec<Diagnostic>,
    ) -> Vec<Mention> {
        let references = self.resolve_references(&text.links, file, ids, problems);
        references.into_iter().map(|(_, target)| self.mention(target, true)).collect()
    }

    /// The sentences of a paragraph.
    pub(crate) fn sentences(
        &mut self,
        text: &AnnotatedText,
        file: &SourceFile,
        ids: &Ids,
        problems: &mut Vec<Diagnostic>,
    ) -> Vec<Sentence> {
        let mentions = self.find_mentions(text, file, ids, problems);
        let mut bounds = bounds(&text.words);
        // No sentence ends inside a mention, as at the initials of "J. V. Stalin".
        bounds.retain(|at| !mentions.found.iter().any(|found| found.range.start < *at && *at < found.range.end));
        bounds
            .windows(2)
            .map(|pair| pair[0]..pair[0] + text.words[pair[0]..pair[1]].trim_end().len())
            .filter(|range| !range.is_empty())
            .map(|range| {
                self.sentences += 1;
                let id = SentenceId::from(format!("s{}", self.sentences).as_str());
                Sentence { id, prose: self.inlines(text, range, &mentions) }
            })
            .collect()
    }

    /// The editors' links, the names outside them, and the note references of a paragraph.
    fn find_mentions(
        &mut self,
        text: &AnnotatedText,
        file: &SourceFile,
        ids: &Ids,
        problems: &mut Vec<Diagnostic>,
    ) -> Mentions {
        let mut found: Vec<Found> = Vec::new();
        for link in text.links.iter().filter(|link| link.kind == LinkKind::Words) {
            match target(&link.target, ids.kind(&link.target)) {
                Some(target) => found.push(Found { range: link.range.clone(), target, linked: true }),
                None => problems.extend(ids.unknown(&link.target, LINK_TARGETS, file.id.at(link.span.clone()))),
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
        Mentions { found, references: self.resolve_references(&text.links, file, ids, problems) }
    }

    fn resolve_references(
        &self,
        links: &[Link],
        file: &SourceFile,
        ids: &Ids,
        problems: &mut Vec<Diagnostic>,
    ) -> Vec<(usize, Target)> {
        let mut references = Vec::new();
        for link in links.iter().filter(|link| link.kind == LinkKind::NoteReference) {
            let location = file.id.at(link.span.clone());
            if ids.kind(&link.target) != Some(Kind::Note) {
                problems.extend(ids.unknown(&link.target, &[Kind::Note], location));
                continue;
            }
            if self.notes.get(&link.target) == Some(&NoteKind::Term) {
                problems.push(
                    Diagnostic::error(
                        location,
                        format!("\"{}\" is a term, which a note reference cannot point to", link.target),
                    )
                    .help(format!("link the word that it explains: [word](#{})", link.target)),
                );
                continue;
            }
            references.push((link.range.start, Target::Note(link.target.as_str().into())));
        }
        references
    }

    fn mention(&mut self, target: Target, linked: bool) -> Mention {
        self.mentions += 1;
        Mention { id: MentionId::from(format!("m{}", self.mentions).as_str()), target, linked }
    }

    fn inlines(&mut self, text: &AnnotatedText, sentence: Range<usize>, mentions: &Mentions) -> Prose {
        let Mentions { found, references } = mentions;
        let inside = |at: &usize| found.iter().any(|found| found.range.start < *at && *at < found.range.end);
        // A mention is one inline: emphasis that begins or ends inside it is ignored there, and a note reference inside it
        // follows it.
        let mut inline_bounds: BTreeSet<usize> = text.emphasis_ends().filter(|at| !inside(at)).collect();
        inline_bounds.extend(references.iter().map(|(at, _)| *at).filter(|at| !inside(at)));
        inline_bounds.extend(found.iter().flat_map(|found| [found.range.start, found.range.end]));
        inline_bounds.retain(|at| sentence.contains(at));
        inline_bounds.extend([sentence.start, sentence.end]);
        let inline_bounds: Vec<usize> = inline_bounds.into_iter().collect();
        let mut prose = Prose::new();
        for pair in inline_bounds.windows(2) {
            let (start, end) = (pair[0], pair[1]);
            let mention = found.iter().find(|found| found.range.contains(&start));
            let mention = mention.map(|found| self.mention(found.target.clone(), found.linked));
            prose.push(inline(text, start..end, mention));
            let first = start == sentence.start;
            for (_, target) in
                references.iter().filter(|(at, _)| (start < *at && *at <= end) || (first && *at == start))
            {
                let mention = self.mention(target.clone(), true);
                prose.push(inline(text, end..end, Some(mention)));
            }
        }
        prose
    }
}

/// The byte offsets at which sentences begin, and the end of the text, by UAX #29. That does not split before a number
/// ("… government. 16 of his allies"), because one may follow an abbreviation; here it does after a word of five letters or
/// more.
pub(crate) fn bounds(words: &str) -> Vec<usize> {
    let numbers = words.match_indices(". ").map(|(at, _)| (at, at + 2)).filter(|(stop, next)| {
        let letters = words[..*stop].chars().rev().take_while(|letter| letter.is_alphabetic()).count();
        letters >= 5 && words[*next..].starts_with(char::is_numeric)
    });
    let mut bounds: BTreeSet<usize> = words.split_sentence_bound_indices().map(|(at, _)| at).collect();
    bounds.extend(numbers.map(|(_, next)| next));
    bounds.insert(words.len());
    bounds.into_iter().collect()
}

fn inline(text: &AnnotatedText, range: Range<usize>, mention: Option<Mention>) -> Inline {
    let emphasis = text.emphasis_at(range.start).filter(|_| !range.is_empty());
    Inline { text: text.words[range].to_owned(), emphasis, mention, link: None, passage: None }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn split(words: &str) -> Vec<&str> {
        bounds(words).windows(2).map(|pair| words[pair[0]..pair[1]].trim_end()).collect()
    }

    #[test]
    fn a_number_begins_a_sentence_unless_it_follows_an_abbreviation() {
        assert_eq!(split("He fled. 16 of his allies died."), ["He fled. 16 of his allies died."]);
        assert_eq!(
            split("He blamed the government. 16 of his allies died."),
            ["He blamed the government.", "16 of his allies died."]
        );
        assert_eq!(split("It is no. 16 of them. Then came more."), ["It is no. 16 of them.", "Then came more."]);
    }
}
