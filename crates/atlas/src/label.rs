//! Positions labels beside their places so that they cover neither each other nor other places.

/// A label to be positioned.
#[derive(Clone, Copy, Debug)]
pub struct Label {
    /// The position of its place, as shares of the drawing's width and height.
    pub at: [f64; 2],
    /// The width in pixels on a narrow drawing, where labels have no names, and on a wide one.
    pub widths: [f64; 2],
}

/// The side of its place on which a label is drawn, and its vertical offset.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Side {
    /// Whether the label ends at its place, to the left of it, instead of beginning there.
    pub left: bool,
    /// The offset downward, in pixels.
    pub down: i32,
}

/// The sides that a label may take, in order of preference.
const SIDES: [Side; 8] = [
    Side { left: false, down: 0 },
    Side { left: true, down: 0 },
    Side { left: false, down: -16 },
    Side { left: false, down: 16 },
    Side { left: true, down: -16 },
    Side { left: true, down: 16 },
    Side { left: false, down: -28 },
    Side { left: true, down: 28 },
];

/// The distance between a place and its label, and half the height of a label, in pixels.
const GAP: f64 = 7.0;
const HALF: f64 = 12.0;
/// Half the size of the mark of a place, in pixels.
const SPOT: f64 = 5.0;
/// The number of passes over all labels.
const ROUNDS: usize = 4;

/// Chooses a side for each label on a drawing with these two sizes in pixels, narrow and wide. In each pass, each label in
/// turn takes the side on which it covers the least.
pub fn place_labels(labels: &[Label], sizes: [[f64; 2]; 2]) -> Vec<Side> {
    let mut sides = vec![SIDES[0]; labels.len()];
    for _ in 0..ROUNDS {
        for index in 0..labels.len() {
            let cost =
                |side: Side| (0..2).map(|size| cost(labels, &sides, index, side, size, sizes[size])).sum::<f64>();
            let costs = SIDES.map(cost);
            let best = (0..SIDES.len()).min_by(|one, other| costs[*one].total_cmp(&costs[*other]));
            sides[index] = best.map_or(SIDES[0], |best| SIDES[best]);
        }
    }
    sides
}

/// Returns the cost of a label on one side: the area that it would cover, in square pixels, with weights and a small penalty
/// for less preferred sides.
fn cost(labels: &[Label], sides: &[Side], index: usize, side: Side, size: usize, pixels: [f64; 2]) -> f64 {
    let frame = [0.0, 0.0, pixels[0], pixels[1]];
    let own = area_of(labels[index], side, size, pixels);
    let others = (0..labels.len()).filter(|other| *other != index).map(|other| {
        let [x, y] = spot(labels[other], pixels);
        let spot = [x - SPOT, y - SPOT, x + SPOT, y + SPOT];
        // Covering a place is worse than overlapping a label.
        common(own, area_of(labels[other], sides[other], size, pixels)) + 6.0 * common(own, spot)
    });
    let outside = common(own, own) - common(own, frame);
    others.sum::<f64>() + 4.0 * outside + f64::from(side.down.abs()) / 4.0 + if side.left { 1.0 } else { 0.0 }
}

fn spot(label: Label, pixels: [f64; 2]) -> [f64; 2] {
    [0, 1].map(|axis| label.at[axis] * pixels[axis])
}

/// Returns the rectangle of a label: left, top, right, bottom.
fn area_of(label: Label, side: Side, size: usize, pixels: [f64; 2]) -> [f64; 4] {
    let [x, y] = spot(label, pixels);
    let y = y + f64::from(side.down);
    let (from, to) =
        if side.left { (x - GAP - label.widths[size], x - GAP) } else { (x + GAP, x + GAP + label.widths[size]) };
    [from, y - HALF, to, y + HALF]
}

/// Returns the area of the intersection of two rectangles.
fn common(one: [f64; 4], other: [f64; 4]) -> f64 {
    let side = |axis: usize| (one[axis + 2].min(other[axis + 2]) - one[axis].max(other[axis])).max(0.0);
    side(0) * side(1)
}

#[cfg(test)]
mod tests {
    use super::*;

    const SIZES: [[f64; 2]; 2] = [[300.0, 225.0], [700.0, 525.0]];

    fn label(x: f64, y: f64) -> Label {
        Label { at: [x, y], widths: [24.0, 90.0] }
    }

    #[test]
    fn a_label_stands_at_the_right_where_there_is_room() {
        assert_eq!(place_labels(&[label(0.5, 0.5)], SIZES), [SIDES[0]]);
        assert_eq!(place_labels(&[label(0.97, 0.5)], SIZES), [SIDES[1]], "not beyond the edge");
        assert_eq!(place_labels(&[], SIZES).len(), 0);
    }

    #[test]
    fn labels_do_not_cover_each_other() {
        let labels: Vec<_> = [(0.2, 0.5), (0.26, 0.5), (0.5, 0.2), (0.5, 0.28), (0.9, 0.9), (0.86, 0.8)]
            .map(|(x, y)| label(x, y))
            .to_vec();
        let sides = place_labels(&labels, SIZES);
        for (size, pixels) in SIZES.into_iter().enumerate() {
            let areas: Vec<_> =
                (0..labels.len()).map(|index| area_of(labels[index], sides[index], size, pixels)).collect();
            for (one, other) in (0..labels.len()).flat_map(|one| (0..one).map(move |other| (one, other))) {
                let covered = common(areas[one], areas[other]);
                assert!(covered < 60.0, "labels {one} and {other} share {covered} pixels: {sides:?}");
            }
        }
    }
}
