//! The whole page.

use std::rc::Rc;

use palimpsest_story::Story;
use yew::prelude::*;

use super::article::article;
use super::card::CardPopover;
use super::masthead::edition;
use super::reading::Reading;
use super::theme::theme;
use super::timeline::timeline;
use crate::address::Address;
use crate::browser::{details, links, page, theme as colours};
use crate::state::{Action, State, Store};
use crate::still::Still;

/// What the page is made from.
#[derive(Clone, PartialEq, Properties)]
pub struct ReaderProps {
    /// The story to show.
    pub story: Rc<Story>,
    /// The parts that nothing changes once they are printed. In the browser, where they stand already, they are empty:
    /// the program adopts them as they are.
    pub still: Rc<Still>,
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
            {
                let (story, dispatch) = (Rc::clone(&story), dispatch.clone());
                page::soon(move || {
                    let address = Address::parse(&links::fragment(), &story);
                    let (open, theme) = (details::open_events(), colours::remembered());
                    dispatch.dispatch(Action::Started { open, address, theme });
                });
            }
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
    use_effect_with(store.state.live.then_some(store.state.theme), |theme| {
        if let Some(theme) = theme {
            colours::set(*theme);
        }
    });
    let reading = Reading { story: Rc::clone(story), still: Rc::clone(&props.still), dispatch: store.dispatcher() };
    let state = &store.state;
    html! {
        <>
            <a class="skip-link" href="#article">{ "Skip to the article" }</a>
            { edition(story, theme(&reading, state)) }
            <main>
                <div class="spread">{ article(&reading, state) }{ Html::from_html_unchecked(props.still.scale.clone()) }</div>
                { timeline(&reading, state) }
                { Html::from_html_unchecked(props.still.appendix.clone()) }
            </main>
            <footer class="colophon">
                <p>{ format!("The article’s words are {}’s, unchanged. The timeline, the people, the notes and the \
                    sources are the editors’ work; portraits are drawings.", story.article.author) }</p>
            </footer>
            <CardPopover card={state.card.clone()} openings={state.openings} {reading} />
        </>
    }
}
