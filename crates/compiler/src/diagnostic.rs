//! Problems in a story folder, as plain data. Nothing here decides how they look; [`crate::render`] does.

use std::ops::Range;

use serde::Serialize;

/// What is wrong, where, and how to fix it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Diagnostic {
    /// Whether it ends the build.
    pub severity: Severity,
    /// What is wrong, in one line. Words from the editors' files stand in double quotes, so that [`Diagnostic::kind`] can
    /// tell them from the compiler's own.
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

/// What problems of one sort have in common: everything but the editors' own words.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Kind<'a> {
    severity: Severity,
    /// The message up to its first quotation mark, and from its last one on.
    message: (&'a str, &'a str),
}

impl Diagnostic {
    /// The kind of problem that this is one of.
    pub(crate) fn kind(&self) -> Kind<'_> {
        let message = self.message.as_str();
        let quoted = message.find('"').zip(message.rfind('"'));
        let (start, end) = quoted.unwrap_or((message.len(), message.len()));
        Kind { severity: self.severity, message: (&message[..start], &message[end..]) }
    }

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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn problems_are_of_one_kind_when_they_differ_in_quoted_words_alone() {
        let place = FileId(0).at(0..0);
        let error = |message: &str| Diagnostic::error(place.clone(), message);
        let [kept, quoting, other] = [
            "the name \"Voss\" is given twice",
            "the name \"“The \"Fox\"\" is given twice",
            "the id \"voss\" is given twice",
        ]
        .map(error);
        assert_eq!(kept.kind(), quoting.kind());
        assert_ne!(kept.kind(), other.kind());
        assert_ne!(kept.kind(), Diagnostic::warning(place.clone(), kept.message.clone()).kind());
        assert_ne!(error("missing field `born`").kind(), error("missing field `died`").kind());
    }
}
