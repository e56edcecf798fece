//! Turns what the browser reports into actions: clicks, controls, keys, a resting pointer, steps in the history, events that
//! were opened by other means, the sentence being read, and gestures.

use std::any::Any;
use std::rc::Rc;

use palimpsest_contract::Outline;
use palimpsest_contract::hook::id;
use palimpsest_state::{Action, Address, Card, Command};

use crate::browser::clicks::{Click, Control};
use crate::browser::events::Toggled;
use crate::browser::history::Step;
use crate::browser::hover::Hover;
use crate::browser::keys::Key;
use crate::browser::links::Link;
use crate::browser::passage::Reached;
use crate::browser::{
    clicks, dialog, events, gestures, history, hover, keys, motion, page, passage, pointing, popover, rail, settings,
};

/// The function that actions are sent to, and the outline that they refer to.
pub(crate) struct Handlers {
    pub outline: Rc<Outline>,
    pub dispatch: Rc<dyn Fn(Action)>,
}

/// Listens to the browser until the returned value is dropped.
pub(crate) fn listen(handlers: &Rc<Handlers>) -> Vec<Box<dyn Any>> {
    macro_rules! with {
        (|$handlers:ident $(, $argument:ident)*| $body:expr) => {{
            let $handlers = Rc::clone(handlers);
            move |$($argument),*| $body
        }};
    }
    let reached = Rc::clone(handlers);
    vec![
        Box::new(clicks::on_click(with!(|handlers, click| handlers.click(click)))),
        Box::new(clicks::on_input(with!(|handlers, control| handlers.control_used(control)))),
        Box::new(hover::on_hover(with!(|handlers, hover| handlers.hover(hover)))),
        Box::new(history::on_step(with!(|handlers, step| handlers.step(step)))),
        Box::new(events::on_toggle(with!(|handlers, toggled| handlers.toggled(toggled)))),
        Box::new(dialog::on_close(with!(|handlers| (handlers.dispatch)(Action::PanelClosed)))),
        Box::new(keys::on_key(with!(|handlers, key| handlers.key(key)))),
        Box::new(popover::on_leave(with!(|handlers| (handlers.dispatch)(Action::CardClosed)))),
        Box::new(passage::observe(move |what| reached.reached(what))),
        Box::new(passage::on_scroll(with!(|handlers, down| (handlers.dispatch)(Action::Scrolled { down })))),
        Box::new(gestures::on_gesture(with!(|handlers, gesture| (handlers.dispatch)(Action::Gestured(gesture))))),
        Box::new(settings::on_change(with!(|handlers, chosen| (handlers.dispatch)(Action::SettingsRead(chosen))))),
        Box::new(pointing::on_pointing(with!(|handlers, what| (handlers.dispatch)(Action::Pointed(what))))),
    ]
}

impl Handlers {
    /// Reports the initial state of the browser.
    pub(crate) fn start(&self) {
        let address = self.address();
        let open = events::open().iter().filter_map(|id| self.outline.event(id)).collect();
        let found = page::has_place(&address.place);
        let censored = page::is_checked(id::COPY_CENSOR);
        (self.dispatch)(Action::Started { open, address, found, settings: settings::load() });
        // The censor's copy was chosen before the program started.
        if censored {
            let (command, value, entry) = (Command::CopyCensor, String::new(), String::new());
            (self.dispatch)(Action::ControlUsed { command, value, entry });
        }
    }

    fn address(&self) -> Address {
        let [query, fragment] = history::address();
        Address::parse(&query, &fragment, &self.outline)
    }

    /// Handles a click. Returns whether the browser's default action is to be prevented.
    fn click(&self, click: Click) -> bool {
        match click {
            Click::Link(link) => return self.link(link),
            Click::Control(control) => self.control_used(control),
            Click::Event(id, is_open) => {
                let Some(event) = self.outline.event(&id) else { return false };
                (self.dispatch)(Action::EventClicked { event, open: !is_open });
            }
            Click::Result(answer) => self.choose(answer),
            Click::View(url) => self.view(&url),
        }
        true
    }

