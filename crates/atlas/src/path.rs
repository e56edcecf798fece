//! Formats rings as SVG path data in whole numbers.

use std::fmt::Write as _;

/// Formats the rings of a drawing: each begins with its first point and continues with relative steps. Rings that collapse
/// when rounded to whole numbers are left out.
pub(crate) fn rings(rings: &[Vec<[f64; 2]>]) -> String {
    let mut data = String::new();
    for ring in rings {
        let mut points: Vec<[i32; 2]> = ring.iter().map(|point| point.map(whole)).collect();
        points.dedup();
        if points.len() > 1 && points.first() == points.last() {
            points.pop();
        }
        if points.len() < 3 {
            continue;
        }
        let _ = write!(data, "M{} {}", points[0][0], points[0][1]);
        let mut sign = "l";
        for pair in points.windows(2) {
            for axis in [0, 1] {
                let step = pair[1][axis] - pair[0][axis];
                // A minus sign is also a separator.
                let between = if axis == 0 && sign == "l" {
                    "l"
                } else if step < 0 {
                    ""
                } else {
                    " "
                };
                let _ = write!(data, "{between}{step}");
            }
            sign = " ";
        }
        data.push('z');
    }
    data
}

/// Rounds to the nearest whole number.
pub(crate) fn whole(part: f64) -> i32 {
    #[expect(clippy::cast_possible_truncation, reason = "a drawing has a few thousand units, and a cast saturates")]
    let whole = part.round() as i32;
    whole
}

#[cfg(test)]
mod tests {
    use super::rings;

    #[test]
    fn a_path_is_as_short_as_it_can_be() {
        let square = vec![[10.2, 10.0], [20.0, 10.4], [20.0, 20.0], [9.8, 20.0]];
        let speck = vec![[1.0, 1.0], [1.2, 1.0], [1.2, 1.2]];
        assert_eq!(rings(&[square, speck]), "M10 10l10 0 0 10-10 0z");
        assert_eq!(rings(&[]), "");
    }
}
