//! How the page is published.

use crate::{Author, Prose, Target};

/// The value in [`Publication::embed`] that stands for every site.
pub const EVERY_SITE: &str = "*";

/// How the page is published, and what search engines, reference managers and link previews learn about it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Publication {
    /// The absolute URL of the page, which ends with `/`; `None` while it is unknown.
    pub address: Option<String>,
    /// One sentence that describes the page.
    pub description: String,
    /// The editors of the edition.
    pub editors: Vec<Author>,
    /// The license of what the editors add: an SPDX expression or an address. `None` if they do not say.
    pub license: Option<String>,
    /// The license of the article, in the same form.
    pub article_license: Option<String>,
    /// The picture for link previews, relative to the page.
    pub picture: Option<String>,
    /// How the edition was made, in paragraphs.
    pub about: Vec<Prose>,
    /// The address for reporting errors: a web or mail address.
    pub contact: Option<String>,
    /// The queries that the search suggests before anything is typed.
    pub suggestions: Vec<String>,
    /// The origins of the sites that may show parts of the story in a frame, as the `frame-ancestors` directive takes them,
    /// or only [`EVERY_SITE`]. Empty if no site may.
    pub embed: Vec<String>,
    /// The statements that lack sources, in a draft of the edition; `None` for a finished edition.
    pub draft: Option<Vec<Lack>>,
}

/// A statement of a draft that has no source yet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lack {
    /// The entry that contains the statement.
    pub of: Target,
    /// The name of the file: `people.toml`.
    pub file: String,
    /// The line in that file, from 1.
    pub line: usize,
}
