//! Ids: every one is a URL fragment of the page, so it has one spelling and one owner.

use std::collections::{BTreeMap, BTreeSet};

use toml::Spanned;

use crate::diagnostic::{Diagnostic, Location, did_you_mean};
use crate::files::SourceFile;

/// Ids that the page itself uses.
const RESERVED: [&str; 10] =
    ["article", "card", "notes", "people", "reader", "sources", "story", "terms", "timeline", "top"];

/// What an id stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Kind {
    Person,
    Event,
    Place,
    Section,
    Source,
    Note,
}

impl Kind {
    fn word(self) -> &'static str {
        match self {
            Self::Person => "person",
            Self::Event => "event",
            Self::Place => "place",
            Self::Section => "heading",
            Self::Source => "source",
            Self::Note => "note",
        }
    }
}

/// All ids of a story.
#[derive(Debug, Default)]
pub(crate) struct Ids {
    /// Each id with every kind that it was given to, and where: the first is its owner. The others, and ids that cannot
    /// be one, are here too, so that what points to them is no mistake of its own.
    known: BTreeMap<String, Vec<(Kind, Location)>>,
    /// The same ids, to suggest one of the right kind without going over all.
    by_kind: BTreeMap<Kind, BTreeSet<String>>,
    /// What a citation of each source says: author and year.
    labels: BTreeMap<String, String>,
    /// Kinds whose file could not be read at all: then nothing can be said of an unknown id.
    unread: Vec<Kind>,
}

impl Ids {
    /// Takes an id for one thing. Whatever is wrong with it becomes a problem.
    pub(crate) fn claim(&mut self, id: &str, kind: Kind, location: Location, problems: &mut Vec<Diagnostic>) {
        if let Some(reason) = refusal(id) {
            problems.push(
                Diagnostic::error(location.clone(), format!("\"{id}\" cannot be an id: {reason}"))
                    .help("an id is part of the page's address: a letter, then letters a-z, digits and hyphens"),
            );
        } else if let Some((other, first)) = self.known.get(id).and_then(|given| given.first()) {
            problems.push(
                Diagnostic::error(location.clone(), format!("the id \"{id}\" is given twice"))
                    .related(first.clone(), format!("first given here, to a {}", other.word()))
                    .help("every person, event, place, source, note and heading needs an id of its own"),
            );
        }
        self.known.entry(id.to_owned()).or_default().push((kind, location));
        self.by_kind.entry(kind).or_default().insert(id.to_owned());
    }

    /// Notes what citations of a source say.
    pub(crate) fn set_source_label(&mut self, id: &str, label: &str) {
        self.labels.insert(id.to_owned(), label.to_owned());
    }

    /// What a citation of this source says: `Avrich 1970`.
    pub(crate) fn source_label(&self, id: &str) -> Option<&str> {
        self.labels.get(id).map(String::as_str)
    }

    /// Where the id was given.
    pub(crate) fn location(&self, id: &str) -> Option<Location> {
        Some(self.known.get(id)?.first()?.1.clone())
    }

    /// Notes that no id of this kind could be read.
    pub(crate) fn set_unread(&mut self, kind: Kind) {
        self.unread.push(kind);
    }

    /// Takes the ids of the items of a file, read or not.
    pub(crate) fn claim_all<'a>(
        &mut self,
        ids: impl IntoIterator<Item = &'a Spanned<String>>,
        kind: Kind,
        file: &SourceFile,
        problems: &mut Vec<Diagnostic>,
    ) {
        if file.text.is_empty() {
            self.set_unread(kind);
        }
        for id in ids {
            self.claim(id.get_ref(), kind, file.id.at(id.span()), problems);
        }
    }

    /// Whether `id` is of that kind.
    pub(crate) fn has(&self, id: &str, kind: Kind) -> bool {
        self.known.get(id).is_some_and(|given| given.iter().any(|(found, _)| *found == kind))
    }

    /// The kind of an id.
    pub(crate) fn kind(&self, id: &str) -> Option<Kind> {
        Some(self.known.get(id)?.first()?.0)
    }

    /// The id as one of that kind; if it is none, that is a problem.
    pub(crate) fn resolve<Id: for<'a> From<&'a str>>(
        &self,
        id: &Spanned<String>,
        kind: Kind,
        file: &SourceFile,
        problems: &mut Vec<Diagnostic>,
    ) -> Option<Id> {
        if self.has(id.get_ref(), kind) {
            return Some(Id::from(id.get_ref()));
        }
        problems.extend(self.unknown(id.get_ref(), &[kind], file.id.at(id.span())));
        None
    }

    /// The problem that an id is none of these kinds, with the likely one; none when their files could not be read.
    pub(crate) fn unknown(&self, id: &str, kinds: &[Kind], location: Location) -> Option<Diagnostic> {
        if kinds.iter().any(|kind| self.unread.contains(kind)) {
            return None;
        }
        let words: Vec<_> = kinds.iter().map(|kind| kind.word()).collect();
        let known = kinds.iter().filter_map(|kind| self.by_kind.get(kind)).flatten().map(String::as_str);
        let help = did_you_mean(id, known).unwrap_or_else(|| match kinds {
            [Kind::Source] => "sources are listed in sources.json".to_owned(),
            [Kind::Place] => "places are listed in places.toml".to_owned(),
            [Kind::Person] => "people are listed in people.toml".to_owned(),
            [Kind::Note] => "notes are written in notes.md, each beginning with its mark: [^id]: …".to_owned(),
            _ => "people are listed in people.toml, events in events.toml, notes in notes.md".to_owned(),
        });
        let what = match words.split_last() {
            Some((last, rest)) if !rest.is_empty() => [&rest.join(", "), " or ", last].concat(),
            _ => words.concat(),
        };
        Some(Diagnostic::error(location, format!("unknown {what} \"{id}\"")).help(help))
    }
}

/// Why `id` cannot be one.
fn refusal(id: &str) -> Option<&'static str> {
    let numbered = |prefix| {
        id.strip_prefix(prefix)
            .is_some_and(|rest: &str| !rest.is_empty() && rest.bytes().all(|byte| byte.is_ascii_digit()))
    };
    if !id.starts_with(|first: char| first.is_ascii_lowercase()) {
        Some("it does not begin with a letter a-z")
    } else if !id.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-') {
        Some("it holds something else than letters a-z, digits and hyphens")
    } else if numbered('s') || numbered('m') {
        Some("the page numbers the article's sentences and mentions so")
    } else if RESERVED.contains(&id) {
        Some("the page uses it for a part of its own")
    } else {
        None
    }
}

/// An id made from a heading: `Trotsky in Exile` becomes `trotsky-in-exile`.
pub(crate) fn slug(heading: &str) -> String {
    let words: Vec<String> = heading
        .split(|letter: char| !letter.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(|word| word.to_ascii_lowercase().chars().filter(char::is_ascii_alphanumeric).collect())
        .filter(|word: &String| !word.is_empty())
        .collect();
    words.join("-")
}
