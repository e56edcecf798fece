//! Frames: the drawings that a set of places needs, and the contents of each.

use crate::RADIUS;
use crate::clip::{in_front, within};
use crate::land;
use crate::parts::{groups, parts};
use crate::path;
use crate::simplify::{area, simplify};
use crate::sphere::Vector;
use crate::view::{Projection, View};

/// The least width of a region, in radii of the globe: 600 km, below which the land would have no recognizable shape. An
/// inset is drawn smaller, so it must cover more.
const LEAST_WIDTH: f64 = 600_000.0 / RADIUS;
const LEAST_INSET: f64 = 1_800_000.0 / RADIUS;
/// The largest distance of a place from the middle of its region, in radians. A larger region is shown only on globes.
const REGION: f64 = 1.05;
/// The largest distance of a place from the middle of a globe, in radians. Places closer to the rim would be hard to make
/// out.
const GLOBE: f64 = 1.2;
/// The margin on each side of a frame, as a share of its width.
const MARGIN: f64 = 0.12;
/// The distance below which two places share a label, as a share of the frame's width.
const CROWDED: f64 = 0.047;
/// How far land is drawn beyond the frame, in units, so that its cut edge is not visible.
const BEYOND: f64 = 3.0;
/// The area of the smallest bend, in square units. The smallest island has four times this area. A globe is only a sketch.
const BEND: f64 = 7.0;
const GLOBE_BEND: f64 = 12.0;

/// The kind of a frame.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// The region in which most places lie.
    Region,
    /// Half of the globe.
    Globe,
    /// A region far from the main one.
    Inset,
}

/// A drawing of a part of the globe, in its own units.
#[derive(Clone, Debug)]
pub struct Frame {
    /// The kind of the drawing.
    pub kind: Kind,
    /// The places labeled on this frame, as indices, in groups that are too close together for separate labels. Each place
    /// is labeled on one frame.
    pub groups: Vec<Vec<usize>>,
    /// The width and height, in units.
    pub size: [i32; 2],
    view: View,
    /// The left and top edges, in radii of the globe from the center of the view.
    origin: [f64; 2],
    /// The number of units per radius of the globe.
    scale: f64,
}

impl Frame {
    /// Returns the position of a point, in units from the left and top edges; it may be outside the drawing. `None` if the
    /// point is behind a globe.
    pub fn position(&self, point: Vector) -> Option<[f64; 2]> {
        self.view.project(point).map(|place| self.units(place))
    }

    /// Reports whether a point is on the drawing.
    pub fn shows(&self, point: Vector) -> bool {
        let [width, height] = self.size.map(f64::from);
        self.position(point).is_some_and(|[x, y]| (0.0..=width).contains(&x) && (0.0..=height).contains(&y))
    }

    /// Converts a distance in meters to units, at the scale of the middle of the drawing.
    pub fn length(&self, meters: f64) -> f64 {
        meters / RADIUS * self.scale
    }

    /// Returns the land as SVG path data, to be filled by the rule `evenodd`.
    pub fn land(&self) -> String {
        let [width, height] = self.size.map(f64::from);
        let edges = [-BEYOND, -BEYOND, width + BEYOND, height + BEYOND];
        let drawn = |ring: &Vec<Vector>| {
            let turned: Vec<Vector> = ring.iter().map(|point| self.view.turned(*point)).collect();
            if turned.iter().all(|point| point.z < 0.0) {
                return None;
            }
            let flat: Vec<_> = in_front(&turned).into_iter().map(|point| self.units(self.view.flat(point))).collect();
            let bend = if self.kind == Kind::Globe { GLOBE_BEND } else { BEND };
            let simple = simplify(&within(&flat, edges), bend);
            (area(&simple) > 8.0 * bend).then_some(simple)
        };
        path::rings(&land::rings().iter().filter_map(drawn).collect::<Vec<_>>())
    }

    fn units(&self, place: [f64; 2]) -> [f64; 2] {
        [0, 1].map(|axis| (place[axis] - self.origin[axis]) * self.scale)
    }

    fn grouped(mut self, places: &[Vector], shown: &[usize]) -> Self {
        // All places in `shown` are in front.
        let at: Vec<_> = shown.iter().filter_map(|index| self.position(places[*index])).collect();
        let groups = groups(&at, CROWDED * f64::from(self.size[0]));
        self.groups = groups.into_iter().map(|group| group.into_iter().map(|member| shown[member]).collect()).collect();
        self
    }

