//! Errors in files that cannot be imported.

use std::fmt;

use palimpsest_compiler::rules;

/// The reason why a file cannot be imported, where the problem is, and how to fix it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Error {
    /// The name of the file.
    pub file: String,
    /// The position in the file, as in `line 3, column 7`, `row 5, column C` or `events[3].start_date`; empty for the whole
    /// file.
    pub at: String,
    /// A description of the problem.
    pub message: String,
    /// How to fix it.
    pub help: String,
}

impl Error {
    /// Creates an error for a file as a whole. A reader that knows the position adds it with [`Error::at`].
    pub fn new(file: &str, message: impl Into<String>, help: impl Into<String>) -> Self {
        Self { file: file.to_owned(), at: String::new(), message: message.into(), help: help.into() }
    }

    /// Returns the same error with a position.
    #[must_use]
    pub fn at(self, place: impl Into<String>) -> Self {
        Self { at: place.into(), ..self }
    }

    /// Creates the error for a text that is not UTF-8.
    pub(crate) fn not_utf8(file: &str, bytes: &[u8]) -> Self {
        let sound = std::str::from_utf8(bytes).err().map_or(0, |error| error.valid_up_to());
        let line = bytes[..sound].split(|byte| *byte == b'\n').count();
        let (message, help) = rules::misread(bytes).unwrap_or_default();
        Self::new(file, message, help).at(format!("line {line}"))
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        let Self { file, at, message, help } = self;
        let at = if at.is_empty() { String::new() } else { format!(", {at}") };
        write!(f, "{message}\n  --> {file}{at}\n  = help: {help}")
    }
}

impl std::error::Error for Error {}
