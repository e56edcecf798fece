//! A bitmap from a JPEG, PNG or WebP file: decoded, turned upright, cropped, resized and encoded again.

use std::io::Cursor;

use anyhow::{Context, Result, bail, ensure};
use image::codecs::jpeg::{JpegDecoder, JpegEncoder};
use image::codecs::png::{CompressionType, FilterType, PngDecoder, PngEncoder};
use image::codecs::webp::WebPDecoder;
use image::imageops::{self, FilterType as Kernel};
use image::metadata::Orientation;
use image::{DynamicImage, ImageBuffer, ImageDecoder, ImageEncoder, ImageFormat, Rgba, guess_format};

/// The quality of JPEG files, out of 100.
const QUALITY: u8 = 82;
/// The largest size of a decoded picture, in bytes. An opaque color pixel takes three.
const LARGEST: u64 = 600_000_000;
/// The largest value of a 16-bit color or alpha channel.
const FULL: u64 = 0xffff;

/// An upright picture with eight bits per channel.
pub(crate) struct Raster {
    image: DynamicImage,
    /// The ICC color profile, if it is for the color space of the picture.
    profile: Option<Vec<u8>>,
    /// Whether the source format is PNG, which is lossless; if so, the result is PNG, too.
    is_exact: bool,
    /// Whether the source file asks for the picture to be rotated or mirrored.
    pub is_turned: bool,
}

/// A picture encoded as a file.
pub(crate) struct Encoded {
    pub bytes: Vec<u8>,
    /// The extension of its name.
    pub ending: &'static str,
}

/// Decodes a picture from the bytes of its file. Returns `None` for a picture that a resized copy could not replace: an
/// animation, or one with print colors (CMYK).
///
/// # Errors
///
/// Returns an error if the file is not a JPEG, PNG or WebP file, or is damaged, or if the picture is too large.
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
    // Browsers also ignore a profile for another color space.
    let space: &[u8] = if image.color().has_color() { b"RGB " } else { b"GRAY" };
    let profile = profile.filter(|profile| profile.get(16..20) == Some(space));
    Ok(Raster { image, profile, is_exact, is_turned: orientation != Orientation::NoTransforms })
}

/// Returns the number of color components of a JPEG file: four for print.
fn components(jpeg: &[u8]) -> Option<u8> {
    let mut at = 2;
    loop {
        let [0xff, marker, high, low] = *jpeg.get(at..at + 4)? else { return None };
        match marker {
            // A start-of-frame marker; the three exceptions in its range are not frames.
            0xc0..=0xcf if ![0xc4, 0xc8, 0xcc].contains(&marker) => return jpeg.get(at + 9).copied(),
            _ => at += 2 + usize::from(u16::from_be_bytes([high, low])),
        }
    }
}

impl Raster {
    /// Returns the width and height, in pixels.
    pub(crate) fn size(&self) -> [u32; 2] {
        [self.image.width(), self.image.height()]
    }

    /// Crops the picture to the largest part with the proportions of `frame`. The point `focus`, in thousandths of the width
    /// and height, is as near to the middle of the part as the edges allow.
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

    /// Resizes the picture to the width `to`, which must not be larger than its own.
    pub(crate) fn narrowed(&self, to: u32) -> Self {
        let [width, height] = self.size();
        let down = (u64::from(height) * u64::from(to) + u64::from(width) / 2) / u64::from(width.max(1));
        let down = u32::try_from(down).unwrap_or(height).max(1);
        let DynamicImage::ImageRgba8(_) = &self.image else {
            return self.with(self.image.resize_exact(to, down, Kernel::CatmullRom));
        };
        // Weight each pixel by its opacity; otherwise the colors of transparent pixels would bleed into the edges.
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

    /// Encodes the picture: as PNG if it came from PNG or has transparency, otherwise as JPEG.
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
