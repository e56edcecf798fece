//! How the page is published.

use crate::{Author, Prose, Target};

/// In [`Publication::embed`]: every site.
pub const EVERY_SITE: &str = "*";

/// What search engines, reference managers and link previews learn about the page.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Publication {
    /// The absolute URL of the page, which ends with `/`; `None` while it is not known.
    pub address: Option<String>,
    /// One sentence that describes the page.
    pub description: String,
    /// The editors of the edition.
    pub editors: Vec<Author>,
    /// The license of what the editors add: an SPDX expression or an address. `None` where they do not say.
    pub license: Option<String>,
    /// The license of the article, likewise.
    pub article_license: Option<String>,
    /// The picture for link previews, relative to the page.
    pub picture: Option<String>,
    /// How the edition was made, in paragraphs.
    pub about: Vec<Prose>,
    /// Where errors can be reported: a web or mail address.
    pub contact: Option<String>,
    /// Queries that the search suggests before anything is typed.
    pub suggestions: Vec<String>,
    /// The origins of the sites that may show parts of the story in a frame, as the directive `frame-ancestors` takes them, or
    /// [`EVERY_SITE`] alone. None where nobody may.
    pub embed: Vec<String>,
    /// Of an edition that is still being made, the statements that lack their sources; `None` of one that is finished.
    pub draft: Option<Vec<Lack>>,
}

/// A statement of a draft that has no source yet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lack {
    /// The entry that it stands in.
    pub of: Target,
    /// The name of the file: `people.toml`.
    pub file: String,
    /// Its line, from 1.
    pub line: usize,
}
