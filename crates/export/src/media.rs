//! The pictures, sounds and films of a story.

/// A file that belongs to a story: a picture, a sound, a film or its captions.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Media {
    /// The path, relative to the story's folder, which is also its address on the page.
    pub name: String,
    /// The contents.
    pub bytes: Vec<u8>,
}
