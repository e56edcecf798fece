//! How the page is published.

use crate::Author;

/// What search engines, reference managers and link previews learn about the page.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Publication {
    /// The absolute URL of the page, which ends with `/`; `None` while it is not known.
    pub address: Option<String>,
    /// One sentence that describes the page.
    pub description: String,
    /// The editors of the edition.
    pub editors: Vec<Author>,
    /// The picture for link previews, relative to the page.
    pub picture: Option<String>,
}
