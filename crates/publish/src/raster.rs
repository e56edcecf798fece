//! One picture made of pixels: JPEG, PNG or WebP, decoded, turned upright, cut, made smaller and encoded again.

use std::io::Cursor;

use anyhow::{Context, Result, bail, ensure};
use image::codecs::jpeg::{JpegDecoder, JpegEncoder};
use image::codecs::png::{CompressionType, FilterType, PngDecoder, PngEncoder};
use image::codecs::webp::WebPDecoder;
use image::imageops::{self, FilterType as Kernel};
use image::metadata::Orientation;
use image::{DynamicImage, ImageBuffer, ImageDecoder, ImageEncoder, ImageFormat, Rgba, guess_format};

/// The quality of JPEG files, of 100.
const QUALITY: u8 = 82;
/// The most bytes that a decoded picture may take: three of each pixel.
const LARGEST: u64 = 600_000_000;
/// The value of a color or of opacity in sixteen bits that is full.
const FULL: u64 = 0xffff;

/// A picture, upright, with eight bits for each color.
pub(crate) struct Raster {
    image: DynamicImage,
    /// The color profile, if it is one of the picture's kind of color.
    profile: Option<Vec<u8>>,
    /// Whether it comes from a format without losses, which stays.
    is_exact: bool,
    /// Whether the file says that it is to be turned.
    pub is_turned: bool,
}

/// A picture as a file.
pub(crate) struct Encoded {
    pub bytes: Vec<u8>,
    /// How its name ends.
    pub ending: &'static str,
}

/// A picture from the bytes of its file. `None` for one that no copy in another size could stand in for: an animation, or
/// colors for print.
///
/// # Errors
///
/// If the file is no JPEG, PNG or WebP file, or is damaged, or the picture is very large.
pub(crate) fn read(bytes: &[u8]) -> Result<Option<Raster>> {
    let file = Cursor::new(bytes);
    match guess_format(bytes).ok() {
        Some(ImageFormat::Jpeg) => {
            let raster = decoded(JpegDecoder::new(file)?, false)?;
            Ok(components(bytes).is_none_or(|count| count < 4).then_some(raster))
        }
        Some(ImageFormat::Png) => {
            let decoder = PngDecoder::new(file)?;
            if decoder.is_apng()? { Ok(None) } else { decoded(decoder, true).map(Some) }
        }
        Some(ImageFormat::WebP) => {
            let decoder = WebPDecoder::new(file)?;
            if decoder.has_animation() { Ok(None) } else { decoded(decoder, false).map(Some) }
        }
        _ => bail!("it is no JPEG, PNG or WebP file"),
    }
}

fn decoded(mut decoder: impl ImageDecoder, is_exact: bool) -> Result<Raster> {
    let (width, height) = decoder.dimensions();
    ensure!(decoder.total_bytes() <= LARGEST, "it is too large to be decoded: {width} × {height} pixels");
    let orientation = decoder.orientation()?;
    let profile = decoder.icc_profile()?;
    let mut image = DynamicImage::from_decoder(decoder)?;
    image.apply_orientation(orientation);
    let is_clear = image.has_alpha() && image.to_rgba8().pixels().any(|pixel| pixel.0[3] < u8::MAX);
    let image: DynamicImage = if is_clear {
        image.into_rgba8().into()
    } else if image.color().has_color() {
        image.into_rgb8().into()
    } else {
        image.into_luma8().into()
    };
    // Browsers ignore a profile for another kind of color, too.
    let space: &[u8] = if image.color().has_color() { b"RGB " } else { b"GRAY" };
    let profile = profile.filter(|profile| profile.get(16..20) == Some(space));
    Ok(Raster { image, profile, is_exact, is_turned: orientation != Orientation::NoTransforms })
}

