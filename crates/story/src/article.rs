//! The author's text, sentence by sentence.

use std::collections::BTreeSet;

use crate::block::{self, Block};
use crate::{Author, Mention, Prose, SectionId, SentenceId, Target, words_of};

/// The author's text, word for word.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Article {
    /// The title, word for word.
    pub title: String,
    /// The same words, with their emphasis.
    pub title_prose: Prose,
    /// References to notes after the title.
    pub title_notes: Vec<Mention>,
    /// The authors, at least one.
    pub authors: Vec<Author>,
    /// The day of publication, in ISO 8601.
    pub date: String,
    /// The line under the title, word for word.
    pub byline: Prose,
    /// What leads into the article, between title and byline, word for word.
    pub standfirst: Vec<Paragraph>,
    /// The caption of the picture, word for word.
    pub caption: Prose,
    /// The picture beside the title.
    pub picture: Option<Picture>,
    /// The reading time in minutes, rounded up, at least one.
    pub reading_minutes: u32,
    /// The text, in reading order.
    pub sections: Vec<Section>,
    /// The author's own notes, by their numbers.
    pub own_notes: Vec<OwnNote>,
}

/// A note of the author's.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OwnNote {
    /// Its number in the order of the references, from 1.
    pub number: u32,
    /// How often the article refers to it.
    pub references: u32,
    /// The text.
    pub blocks: Vec<Block>,
}

/// A picture.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Picture {
    /// The URL, relative to the page.
    pub address: String,
    /// The alternative text.
    pub description: String,
}

/// A part of the article with a heading of the second level.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Section {
    /// Made from the heading.
    pub id: SectionId,
    /// The heading; `None` for text before the first one.
    pub heading: Option<Prose>,
    /// The text, in reading order.
    pub blocks: Vec<Block>,
}

/// Running text of the article: a paragraph, a caption, or what stands in a cell of a table.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Paragraph {
    /// The sentences.
    pub sentences: Vec<Sentence>,
}

/// A sentence of the article.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sentence {
    /// Made from the position in the article.
    pub id: SentenceId,
    /// The words, without the white space after the sentence.
    pub prose: Prose,
    /// The white space between it and the next one, as the author wrote it. A line feed is a line break.
    pub space: String,
}

/// A mention in a sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mentioned<'a> {
    /// The mention.
    pub mention: &'a Mention,
    /// Its words.
    pub words: String,
}

/// A mention in context.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Excerpt {
    /// The sentence with the mention.
    pub sentence: SentenceId,
    /// The words before the mention, shortened with an ellipsis.
    pub before: String,
    /// The words of the mention; a note reference has none.
    pub words: String,
    /// The words after the mention, shortened with an ellipsis.
    pub after: String,
}

/// The number of words that an excerpt has on each side of the mention.
const EXCERPT_WORDS: usize = 6;

impl Article {
    /// All running text, in reading order: standfirst, text, notes of the author's.
    pub fn paragraphs(&self) -> Vec<&Paragraph> {
        let mut paragraphs: Vec<_> = self.standfirst.iter().collect();
        for section in &self.sections {
            block::collect(&section.blocks, &mut paragraphs);
        }
        for note in &self.own_notes {
            block::collect(&note.blocks, &mut paragraphs);
        }
        paragraphs
    }

    /// All sentences, in reading order.
    pub fn sentences(&self) -> impl Iterator<Item = &Sentence> {
        self.paragraphs().into_iter().flat_map(|paragraph| &paragraph.sentences)
    }

    /// All mentions, in reading order.
    pub fn mentions(&self) -> impl Iterator<Item = &Mention> {
        let mentioned = self.sentences().flat_map(Sentence::mentioned).map(|mentioned| mentioned.mention);
        self.title_notes.iter().chain(mentioned)
    }

