//! The page's fonts: a WOFF2 subset of each font in `fonts/` with the letters that the page shows, and the rules that load
//! it. The rules are late styles: the first screen is painted in system fonts that are scaled to the same size.
//! `fonts/README.md` says where the fonts come from.

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::panic::resume_unwind;

use anyhow::{Context, Result, anyhow};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use lol_html::html_content::ContentType;
use lol_html::{RewriteStrSettings, element, rewrite_str};
use palimpsest_compiler::scripts::{Script, comes_with, without_face};
use skera::{Plan, SubsetFlags, subset_font};
use ttf2woff2::{BrotliQuality, EncodeOptions, encode_with_options};
use write_fonts::FontBuilder;
use write_fonts::read::collections::IntSet;
use write_fonts::read::types::{NameId, Tag};
use write_fonts::read::{FontRef, TableProvider};

use crate::engine::Engine;
use crate::sheets::{LATE, MODERN};
use crate::site::Site;

mod letters;

use letters::Letters;

/// A font face of the page.
struct Face {
    /// The path of the complete font.
    source: &'static str,
    /// The path of the subset in the site. A face that every page needs has none: it is inlined in the style sheet, as data.
    /// Text that waits for a file is first shown in another font, and then reflows.
    file: Option<&'static str>,
    family: &'static str,
    style: &'static str,
    /// The weight, or the range of weights of a variable font.
    weight: &'static str,
    /// The OpenType features that are worth their bytes.
    features: &'static [&'static [u8; 4]],
    /// The style's name within the family, if the license requires the font to be renamed.
    renamed: Option<&'static str>,
    letters: fn(&Letters) -> BTreeSet<char>,
}

const FACES: [Face; 3] = [
    Face {
        source: "fonts/Oswald-400-700.ttf",
        file: None,
        family: "Oswald",
        style: "normal",
        weight: "400 700",
        features: &[b"kern"],
        renamed: None,
        letters: Letters::display,
    },
    Face {
        source: "fonts/PTSerif-Regular.ttf",
        file: None,
        family: TEXT,
        style: "normal",
        weight: "400",
        features: &[b"kern", b"liga"],
        renamed: Some("Regular"),
        letters: Letters::text,
    },
    Face {
        source: "fonts/PTSerif-Italic.ttf",
        file: Some("fonts/pt-serif-italic.woff2"),
        family: TEXT,
        style: "italic",
        weight: "400",
        features: &[b"kern", b"liga"],
        renamed: Some("Italic"),
        letters: Letters::italic,
    },
];

/// The family of the text. PT Serif's license reserves its name, and a subset is a modified version.
const TEXT: &str = "Palimpsest Text";

/// The features that combining marks and the letters of some languages need, for a page with combining marks.
const MARKS: [&[u8; 4]; 4] = [b"ccmp", b"locl", b"mark", b"mkmk"];

/// The tables that browsers do not need: hints, style names of variable fonts, and kerning that GPOS duplicates.
const DROPPED: [&[u8; 4]; 8] = [b"DSIG", b"LTSH", b"MVAR", b"STAT", b"VDMX", b"gasp", b"hdmx", b"kern"];

/// The names that a font contains: copyright, family, style, identifier, full name, version, PostScript name.
const NAMES: std::ops::RangeInclusive<u16> = 0..=6;
/// The Windows language id of English (United States), the only language of the names.
const ENGLISH: u16 = 0x409;

