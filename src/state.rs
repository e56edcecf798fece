//! All that a reader can change: one value and one pure reducer. No component keeps a truth of its own.

use std::rc::Rc;

use palimpsest_story::{EventId, PersonId, SentenceId, Story, Target};
use yew::Reducible;

use crate::address::{Address, in_order};
use crate::lens::{Lens, Order, Scope, Years};
use crate::scale::Scale;
use crate::settings::Settings;

/// What the page shows besides the story.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct State {
    /// Whether the program runs: controls that need it are hidden until then.
    pub live: bool,
    /// The id of the place that the address names; empty for none.
    pub place: String,
    /// The events that are open, in the story's order, each once. An event that is the place is open, unless a card stands
    /// beside one of its links.
    pub open: Vec<EventId>,
    /// The card beside the text.
    pub card: Option<Card>,
    /// How often a card was opened: the number of the present one. A card that is closed and opened again before the page
    /// is drawn is another card, and is shown again.
    pub openings: u32,
    /// How the events are looked at.
    pub lens: Lens,
    /// Colours and size.
    pub settings: Settings,
    /// The sentence that is being read.
    pub passage: Option<SentenceId>,
    /// What stands before the page.
    pub panel: Option<Panel>,
    /// What the page has to say about the address that it was opened with.
    pub notice: Option<String>,
    /// How many steps were taken that a reader would take back: each is an entry in the browser's history.
    pub steps: u32,
    /// How many cards were closed by the reader: the browser goes back over their entries.
    pub closings: u32,
    /// How often the reader went to a place: a card that they leave behind does not take them back to its link.
    pub arrivals: u32,
}

/// A card beside the link that opened it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Card {
    /// What was looked up in it, one from the other; it shows the last. Never empty.
    pub trail: Vec<Target>,
    /// The link that it stands beside.
    pub beside: Spot,
    /// Whether it stays: one that was opened by a pointer passing over the link goes with it.
    pub pinned: bool,
}

impl Card {
    /// Whether it stands beside the same link as another.
    pub fn is_beside_same(&self, other: &Self) -> bool {
        self.beside == other.beside && self.trail.first() == other.trail.first()
    }
}

/// Where a link stands, so that it can be found again.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Spot {
    /// The id of the place that it is in: a sentence, an event, an entry.
    pub place: String,
    /// Which it is of the links to its target in that place, from 0.
    pub nth: u32,
}

/// What stands before the page until it is closed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Panel {
    /// The search.
    Search {
        /// What is asked for.
        query: String,
        /// Which of the answers is chosen, from 0.
        chosen: usize,
    },
    /// Links, citations and files to take along.
    Take {
        /// The id of the place that they are of; empty for the page.
        place: String,
    },
}

/// Something that happened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Action {
    /// The program has taken over the printed page.
    Started {
        /// Events that were opened without the program.
        open: Vec<EventId>,
        /// The page's address.
        address: Address,
        /// Whether the page has the place that the address names.
        found: bool,
        /// What was chosen here before.
        settings: Settings,
    },
    /// A link to a place on the page was followed.
    Arrived(String),
    /// The browser went back or forward to this address.
    Returned(Address),
    /// An event was opened or closed.
    EventSet {
        /// Which.
        event: EventId,
        /// Whether it is open now.
        open: bool,
    },
    /// All events were opened or closed.
    AllEventsSet {
        /// Whether they are open now.
        open: bool,
    },
    /// Something was looked up.
    LookedUp(Card),
    /// Something was looked up from the card.
    LookedOn(Target),
    /// The card goes back to what it showed before.
    LookedBack,
    /// The card of this number was closed. It may not be the present one any more: browsers tell late.
    CardClosed(u32),
    /// Somebody is followed, or not any more.
    Followed(PersonId),
    /// These are followed and nobody else.
    FollowSet(Vec<PersonId>),
    /// The events were put into another order.
    OrderSet(Order),
    /// More or fewer events are shown.
    ScopeSet(Scope),
    /// Other years are looked at; `None` is all.
    YearsSet(Option<Years>),
    /// The years were zoomed: steps closer, around a year.
    YearsZoomed(i32, i32),
    /// Nothing steps back any more.
    LensCleared,
    /// Something was chosen for this device.
    SettingsSet(Settings),
    /// A sentence is being read.
    Passed(Option<SentenceId>),
    /// Something was put before the page, or taken away.
    PanelSet(Option<Panel>),
    /// The notice was read.
    NoticeClosed,
}

