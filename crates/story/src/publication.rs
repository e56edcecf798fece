//! What machines are told about the page.

use serde::Serialize;

use crate::wire::readable;

/// How the page presents itself to search engines, reference managers and whoever shares a link to it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Publication {
    /// Where the page is published: an absolute URL that ends with `/`. `None` while that is not known.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub address: Option<String>,
    /// One sentence that says what the page is.
    pub description: String,
    /// Who made the edition.
    pub editors: Vec<String>,
    /// Address of the picture that stands for the page in previews, relative to it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub picture: Option<String>,
}

readable!(Publication { address, description, editors, picture });
