//! The parts of [`crate::still::Still`], which are only ever printed.

use std::rc::Rc;

use palimpsest_story::Story;
use yew::prelude::*;

mod event_body;
mod notes;
mod people;
mod sources;
mod to_scale;

/// One of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Part {
    Scale,
    Lives,
    /// By its index in the story.
    Event(usize),
    Appendix,
}

#[derive(Clone, PartialEq, Properties)]
pub(crate) struct StillPartProps {
    pub story: Rc<Story>,
    pub part: Part,
}

/// A part alone, for the printer.
#[component]
pub(crate) fn StillPart(props: &StillPartProps) -> Html {
    let story = &props.story;
    match props.part {
        Part::Scale => to_scale::beside(story),
        Part::Lives => to_scale::lives(story),
        Part::Event(index) => event_body::body(&story.events[index], story),
        Part::Appendix => html! {
            <div class="appendix">{ people::people(story) }{ notes::notes(story) }{ sources::sources(story) }</div>
        },
    }
}
