//! What the program knows of the browser's history: for each of its entries, the address that the program wrote, the scroll
//! position, and the link by which the reader left. The browser keeps only the number of an entry.

/// An entry of the browser's history, as the program writes it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct HistoryEntry {
    /// The address from its query onward.
    pub url: String,
    /// The same address without place and card.
    pub base: String,
    /// Whether the entry has a card.
    pub has_card: bool,
}

/// The entries of the browser's history by their numbers, and which of them is the current one. `L` is a link on the page.
///
/// Entries from before the page was loaded have numbers as well, but nothing is known about them.
#[derive(Debug)]
pub struct History<L> {
    known: Vec<Known<L>>,
    current: usize,
}

/// What is known about an entry.
#[derive(Clone, Debug)]
pub struct Known<L> {
    /// The scroll position when the reader left, in CSS pixels.
    pub scrolled: Option<f64>,
    /// The link by which the reader left.
    pub left_by: Option<L>,
    /// What the program wrote.
    written: Option<HistoryEntry>,
}

impl<L> Default for Known<L> {
    fn default() -> Self {
        Self { scrolled: None, left_by: None, written: None }
    }
}

impl<L> Default for History<L> {
    fn default() -> Self {
        Self { known: Vec::new(), current: 0 }
    }
}

impl<L> History<L> {
    /// Returns the number of the current entry.
    pub fn number(&self) -> usize {
        self.current
    }

    /// Returns what is known about the current entry.
    pub fn current(&mut self) -> &mut Known<L> {
        if self.known.len() <= self.current {
            self.known.resize_with(self.current + 1, Known::default);
        }
        &mut self.known[self.current]
    }

    /// Moves to the entry with this number, as after a step back or forward; without a number, to a new entry that the
    /// browser has made for a link.
    pub fn arrive(&mut self, number: Option<usize>) {
        match number {
            Some(number) => self.current = number,
            None => self.begin(),
        }
    }

    /// Begins a new entry, which discards the entries after the current one.
    fn begin(&mut self) {
        self.current();
        self.known.truncate(self.current + 1);
        self.current = self.known.len();
    }

    /// Records a new entry after the current one.
    pub fn push(&mut self, entry: &HistoryEntry) {
        self.begin();
        self.current().written = Some(entry.clone());
    }

    /// Records that the current entry was written. `number` is the number that the browser has for it, if it has one: after
    /// a reload, the browser still knows the number and the program does not.
    pub fn replace(&mut self, number: Option<usize>, entry: &HistoryEntry) {
        self.current = number.unwrap_or(self.current);
        self.current().written = Some(entry.clone());
    }

    /// Returns the address of the entry before the current one, if the program wrote it.
    pub fn previous(&self) -> Option<&str> {
        let before = self.current.checked_sub(1).and_then(|before| self.known.get(before))?;
        before.written.as_ref().map(|entry| &*entry.url)
    }

    /// Returns the number of entries of the last card, if the entry before them differs in nothing but the card. `base` is
    /// the current address without place and card.
    pub fn steps_of_card(&self, base: &str) -> Option<usize> {
        let known = self.known.get(..=self.current)?;
        let is = |entry: &Known<L>, has_card: bool| {
            entry.written.as_ref().is_some_and(|entry| entry.has_card == has_card && entry.base == base)
        };
        let steps = known.iter().rev().take_while(|entry| is(entry, true)).count();
        let before = known.len().checked_sub(steps + 1).and_then(|before| known.get(before))?;
        (steps > 0 && is(before, false)).then_some(steps)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn entry(url: &str) -> HistoryEntry {
        let card = url.find("?card=");
        HistoryEntry { url: url.to_owned(), base: String::new(), has_card: card.is_some() }
    }

    /// A history with these entries.
    fn history(urls: &[&str]) -> History<&'static str> {
        let mut history = History::default();
        let (first, others) = urls.split_first().expect("an entry");
        history.replace(None, &entry(first));
        for url in others {
            history.push(&entry(url));
        }
        history
    }

    #[test]
    fn a_card_is_left_over_all_of_its_entries() {
        for (urls, steps) in [
            (&[""][..], None),
            (&["", "?card=a"], Some(1)),
            (&["", "?card=a", "?card=a,b", "?card=a,b,c"], Some(3)),
            // The address was opened with a card, so there is nothing to go back to.
            (&["?card=a"], None),
            (&["?card=a", "?card=a,b"], None),
        ] {
            assert_eq!(history(urls).steps_of_card(""), steps, "{urls:?}");
        }
        assert_eq!(history(&["", "?card=a"]).steps_of_card("?order=article"), None, "the view has changed since");
    }

    #[test]
    fn the_previous_entry_is_the_one_before_the_current() {
        let mut history = history(&["", "?card=a", "?card=a,b"]);
        assert_eq!(history.previous(), Some("?card=a"));
        history.arrive(Some(1));
        assert_eq!(history.previous(), Some(""));
        history.push(&entry("?card=c"));
        assert_eq!((history.number(), history.previous()), (2, Some("?card=a")));
        history.arrive(Some(0));
        assert_eq!(history.previous(), None);
    }

    #[test]
    fn a_link_begins_an_entry_and_discards_those_after() {
        let mut history = history(&["", "?card=a", "?card=a,b"]);
        history.current().left_by = Some("late");
        history.arrive(Some(0));
        history.current().scrolled = Some(120.0);
        history.arrive(None);
        assert_eq!((history.number(), history.current().left_by), (1, None));
        assert_eq!(history.steps_of_card(""), None);
        history.arrive(Some(0));
        assert_eq!(history.current().scrolled, Some(120.0));
    }

    #[test]
    fn after_a_reload_the_numbers_go_on() {
        let mut reloaded = History::<()>::default();
        reloaded.replace(Some(5), &entry("?card=a,b"));
        assert_eq!(reloaded.number(), 5);
        // Nothing is known about the entries before the reload: they may belong to the same card.
        assert_eq!((reloaded.steps_of_card(""), reloaded.previous()), (None, None));
        reloaded.push(&entry("?card=a,b,c"));
        assert_eq!((reloaded.number(), reloaded.previous()), (6, Some("?card=a,b")));
    }
}
