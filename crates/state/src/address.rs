//! What the page shows, as its address. The fragment names the place, the query everything else. Every address can be read,
//! and every address that is written is read back unchanged.

use palimpsest_contract::text::position;
use palimpsest_contract::{Outline, Target};

use crate::card::{Anchor, Card};
use crate::lens::{Lens, Order, Others, Scope};
use crate::years::Years;

/// What an address says.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Address {
    /// The id of the place; empty for the page as it opens.
    pub place: String,
    /// How the timeline is viewed.
    pub lens: Lens,
    /// The indices of the events that are open, in ascending order.
    pub open: Vec<usize>,
    /// The card beside the text.
    pub card: Option<Card>,
    /// Whether the censor's copy is shown.
    pub censored: bool,
    /// The last parameter of the query that names something this page does not have.
    pub unknown: Option<String>,
}

/// The word for all events.
const ALL: &str = "all";
/// The words for the orders and scopes. Published addresses contain them, so they must not change.
const TIME: &str = "time";
const ARTICLE: &str = "article";
const IN_ARTICLE: &str = "told";
const DIMMED: &str = "dimmed";
/// The word for the censor's copy.
const CENSOR: &str = "censor";

impl Address {
    /// Reads a query and a fragment, both decoded, with or without their `?` and `#`. Unknown parameters are ignored,
    /// because others may have added them.
    pub fn parse(query: &str, fragment: &str, outline: &Outline) -> Self {
        let place = fragment.strip_prefix('#').unwrap_or(fragment);
        // Drops a text fragment, which engines that know text fragments remove themselves.
        let place = position(place, ":~:").and_then(|end| place.get(..end)).unwrap_or(place);
        let mut address = Self { place: place.to_owned(), ..Self::default() };
        for parameter in query.strip_prefix('?').unwrap_or(query).split('&') {
            let (name, value) = parameter.split_once('=').unwrap_or((parameter, ""));
            let understood = match name {
                "follow" => address.read_follow(value, outline),
                "order" => address.read_order(value),
                "scope" => address.read_scope(value),
                "years" => address.read_years(value, outline),
                "others" => address.read_others(value),
                "open" => address.read_open(value, outline),
                "card" => address.read_card(value, outline),
                "copy" => {
                    address.censored = value == CENSOR && !outline.erased.is_empty();
                    address.censored
                }
                _ => true,
            };
            if !understood {
                address.unknown = Some(parameter.to_owned());
            }
        }
        if let Some(event) = outline.event(place).filter(|_| address.card.is_none()) {
            insert(&mut address.open, event);
        }
        address
    }

    fn read_follow(&mut self, value: &str, outline: &Outline) -> bool {
        let mut understood = true;
        for id in value.split(',') {
            match outline.person(id) {
                Some(person) if self.lens.follow.len() < 2 && !self.lens.follow.contains(&person) => {
                    self.lens.follow.push(person);
                }
                _ => understood = false,
            }
        }
        understood
    }

    fn read_order(&mut self, value: &str) -> bool {
        let order = match value {
            TIME => Order::Time,
            ARTICLE => Order::Article,
            _ => return false,
        };
        self.lens.order = Some(order);
        true
    }

    fn read_scope(&mut self, value: &str) -> bool {
        if value == IN_ARTICLE {
            self.lens.scope = Scope::Article;
        }
        value == IN_ARTICLE || value == ALL
    }

    fn read_others(&mut self, value: &str) -> bool {
        if value == DIMMED {
            self.lens.others = Others::Dimmed;
        }
        value == DIMMED
    }

    fn read_years(&mut self, value: &str, outline: &Outline) -> bool {
        let ends = years(value).zip(Years::of(outline));
        match ends {
            Some(((from, to), whole)) if from <= to && from <= whole.to && to >= whole.from => {
                self.lens.years = Years::within(from, to, whole);
                true
            }
            _ => false,
        }
    }

    fn read_open(&mut self, value: &str, outline: &Outline) -> bool {
        if value == ALL {
            self.open = (0..outline.events.len()).collect();
            return true;
        }
        let mut understood = true;
        for id in value.split(',') {
            match outline.event(id) {
                Some(event) => insert(&mut self.open, event),
                None => understood = false,
            }
        }
        understood
    }

    fn read_card(&mut self, value: &str, outline: &Outline) -> bool {
        let (ids, nth) = value.split_once('.').unwrap_or((value, "0"));
        let trail: Option<Vec<Target>> = ids.split(',').map(|id| outline.target(id)).collect();
        self.card = trail.zip(nth.parse().ok()).map(|(trail, nth)| Card {
            trail,
            anchor: Anchor { place: self.place.clone(), nth },
            pinned: true,
        });
        self.card.is_some()
    }

    /// Returns the address from its query onward, for example `?follow=kamenev#kronstadt`; empty for the page as it opens.
    pub fn url(&self, outline: &Outline) -> String {
        let mut url = String::new();
        let mut add = |name: &str, value: &str| {
            if !value.is_empty() {
                url.push_str(&[if url.is_empty() { "?" } else { "&" }, name, "=", value].concat());
            }
        };
        let id = |target: Target| outline.id(target);
        add("follow", &list(self.lens.follow.iter().map(|person| id(Target::Person(*person)))));
        let order = self.lens.order.map(|order| if order == Order::Article { ARTICLE } else { TIME });
        add("order", order.unwrap_or_default());
        add("scope", if self.lens.scope == Scope::Article { IN_ARTICLE } else { "" });
        add("others", if self.lens.others == Others::Dimmed { DIMMED } else { "" });
        if let Some(Years { from, to }) = self.lens.years {
            add("years", &[&from.to_string(), "-", &to.to_string()].concat());
        }
        if !self.open.is_empty() && self.open.len() == outline.events.len() {
            add("open", ALL);
        } else {
            let open = self.open.iter().map(|event| id(Target::Event(*event)));
            // An event that is the place is open without being listed.
            add("open", &list(open.filter(|event| self.card.is_some() || *event != self.place)));
        }
        add("copy", if self.censored { CENSOR } else { "" });
        if let Some(Card { trail, anchor, .. }) = &self.card {
            let mut value = list(trail.iter().map(|target| id(*target)));
            if anchor.nth > 0 {
                value.push_str(&[".", &anchor.nth.to_string()].concat());
            }
            add("card", &value);
        }
        if !self.place.is_empty() {
            url.push_str(&["#", &self.place].concat());
        }
        url
    }
}

/// Parses two years: `1917-1929`, `-48--40` or `-5-12`.
fn years(value: &str) -> Option<(i32, i32)> {
    // The first character may be a sign.
    let hyphen = value.get(1..)?.find('-')? + 1;
    let (from, to) = value.split_at_checked(hyphen)?;
    Some((from.parse().ok()?, to.strip_prefix('-')?.parse().ok()?))
}

fn list<'id>(ids: impl Iterator<Item = &'id str>) -> String {
    ids.collect::<Vec<_>>().join(",")
}

/// Inserts an index into an ascending list unless the list already contains it.
pub(crate) fn insert(list: &mut Vec<usize>, index: usize) {
    if let Err(position) = list.binary_search(&index) {
        list.insert(position, index);
    }
}
