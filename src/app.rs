//! The program: one Yew component that holds the state.
//!
//! An action becomes the next state in `update`, the islands are drawn from it in `view`, and in `rendered` the page takes the
//! state's marks and the acts that were asked for are done. The component draws nothing where it is mounted: each island is a
//! portal into an element that is printed empty.

use std::any::Any;
use std::cell::RefCell;
use std::rc::Rc;

use palimpsest_contract::Outline;
use yew::prelude::*;

use crate::acts::{Act, Performer};
use crate::browser::apply::Applied;
use crate::browser::islands::Islands;
use crate::browser::page;
use crate::card;
use crate::components::{Card, CardContent, Followed, FollowedContent, LensLine, Marker, Notice, Results};
use crate::handlers::{self, Handlers};
use crate::marks::marks;
use crate::state::{Action, Panel, State, reduce};
use crate::words::Words;

/// What the program starts with.
#[derive(Clone, PartialEq, Properties)]
pub struct AppProps {
    /// What the program knows of the story.
    pub outline: Rc<Outline>,
    /// Where it draws.
    pub islands: Islands,
}

/// The program.
pub struct App {
    state: State,
    /// What was copied from the page for the card and for the people who are followed.
    card: Option<CardContent>,
    followed: Rc<FollowedContent>,
    words: Words,
    /// What is to be done once the islands are drawn.
    acts: Vec<Act>,
    applied: Applied,
    performer: Performer,
    handlers: Rc<Handlers>,
    _listeners: Vec<Box<dyn Any>>,
}

impl Component for App {
    type Message = Action;
    type Properties = AppProps;

    fn create(context: &Context<Self>) -> Self {
        let outline = Rc::clone(&context.props().outline);
        let link = context.link().clone();
        let dispatch: Rc<dyn Fn(Action)> = Rc::new(move |action| link.send_message(action));
        let words = Words::of(&outline);
        let handlers = Rc::new(Handlers { outline: Rc::clone(&outline), dispatch: Rc::clone(&dispatch) });
        Self {
            state: State::default(),
            card: None,
            followed: Rc::default(),
            words: words.clone(),
            acts: Vec::new(),
            applied: Applied::default(),
            performer: Performer { outline, words, dispatch, index: Rc::new(RefCell::default()) },
            _listeners: handlers::listen(&handlers),
            handlers,
        }
    }

    fn update(&mut self, context: &Context<Self>, action: Action) -> bool {
        let shows_card = |act: &Act| matches!(act, Act::ShowCard(_));
        // A late report that the browser has closed a card must not close the one that is about to be shown.
        if action == Action::CardClosed && self.acts.iter().any(shows_card) {
            return false;
        }
        let outcome = reduce(&self.state, &context.props().outline, action);
        let has_changed = outcome.state != self.state || !outcome.acts.is_empty();
        self.state = outcome.state;
        self.acts.extend(outcome.acts);
        self.refresh_copies(&context.props().outline);
        has_changed
    }

    fn view(&self, context: &Context<Self>) -> Html {
        let AppProps { outline, islands } = context.props();
        let (state, words) = (&self.state, &self.words);
        let (outline, words) = (outline.clone(), words.clone());
        let event = state.current_event(&outline).and_then(|event| outline.events.get(event)).cloned();
        let previous = state.card.as_ref().and_then(|card: &card::Card| card.trail.iter().rev().nth(1)).copied();
        let results = match &state.panel {
            Some(Panel::Search { query, hits, chosen }) => {
                html! { <Results query={query.clone()} hits={Rc::clone(hits)} chosen={*chosen} words={words.clone()} /> }
            }
            _ => Html::default(),
        };
        let islands = [
            (&islands.notice, html! { <Notice unknown={state.unknown.clone()} words={words.clone()} /> }),
            (&islands.marker, html! { <Marker {event} /> }),
            (
                &islands.lens,
                html! { <LensLine lens={state.lens.clone()} outline={outline.clone()} words={words.clone()} /> },
            ),
            (
                &islands.followed,
                html! { <Followed content={self.followed.clone()} outline={outline.clone()} words={words.clone()} /> },
            ),
            (&islands.card, html! { <Card content={self.card.clone()} {previous} {outline} {words} /> }),
            (&islands.results, results),
        ];
        islands.into_iter().map(|(island, content)| island.hold(content)).collect()
    }

    fn rendered(&mut self, context: &Context<Self>, is_first: bool) {
        if is_first {
            // In a task of its own, so that clicks and keys get their turn.
            let handlers = Rc::clone(&self.handlers);
            page::in_next_task(move || handlers.start());
            return;
        }
        self.applied.update(marks(&self.state, &context.props().outline));
        for act in std::mem::take(&mut self.acts) {
            self.performer.perform(act, &self.state, &self.applied);
        }
    }
}

impl App {
    /// Copies from the page what the islands show of it, when that becomes something else.
    fn refresh_copies(&mut self, outline: &Outline) {
        let shown = self.state.shown();
        if self.card.as_ref().map(|content| content.target) != shown {
            self.card = shown.map(|target| CardContent::of(target, outline));
        }
        if self.followed.people != self.state.lens.follow {
            self.followed = Rc::new(FollowedContent::of(&self.state.lens, outline, &self.words));
        }
    }
}
