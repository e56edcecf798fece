//! What nothing changes once it is printed: the people, the notes and the sources. It is printed natively and adopted by
//! the browser as it stands; the browser program has neither its code nor its data.

use std::rc::Rc;

use palimpsest_story::Story;
use yew::prelude::*;

use super::notes::notes;
use super::people::people;
use super::sources::sources;

#[derive(Clone, PartialEq, Properties)]
pub(crate) struct AppendixProps {
    pub story: Rc<Story>,
}

/// The sections after the timeline.
#[component]
pub(crate) fn Appendix(props: &AppendixProps) -> Html {
    let story = &props.story;
    html! { <>{ people(story) }{ notes(story) }{ sources(story) }</> }
}
