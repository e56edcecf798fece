//! The whole page.

use std::rc::Rc;

use palimpsest_story::Story;
use yew::prelude::*;

use super::article::article;
use super::card::CardPopover;
use super::masthead::edition;
use super::notes::notes;
use super::people::people;
use super::reading::Reading;
use super::sources::sources;
use super::timeline::timeline;
use crate::address::Address;
use crate::browser::{details, links, page};
use crate::state::{Action, State, Store};

/// What the page is made from.
#[derive(Clone, PartialEq, Properties)]
pub struct ReaderProps {
    /// The story to show.
    pub story: Rc<Story>,
}

/// The whole page. Its first render reads nothing but the story; what the browser knows comes in an effect after it.
#[component]
pub fn Reader(props: &ReaderProps) -> Html {
    let story = &props.story;
    let store = {
        let story = Rc::clone(story);
        use_reducer(move || Store { story, state: State::default() })
    };
    {
        let story = Rc::clone(story);
        let dispatch = store.dispatcher();
        use_effect_with((), move |()| {
            let address = Address::parse(&links::fragment(), &story);
            dispatch.dispatch(Action::Started { open: details::open_events(), address });
            let listeners = links::on_arrival(move |fragment| {
                dispatch.dispatch(Action::Arrived(Address::parse(&fragment, &story)));
            });
            move || drop(listeners)
        });
    }
    use_effect_with(store.state.live, |live| {
        if *live {
            page::mark_hydrated();
        }
    });
    let reading = Reading { story: Rc::clone(story), dispatch: store.dispatcher() };
    let state = &store.state;
    html! {
        <>
            <a class="skip-link" href="#article">{ "Skip to the article" }</a>
            { edition(story) }
            <main>
                { article(&reading, state) }
                { timeline(&reading, state) }
                { people(story) }
                { notes(story) }
                { sources(story) }
            </main>
            <footer class="colophon">
                <p>{ format!("The article’s words are {}’s, unchanged. The timeline, the people, the notes and the \
                    sources are the editors’ work; portraits are drawings.", story.article.author) }</p>
            </footer>
            <CardPopover card={state.card.clone()} {reading} />
        </>
    }
}
