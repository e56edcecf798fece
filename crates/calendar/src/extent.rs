//! The days that a date covers.

use crate::CalendarDay;

/// The days that a date covers. An end that is not known to the day has a length of its own: the end "1925" lies somewhere
/// within that year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Extent {
    /// The first day that the date may touch, counted from 1 January 1970.
    pub first: i32,
    /// The number of days after `first` by which the date has begun at the latest.
    pub rising: i32,
    /// The number of days that the date may touch.
    pub length: i32,
    /// The number of days before the end by which the date may already be over.
    pub falling: i32,
}

impl Extent {
    /// Returns the day after the last that the date may touch, counted from 1 January 1970.
    pub fn end(&self) -> i32 {
        self.first + self.length
    }

    /// Returns the years of the first and last day.
    pub fn years(&self) -> [i32; 2] {
        [self.first, self.end() - 1].map(|day| CalendarDay::from_number(day).year)
    }
}
