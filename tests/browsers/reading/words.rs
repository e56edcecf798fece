//! The story's texts as plain strings.

use palimpsest_story::{Prose, Story, words_of};

/// The author's words without the title, one string each for byline, caption, headings and paragraphs.
pub fn authors_words(story: &Story) -> Vec<String> {
    let article = &story.article;
    let mut words = vec![words_of(&article.byline), words_of(&article.caption)];
    for section in &article.sections {
        words.extend(section.headings());
        words.extend(section.paragraphs().into_iter().map(|paragraph| paragraph.text().replace('\n', " ")));
    }
    words
}

/// The plain text of the editors' prose, without links and emphasis.
pub fn plain(prose: &Prose) -> String {
    prose.iter().map(|inline| inline.text.as_str()).collect()
}

/// Collapses whitespace to single spaces.
pub fn folded(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
