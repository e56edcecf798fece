//! The folder `data/` beside the page, made for archiving: everything that the story says, in files that require neither the
//! page nor this program. `docs/data.md` describes them.

mod annotations;
mod manifest;
mod places;
mod readme;
mod tables;
mod tei;
mod whole;

use palimpsest_story::{Story, media_type};
use palimpsest_words::Words;

use crate::epub;
use crate::format::event::clean;
use crate::media::Media;
pub use readme::styles;
pub use whole::{VERSION, schema};

/// The folder's name, which is also its address from the page.
pub const FOLDER: &str = "data";
/// The folder's page for people.
pub const README: &str = "README.html";
/// The name of the file with the notes.
const ANNOTATIONS: &str = "annotations.jsonld";

/// A file in the folder.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct File {
    /// The path, relative to the folder.
    pub name: String,
    /// The media type.
    pub media_type: &'static str,
    /// The contents.
    pub bytes: Vec<u8>,
    /// The kind of file.
    kind: Kind,
}

/// The kinds of files.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    Story,
    Schema,
    Tei,
    Annotations,
    Places,
    Table,
    Epub,
    Picture,
}

/// A contribution to a file: the author's or the editors'. A file may contain both.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Part {
    Article,
    Edition,
}

/// Returns the files of the folder. `media` is the story's files, including portraits, which are copied. `epub` also
/// requests the book.
pub fn files(story: &Story, words: &Words, media: &[Media], epub: bool) -> Vec<File> {
    let text = |name: &str, media_type, kind, text: String| File {
        name: name.to_owned(),
        media_type,
        bytes: text.into_bytes(),
        kind,
    };
    let tables = tables::tables(story);
    let mut files = vec![
        text("story.json", "application/json", Kind::Story, whole::write(story)),
        text("story.schema.json", "application/schema+json", Kind::Schema, crate::format::pretty(&schema())),
        text("article.xml", "application/tei+xml", Kind::Tei, tei::write(story)),
    ];
    if !story.notes.is_empty() {
        files.push(text(ANNOTATIONS, "application/ld+json", Kind::Annotations, annotations::write(story)));
    }
    if let Some(places) = places::write(story) {
        files.push(text("places.geojson", "application/geo+json", Kind::Places, places));
    }
    files.extend(
        tables.iter().map(|table| text(&format!("tables/{}.csv", table.name), "text/csv", Kind::Table, table.csv())),
    );
    if epub {
        let (name, bytes) = (epub::FILE.to_owned(), epub::write(story, words, media));
        files.push(File { name, media_type: epub::MEDIA_TYPE, bytes, kind: Kind::Epub });
    }
    files.extend(media.iter().map(|Media { name, bytes }| File {
        name: name.clone(),
        media_type: media_type(name).unwrap_or("application/octet-stream"),
        bytes: bytes.clone(),
        kind: Kind::Picture,
    }));
    let readme = readme::write(story, words, &files);
    let manifest = manifest::write(story, &files, &tables);
    files.push(text(manifest::FILE, "application/json", Kind::Schema, manifest));
    files.push(text(README, "text/html", Kind::Schema, readme));
    files
}

/// Returns the address of the page, or its path relative to this folder if the address is not known.
fn page(story: &Story) -> &str {
    story.publication.address.as_deref().unwrap_or("../")
}

/// Returns the address of an entry on the page.
fn anchor(story: &Story, id: &str) -> String {
    format!("{}#{}", page(story), clean(id))
}

impl Kind {
    /// Returns the contributions that such a file contains. A schema contains none.
    fn parts(self, name: &str) -> &'static [Part] {
        match self {
            Self::Story | Self::Tei | Self::Annotations | Self::Epub => &[Part::Article, Part::Edition],
            Self::Table if name == "tables/sentences.csv" => &[Part::Article],
            Self::Table if name == "tables/mentions.csv" => &[Part::Article, Part::Edition],
            Self::Places | Self::Table => &[Part::Edition],
            // A picture may be the author's, the editors' or, like many photographs, a third party's; only its credit can
            // tell.
            Self::Picture if name.starts_with("portraits/") && media_type(name) == Some("image/svg+xml") => {
                &[Part::Edition]
            }
            Self::Schema | Self::Picture => &[],
        }
    }
}

impl Part {
    fn license(self, story: &Story) -> Option<&str> {
        match self {
            Self::Article => story.publication.article_license.as_deref(),
            Self::Edition => story.publication.license.as_deref(),
        }
    }
}
