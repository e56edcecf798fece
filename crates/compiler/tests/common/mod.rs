//! Small stories in memory.
#![allow(dead_code, reason = "each test uses a part of it")]

use palimpsest_compiler::compile_folder;
use palimpsest_compiler::files::Folder;
use palimpsest_story::{Article, Block, Story, words_of};

/// Files of a story whose article has this text, and whose people have these names.
pub fn files(text: &str, names: &[&str]) -> Vec<(&'static str, String)> {
    let person = |(index, name): (usize, &&str)| {
        format!(
            "[[person]]\nid = \"p{index}\"\nname = \"P{index}\"\nnames = [{}]\nrole = \"r\"\nborn = {{ date = \"1862\", place = \
             \"x\" }}\nfate = \"f [@log].\"\nsources = [\"log\"]\n\n",
            toml_text(name)
        )
    };
    let people: String = names.iter().enumerate().map(person).collect();
    let front =
        "title = \"T\"\nauthors = [{ family = \"Lund\" }]\ndate = \"1924-05-03\"\nbyline = \"Lund\"\ncaption = \"\"\n";
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

/// The files with one changed, and others added.
pub fn with(mut files: Vec<(&'static str, String)>, others: &[(&'static str, &str)]) -> Vec<(&'static str, String)> {
    for (name, text) in others {
        files.retain(|(known, _)| known != name);
        files.push((name, (*text).to_owned()));
    }
    files
}

/// The story, if there is one, and the report.
pub fn compiled(files: Vec<(&'static str, String)>) -> (Option<Story>, String) {
    let compilation = compile_folder(&Folder::in_memory(files));
    let report = compilation.report();
    (compilation.story, report)
}

/// The article with this text. Nothing in the story cites its one source, which is a warning.
pub fn article(text: &str, names: &[&str]) -> Article {
    let (story, report) = compiled(files(text, names));
    story.unwrap_or_else(|| panic!("{text}\n{report}")).article
}

/// The report on an article with this text.
pub fn report(text: &str) -> String {
    compiled(files(text, &[])).1
}

/// The blocks of an article of one section.
pub fn blocks(text: &str) -> Vec<Block> {
    article(text, &[]).sections.remove(0).blocks
}

/// The words of an article: its paragraphs, and the headings before those of their section.
pub fn words(text: &str) -> Vec<String> {
    article(text, &[]).paragraphs().into_iter().map(palimpsest_story::Paragraph::text).collect()
}

/// The sentences of an article.
pub fn sentences(text: &str) -> Vec<String> {
    article(text, &[]).sentences().map(|sentence| words_of(&sentence.prose)).collect()
}