    /// Creates the frame of a region that contains all of the places in `shown`, with a margin.
    fn region(kind: Kind, width: i32, places: &[Vector], shown: &[usize]) -> Self {
        let view = View::new(Projection::EqualArea, Vector::middle(shown.iter().map(|index| places[*index])));
        let at: Vec<_> = shown.iter().filter_map(|index| view.project(places[*index])).collect();
        let ends = [0, 1].map(|axis| {
            let parts = || at.iter().map(|place| place[axis]);
            [parts().fold(f64::INFINITY, f64::min), parts().fold(f64::NEG_INFINITY, f64::max)]
        });
        let size = [width, width * 3 / 4];
        let least = if kind == Kind::Inset { LEAST_INSET } else { LEAST_WIDTH };
        // The larger of the widths that the horizontal and the vertical extent require, with the margins.
        let [across, down] = ends.map(|[first, last]| last - first);
        let wide = (across.max(down * 4.0 / 3.0) / (1.0 - 2.0 * MARGIN)).max(least);
        let origin = [0, 1].map(|axis| {
            let half = wide / 2.0 * if axis == 0 { 1.0 } else { 0.75 };
            f64::midpoint(ends[axis][0], ends[axis][1]) - half
        });
        let scale = f64::from(width) / wide;
        Self { kind, groups: Vec::new(), size, view, origin, scale }.grouped(places, shown)
    }

    fn globe(center: Vector, places: &[Vector], shown: &[usize]) -> Self {
        let view = View::new(Projection::Orthographic, center);
        let half = f64::from(GLOBE_WIDTH / 2);
        let frame = Self {
            kind: Kind::Globe,
            groups: Vec::new(),
            size: [GLOBE_WIDTH; 2],
            view,
            origin: [-1.01; 2],
            scale: half / 1.01,
        };
        frame.grouped(places, shown)
    }
}

/// The width of the main region in units, each about one pixel in a wide window.
const REGION_WIDTH: i32 = 800;
/// The width of a globe and of an inset, in units.
const GLOBE_WIDTH: i32 = 400;

/// Chooses the drawings for a set of places, largest first. Each place is on at least one of them.
///
/// Places that are close together form a region. If some are far from the others, globes show all of them, and each part
/// with more than one place is also drawn as a region. A part that spans more than a continent is shown only on globes.
pub fn frames(places: &[Vector]) -> Vec<Frame> {
    let parts = parts(places);
    let is_region = |part: &[usize]| {
        let middle = Vector::middle(part.iter().map(|index| places[*index]));
        part.iter().all(|index| places[*index].angle(middle) <= REGION)
    };
    let mut frames = Vec::new();
    let mut on_globes = Vec::new();
    for (number, part) in parts.iter().enumerate() {
        if is_region(part) && (parts.len() == 1 || part.len() > 1) {
            let (kind, width) = if number == 0 { (Kind::Region, REGION_WIDTH) } else { (Kind::Inset, GLOBE_WIDTH) };
            frames.push(Frame::region(kind, width, places, part));
        } else {
            on_globes.extend(part.iter().copied());
        }
    }
    if parts.len() > 1 || frames.is_empty() {
        let mut rest: Vec<usize> = (0..places.len()).collect();
        let mut at = usize::from(frames.first().is_some_and(|frame| frame.kind == Kind::Region));
        while let Some(first) = rest.first() {
            let center = center(places, &rest).unwrap_or(places[*first]);
            let is_seen = |index: &usize| places[*index].angle(center) <= GLOBE + 1e-9;
            let (seen, hidden): (Vec<usize>, Vec<usize>) = rest.iter().partition(|index| is_seen(index));
            let labeled: Vec<usize> = seen.into_iter().filter(|index| on_globes.contains(index)).collect();
            frames.insert(at, Frame::globe(center, places, &labeled));
            (rest, at) = (hidden, at + 1);
        }
    }
    frames
}

