//! The shared state from which the parts of the article are built.

use std::collections::VecDeque;

use palimpsest_story::{Inline, Paragraph, Prose, SectionId};

use crate::annotated::AnnotatedText;
use crate::diagnostic::Diagnostic;
use crate::files::{Folder, SourceFile};
use crate::ids::Ids;
use crate::sentences::SentenceSplitter;

/// The shared state from which the article's sections are built.
pub(crate) struct Sections<'a, 's> {
    pub folder: &'a Folder,
    pub file: &'a SourceFile,
    pub ids: &'a Ids,
    pub splitter: &'a mut SentenceSplitter<'s>,
    /// The ids of the headings to come, in order.
    pub headings: VecDeque<SectionId>,
    pub problems: &'a mut Vec<Diagnostic>,
}

impl Sections<'_, '_> {
    /// Builds a paragraph of running text.
    pub(crate) fn paragraph(&mut self, text: &AnnotatedText) -> Paragraph {
        self.splitter.paragraph(text, self.file, self.ids, self.problems)
    }

    /// Returns words that are not split into sentences: those of a title, a heading or a credit.
    pub(crate) fn set(text: &AnnotatedText) -> Prose {
        let mut bounds: Vec<usize> = text.mark_ends().chain([0, text.words.len()]).collect();
        bounds.sort_unstable();
        bounds.dedup();
        let runs = bounds.windows(2).map(|pair| Inline {
            marks: text.marks_at(pair[0]),
            ..Inline::plain(text.words[pair[0]..pair[1]].replace('\n', " "))
        });
        runs.collect()
    }

    /// Reports something that is not allowed where it stands.
    pub(crate) fn misplaced(&mut self, what: &str, span: std::ops::Range<usize>) {
        self.problems.push(
            Diagnostic::error(self.file.id.at(span), format!("{what} is not allowed here"))
                .help("write it in a paragraph of its own, between those of the text"),
        );
    }
}
