//! The author's running text, sentence by sentence.

use crate::{Mention, Prose, SentenceId, Target, words_of};

/// Running text of the article: a paragraph, a caption, or the text of a table cell.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Paragraph {
    /// The sentences.
    pub sentences: Vec<Sentence>,
}

/// A sentence of the article.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sentence {
    /// The id of the sentence, made from its position in the article.
    pub id: SentenceId,
    /// The words, without the white space after the sentence.
    pub prose: Prose,
    /// The white space between the sentence and the next one, as the author wrote it. A line feed is a line break.
    pub space: String,
}

/// A mention in a sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mentioned<'a> {
    /// The mention.
    pub mention: &'a Mention,
    /// The words of the mention.
    pub words: String,
}

/// A mention in context.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Excerpt {
    /// The sentence with the mention.
    pub sentence: SentenceId,
    /// The words before the mention, shortened with an ellipsis.
    pub before: String,
    /// The words of the mention; empty for a note reference.
    pub words: String,
    /// The words after the mention, shortened with an ellipsis.
    pub after: String,
}

/// The number of words in an excerpt on each side of the mention.
const EXCERPT_WORDS: usize = 6;

impl Paragraph {
    /// Returns the words, with the author's white space.
    pub fn text(&self) -> String {
        let last = self.sentences.len().saturating_sub(1);
        let space =
            |index: usize, sentence: &Sentence| if index < last { sentence.space.clone() } else { String::new() };
        let sentences = self.sentences.iter().enumerate();
        sentences.map(|(index, sentence)| sentence.text() + &space(index, sentence)).collect()
    }

    /// Reports whether the paragraph contains line breaks by the author.
    pub fn is_verse(&self) -> bool {
        self.text().contains('\n')
    }
}

impl Sentence {
    /// Returns the words without annotations.
    pub fn text(&self) -> String {
        words_of(&self.prose)
    }

    /// Returns the mentions in the sentence, in order.
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

    /// Returns the first mention of `target` in the sentence, with the words around it.
    pub(crate) fn excerpt(&self, target: &Target) -> Option<Excerpt> {
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

/// Returns the first words of `text`, without the space after the last one.
fn first_words(text: &str) -> String {
    let end = text.trim_start().match_indices(' ').nth(EXCERPT_WORDS - 1).map(|(at, _)| at);
    match end.map(|at| at + (text.len() - text.trim_start().len())) {
        Some(at) => format!("{} …", &text[..at]),
        None => text.to_owned(),
    }
}

/// Returns the last words of `text`, without the space before the first one.
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
