//! The works, and what the editors read in them.

use palimpsest_story as story;
use schemars::JsonSchema;
use serde::Serialize;
use serde_json::Value;

use super::prose::{Prose, Reference, prose};

/// A published work.
#[derive(Serialize, JsonSchema)]
pub(super) struct Source<'s> {
    /// The fragment on the page.
    id: &'s str,
    /// Author and year.
    short: &'s str,
    /// The full citation.
    citation: Prose<'s>,
    /// Where the work can be read.
    url: Option<&'s str>,
    /// The work in CSL-JSON, as the editors wrote it.
    csl: Value,
    /// The people, events and notes that cite it.
    supports: Vec<Reference<'s>>,
    /// What the editors read in it; empty for a work that they did not read.
    passages: Vec<Passage<'s>>,
    /// Set for a work that the editors did not read, and that readers may want.
    further: Option<Further<'s>>,
}

/// Something that the editors read in a work.
#[derive(Serialize, JsonSchema)]
struct Passage<'s> {
    /// Its id.
    id: &'s str,
    /// Where it stands in the work; null for the work as a whole, or if the copy did not say.
    at: Option<&'s str>,
    /// The day on which it was read, in EDTF.
    read: &'s str,
    /// How much of it was read: whole, part or excerpt.
    extent: &'s str,
    /// How much it weighs: A, a primary text or scholarship; B, a reference work; C, a weak one.
    grade: &'s str,
    /// What it says, in the editors' words.
    says: &'s str,
    /// The people, events and notes that cite it.
    supports: Vec<Reference<'s>>,
}

/// Why a work that the editors did not read is listed.
#[derive(Serialize, JsonSchema)]
struct Further<'s> {
    /// What readers find in it.
    why: &'s str,
    /// The id of the passage that names it.
    named_by: Option<&'s str>,
}

impl<'s> Source<'s> {
    pub(super) fn of(source: &'s story::Source) -> Self {
        let story::Source { id, short, citation, url, csl, supports, passages, further } = source;
        Self {
            id,
            short,
            citation: prose(citation),
            url: url.as_deref(),
            csl: serde_json::from_str(csl).unwrap_or_default(),
            supports: supports.iter().map(Reference::of).collect(),
            passages: passages.iter().map(passage).collect(),
            further: further
                .as_ref()
                .map(|story::Further { why, named_by }| Further { why, named_by: named_by.as_deref() }),
        }
    }
}

fn passage(passage: &story::Passage) -> Passage<'_> {
    let story::Passage { id, at, read, extent, grade, says, supports } = passage;
    Passage {
        id,
        at: at.as_deref(),
        read: &read.edtf,
        extent: extent.word(),
        grade: grade.word(),
        says,
        supports: supports.iter().map(Reference::of).collect(),
    }
}
