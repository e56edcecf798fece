//! Small stories in memory.
#![allow(dead_code, reason = "each test uses a part of it")]

use palimpsest_compiler::compile_folder;
use palimpsest_compiler::files::Folder;
use palimpsest_story::{Article, Block, Story, words_of};

/// Returns the files of a story whose article has the given text. There is one person for each of `names`.
pub fn files(text: &str, names: &[&str]) -> Vec<(&'static str, String)> {
    let person = |(index, name): (usize, &&str)| {
        format!(
            "[[person]]\nid = \"p{index}\"\nname = \"P{index}\"\nnames = [{}]\nrole = \"r\"\nborn = {{ date = \"1862\", place = \
             \"x\" }}\nfate = \"f [@log].\"\nsources = [\"log\"]\n\n",
            toml_text(name)
        )
    };
    let people: String = names.iter().enumerate().map(person).collect();
    let front = "title = \"T\"\nauthors = [{ family = \"Lund\" }]\ndate = \"1924-05-03\"\nbyline = \"Lund\"\n";
    vec![
        ("story.toml", "language = \"en\"\ndescription = \"d\"\neditors = [\"e\"]\n".to_owned()),
        ("article.md", format!("+++\n{front}+++\n\n{text}\n")),
        ("people.toml", people),
        ("events.toml", String::new()),
        ("places.toml", String::new()),
        ("sources.json", "[{\"id\": \"log\", \"type\": \"book\", \"title\": \"Log\"}]".to_owned()),
    ]
}

fn toml_text(text: &str) -> String {
    format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\""))
}

/// Adds files, replacing those of the same name.
pub fn with(mut files: Vec<(&'static str, String)>, others: &[(&'static str, &str)]) -> Vec<(&'static str, String)> {
    for (name, text) in others {
        files.retain(|(known, _)| known != name);
        files.push((name, (*text).to_owned()));
    }
    files
}

/// Returns the story, if there are no errors, and the report.
pub fn compiled(files: Vec<(&'static str, String)>) -> (Option<Story>, String) {
    let compilation = compile_folder(&Folder::in_memory(files));
    let report = compilation.report();
    (compilation.story, report)
}

/// Returns the article with the given text. If `names` is empty, nothing in the story cites its only source, which is a
/// warning.
pub fn article(text: &str, names: &[&str]) -> Article {
    let (story, report) = compiled(files(text, names));
    story.unwrap_or_else(|| panic!("{text}\n{report}")).article
}

/// Returns the report on an article with the given text.
pub fn report(text: &str) -> String {
    compiled(files(text, &[])).1
}

/// Returns the blocks of the first section of an article.
pub fn blocks(text: &str) -> Vec<Block> {
    article(text, &[]).sections.remove(0).blocks
}

/// Returns the words of an article, by paragraph.
pub fn words(text: &str) -> Vec<String> {
    article(text, &[]).paragraphs().into_iter().map(palimpsest_story::Paragraph::text).collect()
}

/// Returns the sentences of an article.
pub fn sentences(text: &str) -> Vec<String> {
    article(text, &[]).sentences().map(|sentence| words_of(&sentence.prose)).collect()
}
