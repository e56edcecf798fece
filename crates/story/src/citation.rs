//! Citations.

use crate::{PassageId, SourceId};

/// What a statement rests on: a work, and the passage of it that was read.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Citation {
    /// The work.
    pub source: SourceId,
    /// The passage. `None` where nobody says what was read.
    pub passage: Option<PassageId>,
}
