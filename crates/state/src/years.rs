//! A window of whole years, and how it is moved and zoomed.

use palimpsest_contract::Outline;

/// A range of whole years, inclusive; `from` is not after `to`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Years {
    /// The first year, in astronomical numbering: 0 is 1 BC.
    pub from: i32,
    /// The last year.
    pub to: i32,
}

impl Years {
    /// Returns the years between two, given in either order and limited to `whole`; `None` if that is all of `whole`.
    pub fn within(from: i32, to: i32, whole: Self) -> Option<Self> {
        let [from, to] = [from.min(to), from.max(to)].map(|year| year.clamp(whole.from, whole.to));
        let years = Self { from, to };
        (years != whole).then_some(years)
    }

    /// Returns the years from the first event to the last.
    pub fn of(outline: &Outline) -> Option<Self> {
        let [from, to] = outline.scale()?.years();
        Some(Self { from, to })
    }

    /// Returns the number of years, at least one.
    pub fn count(self) -> i32 {
        self.to - self.from + 1
    }

    /// Reports whether the range contains a year.
    pub fn contains(self, year: i32) -> bool {
        (self.from..=self.to).contains(&year)
    }

    /// Returns the same number of years, shifted by `by` years (earlier if negative) as far as there is room in `whole`.
    #[must_use]
    pub fn moved(self, by: i32, whole: Self) -> Self {
        let by = by.clamp(whole.from - self.from, whole.to - self.to);
        Self { from: self.from + by, to: self.to + by }
    }

    /// Returns fewer years (if `steps` is positive) or more, around a year that keeps its relative position.
    pub fn zoomed(self, steps: i32, around: i32, whole: Self) -> Option<Self> {
        let count = self.count();
        let change = (count / 5).max(1) * steps;
        let wanted = (count - change).clamp(1, whole.count());
        let before = i64::from((around - self.from).clamp(0, count - 1)) * i64::from(wanted) / i64::from(count);
        // It is less than what is wanted.
        let before = i32::try_from(before).unwrap_or(0);
        let from = (around.clamp(self.from, self.to) - before).clamp(whole.from, whole.to - wanted + 1);
        Self::within(from, from + wanted - 1, whole)
    }
}
