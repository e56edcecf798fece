//! The program: a single Yew component that holds the state.
//!
//! `update` turns an action into the next state, `view` draws the islands from it, and `rendered` sets the state's marks on
//! the page and performs the acts that were asked for. The component draws nothing where it is mounted: each island is a
//! portal into an element that is printed empty.

use std::any::Any;
use std::cell::RefCell;
use std::rc::Rc;

use palimpsest_contract::Outline;
use palimpsest_state::{Act, Action, Card as Shown, Line, Panel, State, marks, reduce};
use yew::prelude::*;

use crate::acts::Performer;
use crate::browser::apply::Applied;
use crate::browser::islands::Islands;
use crate::browser::page;
use crate::components::{
    CardContent, FollowedContent, MarkContent, card, followed, lens_line, mark_label, marker, notice, results, ribbon,
};
use crate::handlers::{self, Handlers};
use crate::words::Words;

/// The data that the program starts with.
#[derive(Clone, PartialEq, Properties)]
pub struct AppProps {
    /// What the program knows of the story.
    pub outline: Rc<Outline>,
    /// The elements that the program draws into.
    pub islands: Islands,
}

/// The program.
pub struct App {
    state: State,
    /// The copies of parts of the page for the card, for the people who are followed, and for the label of a mark.
    card: Option<CardContent>,
    followed: FollowedContent,
    mark: Option<MarkContent>,
    words: Words,
    /// The acts to perform once the islands are drawn.
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
            followed: FollowedContent::default(),
            mark: None,
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
        // A late report that the browser has closed a card must not close a card that is about to be shown.
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
        let event = state.current_event(outline).and_then(|event| outline.events.get(event));
        let results = match &state.panel {
            Some(Panel::Search { query, hits, chosen }) => results(query, hits, *chosen, outline, words),
            _ => Html::default(),
        };
        let mark = self.mark.as_ref();
        let islands = [
            (&islands.notice, notice(state.unknown.as_deref(), words)),
            (&islands.marker, [marker(event, words), mark_label(mark, Line::Rail)].into_iter().collect()),
            (&islands.label, mark_label(mark, Line::Chart)),
            (&islands.lens, lens_line(&state.lens, outline, words)),
            (&islands.ribbon, ribbon(&self.followed)),
            (&islands.followed, followed(&self.followed, outline, words)),
            (&islands.card, card(self.card.as_ref(), outline, words)),
            (&islands.results, results),
        ];
        islands.into_iter().map(|(island, content)| island.hold(content)).collect()
    }

    fn rendered(&mut self, context: &Context<Self>, is_first: bool) {
        if is_first {
            // This runs in a task of its own, so that clicks and keys are handled in between.
            let handlers = Rc::clone(&self.handlers);
            page::in_next_task(move || handlers.start());
            return;
        }
        self.applied.update(marks(&self.state, &context.props().outline));
        for act in std::mem::take(&mut self.acts) {
            self.performer.perform(act, &self.state);
        }
    }
}

impl App {
    /// Refreshes the copies of parts of the page that the islands show, if they show something else now.
    fn refresh_copies(&mut self, outline: &Outline) {
        let card = self.state.card.as_ref();
        let is_shown = |content: &CardContent, card: &Shown| {
            content.card.trail == card.trail && content.card.anchor == card.anchor
        };
        if !self.card.as_ref().zip(card).is_some_and(|(content, card)| is_shown(content, card)) {
            self.card = card.map(|card| CardContent::of(card, outline));
        }
        let pointed = self.state.pointed.as_ref();
        if self.mark.as_ref().map(|content| &content.pointed) != pointed {
            self.mark = pointed.map(|pointed| MarkContent::of(pointed.clone(), outline));
        }
        if self.followed.people != self.state.lens.follow {
            self.followed = FollowedContent::of(&self.state.lens, outline, &self.words);
        }
    }
}
