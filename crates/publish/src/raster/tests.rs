use image::{GenericImageView, GrayImage, Luma, Rgb, RgbImage, RgbaImage, load_from_memory};

use super::*;

const RED: Rgb<u8> = Rgb([200, 20, 20]);
const BLUE: Rgb<u8> = Rgb([20, 20, 200]);

/// Returns a picture whose left half is red.
fn halves(width: u32, height: u32) -> DynamicImage {
    RgbImage::from_fn(width, height, |x, _| if x < width / 2 { RED } else { BLUE }).into()
}

fn written(image: &DynamicImage, format: ImageFormat) -> Vec<u8> {
    let mut bytes = Cursor::new(Vec::new());
    image.write_to(&mut bytes, format).expect("it can be encoded");
    bytes.into_inner()
}

/// Inserts a segment after the start of a JPEG file.
fn with_segment(jpeg: &[u8], marker: u8, content: &[u8]) -> Vec<u8> {
    let length = u16::try_from(content.len() + 2).expect("short").to_be_bytes();
    [&jpeg[..2], &[0xff, marker], &length, content, &jpeg[2..]].concat()
}

/// Returns Exif data with this orientation.
fn exif(orientation: u8) -> Vec<u8> {
    let entry = [&[0x12, 1, 3, 0, 1, 0, 0, 0][..], &[orientation, 0, 0, 0]].concat();
    [&b"Exif\0\0II*\0\x08\0\0\0\x01\0"[..], &entry, &[0; 4]].concat()
}

fn raster(bytes: &[u8]) -> Raster {
    read(bytes).expect("it can be decoded").expect("it can be made smaller")
}

/// Reports whether a pixel is more red than blue.
fn is_red(image: &DynamicImage, x: u32, y: u32) -> bool {
    let pixel = image.get_pixel(x, y);
    pixel.0[0] > pixel.0[2]
}

#[test]
fn each_format_becomes_one_that_keeps_what_it_shows() {
    let clear = RgbaImage::from_pixel(60, 40, Rgba([200, 20, 20, 90])).into();
    let gray = DynamicImage::from(GrayImage::from_pixel(60, 40, Luma([128])));
    for (image, format, ending, decoded) in [
        (halves(60, 40), ImageFormat::Jpeg, "jpg", ImageFormat::Jpeg),
        (halves(60, 40), ImageFormat::Png, "png", ImageFormat::Png),
        (halves(60, 40), ImageFormat::WebP, "jpg", ImageFormat::Jpeg),
        (clear, ImageFormat::WebP, "png", ImageFormat::Png),
        (gray, ImageFormat::Jpeg, "jpg", ImageFormat::Jpeg),
    ] {
        let bytes = written(&image, format);
        let narrow = raster(&bytes).narrowed(30);
        assert_eq!(narrow.size(), [30, 20]);
        let encoded = narrow.encoded().expect("it can be encoded");
        assert_eq!((encoded.ending, guess_format(&encoded.bytes).ok()), (ending, Some(decoded)), "{format:?}");
        let again = load_from_memory(&encoded.bytes).expect("it can be decoded");
        assert_eq!((again.dimensions(), again.color().has_alpha()), ((30, 20), image.color().has_alpha()));
        assert!(
            encoded.bytes == raster(&bytes).narrowed(30).encoded().expect("encoded").bytes,
            "the same bytes each time"
        );
        let near = |x: u32, color: u8| again.get_pixel(x, 10).0[0].abs_diff(color) < 8;
        assert!(near(2, image.get_pixel(4, 20).0[0]) && near(27, image.get_pixel(54, 20).0[0]), "{format:?}");
    }
}

#[test]
fn a_picture_is_turned_as_its_camera_says() {
    let jpeg = with_segment(&written(&halves(60, 40), ImageFormat::Jpeg), 0xe1, &exif(6));
    let turned = raster(&jpeg);
    assert!(turned.is_turned && !raster(&written(&halves(60, 40), ImageFormat::Jpeg)).is_turned);
    assert_eq!(turned.size(), [40, 60]);
    let encoded = turned.encoded().expect("it can be encoded").bytes;
    let again = load_from_memory(&encoded).expect("it can be decoded");
    // What was on the left is now at the top.
    assert!(is_red(&again, 20, 5) && !is_red(&again, 20, 55));
    assert!(!encoded.windows(4).any(|bytes| bytes == b"Exif"), "nothing turns it a second time");
}

