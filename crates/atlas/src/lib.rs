//! Maps: frames that fit a set of places, the land in them, and the positions of everything on the drawing.
//!
//! [`frames`] chooses the drawings from the places alone: one of a region, and, if some places are far from the others, a
//! globe and more regions. A [`Frame`] gives the position of a place on it, and its land as SVG path data. The geometry
//! stays on the sphere until it is projected, so neither the poles nor the 180th meridian are special.
//!
//! All functions are pure and give the same results on every machine, because drawings are written in whole numbers.

mod clip;
mod frame;
mod label;
mod land;
mod parts;
mod path;
mod simplify;
mod sphere;
mod view;

pub use frame::{Frame, Kind, frames};
pub use label::{Label, Side, place_labels};
pub use sphere::Vector;

/// The radius of the Earth in meters.
pub const RADIUS: f64 = 6_371_000.0;
