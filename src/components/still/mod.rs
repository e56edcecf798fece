//! The parts of [`crate::still::Still`], which are only ever printed. Nothing of this is in the browser's program.

use std::rc::Rc;

use palimpsest_story::Story;
use yew::prelude::*;

mod article;
mod date;
mod drawn;
mod event;
mod facts;
mod help;
mod masthead;
mod mention;
mod note;
mod notes;
mod people;
mod person;
mod prose;
mod search;
mod sources;
mod take;
mod to_scale;
mod tools;

/// One of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Part {
    Edition,
    Lens,
    SearchLine,
    Panels,
    Article,
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
        Part::Edition => html! {
            <>
                <a class="skip-link" href="#article">{ "Skip to the article" }</a>
                <header class="edition">{ masthead::edition(story) }{ tools::toolbar() }</header>
            </>
        },
        Part::Lens => tools::lens(story),
        Part::SearchLine => search::line(),
        Part::Panels => {
            html! { <>{ masthead::colophon(story) }{ take::take() }{ tools::sheets(help::help(story)) }</> }
        }
        Part::Article => article::article(story),
        Part::Scale => to_scale::beside(story),
        Part::Lives => to_scale::lives(story),
        Part::Event(index) => event::event(&story.events[index], story),
        Part::Appendix => html! {
            <div class="appendix">{ people::people(story) }{ notes::notes(story) }{ sources::sources(story) }</div>
        },
    }
}
