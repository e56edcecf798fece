//! The works that our statements rest on.

use serde::Serialize;

use crate::wire::readable;
use crate::{Prose, SourceId, Target};

/// A published work.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Source {
    /// Its id.
    pub id: SourceId,
    /// Author and year, for use beside a statement: `Avrich 1970`.
    pub short: String,
    /// The whole citation.
    pub citation: Prose,
    /// Where it can be read.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
    /// What rests on it: people, events and notes, in the order of the page.
    pub supports: Vec<Target>,
}

readable!(Source { id, short, citation, url, supports });