#[test]
fn a_color_profile_stays_where_it_fits() {
    let mut profile = vec![0; 128];
    profile[16..20].copy_from_slice(b"RGB ");
    let chunk = [b"ICC_PROFILE\0\x01\x01", &profile[..]].concat();
    let kept = |image: DynamicImage| {
        let jpeg = with_segment(&written(&image, ImageFormat::Jpeg), 0xe2, &chunk);
        let encoded = raster(&jpeg).narrowed(30).encoded().expect("it can be encoded").bytes;
        JpegDecoder::new(Cursor::new(encoded)).expect("it is whole").icc_profile().expect("it is read")
    };
    assert_eq!(kept(halves(60, 40)), Some(profile.clone()));
    assert_eq!(kept(GrayImage::new(60, 40).into()), None, "the profile is for other colors");
}

#[test]
fn a_cut_has_its_focus_in_the_middle_as_far_as_the_picture_reaches() {
    let wide = raster(&written(&halves(400, 140), ImageFormat::Png));
    for (focus, left, right) in [(0, true, true), (500, true, false), (1000, false, false), (250, true, true)] {
        let cut = wide.cut([120, 140], [focus, 350]);
        assert_eq!(cut.size(), [120, 140]);
        assert_eq!((is_red(&cut.image, 0, 70), is_red(&cut.image, 119, 70)), (left, right), "{focus}");
    }
    let tall = raster(&written(&halves(120, 1400), ImageFormat::Png));
    assert_eq!(tall.cut([120, 140], [500, 1000]).size(), [120, 140]);
    assert_eq!(raster(&written(&halves(1, 1), ImageFormat::Png)).cut([120, 140], [0, 0]).size(), [1, 1]);
}

#[test]
fn what_is_clear_does_not_color_what_is_seen() {
    let half = RgbaImage::from_fn(80, 20, |x, _| if x < 41 { Rgba([255, 255, 255, 255]) } else { Rgba([0, 0, 0, 0]) });
    let narrow = raster(&written(&half.into(), ImageFormat::Png)).narrowed(20);
    let pixels = narrow.image.to_rgba8();
    let seen: Vec<_> = pixels.pixels().filter(|pixel| pixel.0[3] > 8).collect();
    assert!(seen.len() > 40 && seen.iter().all(|pixel| pixel.0[0] > 240), "no gray edge");
}

#[test]
fn what_cannot_be_made_smaller_is_left_or_told() {
    // An animation, which is recognized by its `acTL` chunk.
    let mut png = written(&halves(60, 40), ImageFormat::Png);
    let control = [&b"acTL"[..], &[0, 0, 0, 2, 0, 0, 0, 0]].concat();
    let sum = crc32(&control).to_be_bytes();
    png.splice(33..33, [&[0, 0, 0, 8][..], &control, &sum].concat());
    assert!(read(&png).expect("it can be decoded").is_none());
    // Four components.
    let mut jpeg = written(&halves(16, 16), ImageFormat::Jpeg);
    assert_eq!(components(&jpeg), Some(3));
    let frame = jpeg.windows(2).position(|bytes| bytes == [0xff, 0xc0]).expect("a frame");
    jpeg[frame + 9] = 4;
    assert_eq!(components(&jpeg), Some(4));
    assert_eq!(components(b"\xff\xd8\xff"), None);

    let whole = written(&halves(60, 40), ImageFormat::Png);
    for bytes in [&b""[..], b"<svg/>", b"GIF89a", &whole[..60], b"\xff\xd8\xff\xe0\0\x10JFIF"] {
        assert!(read(bytes).is_err(), "{bytes:?}");
    }
}

/// Returns the checksum of a PNG chunk.
fn crc32(bytes: &[u8]) -> u32 {
    let step = |sum: u32, _| if sum & 1 == 1 { 0xedb8_8320 ^ (sum >> 1) } else { sum >> 1 };
    !bytes.iter().fold(u32::MAX, |sum, byte| (0..8).fold(sum ^ u32::from(*byte), step))
}
