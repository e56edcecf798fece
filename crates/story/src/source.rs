//! The cited works, and what the editors read of them.

use crate::words::words;
use crate::{Date, PassageId, Prose, SourceId, Target};

/// A published work.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Source {
    /// As in `sources.json`.
    pub id: SourceId,
    /// Author and year: `Avrich 1970`.
    pub short: String,
    /// The full citation.
    pub citation: Prose,
    /// Where the work can be read.
    pub url: Option<String>,
    /// The work as a CSL-JSON object, as the editors wrote it, without whitespace.
    pub csl: String,
    /// The people, events and notes that cite it, in the order of the page.
    pub supports: Vec<Target>,
    /// What the editors read of it, in the order of their file. Empty for a work that nobody opened, or in a story that does
    /// not say what was read.
    pub passages: Vec<Passage>,
    /// Set for a work that nobody opened, and that readers may want.
    pub further: Option<Further>,
}

/// What the editors read of a work, for some of their statements.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Passage {
    /// As in `passages.toml`.
    pub id: PassageId,
    /// Where it stands in the work: `ch. 10`. `None` for the work as a whole, or where the copy did not say.
    pub at: Option<String>,
    /// The day on which it was read.
    pub read: Date,
    /// How much of it was read.
    pub extent: ReadExtent,
    /// How much it weighs.
    pub grade: Grade,
    /// What it says, in the editors' words, as far as statements rest on it.
    pub says: String,
    /// The people, events and notes that cite it, in the order of the page.
    pub supports: Vec<Target>,
}

words! {
    /// How much of a passage was read.
    ReadExtent {
        /// All of the work, or all of the part that is named.
        Whole = "whole",
        /// More than a page of it.
        Part = "part",
        /// A page or less, as a search or a preview shows it.
        Excerpt = "excerpt",
    }
}

words! {
    /// How much a passage weighs.
    Grade {
        /// A primary text or scholarship.
        A = "A",
        /// A reference work, a museum, an archive, the press.
        B = "B",
        /// Wikipedia, a blog, a partisan page or another weak one.
        C = "C",
    }
}

/// Why a work that nobody opened is listed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Further {
    /// What readers find in it.
    pub why: String,
    /// The passage that names the work.
    pub named_by: Option<PassageId>,
}
