//! The files of a story, as they are read from its folder.

use crate::diagnostic::Diagnostic;
use crate::files::{Files, Folder, SourceFile};
use crate::unseen::comments;
use crate::{article, hidden, sources};

/// The files of a story.
pub(crate) struct Texts {
    pub publication: SourceFile,
    pub article: SourceFile,
    pub notes: SourceFile,
    pub people: SourceFile,
    pub events: SourceFile,
    pub places: SourceFile,
    pub sources: SourceFile,
    pub passages: SourceFile,
    pub further: SourceFile,
    pub claims: SourceFile,
    pub changes: SourceFile,
    /// The folder itself.
    pub folder: SourceFile,
}

impl Texts {
    /// Reads all files. Reports those that are missing or cannot be read, and invisible characters in them.
    pub(crate) fn read(folder: &Folder, files: &mut Files, problems: &mut Vec<Diagnostic>) -> Self {
        let texts = Self {
            publication: files.load(folder, "story.toml", problems),
            article: files.load(folder, "article.md", problems),
            notes: files.load(folder, "notes.md", problems),
            people: files.load(folder, "people.toml", problems),
            events: files.load(folder, "events.toml", problems),
            places: files.load(folder, "places.toml", problems),
            sources: files.load(folder, "sources.json", problems),
            passages: files.load(folder, "passages.toml", problems),
            further: files.load(folder, "further.toml", problems),
            claims: files.load(folder, "claims.toml", problems),
            changes: files.load(folder, "CHANGES.md", problems),
            folder: files.folder(folder),
        };
        for file in texts.all() {
            let whole = 0..file.text.len();
            let unseen = match file.path.rsplit('.').next() {
                Some("json") => sources::unseen(file),
                Some("toml") => comments(&file.text, whole),
                // What is wrong with the front matter is reported when the article is read.
                _ if file.id == texts.article.id => article::front_matter(file, &mut Vec::new())
                    .map_or_else(Vec::new, |(matter, _)| comments(&file.text, matter)),
                _ => Vec::new(),
            };
            hidden::check(file, &unseen, problems);
        }
        texts
    }

    /// Returns the files, without the folder.
    pub(crate) fn all(&self) -> [&SourceFile; 11] {
        let Self { publication, article, notes, people, events, places, sources, passages, further, claims, .. } = self;
        let changes = &self.changes;
        [publication, article, notes, people, events, places, sources, passages, further, claims, changes]
    }
}
