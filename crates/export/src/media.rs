//! The pictures, sounds and films of a story.

use std::fmt::Write as _;

use sha2::{Digest as _, Sha256};

/// A file that belongs to a story: a picture, a sound, a film or its captions.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Media {
    /// The path, relative to the story's folder, which is also its address on the page.
    pub name: String,
    /// The contents.
    pub bytes: Vec<u8>,
}

/// Returns a SHA-256 digest in hexadecimal.
pub(crate) fn digest(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().fold(String::new(), |mut digits, byte| {
        // Writing to a string cannot fail.
        let _ = write!(digits, "{byte:02x}");
        digits
    })
}
