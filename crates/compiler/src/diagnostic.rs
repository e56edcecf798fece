//! Problems in a story folder, as plain data. `render` and `report` format them.

use std::collections::BTreeMap;
use std::ops::Range;

use serde::Serialize;

/// What is wrong, where, and how to fix it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Diagnostic {
    /// An error or a warning.
    pub severity: Severity,
    /// What is wrong, in one line. Words from the editors' files are in double quotes, so that problems that differ only in
    /// these words count as one kind.
    pub message: String,
    /// The location of the problem.
    pub location: Location,
    /// Related locations, each with a label.
    pub related: Vec<(Location, String)>,
    /// How to fix it.
    pub help: Option<String>,
    /// Whether this is a statement without a source, which a draft may have.
    pub unsourced: bool,
    /// The part of the file in whose place another value is read, if what is there is missing or cannot be read. Nothing else
    /// is reported of it.
    pub(crate) stood_in: Option<Range<usize>>,
}

/// Whether a problem prevents a story.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    /// There is no story.
    Error,
    /// There is a story nevertheless.
    Warning,
}

/// A part of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Location {
    /// The file that contains the span.
    pub file: FileId,
    /// Byte offsets into the file's text.
    pub span: Range<usize>,
}

/// A file of the folder, as an index into [`crate::files::Files`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct FileId(pub(crate) usize);

impl FileId {
    pub(crate) fn at(self, span: Range<usize>) -> Location {
        Location { file: self, span }
    }
}

/// What similar problems have in common: the severity, and the message without the editors' own words.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Kind<'a> {
    severity: Severity,
    /// The message before its first quotation mark, and from its last one on.
    message: (&'a str, &'a str),
}

impl Diagnostic {
    /// Returns the kind of this problem.
    pub(crate) fn kind(&self) -> Kind<'_> {
        let message = self.message.as_str();
        let quoted = message.find('"').zip(message.rfind('"'));
        let (start, end) = quoted.unwrap_or((message.len(), message.len()));
        Kind { severity: self.severity, message: (&message[..start], &message[end..]) }
    }

    pub(crate) fn error(location: Location, message: impl Into<String>) -> Self {
        let message = message.into();
        Self {
            severity: Severity::Error,
            message,
            location,
            related: Vec::new(),
            help: None,
            unsourced: false,
            stood_in: None,
        }
    }

    /// Creates the error of a statement without a source.
    pub(crate) fn unsourced(location: Location) -> Self {
        Self { unsourced: true, ..Self::error(location, "this statement has no source") }
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

/// Removes the problems of values that were read in the place of others, which are reported themselves.
pub(crate) fn without_stand_ins(problems: &mut Vec<Diagnostic>) {
    // For each file, the end of each part by its start. Parts within others are left out, so that their ends are in order.
    let mut parts: BTreeMap<FileId, BTreeMap<usize, usize>> = BTreeMap::new();
    let mut stood_in: Vec<_> =
        problems.iter().filter_map(|problem| Some((problem.location.file, problem.stood_in.clone()?))).collect();
    stood_in.sort_by_key(|(_, part)| (part.start, std::cmp::Reverse(part.end)));
    for (file, part) in stood_in {
        let parts = parts.entry(file).or_default();
        if parts.last_key_value().is_none_or(|(_, end)| *end < part.end) {
            parts.entry(part.start).or_insert(part.end);
        }
    }
    problems.retain(|Diagnostic { location, stood_in, .. }| {
        let before = parts.get(&location.file).and_then(|parts| parts.range(..=location.span.start).next_back());
        stood_in.is_some() || before.is_none_or(|(_, end)| location.span.end > *end)
    });
}

/// Returns `did you mean "trotsky"?` if one of the `known` words is similar to `word`.
pub(crate) fn did_you_mean<'a>(word: &str, known: impl IntoIterator<Item = &'a str>) -> Option<String> {
    closest(word, known).map(|candidate| format!("did you mean \"{candidate}\"?"))
}

/// Returns the most similar of the `known` words if `word` is probably a typo of it.
pub(crate) fn closest<'a>(word: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    /// The minimum Jaro-Winkler similarity of a typo.
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
