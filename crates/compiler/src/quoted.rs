//! Finds the sentence of the article that an editor quotes: `told` of an event.

use palimpsest_story::{Article, Paragraph, SentenceId};
use toml::Spanned;

use crate::diagnostic::Diagnostic;
use crate::files::SourceFile;
use crate::folded::{Folded, folded};

/// The running text of the article, by paragraph, in which quotations are looked up.
pub(crate) struct Sentences(Vec<Quotable>);

struct Quotable {
    /// The words, folded for comparison.
    text: String,
    /// The offset at which each sentence begins in them.
    begins: Vec<(usize, SentenceId)>,
}

impl Sentences {
    pub(crate) fn new(article: &Article) -> Self {
        Self(article.paragraphs().into_iter().map(Quotable::new).collect())
    }

    /// Returns the sentence that contains these words, or in which they begin. All kinds of spaces, hyphens and apostrophes
    /// are equivalent, and so are composed and decomposed accents. Reports words that no sentence contains, and words that
    /// several do.
    pub(crate) fn with(
        &self,
        words: &Spanned<String>,
        file: &SourceFile,
        problems: &mut Vec<Diagnostic>,
    ) -> Option<SentenceId> {
        let quote = folded(words.get_ref());
        let mut found: Vec<&SentenceId> = self.0.iter().flat_map(|text| text.with(&quote)).collect();
        found.dedup();
        let place = file.id.at(words.span());
        match found.as_slice() {
            [id] => return Some((*id).clone()),
            [] => {
                let beginning = self.beginning(&quote).map_or_else(String::new, |(known, goes_on)| {
                    format!("; after \u{201c}{known}\u{201d} the article has \u{201c}{goes_on}\u{201d}")
                });
                let help = format!(
                    "copy a few words of the sentence that has the event exactly, with its ’ and “ ”{beginning}"
                );
                problems.push(Diagnostic::error(place, "no sentence of the article has these words").help(help));
            }
            _ => problems.push(
                Diagnostic::error(place, "more than one sentence of the article has these words")
                    .help("copy a few words of the sentence that has the event exactly, with its ’ and “ ”"),
            ),
        }
        None
    }

    /// Returns the longest beginning of a quotation, of at least two words, that occurs in the article, and the words that
    /// follow it there.
    fn beginning(&self, quote: &str) -> Option<(String, String)> {
        let ends: Vec<usize> = quote.match_indices(' ').map(|(at, _)| at).collect();
        let starts = ends.into_iter().skip(1).rev().map(|end| &quote[..end]);
        starts
            .filter_map(|start| {
                let (text, at) = self.0.iter().find_map(|text| Some((&text.text, text.text.find(start)?)))?;
                let rest: Vec<&str> = text[at + start.len()..].split_whitespace().take(4).collect();
                Some((start.to_owned(), rest.join(" ")))
            })
            .find(|(_, rest)| !rest.is_empty())
    }
}

impl Quotable {
    fn new(paragraph: &Paragraph) -> Self {
        let mut written = String::new();
        let mut places = Vec::new();
        for sentence in &paragraph.sentences {
            places.push((written.len(), sentence.id.clone()));
            written.push_str(&sentence.text());
            written.push_str(&sentence.space);
        }
        let text = Folded::new(&written);
        let begins = places.into_iter().map(|(at, id)| (text.folded(at), id)).collect();
        Self { text: text.text, begins }
    }

    /// Returns the sentences in which a quotation begins.
    fn with<'a>(&'a self, quote: &'a str) -> impl Iterator<Item = &'a SentenceId> {
        let found = self.text.match_indices(quote).filter(|_| !quote.is_empty());
        found.filter_map(|(at, _)| {
            let index = self.begins.partition_point(|(begin, _)| *begin <= at);
            Some(&self.begins.get(index.checked_sub(1)?)?.1)
        })
    }
}
