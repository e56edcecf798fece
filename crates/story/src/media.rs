//! The files that a page can show: pictures, sounds and films, and captions for them.

/// A picture, a sound or a film.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MediaKind {
    /// A picture.
    Picture,
    /// A sound.
    Sound,
    /// A film.
    Film,
}

/// The media type of captions.
pub const CAPTIONS: &str = "text/vtt";

/// The media types of the files that a page can show, by the extensions of their names, in lowercase.
pub const MEDIA_TYPES: [(&str, &str); 15] = [
    ("avif", "image/avif"),
    ("flac", "audio/flac"),
    ("jpeg", "image/jpeg"),
    ("jpg", "image/jpeg"),
    ("m4a", "audio/mp4"),
    ("mp3", "audio/mpeg"),
    ("mp4", "video/mp4"),
    ("ogg", "audio/ogg"),
    ("opus", "audio/ogg"),
    ("png", "image/png"),
    ("svg", "image/svg+xml"),
    ("vtt", CAPTIONS),
    ("wav", "audio/wav"),
    ("webm", "video/webm"),
    ("webp", "image/webp"),
];

/// Returns the media type of a file of a story, by the extension of its name, or `None` if no page can show it.
pub fn media_type(name: &str) -> Option<&'static str> {
    type_in(&MEDIA_TYPES, name)
}

/// Returns the media type of a file in a table by extension, in lowercase.
pub fn type_in(types: &[(&str, &'static str)], name: &str) -> Option<&'static str> {
    let (_, ending) = name.rsplit_once('.')?;
    // Cameras write `.JPG`.
    types.iter().find(|(known, _)| known.eq_ignore_ascii_case(ending)).map(|(_, kind)| *kind)
}

impl MediaKind {
    /// Returns what a file shows, by the extension of its name, or `None` if it is neither a picture nor a sound nor a film that
    /// a page can show.
    pub fn of(name: &str) -> Option<Self> {
        match media_type(name)?.split('/').next()? {
            "image" => Some(Self::Picture),
            "audio" => Some(Self::Sound),
            "video" => Some(Self::Film),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_says_what_a_file_shows() {
        for (name, kind, shown) in [
            ("a/storm.JPG", Some("image/jpeg"), Some(MediaKind::Picture)),
            ("speech.v2.opus", Some("audio/ogg"), Some(MediaKind::Sound)),
            ("film.webm", Some("video/webm"), Some(MediaKind::Film)),
            ("film.vtt", Some(CAPTIONS), None),
            ("a.png/film", None, None),
            ("film.mov", None, None),
            ("png", None, None),
        ] {
            assert_eq!((media_type(name), MediaKind::of(name)), (kind, shown), "{name}");
        }
    }
}
