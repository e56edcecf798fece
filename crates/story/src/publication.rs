//! What machines are told about the page.

use crate::Author;

/// How the page presents itself to search engines, reference managers and whoever shares a link to it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Publication {
    /// Where the page is published: an absolute URL that ends with `/`. `None` while that is not known.
    pub address: Option<String>,
    /// One sentence that says what the page is.
    pub description: String,
    /// Who made the edition.
    pub editors: Vec<Author>,
    /// Address of the picture that stands for the page in previews, relative to it.
    pub picture: Option<String>,
}
