//! The size of a picture, so that the page reserves its space before it is loaded.

use std::fs;
use std::path::Path;

/// Returns the width and the height in pixels, or `None` if they cannot be read.
pub(crate) fn of(path: &Path) -> Option<[u32; 2]> {
    let is_drawing = path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("svg"));
    if is_drawing {
        return drawing(&fs::read_to_string(path).ok()?);
    }
    let size = imagesize::size(path).ok()?;
    Some([u32::try_from(size.width).ok()?, u32::try_from(size.height).ok()?])
}

/// Returns the size of an SVG drawing: its `width` and `height` in pixels, or that of its `viewBox`.
fn drawing(svg: &str) -> Option<[u32; 2]> {
    let document = roxmltree::Document::parse_with_options(
        svg,
        roxmltree::ParsingOptions { allow_dtd: true, ..roxmltree::ParsingOptions::default() },
    );
    let document = document.ok()?;
    let root = document.root_element();
    let length = |name: &str| root.attribute(name)?.trim().trim_end_matches("px").parse::<f64>().ok();
    let given = length("width").zip(length("height"));
    let framed = || {
        let numbers: Vec<f64> = root
            .attribute("viewBox")?
            .split([' ', ',', '\t', '\n'])
            .filter(|number| !number.is_empty())
            .map_while(|number| number.parse().ok())
            .collect();
        Some((*numbers.get(2)?, *numbers.get(3)?))
    };
    let (width, height) = given.or_else(framed)?;
    let whole = |length: f64| {
        // Anything larger or smaller is not a picture.
        let is_sound = (0.5..100_000.0).contains(&length);
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "the range was checked")]
        is_sound.then(|| length.round() as u32)
    };
    Some([whole(width)?, whole(height)?])
}

#[cfg(test)]
mod tests {
    use super::drawing;

    #[test]
    fn a_drawing_says_its_size() {
        let svg = |attributes: &str| drawing(&format!("<svg xmlns=\"http://www.w3.org/2000/svg\" {attributes}/>"));
        assert_eq!(svg("viewBox=\"0 0 300.4 200\""), Some([300, 200]));
        assert_eq!(svg("width=\"30px\" height=\"20\" viewBox=\"0 0 3 2\""), Some([30, 20]));
        assert_eq!(svg("width=\"100%\" viewBox=\"0,0,3,2\""), Some([3, 2]));
        assert_eq!(svg(""), None);
        assert_eq!(drawing("no drawing"), None);
    }
}
