//! Clips rings to their visible part: first to the front of the globe, then to a frame. Both steps use the
//! Sutherland–Hodgman algorithm, which cuts a ring along one edge at a time.

use std::f64::consts::{PI, TAU};

use crate::sphere::Vector;

/// The distance between points along the horizon, in radians.
const STEP: f64 = PI / 36.0;

/// Returns the part of a rotated ring that is in front. Where the ring goes behind the globe and comes back, the part
/// follows the horizon.
///
/// Two points on the horizon are joined the shorter way. This is correct for every shape whose part on any horizon is
/// shorter than half of it, as is the case for all land on this globe.
pub(crate) fn in_front(ring: &[Vector]) -> Vec<Vector> {
    let level = |from: Vector, to: Vector| {
        let on_it = (from + (to - from) * (from.z / (from.z - to.z))).unit();
        Vector { z: 0.0, ..on_it }
    };
    let cut = cut(ring, |point| point.z >= 0.0, level);
    let mut whole = Vec::with_capacity(cut.len());
    for (from, to) in edges(&cut) {
        whole.push(from);
        if from.z.abs() < 1e-9 && to.z.abs() < 1e-9 {
            let start = from.y.atan2(from.x);
            let turn = (to.y.atan2(to.x) - start + PI).rem_euclid(TAU) - PI;
            let mut gone = STEP;
            while gone < turn.abs() {
                let angle = start + gone.copysign(turn);
                whole.push(Vector { x: angle.cos(), y: angle.sin(), z: 0.0 });
                gone += STEP;
            }
        }
    }
    whole
}

/// Returns the part of a flat ring within a rectangle, given as left, top, right, bottom.
pub(crate) fn within(ring: &[[f64; 2]], [left, top, right, bottom]: [f64; 4]) -> Vec<[f64; 2]> {
    let mut part = ring.to_vec();
    // Each side is its axis, its position on the axis, and the sign of the direction that leads inside.
    for (axis, limit, sign) in [(0, left, 1.0), (0, right, -1.0), (1, top, 1.0), (1, bottom, -1.0)] {
        let inside = |point: [f64; 2]| (point[axis] - limit) * sign >= 0.0;
        let crossing = |from: [f64; 2], to: [f64; 2]| {
            let share = (limit - from[axis]) / (to[axis] - from[axis]);
            let mut crossing = [0, 1].map(|part| from[part] + (to[part] - from[part]) * share);
            crossing[axis] = limit;
            crossing
        };
        part = cut(&part, inside, crossing);
    }
    part
}

/// Cuts a ring along an edge. `inside` tells whether a point is inside, and `crossing` where the line between two points
/// crosses the edge.
fn cut<Point: Copy>(
    ring: &[Point],
    inside: impl Fn(Point) -> bool,
    crossing: impl Fn(Point, Point) -> Point,
) -> Vec<Point> {
    let mut part = Vec::with_capacity(ring.len());
    for (from, to) in edges(ring) {
        if inside(from) {
            part.push(from);
        }
        if inside(from) != inside(to) {
            part.push(crossing(from, to));
        }
    }
    part
}

/// Returns the edges of a ring; the last one leads back to its first point.
fn edges<Point: Copy>(ring: &[Point]) -> impl Iterator<Item = (Point, Point)> {
    ring.iter().zip(ring.iter().cycle().skip(1)).map(|(from, to)| (*from, *to))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Returns twice the signed area of a flat ring. The sign is that of its orientation.
    fn area(ring: &[[f64; 2]]) -> f64 {
        edges(ring).map(|(from, to)| from[0] * to[1] - from[1] * to[0]).sum()
    }

    #[test]
    fn a_frame_cuts_what_reaches_beyond_it() {
        let square = [[0.0, 0.0], [4.0, 0.0], [4.0, 4.0], [0.0, 4.0]];
        assert_eq!(within(&square, [-1.0, -1.0, 5.0, 5.0]), square, "it is all inside");
        assert_eq!(within(&square, [5.0, 0.0, 6.0, 6.0]), Vec::<[f64; 2]>::new(), "it is all outside");
        let corner = within(&square, [3.0, 3.0, 9.0, 9.0]);
        assert!((area(&corner) - 2.0).abs() < 1e-9 && corner.iter().flatten().all(|part| *part >= 3.0), "{corner:?}");
        let around = within(&square, [1.0, 1.0, 2.0, 2.0]);
        assert!((area(&around) - 2.0).abs() < 1e-9, "a frame inside of land is full of it: {around:?}");
    }

    #[test]
    fn what_goes_behind_follows_the_horizon() {
        // A triangle from the middle of the disk to two points behind.
        let ring = [Vector { x: 0.0, y: 0.0, z: 1.0 }, Vector::at(-30.0, 100.0), Vector::at(-30.0, 170.0)];
        let seen = in_front(&ring);
        assert!(seen.iter().all(|point| point.z >= 0.0 && (point.dot(*point) - 1.0).abs() < 1e-9), "{seen:?}");
        let on_horizon = seen.iter().filter(|point| point.z == 0.0);
        assert!(on_horizon.clone().count() > 10, "70 degrees in steps of five");
        assert!(on_horizon.clone().all(|point| point.x < 0.3 && point.y > -0.01), "the shorter way: {seen:?}");
        let behind = ring.map(|point| Vector { z: -point.z.abs() - 0.1, ..point }.unit());
        assert_eq!(in_front(&behind), Vec::new());
    }
}
