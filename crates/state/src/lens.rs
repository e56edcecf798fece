//! How the timeline is viewed: whom it follows, in which order, how many of its events, and which years. A lens hides
//! nothing that the reader cannot get back: what does not stand in it is folded away, or steps back.

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

/// What becomes of the events that the lens is not on.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Others {
    /// They are folded away; a browser that searches the page opens them.
    #[default]
    Hidden,
    /// They stand in their places, stepped back.
    Dimmed,
}

/// Which events are shown at all. No control asks for it any more: addresses that were published do.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Scope {
    /// The events in the article, and the context that the editors add.
    #[default]
    All,
    /// The events in the article.
    Article,
}

/// How the timeline is viewed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Lens {
    /// The indices of the people whom the reader follows: none, one or two.
    pub follow: Vec<usize>,
    /// The order that the reader or the address asked for; `None` when nobody did.
    pub order: Option<Order>,
    /// Which events are shown.
    pub scope: Scope,
    /// What becomes of the events that the lens is not on.
    pub others: Others,
    /// The years shown; `None` is all of them.
    pub years: Option<Years>,
}

impl Lens {
    /// The order of the events.
    pub fn order(&self) -> Order {
        self.order.unwrap_or_default()
    }

    /// Whether an event is shown.
    pub fn shows(&self, event: &Event) -> bool {
        self.scope == Scope::All || event.sentence.is_some()
    }

    /// Whether an event stands in front: everybody who is followed takes part in it, and it falls into the years.
    pub fn favors(&self, event: &Event) -> bool {
        let followed = self.follow.iter().all(|person| event.involves(*person));
        let falls = self.years.zip(event.span).is_none_or(|(years, span)| {
            let [first, last] = span.years();
            first <= years.to && last >= years.from
        });
        followed && falls
    }

    /// Whether some events may step back or be folded away.
    pub fn dims(&self) -> bool {
        !self.follow.is_empty() || self.years.is_some()
    }

    /// Whether the timeline is viewed otherwise than it opens. The order hides nothing and does not count.
    pub fn is_narrowed(&self) -> bool {
        self.dims() || self.scope != Scope::default()
    }

    /// The numbers of the sentences that name everybody who is followed.
    pub fn sentences(&self, outline: &Outline) -> Vec<i32> {
        let mut named =
            self.follow.iter().filter_map(|person| outline.people.get(*person)).map(|person| &person.sentences);
        let Some(first) = named.next() else { return Vec::new() };
        let others: Vec<&Vec<i32>> = named.collect();
        first.iter().copied().filter(|sentence| others.iter().all(|other| other.contains(sentence))).collect()
    }
}
