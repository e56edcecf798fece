//! The compiler: a folder of text becomes a [`Story`], or every problem in it with file, line and column.
//!
//! [`compile`] is the way in. It
//! 1. reads the files ([`files`]),
//! 2. reads sources, places, people and events item by item (`toml_file`), and gives every id one owner (`ids`),
//! 3. reads the article: Markdown (`prose`), names (`names`), sentences (`sentences`),
//! 4. resolves what people and events point to, and puts the events in order.
//!
//! Each step adds its problems to one list and goes on; [`render`] shows them.

pub mod diagnostic;
pub mod files;
pub mod render;

mod article;
mod date;
mod events;
mod ids;
mod names;
mod people;
mod places;
mod prose;
mod sentences;
mod sources;
mod statements;
mod toml_file;

use std::collections::BTreeMap;
use std::path::Path;

use palimpsest_story::{Place, Story};

use crate::diagnostic::{Diagnostic, Severity};
use crate::events::RawEvent;
use crate::files::{Files, SourceFile};
use crate::ids::{Ids, Kind};
use crate::names::Names;
use crate::people::RawPerson;
use crate::places::RawPlace;
use crate::sentences::Cutter;
use crate::toml_file::Items;

/// What came of a folder.
#[derive(Debug)]
pub struct Compilation {
    /// The story; `None` when a problem ended the build.
    pub story: Option<Story>,
    /// All problems, in the order of the files and the places in them.
    pub problems: Vec<Diagnostic>,
    /// The files that the problems point into.
    pub files: Files,
}

impl Compilation {
    /// All problems as a person reads them, and a line that counts them; empty when there are none.
    pub fn report(&self) -> String {
        if self.problems.is_empty() {
            return String::new();
        }
        let errors = self.problems.iter().filter(|problem| problem.severity == Severity::Error).count();
        let mut report: Vec<_> = self.problems.iter().map(|problem| render::render(problem, &self.files)).collect();
        let count = |number: usize, what: &str| format!("{number} {what}{}", if number == 1 { "" } else { "s" });
        report.push([count(errors, "error"), count(self.problems.len() - errors, "warning")].join(", "));
        report.join("\n\n")
    }
}

/// Compiles the story in `folder`.
pub fn compile(folder: &Path) -> Compilation {
    let mut files = Files::default();
    let mut problems = Vec::new();
    let read = |files: &mut Files, name, problems: &mut _| {
        let id = files.read(folder, name, problems);
        files.get(id).clone()
    };
    let article = read(&mut files, "article.md", &mut problems);
    let people = read(&mut files, "people.toml", &mut problems);
    let events = read(&mut files, "events.toml", &mut problems);
    let places = read(&mut files, "places.toml", &mut problems);
    let sources = read(&mut files, "sources.json", &mut problems);
    let story = assemble(folder, &article, &people, &events, &places, &sources, &mut problems);
    problems.sort_by_key(|problem| (problem.location.file, problem.location.span.start));
    let broken = problems.iter().any(|problem| problem.severity == Severity::Error);
    Compilation { story: story.filter(|_| !broken), problems, files }
}

fn assemble(
    folder: &Path,
    article_file: &SourceFile,
    people_file: &SourceFile,
    events_file: &SourceFile,
    places_file: &SourceFile,
    sources_file: &SourceFile,
    problems: &mut Vec<Diagnostic>,
) -> Option<Story> {
    let mut ids = Ids::default();
    let sources = sources::parse(sources_file, &mut ids, problems);
    let places = places(places_file, &mut ids, problems);
    let people: Items<RawPerson> = toml_file::items(people_file, "person", problems);
    let people_ids = people.read.iter().map(|person| &person.id).chain(&people.unread);
    ids.claim_all(people_ids, Kind::Person, people_file, problems);
    let events: Items<RawEvent> = toml_file::items(events_file, "event", problems);
    let event_ids = events.read.iter().map(|event| &event.id).chain(&events.unread);
    ids.claim_all(event_ids, Kind::Event, events_file, problems);
    let names = Names::new(people.read.iter().flat_map(|person| person.names(people_file)), problems);
    let parsed = article::parse(folder, article_file, &mut ids, Cutter::new(names), problems);
    let article = parsed.as_ref().map(|parsed| &parsed.article);
    let people =
        people.read.into_iter().filter_map(|person| person.resolve(folder, people_file, &ids, problems)).collect();
    let mut events: Vec<_> = events
        .read
        .into_iter()
        .filter_map(|event| event.resolve(events_file, &ids, &places, article, problems))
        .collect();
    events.sort_by_key(|event| event.date.earliest);
    let parsed = parsed?;
    Some(Story {
        language: parsed.language,
        description: parsed.description,
        article: parsed.article,
        people,
        events,
        sources,
    })
}

fn places(file: &SourceFile, ids: &mut Ids, problems: &mut Vec<Diagnostic>) -> BTreeMap<String, Place> {
    let raw: Items<RawPlace> = toml_file::items(file, "place", problems);
    ids.claim_all(raw.read.iter().map(|place| &place.id).chain(&raw.unread), Kind::Place, file, problems);
    let mut places = BTreeMap::new();
    for place in &raw.read {
        if let Some(resolved) = place.resolve(file, problems) {
            places.insert(place.id.get_ref().clone(), resolved);
        }
    }
    places
}