/// Writes the subsets, and returns the page with their rules in front of its other late styles.
///
/// For scripts that the fonts do not cover, the rules name system fonts. `language` is the language of the page. Other
/// letters that no font has are reported in `notices`. If `strict`, the fonts are compressed as much as possible.
pub(crate) fn add(
    site: &mut Site,
    html: &str,
    language: &str,
    engine: &Engine,
    strict: bool,
    notices: &mut Vec<String>,
) -> Result<String> {
    let letters = Letters::of(html)?;
    let mut rules = String::new();
    let mut missing = letters.visible();
    for (face, packed) in FACES.iter().zip(packed(engine, &letters, strict)) {
        let (font, woff2) = packed?;
        missing = without_glyph(&font, &missing).with_context(|| format!("reading {}", face.source))?;
        let address = match face.file {
            None => format!("data:font/woff2;base64,{}", STANDARD.encode(woff2)),
            Some(file) => {
                site.write(file, woff2)?;
                file.to_owned()
            }
        };
        let Face { family, style, weight, .. } = face;
        // Writing into a String cannot fail.
        let _ = write!(
            rules,
            "@font-face{{font-family:\"{family}\";font-style:{style};font-weight:{weight};font-display:swap;\
             src:url({address})format(\"woff2\")}}"
        );
    }
    let scripts = without_face(missing.iter().copied(), language);
    rules.push_str(&stacks(&scripts));
    missing.retain(|letter| without_face([*letter], language).is_empty() && !comes_with(*letter, &scripts, language));
    if !missing.is_empty() {
        let list: Vec<_> = missing.iter().map(|letter| format!("{letter} (U+{:04X})", u32::from(*letter))).collect();
        let list = list.join(", ");
        notices.push(format!("warning: the page's fonts lack {list}: readers see a font of their own there"));
    }
    let styles = format!("<style data-late=fonts>@supports {MODERN}{{{rules}}}</style>");
    let place = element!(LATE, |style| {
        style.before(&styles, ContentType::Html);
        Ok(())
    });
    Ok(rewrite_str(html, RewriteStrSettings::new().append_element_content_handler(place))?)
}

/// Returns the subset of each face, as OpenType and as WOFF2. Each is made in a thread of its own: packing takes long.
fn packed(engine: &Engine, letters: &Letters, strict: bool) -> Vec<Result<(Vec<u8>, Vec<u8>)>> {
    let pack = |face: &Face| -> Result<_> {
        let font = face.subset(&engine.source(face.source)?, &(face.letters)(letters))?;
        let woff2 = compressed(&font, strict)?;
        Ok((font, woff2))
    };
    std::thread::scope(|scope| {
        let workers: Vec<_> = FACES.iter().map(|face| (face, scope.spawn(move || pack(face)))).collect();
        let finished = workers.into_iter().map(|(face, worker)| {
            let packed = worker.join().unwrap_or_else(|panic| resume_unwind(panic));
            packed.with_context(|| format!("subsetting {}", face.source))
        });
        finished.collect()
    })
}

/// Returns the rule that names system fonts for the scripts that the page's own fonts do not cover. Because it is in no
/// layer, it takes precedence over the rule in `styles/faces.css`.
fn stacks(scripts: &[Script]) -> String {
    if scripts.is_empty() {
        return String::new();
    }
    let families = |of: fn(&Script) -> &'static str| scripts.iter().map(of).collect::<Vec<_>>().join(",");
    format!(
        ":root{{--font-text:\"{TEXT}\",{},var(--stand-in-text);--font-display:Oswald,{},var(--stand-in-display)}}",
        families(|script| script.text),
        families(|script| script.display)
    )
}

impl Face {
    /// Returns the subset of the face with these letters, as OpenType.
    fn subset(&self, source: &[u8], letters: &BTreeSet<char>) -> Result<Vec<u8>> {
        let font = FontRef::new(source)?;
        let tags = |tags: &[&[u8; 4]]| tags.iter().map(|tag| Tag::new(tag)).collect::<IntSet<Tag>>();
        let letters_of_marks = letters.iter().any(|letter| letters::is_mark(*letter));
        let mut features = tags(self.features);
        if letters_of_marks {
            features.extend(MARKS.map(Tag::new));
        }
        let mut scripts = IntSet::empty();
        scripts.invert();
        let plan = Plan::new(
            &IntSet::empty(),
            &letters.iter().map(|letter| u32::from(*letter)).collect(),
            &font,
            SubsetFlags::SUBSET_FLAGS_NO_HINTING,
            &tags(&DROPPED),
            &scripts,
            &features,
            &NAMES.map(NameId::new).collect(),
            &[ENGLISH].into_iter().collect(),
        );
        let subset = subset_font(&font, &plan).map_err(|error| anyhow!("{error}"))?;
        Ok(match self.renamed {
            Some(style) => renamed(&subset, self.family, style)?,
            None => subset,
        })
    }
}

