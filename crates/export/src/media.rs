//! The pictures, sounds and films of a story.

use std::fmt::Write as _;

use sha2::{Digest as _, Sha256};

/// The media types of a story's files, by extension.
const KINDS: [(&str, &str); 17] = [
    ("avif", "image/avif"),
    ("flac", "audio/flac"),
    ("gif", "image/gif"),
    ("jpeg", "image/jpeg"),
    ("jpg", "image/jpeg"),
    ("m4a", "audio/mp4"),
    ("mp3", "audio/mpeg"),
    ("mp4", "video/mp4"),
    ("oga", "audio/ogg"),
    ("ogg", "audio/ogg"),
    ("opus", "audio/ogg"),
    ("png", "image/png"),
    ("svg", "image/svg+xml"),
    ("vtt", "text/vtt"),
    ("wav", "audio/wav"),
    ("webm", "video/webm"),
    ("webp", "image/webp"),
];

/// A file that belongs to a story: a picture, a sound, a film or its captions.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Media {
    /// The path, relative to the story's folder, which is also its address on the page.
    pub name: String,
    /// The contents.
    pub bytes: Vec<u8>,
}

/// Returns the media type of a story's file, by its extension.
pub(crate) fn media_type(name: &str) -> Option<&'static str> {
    let (_, ending) = name.rsplit_once('.')?;
    KINDS.into_iter().find(|(known, _)| ending.eq_ignore_ascii_case(known)).map(|(_, kind)| kind)
}

/// Returns a SHA-256 digest in hexadecimal.
pub(crate) fn digest(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().fold(String::new(), |mut digits, byte| {
        // Writing to a string cannot fail.
        let _ = write!(digits, "{byte:02x}");
        digits
    })
}
