//! The whole page.

use std::rc::Rc;

use palimpsest_story::Story;
use yew::prelude::*;

use super::card::card;
use super::kept::Kept;
use super::search::search;
use super::strip::strip;
use super::timeline::timeline;
use super::words;
use crate::browser::page;
use crate::effects;
use crate::reports::{self, Desk};
use crate::state::{State, Store};
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
    let ReaderProps { story, still } = props;
    let store = {
        let story = Rc::clone(story);
        use_reducer(move || Store { story, state: State::default() })
    };
    let state = &store.state;
    // What was made for the last drawing, and the state that the page shows by now.
    let memory = use_mut_ref(|| (Kept::default(), State::default()));
    {
        let (story, memory, dispatch) = (Rc::clone(story), Rc::clone(&memory), store.dispatcher());
        use_effect_with((), move |()| {
            let desk = Rc::new(Desk {
                story,
                state: Box::new(move || memory.borrow().1.clone()),
                tell: Rc::new(move |action| dispatch.dispatch(action)),
            });
            let listeners = reports::listen(&desk);
            page::soon(move || reports::start(&desk));
            move || drop(listeners)
        });
    }
    {
        let (story, memory) = (Rc::clone(story), Rc::clone(&memory));
        use_effect_with(state.clone(), move |state| {
            let before = std::mem::replace(&mut memory.borrow_mut().1, state.clone());
            effects::show(&before, state, &story);
        });
    }
    let kept = &mut memory.borrow_mut().0;
    html! {
        <>
            { Html::from_html_unchecked(still.edition.clone()) }
            <div class="notice" role="status" hidden={state.notice.is_none()}>
                if let Some(notice) = &state.notice {
                    <p>{ words(&[notice, " "].concat()) }<button type="button" data-do="dismiss">{ "Close" }</button></p>
                }
            </div>
            <main>
                <div class="spread">{ Html::from_html_unchecked(still.article.clone()) }{ strip(story, still, state) }</div>
                { timeline(story, still, state, kept) }
                { Html::from_html_unchecked(still.appendix.clone()) }
            </main>
            { card(story, state, kept) }
            { search(still, state, kept) }
            { Html::from_html_unchecked(still.panels.clone()) }
        </>
    }
}
