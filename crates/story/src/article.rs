//! The author's text, sentence by sentence.

use crate::{Author, Inline, Mention, Prose, SectionId, SentenceId, Target};

/// The author's text, word for word.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Article {
    /// The title, word for word.
    pub title: String,
    /// References to notes after the title.
    pub title_notes: Vec<Mention>,
    /// The authors, at least one.
    pub authors: Vec<Author>,
    /// The day of publication, in ISO 8601.
    pub date: String,
    /// The line under the title, word for word.
    pub byline: String,
    /// The caption of the picture, word for word.
    pub caption: String,
    /// The picture beside the title.
    pub picture: Option<Picture>,
    /// The reading time in minutes, rounded up, at least one.
    pub reading_minutes: u32,
    /// The text, in reading order.
    pub sections: Vec<Section>,
}

/// A picture.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Picture {
    /// The URL, relative to the page.
    pub address: String,
    /// The alternative text.
    pub description: String,
}

/// A part of the article with a heading.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Section {
    /// Made from the heading.
    pub id: SectionId,
    /// The heading; `None` for text before the first one.
    pub heading: Option<String>,
    /// The text, in reading order.
    pub paragraphs: Vec<Paragraph>,
}

/// A paragraph of the article.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Paragraph {
    /// The sentences, which are separated by one space.
    pub sentences: Vec<Sentence>,
}

/// A sentence of the article.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sentence {
    /// Made from the position in the article.
    pub id: SentenceId,
    /// The words, without the space after the sentence.
    pub prose: Prose,
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
    /// All sentences, in reading order.
    pub fn sentences(&self) -> impl Iterator<Item = &Sentence> {
        self.sections.iter().flat_map(|section| &section.paragraphs).flat_map(|paragraph| &paragraph.sentences)
    }

    /// All mentions, in reading order.
    pub fn mentions(&self) -> impl Iterator<Item = &Mention> {
        let inlines = self.sentences().flat_map(|sentence| &sentence.prose);
        self.title_notes.iter().chain(inlines.filter_map(|inline| inline.mention.as_ref()))
    }

    /// The first mention of `target` in each sentence that has one.
    pub fn excerpts(&self, target: &Target) -> Vec<Excerpt> {
        self.sentences().filter_map(|sentence| sentence.excerpt(target)).collect()
    }
}

impl Sentence {
    /// The words without annotations.
    pub fn text(&self) -> String {
        self.prose.iter().map(|inline| inline.text.as_str()).collect()
    }

    fn excerpt(&self, target: &Target) -> Option<Excerpt> {
        let names_target = |inline: &Inline| inline.mention.as_ref().is_some_and(|mention| mention.target == *target);
        let position = self.prose.iter().position(names_target)?;
        let words = |prose: &[Inline]| prose.iter().map(|inline| inline.text.as_str()).collect::<String>();
        Some(Excerpt {
            sentence: self.id.clone(),
            before: last_words(&words(&self.prose[..position])),
            words: self.prose[position].text.clone(),
            after: first_words(&words(&self.prose[position + 1..])),
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
