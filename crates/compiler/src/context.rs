//! What the people of `people.toml` are resolved with.

use std::collections::BTreeMap;

use palimpsest_story::{OwnStance, PersonId, Place, SentenceId};
use palimpsest_words::Words;

use crate::files::{Folder, SourceFile};
use crate::ids::Ids;

/// What people are resolved with.
pub(crate) struct Context<'a> {
    /// What dates are put into.
    pub words: &'a Words,
    pub folder: &'a Folder,
    pub file: &'a SourceFile,
    pub ids: &'a Ids,
    pub places: &'a BTreeMap<String, Place>,
    /// The kinds of relations that the editors add.
    pub stances: &'a [OwnStance],
    /// The sentences of the article that name each person.
    pub named: &'a BTreeMap<PersonId, Vec<SentenceId>>,
}
