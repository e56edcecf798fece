//! What every part needs and none owns: the story, what of it is printed already, and the way to tell
//! what happened.

use std::rc::Rc;

use palimpsest_story::Story;
use yew::UseReducerDispatcher;

use crate::state::Store;
use crate::still::Still;

/// The story that is read, and where actions go.
#[derive(Clone, PartialEq)]
pub(crate) struct Reading {
    pub story: Rc<Story>,
    pub still: Rc<Still>,
    pub dispatch: UseReducerDispatcher<Store>,
}
