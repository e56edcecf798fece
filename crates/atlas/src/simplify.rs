//! Reduces the points of rings, by the Visvalingam–Whyatt algorithm.

use std::cmp::Reverse;
use std::collections::BinaryHeap;

/// Removes the points of a ring, the least important first, until each remaining point forms a triangle of at least this
/// area with its neighbors. Returns an empty ring if fewer than three points would remain.
pub(crate) fn simplify(ring: &[[f64; 2]], least: f64) -> Vec<[f64; 2]> {
    let count = ring.len();
    let mut before: Vec<usize> = (0..count).map(|index| (index + count - 1) % count).collect();
    let mut after: Vec<usize> = (0..count).map(|index| (index + 1) % count).collect();
    let mut is_left = vec![true; count];
    let weight = |before: usize, at: usize, after: usize| Weight(triangle(ring[before], ring[at], ring[after]));
    let mut heap: BinaryHeap<Reverse<(Weight, usize)>> =
        (0..count).map(|index| Reverse((weight(before[index], index, after[index]), index))).collect();
    let mut left = count;
    while let Some(Reverse((known, index))) = heap.pop() {
        if known.0 >= least {
            break;
        }
        // The entry is outdated if the point is gone or its neighbors have changed; in the latter case it is in the heap
        // again.
        if !is_left[index] || known != weight(before[index], index, after[index]) {
            continue;
        }
        is_left[index] = false;
        left -= 1;
        if left < 3 {
            return Vec::new();
        }
        let (previous, next) = (before[index], after[index]);
        (after[previous], before[next]) = (next, previous);
        for neighbor in [previous, next] {
            heap.push(Reverse((weight(before[neighbor], neighbor, after[neighbor]), neighbor)));
        }
    }
    (0..count).filter(|index| is_left[*index]).map(|index| ring[index]).collect()
}

/// Returns twice the area that a ring encloses.
pub(crate) fn area(ring: &[[f64; 2]]) -> f64 {
    let pairs = ring.iter().zip(ring.iter().cycle().skip(1));
    pairs.map(|([x0, y0], [x1, y1])| x0 * y1 - y0 * x1).sum::<f64>().abs()
}

fn triangle([x0, y0]: [f64; 2], [x1, y1]: [f64; 2], [x2, y2]: [f64; 2]) -> f64 {
    ((x1 - x0) * (y2 - y0) - (x2 - x0) * (y1 - y0)).abs() / 2.0
}

/// An area with a total order.
#[derive(Clone, Copy)]
struct Weight(f64);

impl PartialEq for Weight {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other).is_eq()
    }
}

impl Eq for Weight {}

impl PartialOrd for Weight {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Weight {
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        self.0.total_cmp(&other.0)
    }
}

#[cfg(test)]
mod tests {
    use super::{area, simplify};

    #[test]
    fn small_bends_go_and_corners_stay() {
        let ring = [[0.0, 0.0], [5.0, 0.1], [10.0, 0.0], [10.0, 10.0], [5.0, 13.0], [0.0, 10.0]];
        let simple = [[0.0, 0.0], [10.0, 0.0], [10.0, 10.0], [5.0, 13.0], [0.0, 10.0]];
        assert_eq!(simplify(&ring, 1.0), simple);
        assert_eq!(simplify(&ring, 0.1), ring);
        assert_eq!(simplify(&ring, 1000.0), Vec::<[f64; 2]>::new());
        assert_eq!(simplify(&[], 1.0), Vec::<[f64; 2]>::new());
    }

    #[test]
    fn a_line_of_many_points_is_a_line() {
        let far = (0..1000).map(|step| [f64::from(step), 0.0]);
        let ring: Vec<_> = far.chain([[999.0, 50.0], [0.0, 50.0]]).collect();
        assert_eq!(simplify(&ring, 0.01), [[0.0, 0.0], [999.0, 0.0], [999.0, 50.0], [0.0, 50.0]]);
        assert!((area(&ring) - 2.0 * 999.0 * 50.0).abs() < 1e-6);
    }
}
