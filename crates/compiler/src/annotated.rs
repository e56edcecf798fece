//! Running text: plain words with annotations, and their conversion to the inlines of a story.

use std::borrow::Cow;
use std::collections::BTreeSet;
use std::ops::Range;

use palimpsest_story::{Citation, Inline, Mark, Prose, Target};

use crate::diagnostic::Diagnostic;
use crate::files::SourceFile;
use crate::ids::{Ids, Kind};

/// The words of a block, with annotations by byte range.
#[derive(Debug, Default)]
pub(crate) struct AnnotatedText {
    /// The words without markup.
    pub words: String,
    /// The position of the block in the file.
    pub span: Range<usize>,
    /// How ranges of words are set, in the order in which they begin, so that the outer of two marks comes first.
    pub marks: Vec<(Range<usize>, Mark)>,
    /// Links, in order and without overlaps.
    pub links: Vec<Link>,
    /// Pictures, sounds and films, in order. Only the article has them.
    pub media: Vec<RawMedia>,
}

/// A picture, a sound or a film.
#[derive(Debug)]
pub(crate) struct RawMedia {
    /// The byte offset of the item in the words.
    pub at: usize,
    pub address: String,
    pub description: String,
    /// The position of the credit in the file. Markdown calls it the title of the picture.
    pub credit: Option<Range<usize>>,
    /// The position of the whole item in the file.
    pub span: Range<usize>,
}

/// A link to something on the page.
#[derive(Debug)]
pub(crate) struct Link {
    pub kind: LinkKind,
    /// The linked words, as byte offsets into [`AnnotatedText::words`].
    pub range: Range<usize>,
    /// The id that the link points to.
    pub target: String,
    /// The position of the link in the file.
    pub span: Range<usize>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum LinkKind {
    /// `[words](#id)`.
    Words,
    /// `[^id]`, which covers no words.
    NoteReference,
    /// `[@id]`, which covers the author and the year of the source, and the place in it.
    Citation,
    /// `[words]()`, whose words name nobody.
    Nobody,
}

impl AnnotatedText {
    /// Returns the offsets at which marks begin and end.
    pub(crate) fn mark_ends(&self) -> impl Iterator<Item = usize> {
        self.marks.iter().flat_map(|(range, _)| [range.start, range.end])
    }

    /// Returns the marks of the words at an offset, the outermost first.
    pub(crate) fn marks_at(&self, at: usize) -> Vec<Mark> {
        self.marks.iter().filter(|(range, _)| range.contains(&at)).map(|(_, mark)| mark.clone()).collect()
    }

    /// Returns the words with asterisks in place of the raised marks of notes, such as `<sup>1</sup>`, which otherwise look
    /// like a part of the word before them. Offsets stay the same.
    pub(crate) fn without_raised(&self) -> Cow<'_, str> {
        let is_sign = |letter: char| letter.is_ascii_digit() || ", –-*†‡§[]()".contains(letter);
        let is_word = |letter: char| !letter.is_numeric() && !letter.is_whitespace();
        let mut words = Cow::Borrowed(self.words.as_str());
        for (range, _) in self.marks.iter().filter(|(_, mark)| *mark == Mark::Superscript) {
            if self.words[range.clone()].chars().all(is_sign) && self.words[..range.start].ends_with(is_word) {
                words.to_mut().replace_range(range.clone(), &"*".repeat(range.len()));
            }
        }
        words
    }

    /// Removes the space at an offset, and moves what stands after it.
    pub(crate) fn remove_space(&mut self, at: usize) {
        self.words.remove(at);
        let marks = self.marks.iter_mut().map(|(range, _)| range);
        for range in marks.chain(self.links.iter_mut().map(|link| &mut link.range)) {
            for end in [&mut range.start, &mut range.end] {
                *end -= usize::from(*end > at);
            }
        }
        for media in &mut self.media {
            media.at -= usize::from(media.at > at);
        }
    }

    /// Cuts the text off at an offset.
    pub(crate) fn cut(&mut self, end: usize) {
        self.words.truncate(end);
        let ends =
            self.marks.iter_mut().map(|(range, _)| range).chain(self.links.iter_mut().map(|link| &mut link.range));
        for range in ends {
            *range = range.start.min(end)..range.end.min(end);
        }
        for media in &mut self.media {
            media.at = media.at.min(end);
        }
    }

    /// Returns the text from an offset on, without its media.
    pub(crate) fn from(mut self, start: usize) -> Self {
        self.words.drain(..start);
        let ends =
            self.marks.iter_mut().map(|(range, _)| range).chain(self.links.iter_mut().map(|link| &mut link.range));
        for range in ends {
            *range = range.start.saturating_sub(start)..range.end.saturating_sub(start);
        }
        self.media.clear();
        self
    }

    /// Converts an editors' text to inlines, from the byte offset `from` on. Reports links to unknown targets.
    pub(crate) fn inlines(&self, from: usize, file: &SourceFile, ids: &Ids, problems: &mut Vec<Diagnostic>) -> Prose {
        let mut links = Vec::new();
        for link in &self.links {
            let (target, passage) = match (link.kind, ids.kind(&link.target)) {
                (LinkKind::Citation, _) => {
                    let Citation { source, passage } = ids.citation(&link.target);
                    (Some(Target::Source(source)), passage)
                }
                (_, kind) => (target(&link.target, kind), None),
            };
            match target {
                Some(target) => links.push((link.range.clone(), target, passage)),
                None => problems.extend(ids.unknown(&link.target, LINK_TARGETS, file.id.at(link.span.clone()))),
            }
        }
        let mut bounds: BTreeSet<usize> = self.mark_ends().collect();
        bounds.extend(links.iter().flat_map(|(range, ..)| [range.start, range.end]));
        bounds.retain(|at| *at > from);
        bounds.extend([from, self.words.len()]);
        let bounds: Vec<usize> = bounds.into_iter().collect();
        let link_at = |at: usize| links.iter().find(|(range, ..)| range.contains(&at));
        bounds
            .windows(2)
            .map(|pair| Inline {
                marks: self.marks_at(pair[0]),
                link: link_at(pair[0]).map(|(_, target, _)| target.clone()),
                passage: link_at(pair[0]).and_then(|(.., passage)| passage.clone()),
                ..Inline::plain(&self.words[pair[0]..pair[1]])
            })
            .collect()
    }
}

/// The kinds of items that a link may point to.
pub(crate) const LINK_TARGETS: &[Kind] = &[Kind::Person, Kind::Event, Kind::Note];

/// Returns the target with this id, or `None` if a link may not point to its kind.
pub(crate) fn target(id: &str, kind: Option<Kind>) -> Option<Target> {
    match kind? {
        Kind::Person => Some(Target::Person(id.into())),
        Kind::Event => Some(Target::Event(id.into())),
        Kind::Note => Some(Target::Note(id.into())),
        Kind::Place | Kind::Section | Kind::Source => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn raised_marks_of_notes_are_no_part_of_the_words() {
        for (words, raised, expected) in [
            ("Lind1 left", 4..5, "Lind* left"),
            ("Lind1, 2 left", 4..8, "Lind**** left"),
            ("Lind† left", 4..7, "Lind*** left"),
            ("the 8th", 5..7, "the 8th"),
            ("10 000", 1..2, "10 000"),
        ] {
            let marks = vec![(raised, Mark::Superscript)];
            let text = AnnotatedText { words: words.to_owned(), marks, ..AnnotatedText::default() };
            assert_eq!(text.without_raised(), expected);
        }
    }
}
