//! Ids. Each is a URL fragment of the page, so it can belong to only one item.

use std::collections::{BTreeMap, BTreeSet};

use palimpsest_story::Citation;
use toml::Spanned;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use crate::diagnostic::{Diagnostic, Location, did_you_mean};
use crate::files::SourceFile;
use crate::folded::folded;

/// Ids that the page uses for its own parts.
const RESERVED: [&str; 11] =
    ["article", "card", "journey", "notes", "people", "reader", "sources", "story", "terms", "timeline", "top"];

/// What an id identifies.
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
    /// The indefinite article before the word.
    fn article(self) -> &'static str {
        if self == Self::Event { "an" } else { "a" }
    }

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
    /// Each id, with the kind and location of everything that claims it, the owner first. Duplicate and malformed ids are
    /// kept as well, so that references to them are not reported again.
    known: BTreeMap<String, Vec<(Kind, Location)>>,
    /// The same ids by kind, for suggestions.
    by_kind: BTreeMap<Kind, BTreeSet<String>>,
    /// The names and titles that people, events, places and sources have beside their ids, each with its id. For suggestions.
    called: BTreeMap<Kind, BTreeMap<String, String>>,
    /// What citations print: for each source, its author and year; for each passage, also its place in the source.
    labels: BTreeMap<String, String>,
    /// The part of each label that is the author.
    authors: BTreeMap<String, String>,
    /// The page ids of works whose key in `sources.json` is not a valid id, by that key.
    keys: BTreeMap<String, String>,
    /// The source of each passage. `None` if the story does not say what was read.
    passages: Option<BTreeMap<String, String>>,
    /// The kinds whose file could not be read. No id of these kinds counts as unknown.
    unread: Vec<Kind>,
}

impl Ids {
    /// Registers the id of an item. Reports an id that is malformed or taken.
    pub(crate) fn claim(&mut self, id: &str, kind: Kind, location: Location, problems: &mut Vec<Diagnostic>) {
        self.claim_as(id, id, kind, location, problems);
    }

    /// Registers the id of an item that its file calls `written`.
    fn claim_as(&mut self, id: &str, written: &str, kind: Kind, location: Location, problems: &mut Vec<Diagnostic>) {
        if let Some(reason) = refusal(id) {
            problems.push(
                Diagnostic::error(location.clone(), format!("\"{id}\" is not a valid id: {reason}"))
                    .help("an id is part of the page's address: a letter, then any of a-z, 0-9 and hyphens"),
            );
        } else if let Some((other, first)) = self.known.get(id).and_then(|given| given.first()) {
            problems.push(
                Diagnostic::error(location.clone(), format!("the id \"{written}\" is used twice"))
                    .related(first.clone(), format!("first used here, for {} {}", other.article(), other.word()))
                    .help("every person, event, place, source, note and heading needs an id of its own"),
            );
        }
        self.known.entry(id.to_owned()).or_default().push((kind, location));
        self.by_kind.entry(kind).or_default().insert(id.to_owned());
    }

    /// Registers the works of `sources.json` by their keys there. A key that is not a valid page id gets an id generated
    /// from it.
    pub(crate) fn claim_sources<'a>(
        &mut self,
        keys: impl Iterator<Item = (&'a str, Location)> + Clone,
        problems: &mut Vec<Diagnostic>,
    ) {
        let (sound, others): (Vec<_>, Vec<_>) = keys.partition(|(key, _)| refusal(key).is_none());
        for (key, location) in sound {
            self.claim(key, Kind::Source, location, problems);
        }
        for (key, location) in others {
            if let Some(id) = self.keys.get(key).cloned() {
                self.claim_as(&id, key, Kind::Source, location, problems);
                continue;
            }
            let made = slug(key);
            let made = if refusal(&made).is_none() { made } else { format!("source-{made}") };
            let numbered = (2..).map(|number| format!("{made}-{number}"));
            let free = [made.clone()].into_iter().chain(numbered).find(|id| !self.known.contains_key(id));
            // There are always more numbers than ids.
            let id = free.unwrap_or(made);
            self.claim(&id, Kind::Source, location, problems);
            self.by_kind.entry(Kind::Source).or_default().remove(&id);
            self.by_kind.entry(Kind::Source).or_default().insert(key.to_owned());
            self.keys.insert(key.to_owned(), id);
        }
    }

