//! Does what [`reduce`](crate::state::reduce) asks for.

use std::cell::RefCell;
use std::rc::Rc;

use palimpsest_contract::hook::{attribute, id};
use palimpsest_contract::{Message, Outline, Target};

use super::{Act, card, share};
use crate::browser::apply::Applied;
use crate::browser::index::Reading;
use crate::browser::{dialog, events, history, links, page, popover, settings};
use crate::lens::Order;
use crate::marks::result_id;
use crate::search::{Entry, search};
use crate::state::{Action, Panel, State};
use crate::words::Words;

/// The number of hits of each kind.
const MOST_HITS: usize = 6;

/// Does acts, and sends what comes of them back as actions.
pub struct Performer {
    /// What the program knows of the story.
    pub outline: Rc<Outline>,
    /// The words of the page.
    pub words: Words,
    /// Where actions go.
    pub dispatch: Rc<dyn Fn(Action)>,
    /// What can be found on the page, as far as it was read, and the present query.
    pub index: Rc<RefCell<Index>>,
}

/// What can be found on the page.
#[derive(Default)]
pub struct Index {
    entries: Vec<Entry>,
    query: String,
    /// The number of the reading. A newer one ends the others.
    reading: u32,
}

impl Performer {
    /// Does one act. The page already bears the marks of `state`.
    pub fn perform(&self, act: Act, state: &State, applied: &Applied) {
        match act {
            Act::AfterFrame(action) => {
                if matches!(*action, Action::LookedUp(_)) {
                    history::expect_card();
                }
                let dispatch = Rc::clone(&self.dispatch);
                page::after_frame(|| history::after_closing(move || dispatch(*action)));
            }
            Act::AnnounceLinks => {
                let outline = Rc::clone(&self.outline);
                links::announce_all(move |id| outline.target(id).is_some());
            }
            Act::SaveSettings => settings::save(state.settings),
            Act::Arrange => self.arrange(state.lens.order()),
            Act::Restore(command) => {
                applied.restore(&["[", attribute::COMMAND, "='", command.words(), "']"].concat());
            }
            Act::FocusTimeline => page::focus(id::TIMELINE_TITLE),
            Act::ShowCard(shown) => card::show(&shown, &self.outline),
            Act::ResetCard => card::reset(),
            Act::FocusCard => popover::focus(),
            Act::HideCard { returns } => card::hide(returns),
            Act::StepBack if history::is_after_card() => history::back(),
            Act::StepBack => (self.dispatch)(Action::LookedBack),
            Act::ShowPanel(shown) => dialog::show(shown),
            Act::ReadIndex => {
                let mut index = self.index.borrow_mut();
                index.query.clear();
                index.entries.clear();
                index.reading += 1;
                read(&self.index, &self.dispatch, Reading::default(), index.reading);
            }
            Act::Search(query) => {
                self.index.borrow_mut().query = query;
                answer(&self.index.borrow(), &self.dispatch);
            }
            Act::RevealHit => {
                if let Some(Panel::Search { chosen, .. }) = state.panel {
                    page::reveal(&result_id(chosen));
                }
            }
            Act::FillShare { place, url, passage } => share::fill(&place, &url, passage, &self.outline, &self.words),
            Act::Copy(command) => {
                let [copied, refused] =
                    [Message::ShareCopied, Message::ShareRefused].map(|message| self.words.text(message));
                crate::browser::share::copy(share::field(command), copied, refused);
            }
            Act::ShareDevice => crate::browser::share::share(&self.outline.title),
            Act::Print => crate::browser::share::print(),
            Act::Write { entry, push } => history::write(&entry, push),
            Act::LeaveCard(entry) => card::leave(entry),
        }
    }

    fn arrange(&self, order: Order) {
        let id = |event: usize| self.outline.id(Target::Event(event));
        match order {
            Order::Time => events::arrange((0..self.outline.events.len()).map(id)),
            Order::Article => {
                let order = self.outline.article_order.iter();
                events::arrange(order.filter_map(|event| usize::try_from(*event).ok()).map(id));
            }
        }
    }
}

/// Reads the page slice by slice, each in a task of its own, and answers the query anew after the last.
fn read(index: &Rc<RefCell<Index>>, dispatch: &Rc<dyn Fn(Action)>, mut reading: Reading, number: u32) {
    let (index, dispatch) = (Rc::clone(index), Rc::clone(dispatch));
    page::in_next_task(move || {
        if index.borrow().reading != number {
            return;
        }
        match reading.slice() {
            Some(entries) => {
                index.borrow_mut().entries.extend(entries);
                read(&index, &dispatch, reading, number);
            }
            None => answer(&index.borrow(), &dispatch),
        }
    });
}

/// Answers the present query from what was read so far.
fn answer(index: &Index, dispatch: &Rc<dyn Fn(Action)>) {
    let hits = Rc::new(search(&index.entries, &index.query, MOST_HITS));
    dispatch(Action::Found { query: index.query.clone(), hits });
}
