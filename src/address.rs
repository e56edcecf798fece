//! What the page shows as its address: the fragment names the place, the query all else. Every address can be read, and
//! what is written is read back as it was. Nothing here touches the browser.

use palimpsest_story::{EventId, Person, PersonId, Story, Target};

use crate::lens::{Lens, Order, Scope, Years};
use crate::state::{Card, Spot, State};

/// What an address says.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Address {
    /// The id of the place; empty for the page as it opens.
    pub place: String,
    /// How the events are looked at.
    pub lens: Lens,
    /// The events that are open.
    pub open: Vec<EventId>,
    /// The card beside the text.
    pub card: Option<Card>,
    /// What of the query names nothing that this page has.
    pub unknown: Option<String>,
}

/// The word for every event.
const ALL: &str = "all";

impl Address {
    /// Reads a query and a fragment, both decoded, with or without their `?` and `#`. Parameters of others are left alone.
    pub fn parse(query: &str, fragment: &str, story: &Story) -> Self {
        let place = fragment.strip_prefix('#').unwrap_or(fragment);
        // Words to be found, which engines that know of them take away themselves.
        let place = place.split(":~:").next().unwrap_or_default();
        let mut address = Self { place: place.to_owned(), ..Self::default() };
        for parameter in query.strip_prefix('?').unwrap_or(query).split('&') {
            let (name, value) = parameter.split_once('=').unwrap_or((parameter, ""));
            let understood = match name {
                "follow" => address.read_follow(value, story),
                "order" => address.read_order(value),
                "scope" => address.read_scope(value),
                "years" => address.read_years(value, story),
                "open" => address.read_open(value, story),
                "card" => address.read_card(value, story),
                _ => true,
            };
            if !understood {
                address.unknown = Some(parameter.to_owned());
            }
        }
        let here = story.event(&place.into()).filter(|event| !address.open.contains(&event.id));
        if let Some(event) = here.filter(|_| address.card.is_none()) {
            address.open.push(event.id.clone());
        }
        address.open = in_order(&address.open, story);
        address
    }

    fn read_follow(&mut self, value: &str, story: &Story) -> bool {
        let mut understood = true;
        for name in value.split(',') {
            match story.person(&name.into()) {
                Some(Person { id, .. }) if self.lens.follow.len() < 2 && !self.lens.follow.contains(id) => {
                    self.lens.follow.push(id.clone());
                }
                _ => understood = false,
            }
        }
        understood
    }

    fn read_order(&mut self, value: &str) -> bool {
        let article = value == "article";
        if article {
            self.lens.order = Order::Article;
        }
        article || value == "time"
    }

    fn read_scope(&mut self, value: &str) -> bool {
        let told = value == "told";
        if told {
            self.lens.scope = Scope::Told;
        }
        told || value == ALL
    }

    fn read_years(&mut self, value: &str, story: &Story) -> bool {
        let ends = value.split_once('-').and_then(|(from, to)| Some((from.parse().ok()?, to.parse().ok()?)));
        match ends.zip(Years::of(story)) {
            Some(((from, to), whole)) if from <= to && from <= whole.to && to >= whole.from => {
                self.lens.years = Years::within(from, to, whole);
                true
            }
            _ => false,
        }
    }

    fn read_open(&mut self, value: &str, story: &Story) -> bool {
        if value == ALL {
            self.open = story.events.iter().map(|event| event.id.clone()).collect();
            return true;
        }
        let mut understood = true;
        for name in value.split(',') {
            match story.event(&name.into()) {
                Some(event) if !self.open.contains(&event.id) => self.open.push(event.id.clone()),
                Some(_) => {}
                None => understood = false,
            }
        }
        understood
    }

    fn read_card(&mut self, value: &str, story: &Story) -> bool {
        let (names, nth) = value.split_once('.').unwrap_or((value, "0"));
        let trail: Option<Vec<Target>> = names.split(',').map(|name| story.target(name)).collect();
        self.card = trail.zip(nth.parse().ok()).map(|(trail, nth)| Card {
            trail,
            beside: Spot { place: self.place.clone(), nth },
            pinned: true,
        });
        self.card.is_some()
    }

    /// The address of what is shown.
    pub fn of(state: &State) -> Self {
        let card = state.card.clone().filter(|card| card.pinned);
        Self { place: state.place.clone(), lens: state.lens.clone(), open: state.open.clone(), card, unknown: None }
    }

    /// The address from its query on: `?follow=kamenev#kronstadt`; empty for the page as it opens.
    pub fn url(&self, story: &Story) -> String {
        let mut url = String::new();
        let mut add = |name: &str, value: &str| {
            if !value.is_empty() {
                url.push_str(&[if url.is_empty() { "?" } else { "&" }, name, "=", value].concat());
            }
        };
        add("follow", &list(self.lens.follow.iter().map(|person: &PersonId| &**person)));
        add("order", if self.lens.order == Order::Article { "article" } else { "" });
        add("scope", if self.lens.scope == Scope::Told { "told" } else { "" });
        if let Some(Years { from, to }) = self.lens.years {
            add("years", &[&from.to_string(), "-", &to.to_string()].concat());
        }
        // An event that is the place is open: that needs no word.
        let open = self.open.iter().map(|event| &**event).filter(|event| self.card.is_some() || *event != self.place);
        if !self.open.is_empty() && self.open.len() == story.events.len() {
            add("open", ALL);
        } else {
            add("open", &list(open));
        }
        if let Some(Card { trail, beside, .. }) = &self.card {
            let mut value = list(trail.iter().map(Target::fragment));
            if beside.nth > 0 {
                value.push_str(&[".", &beside.nth.to_string()].concat());
            }
            add("card", &value);
        }
        if !self.place.is_empty() {
            url.push_str(&["#", &self.place].concat());
        }
        url
    }
}

fn list<'id>(ids: impl Iterator<Item = &'id str>) -> String {
    ids.collect::<Vec<_>>().join(",")
}

/// These events in the story's order, each once, without any that it does not have.
pub(crate) fn in_order(open: &[EventId], story: &Story) -> Vec<EventId> {
    story.events.iter().map(|event| &event.id).filter(|event| open.contains(event)).cloned().collect()
}
