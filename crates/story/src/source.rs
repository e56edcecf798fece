//! The works that our statements rest on.

use serde::{Deserialize, Serialize};

use crate::{Prose, SourceId};

/// A published work.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Source {
    /// Its id.
    pub id: SourceId,
    /// Author and year, for use beside a statement: `Avrich 1970`.
    pub short: String,
    /// The whole citation.
    pub citation: Prose,
    /// Where it can be read.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
}
