//! The compiler, which turns a folder of text files into a [`Story`], or reports every problem with its file, line and
//! column.
//!
//! [`compile`] is the entry point. It
//! 1. reads the files ([`files`], `texts`), recognizes encodings other than UTF-8 (`encoding`) and rejects invisible
//!    characters (`hidden`) except where no reader sees them (`unseen`),
//! 2. reads the sources (`csl`) and the passages read of them (`passages`); reads places, people and events item by item
//!    (`toml_file`), leaving out items with syntax slips (`toml_slips`); reads the notes (`notes`); and registers all ids
//!    (`ids`),
//! 3. reads the article: its Markdown (`blocks`, and `prose` for inline content; `lost` reports what Markdown would drop,
//!    `lists` and `fences` what is a list or code by chance),
//!    its parts (`sections`, `headings`, `figures`, `own_notes`), the names in it (`names`) and its sentences (`segments`,
//!    `sentences`),
//! 4. resolves the references in people, events, notes, contested facts (`claims`), the log of corrections (`changes`) and
//!    the list of people whom the censor's copy leaves out (`erasure`), and sorts events and notes,
//! 5. permits a draft to lack sources, and lists the statements without any (`draft`); looks for unused notes, sources and
//!    passages (`uses`).
//!
//! Each step adds its problems to one list and continues; [`Compilation::report`] formats them. [`Gaps`] reports separately
//! how well the statements are supported.

pub mod diagnostic;
pub mod files;
pub mod rules;
pub mod scripts;

mod abbreviations;
mod addresses;
mod annotated;
mod article;
mod authors;
mod bibliography;
mod blocks;
mod changes;
mod citations;
mod claims;
mod context;
mod csl;
mod date;
mod date_words;
mod dialects;
mod draft;
mod embedding;
mod empty;
mod encoding;
mod erasure;
mod events;
mod fences;
mod figures;
mod folded;
mod gap_places;
mod gaps;
mod headings;
mod hidden;
mod html;
mod ids;
mod language;
mod line_breaks;
mod line_index;
mod lists;
mod lives;
mod lost;
mod months;
mod names;
mod notes;
mod own_notes;
mod parts;
mod passages;
mod people;
mod phases;
mod picture_files;
mod picture_size;
mod places;
mod plain_text;
mod portraits;
mod poster;
mod printed;
mod prose;
mod publication;
mod quotation_marks;
mod quoted;
mod rare_dates;
mod reference;
mod refusals;
mod relations;
mod render;
mod report;
mod rests;
mod schema;
mod sections;
mod segments;
mod sentences;
mod shape;
mod sources;
mod statements;
mod stays;
mod strays;
mod texts;
mod toml_file;
mod toml_slips;
mod toml_text;
mod typed_date;
mod typed_text;
mod unseen;
mod uses;
mod verse;
mod whole_words;
mod word;
mod works;

use std::collections::BTreeMap;
use std::path::Path;

use palimpsest_story::{NoteKind, PersonId, Place, Publication, Story, Target};
use palimpsest_words::Words;

/// The library that decodes text in legacy encodings.
pub use encoding_rs;
pub use gaps::Gaps;
pub use reference::{Field, fields, reference};
pub use report::Entry;
pub use schema::schemas;

use crate::claims::RawClaim;
use crate::diagnostic::{Diagnostic, Severity};
use crate::draft::Lacks;
use crate::events::RawEvent;
use crate::files::{Files, Folder, SourceFile};
use crate::ids::{Ids, Kind};
use crate::names::Names;
use crate::people::RawPerson;
use crate::places::RawPlace;
use crate::publication::Edition;
use crate::quoted::Sentences;
use crate::report::counted;
use crate::sentences::SentenceSplitter;
use crate::texts::Texts;
use crate::toml_file::Items;

/// The result of compiling a folder.
#[derive(Debug)]
pub struct Compilation {
    /// The story, or `None` if there are errors.
    pub story: Option<Story>,
    /// All problems, sorted by file and position.
    pub problems: Vec<Diagnostic>,
    /// The files that the problems refer to.
    pub files: Files,
    notices: Vec<String>,
}

impl Compilation {
    /// Returns the problems as text for people, or an empty string if there are none. The last line counts them. At most ten
    /// problems of each kind are shown, so that many of one kind do not bury the rest.
    pub fn report(&self) -> String {
        report::text(&self.problems, &self.files, 10)
    }

    /// Like [`Compilation::report`], but with every problem.
    pub fn full_report(&self) -> String {
        report::text(&self.problems, &self.files, usize::MAX)
    }

