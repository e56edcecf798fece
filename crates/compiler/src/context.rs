//! The data needed to resolve the people of `people.toml`.

use std::collections::BTreeMap;

use palimpsest_story::{OwnStance, PersonId, Place, SentenceId};
use palimpsest_words::Words;

use crate::files::{Folder, SourceFile};
use crate::ids::Ids;

/// The data needed to resolve people.
pub(crate) struct Context<'a> {
    /// The words in which dates are written.
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
