//! Every pair of colors that the style sheets combine, computed from the tokens: WCAG contrast in the light scheme, in
//! the dark one, and with `prefers-contrast`.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;

use palimpsest_tests::styles;

/// Backgrounds. A rule that sets a color without a background may be used on either of the first two.
const GROUNDS: [&str; 3] = ["paper", "card", "marked"];
/// The colors used on the third background, which marks a sentence that the address names and a name whose card is open.
const MARKED: [&str; 3] = ["ink", "link", "ours"];
/// Running text, which must reach 7 (WCAG 1.4.6).
const RUNNING: [&str; 5] = ["ink", "ink-2", "link", "ours", "steel"];

type Color = [u8; 3];

/// The colors of one scheme by token name.
type Palette = BTreeMap<String, Color>;

fn sheets() -> Vec<(String, String)> {
    let mut sheets: Vec<_> = fs::read_dir(styles())
        .expect("there are style sheets")
        .map(|entry| entry.expect("the folder can be listed").path())
        .filter(|path| path.extension().is_some_and(|end| end == "css"))
        .map(|path| {
            let text = fs::read_to_string(&path).expect("a sheet can be read");
            (path.file_stem().expect("a sheet has a name").to_string_lossy().into_owned(), without_comments(&text))
        })
        .collect();
    sheets.sort();
    assert!(sheets.len() > 15, "there is a sheet for each part");
    sheets
}

fn without_comments(sheet: &str) -> String {
    let mut parts = sheet.split("/*");
    let first = parts.next().unwrap_or_default().to_owned();
    parts.fold(first, |bare, part| bare + part.split_once("*/").map_or("", |(_, after)| after))
}

/// The declarations of all rules: for each innermost block its properties and values.
fn rules(sheet: &str) -> Vec<Vec<(&str, &str)>> {
    let blocks = sheet.split('{').skip(1).filter_map(|part| part.split_once('}').map(|(block, _)| block));
    let declarations = |block| str::split(block, ';').filter_map(|line: &str| line.split_once(':'));
    blocks.map(|block| declarations(block).map(|(name, value)| (name.trim(), value.trim())).collect()).collect()
}

/// Returns the tokens that a value refers to, such as `ink` in `var(--ink)`.
fn tokens(value: &str) -> impl Iterator<Item = &str> {
    value.split("var(--").skip(1).filter_map(|part| part.split([')', ',']).next())
}

fn hex(text: &str) -> Option<Color> {
    let digits = text.trim().strip_prefix('#')?;
    let digits =
        if digits.len() == 3 { digits.chars().flat_map(|digit| [digit, digit]).collect() } else { digits.to_owned() };
    let part = |at: usize| u8::from_str_radix(digits.get(at..at + 2)?, 16).ok();
    Some([part(0)?, part(2)?, part(4)?])
}