/// Returns the font under another name, with the same outlines.
fn renamed(font: &[u8], family: &str, style: &str) -> Result<Vec<u8>> {
    let full = if style == "Regular" { family.to_owned() } else { format!("{family} {style}") };
    let names = [
        "Copyright © 2010 ParaType Ltd. All rights reserved.",
        family,
        style,
        &format!("Palimpsest: {full}"),
        &full,
        "Version 1.000W OFL; subset",
        &format!("{}-{style}", family.replace(' ', "")),
    ];
    let mut builder = FontBuilder::new();
    builder.add_raw(Tag::new(b"name"), name_table(&names)?);
    Ok(builder.copy_missing_tables(FontRef::new(font)?).build())
}

/// Returns a `name` table (OpenType 1.9.1, version 0) with these names, whose ids count from 0, for Windows in English.
fn name_table(names: &[&str]) -> Result<Vec<u8>> {
    const HEADER: usize = 6;
    const RECORD: usize = 12;
    const WINDOWS: u16 = 3;
    const UNICODE: u16 = 1;
    let storage = HEADER + RECORD * names.len();
    let mut fields = vec![0, u16::try_from(names.len())?, u16::try_from(storage)?];
    let mut strings = Vec::new();
    for (id, name) in (0..).zip(names) {
        let units: Vec<u16> = name.encode_utf16().collect();
        let [length, offset] = [units.len() * 2, strings.len() * 2];
        fields.extend([WINDOWS, UNICODE, ENGLISH, id, u16::try_from(length)?, u16::try_from(offset)?]);
        strings.extend(units);
    }
    Ok(fields.into_iter().chain(strings).flat_map(u16::to_be_bytes).collect())
}

/// Compresses the font to WOFF2.
fn compressed(font: &[u8], strict: bool) -> Result<Vec<u8>> {
    let quality = if strict { BrotliQuality::default() } else { BrotliQuality::from(1) };
    let aligned = aligned(font)?;
    let options = EncodeOptions { quality, transform_glyf_loca: aligned.is_some(), threads: None };
    Ok(encode_with_options(aligned.as_deref().unwrap_or(font), options)?)
}

/// Returns the font with each outline at a multiple of four bytes, or `None` if it needs long offsets.
///
/// WOFF2 can store outlines in a shorter, transformed form. When the decoder that browsers use restores them, it aligns them
/// in this way, and it rejects a font that becomes longer than its header says.
fn aligned(font: &[u8]) -> Result<Option<Vec<u8>>> {
    const ALIGNMENT: usize = 4;
    let font = FontRef::new(font)?;
    let (glyf, loca) = (font.table_data(Tag::new(b"glyf")).context("it has no outlines")?, font.loca(None)?);
    if font.head()?.index_to_loc_format() != 0 {
        return Ok(None);
    }
    let (mut outlines, mut offsets) = (Vec::new(), vec![0]);
    for index in 0..loca.len() {
        let [start, end] = [index, index + 1].map(|index| loca.get_raw(index).unwrap_or_default() as usize);
        outlines.extend(glyf.as_bytes().get(start..end).context("an outline is not in its table")?);
        outlines.resize(outlines.len().next_multiple_of(ALIGNMENT), 0);
        // Short offsets count pairs of bytes.
        let Ok(offset) = u16::try_from(outlines.len() / 2) else { return Ok(None) };
        offsets.push(offset);
    }
    let mut builder = FontBuilder::new();
    builder.add_raw(Tag::new(b"glyf"), outlines);
    builder.add_raw(Tag::new(b"loca"), offsets.into_iter().flat_map(u16::to_be_bytes).collect::<Vec<_>>());
    Ok(Some(builder.copy_missing_tables(font).build()))
}

/// Returns the letters for which a font has no glyph.
fn without_glyph(font: &[u8], letters: &BTreeSet<char>) -> Result<BTreeSet<char>> {
    let map = FontRef::new(font)?.cmap()?;
    Ok(letters.iter().copied().filter(|letter| map.map_codepoint(*letter).is_none()).collect())
}

#[cfg(test)]
mod tests;
