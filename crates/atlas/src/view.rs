//! Views of the globe: a viewpoint and a projection.

use crate::sphere::Vector;

/// A projection of the globe onto a plane.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Projection {
    /// The view from far away: half of the globe, in a disk.
    Orthographic,
    /// Lambert's azimuthal equal-area projection, which preserves directions from the center and all areas.
    EqualArea,
}

/// The globe, rotated so that one point is in front, with north up.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct View {
    projection: Projection,
    center: Vector,
    east: Vector,
    north: Vector,
}

impl View {
    /// Creates a view from above this point.
    pub fn new(projection: Projection, center: Vector) -> Self {
        let pole = Vector { x: 0.0, y: 0.0, z: 1.0 };
        // Above a pole, any direction can be east.
        let east = pole.cross(center);
        let east = if east.dot(east) < 1e-12 { Vector { x: 0.0, y: 1.0, z: 0.0 } } else { east.unit() };
        Self { projection, center, east, north: center.cross(east) }
    }

    /// Rotates a point into the axes of this view: `x` is right, `y` is up, and `z` is toward the viewer.
    pub fn turned(&self, point: Vector) -> Vector {
        Vector { x: point.dot(self.east), y: point.dot(self.north), z: point.dot(self.center) }
    }

    /// Projects a rotated point. The result is in radii of the globe from the center, right and down. In front, where `z` is
    /// not negative, the projection is one-to-one. Behind, the equal-area projection still has the correct direction.
    pub fn flat(&self, turned: Vector) -> [f64; 2] {
        let factor = match self.projection {
            Projection::Orthographic => 1.0,
            // The antipode is the whole rim; no drawing reaches that far.
            Projection::EqualArea => (2.0 / (1.0 + turned.z).max(1e-9)).sqrt(),
        };
        [turned.x * factor, -turned.y * factor]
    }

    /// Projects a point. `None` if it is behind an orthographic globe.
    pub fn project(&self, point: Vector) -> Option<[f64; 2]> {
        let turned = self.turned(point);
        (turned.z >= 0.0 || self.projection == Projection::EqualArea).then(|| self.flat(turned))
    }
}

#[cfg(test)]
mod tests {
    use super::{Projection, View};
    use crate::sphere::Vector;

    /// The numerical examples in Snyder, Map Projections: A Working Manual (USGS Professional Paper 1395, 1987).
    #[test]
    fn points_stand_where_snyder_has_them() {
        let view = |projection| View::new(projection, Vector::at(40.0, -100.0));
        let close = |[x, y]: [f64; 2], [right, up]: [f64; 2]| (x - right).abs() < 1e-6 && (y + up).abs() < 1e-6;
        let seen = view(Projection::Orthographic).project(Vector::at(30.0, -110.0)).expect("it is in front");
        assert!(close(seen, [-0.150_383_7, -0.165_191_1]), "{seen:?}");
        // Snyder's globe has a radius of 3.
        let seen = view(Projection::EqualArea).project(Vector::at(-20.0, 100.0)).expect("everything has a place");
        assert!(close(seen.map(|part| part * 3.0), [-4.233_930_3, 4.025_777_5]), "{seen:?}");
    }

    #[test]
    fn what_is_behind_is_on_no_globe() {
        let view = View::new(Projection::Orthographic, Vector::at(0.0, 0.0));
        assert_eq!(view.project(Vector::at(0.0, 91.0)), None);
        assert!(view.project(Vector::at(0.0, 89.0)).is_some_and(|[x, _]| x > 0.999));
    }

    #[test]
    fn poles_and_the_180th_meridian_are_places_like_any_other() {
        for projection in [Projection::Orthographic, Projection::EqualArea] {
            let date_line = View::new(projection, Vector::at(0.0, 180.0));
            let [west, east] = [179.0, -179.0].map(|longitude| date_line.project(Vector::at(0.0, longitude)));
            let ([west, _], [east, _]) = west.zip(east).expect("both are in front");
            assert!(west < 0.0 && east > 0.0 && (west + east).abs() < 1e-9, "{west} {east}");
            let pole = View::new(projection, Vector::at(90.0, 0.0));
            let around = [0.0, 90.0, 180.0, -90.0].map(|longitude| pole.project(Vector::at(80.0, longitude)));
            for point in around {
                let [x, y] = point.expect("it is in front");
                assert!((x.hypot(y) - x.abs().max(y.abs())).abs() < 1e-9 && x.hypot(y) > 0.17, "{x} {y}");
            }
        }
    }
}