/// How many components the colors of a JPEG file have: four in print.
fn components(jpeg: &[u8]) -> Option<u8> {
    let mut at = 2;
    loop {
        let [0xff, marker, high, low] = *jpeg.get(at..at + 4)? else { return None };
        match marker {
            // A frame; the exceptions are tables.
            0xc0..=0xcf if ![0xc4, 0xc8, 0xcc].contains(&marker) => return jpeg.get(at + 9).copied(),
            _ => at += 2 + usize::from(u16::from_be_bytes([high, low])),
        }
    }
}

impl Raster {
    /// Width and height, in pixels.
    pub(crate) fn size(&self) -> [u32; 2] {
        [self.image.width(), self.image.height()]
    }

    /// The largest part of it with the proportions of this frame. As near to its middle as can be stands the point `focus`,
    /// in thousandths of the width and the height.
    pub(crate) fn cut(&self, frame: [u32; 2], focus: [u16; 2]) -> Self {
        let [width, height] = self.size();
        let [across, down] = frame.map(u64::from);
        let whole = |length: u64, most: u32| u32::try_from(length).unwrap_or(most).clamp(1, most);
        let cut_width = whole(u64::from(height) * across / down, width);
        let cut_height = whole(u64::from(width) * down / across, height);
        let from = |length: u32, cut: u32, focus: u16| {
            let middle = u64::from(length) * u64::from(focus) / 1000;
            u32::try_from(middle.saturating_sub(u64::from(cut / 2))).unwrap_or(length).min(length - cut)
        };
        let (x, y) = (from(width, cut_width, focus[0]), from(height, cut_height, focus[1]));
        self.with(self.image.crop_imm(x, y, cut_width, cut_height))
    }

    /// The same picture with this width, which is no larger than its own.
    pub(crate) fn narrowed(&self, to: u32) -> Self {
        let [width, height] = self.size();
        let down = (u64::from(height) * u64::from(to) + u64::from(width) / 2) / u64::from(width.max(1));
        let down = u32::try_from(down).unwrap_or(height).max(1);
        let DynamicImage::ImageRgba8(_) = &self.image else {
            return self.with(self.image.resize_exact(to, down, Kernel::CatmullRom));
        };
        // A pixel counts by how much of it can be seen. Otherwise the colors of what is clear would show at the edges.
        let channel = |value: u64| u16::try_from(value.min(FULL)).unwrap_or(u16::MAX);
        let mut pixels = self.image.to_rgba16();
        for Rgba([red, green, blue, alpha]) in pixels.pixels_mut() {
            for color in [red, green, blue] {
                *color = channel(u64::from(*color) * u64::from(*alpha) / FULL);
            }
        }
        let mut pixels: ImageBuffer<Rgba<u16>, _> = imageops::resize(&pixels, to, down, Kernel::CatmullRom);
        for Rgba([red, green, blue, alpha]) in pixels.pixels_mut() {
            for color in [red, green, blue] {
                *color = channel(u64::from(*color) * FULL / u64::from(*alpha).max(1));
            }
        }
        self.with(DynamicImage::from(pixels).into_rgba8().into())
    }

    /// The picture as a file: PNG if it was PNG, or is clear in places; JPEG otherwise.
    pub(crate) fn encoded(&self) -> Result<Encoded> {
        let mut bytes = Vec::new();
        let is_png = self.is_exact || self.image.has_alpha();
        if is_png {
            self.write(PngEncoder::new_with_quality(&mut bytes, CompressionType::Best, FilterType::Adaptive))
        } else {
            self.write(JpegEncoder::new_with_quality(&mut bytes, QUALITY))
        }
        .context("encoding the picture")?;
        Ok(Encoded { bytes, ending: if is_png { "png" } else { "jpg" } })
    }

    fn write(&self, mut encoder: impl ImageEncoder) -> Result<()> {
        if let Some(profile) = &self.profile {
            encoder.set_icc_profile(profile.clone())?;
        }
        Ok(self.image.write_with_encoder(encoder)?)
    }

    fn with(&self, image: DynamicImage) -> Self {
        Self { image, profile: self.profile.clone(), is_exact: self.is_exact, is_turned: self.is_turned }
    }
}

#[cfg(test)]
mod tests;
