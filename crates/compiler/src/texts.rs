//! The files of a story, as they are read from its folder.

use crate::diagnostic::Diagnostic;
use crate::files::{Files, Folder, SourceFile};
use crate::{hidden, sources};

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
            let unseen = if file.id == texts.sources.id { sources::unseen(file) } else { Vec::new() };
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
