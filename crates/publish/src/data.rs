//! The folder with the whole story as data and with copies of its pictures, which can be kept on its own.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use palimpsest_export::{Media, data};
use palimpsest_story::Story;
use palimpsest_words::Words;

use crate::site::Site;

/// Writes the folder. `folder` contains the story's pictures; `book` also requests the article as a book.
pub(crate) fn add(site: &mut Site, story: &Story, words: &Words, folder: &Path, book: bool) -> Result<()> {
    let mut names = story.media_addresses();
    let picture = story.article.picture.as_ref().map(|picture| picture.address.clone());
    names.extend(picture.into_iter().chain(story.publication.picture.clone()));
    names.extend(
        story.people.iter().filter_map(|person| person.portrait.as_ref()).map(|portrait| portrait.address.clone()),
    );
    let read = |name: String| {
        let path = folder.join(&name);
        let bytes = fs::read(&path).with_context(|| format!("reading {}", path.display()))?;
        Ok(Media { name, bytes })
    };
    let media: Vec<Media> = names.into_iter().map(read).collect::<Result<_>>()?;
    for file in data::files(story, words, &media, book) {
        site.write(&format!("{}/{}", data::FOLDER, file.name), file.bytes)?;
    }
    Ok(())
}
