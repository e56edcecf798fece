//! The author's text, sentence by sentence.

use crate::{Author, Mention, MentionId, Prose, SectionId, SentenceId, Target};

/// The author's text. The editors add nothing to its words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Article {
    /// Its title.
    pub title: String,
    /// The marks of notes that stand after the title.
    pub title_notes: Vec<Mention>,
    /// Who wrote it, at least one.
    pub authors: Vec<Author>,
    /// When it was published: a day in ISO 8601, for machines.
    pub date: String,
    /// The line under the title, word for word.
    pub byline: String,
    /// The picture's caption, word for word.
    pub caption: String,
    /// The picture beside the title.
    pub picture: Option<Picture>,
    /// How long reading takes, in whole minutes, at least one.
    pub reading_minutes: u32,
    /// Its parts, in reading order.
    pub sections: Vec<Section>,
}

/// A picture.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Picture {
    /// Its address, relative to the page.
    pub address: String,
    /// What it shows, for those who do not see it.
    pub description: String,
}

/// A part of the article under one heading.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Section {
    /// Its id.
    pub id: SectionId,
    /// Its heading; the text before the first heading has none.
    pub heading: Option<String>,
    /// Its paragraphs.
    pub paragraphs: Vec<Paragraph>,
}

/// A paragraph of the article.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Paragraph {
    /// Its sentences; one space stands between two of them.
    pub sentences: Vec<Sentence>,
}

/// A sentence of the article.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sentence {
    /// Its id.
    pub id: SentenceId,
    /// Its words, without the space after it.
    pub prose: Prose,
}

/// A mention with the words around it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Excerpt {
    /// The sentence that it stands in.
    pub sentence: SentenceId,
    /// The mention.
    pub mention: MentionId,
    /// The words before it, shortened with an ellipsis.
    pub before: String,
    /// The words that it lies on; the mark of a note lies on none.
    pub words: String,
    /// The words after it, shortened with an ellipsis.
    pub after: String,
}

/// How many words an excerpt keeps on either side of the mention.
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

    /// Where the article's text speaks of something: the first mention in each sentence that has one.
    pub fn excerpts(&self, target: &Target) -> Vec<Excerpt> {
        self.sentences().filter_map(|sentence| sentence.excerpt(target)).collect()
    }
}

impl Sentence {
    /// The sentence's words.
    pub fn text(&self) -> String {
        self.prose.iter().map(|inline| inline.text.as_str()).collect()
    }

    fn excerpt(&self, target: &Target) -> Option<Excerpt> {
        let (position, mention) = self.prose.iter().enumerate().find_map(|(position, inline)| {
            let mention = inline.mention.as_ref()?;
            (mention.target == *target).then_some((position, mention))
        })?;
        let words = |prose: &[crate::Inline]| prose.iter().map(|inline| inline.text.as_str()).collect::<String>();
        Some(Excerpt {
            sentence: self.id.clone(),
            mention: mention.id.clone(),
            before: last_words(&words(&self.prose[..position])),
            words: self.prose[position].text.clone(),
            after: first_words(&words(&self.prose[position + 1..])),
        })
    }
}

/// The start of `text`, cut before the space that follows the last word kept.
fn first_words(text: &str) -> String {
    let cut = text.trim_start().match_indices(' ').nth(EXCERPT_WORDS - 1).map(|(at, _)| at);
    match cut.map(|at| at + (text.len() - text.trim_start().len())) {
        Some(at) => format!("{} …", &text[..at]),
        None => text.to_owned(),
    }
}

/// The end of `text`, cut after the space before the first word kept.
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
