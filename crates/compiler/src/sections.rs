//! What the parts of the article are made with.

use std::collections::VecDeque;

use palimpsest_story::{Inline, Paragraph, Prose, SectionId};

use crate::annotated::AnnotatedText;
use crate::diagnostic::Diagnostic;
use crate::files::{Folder, SourceFile};
use crate::ids::Ids;
use crate::sentences::SentenceSplitter;

/// What the article's sections are made with.
pub(crate) struct Sections<'a, 's> {
    pub folder: &'a Folder,
    pub file: &'a SourceFile,
    pub ids: &'a Ids,
    pub splitter: &'a mut SentenceSplitter<'s>,
    /// The ids of the headings that follow, in order.
    pub headings: VecDeque<SectionId>,
    pub problems: &'a mut Vec<Diagnostic>,
}

impl Sections<'_, '_> {
    /// Running text.
    pub(crate) fn paragraph(&mut self, text: &AnnotatedText) -> Paragraph {
        self.splitter.paragraph(text, self.file, self.ids, self.problems)
    }

    /// Words that are no sentences: of a title, a heading or a credit.
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

    /// Reports something that cannot stand where it does.
    pub(crate) fn misplaced(&mut self, what: &str, span: std::ops::Range<usize>) {
        self.problems.push(
            Diagnostic::error(self.file.id.at(span), format!("{what} is not allowed here"))
                .help("write it in a paragraph of its own, between those of the text"),
        );
    }
}
