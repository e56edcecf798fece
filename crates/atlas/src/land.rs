//! The land of the globe, from the file in `land/`.

use std::sync::LazyLock;

use serde::Deserialize;

use crate::sphere::Vector;

/// Returns the coasts as rings: of an island, of a continent, or of a sea within one. A point is on land if it is inside an
/// odd number of rings.
pub(crate) fn rings() -> &'static [Vec<Vector>] {
    static RINGS: LazyLock<Vec<Vec<Vector>>> = LazyLock::new(|| read(include_str!("../land/land.json")));
    &RINGS
}

/// The parts of a `TopoJSON` file that are used: quantized arcs, and polygons made of them.
#[derive(Deserialize)]
struct Topology {
    transform: Transform,
    objects: Objects,
    arcs: Vec<Vec<[i32; 2]>>,
}

/// The transform of quantized positions to degrees of longitude and latitude.
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

/// Polygons, each a list of rings, each a list of arcs.
#[derive(Deserialize)]
struct MultiPolygon {
    arcs: Vec<Vec<Vec<i32>>>,
}

/// Reads the rings from a topology.
///
/// # Panics
///
/// Panics if the file is not a valid topology. It is compiled into this crate, and the test below reads it.
fn read(json: &str) -> Vec<Vec<Vector>> {
    let topology: Topology = serde_json::from_str(json).expect("land.json is a topology");
    let arcs: Vec<Vec<Vector>> = topology.arcs.iter().map(|arc| points(arc, &topology.transform)).collect();
    let polygons = topology.objects.land.geometries.iter().flat_map(|geometry| &geometry.arcs);
    let ring = |indices: &Vec<i32>| {
        let mut ring: Vec<Vector> = Vec::new();
        for index in indices {
            // For an arc that is traversed backward, the index is the bitwise complement.
            let backward = *index < 0;
            let index = usize::try_from(if backward { !*index } else { *index }).expect("an index is a number");
            let mut arc = arcs[index].clone();
            if backward {
                arc.reverse();
            }
            // The arc begins where the previous one ended.
            ring.pop();
            ring.extend(arc);
        }
        // The last arc ends where the first began.
        ring.pop();
        ring
    };
    polygons.flatten().map(ring).collect()
}

/// Returns the points of an arc, which are delta-encoded: each is stored as its offset from the previous one.
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

    /// Reports whether there is land at a point, in a view from above it.
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
