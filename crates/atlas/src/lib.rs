//! Maps: frames that fit a set of places, the land in them, and where everything stands on the drawing.
//!
//! [`frames`] chooses the drawings from the places alone: one of a region, and where some places lie far from the others a
//! globe, and more regions. A [`Frame`] then says where a place stands on it, and gives its land as SVG path data. The
//! geometry is on the sphere until it is projected, so that neither the poles nor the 180th meridian are special.
//!
//! Everything is pure and gives the same on every machine: drawings are written in whole numbers.

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