/// The state after `action`; `None` when it changes nothing.
pub fn reduce(state: &State, story: &Story, action: Action) -> Option<State> {
    let mut next = state.clone();
    match action {
        Action::Started { open, address, found, settings } => {
            next.live = true;
            next.notice = unknown(&address, found);
            next.show(address, story);
            // What was chosen here before holds where the address asks for nothing.
            if Address::of(&next) == Address::default() {
                next.lens.order = settings.order;
            }
            next.settings = settings;
            for event in open {
                next.set(&event, true, story);
            }
        }
        Action::Arrived(place) => next.arrive(place, story),
        Action::Returned(address) => next.show(address, story),
        Action::EventSet { event, open } => next.set(&event, open, story),
        Action::AllEventsSet { open: true } => next.open = story.events.iter().map(|event| event.id.clone()).collect(),
        Action::AllEventsSet { open: false } => {
            next.open.clear();
        }
        Action::LookedUp(card) => next.look_up(card, story),
        Action::LookedOn(target) => {
            if let Some(card) = &mut next.card {
                // Back to what it showed already, rather than round in circles.
                let known = card.trail.iter().position(|other| *other == target).unwrap_or(card.trail.len());
                card.trail.truncate(known);
                card.trail.push(target);
            }
            next.pin(story);
        }
        Action::LookedBack => {
            if let Some(card) = next.card.as_mut().filter(|card| card.trail.len() > 1) {
                card.trail.pop();
            }
        }
        // A panel before the page hides the card; it comes back when the panel goes.
        Action::CardClosed(number) if number == state.openings && state.panel.is_none() => {
            if next.card.take().is_some_and(|card| card.pinned) {
                next.closings = next.closings.wrapping_add(1);
            }
        }
        Action::CardClosed(_) => {}
        Action::SettingsSet(settings) => {
            next.lens.order = settings.order;
            next.settings = settings;
        }
        Action::Passed(passage) => next.passage = passage,
        Action::PanelSet(panel) => {
            next.card = next.card.take().filter(|card| card.pinned);
            next.panel = panel;
        }
        Action::NoticeClosed => next.notice = None,
        action => next.look(action, story),
    }
    next.leave_event(story);
    (next != *state).then_some(next)
}

/// Whether a reader would take a change of the lens back. The years move with the pointer: that they are chosen at all is a
/// step, each further one is not.
fn is_step(before: &Lens, after: &Lens) -> bool {
    let still_chosen = before.years.is_some() && after.years.is_some();
    before != after && !(still_chosen && Lens { years: before.years, ..after.clone() } == *before)
}

/// What there is to say about an address that names what the page does not have.
fn unknown(address: &Address, found: bool) -> Option<String> {
    let missing = if found { address.unknown.clone() } else { Some(["#", &address.place].concat()) };
    missing.map(|missing| ["This page has nothing by the name “", &missing, "” that the address asks for."].concat())
}

impl State {
    /// Shows what an address says. It is the browser's step and not one of ours.
    fn show(&mut self, address: Address, story: &Story) {
        let Address { place, lens, open, card, .. } = address;
        (self.place, self.lens, self.open) = (place, lens, open);
        // A card that goes on standing beside its link was not opened anew.
        let stays = card.as_ref().zip(self.card.as_ref()).is_some_and(|(next, now)| next.is_beside_same(now));
        if card.is_some() && !stays {
            self.openings = self.openings.wrapping_add(1);
        }
        self.card = card;
        self.panel = None;
        self.reveal(story);
    }

    /// Going somewhere leaves the card behind, and opens the event that is there.
    fn arrive(&mut self, place: String, story: &Story) {
        self.arrivals = self.arrivals.wrapping_add(1);
        self.card = None;
        self.panel = None;
        self.place = place;
        self.reveal(story);
        let place = self.place.as_str().into();
        self.set(&place, true, story);
    }