/// The palettes: light and dark, each with normal and with increased contrast.
fn palettes() -> [(&'static str, Palette); 4] {
    let sheets = sheets();
    let (_, sheet) = sheets.iter().find(|(name, _)| name == "tokens").expect("there are tokens");
    let (usual, rest) =
        sheet.split_once("@media (prefers-contrast: more)").expect("some readers ask for more contrast");
    let more = rest.split("@media").next().unwrap_or_default();
    let [mut light, mut dark] = [Palette::new(), Palette::new()];
    set(usual, [&mut light, &mut dark]);
    assert!(light.len() > 10, "the tokens are found: {light:?}");
    let [mut more_light, mut more_dark] = [light.clone(), dark.clone()];
    set(more, [&mut more_light, &mut more_dark]);
    assert!(more_light != light && more_dark != dark);
    [("light", light), ("dark", dark), ("light, more contrast", more_light), ("dark, more contrast", more_dark)]
}

/// Reads the colors from declarations: `--ink: light-dark(#000, #fff)` and `--rule: var(--ink)`.
fn set(declarations: &str, mut palettes: [&mut Palette; 2]) {
    for line in declarations.lines() {
        let Some((name, value)) = line.trim().strip_prefix("--").and_then(|line| line.split_once(": ")) else {
            continue;
        };
        if let Some(value) = value.strip_prefix("light-dark(") {
            let values = value.trim_end_matches(");").split(',').map(hex).collect::<Option<Vec<_>>>();
            let values = values.unwrap_or_else(|| panic!("--{name} is not two colors: {value}"));
            for (palette, color) in palettes.iter_mut().zip(values) {
                palette.insert(name.to_owned(), color);
            }
        } else if let Some(other) = tokens(value).next() {
            for palette in &mut palettes {
                if let Some(color) = palette.get(other).copied() {
                    palette.insert(name.to_owned(), color);
                }
            }
        }
    }
}

/// Returns the contrast of two colors by WCAG 2.2, from 1 to 21.
fn contrast(one: Color, other: Color) -> f64 {
    let linear = |part: u8| {
        let part = f64::from(part) / 255.0;
        if part <= 0.04045 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
    };
    let luminance = |[red, green, blue]: Color| 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
    let (one, other) = (luminance(one), luminance(other));
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}

/// Pairs of a color and its background: for text, and for graphics.
type Pairs = BTreeSet<(String, String)>;

fn pairs() -> (Pairs, Pairs) {
    let (mut text, mut shapes) = (Pairs::new(), Pairs::new());
    for (name, sheet) in sheets() {
        if matches!(name.as_str(), "tokens" | "fonts" | "portrait" | "print") {
            continue;
        }
        for rule in rules(&sheet) {
            let value = |wanted: &[&str]| rule.iter().find(|(name, _)| wanted.contains(name)).map(|(_, value)| *value);
            let own_ground = value(&["background", "background-color"]).and_then(|value| tokens(value).next());
            let grounds = |color: &str| match own_ground {
                Some(own) => vec![own],
                None if MARKED.contains(&color) => GROUNDS.to_vec(),
                None => GROUNDS[..2].to_vec(),
            };
            for color in value(&["color"]).into_iter().flat_map(tokens) {
                text.extend(grounds(color).into_iter().map(|ground| (color.to_owned(), ground.to_owned())));
            }
            for (property, value) in &rule {
                let drawn = ["fill", "stroke", "stop-color"].contains(property)
                    || property.starts_with("border")
                    || property.starts_with("outline");
                // A border is judged against what surrounds it.
                let drawn = tokens(value).filter(|_| drawn).filter(|color| !GROUNDS.contains(color));
                for color in drawn {
                    shapes.extend(GROUNDS[..2].iter().map(|ground| (color.to_owned(), (*ground).to_owned())));
                }
            }
        }
    }
    // No rule states these: what is inherited from <html>, and focus on highlighted text.
    text.extend(GROUNDS.map(|ground| ("ink".to_owned(), ground.to_owned())));
    shapes.insert(("focus".to_owned(), "marked".to_owned()));
    (text, shapes)
}

#[test]
fn all_text_can_be_read_and_all_controls_be_seen() {
    let (text, shapes) = pairs();
    assert!(text.len() > 15 && shapes.len() > 10, "the pairs are found: {text:?} {shapes:?}");
    let mut weak = Vec::new();
    for (scheme, palette) in palettes() {
        let color = |token: &str| *palette.get(token).unwrap_or_else(|| panic!("there is no color --{token}"));
        for (pairs, is_text) in [(&text, true), (&shapes, false)] {
            // Borders also name widths.
            for (front, ground) in pairs.iter().filter(|(front, _)| is_text || palette.contains_key(front)) {
                let found = contrast(color(front), color(ground));
                let running = RUNNING.contains(&front.as_str()) && ground != "marked";
                let wanted = if !is_text {
                    3.0
                } else if running {
                    7.0
                } else {
                    4.5
                };
                let what = if is_text { "text" } else { "shape" };
                println!("{found:5.2}  {what:5}  {front} on {ground}, {scheme}");
                if found < wanted {
                    weak.push(format!("{front} on {ground}, {scheme}: {found:.2} of {wanted}"));
                }
            }
        }
    }
    assert!(weak.is_empty(), "{weak:#?}");
}

#[test]
fn colors_are_tokens_everywhere() {
    for (name, sheet) in sheets() {
        if matches!(name.as_str(), "tokens" | "portrait" | "print") {
            continue;
        }
        for rule in rules(&sheet) {
            for (property, value) in rule {
                let literal = value.split([' ', '(', ',']).find(|word| hex(word).is_some() || word.starts_with("rgb"));
                assert_eq!(literal, None, "{name}.css: {property}: {value}: name the color in tokens.css");
            }
        }
    }
}

#[test]
fn the_contrast_is_that_of_the_standard() {
    let near = |one, other, expected: f64| {
        let found = contrast(hex(one).expect("a color"), hex(other).expect("a color"));
        assert!((found - expected).abs() < 0.01, "{one} on {other}: {found}");
    };
    near("#000", "#fff", 21.0);
    near("#777777", "#ffffff", 4.48);
    near("#fff", "#fff", 1.0);
}