    /// Returns messages for the editors about what is no problem. `address` is that of the page, if it is given elsewhere than
    /// in the story.
    pub fn notices(&self, address: Option<&str>) -> impl Iterator<Item = &str> {
        let lacks_address = |story: &Story| address.or(story.publication.address.as_deref()).is_none();
        let missing = self.story.as_ref().is_some_and(lacks_address).then_some(publication::ADDRESS_MISSING);
        missing.into_iter().chain(self.notices.iter().map(String::as_str)).map(str::trim_end)
    }

    /// Returns the path of the file that has a problem.
    pub fn path(&self, problem: &Diagnostic) -> &str {
        &self.files.get(problem.location.file).path
    }

    /// Returns the text of a file, given the path that problems show.
    pub fn text(&self, path: &str) -> Option<&str> {
        self.files.text(path)
    }

    /// Returns what the story lacks, or `None` if there are errors.
    pub fn gaps(&self) -> Option<Gaps> {
        self.story.as_ref().map(|story| Gaps::of(story).placed(&self.files))
    }

    /// Returns every problem as data for tools. Serde writes each as one JSON object.
    pub fn entries(&self) -> impl Iterator<Item = Entry<'_>> {
        self.problems.iter().map(|problem| Entry::new(problem, &self.files))
    }
}

/// Compiles the story in the folder at `path`.
pub fn compile(path: &Path) -> Compilation {
    compile_folder(&Folder::read(path))
}

/// Compiles a story from files in memory.
pub fn compile_folder(folder: &Folder) -> Compilation {
    let mut files = Files::default();
    let mut problems = Vec::new();
    if let Some(problem) = folder.unusable(&mut files) {
        return Compilation { story: None, problems: vec![problem], files, notices: Vec::new() };
    }
    let texts = Texts::read(folder, &mut files, &mut problems);
    let story = assemble(folder, &texts, &mut problems);
    diagnostic::without_stand_ins(&mut problems);
    problems.sort_by_key(|problem| (problem.location.file, problem.location.span.start));
    let broken = problems.iter().any(|problem| problem.severity == Severity::Error);
    let story = story.filter(|_| !broken);
    let mut notices = Vec::new();
    if let Some(story) = &story {
        let letters = texts.all().into_iter().flat_map(|file| file.text.chars());
        notices.extend(scripts::notice(&scripts::without_face(letters, &story.language)));
    }
    Compilation { story, problems, files, notices }
}

