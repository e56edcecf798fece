//! A window of whole years, and how it is moved and zoomed.

use palimpsest_contract::Outline;

/// A range of whole years, both included; the first is not after the last.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Years {
    /// The first year, astronomical: 0 is 1 BC.
    pub from: i32,
    /// The last year.
    pub to: i32,
}

impl Years {
    /// The years between two, in either order, as far as they lie within `whole`; `None` when that is all of them.
    pub fn within(from: i32, to: i32, whole: Self) -> Option<Self> {
        let [from, to] = [from.min(to), from.max(to)].map(|year| year.clamp(whole.from, whole.to));
        let years = Self { from, to };
        (years != whole).then_some(years)
    }

    /// The years from the first event to the last.
    pub fn of(outline: &Outline) -> Option<Self> {
        let [from, to] = outline.scale()?.years();
        Some(Self { from, to })
    }

    /// The number of years, at least one.
    pub fn count(self) -> i32 {
        self.to - self.from + 1
    }

    /// Whether a year is among them.
    pub fn contains(self, year: i32) -> bool {
        (self.from..=self.to).contains(&year)
    }

    /// The same number of years, `by` years later or, below zero, earlier, as far as there is room in `whole`.
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
