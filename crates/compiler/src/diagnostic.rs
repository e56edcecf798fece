//! Problems in a story folder, as plain data. Nothing here decides how they look; [`crate::render`] does.

use std::ops::Range;

use serde::Serialize;

/// What is wrong, where, and how to mend it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Diagnostic {
    /// Whether it ends the build.
    pub severity: Severity,
    /// What is wrong, in one line.
    pub message: String,
    /// Where.
    pub location: Location,
    /// Other places that have to do with it, each with what is to be seen there.
    pub related: Vec<(Location, String)>,
    /// How to mend it.
    pub help: Option<String>,
}

/// Whether a problem ends the build.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    /// No story comes out.
    Error,
    /// A story comes out all the same.
    Warning,
}

/// A stretch of one file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Location {
    /// The file.
    pub file: FileId,
    /// Byte offsets into the file's text.
    pub span: Range<usize>,
}

/// A file of the folder; an index into [`crate::files::Files`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct FileId(pub(crate) usize);

impl FileId {
    pub(crate) fn at(self, span: Range<usize>) -> Location {
        Location { file: self, span }
    }
}

impl Diagnostic {
    pub(crate) fn error(location: Location, message: impl Into<String>) -> Self {
        Self { severity: Severity::Error, message: message.into(), location, related: Vec::new(), help: None }
    }

    pub(crate) fn warning(location: Location, message: impl Into<String>) -> Self {
        Self { severity: Severity::Warning, ..Self::error(location, message) }
    }

    pub(crate) fn related(mut self, location: Location, label: impl Into<String>) -> Self {
        self.related.push((location, label.into()));
        self
    }

    pub(crate) fn help(mut self, help: impl Into<String>) -> Self {
        self.help = Some(help.into());
        self
    }
}

/// `did you mean "trotsky"?`, when one of the `known` words is close to `word`.
pub(crate) fn did_you_mean<'a>(word: &str, known: impl IntoIterator<Item = &'a str>) -> Option<String> {
    closest(word, known).map(|candidate| format!("did you mean \"{candidate}\"?"))
}

/// The one of the `known` words that `word` is likely a slip of.
pub(crate) fn closest<'a>(word: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    /// Below this Jaro-Winkler similarity two words are no longer slips of each other.
    const CLOSE: f64 = 0.8;
    known
        .into_iter()
        .map(|candidate| (strsim::jaro_winkler(word, candidate), candidate))
        .filter(|(similarity, _)| *similarity >= CLOSE)
        .max_by(|(a, _), (b, _)| a.total_cmp(b))
        .map(|(_, candidate)| candidate)
}
