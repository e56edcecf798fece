//! Points of the globe as unit vectors.

use std::ops::{Add, Mul, Sub};

/// A vector from the center of the globe. A point of the surface has length 1.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Vector {
    /// Toward the equator at longitude 0.
    pub x: f64,
    /// Toward the equator at 90° east.
    pub y: f64,
    /// Toward the north pole.
    pub z: f64,
}

impl Vector {
    /// Returns the point at a latitude and a longitude in degrees; south and west are negative.
    pub fn at(latitude: f64, longitude: f64) -> Self {
        let (latitude, longitude) = (latitude.to_radians(), longitude.to_radians());
        Self { x: latitude.cos() * longitude.cos(), y: latitude.cos() * longitude.sin(), z: latitude.sin() }
    }

    /// Returns the dot product.
    pub fn dot(self, other: Self) -> f64 {
        self.x * other.x + self.y * other.y + self.z * other.z
    }

    /// Returns the cross product.
    #[must_use]
    pub fn cross(self, other: Self) -> Self {
        Self {
            x: self.y * other.z - self.z * other.y,
            y: self.z * other.x - self.x * other.z,
            z: self.x * other.y - self.y * other.x,
        }
    }

    /// Returns the angle between two points in radians, which is their distance in radii of the globe. It is also exact for
    /// points that are close together.
    pub fn angle(self, other: Self) -> f64 {
        self.cross(other).length().atan2(self.dot(other))
    }

    /// Returns the vector of length 1 in this direction, or the north pole for the zero vector.
    #[must_use]
    pub fn unit(self) -> Self {
        let length = self.length();
        if length > 1e-12 { self * (1.0 / length) } else { Self { x: 0.0, y: 0.0, z: 1.0 } }
    }

    /// Returns the point in the middle of others, or the north pole if there is none.
    pub fn middle(points: impl IntoIterator<Item = Self>) -> Self {
        points.into_iter().fold(Self { x: 0.0, y: 0.0, z: 0.0 }, Add::add).unit()
    }

    fn length(self) -> f64 {
        self.dot(self).sqrt()
    }
}

impl Add for Vector {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        Self { x: self.x + other.x, y: self.y + other.y, z: self.z + other.z }
    }
}

impl Sub for Vector {
    type Output = Self;

    fn sub(self, other: Self) -> Self {
        self + other * -1.0
    }
}

impl Mul<f64> for Vector {
    type Output = Self;

    fn mul(self, factor: f64) -> Self {
        Self { x: self.x * factor, y: self.y * factor, z: self.z * factor }
    }
}

#[cfg(test)]
mod tests {
    use super::Vector;
    use crate::RADIUS;

    #[test]
    fn distances_are_those_of_the_globe() {
        let [paris, moscow] = [Vector::at(48.857, 2.352), Vector::at(55.752, 37.617)];
        // 2,486 km, according to great-circle calculators for these coordinates.
        assert!((paris.angle(moscow) * RADIUS / 1000.0 - 2486.0).abs() < 5.0, "{}", paris.angle(moscow) * RADIUS);
        let near = Vector::at(48.857, 2.352_01);
        assert!(
            (paris.angle(near) * RADIUS - 0.73).abs() < 0.01,
            "a second of arc apart: {}",
            paris.angle(near) * RADIUS
        );
        let [west, east] = [Vector::at(10.0, -179.5), Vector::at(10.0, 179.5)];
        assert!(west.angle(east).to_degrees() < 1.0, "neighbors across the 180th meridian");
    }

    #[test]
    fn a_middle_lies_between() {
        let middle = Vector::middle([Vector::at(0.0, 170.0), Vector::at(0.0, -170.0)]);
        assert!(middle.angle(Vector::at(0.0, 180.0)) < 1e-9);
        assert_eq!(Vector::middle([]), Vector { x: 0.0, y: 0.0, z: 1.0 });
    }
}
