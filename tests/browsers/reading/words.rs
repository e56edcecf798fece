//! The story's texts as a reader gets them.

use palimpsest_story::{Prose, Sentence, Story};

/// The author's words, a part a line, without the title: byline, caption, headings, paragraphs.
pub fn authors_words(story: &Story) -> Vec<String> {
    let article = &story.article;
    let mut words = vec![article.byline.clone(), article.caption.clone()];
    for section in &article.sections {
        words.extend(section.heading.clone());
        for paragraph in &section.paragraphs {
            let sentences: Vec<String> = paragraph.sentences.iter().map(Sentence::text).collect();
            words.push(sentences.join(" "));
        }
    }
    words
}

/// A text of ours as it is read: links and stress are not.
pub fn plain(prose: &Prose) -> String {
    prose.iter().map(|inline| inline.text.as_str()).collect()
}

/// A text with one blank between its words.
pub fn folded(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
