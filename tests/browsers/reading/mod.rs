//! The page in the hands of other tools: reader modes, find-in-page, printers, translators, the clipboard. What each
//! promises, and which journey holds it in which engine, stands in `docs/reading.md`.

mod copy;
mod find;
pub mod print;
mod reader_mode;
mod translation;

use palimpsest_story::Story;

use crate::harness::Journey;

/// All of them.
pub fn journeys() -> Vec<Journey> {
    [copy::journeys(), find::journeys(), print::journeys(), reader_mode::journeys(), translation::journeys()].concat()
}

/// The author's words, a part a line, without the title: byline, caption, headings, paragraphs.
fn authors_words(story: &Story) -> Vec<String> {
    let article = &story.article;
    let mut words = vec![article.byline.clone(), article.caption.clone()];
    for section in &article.sections {
        words.extend(section.heading.clone());
        for paragraph in &section.paragraphs {
            let sentences: Vec<String> = paragraph.sentences.iter().map(palimpsest_story::Sentence::text).collect();
            words.push(sentences.join(" "));
        }
    }
    words
}

/// A text of ours as it is read: links and stress are not.
fn plain(prose: &palimpsest_story::Prose) -> String {
    prose.iter().map(|inline| inline.text.as_str()).collect()
}

/// A text with one blank between its words.
fn folded(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
