//! How the timeline is viewed: whom it follows, in which order, which of its events and which years. A lens hides nothing
//! that the reader cannot get back: events that it does not favor are folded away or dimmed.

use palimpsest_contract::{Event, Outline};

use crate::years::Years;

/// The order of the events.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Order {
    /// From the earliest event to the latest.
    #[default]
    Time,
    /// As the article tells them; context comes last.
    Article,
}

impl Order {
    /// Both orders.
    pub const ALL: [Self; 2] = [Self::Time, Self::Article];
}

/// What happens to the events that the lens does not favor.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Others {
    /// They are folded away; find-in-page opens them.
    #[default]
    Hidden,
    /// They stay in place, dimmed.
    Dimmed,
}

/// Which events are shown at all. No control sets it any more, but published addresses do.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Scope {
    /// The events that the article tells and the context that the editors add.
    #[default]
    All,
    /// The events that the article tells.
    Article,
}

/// How the timeline is viewed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Lens {
    /// The indices of the people whom the reader follows, at most two.
    pub follow: Vec<usize>,
    /// The order that the reader or the address asked for; `None` if neither did.
    pub order: Option<Order>,
    /// Which events are shown.
    pub scope: Scope,
    /// What happens to the events that the lens does not favor.
    pub others: Others,
    /// The years shown; `None` for all of them.
    pub years: Option<Years>,
}

impl Lens {
    /// Returns the order of the events.
    pub fn order(&self) -> Order {
        self.order.unwrap_or_default()
    }

    /// Returns the lens after a view was asked for. What the view does not ask for, the order and what happens to the other
    /// events, stays as it is.
    #[must_use]
    pub fn viewed(&self, view: Self) -> Self {
        let others = if view.others == Others::default() { self.others } else { view.others };
        Self { order: view.order.or(self.order), others, ..view }
    }

    /// Reports whether an event is within the scope.
    pub fn shows(&self, event: &Event) -> bool {
        self.scope == Scope::All || event.sentence.is_some()
    }

    /// Reports whether the lens favors an event: everyone who is followed takes part in it, and it falls within the years. An
    /// event that is not dated falls within any years.
    pub fn favors(&self, event: &Event) -> bool {
        let followed = self.follow.iter().all(|person| event.involves(*person));
        let falls = self.years.zip(event.span).is_none_or(|(years, span)| {
            let [first, last] = span.years();
            first <= years.to && last >= years.from
        });
        followed && falls
    }

    /// Reports whether the lens may dim events or fold them away.
    pub fn dims(&self) -> bool {
        !self.follow.is_empty() || self.years.is_some()
    }

    /// Reports whether the lens shows less than the timeline shows at first. The order hides nothing and does not count.
    pub fn is_narrowed(&self) -> bool {
        self.dims() || self.scope != Scope::default()
    }

    /// Returns the numbers of the sentences that name everyone who is followed.
    pub fn sentences(&self, outline: &Outline) -> Vec<i32> {
        let mut named =
            self.follow.iter().filter_map(|person| outline.people.get(*person)).map(|person| &person.sentences);
        let Some(first) = named.next() else { return Vec::new() };
        let others: Vec<&Vec<i32>> = named.collect();
        first.iter().copied().filter(|sentence| others.iter().all(|other| other.contains(sentence))).collect()
    }
}
