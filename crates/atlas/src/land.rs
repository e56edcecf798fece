//! The land of the globe, from the file in `land/`.

use std::sync::LazyLock;

use serde::Deserialize;

use crate::sphere::Vector;

/// Coasts, each a ring: of an island or a continent, or of a sea inside of one. A place is on land where it is inside of an
/// odd number of rings.
pub(crate) fn rings() -> &'static [Vec<Vector>] {
    static RINGS: LazyLock<Vec<Vec<Vector>>> = LazyLock::new(|| read(include_str!("../land/land.json")));
    &RINGS
}

/// What is used of `TopoJSON`: quantized arcs, and polygons made of them.
#[derive(Deserialize)]
struct Topology {
    transform: Transform,
    objects: Objects,
    arcs: Vec<Vec<[i32; 2]>>,
}

/// How steps become degrees of longitude and latitude.
#[derive(Deserialize)]
struct Transform {
    scale: [f64; 2],
    translate: [f64; 2],
}

#[derive(Deserialize)]
struct Objects {
    land: Collection,
}

#[derive(Deserialize)]
struct Collection {
    geometries: Vec<MultiPolygon>,
}

/// Polygons, their rings, and the arcs of each.
#[derive(Deserialize)]
struct MultiPolygon {
    arcs: Vec<Vec<Vec<i32>>>,
}

/// # Panics
///
/// When the file is not such a topology. It is compiled into this crate, and the test below reads it.
fn read(json: &str) -> Vec<Vec<Vector>> {
    let topology: Topology = serde_json::from_str(json).expect("land.json is a topology");
    let arcs: Vec<Vec<Vector>> = topology.arcs.iter().map(|arc| points(arc, &topology.transform)).collect();
    let polygons = topology.objects.land.geometries.iter().flat_map(|geometry| &geometry.arcs);
    let ring = |indices: &Vec<i32>| {
        let mut ring: Vec<Vector> = Vec::new();
        for index in indices {
            // An arc that is used backward is written as the complement of its index.
            let backward = *index < 0;
            let index = usize::try_from(if backward { !*index } else { *index }).expect("an index is a number");
            let mut arc = arcs[index].clone();
            if backward {
                arc.reverse();
            }
            // It begins where the one before it ended.
            ring.pop();
            ring.extend(arc);
        }
        // And the last one ends where the first began.
        ring.pop();
        ring
    };
    polygons.flatten().map(ring).collect()
}

/// The points of an arc: each is written as its distance from the one before.
fn points(arc: &[[i32; 2]], Transform { scale, translate }: &Transform) -> Vec<Vector> {
    let mut at = [0, 0];
    let point = |step: &[i32; 2]| {
        at = [at[0] + step[0], at[1] + step[1]];
        let [longitude, latitude] = [0, 1].map(|axis| f64::from(at[axis]) * scale[axis] + translate[axis]);
        Vector::at(latitude, longitude)
    };
    arc.iter().map(point).collect()
}

#[cfg(test)]
mod tests {
    use super::rings;
    use crate::clip::in_front;
    use crate::sphere::Vector;
    use crate::view::{Projection, View};

    /// Whether there is land at a point, as seen from above it.
    fn is_land(latitude: f64, longitude: f64) -> bool {
        let view = View::new(Projection::EqualArea, Vector::at(latitude, longitude));
        let crosses = |ring: &Vec<Vector>| {
            let turned: Vec<_> = ring.iter().map(|point| view.turned(*point)).collect();
            let flat: Vec<_> = in_front(&turned).into_iter().map(|point| view.flat(point)).collect();
            let pairs = flat.iter().zip(flat.iter().cycle().skip(1));
            let crossed = pairs
                .filter(|([x0, y0], [x1, y1])| (*y0 > 0.0) != (*y1 > 0.0) && x0 - y0 * (x1 - x0) / (y1 - y0) > 0.0);
            crossed.count()
        };
        rings().iter().map(crosses).sum::<usize>() % 2 == 1
    }

    #[test]
    fn continents_are_where_they_are() {
        for (name, latitude, longitude) in [
            ("Moscow", 55.75, 37.62),
            ("Almaty", 43.24, 76.95),
            ("Mexico City", 19.4, -99.15),
            ("Buenos Aires, whose antipode is in China", -35.5, -60.0),
            ("Chukotka, across the 180th meridian", 66.5, -178.5),
            ("Wellington", -41.0, 175.6),
            ("near the South Pole", -89.0, 30.0),
            ("Alice Springs", -23.7, 133.9),
        ] {
            assert!(is_land(latitude, longitude), "{name}");
        }
        for (name, latitude, longitude) in [
            ("the Caspian, inside of a continent", 42.0, 50.5),
            ("the Black Sea", 43.5, 34.0),
            ("the North Pole", 89.9, 0.0),
            ("the middle of the Atlantic", 35.0, -40.0),
            ("the Pacific, at the 180th meridian", 10.0, 180.0),
        ] {
            assert!(!is_land(latitude, longitude), "{name}");
        }
    }
}