    /// Returns the page id of the work with this key in `sources.json`.
    pub(crate) fn source<'a>(&'a self, key: &'a str) -> &'a str {
        self.keys.get(key).map_or(key, String::as_str)
    }

    /// Returns the name by which the editors' files call what has this id on the page: of a work, its key in `sources.json`.
    pub(crate) fn written<'a>(&'a self, id: &'a str) -> &'a str {
        self.keys.iter().find(|(_, made)| *made == id).map_or(id, |(key, _)| key)
    }

    /// Registers the names of items, which an editor may write instead of their ids.
    pub(crate) fn call<'a>(&mut self, kind: Kind, names: impl IntoIterator<Item = (impl AsRef<str>, &'a str)>) {
        let called = self.called.entry(kind).or_default();
        for (name, id) in names.into_iter().filter(|(_, id)| refusal(id).is_none()) {
            // The first of two with the same name is as good as the other.
            called.entry(caseless(name.as_ref())).or_insert_with(|| id.to_owned());
        }
    }

    /// Returns the id of the item that has this name, a title or, for a source, what citations print: `Avrich 1970`.
    fn called(&self, name: &str, kinds: &[Kind]) -> Option<&str> {
        let name = caseless(name);
        let id = kinds.iter().find_map(|kind| self.called.get(kind)?.get(&name));
        let label = || {
            let same = |label: &str| caseless(label).replace(['(', ')', ','], "") == name.replace(['(', ')', ','], "");
            let found = self.labels.iter().find(|(_, label)| kinds.contains(&Kind::Source) && same(label));
            found.map(|(id, _)| id)
        };
        id.or_else(label).map(|id| self.written(id))
    }

    /// Reports whether an id is valid and not taken.
    pub(crate) fn is_free(&self, id: &str) -> bool {
        refusal(id).is_none() && !self.known.contains_key(id)
    }

    /// Sets what citations of a source print, and the part of it that is the author.
    pub(crate) fn set_source_label(&mut self, id: &str, label: &str, author: &str) {
        self.labels.insert(id.to_owned(), label.to_owned());
        self.authors.insert(id.to_owned(), author.to_owned());
    }

    /// Returns what citations of a source print: `Avrich 1970`.
    pub(crate) fn source_label(&self, id: &str) -> Option<&str> {
        self.labels.get(self.source(id)).map(String::as_str)
    }

    /// Returns the label of a source or a passage, split into the author and the rest: `Avrich` and `1970, p. 5`.
    pub(crate) fn label_parts(&self, id: &str) -> Option<(&str, &str)> {
        let label = self.source_label(id)?;
        let of = self.passages.as_ref().and_then(|passages| passages.get(id)).map_or(id, String::as_str);
        let author = self.authors.get(self.source(of)).map(String::as_str).unwrap_or_default();
        let rest = label.strip_prefix(author).unwrap_or(label);
        Some((author, rest.trim_start_matches(',').trim_start()))
    }

    /// Records that the story says what was read of its sources.
    pub(crate) fn expect_passages(&mut self) {
        self.passages.get_or_insert_default();
    }

    /// Registers a passage of a source. Returns whether another passage already has its id.
    pub(crate) fn add_passage(&mut self, id: &str, source: &str, at: Option<&str>) -> bool {
        let source = self.source(source).to_owned();
        let label = self.source_label(&source).unwrap_or(&source);
        let label = at.map_or_else(|| label.to_owned(), |at| format!("{label}, {at}"));
        self.labels.insert(id.to_owned(), label);
        self.by_kind.entry(Kind::Source).or_default().insert(id.to_owned());
        self.passages.get_or_insert_default().insert(id.to_owned(), source).is_some()
    }

    /// Returns what a citation with this id refers to: a passage if there is one, otherwise a source.
    pub(crate) fn citation(&self, id: &str) -> Citation {
        match self.passages.as_ref().and_then(|passages| passages.get(id)) {
            Some(source) => Citation { source: source.as_str().into(), passage: Some(id.into()) },
            None => Citation { source: self.source(id).into(), passage: None },
        }
    }

    /// Returns the problem with citing this id, if any: it is unknown, or nothing says what was read of the work.
    pub(crate) fn uncitable(&self, id: &str, location: Location) -> Option<Diagnostic> {
        let read = self.passages.as_ref().is_some_and(|passages| passages.contains_key(id));
        match self.has(id, Kind::Source) {
            _ if read => None,
            false => {
                // Of a work that was read, citations name what was read.
                let work = self.called(id, &[Kind::Source]).map(|work| self.source(work));
                let passage = self.passages.iter().flatten().find(|(_, source)| Some(source.as_str()) == work);
                let problem = self.unknown(id, &[Kind::Source], location);
                problem.map(|problem| match passage {
                    Some((passage, _)) => problem.help(meant(passage)),
                    None => problem,
                })
            }
            true => self.passages.as_ref().map(|passages| {
                let of_it = passages.iter().find(|(_, source)| *source == self.source(id)).map(|(passage, _)| passage);
                let help = match of_it {
                    Some(passage) => format!("cite what was read of it, as in [@{passage}]"),
                    None => "add what you read of it to passages.toml and cite that, or cite another work".to_owned(),
                };
                Diagnostic::warning(location, format!("this rests on \"{id}\", of which nothing says what was read"))
                    .help(help)
            }),
        }
    }

    /// Returns an id that a citation may name: that of a passage or, in a story without passages, of a work. Prefers one that
    /// shares a word with `of`, the id of what the citation is to support.
    pub(crate) fn citable(&self, of: &str) -> Option<&str> {
        let words = |id: &str| -> Vec<String> {
            let long = id.split(|letter: char| !letter.is_alphanumeric()).filter(|word| word.len() > 3);
            long.map(str::to_lowercase).collect()
        };
        let of = words(of);
        let is_about = |id: &&str| words(id).iter().any(|word| of.contains(word));
        let passages = self.passages.iter().flatten().map(|(id, _)| id.as_str());
        let works = self.by_kind.get(&Kind::Source).into_iter().flatten().map(String::as_str);
        let known: Vec<&str> = if self.passages.is_some() { passages.collect() } else { works.collect() };
        known.iter().copied().find(is_about).or_else(|| known.first().copied())
    }

    /// Returns the file that has what citations name.
    pub(crate) fn citable_file(&self) -> &'static str {
        if self.passages.is_some() { "passages.toml" } else { "sources.json" }
    }

    /// Returns the location where the owner of an id is defined.
    pub(crate) fn location(&self, id: &str) -> Option<Location> {
        Some(self.known.get(id)?.first()?.1.clone())
    }

    /// Reports whether the file with this kind of ids could not be read.
    pub(crate) fn is_unread(&self, kind: Kind) -> bool {
        self.unread.contains(&kind)
    }

    /// Records that the file with the ids of this kind could not be read.
    pub(crate) fn set_unread(&mut self, kind: Kind) {
        self.unread.push(kind);
    }

    /// Registers the ids of all items of a file, whether or not the items themselves could be read.
    pub(crate) fn claim_all<'a>(
        &mut self,
        ids: impl IntoIterator<Item = &'a Spanned<String>>,
        kind: Kind,
        file: &SourceFile,
        problems: &mut Vec<Diagnostic>,
    ) {
        if file.unread {
            self.set_unread(kind);
        }
        for id in ids {
            self.claim(id.get_ref(), kind, file.id.at(id.span()), problems);
        }
    }

    /// Reports whether an item of this kind has the id.
    pub(crate) fn has(&self, id: &str, kind: Kind) -> bool {
        let id = if kind == Kind::Source { self.source(id) } else { id };
        self.known.get(id).is_some_and(|given| given.iter().any(|(found, _)| *found == kind))
    }

    /// Returns the kind of the id's owner.
    pub(crate) fn kind(&self, id: &str) -> Option<Kind> {
        Some(self.known.get(id)?.first()?.0)
    }

    /// Converts an id of this kind to its type. Reports an unknown id.
    pub(crate) fn resolve<Id: for<'a> From<&'a str>>(
        &self,
        id: &Spanned<String>,
        kind: Kind,
        file: &SourceFile,
        problems: &mut Vec<Diagnostic>,
    ) -> Option<Id> {
        if self.has(id.get_ref(), kind) {
            let id = id.get_ref();
            return Some(Id::from(if kind == Kind::Source { self.source(id) } else { id }));
        }
        problems.extend(self.unknown(id.get_ref(), &[kind], file.id.at(id.span())));
        None
    }

    /// Returns `did you mean "trotsky"?` if an id of this kind is similar to `id`.
    pub(crate) fn similar(&self, id: &str, kind: Kind) -> Option<String> {
        did_you_mean(id, self.by_kind.get(&kind).into_iter().flatten().map(String::as_str))
    }

    /// Returns the problem of an id that no item of these kinds has, with a suggestion. Returns `None` if a file of these
    /// kinds could not be read.
    pub(crate) fn unknown(&self, id: &str, kinds: &[Kind], location: Location) -> Option<Diagnostic> {
        if kinds.iter().any(|kind| self.unread.contains(kind)) {
            return None;
        }
        let words: Vec<_> = kinds.iter().map(|kind| kind.word()).collect();
        let known = kinds.iter().filter_map(|kind| self.by_kind.get(kind)).flatten().map(String::as_str);
        let alike = known.clone().find(|known| caseless(known) == caseless(id)).map(meant);
        let called = || self.called(id, kinds).map(meant);
        let help = alike.or_else(called).or_else(|| did_you_mean(id, known)).unwrap_or_else(|| match kinds {
            [Kind::Source] => "sources are listed in sources.json".to_owned(),
            [Kind::Place] => "places are listed in places.toml".to_owned(),
            [Kind::Person] => "people are listed in people.toml".to_owned(),
            [Kind::Note] => "notes are written in notes.md, each beginning with [^id]: …".to_owned(),
            _ => "people are listed in people.toml, events in events.toml, notes in notes.md".to_owned(),
        });
        let what = match words.split_last() {
            Some((last, rest)) if !rest.is_empty() => format!("{} or {last}", rest.join(", ")),
            _ => words.concat(),
        };
        Some(Diagnostic::error(location, format!("unknown {what} \"{id}\"")).help(help))
    }
}