    /// The addresses of all files in its figures, captions of films included.
    pub fn media_addresses(&self) -> BTreeSet<String> {
        let mut addresses = BTreeSet::new();
        let blocks =
            self.sections.iter().map(|section| &section.blocks).chain(self.own_notes.iter().map(|note| &note.blocks));
        blocks.for_each(|blocks| block::collect_media(blocks, &mut addresses));
        addresses
    }

    /// The first mention of `target` in each sentence that has one.
    pub fn excerpts(&self, target: &Target) -> Vec<Excerpt> {
        self.sentences().filter_map(|sentence| sentence.excerpt(target)).collect()
    }
}

impl Section {
    /// The words of its own heading and of those inside it.
    pub fn headings(&self) -> Vec<String> {
        let mut headings: Vec<_> = self.heading.iter().map(|heading| words_of(heading)).collect();
        block::collect_headings(&self.blocks, &mut headings);
        headings
    }

    /// The running text, in reading order.
    pub fn paragraphs(&self) -> Vec<&Paragraph> {
        let mut paragraphs = Vec::new();
        block::collect(&self.blocks, &mut paragraphs);
        paragraphs
    }
}

impl Paragraph {
    /// The words, with the author's white space.
    pub fn text(&self) -> String {
        let last = self.sentences.len().saturating_sub(1);
        let space =
            |index: usize, sentence: &Sentence| if index < last { sentence.space.clone() } else { String::new() };
        let sentences = self.sentences.iter().enumerate();
        sentences.map(|(index, sentence)| sentence.text() + &space(index, sentence)).collect()
    }

    /// Whether the author broke its lines.
    pub fn is_verse(&self) -> bool {
        self.text().contains('\n')
    }
}

impl Sentence {
    /// The words without annotations.
    pub fn text(&self) -> String {
        words_of(&self.prose)
    }

    /// The mentions in it, in order.
    pub fn mentioned(&self) -> Vec<Mentioned<'_>> {
        let mut all: Vec<Mentioned> = Vec::new();
        for inline in &self.prose {
            let Some(mention) = &inline.mention else { continue };
            match all.last_mut() {
                Some(last) if last.mention.id == mention.id => last.words.push_str(&inline.text),
                _ => all.push(Mentioned { mention, words: inline.text.clone() }),
            }
        }
        all
    }

    fn excerpt(&self, target: &Target) -> Option<Excerpt> {
        let mentioned = self.mentioned().into_iter().find(|mentioned| mentioned.mention.target == *target)?;
        let is_part = |index: &usize| {
            self.prose[*index].mention.as_ref().is_some_and(|mention| mention.id == mentioned.mention.id)
        };
        let start = (0..self.prose.len()).find(is_part)?;
        let end = (start..self.prose.len()).rfind(is_part)?;
        let line = |text: &str| text.replace('\n', " ");
        Some(Excerpt {
            sentence: self.id.clone(),
            before: last_words(&line(&words_of(&self.prose[..start]))),
            words: line(&mentioned.words),
            after: first_words(&line(&words_of(&self.prose[end + 1..]))),
        })
    }
}

/// The first words of `text`, without the space after the last one.
fn first_words(text: &str) -> String {
    let end = text.trim_start().match_indices(' ').nth(EXCERPT_WORDS - 1).map(|(at, _)| at);
    match end.map(|at| at + (text.len() - text.trim_start().len())) {
        Some(at) => format!("{} …", &text[..at]),
        None => text.to_owned(),
    }
}

/// The last words of `text`, without the space before the first one.
fn last_words(text: &str) -> String {
    match text.trim_end().rmatch_indices(' ').nth(EXCERPT_WORDS - 1) {
        Some((at, _)) => format!("… {}", &text[at + 1..]),
        None => text.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn excerpts_keep_six_words_on_either_side() {
        assert_eq!(first_words(" a b c d e f g h"), " a b c d e f …");
        assert_eq!(first_words(", a b"), ", a b");
        assert_eq!(last_words("a b c d e f g h "), "… c d e f g h ");
        assert_eq!(last_words("a b "), "a b ");
        assert_eq!(last_words(""), "");
    }
}
