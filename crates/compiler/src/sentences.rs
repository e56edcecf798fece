//! Splits paragraphs into sentences, and sentences into inlines at marks and mentions.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use palimpsest_story::{
    Inline, Mark, Mention, MentionId, NoteKind, OwnMark, Paragraph, Prose, Sentence, SentenceId, Target,
};

use crate::annotated::{AnnotatedText, LINK_TARGETS, Link, LinkKind, target};
use crate::diagnostic::Diagnostic;
use crate::files::SourceFile;
use crate::ids::{Ids, Kind};
use crate::names::Names;
use crate::own_notes::OwnNotes;
use crate::segments::bounds;

/// Splits the article into sentences, and numbers sentences and mentions in reading order.
pub(crate) struct SentenceSplitter<'a> {
    names: Names,
    /// The language tag of the article.
    language: &'a str,
    /// The indices of the names found so far.
    found: BTreeSet<usize>,
    /// The names that occurred within longer ones, each with those longer names.
    within: BTreeMap<usize, BTreeSet<usize>>,
    notes: &'a BTreeMap<String, NoteKind>,
    /// The notes written by the author.
    pub own_notes: OwnNotes,
    sentences: usize,
    mentions: usize,
}

/// A mention that has no number yet.
struct Found {
    range: Range<usize>,
    target: Target,
    linked: bool,
}

/// The mentions of a paragraph.
struct Mentions {
    /// The mentions that cover words, in order and without overlaps.
    found: Vec<Found>,
    /// The note references with their byte offsets, in order.
    references: Vec<(usize, Reference)>,
}

/// A reference to a note.
#[derive(Clone)]
enum Reference {
    /// A reference to a note of the editors'.
    Editors(Target),
    /// A reference to a note of the author's.
    Own(OwnMark),
}

impl<'a> SentenceSplitter<'a> {
    /// Creates a splitter that counts sentences and mentions from 1. `notes` has the kind of each editors' note by its id.
    pub(crate) fn new(names: Names, language: &'a str, notes: &'a BTreeMap<String, NoteKind>) -> Self {
        let (found, within, own_notes) = (BTreeSet::new(), BTreeMap::new(), OwnNotes::default());
        Self { names, language, found, within, notes, own_notes, sentences: 0, mentions: 0 }
    }

    /// Returns a warning for each name that was not found.
    pub(crate) fn unused_names(&self) -> impl Iterator<Item = Diagnostic> {
        self.names.unused(&self.found, &self.within)
    }

    /// Returns the note references of the title, which is not split into sentences: those to the editors' notes, and those
    /// to the author's.
    pub(crate) fn note_references(
        &mut self,
        text: &AnnotatedText,
        file: &SourceFile,
        ids: &Ids,
        problems: &mut Vec<Diagnostic>,
    ) -> (Vec<Mention>, Vec<OwnMark>) {
        let (mut editors, mut own) = (Vec::new(), Vec::new());
        for (_, reference) in self.resolve_references(&text.links, file, ids, problems) {
            match reference {
                Reference::Editors(target) => editors.push(self.mention(target, true)),
                Reference::Own(mark) => own.push(mark),
            }
        }
        (editors, own)
    }

    /// Splits a paragraph into sentences.
    pub(crate) fn paragraph(
        &mut self,
        text: &AnnotatedText,
        file: &SourceFile,
        ids: &Ids,
        problems: &mut Vec<Diagnostic>,
    ) -> Paragraph {
        let mut mentions = self.find_mentions(text, file, ids, problems);
        let set =
            |(range, mark): &(Range<usize>, Mark)| matches!(mark, Mark::Stress | Mark::Away(_)).then(|| range.clone());
        let set: Vec<_> = text.marks.iter().filter_map(set).collect();
        let mut bounds = bounds(&text.without_raised(), self.language, &set);
        // No sentence ends inside a mention, as at the initials of "J. V. Stalin", or inside words set as code.
        let whole = text.marks.iter().filter(|(_, mark)| *mark == Mark::Code).map(|(range, _)| range);
        let whole: Vec<_> = whole.chain(mentions.found.iter().map(|found| &found.range)).collect();
        bounds.retain(|at| !whole.iter().any(|range| range.start < *at && *at < range.end));
        if text.words.is_empty() {
            bounds = vec![0, 0];
        }
        let mut sentences = Vec::new();
        for pair in bounds.windows(2) {
            let words = &text.words[pair[0]..pair[1]];
            // Whitespace after the last sentence belongs to it, because no other sentence follows.
            let is_last = pair[1] == text.words.len();
            let range = pair[0]..pair[0] + if is_last { words.len() } else { words.trim_end().len() };
            // A reference between two sentences belongs to the first.
            for (at, _) in &mut mentions.references {
                if range.end < *at && *at < pair[1] {
                    *at = range.end;
                }
            }
            // A sentence without words may still have a note reference.
            let is_nothing = range.is_empty() && !mentions.references.iter().any(|(at, _)| *at == range.start);
            if !is_nothing {
                let space = words[range.len()..].to_owned();
                sentences.push(Sentence { id: self.sentence(), prose: self.inlines(text, range, &mentions), space });
            }
        }
        Paragraph { sentences }
    }

