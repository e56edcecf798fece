//! How the events are looked at: whom they follow, in which order, how many of them, and in which years. Nothing here is
//! lost by a lens: what does not stand in it steps back.

use palimpsest_story::{Event, Person, PersonId, Story};

use crate::scale::Scale;

/// The order of the events.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Order {
    /// As it happened.
    #[default]
    Time,
    /// As the article tells it; what it does not tell comes after.
    Article,
}

/// Which events are shown at all.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Scope {
    /// Those that the article tells, and those that we add for context.
    #[default]
    All,
    /// Those that the article tells.
    Told,
}

/// A stretch of whole years, both included; the first is not after the last.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Years {
    /// The first.
    pub from: i32,
    /// The last.
    pub to: i32,
}

impl Years {
    /// The years between two, in whatever order, as far as they lie in `whole`; `None` when that is all of them.
    pub fn within(from: i32, to: i32, whole: Self) -> Option<Self> {
        let [from, to] = [from.min(to), from.max(to)].map(|year| year.clamp(whole.from, whole.to));
        let years = Self { from, to };
        (years != whole).then_some(years)
    }

    /// All years of a story's events.
    pub fn of(story: &Story) -> Option<Self> {
        let [from, to] = Scale::of_story(story)?.years();
        Some(Self { from, to })
    }

    /// How many they are, at least one.
    pub fn count(self) -> i32 {
        self.to - self.from + 1
    }

    /// The same number of years, later or, below zero, earlier: as far as there is room in `whole`.
    #[must_use]
    pub fn moved(self, by: i32, whole: Self) -> Self {
        let by = by.clamp(whole.from - self.from, whole.to - self.to);
        Self { from: self.from + by, to: self.to + by }
    }

    /// Fewer years (`steps` above zero) or more, around a year that keeps its place among them.
    pub fn zoomed(self, steps: i32, around: i32, whole: Self) -> Option<Self> {
        let count = self.count();
        let change = (count / 5).max(1) * steps;
        let wanted = (count - change).clamp(1, whole.count());
        let before = (around - self.from).clamp(0, count - 1) * wanted / count;
        let from = (around.clamp(self.from, self.to) - before).clamp(whole.from, whole.to - wanted + 1);
        Self::within(from, from + wanted - 1, whole)
    }
}

/// How the events are looked at.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Lens {
    /// Whom they follow: nobody, one, or two.
    pub follow: Vec<PersonId>,
    /// In which order they stand.
    pub order: Order,
    /// Which are shown.
    pub scope: Scope,
    /// In which years; `None` is all.
    pub years: Option<Years>,
}

impl Lens {
    /// The events in this order, each with its index in the story. None is left out.
    pub fn events<'story>(&self, story: &'story Story) -> Vec<(usize, &'story Event)> {
        let told = |event: &Event| event.told.as_ref().map_or(u32::MAX, palimpsest_story::SentenceId::number);
        let mut events: Vec<(usize, &Event)> = Vec::new();
        for one in story.events.iter().enumerate() {
            // A sort would cost the browser three kilobytes.
            let later = events.iter().position(|(_, other)| self.order == Order::Article && told(other) > told(one.1));
            events.insert(later.unwrap_or(events.len()), one);
        }
        events
    }

    /// Whether an event is shown.
    pub fn shows(&self, event: &Event) -> bool {
        self.scope == Scope::All || event.told.is_some()
    }

    /// Whether an event stands in front: everybody who is followed has a part in it, and it falls into the years.
    pub fn favours(&self, event: &Event) -> bool {
        let followed = self.follow.iter().all(|person| event.people.contains(person));
        let falls = self.years.zip(event.date.extent).is_none_or(|(years, extent)| {
            let [first, last] = Scale { first: extent.first, end: extent.end() }.years();
            first <= years.to && last >= years.from
        });
        followed && falls
    }

    /// Those who are followed.
    pub fn followed<'lens, 'story>(
        &'lens self,
        story: &'story Story,
    ) -> impl Iterator<Item = &'story Person> + use<'lens, 'story> {
        self.follow.iter().filter_map(move |id| story.person(id))
    }

    /// One line that says what is shown; `None` when that is everything.
    pub fn words(&self, story: &Story) -> Option<String> {
        if *self == (Self { order: self.order, ..Self::default() }) {
            return None;
        }
        let names: Vec<&str> = self.followed(story).map(|person| person.name.as_str()).collect();
        let shown: Vec<&Event> = story.events.iter().filter(|event| self.shows(event)).collect();
        let front = shown.iter().filter(|event| self.favours(event)).count();
        let mut words = match names.as_slice() {
            [] => String::new(),
            [name] => ["Following ", name, ": "].concat(),
            names => ["What ", &names.join(" and "), " share: "].concat(),
        };
        words.push_str(&[&front.to_string(), " of ", &story.events.len().to_string(), " events"].concat());
        if let Some(Years { from, to }) = self.years {
            words.push_str(&[", ", &from.to_string(), "–", &to.to_string()].concat());
        }
        if self.scope == Scope::Told {
            words.push_str(", without context");
        }
        if !names.is_empty() {
            let places = places(self, story).len();
            let noun = if places == 1 { " sentence of the article" } else { " sentences of the article" };
            words.push_str(&["; ", &places.to_string(), noun].concat());
        }
        words.push('.');
        Some(words)
    }
}

/// The sentences of the article that name everybody who is followed.
pub fn places<'story>(lens: &Lens, story: &'story Story) -> Vec<&'story str> {
    let mut people = lens.followed(story);
    let Some(first) = people.next() else { return Vec::new() };
    let others: Vec<&Person> = people.collect();
    let everybody =
        first.sentences.iter().filter(|sentence| others.iter().all(|other| other.sentences.contains(sentence)));
    everybody.map(|sentence| &**sentence).collect()
}
