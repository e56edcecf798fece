//! The story's photographs in the form in which the page loads them. Figures are written in several widths for a browser to
//! choose from; portraits are cropped to the portrait frame. File names contain a digest of the file's contents.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use image::ImageFormat;
use lol_html::html_content::Element;
use lol_html::{RewriteStrSettings, element, rewrite_str};
use palimpsest_contract::hook::class;
use palimpsest_story::{PersonId, Story};

use crate::fingerprint::{short_digest, with_digest};
use crate::raster::{self, Encoded, Raster};
use crate::site::Site;

/// The widths of the resized copies, in pixels. A picture wider than the last one is not offered at its original width.
const WIDTHS: [u32; 3] = [640, 1280, 1920];
/// The preferred width of the picture in `src`, for browsers that ignore `srcset`: the narrowest file that is at least this
/// wide, or else the widest.
const PLAIN: u32 = 1280;
/// The folder of the resized copies in the site. It contains nothing else, so its files share a rule in `_headers`, where hosts
/// take a limited number.
const FOLDER: &str = "resized";
/// The file extensions of the pictures that are resized.
const ENDINGS: [&str; 4] = ["jpg", "jpeg", "png", "webp"];

/// The largest side of a picture in the text, in rem, as set by `styles/blocks.css` and the measure of the text.
const LARGEST: u32 = 46;
/// The `sizes` of the picture beside the title, as set by `styles/intro.css`.
const POSTER: &str = "(min-width: 44rem) 25rem, 9rem";

/// The width and height of the portrait frame. Drawings use the same frame.
pub(crate) const FRAME: [u32; 2] = [120, 140];
/// The largest width of a portrait, in pixels: twice its width in an open entry, where it is largest (`styles/people.css`).
const PORTRAIT: u32 = 288;

/// Why a picture cannot be a portrait, although browsers show it.
pub(crate) const UNCUT: &str = "it is an animation, or has colors for print (CMYK) and none for screens";

/// The photographs of a story.
#[derive(Default)]
pub(crate) struct Pictures {
    /// The pictures that have resized copies, by their addresses in the story.
    figures: BTreeMap<String, Widths>,
    portraits: BTreeMap<PersonId, File>,
}

/// A file to be written into the site.
pub(crate) struct File {
    pub name: String,
    bytes: Vec<u8>,
}

/// A picture in several widths.
struct Widths {
    /// The width and height of the upright picture, in pixels.
    size: [u32; 2],
    /// The widths and their files, narrowest first. Never empty.
    files: Vec<(u32, File)>,
}

impl Pictures {
    /// Reads and resizes the photographs of a story whose files are in `folder`. Figures are resized only if the page is
    /// `finished`: its editors get the original files, without the wait.
    ///
    /// # Errors
    ///
    /// Returns an error if a picture cannot be read or decoded.
    pub(crate) fn of(story: &Story, folder: &Path, finished: bool) -> Result<Self> {
        let mut pictures = Self::default();
        for person in &story.people {
            if let Some(portrait) = person.portrait.as_ref().filter(|portrait| portrait.is_photograph()) {
                let file = read(&folder.join(&portrait.address), |bytes| cut(&person.id, bytes, portrait.focus))?;
                pictures.portraits.insert(person.id.clone(), file);
            }
        }
        let poster = story.article.picture.as_ref().map(|picture| picture.address.clone());
        let addresses = story.media_addresses().into_iter().chain(poster).filter(|_| finished);
        for address in addresses.filter(|address| ending(address).is_some()) {
            let widths = read(&folder.join(&address), |bytes| widths(&address, bytes))?;
            pictures.figures.extend(widths.map(|widths| (address, widths)));
        }
        Ok(pictures)
    }

    /// Writes the files into the site.
    pub(crate) fn write(&self, site: &mut Site) -> Result<()> {
        let figures = self.figures.values().flat_map(|widths| &widths.files).map(|(_, file)| file);
        for file in figures.chain(self.portraits.values()) {
            site.write(&file.name, &file.bytes)?;
        }
        Ok(())
    }

    /// Reports whether the page loads other files in place of this picture.
    pub(crate) fn stand_in_for(&self, address: &str) -> bool {
        self.figures.contains_key(address)
    }

    /// Returns the photograph of a person, if there is one.
    pub(crate) fn portrait(&self, person: &PersonId) -> Option<&File> {
        self.portraits.get(person)
    }

    /// Returns the page with `src`, `srcset` and dimensions set on each picture that has resized copies.
    pub(crate) fn announce(&self, html: &str) -> Result<String> {
        if self.figures.is_empty() {
            return Ok(html.to_owned());
        }
        let place = |image: &mut Element, sizes: &dyn Fn(&Widths) -> String| {
            let address = image.get_attribute("src").unwrap_or_default();
            let widths = self.figures.get(&*html_escape::decode_html_entities(&address));
            widths.map_or(Ok(()), |widths| widths.announce(image, &sizes(widths)))
        };
        let settings = RewriteStrSettings::new()
            .append_element_content_handler(element!(format!(".{} > img", class::FIGURE), |image| {
                place(image, &Widths::sizes)?;
                Ok(())
            }))
            .append_element_content_handler(element!(format!(".{} > img", class::POSTER), |image| {
                place(image, &|_| POSTER.to_owned())?;
                Ok(())
            }));
        Ok(rewrite_str(html, settings)?)
    }
}