    /// A place that the scope leaves out is shown all the same.
    fn reveal(&mut self, story: &Story) {
        if story.event(&self.place.as_str().into()).is_some_and(|event| !self.lens.shows(event)) {
            self.lens.scope = Scope::All;
        }
    }

    fn set(&mut self, event: &EventId, open: bool, story: &Story) {
        match self.open.iter().position(|other| other == event) {
            Some(position) if !open => {
                self.open.remove(position);
            }
            None if open && story.event(event).is_some() => {
                self.open.push(event.clone());
                self.open = in_order(&self.open, story);
            }
            _ => {}
        }
    }

    /// An event that is closed is not where the reader is, unless a card stands beside one of its links.
    fn leave_event(&mut self, story: &Story) {
        let place = self.place.as_str().into();
        let beside = self.card.as_ref().is_some_and(|card| card.pinned);
        if !beside && story.event(&place).is_some() && !self.open.contains(&place) {
            self.place.clear();
        }
    }

    fn look_up(&mut self, card: Card, story: &Story) {
        self.openings = self.openings.wrapping_add(1);
        let pinned = card.pinned;
        self.card = Some(card);
        if pinned {
            self.pin(story);
        }
    }

    /// The card stays, and the reader is where its link stands: a step that going back takes back.
    fn pin(&mut self, story: &Story) {
        if let Some(card) = &mut self.card {
            card.pinned = true;
            self.place.clone_from(&card.beside.place);
            self.steps = self.steps.wrapping_add(1);
        }
        self.reveal(story);
    }

    /// What changes how the events are looked at.
    fn look(&mut self, action: Action, story: &Story) {
        let before = self.lens.clone();
        let lens = &mut self.lens;
        let whole = Years::of(story);
        match action {
            Action::Followed(person) => match lens.follow.iter().position(|other| *other == person) {
                Some(position) => drop(lens.follow.remove(position)),
                None if story.person(&person).is_some() => {
                    // What lights up lies under the card.
                    self.card = None;
                    lens.follow.truncate(1);
                    lens.follow.push(person);
                }
                None => {}
            },
            Action::FollowSet(people) => lens.follow = people,
            Action::OrderSet(order) => {
                lens.order = order;
                self.settings.order = order;
            }
            Action::ScopeSet(scope) => lens.scope = scope,
            Action::YearsSet(years) => lens.years = years,
            Action::YearsZoomed(steps, around) => {
                lens.years = whole.and_then(|whole| lens.years.unwrap_or(whole).zoomed(steps, around, whole));
            }
            Action::LensCleared => *lens = Lens { order: lens.order, ..Lens::default() },
            _ => {}
        }
        if story.event(&self.place.as_str().into()).is_some_and(|event| !self.lens.shows(event)) {
            // It is not there any more, nor a card beside it.
            self.place.clear();
            self.card = None;
        }
        if is_step(&before, &self.lens) {
            self.steps = self.steps.wrapping_add(1);
        }
    }

    /// The event that the article has told last, where the reader is.
    pub fn told_last<'story>(&self, story: &'story Story) -> Option<&'story palimpsest_story::Event> {
        let passage = self.passage.as_ref()?.number();
        let told = story.events.iter().filter_map(|event| Some((event.told.as_ref()?.number(), event)));
        told.filter(|(sentence, _)| *sentence <= passage).max_by_key(|(sentence, _)| *sentence).map(|(_, event)| event)
    }

    /// The stretch of time that the charts show.
    pub fn stretch(&self, story: &Story) -> Option<Scale> {
        let whole = Scale::of_story(story)?;
        Some(self.lens.years.map_or(whole, |years| {
            let chosen = Scale::of_years(years.from, years.to);
            Scale { first: chosen.first.max(whole.first), end: chosen.end.min(whole.end) }
        }))
    }
}

/// The state with the story that its actions are about, as Yew keeps it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Store {
    /// The story.
    pub story: Rc<Story>,
    /// The state.
    pub state: State,
}

impl Reducible for Store {
    type Action = Action;

    fn reduce(self: Rc<Self>, action: Action) -> Rc<Self> {
        match reduce(&self.state, &self.story, action) {
            Some(state) => Rc::new(Self { story: Rc::clone(&self.story), state }),
            None => self,
        }
    }
}