    fn link(&self, Link { to, anchor, in_card, navigates, was_open }: Link) -> bool {
        match self.outline.target(&to).filter(|_| !navigates) {
            Some(target) if in_card => (self.dispatch)(Action::CardLinkClicked(target)),
            Some(_) if was_open => (self.dispatch)(Action::CardClosed),
            Some(target) => (self.dispatch)(Action::LinkClicked(Card { trail: vec![target], anchor, pinned: true })),
            // Browsers do not report that a link to the current place was followed again. Firefox follows it one task later,
            // using the previous address. The address has changed by then, so Firefox would reload the page.
            None if history::is_at(&to) => {
                history::go_again(&to);
                (self.dispatch)(Action::Arrived(to));
            }
            None => return false,
        }
        true
    }

    fn control_used(&self, Control { command, value, entry }: Control) {
        let action = Action::ControlUsed { command, value, entry };
        let dispatch = Rc::clone(&self.dispatch);
        if command.moves_events() {
            motion::animate(move || dispatch(action));
        } else {
            dispatch(action);
        }
    }

    fn hover(&self, hover: Hover) {
        match hover {
            Hover::Rested(Link { to, anchor, .. }) => {
                if let Some(target) = self.outline.target(&to) {
                    (self.dispatch)(Action::Hovered(Card { trail: vec![target], anchor, pinned: false }));
                }
            }
            Hover::Left => (self.dispatch)(Action::HoverEnded),
        }
    }

    fn reached(&self, what: Reached) {
        (self.dispatch)(match what {
            Reached::Top => Action::Passed(None),
            Reached::Sentence(number) => Action::Passed(Some(number)),
            Reached::Part(id) => Action::Entered(id),
        });
    }

    fn step(&self, step: Step) {
        match step {
            Step::ToPlace => {
                let [_, fragment] = history::address();
                (self.dispatch)(Action::Arrived(fragment.trim_start_matches('#').to_owned()));
            }
            Step::ToEntry => {
                let restore = history::restoration();
                (self.dispatch)(Action::Returned(self.address()));
                page::in_next_task(move || {
                    restore();
                    popover::recover_focus();
                });
            }
        }
    }

    fn toggled(&self, toggled: Toggled) {
        match toggled {
            Toggled::Event(id, open) => {
                if let Some(event) = self.outline.event(&id) {
                    (self.dispatch)(Action::EventToggled { event, open });
                }
            }
            // Esc and a press outside close the card without the program.
            Toggled::CardClosed => (self.dispatch)(Action::CardClosed),
        }
    }

    fn key(&self, key: Key) {
        match key {
            Key::Search => {
                let (value, entry) = (String::new(), String::new());
                self.control_used(Control { command: Command::Search, value, entry });
            }
            Key::WalkRail(by) => rail::walk(by),
            Key::MoveHit(by) => (self.dispatch)(Action::HitMoved(by)),
            Key::Enter => {
                if let Some(answer) = clicks::chosen_result() {
                    self.choose(answer);
                }
            }
        }
    }

    /// Shows the timeline as an address describes it, and goes to the place that the address names. Both are a single step.
    fn view(&self, url: &str) {
        let (query, place) = url.split_once('#').unwrap_or((url, ""));
        let lens = Address::parse(query, "", &self.outline).lens;
        let is_there = history::is_at(place);
        self.go(place.to_owned());
        (self.dispatch)(Action::Viewed { lens, is_step: is_there });
    }

    /// Goes to a place that was found, or performs another answer. Only the ids of places begin with a letter.
    fn choose(&self, answer: String) {
        if answer.as_bytes().first().is_some_and(u8::is_ascii_alphabetic) {
            self.go(answer);
        } else {
            (self.dispatch)(Action::AnswerChosen(answer));
        }
    }

    /// Goes to a place, as a link to it does.
    fn go(&self, place: String) {
        dialog::show(None);
        history::go(&place);
        (self.dispatch)(Action::Arrived(place));
    }
}