impl File {
    fn new(name: &str, encoded: Encoded) -> Self {
        let name = with_digest(&format!("{name}.{}", encoded.ending), &short_digest(&encoded.bytes));
        Self { name, bytes: encoded.bytes }
    }

    /// Returns the file as a `data:` URL.
    pub(crate) fn data(&self) -> String {
        let kind = ImageFormat::from_path(&self.name).map_or("", |format| format.to_mime_type());
        format!("data:{kind};base64,{}", STANDARD.encode(&self.bytes))
    }
}

impl Widths {
    /// Returns the value of `sizes` for the picture in the text.
    fn sizes(&self) -> String {
        let [width, height] = self.size.map(u64::from);
        let across = (u64::from(LARGEST) * width).div_ceil(height.max(1)).min(LARGEST.into());
        format!("(max-width: {across}rem) 100vw, {across}rem")
    }

    fn announce(&self, image: &mut Element, sizes: &str) -> Result<()> {
        let Some((_, plain)) = self.files.iter().find(|(width, _)| *width >= PLAIN).or(self.files.last()) else {
            return Ok(());
        };
        let candidates: Vec<String> =
            self.files.iter().map(|(width, file)| format!("{} {width}w", file.name)).collect();
        image.set_attribute("src", &plain.name)?;
        if candidates.len() > 1 {
            image.set_attribute("srcset", &candidates.join(", "))?;
            image.set_attribute("sizes", sizes)?;
        }
        // The picture beside the title, which is not loaded lazily, takes its size from its frame.
        if image.has_attribute("loading") {
            for (name, length) in ["width", "height"].into_iter().zip(self.size) {
                image.set_attribute(name, &length.to_string())?;
            }
        }
        Ok(())
    }
}

/// Returns the extension of a picture that can be resized, in lower case.
pub(crate) fn ending(address: &str) -> Option<&'static str> {
    let (_, ending) = address.rsplit_once('.')?;
    ENDINGS.into_iter().find(|known| known.eq_ignore_ascii_case(ending))
}

/// Returns the address without its extension, and with a hyphen for each character that would end an address in a `srcset`.
fn bare(address: &str) -> String {
    let name = address.rsplit_once('.').map_or(address, |(name, _)| name);
    name.replace(|letter: char| !letter.is_alphanumeric() && !"-_/".contains(letter), "-")
}

/// Reads a file and converts its bytes with `becomes`. Errors name the file.
fn read<T>(path: &Path, becomes: impl FnOnce(Vec<u8>) -> Result<T>) -> Result<T> {
    let bytes = fs::read(path).with_context(|| format!("reading {}", path.display()))?;
    becomes(bytes).with_context(|| {
        format!("{} cannot be decoded: check that it is whole, or save it again as JPEG, PNG or WebP", path.display())
    })
}

/// Crops a photograph to the portrait of a person.
fn cut(person: &PersonId, bytes: Vec<u8>, focus: [u16; 2]) -> Result<File> {
    let raster = raster::read(&bytes)?.context(UNCUT)?;
    let cut = raster.cut(FRAME, focus);
    let [width, _] = cut.size();
    let cut = if width > PORTRAIT { cut.narrowed(PORTRAIT) } else { cut };
    Ok(File::new(&format!("portraits/{person}"), cut.encoded()?))
}

/// Resizes a picture. Returns `None` if the page is to load the original file.
fn widths(address: &str, bytes: Vec<u8>) -> Result<Option<Widths>> {
    let Some(raster) = raster::read(&bytes)? else { return Ok(None) };
    let size = raster.size();
    let name = bare(address);
    let file = |width: u32, encoded: Encoded| (width, File::new(&format!("{FOLDER}/{name}-{width}"), encoded));
    let mut files = Vec::new();
    let mut wider: Option<Raster> = None;
    // Each width is made from the next larger one.
    for width in WIDTHS.into_iter().rev().filter(|width| *width < size[0]) {
        let narrowed = wider.as_ref().unwrap_or(&raster).narrowed(width);
        let encoded = narrowed.encoded()?;
        if raster.is_turned || encoded.bytes.len() < bytes.len() {
            files.insert(0, file(width, encoded));
        }
        wider = Some(narrowed);
    }
    if raster.is_turned && size[0] <= WIDTHS[2] {
        files.push(file(size[0], raster.encoded()?));
    } else if files.is_empty() {
        return Ok(None);
    } else if let Some(ending) = ending(address).filter(|_| size[0] <= WIDTHS[2]) {
        files.push(file(size[0], Encoded { bytes, ending }));
    }
    Ok(Some(Widths { size, files }))
}
