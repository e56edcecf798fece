//! What every part needs and none owns: the story and the way to tell what happened.

use std::rc::Rc;

use palimpsest_story::Story;
use yew::UseReducerDispatcher;

use crate::state::Store;

/// The story that is read, and where actions go.
#[derive(Clone, PartialEq)]
pub(crate) struct Reading {
    pub story: Rc<Story>,
    pub dispatch: UseReducerDispatcher<Store>,
}