/// Returns the center of a globe that shows all of these places, as close to the equator as possible. `None` if they do not
/// fit on one globe.
fn center(places: &[Vector], shown: &[usize]) -> Option<Vector> {
    let farthest = |center: Vector| shown.iter().map(|index| places[*index].angle(center)).fold(0.0, f64::max);
    let latitudes = (0..=45).flat_map(|step| [f64::from(step) * 2.0, f64::from(step) * -2.0]);
    for latitude in latitudes {
        let around = (0..180).map(|step| Vector::at(latitude, f64::from(step) * 2.0));
        let best = around.min_by(|one, other| farthest(*one).total_cmp(&farthest(*other)))?;
        if farthest(best) <= GLOBE {
            return Some(best);
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(points: &[(f64, f64)]) -> Vec<Vector> {
        points.iter().map(|(latitude, longitude)| Vector::at(*latitude, *longitude)).collect()
    }

    const EUROPE: [(f64, f64); 6] = [(55.8, 37.7), (46.5, 30.7), (41.0, 29.0), (55.7, 12.6), (43.2, 5.5), (60.2, 10.4)];

    /// Asserts that each place is labeled on one frame that shows it, with room around it.
    fn fits(places: &[Vector], frames: &[Frame]) {
        for (index, place) in places.iter().enumerate() {
            let with: Vec<_> = frames.iter().filter(|frame| frame.groups.concat().contains(&index)).collect();
            assert_eq!(with.len(), 1, "place {index} has one label: {frames:?}");
            let [x, y] = with[0].position(*place).expect("it is in front");
            let [width, height] = with[0].size.map(f64::from);
            assert!(with[0].shows(*place) && x > 0.02 * width && x < 0.98 * width, "{x} of {width}");
            assert!(y > 0.02 * height && y < 0.98 * height, "{y} of {height}");
        }
    }

    fn kinds(frames: &[Frame]) -> Vec<Kind> {
        frames.iter().map(|frame| frame.kind).collect()
    }

    #[test]
    fn a_region_fits_its_places() {
        for places in [
            at(&EUROPE),
            at(&[(10.0, 20.0)]),
            at(&[(48.85, 2.35), (48.86, 2.36)]),
            at(&[(-17.8, 178.0), (-13.8, -171.8), (-21.1, -175.2)]),
            at(&[(88.0, 0.0), (87.0, 120.0), (86.0, -120.0)]),
        ] {
            let frames = frames(&places);
            assert_eq!(kinds(&frames), [Kind::Region], "{places:?}");
            fits(&places, &frames);
        }
        assert_eq!(frames(&[]).len(), 0);
    }

    #[test]
    fn far_places_get_a_globe_and_insets() {
        let places = at(&[&EUROPE[..], &[(43.2, 76.9), (22.2, -97.9), (19.4, -99.2)]].concat());
        let frames = frames(&places);
        assert_eq!(kinds(&frames), [Kind::Region, Kind::Globe, Kind::Inset]);
        fits(&places, &frames);
        assert_eq!(frames[1].groups, [[6]], "the one place that has no region");
        assert!(places.iter().all(|place| frames[1].shows(*place)), "but all stand on the globe");
    }

    #[test]
    fn places_all_over_the_world_are_on_globes() {
        let around: Vec<_> = (0..12).map(|step| (f64::from(step % 3) * 20.0, f64::from(step) * 30.0)).collect();
        let antipodes = vec![(48.9, 2.4), (-33.9, 151.2), (-41.3, 174.8)];
        for points in [around, antipodes, vec![(90.0, 0.0), (-90.0, 0.0)]] {
            let places = at(&points);
            let frames = frames(&places);
            assert!(frames.iter().filter(|frame| frame.kind == Kind::Globe).count() > 1, "{:?}", kinds(&frames));
            fits(&places, &frames);
        }
    }

    #[test]
    fn crowded_places_share_a_label() {
        let places = at(&[&EUROPE[..], &[(40.87, 29.12), (40.99, 29.02)]].concat());
        let frames = frames(&places);
        assert_eq!(frames[0].groups, [vec![0], vec![1], vec![2, 6, 7], vec![3], vec![4], vec![5]]);
    }

    #[test]
    fn land_is_drawn_within_its_frame_and_always_the_same() {
        let places = at(&[&EUROPE[..], &[(43.2, 76.9), (22.2, -97.9), (19.4, -99.2)]].concat());
        for (frame, most) in frames(&places).iter().zip([6000, 4000, 1500]) {
            let land = frame.land();
            assert!(land.len() > 200 && land.len() < most, "{:?} has {} bytes", frame.kind, land.len());
            let coordinates =
                land.split('M').skip(1).flat_map(|ring| ring.split(['l', ' ']).take(2).collect::<Vec<_>>());
            for coordinate in coordinates {
                let coordinate: i32 = coordinate.parse().expect("a ring begins with a point");
                assert!((-4..=frame.size[0] + 4).contains(&coordinate), "{coordinate}");
            }
            assert_eq!(land, frames(&places).iter().find(|other| other.kind == frame.kind).expect("again").land());
        }
        let inland = frames(&at(&[(48.0, 67.0)])).remove(0);
        assert_eq!(inland.land(), "M-3 603l0-606 806 0 0 606z", "a frame full of land");
        assert_eq!(frames(&at(&[(-45.0, -130.0)])).remove(0).land(), "", "and one of sea");
    }
}