    /// Returns text that is shown verbatim, as one sentence.
    pub(crate) fn code(&mut self, text: &str) -> Paragraph {
        let prose = vec![Inline::plain(text)];
        Paragraph { sentences: vec![Sentence { id: self.sentence(), prose, space: String::new() }] }
    }

    fn sentence(&mut self) -> SentenceId {
        self.sentences += 1;
        SentenceId::from(format!("s{}", self.sentences).as_str())
    }

    /// Finds the mentions of a paragraph: its links, the names outside of them, and its note references.
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
        // A link to another site remains a single link, even if it contains names.
        let away = text.marks.iter().filter(|(_, mark)| matches!(mark, Mark::Away(_))).map(|(range, _)| range);
        let taken: Vec<_> = text.links.iter().map(|link| &link.range).chain(away).collect();
        let free =
            |range: &Range<usize>| taken.iter().all(|taken| range.end <= taken.start || taken.end <= range.start);
        let mut exempted = Vec::new();
        for (range, name) in self.names.find(&text.without_raised(), &mut self.within) {
            self.found.insert(name);
            exempted.push(range.clone());
            if free(&range) {
                found.push(Found { range, target: Target::Person(self.names.owner(name).clone()), linked: false });
            }
        }
        let touches =
            |link: &Link| exempted.iter().any(|range| range.start < link.range.end && link.range.start < range.end);
        for link in text.links.iter().filter(|link| link.kind == LinkKind::Nobody && !touches(link)) {
            problems.push(
                Diagnostic::warning(file.id.at(link.span.clone()), "these words name nobody as it is")
                    .help("a link to nothing, [words](), keeps a name from being found; remove it here"),
            );
        }
        found.sort_by_key(|found| found.range.start);
        let mut seen = BTreeSet::new();
        for found in &mut found {
            found.linked |= seen.insert(found.target.clone());
        }
        Mentions { found, references: self.resolve_references(&text.links, file, ids, problems) }
    }

    fn resolve_references(
        &mut self,
        links: &[Link],
        file: &SourceFile,
        ids: &Ids,
        problems: &mut Vec<Diagnostic>,
    ) -> Vec<(usize, Reference)> {
        let mut references = Vec::new();
        for link in links.iter().filter(|link| link.kind == LinkKind::NoteReference) {
            let location = file.id.at(link.span.clone());
            if let Some(mark) = self.own_notes.refer(&link.target) {
                references.push((link.range.start, Reference::Own(mark)));
                continue;
            }
            if !link.target.starts_with(char::is_alphabetic) {
                // No id of the editors looks like this, so it is a number or a symbol that the author used.
                let label = &link.target;
                problems.push(Diagnostic::error(location, format!("the author's note \"{label}\" has no text")).help(
                    format!(
                        "write it below the article, [^{label}]: …; if it is a note of yours, name it as in notes.md"
                    ),
                ));
                continue;
            }
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
            references.push((link.range.start, Reference::Editors(Target::Note(link.target.as_str().into()))));
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
        // A note reference inside a mention is placed after it.
        let mut inline_bounds: BTreeSet<usize> = text.mark_ends().collect();
        inline_bounds.extend(references.iter().map(|(at, _)| *at).filter(|at| !inside(at)));
        inline_bounds.extend(found.iter().flat_map(|found| [found.range.start, found.range.end]));
        inline_bounds.retain(|at| sentence.contains(at));
        inline_bounds.extend([sentence.start, sentence.end]);
        let inline_bounds: Vec<usize> = inline_bounds.into_iter().collect();
        let mut prose = Prose::new();
        let mut last: Option<(usize, Mention)> = None;
        for (_, reference) in references.iter().filter(|(at, _)| *at == sentence.start) {
            prose.push(self.reference(reference));
        }
        for pair in inline_bounds.windows(2) {
            let (start, end) = (pair[0], pair[1]);
            let at = found.iter().position(|found| found.range.contains(&start));
            let mention = at.map(|at| match last.take() {
                // The mention continues where a mark begins or ends inside it.
                Some((before, mention)) if before == at => mention,
                _ => self.mention(found[at].target.clone(), found[at].linked),
            });
            last = at.zip(mention.clone());
            let marks = text.marks_at(start);
            prose.push(Inline { marks, mention, ..Inline::plain(&text.words[start..end]) });
            let goes_on = at.is_some_and(|at| end < found[at].range.end);
            let begins = at.map_or(start, |at| found[at].range.start);
            let is_here = |place: usize| begins < place && place <= end && !goes_on;
            for (_, reference) in references.iter().filter(|(place, _)| is_here(*place)) {
                prose.push(self.reference(reference));
            }
        }
        prose
    }

    fn reference(&mut self, reference: &Reference) -> Inline {
        match reference {
            Reference::Editors(target) => {
                Inline { mention: Some(self.mention(target.clone(), true)), ..Inline::default() }
            }
            Reference::Own(mark) => Inline { own_note: Some(*mark), ..Inline::default() },
        }
    }
}