/// Returns a help text for a name in the place of an id.
fn meant(id: &str) -> String {
    format!("write its id, \"{id}\"")
}

/// Returns a name in the form in which names are compared.
fn caseless(name: &str) -> String {
    folded(name).trim_end_matches('.').to_lowercase()
}

/// Returns why `id` is not a valid id, or `None` if it is.
pub(crate) fn refusal(id: &str) -> Option<&'static str> {
    let numbered = |prefix| {
        id.strip_prefix(prefix)
            .is_some_and(|rest: &str| !rest.is_empty() && rest.bytes().all(|byte| byte.is_ascii_digit()))
    };
    if !id.starts_with(|first: char| first.is_ascii_lowercase()) {
        Some("it does not begin with a letter a-z")
    } else if !id.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-') {
        Some("it may hold only letters a-z, digits and hyphens")
    } else if numbered('s') || numbered('m') {
        Some("the page uses such ids for sentences and mentions")
    } else if id.starts_with("stay-") {
        Some("the page uses such ids for the places where somebody lived")
    } else if RESERVED.contains(&id) {
        Some("the page uses it for one of its own sections")
    } else {
        None
    }
}

/// Makes an id from words: `Trotsky in Exile` becomes `trotsky-in-exile`, and `Überblick` becomes `uberblick`.
pub(crate) fn slug(heading: &str) -> String {
    // Decomposition separates accents from their letters.
    let plain: String = heading.nfd().filter(|letter| !is_combining_mark(*letter)).collect();
    let words: Vec<String> = plain
        .split(|letter: char| !letter.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(|word| word.to_ascii_lowercase().chars().filter(char::is_ascii_alphanumeric).collect())
        .filter(|word: &String| !word.is_empty())
        .collect();
    words.join("-")
}
