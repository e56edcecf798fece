//! What was made from the page and is not made again for every drawing: no truth of its own, but what follows from the
//! state.

use palimpsest_story::{PersonId, Target};
use yew::Html;

use crate::browser::printed;
use crate::search::{Entry, Hit, search};

/// Of each kind so many answers are shown.
const MOST: usize = 6;

/// Each with what it was made from.
#[derive(Default)]
pub(crate) struct Kept {
    card: Option<(Target, Html)>,
    followed: (Vec<PersonId>, Html),
    entries: Vec<Entry>,
    found: (String, Vec<Hit>),
}

impl Kept {
    /// A copy of an entry.
    pub(crate) fn card(&mut self, target: Option<&Target>) -> Html {
        if self.card.as_ref().map(|(of, _)| of) != target {
            self.card = target.map(|target| (target.clone(), printed::copy(target.fragment())));
        }
        self.card.as_ref().map(|(_, copy)| copy.clone()).unwrap_or_default()
    }

    /// What there is about those who are followed.
    pub(crate) fn followed(&mut self, people: &[PersonId], make: impl FnOnce() -> Html) -> Html {
        if self.followed.0 != people {
            self.followed = (people.to_vec(), make());
        }
        self.followed.1.clone()
    }

    /// What a query finds. What can be found is read from the page when the search is opened, as it then is: it may have been
    /// translated.
    pub(crate) fn found(&mut self, query: &str) -> (&[Entry], &[Hit]) {
        if query.is_empty() || self.entries.is_empty() {
            self.entries = printed::index();
        }
        if self.found.0 != query {
            self.found = (query.to_owned(), search(&self.entries, query, MOST));
        }
        (&self.entries, &self.found.1)
    }
}
