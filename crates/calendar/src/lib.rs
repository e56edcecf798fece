//! Days, extents and scales: the arithmetic of a timeline.
//!
//! The build draws with it and the browser program measures with it, so it is pure, uses whole numbers, and has no
//! dependencies. Formatting floating-point numbers alone would add ten kilobytes to the browser program.

mod day;
mod extent;
mod scale;

pub use day::CalendarDay;
pub use extent::Extent;
pub use scale::{Scale, WHOLE, coarse, is_round, moved, percent};
