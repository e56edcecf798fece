//! Performs the acts that [`reduce`](palimpsest_state::reduce()) asks for.

use std::cell::RefCell;
use std::rc::Rc;

use palimpsest_contract::hook::id;
use palimpsest_contract::{Message, Outline, Target};
use palimpsest_state::search::{Entry, find};
use palimpsest_state::{Act, Action, Delayed, Order, Panel, State, result_id};

use super::{card, share};
use crate::browser::index::Reading;
use crate::browser::{self, clipboard, dialog, events, history, links, page, popover, printer, settings};
use crate::words::Words;

/// Performs acts, and dispatches what follows from them as actions.
#[derive(Clone)]
pub struct Performer {
    /// What the program knows of the story.
    pub outline: Rc<Outline>,
    /// The words of the page.
    pub words: Words,
    /// The function that actions are sent to.
    pub dispatch: Rc<dyn Fn(Action)>,
    /// What can be found on the page, and the current query.
    pub index: Rc<RefCell<Index>>,
}

/// What can be found on the page.
#[derive(Default)]
pub struct Index {
    entries: Vec<Entry>,
    query: String,
    /// The number of the current reading. A new reading ends the previous one.
    reading: u32,
    /// Whether the whole page has been read. Until then no query is answered, because what is not found may be further down.
    is_whole: bool,
}

impl Performer {
    /// Performs one act. The page already bears the marks of `state`.
    pub fn perform(&self, act: Act, state: &State) {
        match act {
            Act::AfterFrame(delayed) => {
                if matches!(delayed, Delayed::LookUp(_)) {
                    history::expect_card();
                }
                let dispatch = Rc::clone(&self.dispatch);
                page::after_frame(|| history::after_closing(move || dispatch(delayed.into())));
            }
            Act::AnnounceLinks => {
                let outline = Rc::clone(&self.outline);
                links::announce_all(move |id| outline.target(id).is_some());
            }
            Act::SaveSettings => settings::save(state.settings),
            Act::Arrange => self.arrange(state.lens.order()),
            Act::Reveal(id) => page::reveal(&id),
            Act::Unfold(id) => page::unfold(&id),
            Act::Focus(id) => page::focus(id),
            Act::ShowTimeline => {
                page::focus(id::TIMELINE_TITLE);
                page::show(id::TIMELINE);
            }
            Act::ShowCard(shown) => card::show(&shown, &self.outline),
            Act::ResetCard => card::reset(),
            Act::FocusCard => popover::focus(),
            Act::HideCard { returns } => card::hide(returns),
            Act::StepBack(url) if history::is_after(&url) => history::back(),
            Act::StepBack(_) => (self.dispatch)(Action::LookedBack),
            Act::ShowPanel(shown) => dialog::show(shown),
            Act::ReadIndex => {
                let mut index = self.index.borrow_mut();
                index.query.clear();
                index.entries.clear();
                index.is_whole = false;
                index.reading += 1;
                self.read(Reading::default(), index.reading);
            }
            Act::Search(query) => {
                self.index.borrow_mut().query = query;
                self.answer();
            }
            Act::RevealHit => {
                if let Some(Panel::Search { chosen, .. }) = state.panel {
                    page::reveal(&result_id(chosen));
                }
            }
            Act::FillShare { place, url, passage } => {
                share::fill(&place, &url, passage, state.settings.citation(), &self.outline, &self.words);
            }
            Act::Copy(field) => {
                let said = [Message::ShareCopied, Message::ShareRefused].map(|message| self.words.text(message));
                clipboard::copy(field, said);
            }
            Act::CopyLink(place) => share::copy_link(&place, &self.outline, &self.words),
            Act::ShareDevice => browser::share::share(&self.outline.title, &page::value(id::SHARE_ADDRESS)),
            Act::Print { part, place } => printer::print(part, &place),
            Act::ShowHelp => popover::show_sheet(id::HELP_SHEET),
            Act::Write { entry, push } => history::write(&entry, push),
            Act::LeaveCard(entry) => card::leave(entry),
        }
    }

    fn arrange(&self, order: Order) {
        let id = |event: usize| self.outline.id(Target::Event(event));
        match order {
            Order::Time => events::arrange((0..self.outline.events.len()).map(id)),
            Order::Article => events::arrange(self.outline.article_order.iter().copied().map(id)),
        }
    }

    /// Reads the page slice by slice, each in a task of its own, and answers the current query after the last slice.
    fn read(&self, mut reading: Reading, number: u32) {
        let this = self.clone();
        page::in_next_task(move || {
            if this.index.borrow().reading != number {
                return;
            }
            if let Some(entries) = reading.slice() {
                this.index.borrow_mut().entries.extend(entries);
                this.read(reading, number);
            } else {
                this.index.borrow_mut().is_whole = true;
                this.answer();
            }
        });
    }

    /// Answers the current query if the whole page has been read.
    fn answer(&self) {
        let index = self.index.borrow();
        if !index.is_whole {
            return;
        }
        let counted =
            |message: Message, count: usize, values: &[(&str, &str)]| self.words.counted(message, count, values);
        let hits = Rc::new(find(&index.entries, &index.query, &self.outline, &counted));
        (self.dispatch)(Action::Found { query: index.query.clone(), hits });
    }
}