#[expect(clippy::too_many_lines, reason = "each step hands what it made to the next ones")]
fn assemble(folder: &Folder, texts: &Texts, problems: &mut Vec<Diagnostic>) -> Option<Story> {
    // Register ids first, because any item may refer to any other.
    let mut ids = Ids::default();
    let edition = publication::parse(folder, &texts.publication, problems);
    let words = edition.as_ref().and_then(|edition| Words::load(&edition.language).ok()).unwrap_or_default();
    let language = edition.as_ref().map_or("en", |edition| edition.language.as_str()).to_owned();
    let (mut sources, accessed) = sources::parse(&texts.sources, &language, &words, &mut ids, problems);
    let read = [&texts.passages, &texts.further];
    let passages = passages::read(read, &words, &mut sources, &mut ids, problems);
    sources::add_access(&mut sources, &accessed, &language, &words);
    let places = places(&texts.places, &mut ids, problems);
    let people: Items<RawPerson> = toml_file::items(&texts.people, "person", problems);
    let people_ids = people.read.iter().map(|person| &person.id).chain(&people.unread);
    ids.claim_all(people_ids, Kind::Person, &texts.people, problems);
    ids.call(Kind::Person, people.read.iter().flat_map(RawPerson::called));
    let events: Items<RawEvent> = toml_file::items(&texts.events, "event", problems);
    let event_ids = events.read.iter().map(|event| &event.id).chain(&events.unread);
    ids.claim_all(event_ids, Kind::Event, &texts.events, problems);
    ids.call(Kind::Event, events.read.iter().map(RawEvent::called));
    let raw_notes = notes::parse(&texts.notes, &mut ids, problems);
    strays::check(folder, &texts.folder, &ids, problems);

    let names = Names::new(people.read.iter().flat_map(|person| person.names(&texts.people)), &language, problems);
    let note_kinds: BTreeMap<_, _> = raw_notes.iter().map(|note| (note.id().to_owned(), note.kind())).collect();
    let errors =
        |problems: &[Diagnostic]| problems.iter().filter(|problem| problem.severity == Severity::Error).count();
    let before = errors(problems);
    let splitter = SentenceSplitter::new(names, &language, &note_kinds);
    let article = article::parse(folder, &texts.article, &mut ids, splitter, &words, problems);
    let article_is_sound = errors(problems) == before;

    let written = people.read.len() + events.read.len();
    let mut complete = people.complete && events.complete && article_is_sound;
    let named = article.as_ref().map(people::named).unwrap_or_default();
    let picture = article.as_ref().and_then(|article| article.picture.as_ref());
    let erasure = edition.as_ref().map(|edition| &edition.erasure);
    let erasure = erasure.map(|raw| raw.resolve(&texts.publication, &people.read, &ids, picture, problems));
    let stances = edition.as_ref().map(|edition| relations::stances(&edition.stances, &texts.publication, problems));
    let stances = stances.unwrap_or_default();
    let context = context::Context {
        words: &words,
        folder,
        file: &texts.people,
        ids: &ids,
        places: &places,
        stances: &stances,
        named: &named,
    };
    let mut lacks = Lacks::default();
    let people = people.read.into_iter().filter_map(|person| {
        let of = Target::Person(person.id.get_ref().as_str().into());
        lacks.in_entry(&of, problems, |problems| person.resolve(&context, problems))
    });
    let people: Vec<_> = people.collect();
    let by_id: BTreeMap<&PersonId, _> = people.iter().map(|person| (&person.id, person)).collect();
    let context = events::Context {
        words: &words,
        folder,
        file: &texts.events,
        ids: &ids,
        places: &places,
        people: &by_id,
        sentences: article.as_ref().map(Sentences::new),
    };
    let events = events.read.into_iter().filter_map(|event| {
        let of = Target::Event(event.id.get_ref().as_str().into());
        lacks.in_entry(&of, problems, |problems| event.resolve(&context, problems))
    });
    let mut events: Vec<_> = events.collect();
    events.sort_by_key(|event| event.date.earliest);
    let notes = raw_notes.into_iter().map(|note| {
        let of = Target::Note(note.id().into());
        lacks.in_entry(&of, problems, |problems| note.resolve(&language, &texts.notes, &ids, problems))
    });
    let mut notes: Vec<_> = notes.collect();
    complete &= people.len() + events.len() == written;
    let claims: Items<RawClaim> = toml_file::items(&texts.claims, "claim", problems);
    let claims = claims.read.into_iter().filter_map(|claim| claim.resolve(&texts.claims, &ids, &mut lacks, problems));
    let claims = claims.collect();
    let revisions = changes::read(&texts.changes, &ids, problems);
    let about = edition.as_ref().and_then(|edition| edition.about.as_ref());
    let about = about.map(|about| statements::paragraphs(about, &texts.publication, &ids, problems));

    if let Err(error) = words.check() {
        problems.push(Diagnostic::error(texts.publication.id.at(0..0), error.to_string()));
    }
    let Edition { language, publication, phases, draft, stances: raw_stances, .. } = edition?;
    if draft {
        draft::allow(problems);
    }
    let phases = phases::resolve(phases, &events, &texts.publication, &ids, problems);
    let draft = draft.then(|| lacks.listed(&texts.all()));
    let publication = Publication { about: about.unwrap_or_default(), draft, ..publication };
    let article = article?;
    let mentioned: Vec<&Target> = article.mentions().map(|mention| &mention.target).collect();
    notes::order(&mut notes, &mentioned, &words);
    let erasure = erasure.unwrap_or_default();
    let mut story = Story {
        language,
        publication,
        erasure,
        article,
        people,
        events,
        notes,
        sources,
        claims,
        stances,
        phases,
        revisions,
    };
    let links = uses::links(&story);
    if complete {
        relations::unused(&raw_stances, &story.people, &texts.publication, problems);
        problems.extend(uses::unused(&story, &links, &ids, &passages));
    }
    uses::support(&mut story.sources, links);
    Some(story)
}

fn places(file: &SourceFile, ids: &mut Ids, problems: &mut Vec<Diagnostic>) -> BTreeMap<String, Place> {
    let raw: Items<RawPlace> = toml_file::items(file, "place", problems);
    ids.claim_all(raw.read.iter().map(|place| &place.id).chain(&raw.unread), Kind::Place, file, problems);
    ids.call(Kind::Place, raw.read.iter().flat_map(RawPlace::called));
    let mut places = BTreeMap::new();
    for place in &raw.read {
        if let Some(resolved) = place.resolve(file, problems) {
            places.insert(place.id.get_ref().clone(), resolved);
        }
    }
    places
}

/// Counts the contents of a story in one line: `412 sentences, 13 people, 30 events, …`.
pub fn summary(story: &Story) -> String {
    let terms = story.notes.iter().filter(|note| note.kind == NoteKind::Term).count();
    let counts = [
        (story.article.sentences().count(), "sentence", "sentences"),
        (story.people.len(), "person", "people"),
        (story.events.len(), "event", "events"),
        (story.notes.len() - terms, "note", "notes"),
        (terms, "term", "terms"),
        (story.sources.len(), "source", "sources"),
    ];
    let counts: Vec<_> = counts.into_iter().map(|(count, one, many)| counted(count, one, many)).collect();
    counts.join(", ")
}
