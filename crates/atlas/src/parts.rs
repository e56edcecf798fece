//! Splits places into parts, separated by gaps that are wider than the extent of the part with the most places.

use crate::RADIUS;
use crate::sphere::Vector;

/// The distance up to which places always belong together, in radii of the globe: 1,000 km.
const NEAR: f64 = 1_000_000.0 / RADIUS;

/// Splits the places into parts, each a list of indices: the part with the most places first, the others ordered by their
/// first place.
pub(crate) fn parts(places: &[Vector]) -> Vec<Vec<usize>> {
    let mut links = tree(places);
    links.sort_by(|one, other| one.length.total_cmp(&other.length));
    let mut parts = joined(places.len(), &links);
    while let Some(longest) = links.pop() {
        let cut = joined(places.len(), &links);
        let largest = cut.iter().max_by_key(|part| part.len()).map_or(0.0, |part| extent(places, part));
        if longest.length <= largest.max(NEAR) {
            break;
        }
        parts = cut;
    }
    let most = parts.iter().map(Vec::len).max().unwrap_or_default();
    if let Some(main) = parts.iter().position(|part| part.len() == most) {
        let main = parts.remove(main);
        parts.insert(0, main);
    }
    parts
}

/// Groups places that are connected by steps of at most this length. Each group is sorted, and groups are ordered by their
/// first place.
pub(crate) fn groups(places: &[[f64; 2]], step: f64) -> Vec<Vec<usize>> {
    let links = pairs(places.len()).filter_map(|(from, to)| {
        let [x, y] = [0, 1].map(|axis| places[from][axis] - places[to][axis]);
        (x.hypot(y) <= step).then_some(Link { from, to, length: x.hypot(y) })
    });
    joined(places.len(), &links.collect::<Vec<_>>())
}

/// A link between two places.
#[derive(Clone, Copy)]
struct Link {
    from: usize,
    to: usize,
    length: f64,
}

fn pairs(count: usize) -> impl Iterator<Item = (usize, usize)> {
    (0..count).flat_map(move |from| (from + 1..count).map(move |to| (from, to)))
}

/// Returns the minimum spanning tree of the places, by Kruskal's algorithm.
fn tree(places: &[Vector]) -> Vec<Link> {
    let link = |(from, to): (usize, usize)| Link { from, to, length: places[from].angle(places[to]) };
    let mut links: Vec<Link> = pairs(places.len()).map(link).collect();
    links.sort_by(|one, other| one.length.total_cmp(&other.length));
    let mut part: Vec<usize> = (0..places.len()).collect();
    links.retain(|link| {
        let (kept, gone) = (part[link.from], part[link.to]);
        for part in &mut part {
            if *part == gone {
                *part = kept;
            }
        }
        kept != gone
    });
    links
}

/// Returns the connected components of a graph with these links.
fn joined(count: usize, links: &[Link]) -> Vec<Vec<usize>> {
    let mut part: Vec<usize> = (0..count).collect();
    for link in links {
        let (one, other) = (part[link.from], part[link.to]);
        let (kept, gone) = (one.min(other), one.max(other));
        for part in &mut part {
            if *part == gone {
                *part = kept;
            }
        }
    }
    let members = |first: usize| (0..count).filter(|index| part[*index] == first).collect::<Vec<_>>();
    (0..count).map(members).filter(|part| !part.is_empty()).collect()
}

/// Returns the largest distance between two places of a part.
fn extent(places: &[Vector], part: &[usize]) -> f64 {
    let distances = pairs(part.len()).map(|(from, to)| places[part[from]].angle(places[part[to]]));
    distances.fold(0.0, f64::max)
}

#[cfg(test)]
mod tests {
    use super::{groups, parts};
    use crate::sphere::Vector;

    fn at(points: &[(f64, f64)]) -> Vec<Vector> {
        points.iter().map(|(latitude, longitude)| Vector::at(*latitude, *longitude)).collect()
    }

    #[test]
    fn far_places_are_parts_of_their_own() {
        let europe = [(55.8, 37.7), (46.5, 30.7), (41.0, 29.0), (55.7, 12.6), (43.2, 5.5), (60.2, 10.4)];
        assert_eq!(parts(&at(&europe)), [vec![0, 1, 2, 3, 4, 5]], "one region");
        let more = [&[(43.2, 76.9)], &europe[..], &[(22.2, -97.9), (19.4, -99.2)]].concat();
        assert_eq!(parts(&at(&more)), [vec![1, 2, 3, 4, 5, 6], vec![0], vec![7, 8]]);
    }

    #[test]
    fn few_places_belong_together_unless_they_are_far() {
        assert_eq!(parts(&at(&[])), Vec::<Vec<usize>>::new());
        assert_eq!(parts(&at(&[(10.0, 10.0)])), [[0]]);
        assert_eq!(parts(&at(&[(48.9, 2.4), (51.5, -0.1)])), [[0, 1]], "Paris and London");
        assert_eq!(parts(&at(&[(48.9, 2.4), (-33.9, 151.2)])), [[0], [1]], "Paris and Sydney");
        assert_eq!(parts(&at(&[(0.0, 179.9), (0.0, -179.9)])), [[0, 1]], "neighbors across the 180th meridian");
    }

    #[test]
    fn crowded_places_are_a_group() {
        let row = [[0.0, 0.0], [100.0, 0.0], [9.0, 0.0], [18.0, 0.0]];
        assert_eq!(groups(&row, 10.0), [vec![0, 2, 3], vec![1]]);
        assert_eq!(groups(&row, 5.0).len(), 4);
    }
}
